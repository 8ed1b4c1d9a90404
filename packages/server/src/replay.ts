/** Replay: a stored decision taken again, from what it was taken from; nothing is stored. */
import { AssayError, type Decision, type Replay } from "@assay/contract";
import type { Database } from "./db/index.ts";
import { comparableDecision, decisionOf } from "./decide.ts";
import { loadDecision } from "./decisions/index.ts";
import { loadEvent } from "./intake/index.ts";
import { look } from "./look.ts";
import type { PolicyBook } from "./policies/index.ts";

/** @throws AssayError `not_found`, also for a person's decision, which cannot be computed */
export async function replay(db: Database, policies: PolicyBook, marketplace: string, id: string): Promise<Replay> {
  const stored = await loadDecision(db.for(marketplace), marketplace, id);
  if (!stored) throw new AssayError("not_found", `There is no decision ${id}.`);
  if (!stored.basis)
    throw new AssayError("not_found", `Decision ${id} was taken by a person; there is nothing to compute.`);
  const intake = await loadEvent(db.for(marketplace), marketplace, stored.event_id);
  if (!intake) throw new AssayError("not_found", `The event of decision ${id} is gone.`);
  const { history, measurements, stopped } = stored.basis;
  const { compiled, lists } = await policies.at(
    marketplace,
    stored.basis.policies,
    stored.basis.lists_at,
    stored.basis.lists_version,
  );
  const looked = look(intake, history, measurements, lists, {}, (id) => !stopped?.detectors.includes(id));
  const judged = compiled.decide({
    subject: looked.subject,
    eventId: intake.event.id,
    eventType: intake.event.type,
    at: intake.at,
    client: intake.event.client,
    signals: looked.signals,
    pending: looked.pending,
    history,
    lists: lists.values,
    ...(stopped && { silent: stopped.rules }),
  });
  const gathered = {
    history,
    pictures: [],
    storedHash: null,
    firstAnswer: null,
    standing: null,
    byPerson: false,
    seq: 0,
    openCase: null,
    newest: true,
  };
  const again = decisionOf({ intake, gathered, measurements, looked, judged, receivedAt: 0 }, policies.reasons, {}, 0);
  const differences = compare(comparableDecision(stored.answer), comparableDecision(through(again)));
  return { decision_id: id, same: differences.length === 0, differences };
}

/** As it would have been stored: undefined fields dropped. */
const through = (decision: Decision): Decision => JSON.parse(JSON.stringify(decision)) as Decision;

/** Every leaf that differs, by JSON pointer. */
function compare(stored: unknown, recomputed: unknown, path = ""): Replay["differences"] {
  if (Object.is(stored, recomputed)) return [];
  if (isTree(stored) && isTree(recomputed) && Array.isArray(stored) === Array.isArray(recomputed)) {
    const keys = new Set([...Object.keys(stored), ...Object.keys(recomputed)]);
    return [...keys].flatMap((key) => compare(stored[key], recomputed[key], `${path}/${key}`));
  }
  return [{ path: path || "/", stored, recomputed }];
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

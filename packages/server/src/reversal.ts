/**
 * Everything that a rule did since a moment, undone at once: the rule is stopped, and what it had a part in is decided again without it.
 * So what other rules ask for stays, what nobody asks for goes up, restrictions that only it asked for end, cases that only it opened
 * close, and the marketplace is told of each change, as of any other decision. What people decided stays theirs.
 */
import type { ReversalPreview, ReversalRequest } from "@assay/contract";
import { AssayError } from "@assay/contract";
import type { Principal } from "./access/index.ts";
import { appendAudit } from "./audit/index.ts";
import type { Database } from "./db/index.ts";
import { countHeldBy, decisionsHeldBy } from "./decisions/index.ts";
import type { Pipeline } from "./pipeline.ts";
import { finishRun, type PolicyBook, type RunRow, saveProgress, startRun, stop } from "./policies/index.ts";

export interface ReversalDeps {
  db: Database;
  policies: PolicyBook;
  pipeline: Pick<Pipeline, "redecide">;
}

/** Decided again at once; a group of the pipeline. */
const portion = 50;
const sliceMs = 4000;

interface State {
  cursor: [string, string] | null;
  done: number;
  changes: Record<string, number>;
}

export async function previewReversal(
  db: Database,
  marketplace: string,
  request: Omit<ReversalRequest, "reason">,
): Promise<ReversalPreview> {
  const rows = await countHeldBy(db.for(marketplace), marketplace, request);
  return {
    n: rows.reduce((sum, { n }) => sum + n, 0),
    by_outcome: Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])),
  };
}

/** @throws AssayError `not_found` for a rule that never was in force */
export async function startReversal(
  { db, policies }: Pick<ReversalDeps, "db" | "policies">,
  who: Principal,
  request: ReversalRequest,
): Promise<RunRow> {
  const { marketplace, id: by } = who;
  const { stage, rule, reason } = request;
  const target = `${stage}/${rule}`;
  const { n } = await previewReversal(db, marketplace, request);
  const { compiled } = await policies.current(marketplace);
  if (n === 0 && !compiled.has(target))
    throw new AssayError("not_found", `There is no rule ${target}, and nothing that it did.`);
  const run = await db.transaction(marketplace, async (tx) => {
    // Else it would do again what is undone.
    if (compiled.has(target)) await stop(tx, marketplace, { kind: "rule", target, reason, by });
    const made = await startRun(tx, marketplace, {
      kind: "reversal",
      params: { ...request, title: target },
      by,
      total: n,
    });
    await appendAudit(tx, marketplace, {
      actor: by,
      what: "policy.reversal",
      subject: target,
      details: { run: made.id, since: request.since, reason, n },
    });
    return made;
  });
  policies.forget(marketplace);
  return run;
}

/** @returns whether there is more to do */
export async function workReversal(
  { db, policies, pipeline }: ReversalDeps,
  marketplace: string,
  run: RunRow,
): Promise<boolean> {
  const request = run.params as unknown as ReversalRequest;
  const q = db.for(marketplace);
  const state = (run.result as State | null) ?? { cursor: null, done: 0, changes: {} };
  const until = performance.now() + sliceMs;
  // Another process may have seen the rule a moment ago.
  policies.forget(marketplace);
  for (;;) {
    const rows = await decisionsHeldBy(q, marketplace, request, state.cursor ?? undefined, portion);
    const last = rows.at(-1);
    if (!last) break;
    await Promise.all(
      rows.map(async ({ event_id, outcome }) => {
        const { outcome: after } = await pipeline.redecide(marketplace, event_id);
        const change = `${outcome} → ${after}`;
        state.changes[change] = (state.changes[change] ?? 0) + 1;
      }),
    );
    state.cursor = [last.key_at, last.id];
    state.done += rows.length;
    if (await saveProgress(q, marketplace, run.id, { done: state.done, result: state })) {
      await finishRun(q, marketplace, run.id, "cancelled", { result: state });
      return false;
    }
    if (performance.now() > until) return true;
  }
  await finishRun(q, marketplace, run.id, "done", { result: state });
  const { changes } = state;
  await db.transaction(marketplace, (tx) =>
    appendAudit(tx, marketplace, {
      actor: run.created_by,
      what: "policy.reversed",
      subject: run.id,
      details: { changes },
    }),
  );
  return false;
}

export const changesOf = (run: RunRow): Record<string, number> => (run.result as State | null)?.changes ?? {};

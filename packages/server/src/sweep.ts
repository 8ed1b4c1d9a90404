/**
 * A sweep: a rule, entries of a list or a picture looked for in everything that is live now. It only looks; the takedown of what it found
 * is asked for by a person who has seen it, goes a few a minute, and passes over what has changed meanwhile.
 */
import { setImmediate as breathe } from "node:timers/promises";
import {
  AssayError,
  isAllowList,
  kindOfList,
  type ReasonCode,
  type SubjectKind,
  type SweepRequest,
  type TakedownRequest,
} from "@assay/contract";
import { canonicalEntry, findListed, ListBook } from "@assay/detectors";
import { compilePolicies } from "@assay/policy";
import type { Principal } from "./access/index.ts";
import { appendAudit } from "./audit/index.ts";
import { inputOf, PastLists, recompute } from "./backtest.ts";
import { type BacktestPlan, prepare } from "./backtest_plan.ts";
import { newTally } from "./backtest_tally.ts";
import type { Database, Querier } from "./db/index.ts";
import { loadDecision, pastDecisions } from "./decisions/index.ts";
import { subjectsOfPicture } from "./history/index.ts";
import { liveByName, liveSubjects, loadEvent } from "./intake/index.ts";
import { decideByPerson, lockDecided } from "./person_decision.ts";
import {
  addRunItems,
  enqueueRun,
  finishRun,
  markRunItem,
  newestVersion,
  type PolicyBook,
  type RunRow,
  runItemCounts,
  saveProgress,
  startRun,
  versionRow,
  waitingItems,
} from "./policies/index.ts";
import type { Voices } from "./voices.ts";

export interface SweepDeps {
  db: Database;
  policies: PolicyBook;
  voices: Voices;
}

const portion = 500;
const sliceMs = 4000;
/** A takedown works so often, in ms. */
const beatMs = 5000;

interface SweepParams {
  title: string;
  what: SweepRequest["what"];
  /** A takedown: of which sweep, and what is decided. */
  takedown?: TakedownRequest & { of: string };
}

interface State {
  cursor: [string, string] | null;
  done: number;
  found: number;
}

interface Found {
  kind: SubjectKind;
  subject_id: string;
  event_id: string;
}

export const sweepParams = (run: RunRow): SweepParams => run.params as unknown as SweepParams;

/** @throws AssayError `not_found` for a rule that is not there, `invalid_request` for an entry that cannot be read */
export async function startSweep(
  { db }: Pick<SweepDeps, "db">,
  who: Principal,
  { what }: SweepRequest,
): Promise<RunRow> {
  const { marketplace, id: by } = who;
  if ("list" in what) {
    if (isAllowList(what.list))
      throw new AssayError("invalid_request", `What stands in ${what.list} is passed over, not looked for.`);
    entriesOf(what);
  }
  if ("rule" in what) await planOf(db.for(marketplace), marketplace, what);
  const title =
    "rule" in what
      ? `${what.stage}/${what.rule}`
      : "list" in what
        ? `${what.list}: ${what.values.slice(0, 3).join(", ")}`
        : what.picture;
  return db.transaction(marketplace, async (tx) => {
    const run = await startRun(tx, marketplace, { kind: "sweep", params: { title, what } satisfies SweepParams, by });
    await appendAudit(tx, marketplace, { actor: by, what: "policy.sweep", subject: run.id, details: { what } });
    return run;
  });
}

/** @throws AssayError `invalid_request` for a reason code that does not exist or a sweep that still looks */
export async function startTakedown(
  { db, reasons }: Pick<SweepDeps, "db"> & { reasons: readonly ReasonCode[] },
  who: Principal,
  sweep: RunRow,
  request: TakedownRequest,
): Promise<RunRow> {
  const { marketplace, id: by } = who;
  const { title, what, takedown } = sweepParams(sweep);
  if (takedown || sweep.state !== "done")
    throw new AssayError("invalid_request", "Only what a finished sweep found can be taken down.");
  if (!reasons.some(({ code }) => code === request.reason))
    throw new AssayError("invalid_request", `There is no reason ${request.reason}.`);
  return db.transaction(marketplace, async (tx) => {
    const { waiting } = await runItemCounts(tx, marketplace, sweep.id);
    const params: SweepParams = { title, what, takedown: { ...request, of: sweep.id } };
    const run = await startRun(tx, marketplace, { kind: "sweep", params, by, total: waiting });
    await appendAudit(tx, marketplace, {
      actor: by,
      what: "policy.takedown",
      subject: run.id,
      details: { ...request, of: sweep.id, n: waiting },
    });
    return run;
  });
}

/** @returns whether there is more to do at once */
export async function workSweep(deps: SweepDeps, marketplace: string, run: RunRow): Promise<boolean> {
  const { what, takedown } = sweepParams(run);
  const q = deps.db.for(marketplace);
  if (takedown) return workTakedown(deps, marketplace, run, takedown);
  const state = (run.result as State | null) ?? { cursor: null, done: 0, found: 0 };
  const until = performance.now() + sliceMs;
  for (;;) {
    const { found, looked, next } = await lookOn(deps, marketplace, what, state.cursor);
    await addRunItems(q, marketplace, run.id, state.found, found);
    state.cursor = next;
    state.done += looked;
    state.found += found.length;
    if (await saveProgress(q, marketplace, run.id, { done: state.done, result: state })) {
      await finishRun(q, marketplace, run.id, "cancelled");
      return false;
    }
    if (next === null) break;
    if (performance.now() > until) return true;
  }
  await finishRun(q, marketplace, run.id, "done", { result: state });
  return false;
}

/** One portion of what is live; `next` is null at the end. */
async function lookOn(
  deps: SweepDeps,
  marketplace: string,
  what: SweepRequest["what"],
  after: State["cursor"],
): Promise<{ found: Found[]; looked: number; next: State["cursor"] }> {
  const q = deps.db.for(marketplace);
  if ("picture" in what) {
    const live = await liveByName(q, marketplace, await subjectsOfPicture(q, marketplace, what.picture));
    return { found: live, looked: live.length, next: null };
  }
  if ("list" in what) {
    const rows = await liveSubjects(q, marketplace, after ?? undefined, portion);
    const entries = entriesOf(what);
    const { listed } = new ListBook(entries);
    const owners = new Set(entries.flatMap(({ kind, value }) => (kind === "value" ? [value] : [])));
    const found: Found[] = [];
    for (const [index, { state, owner, ...row }] of rows.entries()) {
      if (index % 25 === 0) await breathe();
      const subject = { kind: row.kind, id: row.subject_id, owner, data: state };
      if (owners.has(owner) || findListed(listed, subject, {}).length > 0) found.push(row);
    }
    const last = rows.at(-1);
    return { found, looked: rows.length, next: rows.length < portion || !last ? null : [last.kind, last.subject_id] };
  }
  const plan = await planOf(q, marketplace, what);
  const vocabulary = await deps.policies.vocabulary(marketplace);
  const prepared = prepare(plan, (stage, source) => compilePolicies([{ stage, version: 0, source }], vocabulary));
  const range = { kinds: prepared.kinds, from: plan.from, to: plan.to, live: true };
  const rows = await pastDecisions(q, marketplace, range, prepared.needs, after ?? undefined, portion);
  const lists = new PastLists(deps, marketplace, true);
  const anew = await recompute(deps, marketplace, prepared, rows, lists, newTally([], false, 0));
  const found: Found[] = [];
  for (const row of rows) {
    const { values } = await lists.of(row);
    const { matches } = prepared.focus.matches(inputOf(row, anew.get(row.id), values));
    if (matches.some(({ rule, matched }) => matched === "true" && rule.id === what.rule)) found.push(row);
  }
  const last = rows.at(-1);
  return { found, looked: rows.length, next: rows.length < portion || !last ? null : [last.key_at, last.id] };
}

async function planOf(
  q: Querier,
  marketplace: string,
  { stage, rule }: { stage: BacktestPlan["stage"]; rule: string },
): Promise<BacktestPlan> {
  const version = await versionRow(q, marketplace, stage, await newestVersion(q, marketplace, stage));
  const plan = {
    stage,
    tried: rule,
    rules: [rule],
    from: "-infinity",
    to: "infinity",
    lists: "now" as const,
    sample: 0,
    seconds_per_case: 0,
  };
  if (!version?.source.includes(rule)) throw new AssayError("not_found", `There is no rule ${rule} in ${stage}.`);
  return { ...plan, source: version.source };
}

/** @throws AssayError `invalid_request` for what cannot be read */
function entriesOf({ list, values }: { list: string; values: readonly string[] }) {
  const kind = kindOfList(list);
  return values.map((value) => {
    const canonical = canonicalEntry(kind, value);
    if ("problem" in canonical) throw new AssayError("invalid_request", `"${value}": ${canonical.problem}`);
    return { list, kind, value: canonical.value };
  });
}

/** A few each time, so that a mistake can be stopped before it is everywhere. */
async function workTakedown(
  deps: SweepDeps,
  marketplace: string,
  run: RunRow,
  takedown: NonNullable<SweepParams["takedown"]>,
): Promise<boolean> {
  const q = deps.db.for(marketplace);
  const state = (run.result as State | null) ?? { cursor: null, done: 0, found: 0 };
  if (run.cancel_asked) {
    await finishRun(q, marketplace, run.id, "cancelled");
    return false;
  }
  const each = Math.max(1, Math.round((takedown.per_minute * beatMs) / 60_000));
  const items = await waitingItems(q, marketplace, takedown.of, each);
  const leftOut = new Set(takedown.leave_out);
  for (const item of items) {
    const note = leftOut.has(`${item.kind} ${item.subject_id}`)
      ? "left out"
      : await takeDown(deps, marketplace, run, takedown, item);
    await markRunItem(
      q,
      marketplace,
      takedown.of,
      item.seq,
      note === undefined ? { state: "done", note: takedown.outcome } : { state: "left", note },
    );
    state.done += 1;
  }
  await saveProgress(q, marketplace, run.id, { done: state.done, result: state });
  if (items.length === each) {
    await enqueueRun(q, marketplace, run.id, beatMs);
    return false;
  }
  await finishRun(q, marketplace, run.id, "done");
  return false;
}

/** @returns why it was left alone; undefined when it was taken down */
async function takeDown(
  { db, policies, voices }: SweepDeps,
  marketplace: string,
  run: RunRow,
  { outcome, reason }: TakedownRequest,
  item: Found,
): Promise<string | undefined> {
  const voice = await voices.of(marketplace);
  try {
    return await db.transaction(marketplace, async (tx) => {
      const subject = await lockDecided(tx, marketplace, item.kind, item.subject_id);
      if (subject.event_id !== item.event_id) return "it has changed since";
      if (subject.visibility === "removed" || subject.visibility === "held") return "it is down already";
      const [shown, event] = [
        subject.decision_id && (await loadDecision(tx, marketplace, subject.decision_id)),
        await loadEvent(tx, marketplace, item.event_id),
      ];
      if (!shown || !event) return "what was decided of it is gone";
      const now = new Date();
      const deciding = { reasons: policies.reasons, voice, by: run.created_by, decidedAt: now, effectiveAt: now };
      await decideByPerson(
        deciding,
        tx,
        { marketplace, subject, shown, event },
        { outcome, codes: [reason], cases: [], judged: false },
      );
      return undefined;
    });
  } catch (error) {
    if (error instanceof AssayError) return error.message;
    throw error;
  }
}

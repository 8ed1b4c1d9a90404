/**
 * Works a backtest: the rules' past decisions from the oldest on, a portion at a time, each judged anew from what was stored with it.
 * In slices of a few seconds, each a job: others come between, a stop or a crash costs one slice, and memory does not grow with the range.
 */
import { setImmediate as breathe } from "node:timers/promises";
import {
  AssayError,
  type BacktestRequest,
  type BacktestResult,
  type History,
  type Measurements,
  type Signal,
} from "@assay/contract";
import { detectors } from "@assay/detectors";
import { compilePolicies, type PolicyInput } from "@assay/policy";
import type { Principal } from "./access/index.ts";
import { appendAudit } from "./audit/index.ts";
import { type BacktestPlan, type Prepared, planBacktest, prepare } from "./backtest_plan.ts";
import { countCompared, countMatches, newTally, type Past, resultOf, type Tally } from "./backtest_tally.ts";
import { contestedSubjects, queueWaits } from "./cases/index.ts";
import type { Database } from "./db/index.ts";
import { basesOf, countPast, type PastDecision, pastDecisions, saidByPeople } from "./decisions/index.ts";
import { gather } from "./gather.ts";
import { loadEvent, titlesOf } from "./intake/index.ts";
import { look } from "./look.ts";
import {
  finishRun,
  type ListsInForce,
  type PolicyBook,
  type RunRow,
  saveProgress,
  startRun,
} from "./policies/index.ts";

export interface BacktestDeps {
  db: Database;
  policies: PolicyBook;
}

/** Decisions read at once. While one portion is judged the next is read. */
const portion = 1000;
/** How long one slice works, in ms. */
const sliceMs = 4000;
/** Events recomputed at once. */
const group = 64;

interface State {
  cursor: [string, string] | null;
  tally: Tally;
}

/** @throws what `planBacktest` does */
export async function startBacktest(
  { db, policies }: BacktestDeps,
  who: Principal,
  request: BacktestRequest,
): Promise<RunRow> {
  const { marketplace, id: by } = who;
  const plan = await planBacktest(db.for(marketplace), policies, marketplace, request);
  return db.transaction(marketplace, async (tx) => {
    const run = await startRun(tx, marketplace, { kind: "backtest", params: plan, by });
    const { source: _, compareSource: __, ...details } = plan;
    await appendAudit(tx, marketplace, { actor: by, what: "policy.backtest", subject: run.id, details });
    return run;
  });
}

/** What is known so far. */
export async function backtestResult(
  deps: BacktestDeps,
  marketplace: string,
  run: RunRow,
): Promise<BacktestResult | null> {
  if (run.result === null) return null;
  if ("looked_at" in (run.result as object)) return run.result as BacktestResult;
  const plan = run.params as unknown as BacktestPlan;
  const { rules } = prepare(plan, await compiler(deps, marketplace));
  return resultOf((run.result as State).tally, rules, {}, plan.seconds_per_case);
}

const compiler = async ({ policies }: BacktestDeps, marketplace: string) => {
  const vocabulary = await policies.vocabulary(marketplace);
  return (stage: BacktestPlan["stage"], source: string) => compilePolicies([{ stage, version: 0, source }], vocabulary);
};

/** @returns whether there is more to do */
export async function workBacktest(deps: BacktestDeps, marketplace: string, run: RunRow): Promise<boolean> {
  const plan = run.params as unknown as BacktestPlan;
  const q = deps.db.for(marketplace);
  const prepared = prepare(plan, await compiler(deps, marketplace));
  const range = { kinds: prepared.kinds, from: plan.from, to: plan.to };
  const seed = Number.parseInt(run.id.slice(-8), 16);
  const state = (run.result as State | null) ?? {
    cursor: null,
    tally: newTally(plan.rules, plan.compareSource !== undefined, seed),
  };
  if (run.cancel_asked) return !(await stopped(state, run.total ?? 0));
  const total = run.total ?? (await countPast(q, marketplace, range));
  const past = new PastLists(deps, marketplace, plan.lists === "now");
  const until = performance.now() + sliceMs;
  const read = (after: State["cursor"]) =>
    pastDecisions(q, marketplace, range, prepared.needs, after ?? undefined, portion);
  let next = read(state.cursor);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (!last) break;
    const cursor: [string, string] = [last.key_at, last.id];
    const isLast = rows.length < portion || performance.now() > until;
    if (!isLast) next = read(cursor);
    // A portion that fails is heard when it is waited for.
    next.catch(() => {});
    await judge(deps, marketplace, prepared, plan, rows, past, state.tally);
    state.cursor = cursor;
    if (rows.length < portion) break;
    if (isLast) return !(await stopped(state, total));
    if (await stopped(state, total)) return false;
  }
  const waits = await queueWaits(q, marketplace);
  await saveProgress(q, marketplace, run.id, {
    done: state.tally.looked_at,
    total: state.tally.looked_at,
    result: state,
  });
  await finishRun(q, marketplace, run.id, "done", {
    result: resultOf(state.tally, prepared.rules, waits, plan.seconds_per_case),
  });
  return false;

  async function stopped(now: State, total: number): Promise<boolean> {
    const asked = await saveProgress(q, marketplace, run.id, { done: now.tally.looked_at, total, result: now });
    if (asked) {
      const result = resultOf(now.tally, prepared.rules, {}, plan.seconds_per_case);
      await finishRun(q, marketplace, run.id, "cancelled", { result });
    }
    return asked;
  }
}

/** The lists as of each decision, made from those before: decisions come in the order of time. */
export class PastLists {
  readonly #deps: BacktestDeps;
  readonly #marketplace: string;
  readonly #isNow: boolean;
  #known: ListsInForce | undefined;

  constructor(deps: BacktestDeps, marketplace: string, isNow: boolean) {
    this.#deps = deps;
    this.#marketplace = marketplace;
    this.#isNow = isNow;
  }

  async of({ lists_version, lists_at }: Pick<PastDecision, "lists_version" | "lists_at">): Promise<ListsInForce> {
    const { policies } = this.#deps;
    if (this.#isNow || lists_version == null || lists_at == null) {
      this.#known ??= await policies.lists(this.#marketplace);
    } else {
      const at = new Date(lists_at);
      const known = this.#known;
      const stands = known?.version === lists_version && at.getTime() < known.expiresAt;
      if (!stands) this.#known = await policies.listsAt(this.#marketplace, lists_version, at, known);
    }
    return this.#known!;
  }
}

interface Judged {
  row: PastDecision;
  matched: ReturnType<Prepared["focus"]["matches"]>;
  tried?: { outcome: "approve" | "refuse" | "review" | "request_changes"; cases: number };
  compared?: { outcome: "approve" | "refuse" | "review" | "request_changes"; cases: number };
}

/** Judges one portion, and reads what became of those that matched. */
async function judge(
  deps: BacktestDeps,
  marketplace: string,
  prepared: Prepared,
  plan: BacktestPlan,
  rows: readonly PastDecision[],
  past: PastLists,
  tally: Tally,
): Promise<void> {
  const anew = await recompute(deps, marketplace, prepared, rows, past, tally);
  const hits: Judged[] = [];
  const empty = {};
  for (const [index, row] of rows.entries()) {
    if (index % 100 === 99) await breathe();
    const lists = prepared.readsLists ? (await past.of(row)).values : empty;
    const input = inputOf(row, anew.get(row.id), lists);
    const judged: Judged = { row, matched: prepared.focus.matches(input) };
    if (prepared.versions) {
      const { tried, compared } = prepared.versions;
      for (const [name, version] of [
        ["tried", tried],
        ["compared", compared],
      ] as const) {
        const { outcome, cases } = version.decide(input);
        judged[name] = { outcome, cases: cases.length > 0 ? 1 : 0 };
      }
    }
    tally.looked_at += 1;
    for (const { rule, matched } of judged.matched.matches) {
      if (matched === "unknown" && tally.rules[rule.id]) tally.rules[rule.id]!.unknown += 1;
    }
    for (const id of judged.matched.exempted) if (tally.rules[id]) tally.rules[id]!.exempted += 1;
    if (isHit(judged)) hits.push(judged);
    else if (judged.tried) countCompared(tally, judged.tried, judged.compared!, undefined, plan.sample);
  }
  if (hits.length === 0) return;
  const q = deps.db.for(marketplace);
  const events = hits.map(({ row }) => row.event_id);
  const [said, contested, titles] = await Promise.all([
    saidByPeople(q, marketplace, events),
    contestedSubjects(
      q,
      marketplace,
      hits.map(({ row }) => ({ kind: row.kind, id: row.subject_id, since: row.key_at })),
    ),
    titlesOf(q, marketplace, events),
  ]);
  for (const { row, matched, tried, compared } of hits) {
    const known: Past = {
      match: {
        event_id: row.event_id,
        decision_id: row.id,
        subject: { kind: row.kind, id: row.subject_id, ...(row.revision !== null && { revision: row.revision }) },
        owner: row.owner,
        title: titles.get(row.event_id) ?? "",
        at: row.at.toISOString(),
        outcome: row.outcome,
      },
      kind: row.kind,
      visibility: row.visibility,
      said: said.get(row.event_id),
      contested: contested.get(`${row.kind} ${row.subject_id}`),
    };
    const counted = matched.matches
      .filter(({ rule, matched: how }) => how === "true" && tally.rules[rule.id])
      .map(({ rule }) => rule);
    countMatches(tally, counted, known, plan.sample);
    if (tried && compared)
      countCompared(tally, tried, compared, tried.outcome === compared.outcome ? undefined : known, plan.sample);
  }
}

const isHit = ({ matched, tried, compared }: Judged) =>
  matched.matches.some(({ matched: how }) => how === "true") || tried?.outcome !== compared?.outcome;

/** What was not stored as it is needed now. */
interface Anew {
  signals: Signal[];
  pending: readonly string[];
  history: History;
}

export function inputOf(row: PastDecision, anew: Anew | undefined, lists: PolicyInput["lists"]): PolicyInput {
  const history: Record<string, unknown> = {};
  for (const key in row.history) {
    const text = row.history[key];
    if (text != null) history[key] = JSON.parse(text);
  }
  const body = row.event?.body;
  return {
    subject: {
      kind: row.kind,
      id: row.subject_id,
      owner: row.owner,
      data: body?.data ?? {},
      ...(row.revision !== null && { revision: row.revision }),
    },
    eventId: row.event_id,
    eventType: row.event?.type ?? "",
    at: row.at.getTime(),
    ...(body?.client && { client: body.client }),
    signals: anew?.signals ?? row.answer?.signals ?? [],
    pending: anew?.pending ?? row.answer?.pending ?? [],
    history: anew?.history ?? (history as History),
    lists,
  };
}

const versions = new Map(detectors.map((detector) => [detector.id, detector]));

/**
 * Signals of detectors whose version is another now, and history that was not kept, as of the event's time. A detector that is not
 * among the signals had nothing to look at, if it needs measurements; else it is new since.
 */
export async function recompute(
  deps: BacktestDeps,
  marketplace: string,
  { needs, detectors: read, focus }: Prepared,
  rows: readonly PastDecision[],
  past: PastLists,
  tally: Tally,
): Promise<Map<string, Anew>> {
  const found = new Map<string, Anew>();
  const lacking = rows.flatMap((row) => {
    const stale = staleOf(row, read);
    const missing = needs.history.filter((key) => row.history[key] == null);
    return stale.length + missing.length > 0 ? [{ row, stale, missing }] : [];
  });
  const q = deps.db.for(marketplace);
  for (let from = 0; from < lacking.length; from += group) {
    const some = lacking.slice(from, from + group);
    const bases = await basesOf(
      q,
      marketplace,
      some.map(({ row }) => row.id),
    );
    const intakes = await Promise.all(some.map(({ row }) => loadEvent(q, marketplace, row.event_id)));
    const there = some.flatMap((one, index) => {
      const [intake, basis] = [intakes[index], bases.get(one.row.id)];
      if (intake && basis) return [{ ...one, intake, ...basis }];
      lack("the event or what it was decided from");
      return [];
    });
    const gathered = there.some(({ missing }) => missing.length > 0)
      ? await gather(
          deps.db,
          marketplace,
          there.map(({ intake }) => intake),
          focus,
          false,
        )
      : [];
    for (const [index, { row, stale, missing, intake, basis, signals }] of there.entries()) {
      const history: Record<string, unknown> = { ...basis.history };
      for (const key of missing) history[key] = gathered[index]?.history[key];
      const can = stale.filter((id) => isComputable(id, history, basis.measurements));
      for (const id of stale) if (!can.includes(id)) lack(id);
      const lists = await past.of({ lists_version: basis.lists_version, lists_at: basis.lists_at });
      const looked = look(intake, history as History, basis.measurements, lists, {}, (id) => can.includes(id));
      found.set(row.id, {
        signals: [...signals.filter(({ detector }) => !stale.includes(detector)), ...looked.signals],
        pending: [...(row.answer?.pending ?? []).filter((id) => !can.includes(id)), ...looked.pending],
        history: history as History,
      });
      if (can.length + missing.length > 0) tally.recomputed += 1;
    }
    await breathe();
  }
  return found;

  function lack(what: string): void {
    tally.needs_recompute[what] = (tally.needs_recompute[what] ?? 0) + 1;
  }
}

function staleOf({ answer, kind }: PastDecision, read: ReadonlySet<string>): string[] {
  if (!answer) return [];
  return [...read].filter((id) => {
    const detector = versions.get(id);
    if (!detector?.subjects.includes(kind) || answer.pending.includes(id)) return false;
    const stored = answer.signals.find((signal) => signal.detector === id);
    return stored ? stored.version !== detector.version : detector.measurements.length === 0;
  });
}

/** From what is stored: a provider or a model is not asked again. */
function isComputable(id: string, history: Record<string, unknown>, measurements: Measurements): boolean {
  const { history: keys, measurements: measured } = versions.get(id)!;
  return (
    keys.every((key) => history[key] !== undefined) &&
    (measured.length === 0 || measured.some((key) => measurements[key] !== undefined))
  );
}

/** @throws AssayError `not_found` for a run of another kind */
export function requireBacktest(run: RunRow | undefined): RunRow {
  if (run?.kind !== "backtest") throw new AssayError("not_found", "There is no such backtest.");
  return run;
}

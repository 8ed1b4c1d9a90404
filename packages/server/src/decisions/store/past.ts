/** SQL that goes over the rules' past decisions from one end to the other, a portion at a time. */
import type { Client, Decision, HistoryKey, Outcome, Signal, SubjectKind, Visibility } from "@assay/contract";
import type { Querier } from "../../db/index.ts";
import type { Basis } from "../store.ts";

/** What is read of each decision: no more, for the rest is long. */
export interface PastNeeds {
  /** Detectors whose signals are read. */
  signals: readonly string[];
  history: readonly HistoryKey[];
  /** The event: the subject's fields, its type, the client. */
  event: boolean;
  listsVersion: boolean;
}

export interface PastRange {
  kinds: readonly SubjectKind[];
  from: string;
  to: string;
  /** Of what is up now only. */
  live?: boolean;
}

export interface PastDecision {
  id: string;
  event_id: string;
  kind: SubjectKind;
  subject_id: string;
  revision: number | null;
  owner: string;
  at: Date;
  /** Its place: `decided_at` to the microsecond. */
  key_at: string;
  outcome: Outcome;
  visibility: Visibility;
  /** Of the detectors that are read; null where none is. */
  answer: Pick<Decision, "signals" | "pending"> | null;
  /** By key, as JSON; null where nothing was stored under it. */
  history: Record<string, string | null>;
  event: { type: string; body: { data: Record<string, unknown>; client?: Client } } | null;
  lists_version: number | null;
  lists_at: string | null;
}

/** Of each event the last decision that rules took, and no person's. */
const last = `d.marketplace = $1 and d.kind = any($2) and d.decided_at >= $3 and d.decided_at < $4 and d.decided_by = 'rule' and d.mode <> 'backfill'
  and not exists (select from decisions n where n.marketplace = $1 and n.event_id = d.event_id and n.decided_by = 'rule' and (n.decided_at, n.id) > (d.decided_at, d.id))`;

export async function countPast(q: Querier, marketplace: string, { kinds, from, to }: PastRange): Promise<number> {
  const [row] = await q.query<{ n: number }>(
    `select count(*)::int as n from decisions d
     where d.marketplace = $1 and d.kind = any($2) and d.decided_at >= $3 and d.decided_at < $4 and d.decided_by = 'rule' and d.mode <> 'backfill'`,
    [marketplace, kinds, from, to],
  );
  return row!.n;
}

/** The next portion after a place, oldest first. */
export async function pastDecisions(
  q: Querier,
  marketplace: string,
  { kinds, from, to, live = false }: PastRange,
  needs: PastNeeds,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<PastDecision[]> {
  // Each look into the basis reads its text once; from the third key on it is cheaper to take it apart.
  const { history: keys, listsVersion } = needs;
  const isTakenApart = keys.length > 2;
  const readKey = (key: HistoryKey) => (isTakenApart ? `h."${key}"::text` : `(d.basis #> '{history,${key}}')::text`);
  const history =
    keys.length > 0
      ? `, json_build_object(${keys.map((key) => `'${key}', ${readKey(key)}`).join(", ")}) as history`
      : "";
  const lists = listsVersion
    ? ", (d.basis #>> '{lists_version}')::int as lists_version, d.basis #>> '{lists_at}' as lists_at"
    : "";
  const joins = [
    ...(isTakenApart
      ? [
          `left join lateral json_to_record(d.basis -> 'history') as h(${keys.map((key) => `"${key}" json`).join(", ")}) on true`,
        ]
      : []),
    ...(needs.event ? ["left join events e on e.marketplace = $1 and e.id = d.event_id"] : []),
  ];
  const rows = await q.query<Omit<PastDecision, "answer"> & { answer: string | null }>(
    `select d.id, d.event_id, d.kind, d.subject_id, d.revision, d.owner, d.at, d.key_at, d.outcome, d.visibility,
       ${needs.signals.length > 0 ? "d.answer::text" : "null as answer"}${history}${needs.event ? ", json_build_object('type', e.type, 'body', e.body) as event" : ", null as event"}${lists}
     from (
       select d.id, d.event_id, d.kind, d.subject_id, d.revision, d.owner, d.at, d.decided_at, d.decided_at::text as key_at, d.outcome, d.visibility, d.answer, d.basis
       from decisions d where ${last} and ($5::timestamptz is null or (d.decided_at, d.id) > ($5::timestamptz, $6))
         ${live ? "and exists (select from subjects s where s.marketplace = $1 and s.kind = d.kind and s.id = d.subject_id and s.event_id = d.event_id and not s.ended and s.visibility in ('visible', 'masked', 'limited'))" : ""}
       order by d.decided_at, d.id limit $7) d
     ${joins.join(" ")}
     order by d.decided_at, d.id`,
    [marketplace, kinds, from, to, after?.[0] ?? null, after?.[1] ?? "", limit],
  );
  return rows.map(({ answer, ...row }) => ({
    ...row,
    history: row.history ?? {},
    answer: answer === null ? null : seenIn(answer, needs.signals),
  }));
}

const anySignal = ',{"detector":"';
const signalsEnd = '],"pending":';

/**
 * The signals of some detectors out of an answer's text, without reading the rest of it, which is most of it. In JSON a quote within a
 * text is escaped, so that what begins with a bare one is what it seems; an answer of another shape is read whole.
 */
export function seenIn(answer: string, detectors: readonly string[]): Pick<Decision, "signals" | "pending"> {
  const end = answer.indexOf(signalsEnd);
  const begin = answer.indexOf('"signals":[');
  if (begin < 0 || end < begin) return JSON.parse(answer) as Decision;
  const signals = detectors.flatMap((id): Signal[] => {
    const start = answer.indexOf(`{"detector":${JSON.stringify(id)}`, begin);
    if (start < 0 || start > end) return [];
    const next = answer.indexOf(anySignal, start);
    return [JSON.parse(answer.slice(start, next < 0 || next > end ? end : next)) as Signal];
  });
  const pending = answer.slice(end + signalsEnd.length, answer.indexOf("]", end + signalsEnd.length) + 1);
  return { signals, pending: JSON.parse(pending) as string[] };
}

/** What decisions were taken from, by their ids. */
export async function basesOf(
  q: Querier,
  marketplace: string,
  ids: readonly string[],
): Promise<Map<string, { basis: Basis; signals: Signal[] }>> {
  const rows = await q.query<{ id: string; basis: Basis | null; answer: Decision }>(
    "select id, basis, answer from decisions where marketplace = $1 and id = any($2)",
    [marketplace, ids],
  );
  return new Map(
    rows.flatMap(({ id, basis, answer }) => (basis ? [[id, { basis, signals: answer.signals }] as const] : [])),
  );
}

/** What people decided last of events, or said of the rules' decisions on them where they decided nothing. */
export async function saidByPeople(
  q: Querier,
  marketplace: string,
  events: readonly string[],
): Promise<Map<string, Outcome>> {
  const rows = await q.query<{ event_id: string; outcome: Outcome }>(
    `select distinct on (d.event_id) d.event_id, d.outcome from decisions d
     where d.marketplace = $1 and d.event_id = any($2) and d.decided_by <> 'rule' and d.undone_at is null
     order by d.event_id, d.decided_at desc, d.id desc`,
    [marketplace, events],
  );
  return new Map(rows.map((row) => [row.event_id, row.outcome]));
}

/** Decisions that stand, of the newest state of their subjects, in which a rule had a part since a moment, whatever its version then. */
const heldBy = `d.marketplace = $1 and d.standing and d.decided_by = 'rule' and d.mode = 'live' and d.decided_at >= $2
  and exists (select from unnest(d.rules) r where r ~ ('^' || $3 || '@[0-9]+/' || $4 || '$'))`;

interface HeldBy {
  stage: string;
  rule: string;
  since: string;
}

export function countHeldBy(
  q: Querier,
  marketplace: string,
  { stage, rule, since }: HeldBy,
): Promise<{ outcome: Outcome; n: number }[]> {
  return q.query(`select outcome, count(*)::int as n from decisions d where ${heldBy} group by 1 order by 1`, [
    marketplace,
    since,
    stage,
    rule,
  ]);
}

/** The next of them after a place, oldest first. */
export function decisionsHeldBy(
  q: Querier,
  marketplace: string,
  { stage, rule, since }: HeldBy,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<{ id: string; event_id: string; outcome: Outcome; key_at: string }[]> {
  return q.query(
    `select id, event_id, outcome, decided_at::text as key_at from decisions d
     where ${heldBy} and ($5::timestamptz is null or (decided_at, id) > ($5::timestamptz, $6))
     order by decided_at, id limit $7`,
    [marketplace, since, stage, rule, after?.[0] ?? null, after?.[1] ?? "", limit],
  );
}

/** SQL over cases: reading them, and changing one that the caller has locked. */
import type { Case, CaseFilter, Reason, SubjectKind } from "@assay/contract";
import { likePattern, newId, type Querier } from "../../db/index.ts";
import type { Given } from "../giving.ts";

/** What a person decided, and what was there before, so that it can be undone. */
export interface StoredResolution {
  decision_id: string;
  label_id?: string;
  before: object;
  /** The playbook run that it belongs to: undone as one. */
  run?: string;
}

export interface CaseRow {
  id: string;
  type: Case["type"];
  queue: string;
  state: Case["state"];
  priority: number;
  kind: SubjectKind;
  subject_id: string;
  revision: number | null;
  owner: string;
  title: string;
  reasons: Reason[];
  decision_id: string;
  event_id: string;
  opened_at: Date;
  due_at: Date | null;
  snoozed_until: Date | null;
  claimed_by: string | null;
  claimed_until: Date | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  undo_until: Date | null;
  /** What of the quality programme it is, if it is of it. */
  quality_item: string | null;
  /** The type that it looks like where that is another. */
  shown_as: Case["type"] | null;
  /** Who may not take it. */
  not_for: string[];
}

/** A snooze that is over counts as open, a claim that lapsed as none. */
const columns = `id, type, queue, priority, kind, subject_id, revision, owner, title, reasons, decision_id, event_id,
  opened_at, due_at, resolved_at, resolved_by, undo_until, quality_item, shown_as, not_for,
  case when state = 'snoozed' and snoozed_until <= now() then 'open' else state end as state,
  case when state = 'snoozed' and snoozed_until > now() then snoozed_until end as snoozed_until,
  case when claimed_until > now() then claimed_by end as claimed_by,
  case when claimed_until > now() then claimed_until end as claimed_until`;

/** Waits for a person now: written so that the indexes of unresolved cases serve it. */
export const isOpen =
  "state <> 'resolved' and visible_at <= now() and (snoozed_until is null or snoozed_until <= now())";

/** After so long a case that was dealt to somebody is anybody's again, in minutes. */
export const dealtFor = 30;

export async function caseById(q: Querier, marketplace: string, id: string): Promise<CaseRow | undefined> {
  const [row] = await q.query<CaseRow>(
    `select ${columns} from cases where marketplace = $1 and id = $2`,
    [marketplace, id],
    "case_by_id",
  );
  return row;
}

/** The same, locked until the transaction ends; `resolution` is what an undo needs. */
export async function lockCase(
  tx: Querier,
  marketplace: string,
  id: string,
): Promise<(CaseRow & { resolution: StoredResolution | null }) | undefined> {
  const [row] = await tx.query<CaseRow & { resolution: StoredResolution | null }>(
    `select ${columns}, resolution from cases where marketplace = $1 and id = $2 for update`,
    [marketplace, id],
  );
  return row;
}

/** The playbook run that a resolution belongs to, if any. */
export async function runOf(q: Querier, marketplace: string, id: string): Promise<string | undefined> {
  const [row] = await q.query<{ resolution: StoredResolution | null }>(
    "select resolution from cases where marketplace = $1 and id = $2 and state = 'resolved'",
    [marketplace, id],
  );
  return row?.resolution?.run;
}

/** Sort key of a list: worked order for what is open, newest first for what is resolved. Times in full precision, as text. */
export type CaseKey = [priority: number, at: string, id: string];

/**
 * @param samples whether samples are among them; whoever looks at them blind is handed one, and does not choose
 * @returns at most `limit + 1` rows, so that the caller knows whether there are more; `key_at` belongs into its cursor
 */
export function listCases(
  q: Querier,
  marketplace: string,
  filter: CaseFilter,
  { user, hidden, samples }: { user: string; hidden: readonly string[]; samples: boolean },
  after: CaseKey | undefined,
  limit: number,
): Promise<(CaseRow & { key_at: string })[]> {
  const state = filter.state ?? "open";
  const where = ["marketplace = $1"];
  const values: unknown[] = [marketplace];
  const value = (given: unknown) => `$${values.push(given)}`;
  if (state === "open") where.push(isOpen);
  else if (state === "snoozed") where.push("state = 'snoozed' and snoozed_until > now()");
  else where.push("state = 'resolved'");
  if (!samples) where.push(`(quality_item is null or shown_as is not null or claimed_by = ${value(user)})`);
  if (hidden.length > 0) where.push(`queue <> all(${value(hidden)})`);
  if (filter.queue !== undefined) where.push(`queue = ${value(filter.queue)}`);
  if (filter.q) {
    const id = value(filter.q);
    where.push(`(title ilike ${value(likePattern(filter.q))} or id = ${id} or subject_id = ${id} or owner = ${id})`);
  }
  if (filter.type !== undefined) where.push(`coalesce(shown_as, type) = ${value(filter.type)}`);
  for (const column of ["kind", "owner"] as const) {
    if (filter[column] !== undefined) where.push(`${column} = ${value(filter[column])}`);
  }
  // These reasons are ours, not the outside's: codes of the catalogue.
  if (filter.reason !== undefined) {
    where.push(`exists (select from json_array_elements(reasons) r where r->>'code' = ${value(filter.reason)})`);
  }
  for (const column of ["opened", "resolved"] as const) {
    const [from, to] = [filter[`${column}_from`], filter[`${column}_to`]];
    if (from !== undefined) where.push(`${column}_at >= ${value(from)}::timestamptz`);
    if (to !== undefined) where.push(`${column}_at < ${value(to)}::timestamptz`);
  }
  if (filter.due === "missed") where.push("due_at < coalesce(resolved_at, now())");
  else if (filter.due === "near") where.push("due_at between now() and now() + interval '1 hour'");
  if (filter.by !== undefined) where.push(`resolved_by ${filter.by === "rule" ? "=" : "<>"} 'rule'`);
  if (filter.priority_from !== undefined) where.push(`priority >= ${value(filter.priority_from)}`);
  if (filter.held === "me") where.push(`claimed_by = ${value(user)} and claimed_until > now()`);
  else if (filter.held === "others") where.push(`claimed_by <> ${value(user)} and claimed_until > now()`);
  else if (filter.held === "nobody") where.push("(claimed_by is null or claimed_until <= now())");
  const resolved = state === "resolved";
  if (after) {
    const [priority, at, id] = after;
    if (resolved) where.push(`(resolved_at, id) < (${value(at)}::timestamptz, ${value(id)})`);
    else {
      where.push(`(-priority, opened_at, id) > (-${value(priority)}::int, ${value(at)}::timestamptz, ${value(id)})`);
    }
  }
  const order = resolved ? "resolved_at desc, id desc" : "priority desc, opened_at, id";
  return q.query<CaseRow & { key_at: string }>(
    `select ${columns}, ${resolved ? "resolved_at" : "opened_at"}::text as key_at
     from cases where ${where.join(" and ")} order by ${order} limit ${limit + 1}`,
    values,
  );
}

/** Unresolved cases of an account, the most urgent first; blind samples apart. */
export function openCasesOf(q: Querier, marketplace: string, owner: string, limit: number): Promise<CaseRow[]> {
  return q.query<CaseRow>(
    `select ${columns} from cases where marketplace = $1 and owner = $2 and state <> 'resolved'
     order by priority desc, opened_at limit $3`,
    [marketplace, owner, limit],
    "open_cases_of",
  );
}

/** Whether a subject was ever brought before a person by a rule, a report or a person; drawn samples do not count. */
export async function hadCase(
  q: Querier,
  marketplace: string,
  subject: { kind: string; id: string },
): Promise<boolean> {
  const rows = await q.query(
    "select 1 from cases where marketplace = $1 and kind = $2 and subject_id = $3 and quality_item is null limit 1",
    [marketplace, subject.kind, subject.id],
    "had_case",
  );
  return rows.length > 0;
}

/** Unresolved cases of several subjects. */
export function openCasesOn(
  q: Querier,
  marketplace: string,
  subjects: readonly { kind: string; id: string }[],
): Promise<CaseRow[]> {
  return q.query<CaseRow>(
    `select ${columns} from cases where marketplace = $1 and state <> 'resolved'
       and (kind, subject_id) in (select * from unnest($2::text[], $3::text[])) order by priority desc, opened_at`,
    [marketplace, subjects.map(({ kind }) => kind), subjects.map(({ id }) => id)],
    "open_cases_on",
  );
}

/** How many of the cases that come next are named: two are prefetched, the others stand in for those that were decided meanwhile. */
const namedNext = 4;

/**
 * Ids of the cases that would be worked next after this one: those behind it, then those before it.
 * @param queue undefined for all queues
 * @param closed queues that are not handed out to this person
 * @param given what of the others is
 */
export async function idsAfter(
  q: Querier,
  marketplace: string,
  current: CaseRow,
  user: string,
  queue: string | undefined,
  closed: readonly string[],
  given: Given,
): Promise<string[]> {
  // What somebody moved on is not handed back to them, unless they go where it went.
  const where = queue === undefined ? "queue <> all($2) and moved_by is distinct from $4" : "queue = $2";
  const free = `marketplace = $1 and ${where} and ${isOpen} and id <> $3
    and not ($4 = any(not_for)) and not (topics && $5::text[])
    and (cardinality($6::text[]) = 0 or language is null or language = any($6))
    and (assigned_to is null or assigned_to = $4 or assigned_at <= now() - ${dealtFor} * interval '1 minute') and (claimed_by is null or claimed_by = $4 or claimed_until <= now())`;
  const order = `order by priority desc, opened_at, id limit ${namedNext}`;
  const values = [marketplace, queue ?? [...closed], current.id, user, given.away, given.languages];
  const name = queue === undefined ? "_all" : "";
  const behind = await q.query<{ id: string }>(
    `select id from cases where ${free} and priority <= $7 and (-priority, opened_at, id) > (-$7::int, $8::timestamptz, $3) ${order}`,
    [...values, current.priority, current.opened_at],
    `case_ids_behind${name}`,
  );
  const before =
    behind.length < namedNext
      ? await q.query<{ id: string }>(`select id from cases where ${free} ${order}`, values, `case_ids_first${name}`)
      : [];
  return [...new Set([...behind, ...before].map((row) => row.id))].slice(0, namedNext);
}

export interface QueueRow {
  id: string;
  open: number;
  claimed: number;
  oldest_opened_at: Date | null;
  overdue: number;
  resolved_24h: number;
}

/** Every queue that has unresolved cases, or had one resolved by a person within a day. */
export function queueSummary(q: Querier, marketplace: string): Promise<QueueRow[]> {
  return q.query<QueueRow>(
    `select queue as id, sum(open)::int as open, sum(claimed)::int as claimed, min(oldest) as oldest_opened_at,
       sum(overdue)::int as overdue, sum(resolved)::int as resolved_24h
     from (
       select queue, count(*) as open, count(*) filter (where claimed_until > now()) as claimed, min(opened_at) as oldest,
         count(*) filter (where due_at < now()) as overdue, 0 as resolved
       from cases where marketplace = $1 and ${isOpen} group by queue
       union all
       select queue, 0, 0, null, 0, count(*) from cases
       where marketplace = $1 and state = 'resolved' and resolved_by <> 'rule' and resolved_at > now() - interval '24 hours'
       group by queue
     ) t group by queue order by queue`,
    [marketplace],
    "queue_summary",
  );
}

/** Names of the queues that have unresolved cases, by a skip scan: one index probe each. */
export async function busyQueues(q: Querier, marketplace: string): Promise<string[]> {
  const rows = await q.query<{ queue: string }>(
    `with recursive names as (
       (select queue from cases where marketplace = $1 and state <> 'resolved' order by queue limit 1)
       union all
       select (select queue from cases where marketplace = $1 and state <> 'resolved' and queue > names.queue order by queue limit 1)
       from names where names.queue is not null)
     select queue from names where queue is not null`,
    [marketplace],
    "busy_queues",
  );
  return rows.map((row) => row.queue);
}

/** @returns how many cases wait for a person */
export async function openCount(q: Querier, marketplace: string, queue?: string): Promise<number> {
  const [row] = await q.query<{ n: number }>(
    `select count(*)::int as n from cases where marketplace = $1 and ${isOpen} and ($2::text is null or queue = $2)`,
    [marketplace, queue ?? null],
  );
  return row?.n ?? 0;
}

// changes of one case that the caller has locked

/** @param waitFor what ends it sooner */
export async function snooze(
  tx: Querier,
  marketplace: string,
  id: string,
  until: Date,
  waitFor: string | undefined,
): Promise<void> {
  await tx.query(
    `update cases set state = 'snoozed', snoozed_until = $3, wait_for = $4, snoozed_at = now(), claimed_by = null, claimed_until = null
     where marketplace = $1 and id = $2`,
    [marketplace, id, until, waitFor ?? null],
  );
}

/** To another queue, for anybody to take. @param by who moved it on */
export async function move(
  tx: Querier,
  marketplace: string,
  id: string,
  queue: string,
  priority: number,
  dueMinutes: number | null,
  by: string,
): Promise<void> {
  await tx.query(
    `update cases set moved_by = $6, queue = $3, priority = $4, base_priority = $4, assigned_to = null, wait_for = null, due_at = now() + $5::int * interval '1 minute', state = 'open', snoozed_until = null, claimed_by = null, claimed_until = null
     where marketplace = $1 and id = $2`,
    [marketplace, id, queue, priority, dueMinutes, by],
  );
}

export async function resolve(
  tx: Querier,
  marketplace: string,
  id: string,
  by: string,
  resolution: StoredResolution,
  undoUntil: Date,
): Promise<void> {
  await tx.query(
    `update cases set state = 'resolved', resolved_at = now(), resolved_by = $3, resolution = $4, undo_until = $5,
       snoozed_until = null, claimed_by = null, claimed_until = null
     where marketplace = $1 and id = $2`,
    [marketplace, id, by, JSON.stringify(resolution), undoUntil],
  );
}

/** Open again after an undo, held by the person who undid it. */
export async function reopen(tx: Querier, marketplace: string, id: string, by: string, claimMs: number): Promise<void> {
  await tx.query(
    `update cases set state = 'open', resolved_at = null, resolved_by = null, resolution = null, undo_until = null,
       claimed_by = $3, claimed_until = now() + $4 * interval '1 millisecond'
     where marketplace = $1 and id = $2`,
    [marketplace, id, by, claimMs],
  );
}

/** Opens a case for follow-up work; one that is open on the subject already stays as it is. @returns its id, where it was opened now */
export async function openFollowUp(
  tx: Querier,
  marketplace: string,
  work: Pick<CaseRow, "queue" | "priority" | "kind" | "subject_id" | "revision" | "owner" | "title" | "reasons"> &
    Pick<CaseRow, "decision_id" | "event_id">,
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `insert into cases (marketplace, id, type, queue, priority, kind, subject_id, revision, owner, title, reasons, decision_id, event_id)
     values ($1, $2, 'moderation', $3, $4, $5, $6, $7, $8, left($9, 160), $10, $11, $12)
     on conflict (marketplace, kind, subject_id, type) where state <> 'resolved' do nothing returning id`,
    [
      marketplace,
      newId("cas"),
      work.queue,
      work.priority,
      work.kind,
      work.subject_id,
      work.revision,
      work.owner,
      work.title,
      JSON.stringify(work.reasons),
      work.decision_id,
      work.event_id,
    ],
  );
  return row?.id;
}

/**
 * Opens a case of a kind that is not moderation, or joins the one that is open on the subject: it keeps the more pressing of priority and
 * deadline, and goes to the more special queue.
 * @param ranks queues, the most special first
 * @returns its id
 */
export async function openOrJoin(
  tx: Querier,
  marketplace: string,
  work: Pick<
    CaseRow,
    | "type"
    | "queue"
    | "priority"
    | "kind"
    | "subject_id"
    | "revision"
    | "owner"
    | "title"
    | "reasons"
    | "due_at"
    | "not_for"
  > &
    Pick<CaseRow, "decision_id" | "event_id">,
  ranks: readonly string[] = [],
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into cases as c (marketplace, id, type, queue, priority, kind, subject_id, revision, owner, title, reasons, decision_id, event_id, due_at, not_for)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, left($10, 160), $11, $12, $13, $14, $15)
     on conflict (marketplace, kind, subject_id, type) where state <> 'resolved' do update set
       priority = greatest(c.priority, excluded.priority), due_at = least(c.due_at, excluded.due_at), not_for = c.not_for || excluded.not_for,
       decision_id = excluded.decision_id, event_id = excluded.event_id, revision = excluded.revision,
       queue = case when array_position($16::text[], excluded.queue) < coalesce(array_position($16::text[], c.queue), 1000)
         then excluded.queue else c.queue end
     returning id`,
    [
      marketplace,
      newId("cas"),
      work.type,
      work.queue,
      work.priority,
      work.kind,
      work.subject_id,
      work.revision,
      work.owner,
      work.title,
      JSON.stringify(work.reasons),
      work.decision_id,
      work.event_id,
      work.due_at,
      work.not_for,
      [...ranks],
    ],
  );
  return row!.id;
}

/** Takes back a follow-up case that nobody has resolved. */
export async function removeFollowUp(tx: Querier, marketplace: string, id: string): Promise<void> {
  await tx.query("delete from cases where marketplace = $1 and id = $2 and state <> 'resolved'", [marketplace, id]);
}

/** The unresolved case that was opened since for the same work, if any: there may be one only. */
export async function openTwin(
  tx: Querier,
  marketplace: string,
  of: Pick<CaseRow, "kind" | "subject_id" | "type">,
): Promise<CaseRow | undefined> {
  const [row] = await tx.query<CaseRow>(
    `select ${columns} from cases
     where marketplace = $1 and kind = $2 and subject_id = $3 and type = $4 and state <> 'resolved' for update`,
    [marketplace, of.kind, of.subject_id, of.type],
  );
  return row;
}

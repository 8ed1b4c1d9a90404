/** SQL of how queues are worked: their settings, and what came and went by hour. */
import type { QueueSettings } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

export interface SettingsRow extends QueueSettings {
  queue: string;
}
const columns =
  "queue, paused, due_minutes, people, restricted, overflow_at, overflow_to, guidelines, skills, hand_out, certify_accuracy, certify_n";

/** Settings of the queues that have any. */
export function queueSettings(q: Querier, marketplace: string): Promise<SettingsRow[]> {
  return q.query<SettingsRow>(
    `select ${columns} from queue_settings where marketplace = $1`,
    [marketplace],
    "queue_settings",
  );
}

/** Also gives its unresolved cases their deadline anew. */
export async function saveQueueSettings(tx: Querier, marketplace: string, row: SettingsRow): Promise<void> {
  await tx.query(
    `insert into queue_settings (marketplace, ${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (marketplace, queue) do update set paused = excluded.paused, due_minutes = excluded.due_minutes, people = excluded.people,
       restricted = excluded.restricted, overflow_at = excluded.overflow_at, overflow_to = excluded.overflow_to, guidelines = excluded.guidelines,
       skills = excluded.skills, hand_out = excluded.hand_out, certify_accuracy = excluded.certify_accuracy, certify_n = excluded.certify_n`,
    [
      marketplace,
      row.queue,
      row.paused,
      row.due_minutes,
      row.people,
      row.restricted,
      row.overflow_at,
      row.overflow_to,
      row.guidelines,
      row.skills,
      row.hand_out,
      row.certify_accuracy,
      row.certify_n,
    ],
  );
  await tx.query(
    `update cases set due_at = opened_at + $3::int * interval '1 minute' where marketplace = $1 and queue = $2 and state <> 'resolved'`,
    [marketplace, row.queue, row.due_minutes],
  );
}

export interface HourRow {
  hour: Date;
  arrived: number;
  handled: number;
}

/** What came into a queue, and what people resolved of it, by hour of the last so many days. */
export function hoursOf(q: Querier, marketplace: string, queue: string, days: number): Promise<HourRow[]> {
  return q.query<HourRow>(
    `select hour, sum(arrived)::int as arrived, sum(handled)::int as handled from (
       select date_trunc('hour', opened_at) as hour, count(*) as arrived, 0 as handled from cases
       where marketplace = $1 and queue = $2 and opened_at > now() - $3::int * interval '1 day' group by 1
       union all
       select date_trunc('hour', resolved_at), 0, count(*) from cases
       where marketplace = $1 and queue = $2 and state = 'resolved' and resolved_by <> 'rule'
         and resolved_at > now() - $3::int * interval '1 day' group by 1) x
     group by hour order by hour`,
    [marketplace, queue, days],
    "queue_hours",
  );
}

/** Subjects that stand in these queues, or did, as `kind id`; of one account only, where it is given. */
export async function subjectsIn(
  q: Querier,
  marketplace: string,
  queues: readonly string[],
  owner?: string,
): Promise<Set<string>> {
  if (queues.length === 0) return new Set();
  const rows = await q.query<{ key: string }>(
    `select kind || ' ' || subject_id as key from cases
     where marketplace = $1 and queue = any($2) and ($3::text is null or owner = $3) limit 10000`,
    [marketplace, [...queues], owner ?? null],
    "subjects_in",
  );
  return new Set(rows.map((row) => row.key));
}

/** Whether a subject stands in one of these queues, unresolved or not. */
export async function inQueues(
  q: Querier,
  marketplace: string,
  queues: readonly string[],
  subject: { kind: string; id: string },
): Promise<boolean> {
  return (await queueAmong(q, marketplace, queues, subject)) !== undefined;
}

/** In which of these queues a subject stands, if any. */
export async function queueAmong(
  q: Querier,
  marketplace: string,
  queues: readonly string[],
  subject: { kind: string; id: string },
): Promise<string | undefined> {
  if (queues.length === 0) return undefined;
  const [row] = await q.query<{ queue: string }>(
    "select queue from cases where marketplace = $1 and kind = $2 and subject_id = $3 and queue = any($4) limit 1",
    [marketplace, subject.kind, subject.id, [...queues]],
    "in_queues",
  );
  return row?.queue;
}

/** Median hours from opening to the end of the cases of each queue that people resolved in the last 90 days. */
export async function queueWaits(q: Querier, marketplace: string): Promise<Record<string, number>> {
  const rows = await q.query<{ queue: string; hours: number }>(
    `select queue, percentile_cont(0.5) within group (order by extract(epoch from resolved_at - opened_at) / 3600) as hours
     from cases where marketplace = $1 and state = 'resolved' and resolved_by <> 'rule' and resolved_at > now() - interval '90 days' group by 1`,
    [marketplace],
  );
  return Object.fromEntries(rows.map(({ queue, hours }) => [queue, hours]));
}

/** Which subjects were appealed or reported since a moment, as `kind id`; an appeal goes before a report. */
export async function contestedSubjects(
  q: Querier,
  marketplace: string,
  subjects: readonly { kind: string; id: string; since: string }[],
): Promise<Map<string, "appealed" | "reported">> {
  const rows = await q.query<{ kind: string; subject_id: string; appealed: boolean }>(
    `select c.kind, c.subject_id, bool_or(c.type = 'appeal') as appealed
     from unnest($2::text[], $3::text[], $4::timestamptz[]) s(kind, id, since)
     join cases c on c.marketplace = $1 and c.kind = s.kind and c.subject_id = s.id and c.type in ('appeal', 'report', 'dispute') and c.opened_at >= s.since
     group by 1, 2`,
    [marketplace, subjects.map(({ kind }) => kind), subjects.map(({ id }) => id), subjects.map(({ since }) => since)],
  );
  return new Map(rows.map((row) => [`${row.kind} ${row.subject_id}`, row.appealed ? "appealed" : "reported"]));
}

/** SQL of the dashboard. Every read is bounded by the time asked for, and begins at an index of it. */
import type { SubjectKind } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

export interface DayRow {
  day: string;
  start: Date;
  end: Date;
  events: number;
  opened: number;
  resolved: number;
  backlog: number;
}

/**
 * Local days up to `now`, the last of them not over. A day is from midnight to midnight in the time zone: 23 or 25 hours where clocks change.
 */
export function localDays(
  q: Querier,
  marketplace: string,
  zone: string,
  days: number,
  now: Date,
  hidden: readonly string[],
): Promise<DayRow[]> {
  return q.query<DayRow>(
    `with days as (
       select to_char(d, 'YYYY-MM-DD') as day, d at time zone $2 as start, least((d + interval '1 day') at time zone $2, $4) as "end"
       from generate_series(date_trunc('day', $4 at time zone $2) - ($3::int - 1) * interval '1 day', $4 at time zone $2, interval '1 day') d)
     select day, start, "end",
       (select count(*)::int from events e where e.marketplace = $1 and e.received_at >= start and e.received_at < "end" and e.mode <> 'backfill') as events,
       (select count(*)::int from cases c where c.marketplace = $1 and c.opened_at >= start and c.opened_at < "end"
          and c.quality_item is null and c.queue <> all($5)) as opened,
       (select count(*)::int from cases c where c.marketplace = $1 and c.state = 'resolved' and c.resolved_at >= start and c.resolved_at < "end"
          and c.quality_item is null and c.queue <> all($5)) as resolved,
       0 as backlog
     from days order by day`,
    [marketplace, zone, days, now, [...hidden]],
  );
}

/** Cases that wait for people now, of whatever age, samples apart. */
export async function waitingNow(q: Querier, marketplace: string, hidden: readonly string[]): Promise<number> {
  const [row] = await q.query<{ n: number }>(
    `select count(*)::int as n from cases where marketplace = $1 and state <> 'resolved' and quality_item is null and queue <> all($2)`,
    [marketplace, [...hidden]],
  );
  return row?.n ?? 0;
}

/** Standing decisions by local day, by whom, and outcome. */
export function decidedByDay(
  q: Querier,
  marketplace: string,
  zone: string,
  from: Date,
  to: Date,
): Promise<{ day: string; by: "rule" | "person"; outcome: string; n: number }[]> {
  return q.query(
    `select to_char(decided_at at time zone $2, 'YYYY-MM-DD') as day, case decided_by when 'rule' then 'rule' else 'person' end as by,
       outcome, count(*)::int as n
     from decisions where marketplace = $1 and decided_at >= $3 and decided_at < $4 and standing and mode <> 'backfill'
     group by 1, 2, 3`,
    [marketplace, zone, from, to],
  );
}

export interface QueueTimes {
  queue: string;
  open: number;
  oldest_seconds: number | null;
  resolved: number;
  p50_seconds: number | null;
  p90_seconds: number | null;
  late: number;
  overdue: number;
  near: number;
}

export function queueTimes(
  q: Querier,
  marketplace: string,
  from: Date,
  to: Date,
  hidden: readonly string[],
): Promise<QueueTimes[]> {
  return q.query<QueueTimes>(
    `with done as (
       select queue, count(*)::int as resolved, count(*) filter (where due_at < resolved_at)::int as missed,
         percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from resolved_at - opened_at)) as times
       from cases where marketplace = $1 and state = 'resolved' and resolved_at >= $2 and resolved_at < $3 and resolved_by <> 'rule'
         and queue <> all($4) group by queue),
     now_open as (
       select queue, count(*)::int as open, extract(epoch from now() - min(opened_at))::float8 as oldest,
         count(*) filter (where due_at < now())::int as missed,
         count(*) filter (where due_at between now() and now() + interval '1 hour')::int as near
       from cases where marketplace = $1 and state <> 'resolved' and queue <> all($4) group by queue)
     select queue, coalesce(o.open, 0) as open, o.oldest as oldest_seconds, coalesce(d.resolved, 0) as resolved,
       d.times[1] as p50_seconds, d.times[2] as p90_seconds, coalesce(d.missed, 0) as late, coalesce(o.missed, 0) as overdue, coalesce(o.near, 0) as near
     from done d full join now_open o using (queue) order by queue`,
    [marketplace, from, to, [...hidden]],
  );
}

export interface Escaped {
  kind: SubjectKind;
  subject_id: string;
  owner: string;
  title: string;
  minutes: number;
  reached: number;
}

/** Refusals that are looked at, the newest. */
const mostRefusals = 5000;

/** Subjects that were refused in the time after an earlier decision had let people see them, and whom their owners reached meanwhile. */
export function escapedHarm(
  q: Querier,
  marketplace: string,
  from: Date,
  to: Date,
  hidden: readonly string[],
): Promise<Escaped[]> {
  return q.query<Escaped>(
    `with refused as (
       select d.kind, d.subject_id, d.owner, d.decided_at from decisions d
       where d.marketplace = $1 and d.decided_at >= $2 and d.decided_at < $3 and d.standing and d.outcome = 'refuse' and d.mode <> 'backfill'
         and not exists (select from cases c where c.marketplace = $1 and c.kind = d.kind and c.subject_id = d.subject_id and c.queue = any($4))
       order by d.decided_at desc limit ${mostRefusals}),
     seen as (
       select r.*, s.shown_at from refused r cross join lateral (
         select min(b.decided_at) as shown_at from decisions b
         where b.marketplace = $1 and b.kind = r.kind and b.subject_id = r.subject_id and b.undone_at is null and b.decided_at < r.decided_at
           and b.mode <> 'backfill' and b.visibility not in ('held', 'removed')) s
       where s.shown_at is not null)
     select n.kind, n.subject_id, n.owner, coalesce(s.title, '') as title,
       extract(epoch from n.decided_at - n.shown_at)::float8 / 60 as minutes,
       (select count(*)::int from (
          select e.counterpart from events e where e.marketplace = $1 and e.owner = n.owner and e.kind = 'message'
            and e.at >= n.shown_at and e.at < n.decided_at and e.counterpart is not null and e.counterpart <> n.owner
          union
          select e.owner from events e where e.marketplace = $1 and e.kind = 'order' and e.counterpart = n.owner
            and e.at >= n.shown_at and e.at < n.decided_at) people) as reached
     from seen n left join subjects s on s.marketplace = $1 and s.kind = n.kind and s.id = n.subject_id
     order by reached desc, minutes desc`,
    [marketplace, from, to, [...hidden]],
  );
}

/** How many subjects were refused in the time. */
export async function refusedCount(q: Querier, marketplace: string, from: Date, to: Date): Promise<number> {
  const [row] = await q.query<{ n: number }>(
    `select count(*)::int as n from decisions where marketplace = $1 and decided_at >= $2 and decided_at < $3 and standing
       and outcome = 'refuse' and mode <> 'backfill'`,
    [marketplace, from, to],
  );
  return row?.n ?? 0;
}

/** Minutes that each person spent: from the first sight of a case to its resolution, at most `most` each; and the median. */
export function minutesBy(
  q: Querier,
  marketplace: string,
  from: Date,
  to: Date,
  most: number,
): Promise<{ person: string; n: number; minutes: number; median: number }[]> {
  return q.query(
    `select person, count(*)::int as n, sum(spent)::float8 as minutes,
       percentile_cont(0.5) within group (order by spent)::float8 as median
     from (
       select c.resolved_by as person, least($4::float8, extract(epoch from c.resolved_at - v.at) / 60) as spent
       from cases c join case_views v on v.marketplace = $1 and v.person = c.resolved_by and v.case_id = c.id
       where c.marketplace = $1 and c.state = 'resolved' and c.resolved_at >= $2 and c.resolved_at < $3 and c.resolved_at > v.at) w
     group by person`,
    [marketplace, from, to, most],
  );
}

/** SQL of what changes with time: priority that grows, cases that waited for something, cases dealt out in turn. */
import type { Querier } from "../../db/index.ts";
import { dealtFor, isOpen } from "./cases.ts";

/**
 * Priority is harm × exposure × age, at most 100: what the rule asked for; a quarter more while people can see it; and from once to twice
 * within the first day. Only what changes is written.
 * @returns how many changed
 */
export async function agePriorities(q: Querier, marketplace: string): Promise<number> {
  const rows = await q.query(
    `update cases c set base_priority = aged.base, priority = aged.priority
     from (
       select k.id, b.base, least(100, round(b.base
           * case when s.visibility is null or s.visibility in ('held', 'removed') or s.ended then 1 else 1.25 end
           * (1 + least(1, extract(epoch from now() - k.opened_at) / 86400))))::int as priority
       from cases k cross join lateral (select greatest(coalesce(k.base_priority, k.priority), 0) as base) b
         left join subjects s on s.marketplace = $1 and s.kind = k.kind and s.id = k.subject_id
       where k.marketplace = $1 and k.state <> 'resolved' and k.quality_item is null) aged
     where c.marketplace = $1 and c.id = aged.id and c.priority <> aged.priority returning c.id`,
    [marketplace],
  );
  return rows.length;
}

/** Takes cases back into their queues for which what they waited for has come. @returns their ids */
export async function wakeWaiting(q: Querier, marketplace: string): Promise<string[]> {
  const rows = await q.query<{ id: string }>(
    `update cases c set state = 'open', snoozed_until = null, wait_for = null, snoozed_at = null
     where c.marketplace = $1 and c.wait_for is not null and c.state = 'snoozed' and case c.wait_for
       when 'edit' then exists (select from events e where e.marketplace = $1 and e.kind = c.kind and e.subject_id = c.subject_id
         and e.received_at > c.snoozed_at)
       when 'message' then exists (select from events e where e.marketplace = $1 and e.owner = c.owner and e.kind in ('message', 'question')
         and e.at > c.snoozed_at - interval '1 day' and e.received_at > c.snoozed_at)
       when 'order' then exists (select from events e where e.marketplace = $1 and e.kind = 'order' and e.counterpart = c.owner
         and e.at > c.snoozed_at - interval '1 day' and e.received_at > c.snoozed_at)
       when 'appeal' then exists (select from cases a where a.marketplace = $1 and a.kind = c.kind and a.subject_id = c.subject_id
         and a.type = 'appeal' and a.opened_at > c.snoozed_at)
       else false end
     returning c.id`,
    [marketplace],
  );
  return rows.map((row) => row.id);
}

/** Most cases that wait for one person in one queue. */
const handSize = 5;

/**
 * Deals the open cases of a queue to those who have worked within 20 minutes, in turn: whoever has the fewest is next.
 * @param people who works the queue; none: everybody who has
 * @returns how many were dealt
 */
export async function dealOut(
  q: Querier,
  marketplace: string,
  queue: string,
  people: readonly string[],
): Promise<number> {
  const rows = await q.query(
    `with present as (
       select person, row_number() over (order by held, person) as seat, held from (
         select v.person, (select count(*) from cases c where c.marketplace = $1 and c.queue = $2 and c.assigned_to = v.person
             and c.assigned_at > now() - ${dealtFor} * interval '1 minute' and ${isOpen}) as held
         from (select distinct person from case_views where marketplace = $1 and at > now() - interval '20 minutes') v
         where cardinality($3::text[]) = 0 or v.person = any($3)) p
       where held < ${handSize}),
     waiting as (
       select id, not_for, row_number() over (order by priority desc, opened_at, id) as place from cases
       where marketplace = $1 and queue = $2 and ${isOpen} and (claimed_until is null or claimed_until <= now())
         and (assigned_to is null or assigned_at <= now() - ${dealtFor} * interval '1 minute')
       order by priority desc, opened_at, id limit (select coalesce(sum(${handSize} - held), 0) from present))
     update cases c set assigned_to = p.person, assigned_at = now()
     from waiting w join present p on p.seat = 1 + (w.place - 1) % (select count(*) from present)
     where c.marketplace = $1 and c.id = w.id and not (p.person = any(w.not_for)) returning c.id`,
    [marketplace, queue, [...people]],
  );
  return rows.length;
}

/** SQL of claims: who works on a case, until when. Two people never hold the same one. */
import type { Querier } from "../../db/index.ts";
import type { Given } from "../giving.ts";
import { dealtFor, isOpen } from "./cases.ts";

/**
 * Takes the next case of a queue: highest priority, then the oldest; those that others hold are passed over.
 * @param queue undefined for all queues
 * @param after a case to go on from: the ones behind it come first, then the others, never itself
 */
export async function claimNext(
  tx: Querier,
  marketplace: string,
  user: string,
  queue: string | undefined,
  after: string | undefined,
  claimMs: number,
  closed: readonly string[],
  given: Given,
): Promise<string | null> {
  const values: unknown[] = [marketplace, user, claimMs];
  const value = (given: unknown) => `$${values.push(given)}`;
  const where = [
    `c.marketplace = $1 and ${isOpen}`,
    "(c.claimed_by is null or c.claimed_by = $2 or c.claimed_until <= now())",
    "not ($2 = any(c.not_for))",
    `(c.assigned_to is null or c.assigned_to = $2 or c.assigned_at <= now() - ${dealtFor} * interval '1 minute')`,
    ...(given.away.length === 0 ? [] : [`not (c.topics && ${value(given.away)})`]),
    ...(given.languages.length === 0 ? [] : [`(c.language is null or c.language = any(${value(given.languages)}))`]),
    queue === undefined ? "c.moved_by is distinct from $2" : `c.queue = ${value(queue)}`,
    ...(closed.length === 0 ? [] : [`c.queue <> all(${value(closed)})`]),
    ...(after === undefined ? [] : [`c.id <> ${value(after)}`]),
  ];
  // The first comparison says nothing new; it is the one that an index can begin at.
  const current = `from cases k where k.marketplace = $1 and k.id = $${values.length}`;
  const behind = `c.priority <= (select k.priority ${current})
    and (-c.priority, c.opened_at, c.id) > (select -k.priority, k.opened_at, k.id ${current})`;
  const take = async (conditions: string[]) =>
    (
      await tx.query<{ id: string }>(
        `with candidate as (
           select c.id from cases c where ${conditions.join(" and ")}
           order by c.priority desc, c.opened_at, c.id limit 1 for update skip locked)
         update cases set claimed_by = $2, claimed_until = now() + $3 * interval '1 millisecond', state = 'open', snoozed_until = null
         from candidate where cases.marketplace = $1 and cases.id = candidate.id returning cases.id`,
        values,
      )
    )[0]?.id;
  return (after === undefined ? undefined : await take([...where, behind])) ?? (await take(where)) ?? null;
}

/** Takes a case, or keeps it for longer. @returns false when another person holds it, or it is resolved or not there */
export async function claim(
  q: Querier,
  marketplace: string,
  id: string,
  user: string,
  claimMs: number,
): Promise<boolean> {
  const rows = await q.query(
    `update cases set claimed_by = $3, claimed_until = now() + $4 * interval '1 millisecond'
     where marketplace = $1 and id = $2 and state <> 'resolved' and not ($3 = any(not_for))
       and (claimed_by is null or claimed_by = $3 or claimed_until <= now()) returning id`,
    [marketplace, id, user, claimMs],
  );
  return rows.length > 0;
}

/** @param user whose claim; undefined for anybody's. @returns whether there was one */
export async function release(q: Querier, marketplace: string, id: string, user: string | undefined): Promise<boolean> {
  const rows = await q.query(
    `update cases set claimed_by = null, claimed_until = null
     where marketplace = $1 and id = $2 and state <> 'resolved' and claimed_by is not null
       and ($3::text is null or claimed_by = $3) returning id`,
    [marketplace, id, user ?? null],
  );
  return rows.length > 0;
}

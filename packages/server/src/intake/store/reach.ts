/** SQL over what an account reaches: its ads, orders, the people it wrote to, the devices and payouts it used. Read by index, each with a limit. */
import type { SubjectKind } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

export interface ReachedSubject {
  kind: SubjectKind;
  id: string;
  title: string;
  owner: string;
}

/** An account's other ads that are up, or wait to be: not ended, not refused. The newest first. */
export function standingListings(
  q: Querier,
  marketplace: string,
  owner: string,
  except: string,
  limit: number,
): Promise<ReachedSubject[]> {
  return q.query<ReachedSubject>(
    `select kind, id, title, owner from subjects
     where marketplace = $1 and owner = $2 and kind = 'listing' and id <> $3 and not ended and outcome is distinct from 'refuse'
     order by created_at desc, id limit $4`,
    [marketplace, owner, except, limit],
    "standing_listings",
  );
}

/** Verbs after which an order is over for the people in it; `endingVerbs` are kept with the subject. */
const overOrders = ["completed", "delivered", "received", "refunded", "returned"];

/** Orders that are under way in which an account buys or sells, and that are not held yet. */
export function openOrders(q: Querier, marketplace: string, account: string, limit: number): Promise<ReachedSubject[]> {
  return q.query<ReachedSubject>(
    `select s.kind, s.id, s.title, s.owner
     from (
       select id from subjects where marketplace = $1 and owner = $2 and kind = 'order'
       union
       select subject_id from events where marketplace = $1 and kind = 'order' and counterpart = $2) o
     join subjects s on s.marketplace = $1 and s.kind = 'order' and s.id = o.id
     join events e on e.marketplace = $1 and e.id = s.event_id
     where not s.ended and s.decision_id is not null and coalesce(s.visibility, '') not in ('held', 'removed')
       and split_part(e.type, '.', 2) <> all($3)
     order by s.created_at desc, s.id limit $4`,
    [marketplace, account, overOrders, limit],
    "open_orders",
  );
}

/** Whom an account wrote to within so many days, the latest first. */
export async function contactsOf(
  q: Querier,
  marketplace: string,
  account: string,
  days: number,
  limit: number,
): Promise<string[]> {
  const rows = await q.query<{ id: string }>(
    `select counterpart as id from events
     where marketplace = $1 and owner = $2 and kind = 'message' and at > now() - $3 * interval '1 day'
       and counterpart is not null and counterpart <> $2
     group by counterpart order by max(at) desc, counterpart limit $4`,
    [marketplace, account, days, limit],
    "contacts_of",
  );
  return rows.map((row) => row.id);
}

/** The stored bodies of an account's newest events: what is inside is looked at by the caller, never in SQL. */
export async function newestBodies(
  q: Querier,
  marketplace: string,
  owner: string,
  kinds: readonly string[],
  limit: number,
): Promise<Record<string, unknown>[]> {
  const rows = await q.query<{ body: Record<string, unknown> }>(
    `select x.body from unnest($3::text[]) k(kind) cross join lateral (
       select body, at from events where marketplace = $1 and owner = $2 and kind = k.kind order by at desc limit $4) x
     order by x.at desc limit $4`,
    [marketplace, owner, kinds, limit],
    "newest_bodies",
  );
  return rows.map((row) => row.body);
}

/** States of an owner's subjects of one kind. */
export async function statesOf(
  q: Querier,
  marketplace: string,
  owner: string,
  kind: SubjectKind,
  limit: number,
): Promise<Record<string, unknown>[]> {
  const rows = await q.query<{ state: Record<string, unknown> }>(
    "select state from subjects where marketplace = $1 and owner = $2 and kind = $3 and not ended order by created_at desc limit $4",
    [marketplace, owner, kind, limit],
    "states_of",
  );
  return rows.map((row) => row.state);
}

/** States of several subjects, under `kind id`. */
export async function subjectStates(
  q: Querier,
  marketplace: string,
  subjects: readonly { kind: SubjectKind; id: string }[],
): Promise<Map<string, Record<string, unknown>>> {
  const rows = await q.query<{ key: string; state: Record<string, unknown> }>(
    `select s.kind || ' ' || s.id as key, s.state from unnest($2::text[], $3::text[]) w(kind, id)
     join subjects s on s.marketplace = $1 and s.kind = w.kind and s.id = w.id`,
    [marketplace, subjects.map(({ kind }) => kind), subjects.map(({ id }) => id)],
    "subject_states",
  );
  return new Map(rows.map((row) => [row.key, row.state]));
}

/** Names of accounts, as they gave them; those that have none are absent. */
export async function accountNames(
  q: Querier,
  marketplace: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await q.query<{ id: string; title: string }>(
    "select id, title from subjects where marketplace = $1 and kind = 'account' and id = any($2) and title <> ''",
    [marketplace, [...new Set(ids)]],
    "account_names",
  );
  return new Map(rows.map((row) => [row.id, row.title]));
}

/** Of these ids, which are subjects of these kinds. */
export function subjectsNamed(
  q: Querier,
  marketplace: string,
  kinds: readonly SubjectKind[],
  ids: readonly string[],
): Promise<{ kind: SubjectKind; id: string }[]> {
  return q.query(
    "select kind, id from subjects where marketplace = $1 and kind = any($2) and id = any($3)",
    [marketplace, [...kinds], [...ids]],
    "subjects_named",
  );
}

/** SQL over comparables: what an approved listing adds, and what a person's decision adds and takes away. */
import type { Querier } from "../../db/index.ts";

/**
 * A listing is compared as it was last approved; one that is refused is not. An event that comes late changes nothing that is newer.
 * Keys go by their row addresses, so that each is a look-up however large the table has grown.
 */
export const comparableWrites = `kn as (
    select ok.subject_id, ok.owner, ok.at, ok.category, ok.currency, ok.amount, ok.comparable_title, ok.brand, ok.condition,
      ok.comparable_kind, ok.sold, ok.comparable, ok.price_keys::bigint[] as keys, c.keys as old_keys, c.at as old_at
    from ok left join lateral (select c.keys, c.at from comparables c where c.marketplace = $1 and c.listing = ok.subject_id limit 1) c on true
    where ok.kind = 'listing' and (ok.comparable or ok.outcome = 'refuse') and (c.at is null or c.at <= ok.at)),
  k as (
    insert into comparables (marketplace, listing, seller, category, currency, amount, title, brand, condition, kind, sold, keys, at)
    select $1, subject_id, owner, category, currency, amount, comparable_title, brand, condition, comparable_kind, sold, keys, at from kn where comparable
    on conflict (marketplace, listing) do update set seller = excluded.seller, category = excluded.category, currency = excluded.currency,
      amount = excluded.amount, title = excluded.title, brand = excluded.brand, condition = excluded.condition, kind = excluded.kind,
      sold = excluded.sold, keys = excluded.keys, at = excluded.at),
  kd as (delete from comparables c using kn where c.marketplace = $1 and c.listing = kn.subject_id and not kn.comparable),
  ki as (insert into comparable_keys (marketplace, key, at, listing)
    select $1, key, at, subject_id from kn cross join lateral unnest(keys) key where comparable on conflict do nothing),
  kr as (delete from comparable_keys where ctid = any (array(
    select x.ctid from kn cross join lateral unnest(kn.old_keys) k(key)
    cross join lateral (select x.ctid from comparable_keys x where x.marketplace = $1 and x.key = k.key and x.at = kn.old_at and x.listing = kn.subject_id limit 1) x
    where not (kn.comparable and kn.old_at = kn.at and k.key = any (kn.keys)))))`;

export interface ComparableRow {
  listing: string;
  seller: string;
  category: string;
  currency: string;
  amount: number;
  title: string;
  brand: string | null;
  condition: string | null;
  kind: string;
  sold: boolean;
  keys: number[];
  /** RFC 3339. */
  at: string;
}

export async function comparableRow(
  q: Querier,
  marketplace: string,
  listing: string,
): Promise<ComparableRow | undefined> {
  const [row] = await q.query<ComparableRow>(
    `select listing, seller, category, currency, amount, title, brand, condition, kind, sold, to_json(keys) as keys, to_json(at) #>> '{}' as at
     from comparables where marketplace = $1 and listing = $2`,
    [marketplace, listing],
  );
  return row;
}

export async function removeComparable(q: Querier, marketplace: string, listing: string): Promise<void> {
  await q.query(
    `with gone as (delete from comparables where marketplace = $1 and listing = $2 returning keys, at)
     delete from comparable_keys x using gone, unnest(gone.keys) k(key)
     where x.marketplace = $1 and x.key = k.key and x.at = gone.at and x.listing = $2`,
    [marketplace, listing],
  );
}

export async function putComparable(q: Querier, marketplace: string, row: ComparableRow): Promise<void> {
  await removeComparable(q, marketplace, row.listing);
  await q.query(
    `with c as (
       insert into comparables (marketplace, listing, seller, category, currency, amount, title, brand, condition, kind, sold, keys, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning listing, keys, at)
     insert into comparable_keys (marketplace, key, at, listing) select $1, key, at, listing from c, unnest(keys) key`,
    [
      marketplace,
      row.listing,
      row.seller,
      row.category,
      row.currency,
      row.amount,
      row.title,
      row.brand,
      row.condition,
      row.kind,
      row.sold,
      row.keys,
      row.at,
    ],
  );
}

/** The categories that comparables are kept in, by a skip scan: one index probe each. */
export async function categories(q: Querier, marketplace: string): Promise<string[]> {
  const rows = await q.query<{ category: string }>(
    `with recursive c as (
       (select category from comparables where marketplace = $1 order by category limit 1)
       union all
       select (select category from comparables where marketplace = $1 and category > c.category order by category limit 1)
       from c where c.category is not null)
     select category from c where category is not null and category <> '' limit 500`,
    [marketplace],
    "categories",
  );
  return rows.map((row) => row.category);
}

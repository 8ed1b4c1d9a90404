/** SQL over one comparable: what a person's decision adds and takes away. */
import type { Querier } from "../../db/index.ts";

export interface ComparableRow {
  listing: string;
  seller: string;
  category: string;
  currency: string;
  amount: number;
  title: string;
  brand: string | null;
  condition: string | null;
  /** RFC 3339. */
  at: string;
}

export async function comparableRow(
  q: Querier,
  marketplace: string,
  listing: string,
): Promise<ComparableRow | undefined> {
  const [row] = await q.query<ComparableRow>(
    `select listing, seller, category, currency, amount, title, brand, condition, to_json(at) #>> '{}' as at
     from comparables where marketplace = $1 and listing = $2`,
    [marketplace, listing],
  );
  return row;
}

export async function removeComparable(q: Querier, marketplace: string, listing: string): Promise<void> {
  await q.query("delete from comparables where marketplace = $1 and listing = $2", [marketplace, listing]);
}

export async function putComparable(q: Querier, marketplace: string, row: ComparableRow): Promise<void> {
  await removeComparable(q, marketplace, row.listing);
  await q.query(
    `insert into comparables (marketplace, listing, seller, category, currency, amount, title, brand, condition, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
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

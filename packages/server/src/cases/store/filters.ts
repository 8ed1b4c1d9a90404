/** SQL of the filters that people keep. */
import type { CaseFilter as KeptFilter, SavedFilter } from "@assay/contract";
import { newId, type Querier } from "../../db/index.ts";

/** A person's own filters and those that others share, by name. */
export async function filtersOf(q: Querier, marketplace: string, user: string): Promise<SavedFilter[]> {
  const rows = await q.query<SavedFilter & { owner: string }>(
    "select id, owner, name, shared, filter from saved_filters where marketplace = $1 and (owner = $2 or shared) order by name, id limit 200",
    [marketplace, user],
  );
  return rows.map(({ owner, ...row }) => ({ ...row, own: owner === user }));
}

export async function saveFilter(
  q: Querier,
  marketplace: string,
  user: string,
  filter: { name: string; shared: boolean; filter: KeptFilter },
): Promise<SavedFilter> {
  const id = newId("flt");
  await q.query(
    "insert into saved_filters (marketplace, id, owner, name, shared, filter) values ($1, $2, $3, $4, $5, $6)",
    [marketplace, id, user, filter.name, filter.shared, JSON.stringify(filter.filter)],
  );
  return { id, own: true, ...filter };
}

/** @returns false when there is no such filter of this person's */
export async function deleteFilter(q: Querier, marketplace: string, user: string, id: string): Promise<boolean> {
  const rows = await q.query(
    "delete from saved_filters where marketplace = $1 and owner = $2 and id = $3 returning id",
    [marketplace, user, id],
  );
  return rows.length > 0;
}

/** SQL over the marketplaces' policies and lists. */
import type { Mode, Stage } from "@assay/contract";
import type { PolicySource } from "@assay/policy";
import type { Querier } from "../db/index.ts";

/** The newest version of each stage's policy. */
export async function newestPolicies(db: Querier, marketplace: string): Promise<PolicySource[]> {
  return db.query<PolicySource>(
    "select distinct on (stage) stage, version, source from policies where marketplace = $1 order by stage, version desc",
    [marketplace],
    "newest_policies",
  );
}

/** One version of one stage's policy, for replay. */
export async function policyVersion(
  db: Querier,
  marketplace: string,
  stage: string,
  version: number,
): Promise<PolicySource | undefined> {
  const [row] = await db.query<PolicySource>(
    "select stage, version, source from policies where marketplace = $1 and stage = $2 and version = $3",
    [marketplace, stage, version],
  );
  return row;
}

/** Adds the next version. */
export async function savePolicy(
  db: Querier,
  marketplace: string,
  stage: Stage,
  source: string,
  author: string,
): Promise<number> {
  const [row] = await db.query<{ version: number }>(
    `insert into policies (marketplace, stage, version, source, author)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4 from policies where marketplace = $1 and stage = $2
     returning version`,
    [marketplace, stage, source, author],
  );
  return row!.version;
}

/** Entries of every list as they stood at a time, by name. */
export async function listEntries(db: Querier, marketplace: string, at: Date): Promise<Record<string, string[]>> {
  const rows = await db.query<{ list: string; values: string[] }>(
    `select list, array_agg(distinct value order by value) as values from list_entries
     where marketplace = $1 and added_at <= $2 and (expires_at is null or expires_at > $2) and (removed_at is null or removed_at > $2)
     group by list`,
    [marketplace, at],
    "list_entries",
  );
  return Object.fromEntries(rows.map((row) => [row.list, row.values]));
}

/** @returns how many values were new */
export async function addToList(
  tx: Querier,
  marketplace: string,
  entry: {
    list: string;
    values: readonly string[];
    reason?: string | undefined;
    expiresAt?: string | undefined;
    addedBy: string;
  },
): Promise<number> {
  const rows = await tx.query(
    `insert into list_entries (marketplace, list, value, reason, added_by, expires_at)
     select $1, $2, v, $4, $5, $6 from unnest($3::text[]) v
     where not exists (select from list_entries e where e.marketplace = $1 and e.list = $2 and e.value = v and e.removed_at is null
       and (e.expires_at is null or e.expires_at > now()))
     group by v returning value`,
    [marketplace, entry.list, entry.values, entry.reason ?? null, entry.addedBy, entry.expiresAt ?? null],
  );
  return rows.length;
}

/** The entries are kept with their end, for replays. @returns how many stood in the list */
export async function removeFromList(
  tx: Querier,
  marketplace: string,
  list: string,
  values: readonly string[],
): Promise<number> {
  const rows = await tx.query(
    "update list_entries set removed_at = now() where marketplace = $1 and list = $2 and value = any($3) and removed_at is null returning value",
    [marketplace, list, values],
  );
  return rows.length;
}

/** Whether what is decided is also delivered. */
export async function marketplaceMode(db: Querier, marketplace: string): Promise<Mode> {
  const [row] = await db.query<{ mode: Mode }>("select mode from marketplaces where id = $1", [marketplace]);
  return row?.mode ?? "live";
}

/** Changes whenever a policy, a list or the mode does; cheap enough to ask every second. */
export async function policiesRevision(db: Querier, marketplace: string): Promise<string> {
  const [row] = await db.query<{ revision: string }>(
    `select concat_ws(' ',
       (select mode from marketplaces where id = $1),
       (select string_agg(stage || '@' || version, ',' order by stage) from (select stage, max(version) as version from policies where marketplace = $1 group by stage) p),
       (select count(*) || ' ' || max(added_at) || ' ' || count(removed_at) from list_entries where marketplace = $1 and (expires_at is null or expires_at > now()))) as revision`,
    [marketplace],
    "policies_revision",
  );
  return row!.revision;
}

/** SQL over the marketplaces' policies and lists. */
import { type MarketplaceSettings, type Mode, marketplaceSettingsSchema, type Stage } from "@assay/contract";
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

/** Whether what is decided is also delivered, and what the marketplace set. */
export async function marketplaceSettings(
  db: Querier,
  marketplace: string,
): Promise<{ mode: Mode; settings: MarketplaceSettings }> {
  const [row] = await db.query<{ mode: Mode; settings: unknown }>(
    "select mode, settings from marketplaces where id = $1",
    [marketplace],
  );
  return { mode: row?.mode ?? "live", settings: marketplaceSettingsSchema.parse(row?.settings ?? {}) };
}

/** Changes whenever a policy, a list or the mode does; cheap enough to ask every second. */
export async function policiesRevision(db: Querier, marketplace: string): Promise<string> {
  const [row] = await db.query<{ revision: string }>(
    `select concat_ws(' ',
       (select mode || ' ' || md5(settings::text) from marketplaces where id = $1),
       (select string_agg(stage || '@' || version, ',' order by stage) from (select stage, max(version) as version from policies where marketplace = $1 group by stage) p),
       (select version from list_versions where marketplace = $1),
       (select string_agg(id, ',' order by id) from switches where marketplace = $1 and started_at is null)) as revision`,
    [marketplace],
    "policies_revision",
  );
  return row!.revision;
}

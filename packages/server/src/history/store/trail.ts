/** SQL over the trail, and over the identifiers in the commit. */
import type { RiskMark } from "@assay/detectors";
import type { Querier } from "../../db/index.ts";
import { riskMarksSql } from "../account_profile.ts";

/** What weighs on an account as of now. */
export async function riskMarksOf(q: Querier, marketplace: string, account: string): Promise<RiskMark[]> {
  const [row] = await q.query<{ marks: [number, Pick<RiskMark, "parts">][] }>(
    `select ${riskMarksSql("$2", "now()", "''")} as marks`,
    [marketplace, account],
    "risk_marks",
  );
  return (row?.marks ?? []).map(([at, { parts }]) => ({ at, parts }));
}

export const accountFragments = {
  trail: `tr as (
    insert into trail (marketplace, account, kind, at, event_id, trait)
    select $1, r.account, r.kind, ok.at, ok.event_id, r.trait
    from ok cross join lateral json_to_recordset(ok.trail) r(account text, kind text, trait json) where ok.first
    on conflict do nothing)`,
  identifiers: `idn as (
    insert into identifiers as i (marketplace, kind, value, account, first_at)
    select $1, r.kind, r.value, ok.owner, min(ok.at)
    from ok cross join lateral json_to_recordset(ok.identifiers) r(kind text, value text) where ok.first group by 2, 3, 4
    on conflict (marketplace, kind, value, account) do update set first_at = excluded.first_at where excluded.first_at < i.first_at)`,
};

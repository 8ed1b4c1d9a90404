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

/** What an event left on its owner's account as a weight against it. */
export interface Mark {
  account: string;
  at: string;
  event_id: string;
  trait: Record<string, unknown>;
}

/** Takes an event's marks off the trail: it was no offence. @returns what an undo puts back */
export function takeMarks(tx: Querier, marketplace: string, eventId: string, account: string): Promise<Mark[]> {
  return tx.query<Mark>(
    `delete from trail where marketplace = $1 and account = $3 and kind = 'mark' and event_id = $2
     returning account, at::text as at, event_id, trait`,
    [marketplace, eventId, account],
  );
}

export async function putMarks(tx: Querier, marketplace: string, marks: readonly Mark[]): Promise<void> {
  for (const { account, at, event_id, trait } of marks) {
    await tx.query(
      `insert into trail (marketplace, account, kind, at, event_id, trait) values ($1, $2, 'mark', $3::timestamptz, $4, $5)
       on conflict do nothing`,
      [marketplace, account, at, event_id, JSON.stringify(trait)],
    );
  }
}

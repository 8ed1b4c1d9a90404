/** SQL that the figures are computed from. */
import type { Querier } from "../../db/index.ts";
import type { ItemRow } from "./items.ts";

/** Most items that figures are computed from: the newest. */
const mostItems = 20_000;

/** Items of samples whose decision was taken in the time: settled ones, and those that wait. */
export function itemsDecided(
  q: Querier,
  marketplace: string,
  from: Date,
  to: Date,
): Promise<
  (ItemRow & {
    frame: "decisions" | "live";
    drawn_at: Date;
    drawn: { stratum: string; population: number; n: number }[];
  })[]
> {
  return q.query(
    `select i.*, d.frame, d.at as drawn_at, d.strata as drawn
     from quality_items i join quality_draws d on d.marketplace = $1 and d.id = i.draw
     where i.marketplace = $1 and i.draw is not null
       and case d.frame when 'live' then d.at else i.decided_at end >= $2 and case d.frame when 'live' then d.at else i.decided_at end < $3
     order by i.made_at desc limit ${mostItems}`,
    [marketplace, from, to],
  );
}

export interface PairRow {
  item: string;
  person: string;
  role: string;
  outcome: string;
  reasons: string[];
  correct: boolean | null;
}

/** What people said of items, the first first; and of golden ones in the time. */
export function answersIn(
  q: Querier,
  marketplace: string,
  items: readonly string[],
  from: Date,
  to: Date,
): Promise<PairRow[]> {
  return q.query<PairRow>(
    `select item, person, role, outcome, reasons, correct from quality_reviews
     where marketplace = $1 and (item = any($2) or (role = 'golden' and at >= $3 and at < $4)) order by item, at, person`,
    [marketplace, [...items], from, to],
  );
}

export interface OverturnRow {
  decided_by: string | null;
  reason: string | null;
  upheld: number;
  overturned: number;
}

/** Decisions that a person decided again, and whether it was changed: a row for each who had decided, and one for each reason. */
export function overturnRows(q: Querier, marketplace: string, from: Date, to: Date): Promise<OverturnRow[]> {
  return q.query<OverturnRow>(
    `select d.decided_by, r.code as reason, count(distinct l.id) filter (where l.value = 'upheld')::int as upheld,
       count(distinct l.id) filter (where l.value = 'overturned')::int as overturned
     from labels l join decisions d on d.marketplace = $1 and d.id = l.decision_id
       left join lateral unnest(d.reason_codes) r(code) on true
     where l.marketplace = $1 and l.about = 'outcome' and l.value in ('upheld', 'overturned') and l.at >= $2 and l.at < $3
     group by grouping sets ((d.decided_by), (r.code))`,
    [marketplace, from, to],
  );
}

/** How many cases each person resolved. */
export function resolvedBy(
  q: Querier,
  marketplace: string,
  from: Date,
  to: Date,
): Promise<{ person: string; n: number }[]> {
  return q.query(
    `select resolved_by as person, count(*)::int as n from cases
     where marketplace = $1 and state = 'resolved' and resolved_at >= $2 and resolved_at < $3 and resolved_by <> 'rule' group by 1`,
    [marketplace, from, to],
  );
}

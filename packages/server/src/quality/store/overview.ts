/** SQL of the numbers: how rules did, and what is going on. */
import type { Outcome } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

export interface RuleCount {
  /** `stage/rule`, over all versions of the policy. */
  rule: string;
  fired: number;
  upheld: number;
  overturned: number;
}

/** Every rule that fired in the last 30 days, with what people said of the decisions it fired in. */
export function ruleCounts(q: Querier, marketplace: string): Promise<RuleCount[]> {
  return q.query<RuleCount>(
    `with fired as (
       select regexp_replace(r.rule, '@[0-9]+/', '/') as rule, count(*) as fired
       from decisions d cross join lateral unnest(d.rules) r(rule)
       where d.marketplace = $1 and d.decided_at > now() - interval '30 days' group by 1),
     said as (
       select regexp_replace(r.rule, '@[0-9]+/', '/') as rule, count(*) filter (where l.value = 'upheld') as upheld,
         count(*) filter (where l.value = 'overturned') as overturned
       from labels l join decisions d on d.marketplace = $1 and d.id = l.decision_id cross join lateral unnest(d.rules) r(rule)
       where l.marketplace = $1 and l.about = 'outcome' and l.at > now() - interval '30 days' group by 1)
     select rule, coalesce(fired, 0)::int as fired, coalesce(upheld, 0)::int as upheld, coalesce(overturned, 0)::int as overturned
     from fired full join said using (rule)`,
    [marketplace],
    "rule_counts",
  );
}

export interface HourCount {
  hour: Date;
  outcome: string;
  by_person: boolean;
  n: number;
}

/** Standing decisions of the last 24 hours by hour, outcome, and whether a person took them; read by index. */
export function outcomesByHour(q: Querier, marketplace: string): Promise<HourCount[]> {
  return q.query<HourCount>(
    `select date_trunc('hour', decided_at, 'UTC') as hour, outcome, decided_by <> 'rule' as by_person, count(*)::int as n
     from decisions where marketplace = $1 and decided_at > now() - interval '24 hours' and standing
     group by 1, 2, 3 order by 1`,
    [marketplace],
    "outcomes_by_hour",
  );
}

/** Server time of the rules' decisions of the last 24 hours, in ms. */
export async function decisionTimes(q: Querier, marketplace: string): Promise<{ p50: number; p99: number }> {
  const [row] = await q.query<{ times: number[] | null }>(
    `select percentile_cont(array[0.5, 0.99]) within group (order by took_ms) as times
     from decisions where marketplace = $1 and decided_at > now() - interval '24 hours' and decided_by = 'rule'`,
    [marketplace],
    "decision_times",
  );
  const [p50 = 0, p99 = 0] = row?.times ?? [];
  return { p50, p99 };
}

/** The most frequent reasons of the last 24 hours. */
export function frequentReasons(q: Querier, marketplace: string): Promise<{ code: string; n: number }[]> {
  return q.query<{ code: string; n: number }>(
    `select code, count(*)::int as n from decisions d cross join lateral unnest(d.reason_codes) code
     where d.marketplace = $1 and d.decided_at > now() - interval '24 hours' and d.standing
     group by code order by n desc, code limit 10`,
    [marketplace],
    "frequent_reasons",
  );
}

/** How often each pair of outcomes came out: the incumbent's, sent along with the event, and the one that stands here. */
export async function compareWithIncumbent(
  q: Querier,
  marketplace: string,
  days: number,
): Promise<{ incumbent: Outcome; assay: Outcome; n: number }[]> {
  return q.query(
    `select e.incumbent_outcome as incumbent, d.outcome as assay, count(*)::int as n
     from decisions d join events e on e.marketplace = $1 and e.id = d.event_id
     where d.marketplace = $1 and d.standing and d.mode <> 'backfill' and d.decided_at > now() - make_interval(days => $2)
       and e.incumbent_outcome is not null
     group by 1, 2 order by 1, 2`,
    [marketplace, days],
  );
}

/** SQL over what the transparency database was told, and over what it is still to be told. */
import type { Decision } from "@assay/contract";
import type { Querier } from "../db/index.ts";

export interface DecidedRow {
  answer: Decision;
  state: Record<string, unknown>;
  at: Date;
  capacity: string | null;
  reports: { type: string; trusted: boolean }[];
  key_at: string;
}

/** Decided, told, in force and not taken back: never what was undone within its hold. */
const inForce = "d.mode = 'live' and d.outcome <> 'review' and d.undone_at is null and d.effective_at <= now()";
const restricts =
  "(d.outcome <> 'approve' or d.visibility <> 'visible' or json_array_length(d.answer->'restrictions') > 0)";

/**
 * Restricting decisions, oldest first.
 * @param only `unsent`: those that the database has not been told, nor refused
 */
export function restrictingDecisions(
  q: Querier,
  marketplace: string,
  kinds: readonly string[],
  {
    from,
    to,
    after,
    limit,
    unsent,
  }: { from: Date; to: Date; after?: readonly [string, string] | undefined; limit: number; unsent: boolean },
): Promise<DecidedRow[]> {
  return q.query<DecidedRow>(
    `select d.answer, e.body->'data' as state, d.at, d.decided_at::text as key_at,
       (select a.state->>'capacity' from subjects a where a.marketplace = $1 and a.kind = 'account' and a.id = d.owner) as capacity,
       coalesce((select json_agg(json_build_object('type', r.type, 'trusted', r.trusted)) from reports r
         where r.marketplace = $1 and r.decision_id = d.id and r.outcome = 'upheld'), '[]') as reports
     from decisions d join events e on e.marketplace = $1 and e.id = d.event_id
     where d.marketplace = $1 and ${inForce} and ${restricts} and d.kind = any($2) and d.decided_at >= $3 and d.decided_at < $4
       and ($5::timestamptz is null or (d.decided_at, d.id) > ($5::timestamptz, $6::text))
       and (not $8 or not exists (select from dsa_statements s where s.marketplace = $1 and s.decision_id = d.id and s.state <> 'pending'))
     order by d.decided_at, d.id limit $7`,
    [marketplace, [...kinds], from, to, after?.[0] ?? null, after?.[1] ?? null, limit, unsent],
  );
}

export async function markSending(
  q: Querier,
  marketplace: string,
  rows: readonly { decision: string; puid: string }[],
): Promise<void> {
  await q.query(
    `insert into dsa_statements as s (marketplace, decision_id, puid, attempts)
     select $1, decision, puid, 1 from unnest($2::text[], $3::text[]) t(decision, puid)
     on conflict (marketplace, decision_id) do update set attempts = s.attempts + 1, updated_at = now()`,
    [marketplace, rows.map(({ decision }) => decision), rows.map(({ puid }) => puid)],
  );
}

export async function markOutcome(
  q: Querier,
  marketplace: string,
  puid: string,
  to: { state: "sent" | "refused"; uuid?: string | undefined; errors?: Record<string, string[]> | undefined },
): Promise<void> {
  await q.query(
    "update dsa_statements set state = $3, uuid = $4, errors = $5, updated_at = now() where marketplace = $1 and puid = $2",
    [marketplace, puid, to.state, to.uuid ?? null, to.errors ? JSON.stringify(to.errors) : null],
  );
}

/** One line of the transparency report: a table, what is counted, by what, and how many. */
export interface CountRow {
  table: string;
  by: string;
  value: string;
  n: number;
  median_hours: number | null;
}

/** The counts of articles 15 and 24 of the Digital Services Act between two moments. */
export function transparencyCounts(q: Querier, marketplace: string, from: Date, to: Date): Promise<CountRow[]> {
  const hours = (end: string, start: string) =>
    `(percentile_cont(0.5) within group (order by extract(epoch from ${end} - ${start}) / 3600))::float8`;
  const reports = "from reports where marketplace = $1 and received_at >= $2 and received_at < $3";
  const appeals = "from appeals where marketplace = $1 and submitted_at >= $2 and submitted_at < $3";
  const decisions = `from decisions d where d.marketplace = $1 and d.decided_at >= $2 and d.decided_at < $3 and ${inForce} and ${restricts}`;
  return q.query<CountRow>(
    `select 'reports' as table, 'type' as by, type as value, count(*)::int as n, ${hours("decided_at", "received_at")} as median_hours ${reports} group by 3
     union all select 'reports', 'reason', reason, count(*)::int, ${hours("decided_at", "received_at")} ${reports} group by 3
     union all select 'reports', 'outcome', coalesce(outcome, 'waiting'), count(*)::int, ${hours("decided_at", "received_at")} ${reports} group by 3
     union all select 'reports', 'trusted_flagger', trusted::text, count(*)::int, ${hours("decided_at", "received_at")} ${reports} group by 3
     union all select 'appeals', kind, coalesce(outcome, 'waiting'), count(*)::int, ${hours("decided_at", "submitted_at")} ${appeals} group by 2, 3
     union all select 'restrictions', 'decided_by', case d.decided_by when 'rule' then 'automated' else 'person' end, count(*)::int, null ${decisions} group by 3
     union all select 'restrictions', 'kind', d.kind, count(*)::int, null ${decisions} group by 3
     union all select 'restrictions', 'visibility', d.visibility, count(*)::int, null ${decisions} group by 3
     union all select 'restrictions', 'reason', r.code, count(*)::int, null
       from decisions d cross join lateral unnest(d.reason_codes) r(code)
       where d.marketplace = $1 and d.decided_at >= $2 and d.decided_at < $3 and ${inForce} and ${restricts} group by 3
     union all select 'suspensions', 'type', x->>'type', count(*)::int, null
       from decisions d cross join lateral json_array_elements(d.answer->'restrictions') x
       where d.marketplace = $1 and d.decided_at >= $2 and d.decided_at < $3 and ${inForce} group by 3
     union all select 'automated_decisions', 'reviewed_by_people', l.value, count(*)::int, null
       from labels l join decisions d on d.marketplace = $1 and d.id = l.decision_id and d.decided_by = 'rule'
       where l.marketplace = $1 and l.about = 'outcome' and l.at >= $2 and l.at < $3 group by 3
     union all select 'statements', 'transparency_database', state, count(*)::int, null
       from dsa_statements where marketplace = $1 and updated_at >= $2 and updated_at < $3 group by 3
     order by 1, 2, 4 desc, 3`,
    [marketplace, from, to],
  );
}

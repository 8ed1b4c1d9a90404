/** SQL over reports: how each is worked, and how its reporter did before. */
import type { ReportType, SubjectKind } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

export interface ReportRow {
  id: string;
  event_id: string;
  by: string;
  type: ReportType;
  reason: string;
  subject_kind: SubjectKind;
  subject_id: string;
  case_id: string | null;
  language: string;
  trusted: boolean;
  reliability: number;
  received_at: Date;
  deadline: Date | null;
  outcome: "upheld" | "rejected" | null;
  decided_at: Date | null;
  decided_by: string | null;
  decision_id: string | null;
  reversed: boolean;
}

const columns = `id, event_id, by, type, reason, subject_kind, subject_id, case_id, language, trusted, reliability, received_at, deadline,
  outcome, decided_at, decided_by, decision_id, reversed`;

export type NewReport = Omit<
  ReportRow,
  "received_at" | "outcome" | "decided_at" | "decided_by" | "decision_id" | "reversed"
>;

/** @returns false where it is there already */
export async function insertReport(tx: Querier, marketplace: string, row: NewReport): Promise<boolean> {
  const rows = await tx.query(
    `insert into reports (marketplace, id, event_id, by, type, reason, subject_kind, subject_id, case_id, language, trusted, reliability, deadline)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning id`,
    [
      marketplace,
      row.id,
      row.event_id,
      row.by,
      row.type,
      row.reason,
      row.subject_kind,
      row.subject_id,
      row.case_id,
      row.language,
      row.trusted,
      row.reliability,
      row.deadline,
    ],
  );
  return rows.length > 0;
}

export async function reportById(q: Querier, marketplace: string, id: string): Promise<ReportRow | undefined> {
  const [row] = await q.query<ReportRow>(`select ${columns} from reports where marketplace = $1 and id = $2`, [
    marketplace,
    id,
  ]);
  return row;
}

/** The newest reports of a subject. */
export function reportsAbout(
  q: Querier,
  marketplace: string,
  subject: { kind: string; id: string },
  limit: number,
): Promise<(ReportRow & { earlier: number })[]> {
  return q.query(
    `select ${columns}, (select count(*)::int from reports e where e.marketplace = $1 and e.by = r.by and e.outcome is not null
       and e.received_at < r.received_at) as earlier
     from reports r where marketplace = $1 and subject_kind = $2 and subject_id = $3 order by received_at desc, id desc limit $4`,
    [marketplace, subject.kind, subject.id, limit],
    "reports_about",
  );
}

/** Those of some cases that nobody has decided, locked. */
export function lockOpenReports(tx: Querier, marketplace: string, cases: readonly string[]): Promise<ReportRow[]> {
  return tx.query<ReportRow>(
    `select ${columns} from reports where marketplace = $1 and case_id = any($2) and outcome is null order by id for update`,
    [marketplace, [...cases]],
  );
}

/** Those that a decision upheld, locked. */
export function lockUpheldBy(tx: Querier, marketplace: string, decision: string): Promise<ReportRow[]> {
  return tx.query<ReportRow>(
    `select ${columns} from reports where marketplace = $1 and decision_id = $2 and outcome = 'upheld' order by id for update`,
    [marketplace, decision],
  );
}

/** What of a report its decision changes; kept for the undo where another decision stood before. */
export type ReportOutcome = Pick<ReportRow, "id" | "outcome" | "decided_by" | "decision_id" | "reversed"> & {
  decided_at: Date | string | null;
};

export async function setReportOutcome(tx: Querier, marketplace: string, row: ReportOutcome): Promise<void> {
  await tx.query(
    `update reports set outcome = $3, decided_at = $4, decided_by = $5, decision_id = $6, reversed = $7
     where marketplace = $1 and id = $2`,
    [marketplace, row.id, row.outcome, row.decided_at, row.decided_by, row.decision_id, row.reversed],
  );
}

/** Reports that a decision answered wait again; those that it turned around are put back by whoever knows what was before. */
export async function reopenReports(tx: Querier, marketplace: string, decision: string): Promise<void> {
  await tx.query(
    `update reports set outcome = null, decided_at = null, decided_by = null, decision_id = null
     where marketplace = $1 and decision_id = $2 and not reversed`,
    [marketplace, decision],
  );
}

/** How a reporter's decided reports went, the last 200 of them; and those of everybody in the last 90 days. */
export async function reporterRecord(
  q: Querier,
  marketplace: string,
  by: string,
): Promise<{ upheld: number; decided: number; all_upheld: number; all_decided: number }> {
  const [row] = await q.query<{ upheld: number; decided: number; all_upheld: number; all_decided: number }>(
    `select count(*) filter (where own.outcome = 'upheld')::int as upheld, count(*)::int as decided,
       (select count(*) filter (where a.outcome = 'upheld')::int from reports a
        where a.marketplace = $1 and a.outcome is not null and a.received_at > now() - interval '90 days') as all_upheld,
       (select count(*)::int from reports a
        where a.marketplace = $1 and a.outcome is not null and a.received_at > now() - interval '90 days') as all_decided
     from (select outcome from reports where marketplace = $1 and by = $2 and outcome is not null
       order by received_at desc limit 200) own`,
    [marketplace, by],
  );
  return row!;
}

/** How many reports of a subject wait. */
export async function openReportsOf(
  q: Querier,
  marketplace: string,
  subject: { kind: string; id: string },
): Promise<number> {
  const [row] = await q.query<{ n: number }>(
    "select count(*)::int as n from reports where marketplace = $1 and subject_kind = $2 and subject_id = $3 and outcome is null",
    [marketplace, subject.kind, subject.id],
  );
  return row?.n ?? 0;
}

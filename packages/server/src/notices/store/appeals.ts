/** SQL over appeals and complaints. */
import type { AppealKind, AppealOutcome, SubjectKind } from "@assay/contract";
import { newId, type Querier } from "../../db/index.ts";

export interface AppealRow {
  id: string;
  kind: AppealKind;
  decision_id: string;
  event_id: string;
  report_id: string | null;
  subject_kind: SubjectKind;
  subject_id: string;
  by: string;
  case_id: string;
  language: string;
  text: string;
  files: string[];
  submitted_at: Date;
  outcome: AppealOutcome | null;
  decided_at: Date | null;
  decided_by: string | null;
  answer: string | null;
  result: string | null;
}

const columns = `id, kind, decision_id, event_id, report_id, subject_kind, subject_id, by, case_id, language, text, files, submitted_at,
  outcome, decided_at, decided_by, answer, result`;

/** @returns undefined where this was contested before: by this decision, or this report */
export async function insertAppeal(
  tx: Querier,
  marketplace: string,
  row: Pick<
    AppealRow,
    | "kind"
    | "decision_id"
    | "event_id"
    | "report_id"
    | "subject_kind"
    | "subject_id"
    | "by"
    | "case_id"
    | "language"
    | "text"
    | "files"
  >,
): Promise<AppealRow | undefined> {
  const [made] = await tx.query<AppealRow>(
    `insert into appeals (marketplace, id, kind, decision_id, event_id, report_id, subject_kind, subject_id, by, case_id, language, text, files)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning ${columns}`,
    [
      marketplace,
      newId("apl"),
      row.kind,
      row.decision_id,
      row.event_id,
      row.report_id,
      row.subject_kind,
      row.subject_id,
      row.by,
      row.case_id,
      row.language,
      row.text,
      row.files,
    ],
  );
  return made;
}

/**
 * The appeal that answers for a decision: its own, or one of another decision on the same event that still waits or was decided after it.
 * @param decidedAt of the decision
 */
export async function appealOf(
  q: Querier,
  marketplace: string,
  decision: { id: string; eventId: string; decidedAt: Date },
): Promise<AppealRow | undefined> {
  const [row] = await q.query<AppealRow>(
    `select ${columns} from appeals where marketplace = $1 and report_id is null
       and (decision_id = $2 or (event_id = $3 and (outcome is null or decided_at > $4)))
     order by decision_id = $2 desc, submitted_at desc limit 1`,
    [marketplace, decision.id, decision.eventId, decision.decidedAt],
  );
  return row;
}

export async function complaintOf(q: Querier, marketplace: string, report: string): Promise<AppealRow | undefined> {
  const [row] = await q.query<AppealRow>(`select ${columns} from appeals where marketplace = $1 and report_id = $2`, [
    marketplace,
    report,
  ]);
  return row;
}

/** Those that are worked with a case, oldest first. */
export function appealsOfCase(q: Querier, marketplace: string, caseId: string): Promise<AppealRow[]> {
  return q.query<AppealRow>(
    `select ${columns} from appeals where marketplace = $1 and case_id = $2 order by submitted_at, id`,
    [marketplace, caseId],
    "appeals_of_case",
  );
}

/** Those of some cases that nobody has decided, locked. */
export function lockOpenAppeals(tx: Querier, marketplace: string, cases: readonly string[]): Promise<AppealRow[]> {
  return tx.query<AppealRow>(
    `select ${columns} from appeals where marketplace = $1 and case_id = any($2) and outcome is null
     order by submitted_at, id for update`,
    [marketplace, [...cases]],
  );
}

export async function decideAppeal(
  tx: Querier,
  marketplace: string,
  id: string,
  to: { outcome: AppealOutcome; by: string; at: Date; answer: string | undefined; result: string; cleared: object },
): Promise<void> {
  await tx.query(
    `update appeals set outcome = $3, decided_by = $4, decided_at = $5, answer = $6, result = $7, cleared = $8
     where marketplace = $1 and id = $2`,
    [marketplace, id, to.outcome, to.by, to.at, to.answer ?? null, to.result, JSON.stringify(to.cleared)],
  );
}

/** Appeals that a decision answered wait again. @returns what was taken back with each */
export async function reopenAppeals<C>(tx: Querier, marketplace: string, result: string): Promise<C[]> {
  const rows = await tx.query<{ cleared: C }>(
    "select cleared from appeals where marketplace = $1 and result = $2 for update",
    [marketplace, result],
  );
  await tx.query(
    `update appeals set outcome = null, decided_by = null, decided_at = null, answer = null, result = null, cleared = null
     where marketplace = $1 and result = $2`,
    [marketplace, result],
  );
  return rows.map((row) => row.cleared);
}

/** Subjects whose appeals came with this file. */
export async function subjectsOfFile(
  q: Querier,
  marketplace: string,
  content: string,
): Promise<{ kind: SubjectKind; id: string }[]> {
  return q.query(
    "select subject_kind as kind, subject_id as id from appeals where marketplace = $1 and files @> array[$2]",
    [marketplace, content],
  );
}

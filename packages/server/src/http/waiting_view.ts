/** What waits on a case beside its subject, as the review screen shows it: appeals with what they contest, and reports. */
import type { AppealView, CaseView, ReportView } from "@assay/contract";
import { userNames } from "../access/index.ts";
import type { CaseRow } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { loadDecision } from "../decisions/index.ts";
import { subjectStates } from "../intake/index.ts";
import { appealsOfCase, reportsAbout } from "../notices/index.ts";

/** Most reports that are shown of one subject. */
const shownReports = 50;
/** What of an order or a claim stands beside its text. */
const detailFields = ["authority", "reference", "legal_basis", "deadline", "right", "holder"];

export async function waitingView(
  q: Querier,
  marketplace: string,
  work: CaseRow,
): Promise<Pick<CaseView, "appeals" | "reports">> {
  const [appeals, reports] = await Promise.all([
    work.type === "appeal" ? appealViews(q, marketplace, work.id) : [],
    reportViews(q, marketplace, { kind: work.kind, id: work.subject_id }),
  ]);
  return { appeals, reports };
}

async function appealViews(q: Querier, marketplace: string, caseId: string): Promise<AppealView[]> {
  const rows = await appealsOfCase(q, marketplace, caseId);
  const views = await Promise.all(
    rows.map(async (row): Promise<AppealView[]> => {
      const contested = await loadDecision(q, marketplace, row.decision_id);
      if (!contested) return [];
      const name = (await userNames(q, [contested.decided_by])).get(contested.decided_by);
      return [
        {
          id: row.id,
          kind: row.kind,
          text: row.text,
          language: row.language,
          files: row.files.map((content) => ({ content, src: `/v1/pictures/${content}` })),
          submitted_at: row.submitted_at.toISOString(),
          decision: contested.answer,
          ...(name !== undefined && { decided_by_name: name }),
          ...(row.outcome && { outcome: row.outcome }),
          ...(row.answer !== null && { answer: row.answer }),
        },
      ];
    }),
  );
  return views.flat();
}

async function reportViews(
  q: Querier,
  marketplace: string,
  subject: { kind: string; id: string },
): Promise<ReportView[]> {
  const rows = await reportsAbout(q, marketplace, subject, shownReports);
  const refs = rows.map(({ id }) => ({ kind: "report" as const, id }));
  const said = await subjectStates(q, marketplace, refs);
  return rows.map((row) => {
    const state = said.get(`report ${row.id}`) ?? {};
    const text = (field: string) => (typeof state[field] === "string" ? (state[field] as string) : undefined);
    const details = detailFields.flatMap((field) => (text(field) ? [[field, text(field)!]] : []));
    return {
      id: row.id,
      type: row.type,
      reason: row.reason,
      text: text("text") ?? "",
      ...(text("url") !== undefined && { url: text("url")! }),
      by: row.by,
      trusted: row.trusted,
      reliability: row.reliability,
      earlier: row.earlier,
      received_at: row.received_at.toISOString(),
      details: Object.fromEntries(details),
      ...(row.outcome && { outcome: row.outcome }),
      reversed: row.reversed,
    };
  });
}

/** What a person's decision on a case answers beside its subject: the appeals and reports that wait on it. Within the caller's transaction. */
import {
  type Action,
  type AppealOutcome,
  AssayError,
  type Decision,
  kindOfList,
  outcomes,
  visibilities,
} from "@assay/contract";
import { insertAction } from "./actions/index.ts";
import { newId, type Querier } from "./db/index.ts";
import { loadDecision, type StatementSource, setStanding, spokenOf } from "./decisions/index.ts";
import { type Mark, putMarks, takeMarks } from "./history/index.ts";
import { subjectRow } from "./intake/index.ts";
import {
  type AppealRow,
  decideAppeal,
  lockOpenAppeals,
  lockOpenReports,
  lockUpheldBy,
  type ReportOutcome,
  type ReportRow,
  reopenAppeals,
  reopenReports,
  reportById,
  setReportOutcome,
} from "./notices/index.ts";
import { suspendedList } from "./playbook_plan.ts";
import { addToList, removeFromList } from "./policies/index.ts";
import { outcomeTexts } from "./settle_texts.ts";
import type { MarketplaceVoice } from "./voices.ts";

export interface Waiting {
  appeals: AppealRow[];
  reports: ReportRow[];
}

/** What waits on these cases, locked. */
export async function waitingOn(tx: Querier, marketplace: string, cases: readonly string[]): Promise<Waiting> {
  if (cases.length === 0) return { appeals: [], reports: [] };
  return {
    appeals: await lockOpenAppeals(tx, marketplace, cases),
    reports: await lockOpenReports(tx, marketplace, cases),
  };
}

const sources: Record<ReportRow["type"], StatementSource> = {
  notice: "notice",
  authority_order: "authority",
  product_safety_alert: "safety",
  rights_claim: "rights",
};

/** Whose word counts most for what is said to have led to a decision. */
const weightiest = ["authority_order", "product_safety_alert", "rights_claim", "notice"] as const;

/** What a statement says of what led to the decision; an answered appeal of the person concerned is final. */
export function basisOf({ appeals, reports }: Waiting): { source: StatementSource; final: boolean } {
  const special = weightiest.flatMap((type) => reports.find((report) => report.type === type) ?? [])[0];
  return {
    source: special ? sources[special.type] : appeals.some(({ kind }) => kind === "complaint") ? "notice" : "own",
    final: appeals.some(({ kind }) => kind === "appeal"),
  };
}

/** What an upheld appeal took back beside its own decision, for the undo. */
interface Cleared {
  decision?: string;
  marks: Mark[];
  listed: { list: string; values: string[] }[];
  reports: ReportOutcome[];
}

interface Settling {
  marketplace: string;
  decision: Decision;
  waiting: Waiting;
  by: string;
  at: Date;
  /** What they are told beside the usual words. */
  answer: string | undefined;
  voice: MarketplaceVoice;
}

/** @throws AssayError `own_decision` where this person took a decision that is contested */
export async function settle(tx: Querier, settling: Settling): Promise<void> {
  const { marketplace, decision, waiting, by, at } = settling;
  for (const appeal of waiting.appeals) await settleAppeal(tx, settling, appeal);
  for (const report of waiting.reports) {
    const outcome = restricts(decision) ? "upheld" : "rejected";
    const decided = {
      id: report.id,
      outcome,
      decided_at: at,
      decided_by: by,
      decision_id: decision.decision_id,
    } as const;
    await setReportOutcome(tx, marketplace, { ...decided, reversed: false });
    await tellReporter(tx, settling, { ...report, ...decided });
  }
}

/** Everything that `settle` did waits again. To be called when the decision is undone. */
export async function unsettle(tx: Querier, marketplace: string, decisionId: string, by: string): Promise<void> {
  for (const cleared of await reopenAppeals<Cleared>(tx, marketplace, decisionId)) {
    if (cleared.decision) await setStanding(tx, marketplace, cleared.decision, true);
    await putMarks(tx, marketplace, cleared.marks);
    for (const { list, values } of cleared.listed) {
      const entries = values.map((value) => ({ kind: kindOfList(list), value, source: "undo" }));
      await addToList(tx, marketplace, list, entries, by);
    }
    for (const report of cleared.reports) await setReportOutcome(tx, marketplace, report);
  }
  await reopenReports(tx, marketplace, decisionId);
}

async function settleAppeal(tx: Querier, settling: Settling, appeal: AppealRow): Promise<void> {
  const { marketplace, decision, by, at, answer, voice } = settling;
  const contested = await loadDecision(tx, marketplace, appeal.decision_id);
  if (!contested) throw new AssayError("not_found");
  if (contested.decided_by === by) throw new AssayError("own_decision");
  const complaint = appeal.kind === "complaint";
  const outcome = complaint ? (restricts(decision) ? "upheld" : "rejected") : comparedWith(contested.answer, decision);
  const cleared: Cleared = { marks: [], listed: [], reports: [] };
  if (!complaint && outcome === "upheld") await clear(tx, settling, appeal, contested.answer, cleared);
  if (complaint && outcome === "upheld" && appeal.report_id !== null) {
    const report = await reportById(tx, marketplace, appeal.report_id);
    if (report) await turnAround(tx, settling, report, "upheld", cleared);
  }
  await decideAppeal(tx, marketplace, appeal.id, { outcome, by, at, answer, result: decision.decision_id, cleared });
  if (decision.mode !== "live") return;
  const language = spokenOf([appeal.language, voice.language]);
  const texts = outcomeTexts[language]!;
  const why = outcome === "upheld" ? [] : (decision.statement?.text ?? "");
  const link = complaint
    ? voice.link("report", appeal.report_id ?? "", at)
    : voice.link("decision", appeal.decision_id, new Date(contested.answer.effective_at ?? at));
  await tell(tx, settling, {
    type: "appeal.decided",
    data: {
      appeal_id: appeal.id,
      kind: appeal.kind,
      by: appeal.by,
      subject: { kind: appeal.subject_kind, id: appeal.subject_id },
      contested: appeal.decision_id,
      decision_id: decision.decision_id,
      event_id: decision.event_id,
      outcome,
      language,
      text: [texts[appeal.kind][outcome], complaint ? [] : why, answer ?? []].flat().filter(Boolean).join(" "),
      ...(link && { status_url: link }),
    },
  });
}

/** An upheld appeal leaves nothing behind: no strike, no weight on the account, no suspension; reporters are told of the turn. */
async function clear(
  tx: Querier,
  settling: Settling,
  appeal: AppealRow,
  contested: Decision,
  cleared: Cleared,
): Promise<void> {
  const { marketplace, by } = settling;
  // On the same event the new decision stands in its place already; on an older one it would go on counting.
  if (await setStanding(tx, marketplace, appeal.decision_id, false)) cleared.decision = appeal.decision_id;
  cleared.marks = await takeMarks(tx, marketplace, appeal.event_id, appeal.by);
  const suspended = contested.restrictions.filter(({ type }) => type === "suspend").map(({ scope }) => scope.id);
  if (suspended.length > 0) {
    const taken = await removeFromList(tx, marketplace, suspendedList, suspended, by);
    cleared.listed.push({ list: suspendedList, values: taken.map(({ value }) => value) });
  }
  for (const report of await lockUpheldBy(tx, marketplace, appeal.decision_id)) {
    await turnAround(tx, settling, report, "rejected", cleared);
  }
}

async function turnAround(
  tx: Querier,
  settling: Settling,
  report: ReportRow,
  outcome: "upheld" | "rejected",
  cleared: Cleared,
): Promise<void> {
  const { marketplace, decision, by, at } = settling;
  const { id, decided_at, decided_by, decision_id, reversed } = report;
  cleared.reports.push({ id, outcome: report.outcome, decided_at, decided_by, decision_id, reversed });
  const now = { id, outcome, decided_at: at, decided_by: by, decision_id: decision.decision_id, reversed: true };
  await setReportOutcome(tx, marketplace, now);
  await tellReporter(tx, settling, { ...report, ...now });
}

async function tellReporter(tx: Querier, settling: Settling, report: ReportRow): Promise<void> {
  const { marketplace, decision, at, answer, voice } = settling;
  if (decision.mode !== "live") return;
  const said = (await subjectRow(tx, marketplace, "report", report.id))?.state ?? {};
  const text = (field: string) => (typeof said[field] === "string" ? { [field]: said[field] } : {});
  // An account of the marketplace is known to it; whoever used the public form is not.
  const contact = said.origin === "form" ? { ...text("name"), ...text("email") } : {};
  const language = spokenOf([report.language, voice.language]);
  const texts = outcomeTexts[language]!;
  const link = voice.link("report", report.id, at);
  const outcome = report.outcome!;
  await tell(tx, settling, {
    type: "report.decided",
    data: {
      report_id: report.id,
      by: report.by,
      ...(Object.keys(contact).length > 0 && { contact }),
      subject: { kind: report.subject_kind, id: report.subject_id },
      outcome,
      reversed: report.reversed,
      decision_id: decision.decision_id,
      event_id: decision.event_id,
      decision_outcome: decision.outcome,
      language,
      text: [
        texts.report[report.reversed ? (`${outcome}_reversed` as const) : outcome],
        ...(answer ? [answer] : []),
      ].join(" "),
      ...(link && { status_url: link }),
    },
  });
}

type Of<T extends Action["type"]> = Pick<Extract<Action, { type: T }>, "type" | "data">;
type Message = Of<"report.decided"> | Of<"appeal.decided">;

/** With the decision: what is undone is not told. */
async function tell(tx: Querier, { marketplace, decision }: Settling, message: Message): Promise<void> {
  const due = new Date(decision.effective_at!);
  const action = { id: newId("act"), timestamp: due.toISOString(), marketplace, ...message };
  await insertAction(tx, marketplace, action, decision.decision_id, due);
}

/** Whether a decision does anything against what it is about. */
const restricts = ({ outcome, visibility, restrictions }: Decision): boolean =>
  outcome !== "approve" || visibility !== "visible" || restrictions.length > 0;

/** What became of the contested decision: nothing is left of it, it was eased, or it stands. */
function comparedWith(contested: Decision, decision: Decision): AppealOutcome {
  if (!restricts(decision)) return "upheld";
  const eased =
    outcomes.indexOf(decision.outcome) > outcomes.indexOf(contested.outcome) ||
    visibilities.indexOf(decision.visibility) > visibilities.indexOf(contested.visibility) ||
    decision.restrictions.length < contested.restrictions.length;
  return eased ? "partly_upheld" : "rejected";
}

/** What a signed link opens: a decision's statement and its appeal, or what became of a report and the complaint about it. No log-in. */
import {
  type AppealOutcome,
  AssayError,
  type Decision,
  type Reason,
  type Statement,
  type SubjectKind,
} from "@assay/contract";
import { isSigned, type LinkPurpose, type LinkTarget, marketplaceById, readLink } from "./access/index.ts";
import { appendAudit } from "./audit/index.ts";
import { appealsQueue, laneFor, openOrJoin } from "./cases/index.ts";
import type { Database, Querier } from "./db/index.ts";
import { loadDecision, type StoredDecision } from "./decisions/index.ts";
import { lockSubject, type SubjectRow, subjectRow } from "./intake/index.ts";
import { type AppealRow, appealOf, complaintOf, insertAppeal, type ReportRow, reportById } from "./notices/index.ts";
import { contestMs, type Voices } from "./voices.ts";

/** Longest text of an appeal, in characters. */
export const maxAppealText = 5000;
/** Most files of an appeal. */
export const maxAppealFiles = 5;

/** Priority of an appeal's case; where an account is suspended it is more pressing. */
const appealPriority = 50;
const suspendedPriority = 75;

export interface AppealDeps {
  db: Database;
  voices: Voices;
}

/**
 * `open`: can be contested; `waiting`, or its outcome: was contested; `too_late`; `withdrawn`: taken back before it was told;
 * `lifted`: nothing is restricted any more; `final`: it answers an appeal; `undecided`: a report that nobody has decided.
 */
export type ContestState =
  | "open"
  | "waiting"
  | AppealOutcome
  | "too_late"
  | "withdrawn"
  | "lifted"
  | "final"
  | "undecided"
  | "done";

export interface Contest {
  target: LinkTarget;
  marketplace: string;
  language: string;
  state: ContestState;
  subject: { kind: SubjectKind; title: string; at: Date };
  statement?: Statement;
  report?: ReportRow & { text: string };
  appeal?: AppealRow;
  /** RFC 3339. */
  until?: Date;
}

/** @throws AssayError `link_invalid` for a link that is not ours, was changed or has lapsed, or leads to nothing */
export async function targetOf({ voices }: AppealDeps, token: string, purpose: LinkPurpose): Promise<LinkTarget> {
  const target = readLink(token);
  if (target?.purpose !== purpose) throw new AssayError("link_invalid");
  const { marketplace, expires } = target;
  // A key is made for marketplaces only.
  const key = await voices.keyOf(marketplace);
  if (key === undefined || !isSigned(key, token) || expires < Date.now()) throw new AssayError("link_invalid");
  return target;
}

/** @throws AssayError `link_invalid` */
export async function readContest(deps: AppealDeps, token: string, purpose: LinkPurpose): Promise<Contest> {
  const target = await targetOf(deps, token, purpose);
  return contestOf(deps.db.for(target.marketplace), target);
}

async function contestOf(q: Querier, target: LinkTarget): Promise<Contest> {
  const { marketplace, id } = target;
  const name = (await marketplaceById(q, marketplace))?.name ?? marketplace;
  const found =
    target.purpose === "decision" ? await decisionAt(q, marketplace, id) : await reportAt(q, marketplace, id);
  if (!found) throw new AssayError("link_invalid");
  const { subject, ...more } = found;
  return { target, marketplace: name, ...more, subject: { kind: subject.kind, title: subject.title, at: subject.at } };
}

async function decisionAt(q: Querier, marketplace: string, id: string) {
  const stored = await loadDecision(q, marketplace, id);
  const answer = stored?.answer;
  const subject = answer && (await subjectRow(q, marketplace, answer.subject.kind, answer.subject.id));
  if (!stored || !answer || !subject) return undefined;
  const { statement } = answer;
  const at = new Date(answer.decided_at ?? subject.at);
  const appeal = await asTold(
    q,
    marketplace,
    await appealOf(q, marketplace, { id, eventId: stored.event_id, decidedAt: at }),
  );
  const until = statement?.contest_until ? new Date(statement.contest_until) : undefined;
  return {
    stored,
    subject,
    language: statement?.language ?? "en",
    ...(statement && { statement }),
    ...(appeal && { appeal }),
    ...(until && { until }),
    state: stateOf(stored, subject, appeal, until),
  };
}

/** Until the hold of its decision has passed, which may still be undone, an appeal waits for whoever sent it. */
async function asTold(q: Querier, marketplace: string, appeal: AppealRow | undefined): Promise<AppealRow | undefined> {
  if (!appeal?.result) return appeal;
  const result = await loadDecision(q, marketplace, appeal.result);
  const told = result && Date.parse(result.answer.effective_at ?? "") <= Date.now();
  return told ? appeal : { ...appeal, outcome: null, answer: null };
}

function stateOf(
  { answer, undone_at }: StoredDecision,
  subject: SubjectRow,
  appeal: AppealRow | undefined,
  until: Date | undefined,
): ContestState {
  if (undone_at) return "withdrawn";
  if (appeal) return appeal.outcome ?? "waiting";
  const replaced = subject.event_id === answer.event_id && subject.decision_id !== answer.decision_id;
  if (replaced && subject.outcome === "approve" && subject.visibility === "visible") return "lifted";
  if (!until) return "final";
  return until.getTime() < Date.now() ? "too_late" : "open";
}

async function reportAt(q: Querier, marketplace: string, id: string) {
  const report = await reportById(q, marketplace, id);
  const subject = report && (await subjectRow(q, marketplace, report.subject_kind, report.subject_id));
  if (!report || !subject) return undefined;
  const said = await subjectRow(q, marketplace, "report", id);
  const text = typeof said?.state.text === "string" ? said.state.text : "";
  const appeal = await asTold(q, marketplace, await complaintOf(q, marketplace, id));
  const until = report.decided_at ? new Date(report.decided_at.getTime() + contestMs) : undefined;
  const stored = report.decision_id === null ? undefined : await loadDecision(q, marketplace, report.decision_id);
  // Until the hold has passed it may still be undone; then nothing was decided.
  const decided = stored && Date.parse(stored.answer.effective_at ?? "") <= Date.now();
  const shown = decided ? report : { ...report, outcome: null };
  const state: ContestState = appeal
    ? (appeal.outcome ?? "waiting")
    : shown.outcome === null
      ? "undecided"
      : shown.outcome === "upheld" || report.reversed
        ? "done"
        : until!.getTime() < Date.now()
          ? "too_late"
          : "open";
  return {
    ...(stored && { stored }),
    subject,
    language: report.language,
    report: { ...shown, text },
    ...(appeal && { appeal }),
    ...(until && { until }),
    state,
  };
}

/**
 * Contests what the link leads to: one appeal a decision, one complaint a report. Opens a case that somebody else decides.
 * @param given `files`: content hashes of pictures that are kept
 * @throws AssayError `link_invalid`, `already_contested`, `contest_over`, `not_contestable`
 */
export async function openAppeal(
  deps: AppealDeps,
  target: LinkTarget,
  given: { text: string; language: string; files: readonly string[] },
): Promise<AppealRow> {
  const { marketplace, id, purpose } = target;
  return deps.db.transaction(marketplace, async (tx) => {
    const before = purpose === "decision" ? await decisionAt(tx, marketplace, id) : await reportAt(tx, marketplace, id);
    if (!before?.stored) throw new AssayError(before ? "not_contestable" : "link_invalid");
    // Whoever sends it twice at once waits here, and then finds it there.
    await lockSubject(tx, marketplace, before.subject.kind, before.subject.id);
    const found = purpose === "decision" ? await decisionAt(tx, marketplace, id) : await reportAt(tx, marketplace, id);
    if (!found?.stored) throw new AssayError("not_contestable");
    if (found.appeal) throw new AssayError("already_contested");
    if (found.state === "too_late") throw new AssayError("contest_over");
    if (found.state !== "open") throw new AssayError("not_contestable");
    const { subject, stored } = found;
    const { answer, decided_by } = stored;
    const report = "report" in found ? found.report : undefined;
    const caseId = await openCase(tx, marketplace, subject, answer, decided_by);
    const appeal = await insertAppeal(tx, marketplace, {
      kind: report ? "complaint" : "appeal",
      decision_id: answer.decision_id,
      event_id: answer.event_id,
      report_id: report?.id ?? null,
      subject_kind: subject.kind,
      subject_id: subject.id,
      by: report?.by ?? subject.owner,
      case_id: caseId,
      language: given.language,
      text: given.text,
      files: [...given.files],
    });
    if (!appeal) throw new AssayError("already_contested");
    await appendAudit(tx, marketplace, {
      actor: appeal.by,
      what: report ? "complaint.received" : "appeal.received",
      subject: caseId,
      details: { appeal: appeal.id, decision_id: answer.decision_id, files: given.files },
    });
    return appeal;
  });
}

async function openCase(
  tx: Querier,
  marketplace: string,
  subject: SubjectRow,
  contested: Decision,
  decidedBy: string,
): Promise<string> {
  const reasons: Reason[] = contested.reasons;
  const suspended = contested.restrictions.some(({ type }) => type === "suspend" || type === "hold_payout");
  return openOrJoin(tx, marketplace, {
    type: "appeal",
    ...(await laneFor(tx, marketplace, subject, appealsQueue)),
    priority: suspended ? suspendedPriority : appealPriority,
    kind: subject.kind,
    subject_id: subject.id,
    revision: subject.revision,
    owner: subject.owner,
    title: subject.title || subject.id,
    reasons,
    decision_id: subject.decision_id ?? contested.decision_id,
    event_id: subject.event_id,
    not_for: decidedBy === "rule" ? [] : [decidedBy],
  });
}

/**
 * A person resolves a case: one decision, everything that hangs on it, in one transaction; and takes it back while the hold lasts.
 * The decision stands at once; the marketplace is told when `effective_at` has come.
 */
import {
  AssayError,
  type Case,
  type Decision,
  type Outcome,
  type ReasonCode,
  type Resolution,
  type Resolved,
  type Visibility,
} from "@assay/contract";
import type { Principal } from "./access/index.ts";
import { cancelAction, insertAction } from "./actions/index.ts";
import { appendAudit } from "./audit/index.ts";
import * as cases from "./cases/index.ts";
import { type Database, newId, type Querier } from "./db/index.ts";
import { actionOf } from "./decide.ts";
import {
  insertPersonDecision,
  languageFor,
  loadDecision,
  lockStanding,
  statementOf,
  undoDecision,
} from "./decisions/index.ts";
import { groupColumns } from "./gather.ts";
import { type ComparableRow, comparableOf, comparableRow, putComparable, removeComparable } from "./history/index.ts";
import {
  type BeforeDecision,
  decideSubject,
  type Intake,
  loadEvent,
  lockSubject,
  restoreSubject,
  type SubjectRow,
  subjectRow,
} from "./intake/index.ts";

export interface ResolutionDeps {
  db: Database;
  /** Every reason code that may be given. */
  reasons: readonly ReasonCode[];
  /** How long the decision can be undone, in ms. */
  undoHoldMs: number;
  /** How long a case reopened by undo is held for the person, in ms. */
  claimMs: number;
  /** Decides a stored event again. */
  redecide(marketplace: string, eventId: string): Promise<unknown>;
}

/** What an undo puts back. */
interface Before {
  subject: BeforeDecision;
  comparable?: ComparableRow;
}

/**
 * @throws AssayError `case_taken` when another person holds the case, `case_resolved`, `revision_changed` when the decision
 *   that was shown is not the subject's newest, `invalid_request` for a reason code that does not exist
 */
export async function resolveCase(
  deps: ResolutionDeps,
  person: Principal,
  caseId: string,
  resolution: Resolution,
): Promise<Resolved> {
  const startedAt = performance.now();
  const { marketplace } = person;
  const unknown = resolution.reasons.filter((code) => !deps.reasons.some((reason) => reason.code === code));
  if (unknown.length > 0) throw new AssayError("invalid_request", `There is no reason ${unknown.join(", ")}.`);
  return deps.db.transaction(marketplace, async (tx) => {
    const { work, subject } = await lock(tx, marketplace, caseId, person.id);
    const shown = await loadDecision(tx, marketplace, resolution.decision_id);
    const event = await loadEvent(tx, marketplace, subject.event_id);
    if (!shown || !event || resolution.decision_id !== (subject.decision_id ?? work.decision_id)) {
      throw new AssayError("revision_changed");
    }
    const { outcome } = resolution;
    const visibility = resolution.visibility ?? usualVisibility(outcome, subject);
    const decidedAt = new Date();
    const effectiveAt = new Date(decidedAt.getTime() + deps.undoHoldMs);
    const reasons = resolution.reasons.map((code) => ({ code, outcome }));
    const language = languageFor(subject.state, event.event.client?.locale);
    const statement = statementOf(outcome, reasons, deps.reasons, language);
    const decision: Decision = {
      event_id: subject.event_id,
      decision_id: newId("dec"),
      mode: shown.answer.mode,
      subject: {
        kind: subject.kind,
        id: subject.id,
        ...(subject.revision !== null && { revision: subject.revision }),
      },
      outcome,
      visibility,
      restrictions: outcome === "approve" ? [] : shown.answer.restrictions,
      reasons,
      signals: shown.answer.signals,
      pending: [],
      cases: [work.id],
      by: "person",
      decided_at: decidedAt.toISOString(),
      effective_at: effectiveAt.toISOString(),
      ...(statement && { statement }),
      took_ms: Math.round((performance.now() - startedAt) * 10) / 10,
    };
    await insertPersonDecision(tx, marketplace, decision, { owner: subject.owner, at: subject.at, by: person.id });
    await decideSubject(tx, marketplace, subject, { id: decision.decision_id, outcome, visibility });
    const comparable = await recount(tx, marketplace, event, outcome);
    if (decision.mode === "live") {
      await insertAction(tx, marketplace, actionOf(marketplace, decision), decision.decision_id, effectiveAt);
    }
    const label = await cases.insertLabel(tx, marketplace, {
      kind: subject.kind,
      subjectId: subject.id,
      decisionId: resolution.decision_id,
      about: "outcome",
      value: upholds(shown.answer.outcome, outcome) ? "upheld" : "overturned",
      by: person.id,
    });
    if (resolution.note) {
      const note = { caseId, account: subject.owner, author: person.id, text: resolution.note };
      await cases.insertNote(tx, marketplace, note);
    }
    const before: Before = { subject: beforeOf(subject), ...(comparable && { comparable }) };
    await cases.resolve(
      tx,
      marketplace,
      caseId,
      person.id,
      { decision_id: decision.decision_id, label_id: label.id, before },
      effectiveAt,
    );
    await appendAudit(tx, marketplace, {
      actor: person.id,
      what: "case.resolved",
      subject: caseId,
      details: { decision_id: decision.decision_id, outcome, visibility, reasons: resolution.reasons },
    });
    const resolved = cases.caseOf((await cases.caseById(tx, marketplace, caseId))!);
    return { case: resolved, decision, undo_until: effectiveAt.toISOString() };
  });
}

/**
 * Takes a resolution back while its hold lasts: nothing was sent, nothing will be, and the person holds the case again.
 * Where a case was opened since for the same work, that one is held and answered instead.
 * @throws AssayError `undo_expired` once the hold has passed, `forbidden` for another person's resolution
 */
export async function undoResolution(deps: ResolutionDeps, person: Principal, caseId: string): Promise<Case> {
  const { marketplace } = person;
  const { reopened, standing } = await deps.db.transaction(marketplace, async (tx) => {
    const known = await cases.caseById(tx, marketplace, caseId);
    if (!known) throw new AssayError("not_found");
    await lockSubject(tx, marketplace, known.kind, known.subject_id);
    const work = (await cases.lockCase(tx, marketplace, caseId))!;
    if (work.state !== "resolved" || !work.resolution || !work.undo_until) throw new AssayError("undo_expired");
    if (work.resolved_by !== person.id) throw new AssayError("forbidden", "Another person resolved this case.");
    const { decision_id, label_id, before } = work.resolution as cases.StoredResolution & { before: Before };
    const inTime = work.undo_until.getTime() > Date.now();
    if (!inTime || !(await cancelAction(tx, marketplace, decision_id))) throw new AssayError("undo_expired");
    await undoDecision(tx, marketplace, decision_id);
    const subject = { kind: work.kind, id: work.subject_id };
    await restoreSubject(tx, marketplace, subject, decision_id, before.subject);
    if (work.kind === "listing") {
      if (before.comparable) await putComparable(tx, marketplace, before.comparable);
      else await removeComparable(tx, marketplace, work.subject_id);
    }
    await cases.deleteLabel(tx, marketplace, label_id);
    const twin = await cases.openTwin(tx, marketplace, work);
    if (twin) await cases.claim(tx, marketplace, twin.id, person.id, deps.claimMs);
    else await cases.reopen(tx, marketplace, caseId, person.id, deps.claimMs);
    await appendAudit(tx, marketplace, {
      actor: person.id,
      what: "case.undone",
      subject: caseId,
      details: { decision_id },
    });
    const reopened = (await cases.caseById(tx, marketplace, twin?.id ?? caseId))!;
    return { reopened, standing: await loadDecision(tx, marketplace, reopened.decision_id) };
  });
  // What was measured during the hold did not change the person's decision; it may change the one that stands again.
  if (standing && standing.answer.pending.length > 0) await deps.redecide(marketplace, standing.event_id);
  return cases.caseOf(reopened);
}

/** The decision first, then the subject, then the case, as the pipeline's commit takes them: two transactions never wait for each other. */
async function lock(tx: Querier, marketplace: string, caseId: string, person: string) {
  const known = await cases.caseById(tx, marketplace, caseId);
  if (!known) throw new AssayError("not_found");
  const shown = await subjectRow(tx, marketplace, known.kind, known.subject_id);
  if (shown) await lockStanding(tx, marketplace, shown.event_id);
  const subject = await lockSubject(tx, marketplace, known.kind, known.subject_id);
  // A revision came in this very moment.
  if (subject?.event_id !== shown?.event_id) throw new AssayError("revision_changed");
  const work = cases.requireWorkable(await cases.lockCase(tx, marketplace, caseId), person);
  if (!subject) throw new AssayError("not_found");
  return { work, subject };
}

/** A fix is asked for while the last approved revision stays up, where there is one. */
function usualVisibility(outcome: Outcome, subject: SubjectRow): Visibility {
  if (outcome === "approve") return "visible";
  if (outcome === "refuse") return "removed";
  return subject.approved_event !== null && subject.approved_event !== subject.event_id ? "previous_revision" : "held";
}

/** Whether a person's decision bears out what the decision before it asked for; `review` asked to stop it at least. */
function upholds(asked: Outcome, decided: Outcome): boolean {
  if (asked === "approve") return decided === "approve";
  if (asked === "refuse") return decided === "refuse";
  return decided !== "approve";
}

function beforeOf(subject: SubjectRow): BeforeDecision {
  const { event_id, decision_id, outcome, visibility, approved_event, approved_revision, approved, approved_at } =
    subject;
  const approvedAt = approved_at?.toISOString() ?? null;
  return {
    event_id,
    decision_id,
    outcome,
    visibility,
    approved_event,
    approved_revision,
    approved,
    approved_at: approvedAt,
  };
}

/** Prices that others are compared with are those of approved listings. @returns the comparable as it was before */
async function recount(
  tx: Querier,
  marketplace: string,
  event: Intake,
  outcome: Outcome,
): Promise<ComparableRow | undefined> {
  const { kind, id } = event.subject;
  if (kind !== "listing") return undefined;
  const before = await comparableRow(tx, marketplace, id);
  const comparable = comparableOf(event);
  if (outcome === "refuse") await removeComparable(tx, marketplace, id);
  else if (outcome === "approve" && comparable) {
    const { ms, id: listing, brand = null, condition = null, ...rest } = comparable;
    const at = new Date(ms).toISOString();
    await putComparable(tx, marketplace, { ...rest, ...groupColumns(event), listing, brand, condition, at });
  }
  return before;
}

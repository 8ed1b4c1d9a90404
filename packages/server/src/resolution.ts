/**
 * A person resolves a case: one decision, everything that hangs on it, in one transaction; and takes it back while the hold lasts.
 * The decision stands at once; the marketplace is told when `effective_at` has come.
 */
import { AssayError, type Case, type ReasonCode, type Resolution, type Resolved } from "@assay/contract";
import type { Principal } from "./access/index.ts";
import { appendAudit } from "./audit/index.ts";
import * as cases from "./cases/index.ts";
import type { Database, Querier } from "./db/index.ts";
import { loadDecision } from "./decisions/index.ts";
import { loadEvent, lockSubject } from "./intake/index.ts";
import { decideByPerson, lockDecided, type StoredDecisionBefore, storedOf, takeBack } from "./person_decision.ts";
import type { Voices } from "./voices.ts";

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
  voices: Voices;
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
  const { marketplace } = person;
  requireReasons(deps.reasons, resolution.reasons);
  const voice = await deps.voices.of(marketplace);
  return deps.db.transaction(marketplace, async (tx) => {
    const { work, subject } = await lockWork(tx, person, caseId);
    const shown = await loadDecision(tx, marketplace, resolution.decision_id);
    const event = await loadEvent(tx, marketplace, subject.event_id);
    if (!shown || !event || resolution.decision_id !== (subject.decision_id ?? work.decision_id)) {
      throw new AssayError("revision_changed");
    }
    const decidedAt = new Date();
    const effectiveAt = new Date(decidedAt.getTime() + deps.undoHoldMs);
    const { outcome, visibility } = resolution;
    const made = await decideByPerson(
      { reasons: deps.reasons, voice, by: person.id, decidedAt, effectiveAt },
      tx,
      { marketplace, subject, shown, event },
      { outcome, visibility, codes: resolution.reasons, cases: [work.id], answer: resolution.answer || undefined },
    );
    if (resolution.note) {
      const note = { caseId, account: subject.owner, author: person.id, text: resolution.note };
      await cases.insertNote(tx, marketplace, note);
    }
    const { decision } = made;
    await cases.resolve(tx, marketplace, caseId, person.id, storedOf(made), effectiveAt);
    await appendAudit(tx, marketplace, {
      actor: person.id,
      what: "case.resolved",
      subject: caseId,
      details: {
        decision_id: decision.decision_id,
        outcome,
        visibility: decision.visibility,
        reasons: resolution.reasons,
      },
    });
    const resolved = cases.caseOf((await cases.caseById(tx, marketplace, caseId))!);
    return { case: resolved, decision, undo_until: effectiveAt.toISOString() };
  });
}

/** @throws AssayError `invalid_request` for a code that does not exist */
export function requireReasons(known: readonly ReasonCode[], codes: readonly string[]): void {
  const unknown = codes.filter((code) => !known.some((reason) => reason.code === code));
  if (unknown.length > 0) throw new AssayError("invalid_request", `There is no reason ${unknown.join(", ")}.`);
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
    if (work.undo_until.getTime() <= Date.now()) throw new AssayError("undo_expired");
    const stored = work.resolution as StoredDecisionBefore;
    await takeBack(tx, marketplace, { kind: work.kind, id: work.subject_id }, stored, person.id);
    const reopened = await reopenCase(tx, person, work, deps.claimMs);
    await appendAudit(tx, marketplace, {
      actor: person.id,
      what: "case.undone",
      subject: caseId,
      details: { decision_id: stored.decision_id },
    });
    return { reopened, standing: await loadDecision(tx, marketplace, reopened.decision_id) };
  });
  // What was measured during the hold did not change the person's decision; it may change the one that stands again.
  if (standing && standing.answer.pending.length > 0) await deps.redecide(marketplace, standing.event_id);
  return cases.caseOf(reopened);
}

/**
 * Opens a resolved case again; where one was opened since for the same work, that one stands.
 * @param claimMs for how long the person holds it then; undefined: anybody may take it
 */
export async function reopenCase(
  tx: Querier,
  person: Principal,
  work: cases.CaseRow,
  claimMs: number | undefined,
): Promise<cases.CaseRow> {
  const { marketplace, id } = person;
  const twin = await cases.openTwin(tx, marketplace, work);
  if (!twin) await cases.reopen(tx, marketplace, work.id, id, claimMs ?? 0);
  else if (claimMs !== undefined) await cases.claim(tx, marketplace, twin.id, id, claimMs);
  return (await cases.caseById(tx, marketplace, twin?.id ?? work.id))!;
}

/** The case and what it is about, locked, and this person may work on it. */
export async function lockWork(tx: Querier, person: Principal, caseId: string) {
  const { marketplace } = person;
  const known = await cases.caseById(tx, marketplace, caseId);
  if (!known || (await cases.lanesFor(tx, person)).hidden.includes(known.queue)) throw new AssayError("not_found");
  if (known.quality_item)
    throw new AssayError("forbidden", "A sample is answered; nothing is done to what it is about.");
  const subject = await lockDecided(tx, marketplace, known.kind, known.subject_id);
  const work = cases.requireWorkable(await cases.lockCase(tx, marketplace, caseId), person.id);
  return { work, subject };
}

/** A person's decision on a subject as it stands now, whichever screen it comes from: everything that hangs on it, within the caller's transaction. */
import type { Decision, Outcome, ReasonCode, Restriction, Visibility } from "@assay/contract";
import { AssayError } from "@assay/contract";
import { cancelAction, insertAction } from "./actions/index.ts";
import * as cases from "./cases/index.ts";
import { newId, type Querier } from "./db/index.ts";
import { actionOf } from "./decide.ts";
import {
  insertPersonDecision,
  languagesFor,
  lockStanding,
  type StoredDecision,
  statementOf,
  undoDecision,
} from "./decisions/index.ts";
import {
  type ComparableRow,
  comparableOf,
  comparableRow,
  printOutcome,
  putComparable,
  removeComparable,
} from "./history/index.ts";
import {
  type BeforeDecision,
  decideSubject,
  type Intake,
  lockSubject,
  restoreSubject,
  type SubjectRow,
  subjectRow,
} from "./intake/index.ts";
import { basisOf, settle, unsettle, waitingOn } from "./settle.ts";
import type { MarketplaceVoice } from "./voices.ts";

/** What an undo puts back. */
export interface Before {
  subject: BeforeDecision;
  comparable?: ComparableRow;
}

/** One decision that was made, with what takes it back. */
export interface MadeDecision {
  decision: Decision;
  /** Absent for what was not judged by itself. */
  labelId?: string;
  before: Before;
}

/** The same as it is stored, for the undo. */
export interface StoredDecisionBefore {
  decision_id: string;
  label_id?: string;
  before: Before;
}

export const storedOf = ({ decision, labelId, before }: MadeDecision): StoredDecisionBefore => ({
  decision_id: decision.decision_id,
  ...(labelId !== undefined && { label_id: labelId }),
  before,
});

interface Deciding {
  /** Every reason code that may be given. */
  reasons: readonly ReasonCode[];
  /** How the marketplace speaks to people. */
  voice: MarketplaceVoice;
  /** The person's id. */
  by: string;
  decidedAt: Date;
  /** When the marketplace is told; until then it can be undone. */
  effectiveAt: Date;
}

interface What {
  outcome: Outcome;
  visibility?: Visibility | undefined;
  /** Reason codes. */
  codes: readonly string[];
  /** Beside those that stand, which an approval lifts where it adds none. */
  restrictions?: readonly Restriction[];
  cases: readonly string[];
  /** What whoever contested or reported it is told beside the reasons' texts. */
  answer?: string | undefined;
  /** False for what is decided by association: it says nothing of whether the decision before was right. */
  judged?: boolean;
}

/**
 * Appeals and reports that wait on its cases are answered with it.
 * @param subject locked by `lockDecided`
 * @param shown the decision that stands, which this one answers
 * @throws AssayError `own_decision` where it answers an appeal against a decision of this very person
 */
export async function decideByPerson(
  { reasons: codes, voice, by, decidedAt, effectiveAt }: Deciding,
  tx: Querier,
  {
    marketplace,
    subject,
    shown,
    event,
  }: { marketplace: string; subject: SubjectRow; shown: StoredDecision; event: Intake },
  what: What,
): Promise<MadeDecision> {
  const startedAt = performance.now();
  const { outcome } = what;
  const visibility = what.visibility ?? usualVisibility(outcome, subject);
  const reasons = what.codes.map((code) => ({ code, outcome }));
  const decided: Decision = {
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
    restrictions: [
      ...(outcome === "approve" && !what.restrictions ? [] : shown.answer.restrictions),
      ...(what.restrictions ?? []),
    ],
    reasons,
    signals: shown.answer.signals,
    pending: [],
    cases: [...what.cases],
    by: "person",
    decided_at: decidedAt.toISOString(),
    effective_at: effectiveAt.toISOString(),
    took_ms: Math.round((performance.now() - startedAt) * 10) / 10,
  };
  const account = await subjectRow(tx, marketplace, "account", subject.owner);
  const languages = [
    ...languagesFor(account?.state ?? {}, undefined),
    ...languagesFor(subject.state, event.event.client?.locale),
  ];
  const waiting = await waitingOn(tx, marketplace, what.cases);
  const told = { codes, voice, languages, explanation: what.answer, ...basisOf(waiting) };
  const statement = statementOf(decided, told);
  const decision = statement ? { ...decided, statement } : decided;
  await insertPersonDecision(tx, marketplace, decision, { owner: subject.owner, at: subject.at, by });
  await decideSubject(tx, marketplace, subject, { id: decision.decision_id, outcome, visibility });
  const comparable = await recount(tx, marketplace, event, outcome);
  if (decision.mode === "live") {
    await insertAction(tx, marketplace, actionOf(marketplace, decision), decision.decision_id, effectiveAt);
  }
  await settle(tx, { marketplace, decision, waiting, by, at: decidedAt, answer: what.answer, voice });
  const made = { decision, before: { subject: beforeOf(subject), ...(comparable && { comparable }) } };
  if (what.judged === false) return made;
  const label = await cases.insertLabel(tx, marketplace, {
    kind: subject.kind,
    subjectId: subject.id,
    decisionId: shown.answer.decision_id,
    about: "outcome",
    value: upholds(shown.answer.outcome, outcome) ? "upheld" : "overturned",
    by,
  });
  return { ...made, labelId: label.id };
}

/**
 * Takes a decision back whose hold still lasts; to be called before anything else of an undo.
 * @throws AssayError `undo_expired` when what it tells may have gone out
 */
export async function takeBack(
  tx: Querier,
  marketplace: string,
  subject: Pick<SubjectRow, "kind" | "id">,
  { decision_id, label_id, before }: StoredDecisionBefore,
  by: string,
): Promise<void> {
  if (!(await cancelAction(tx, marketplace, decision_id))) throw new AssayError("undo_expired");
  await unsettle(tx, marketplace, decision_id, by);
  await undoDecision(tx, marketplace, decision_id);
  await restoreSubject(tx, marketplace, subject, decision_id, before.subject);
  if (subject.kind === "listing") {
    if (before.comparable) await putComparable(tx, marketplace, before.comparable);
    else await removeComparable(tx, marketplace, subject.id);
    await printOutcome(tx, marketplace, subject.id, before.subject.outcome ?? "review");
  }
  if (label_id !== undefined) await cases.deleteLabel(tx, marketplace, label_id);
}

/**
 * The decision first, then the subject, as the pipeline's commit takes them: two transactions never wait for each other.
 * @throws AssayError `not_found`, `revision_changed` when a revision came in this very moment
 */
export async function lockDecided(tx: Querier, marketplace: string, kind: string, id: string): Promise<SubjectRow> {
  const shown = await subjectRow(tx, marketplace, kind, id);
  if (!shown) throw new AssayError("not_found");
  await lockStanding(tx, marketplace, shown.event_id);
  const subject = await lockSubject(tx, marketplace, kind, id);
  if (subject?.event_id !== shown.event_id) throw new AssayError("revision_changed");
  return subject;
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
  await printOutcome(tx, marketplace, id, outcome);
  if (outcome === "refuse") await removeComparable(tx, marketplace, id);
  else if (outcome === "approve" && comparable) {
    const {
      ms,
      id: listing,
      brand = null,
      condition = null,
      kind: sold_as = "whole",
      sold = false,
      ...rest
    } = comparable;
    const at = new Date(ms).toISOString();
    await putComparable(tx, marketplace, { ...rest, listing, brand, condition, kind: sold_as, sold, at });
  }
  return before;
}

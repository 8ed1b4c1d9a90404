/**
 * Answering a case of the programme: a person says what they would have decided, and nothing happens to the subject. A sample is settled
 * when two people said the same; where they did not, a third says.
 */
import {
  AssayError,
  type Case,
  type Decision,
  type ErrorType,
  type Reason,
  type Resolution,
  type Resolved,
} from "@assay/contract";
import type { Principal } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import * as cases from "../cases/index.ts";
import type { Database, Querier } from "../db/index.ts";
import { loadDecision } from "../decisions/index.ts";
import * as items from "./store/items.ts";

export interface AnsweringDeps {
  db: Database;
  claimMs: number;
  undoHoldMs: number;
}

type Answer = Pick<items.ReviewRow, "outcome" | "reasons">;

/** Whether two answers are one: the same outcome and, unless approved, a reason in common. */
export function agrees(a: Answer, b: Answer): boolean {
  if (a.outcome !== b.outcome) return false;
  return a.outcome === "approve" || a.reasons.some((reason) => b.reasons.includes(reason));
}

/** How a decision was wrong, by what is held to be right; undefined where it was right. */
export function errorOf(
  decided: { outcome: string; reasons: readonly string[] },
  truth: Answer,
): ErrorType | undefined {
  if (decided.outcome === "approve" && truth.outcome !== "approve") return "missed_violation";
  if (decided.outcome !== "approve" && truth.outcome === "approve") return "wrongly_stopped";
  if (decided.outcome !== truth.outcome) return "wrong_outcome";
  if (truth.outcome === "approve" || decided.reasons.some((reason) => truth.reasons.includes(reason))) return undefined;
  return "wrong_reason";
}

/**
 * @throws AssayError `forbidden` for who decided it or answered before, or may not settle it; `case_taken`, `case_resolved`, `not_found`;
 *   `revision_changed` for the decision of another case
 */
export async function answerSample(
  { db, undoHoldMs }: AnsweringDeps,
  person: Principal,
  caseId: string,
  resolution: Resolution,
): Promise<Resolved> {
  const { marketplace } = person;
  return db.transaction(marketplace, async (tx) => {
    const { work, item } = await lockSample(tx, person, caseId);
    if (resolution.decision_id !== item.decision_id) throw new AssayError("revision_changed");
    const { outcome, reasons } = resolution;
    const answer = { outcome, reasons };
    const role = roleIn(item);
    if (role === "adjudication" && !person.permissions.has("quality.manage")) throw new AssayError("forbidden");
    const before = await items.reviewsOf(tx, marketplace, [item.id]);
    const correct = role === "golden" ? agrees(answer, { outcome: item.truth!, reasons: item.truth_reasons }) : null;
    const note = resolution.note ?? null;
    await items.insertReview(tx, marketplace, { item: item.id, person: person.id, role, ...answer, note, correct });
    const undoUntil = new Date(Date.now() + undoHoldMs);
    const close = () => cases.closeSample(tx, marketplace, caseId, person.id, undoUntil);
    const settle = async (by: string) => {
      const error_type = errorOf(item, answer) ?? null;
      await items.setItem(tx, marketplace, item.id, {
        state: "done",
        truth: outcome,
        truth_reasons: reasons,
        settled_by: by,
        error_type,
      });
      await close();
    };
    if (role === "golden") await close();
    else if (role === "adjudication") await settle(person.id);
    else if (before.length + 1 < item.reviews) {
      await cases.passOn(tx, marketplace, caseId, { queue: work.queue, notFor: person.id });
    } else if (before.every((one) => agrees(one, answer))) await settle(item.reviews > 1 ? "agreement" : "single");
    else {
      await items.setItem(tx, marketplace, item.id, { ...unsettled, state: "disputed" });
      await cases.passOn(tx, marketplace, caseId, { queue: cases.adjudicationQueue, notFor: person.id });
    }
    await appendAudit(tx, marketplace, {
      actor: person.id,
      what: "quality.answered",
      subject: item.id,
      // What was answered stands with the item: the log must not tell the next reviewer.
      details: { case: caseId, role: role === "golden" ? "review" : role },
    });
    const decision = await loadDecision(tx, marketplace, item.decision_id);
    if (!decision) throw new AssayError("not_found");
    const told = reasons.map((code) => ({ code, outcome }));
    return {
      case: cases.caseOf((await cases.caseById(tx, marketplace, caseId))!),
      decision: { ...blindDecision(decision.answer, item.decision_id), outcome, reasons: told, by: "person" },
      undo_until: undoUntil.toISOString(),
    };
  });
}

const unsettled = { truth: null, truth_reasons: [] as string[], settled_by: null, error_type: null };

/** What somebody is asked of an item as it stands. */
export function roleIn(item: items.ItemRow): items.ReviewRow["role"] {
  if (item.draw === null) return "golden";
  return item.state === "disputed" ? "adjudication" : "review";
}

/**
 * Takes one's answer back while the hold lasts and nobody has answered since.
 * @throws AssayError `undo_expired`
 */
export async function undoAnswer(deps: AnsweringDeps, person: Principal, caseId: string): Promise<Case> {
  const { marketplace } = person;
  return deps.db.transaction(marketplace, async (tx) => {
    const work = await cases.lockCase(tx, marketplace, caseId);
    const item = work?.quality_item && (await items.itemById(tx, marketplace, work.quality_item, true));
    if (!work || !item) throw new AssayError("not_found");
    const mine = (await items.reviewsOf(tx, marketplace, [item.id])).at(-1);
    if (mine?.person !== person.id || mine.at.getTime() + deps.undoHoldMs <= Date.now()) {
      throw new AssayError("undo_expired");
    }
    await items.deleteReview(tx, marketplace, item.id, person.id);
    if (mine.role !== "golden") {
      const state = mine.role === "adjudication" ? "disputed" : "open";
      await items.setItem(tx, marketplace, item.id, { ...unsettled, state });
    }
    const queue = mine.role === "review" ? cases.qualityQueue : work.queue;
    await cases.takeSampleBack(tx, marketplace, caseId, { queue, user: person.id, claimMs: deps.claimMs });
    await appendAudit(tx, marketplace, { actor: person.id, what: "quality.undone", subject: item.id, details: {} });
    return cases.caseOf((await cases.caseById(tx, marketplace, caseId))!);
  });
}

async function lockSample(tx: Querier, person: Principal, caseId: string) {
  const { marketplace } = person;
  const work = cases.requireWorkable(await cases.lockCase(tx, marketplace, caseId), person.id);
  if ((await cases.lanesFor(tx, person)).hidden.includes(work.queue)) throw new AssayError("not_found");
  const item = work.quality_item ? await items.itemById(tx, marketplace, work.quality_item, true) : undefined;
  if (!item) throw new AssayError("not_found");
  return { work, item };
}

/**
 * A decision as somebody sees it who must not be swayed: what was seen, not what was made of it.
 * @param id under which the answer is given
 * @param reasons shown all the same
 */
export function blindDecision(answer: Decision, id: string, reasons: Reason[] = []): Decision {
  const { event_id, mode, subject, signals, took_ms } = answer;
  return {
    event_id,
    decision_id: id,
    mode,
    subject,
    outcome: "review",
    visibility: "held",
    restrictions: [],
    reasons,
    signals,
    pending: [],
    cases: [],
    took_ms,
  };
}

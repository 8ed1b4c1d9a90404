/** What the past says of a review: no order between the two, a review given back, a burst, one person behind both. */
import type { Evidence, HistoryValues, Subject } from "@assay/contract";
import { linkedFrom, togetherness } from "../account/identifiers.ts";

export type PastKind = "not_a_buyer" | "exchanged" | "burst" | "self";

export interface PastFind {
  kind: PastKind;
  score: number;
  evidence: Evidence;
}

const dayMs = 86_400_000;
/** Reviews of one day, this one included, from which a burst can be, and how many times the usual it must be. */
const burstFrom = 5;
const burstTimes = 5;

/** @param at the review's time in ms since 1970 */
export function findsInPast(
  subject: Subject,
  at: number,
  past: HistoryValues["review_past"],
  links: HistoryValues["account_links"],
): PastFind[] {
  const finds: PastFind[] = [];
  const { about, order } = subject.data;
  // Without a single order at this marketplace there is no telling who bought.
  const noDeal = past.orders_known && past.bought === 0 && past.sold === 0 && order === undefined;
  if (noDeal && typeof about === "string") {
    finds.push({
      kind: "not_a_buyer",
      score: 0.6,
      evidence: { type: "score", label: "orders_between_them", value: 0 },
    });
    const back = past.reviewed_back.filter((review) => !review.order).length;
    if (back > 0) {
      const evidence: Evidence = { type: "window", what: "exchanged", count: back + 1, span_s: 14 * 86_400, limit: 1 };
      finds.push({ kind: "exchanged", score: 0.85, evidence });
    }
  }
  const today = past.recent.filter((review) => review.at > at - dayMs);
  const before = past.recent.filter((review) => review.at <= at - dayMs);
  const count = today.length + 1;
  // One review a week is taken for granted, so that a first good weekend is no burst.
  const usual = Math.max(before.length / 29, 1 / 7);
  const times = count / usual;
  const orderless = today.filter((review) => !review.order).length + Number(order === undefined);
  if (count >= burstFrom && times >= burstTimes && orderless / count >= 0.5) {
    const score = Math.min(0.95, 0.5 + 0.08 * (count - burstFrom + 1) + 0.2 * (orderless / count));
    const limit = Math.max(burstFrom - 1, Math.round(burstTimes * usual));
    finds.push({ kind: "burst", score, evidence: { type: "window", what: "burst", count, span_s: 86_400, limit } });
  }
  const same = links.find((other) => other.account === about);
  const similarity = same ? togetherness(same.shared) : 0;
  if (same && similarity >= linkedFrom) {
    const evidence: Evidence = {
      type: "subject",
      subject: { kind: "account", id: same.account },
      similarity,
      shared: [...new Set(same.shared.map(({ kind }) => kind))],
    };
    finds.push({ kind: "self", score: similarity, evidence });
  }
  return finds;
}

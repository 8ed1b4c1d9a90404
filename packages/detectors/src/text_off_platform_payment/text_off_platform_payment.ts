/**
 * A pull away from the site's own payment. A way of paying alone is no find: an honest ad may say "PayPal or cash".
 * Each mention is weighed with what stands around it (is somebody told to pay? only so? before anything is sent? outside the site?
 * or in person, in the past, as a warning?), and what is denied does not count.
 */
import type { SpanEvidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { type CueHit, compileCues, logistic, overlap, sentenceOf, wordsBetween } from "../text/cues.ts";
import { spanOf, type TextView, textsOf } from "../text/index.ts";
import { isNegated } from "../text/negation.ts";
import { contexts, methods } from "./phrases.ts";

type Method = keyof typeof methods;
type Context = keyof typeof contexts;

const methodReader = compileCues(methods, { together: true });
const contextReader = compileCues(contexts);

/** Log-odds of a mention by itself: how often it is a pull when nothing else is said. */
const mention: Readonly<Record<Method, number>> = {
  crypto: -2,
  gift_card: -2.4,
  money_order: -1.8,
  bank_transfer: -2.6,
  wallet: -3.4,
  wallet_friends: -1.2,
  cash_by_post: -0.4,
  cheque_by_post: -0.8,
  courier: -4.2,
  outside: 0.4,
};

/** What each context near a mention adds. */
const weights: Readonly<Record<Exclude<Context, "courier_money" | "courier_collects">, number>> = {
  directive: 2.2,
  exclusive: 1.1,
  before_shipping: 1.3,
  in_person: -1.2,
  neutral: -0.9,
  inside: -2.6,
  avoids_site: 1.6,
  past: -3.2,
  warning: -3.4,
};

/** Ways that no honest seller insists on: "only" before them weighs more. */
const neverInsisted: ReadonlySet<Method> = new Set([
  "crypto",
  "gift_card",
  "money_order",
  "cash_by_post",
  "wallet_friends",
]);
const insisted = 1.2;

/** A private message that speaks of another way to pay pulls more often than an ad that lists what is accepted. */
const inPrivate = 1.25;
/** Words around a mention in which contexts count. */
const reach = 12;

const kinds: Record<Method, string> = {
  crypto: "cryptocurrency",
  gift_card: "gift, prepaid or top-up cards and their codes",
  money_order: "money orders and money-transfer services",
  bank_transfer: "a bank transfer past the site",
  wallet: "a wallet or payment app past the site",
  wallet_friends: "a wallet, as a payment between friends, without protection",
  cash_by_post: "cash by post",
  cheque_by_post: "a cheque by post",
  courier: "a courier or escrow service that handles the money",
  outside: "payment outside the site, or past its fees",
};

export const textOffPlatformPayment = defineDetector({
  id: "text_off_platform_payment",
  version: 3,
  title: "Payment elsewhere",
  summary:
    "Sees attempts to have the other person pay past the site: crypto, prepaid cards, transfers, false couriers.",
  subjects: ["listing", "message", "question", "account"],
  history: [],
  measurements: [],
  cost: "micro",
  kinds,
  values: { method: { type: "string", title: "Way of paying that is pulled to" } },
  detect({ subject }) {
    const isPrivate = subject.kind === "message" || subject.kind === "question";
    let score = 0;
    let method: Method | undefined;
    const scores: Partial<Record<Method, number>> = {};
    const evidence: SpanEvidence[] = [];
    for (const view of textsOf(subject)) {
      const mentions = methodReader.read(view).filter((hit) => !isNegated(view, hit.firstToken, hit.endToken));
      if (mentions.length === 0) continue;
      const around = contextReader.read(view);
      for (const hit of mentions) {
        const probability = logistic(weigh(view, hit, mentions, around, isPrivate));
        if (probability > (scores[hit.cue] ?? 0.05)) scores[hit.cue] = probability;
        if (probability > score) {
          score = probability;
          method = hit.cue;
        }
        if (probability >= 0.5) evidence.push(spanOf(view, hit.start, hit.end, hit.cue));
      }
    }
    if (score < 0.5 || !method) return clear(score, { scores });
    return { state: "found", score, scores, values: { method }, evidence };
  },
});

/** Log-odds that a mention is a pull, from what stands in its sentence and the ones beside it. */
function weigh(
  view: TextView,
  hit: CueHit<Method>,
  mentions: readonly CueHit<Method>[],
  contexts: readonly CueHit<Context>[],
  isPrivate: boolean,
): number {
  let logit = mention[hit.cue] + (isPrivate ? inPrivate : 0);
  const avoids = contexts.filter(({ cue }) => cue === "avoids_site");
  const { from, to } = sentenceOf(view, hit.firstToken);
  const seen = new Set<Context>();
  for (const context of contexts) {
    const { cue } = context;
    if (seen.has(cue)) continue;
    const sameSentence = context.firstToken >= from && context.firstToken < to;
    // A warning colours all that is said around it; the rest counts nearby.
    const near = wordsBetween(hit, context) <= (cue === "warning" ? 2 * reach : reach);
    if (!near || (!sameSentence && cue !== "warning" && cue !== "before_shipping" && cue !== "courier_money")) continue;
    if (cue === "directive" && isNegated(view, context.firstToken, context.endToken)) continue;
    if ((cue === "in_person" || cue === "neutral") && overlap(hit, context)) continue;
    // "No payment via the site" is not the site's payment.
    if (cue === "inside" && avoids.some((other) => overlap(other, context))) continue;
    seen.add(cue);
    if (cue !== "courier_money" && cue !== "courier_collects") logit += weights[cue];
  }
  // "I only accept …" is no list of what is welcome, nor is what one person asks of another.
  const insists =
    (seen.has("exclusive") || (neverInsisted.has(hit.cue) && seen.has("directive") && !isPrivate)) &&
    !seen.has("in_person");
  if (seen.has("neutral") && (insists || (isPrivate && seen.has("directive")))) logit -= weights.neutral;
  if (insists && neverInsisted.has(hit.cue)) logit += insisted;
  if (hit.cue === "courier") {
    // Somebody else comes to collect, and money passes through their hands: neither alone is a sign.
    if (seen.has("courier_money") && seen.has("courier_collects")) logit += 4.6;
  } else if (mentions.some((other) => other.cue === "outside" && other !== hit && wordsBetween(hit, other) <= reach)) {
    logit += 2.4;
  } else if (
    hit.cue === "wallet_friends" &&
    mentions.some(({ cue, firstToken }) => cue === "wallet" && Math.abs(firstToken - hit.firstToken) <= reach)
  ) {
    logit += 2;
  }
  return logit;
}

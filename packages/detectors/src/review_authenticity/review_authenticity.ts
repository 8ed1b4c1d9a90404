/**
 * Reviews that are none: paid for, traded, written to advertise, about something else, by no buyer, or in a burst. Where no order is known
 * a review that doubts the deal itself is `unknown`, not "no buyer".
 */
import type { Evidence, SpanEvidence } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";
import { type CueHit, compileCues, logistic } from "../text/cues.ts";
import { contactsOf, spanOf, type TextView, textsOf } from "../text/index.ts";
import { isNegated } from "../text/negation.ts";
import { findsInPast } from "./past.ts";
import { cues } from "./phrases.ts";

type Cue = keyof typeof cues;

const reader = compileCues(cues, { together: true });

const kinds = {
  paid: "written for money, a gift or a refund",
  exchanged: "traded for a review of the author",
  advertisement: "advertises something of the author's",
  not_about_deal: "about something else than the deal",
  not_a_buyer: "no deal between the two is known, or the review says so itself",
  burst: "one of many reviews of the same account within a day, without orders",
  self: "author and reviewed account are likely one person",
} as const satisfies Record<string, string>;
type Kind = keyof typeof kinds;

const bias = -2.5;
/** A link that somebody is to open, `https://…`, `www.…` or with a path. A host alone, `hotels.com`, is also how shops are called. */
const toBeOpened = /:\/\/|^www\.|\//;
/** Log-odds of a first hit of each cue, and of each further one. */
const weights: Readonly<Record<Cue, { kind: Kind; first: number; more: number }>> = {
  paid: { kind: "paid", first: 4, more: 0.5 },
  exchanged: { kind: "exchanged", first: 3.6, more: 0.5 },
  promotes: { kind: "advertisement", first: 3, more: 1 },
  link: { kind: "advertisement", first: 3, more: 0.6 },
  off_topic: { kind: "not_about_deal", first: 3, more: 0.8 },
  no_deal: { kind: "not_a_buyer", first: 2, more: 0.3 },
};

export const reviewAuthenticity = defineDetector({
  id: "review_authenticity",
  version: 3,
  title: "Review that is none",
  summary:
    "Sees reviews that were paid for or traded, that advertise, are not about the deal, by no buyer, by the seller, or in a burst.",
  subjects: ["review"],
  history: ["review_past", "account_links"],
  measurements: [],
  cost: "micro",
  kinds,
  values: { kind: { type: "string", title: "Why it is no review" } },
  risk: 0.4,
  detect({ subject, at, history }) {
    const past = findsInPast(subject, at, history.review_past, history.account_links);
    const found: { view: TextView; hit: CueHit<Cue> }[] = [];
    for (const view of textsOf(subject)) {
      for (const hit of reader.read(view)) {
        // "I was not paid for this review"; `no_deal` is a denial itself.
        if (hit.cue !== "no_deal" && isNegated(view, hit.firstToken, hit.endToken)) continue;
        found.push({ view, hit });
      }
      // What cues of addresses do not know: any that can be opened.
      if (found.some((one) => one.view === view && one.hit.cue === "link")) continue;
      for (const { kind, start, end } of contactsOf(view).all) {
        if (kind !== "link" || !toBeOpened.test(view.plain.slice(start, end))) continue;
        found.push({ view, hit: { cue: "link", start, end, firstToken: 0, endToken: 0 } });
      }
    }
    if (found.length === 0 && past.length === 0) return clear();
    const logits = new Map<Kind, number>();
    const seen = new Set<Cue>();
    for (const { hit } of found) {
      const { kind, first, more } = weights[hit.cue];
      logits.set(kind, (logits.get(kind) ?? bias) + (seen.has(hit.cue) ? more : first));
      seen.add(hit.cue);
    }
    const scores: Record<string, number> = Object.fromEntries(
      [...logits].map(([kind, logit]) => [kind, logistic(logit)]),
    );
    for (const find of past) scores[find.kind] = Math.max(scores[find.kind] ?? 0, find.score);
    const [kind, score] = Object.entries(scores).reduce((a, b) => (b[1] > a[1] ? b : a));
    if (score >= 0.5) {
      const spans: SpanEvidence[] = found
        .filter(({ hit }) => scores[weights[hit.cue].kind]! >= 0.5)
        .map(({ view, hit }) => spanOf(view, hit.start, hit.end, weights[hit.cue].kind));
      const evidence: Evidence[] = [...spans, ...past.map((find) => find.evidence)];
      return { state: "found", score, scores, values: { kind }, evidence };
    }
    if (seen.has("no_deal") && subject.data.order === undefined) {
      return unknown("the review says that nothing was bought or received, and no order was sent with it");
    }
    return clear(score, { scores });
  },
});

/**
 * Copies offered as copies, hints of it beside a brand, and claims that do not fit ("authentic … mirror quality", a luxury watch
 * without papers for the price of a lunch). Honest replicas (furniture, helmets, toys, faux fur) are not what it looks for.
 */
import type { SpanEvidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { type CueHit, compileCues, logistic, overlap, wordsBetween } from "../text/cues.ts";
import { spanOf, type TextView, textsOf } from "../text/index.ts";
import { isNegated } from "../text/negation.ts";
import { brands, luxuryFloor, signs, smallThings } from "./phrases.ts";

type Sign = keyof typeof signs;

const signReader = compileCues(signs, { together: true });
const brandReader = compileCues({ ...brands, ...smallThings });

/** Log-odds of each sign, with a brand in the text and without. */
const weights: Readonly<Record<Exclude<Sign, "authentic" | "honest_copy">, { branded: number; plain: number }>> = {
  replica: { branded: 4.4, plain: 2.4 },
  copy_word: { branded: 1.9, plain: 0.2 },
  no_papers: { branded: 0.7, plain: 0 },
  source: { branded: 1.6, plain: 0.3 },
};
const bias = -2.6;
/** A luxury brand under the floor price; with missing papers it weighs more. */
const cheapLuxury = 1.3;
/** Each further phrase of a sign that was seen already, two at most. */
const perRepeat = 0.6;
const honestReach = 3;
/** An honest seller proves: a receipt and a serial number speak against hints, though not against "mirror quality". */
const proven = -0.7;

const kinds = {
  replica: "it is called a copy",
  copy_word: "a word for a copy, beside a brand",
  no_papers: "without what comes with the real one",
  source: "sold as stock, from where copies come",
  price: "a luxury brand for less than it can cost",
} as const satisfies Record<string, string>;

export const textCounterfeit = defineDetector({
  id: "text_counterfeit",
  version: 2,
  title: "Counterfeit",
  summary: "Sees replicas offered as such, hints at copies beside a brand, and claims that do not fit together.",
  subjects: ["listing", "message", "question"],
  history: [],
  measurements: [],
  cost: "micro",
  kinds,
  values: { brand: { type: "string", title: "Brand that is copied" } },
  detect({ subject }) {
    const found: { view: TextView; hit: CueHit<Sign> }[] = [];
    let isProven = false;
    for (const view of textsOf(subject)) {
      const hits = signReader.read(view);
      const honest = hits.filter(({ cue }) => cue === "honest_copy");
      for (const hit of hits) {
        if (hit.cue === "authentic") isProven = !isNegated(view, hit.firstToken, hit.endToken) || isProven;
        if (hit.cue === "authentic" || hit.cue === "honest_copy") continue;
        if (
          honest.some(
            (other) => overlap(hit, other) || (hit.cue !== "no_papers" && wordsBetween(hit, other) <= honestReach),
          )
        )
          continue;
        // "No copy": denied. What is missing is a denial itself, and so is "not original".
        if (hit.cue === "copy_word" && isNegated(view, hit.firstToken, hit.endToken)) continue;
        found.push({ view, hit });
      }
    }
    if (found.length === 0) return clear();
    const { brand, luxury, small } = brandsOf(subject.data, textsOf(subject));
    const best = new Map<Sign, number>();
    for (const { hit } of found) {
      const { branded, plain } = weights[hit.cue as keyof typeof weights];
      best.set(hit.cue, brand ? branded : plain);
    }
    // A word for a copy adds nothing to a phrase that says so.
    if (best.has("replica")) best.delete("copy_word");
    let logit = bias;
    for (const weight of best.values()) logit += weight;
    logit += perRepeat * Math.min(2, found.length - best.size);
    const isCheap = luxury && !small && isUnderFloor(subject.data);
    if (isCheap) logit += best.has("no_papers") ? cheapLuxury * 1.5 : cheapLuxury;
    if (isProven && !best.has("replica")) logit += proven;
    const score = logistic(logit);
    if (score < 0.5) return clear(score);
    const evidence: SpanEvidence[] = found.map(({ view, hit }) => spanOf(view, hit.start, hit.end, hit.cue, brand));
    return { state: "found", score, values: { brand: brand ?? "" }, evidence };
  },
});

/** The first brand named, in the texts or in the ad's own field. */
function brandsOf(
  data: Record<string, unknown>,
  views: readonly TextView[],
): { brand: string | undefined; luxury: boolean; small: boolean } {
  let brand = typeof data.brand === "string" && data.brand !== "" ? data.brand : undefined;
  let luxury = false;
  let small = false;
  for (const view of views) {
    for (const hit of brandReader.read(view)) {
      if (hit.cue === "brand") brand ??= view.plain.slice(hit.start, hit.end);
      else if (hit.cue === "luxury") luxury = true;
      // What is sold stands in the title; "no box" in the description does not make it a box.
      else if (view.field !== "description") small = true;
    }
  }
  return { brand, luxury, small };
}

function isUnderFloor(data: Record<string, unknown>): boolean {
  const price = data.price as { amount?: unknown; currency?: unknown; type?: unknown } | undefined;
  if (typeof price?.amount !== "number" || price.amount <= 0) return false;
  const comparable = price.currency === undefined || ["EUR", "USD", "GBP", "CHF"].includes(String(price.currency));
  const isPrice = price.type === undefined || price.type === "fixed" || price.type === "negotiable";
  return comparable && isPrice && price.amount < luxuryFloor;
}

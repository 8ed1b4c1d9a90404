/** Whether an ad's parts say the same: category against the title's words, product number, year. */
import type { Evidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { predictCategory } from "../market/category.ts";
import { plainTitle } from "../market/title_words.ts";
import { gtinProblem } from "./gtin.ts";

const threshold = 0.5;
/** With fewer approved ads that share words nothing is predicted. */
const enough = 20;

export const listingConsistency = defineDetector({
  id: "listing_consistency",
  version: 1,
  title: "Parts of the ad that do not fit together",
  summary:
    "Predicts the category from the title's words, as the marketplace's own approved ads use them, and compares it with the one given; checks product number and year.",
  subjects: ["listing"],
  history: ["category_words"],
  measurements: [],
  cost: "micro",
  kinds: {
    category: "The title's words belong to another category",
    gtin: "The product number is none: wrong length or check digit",
    gtin_internal: "The product number is a shop's own, not a maker's",
    year: "The year lies in the future",
    years: "Title and attribute name different years",
  },
  values: {
    predicted: { type: "string", title: "Category that the title's words belong to" },
    predicted_share: { type: "double", title: "Chance of the predicted category, 0 to 1" },
    given_share: { type: "double", title: "Chance of the category that was given, 0 to 1" },
  },
  detect({ subject, at, history: { category_words: words } }) {
    const { data } = subject;
    const changes: { chance: number; kind: string; evidence: Evidence }[] = [];
    const add = (kind: string, field: string, before: string | null, after: string | null, chance: number) =>
      changes.push({ chance, kind, evidence: { type: "change", field, before, after, kind } });

    const category = text(data.category).slice(0, 200);
    const predicted = predictCategory(words);
    const [best] = predicted.categories;
    const given = predicted.categories.find((one) => one.category === category)?.share ?? 0;
    const thin = predicted.n < enough;
    if (!thin && best && category !== "" && best.category !== category) {
      // A category that none of these words was ever approved in may simply be new.
      const known = predicted.categories.some((one) => one.category === category);
      const chance = best.share * (1 - Math.min(1, 3 * given)) * (known ? 1 : 0.8);
      if (chance >= 0.3) add("category", "category", category, best.category, Math.min(0.95, chance));
    }

    const problem = gtinProblem(text(data.gtin));
    if (problem === "wrong") add("gtin", "gtin", text(data.gtin).slice(0, 40), null, 0.6);
    if (problem === "internal") add("gtin_internal", "gtin", text(data.gtin).slice(0, 40), null, 0.2);

    const year = Number(data.year);
    const now = new Date(at).getUTCFullYear();
    // Next year's models are sold this year.
    if (Number.isInteger(year) && year > now + 1 && year < 10_000) add("year", "year", String(year), null, 0.6);
    const titled = [...plainTitle(text(data.title)).matchAll(/\b(?:19[5-9]|20[0-4])\d\b/g)].map(([found]) =>
      Number(found),
    );
    if (Number.isInteger(year) && year >= 1950 && titled.length === 1 && Math.abs(titled[0]! - year) > 1) {
      add("years", "year", String(year), String(titled[0]), 0.45);
    }

    const values = {
      ...(!thin && best && { predicted: best.category, predicted_share: round(best.share), given_share: round(given) }),
    };
    const more = { values, n: predicted.n, ...(thin && { thin }) };
    if (changes.length === 0) return clear(0, more);
    changes.sort((a, b) => b.chance - a.chance);
    const score = 1 - changes.reduce((left, { chance }) => left * (1 - chance), 1);
    const scores = Object.fromEntries(changes.map(({ kind, chance }) => [kind, chance]).reverse());
    return {
      state: score >= threshold ? "found" : "clear",
      score,
      scores,
      ...more,
      evidence: changes.map(({ evidence }) => evidence),
    };
  },
});

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const round = (share: number) => Math.round(share * 1000) / 1000;

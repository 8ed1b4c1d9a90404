/** Ads that are badly written: shouted, stuffed with words to be found by, or too thin to sell. */
import type { Evidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { type TextView, textsOf } from "../text/index.ts";

const kinds = {
  shouting: "most of it in capitals, or marks of exclamation one after another",
  stuffing: "words put there to be found by, or the same ones over and over",
  too_thin: "too little to know what is sold",
};
type Kind = keyof typeof kinds;

/** Share of capitals among the letters, from this many letters on. */
const capitalsShare = 0.7;
const capitalsLetters = 40;
/** An ad needs a few words beside its category. */
const fewestWords = 3;
const operatingPoint = 0.5;

export const textQuality = defineDetector({
  id: "text_quality",
  version: 1,
  title: "Writing quality",
  summary: "Shouting, keyword stuffing, and ads too thin to sell.",
  subjects: ["listing"],
  history: [],
  measurements: [],
  cost: "micro",
  kinds,
  values: {
    words: { type: "double", title: "words in title and description" },
    capitals: { type: "double", title: "share of capitals among the letters, 0 to 1" },
  },
  detect({ subject }) {
    const views = textsOf(subject).filter((view) => !view.field.startsWith("pictures"));
    const words = views.reduce((sum, view) => sum + view.tokens.count, 0);
    const capitals = Math.max(0, ...views.map(capitalShare));
    const scores: Record<Kind, number> = {
      shouting: Math.max(0, ...views.map(shouting)),
      stuffing: Math.max(0, ...views.map(stuffing)),
      too_thin: tooThin(views, words),
    };
    const values = { words, capitals: Math.round(capitals * 100) / 100 };
    const best = Math.max(...Object.values(scores));
    const evidence: Evidence[] = Object.entries(scores)
      .filter(([, score]) => score >= operatingPoint)
      .map(([kind, value]) => ({ type: "score", label: kind, value }));
    return evidence.length === 0
      ? clear(best, { scores, values })
      : { state: "found", score: best, scores, values, evidence };
  },
});

function countLetters(view: TextView): { capitals: number; letters: number } {
  let capitals = 0;
  let letters = 0;
  const text = view.original;
  const limit = Math.min(text.length, 5000);
  for (let i = 0; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) capitals += 1;
    else if ((code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff)) letters += 1;
    else if (code >= 0xc0 && code <= 0xde) capitals += 1;
  }
  return { capitals, letters: letters + capitals };
}

/** Share of capitals; 0 for what is too short to tell, such as a title of two brands. */
function capitalShare(view: TextView): number {
  const { capitals, letters } = countLetters(view);
  return letters < capitalsLetters ? 0 : capitals / letters;
}

function shouting(view: TextView): number {
  const share = capitalShare(view);
  const byCapitals = share >= capitalsShare ? 0.5 + (share - capitalsShare) : 0;
  const runs = view.plain.slice(0, 5000).match(/[!?]{4,}/g)?.length ?? 0;
  return Math.min(1, Math.max(byCapitals, runs >= 2 ? 0.6 : runs * 0.3));
}

/** A list of words to be found by, announced as such or without a sentence in it; or a few words repeated for most of the text. */
function stuffing(view: TextView): number {
  const { count, hash, start, end } = view.tokens;
  if (
    /\b(?:tags?|keywords?|key words|mots? cles?|suchbegriffe|schlagworter|palabras clave|parole chiave|ignore)\s*[:.=>-]/.test(
      view.plain,
    )
  ) {
    return 0.75;
  }
  if (count < 40) return 0;
  const seen = new Map<number, number>();
  const read = Math.min(count, 2000);
  let long = 0;
  for (let t = 0; t < read; t++) {
    if (end[t]! - start[t]! < 4) continue;
    long += 1;
    seen.set(hash[t]!, (seen.get(hash[t]!) ?? 0) + 1);
  }
  if (long < 30) return 0;
  const top = [...seen.values()].sort((a, b) => b - a).slice(0, 5);
  const repeated = top.filter((n) => n >= 5).reduce((sum, n) => sum + n, 0) / long;
  return repeated >= 0.5 ? Math.min(1, repeated + 0.2) : repeated;
}

function tooThin(views: readonly TextView[], words: number): number {
  if (words === 0) return 1;
  if (words < fewestWords && views.every((view) => view.plain.length < 20)) return 0.8;
  return 0;
}

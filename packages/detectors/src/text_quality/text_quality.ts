/** Ads that are badly written: shouted, stuffed with words to be found by, or too thin to sell. */
import type { Evidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { compilePhrases, type TextView, textsOf } from "../text/index.ts";

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
    const letters = views.map(lettersOf);
    const capitals = Math.max(0, ...letters.map((seen) => seen.capitals));
    const scores: Record<Kind, number> = {
      shouting: Math.max(0, ...letters.map(shouting)),
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

interface Letters {
  /** Share of capitals; 0 for what is too short to tell, such as a title of two brands. */
  capitals: number;
  /** Runs of four or more `!` and `?`. */
  shouts: number;
}

function lettersOf(view: TextView): Letters {
  let capitals = 0;
  let small = 0;
  let shouts = 0;
  let marks = 0;
  const text = view.original;
  const limit = Math.min(text.length, 5000);
  for (let i = 0; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) small += 1;
    else if (code >= 65 && code <= 90) capitals += 1;
    else if (code === 33 || code === 63) {
      marks += 1;
      if (marks === 4) shouts += 1;
      continue;
    } else if (code >= 0xdf && code <= 0xff) small += 1;
    else if (code >= 0xc0 && code <= 0xde) capitals += 1;
    marks = 0;
  }
  const letters = small + capitals;
  return { capitals: letters < capitalsLetters ? 0 : capitals / letters, shouts };
}

function shouting({ capitals, shouts }: Letters): number {
  const byCapitals = capitals >= capitalsShare ? 0.5 + (capitals - capitalsShare) : 0;
  return Math.min(1, Math.max(byCapitals, shouts >= 2 ? 0.6 : shouts * 0.3));
}

/** What announces a list of words to be found by, where a sign stands behind it. */
const announced = compilePhrases(
  [
    "(tag|tags|keyword|keywords|key words|mot cle|mots cle|mot cles|mots cles)",
    "(suchbegriffe|schlagworter|palabras clave|parole chiave|ignore)",
  ],
  { together: true },
);
const announcing = /^\s*[:.=>-]/;

// Long words of the text that is being read, by hash, with how often they stand in it.
const tableSize = 4096;
const words = new Int32Array(tableSize);
const times = new Int32Array(tableSize);

/** A list of words to be found by, announced as such or without a sentence in it; or a few words repeated for most of the text. */
function stuffing(view: TextView): number {
  const { count, hash, start, end } = view.tokens;
  if (announced.find(view).some((match) => announcing.test(view.plain.slice(match.end, match.end + 20)))) return 0.75;
  if (count < 40) return 0;
  const read = Math.min(count, 2000);
  let long = 0;
  const often: number[] = [];
  times.fill(0);
  for (let t = 0; t < read; t++) {
    if (end[t]! - start[t]! < 4) continue;
    long += 1;
    const own = hash[t]!;
    let slot = Math.imul(own, 0x9e3779b1) >>> 20;
    while (times[slot] !== 0 && words[slot] !== own) slot = (slot + 1) & (tableSize - 1);
    words[slot] = own;
    times[slot]! += 1;
    if (times[slot] === 5) often.push(slot);
  }
  if (long < 30 || often.length === 0) return 0;
  const top = often.map((slot) => times[slot]!).sort((a, b) => b - a);
  const repeated = top.slice(0, 5).reduce((sum, n) => sum + n, 0) / long;
  return repeated >= 0.5 ? Math.min(1, repeated + 0.2) : repeated;
}

function tooThin(views: readonly TextView[], words: number): number {
  if (words === 0) return 1;
  if (words < fewestWords && views.every((view) => view.plain.length < 20)) return 0.8;
  return 0;
}

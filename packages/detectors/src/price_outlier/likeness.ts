/** How alike two listings are, for comparing their prices: the kernel of `market.ts`, as a sum of parts. */

/** A listing as far as its price depends on it. */
export interface Described {
  title: string;
  brand?: string | undefined;
  /** Condition grade, see the contract's `conditionGrades`; others count as not given. */
  condition?: string | undefined;
}

export interface Features {
  /** Hashes of the title's words and of model names (`galaxy s8` → `galaxys8` too), ascending. */
  words: Int32Array;
  /** Weight of each word; after `weighWords` they have length 1. */
  weights: Float64Array;
  brand: string;
  grade: number | undefined;
  /** Quantities of the title by unit: logarithms; years as they are. */
  numbers: readonly (readonly [unit: string, value: number])[];
}

/**
 * Shares of the category's variance in log price that each part may explain, and how far numbers reach.
 * Tuned by log score on the price sets named in `evals/prices.ts`.
 */
export const kernelShares = {
  category: 0.45,
  brand: 0.1,
  words: 0.5,
  condition: 0.15,
  numbers: 0.7,
  yearReach: 7,
  numberReach: 0.7,
  gradeReach: 1.5,
};

/** The kernel of two listings whose words were weighed together. */
export function likeness(a: Features, b: Features): number {
  let value = kernelShares.category;
  if (a.brand !== "" && a.brand === b.brand) value += kernelShares.brand;
  value += kernelShares.words * sharedWords(a, b);
  if (a.grade !== undefined && b.grade !== undefined) {
    value += kernelShares.condition * near(a.grade - b.grade, kernelShares.gradeReach);
  }
  for (const [unit, number] of a.numbers) {
    for (const [otherUnit, other] of b.numbers) {
      if (unit !== otherUnit) continue;
      const reach = unit === "year" ? kernelShares.yearReach : kernelShares.numberReach;
      value += kernelShares.numbers * near(number - other, reach);
    }
  }
  return value;
}

const near = (difference: number, reach: number) => Math.exp(-((difference / reach) ** 2) / 2);

function sharedWords(a: Features, b: Features): number {
  let dot = 0;
  for (let i = 0, j = 0; i < a.words.length && j < b.words.length; ) {
    const left = a.words[i]!;
    const right = b.words[j]!;
    if (left === right) dot += a.weights[i++]! * b.weights[j++]!;
    else if (left < right) i++;
    else j++;
  }
  return dot;
}

/** Copies whose words are weighed by how rare they are among these listings (inverse document frequency). */
export function weighWords(features: readonly Features[]): Features[] {
  const seen = new Map<number, number>();
  for (const { words } of features) for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
  return features.map((one) => {
    const weights = one.weights.map((times, i) => times * Math.log(1 + features.length / seen.get(one.words[i]!)!));
    let length = 0;
    for (const weight of weights) length += weight * weight;
    const scale = 1 / (Math.sqrt(length) || 1);
    return { ...one, weights: weights.map((weight) => weight * scale) };
  });
}

/** Titles come back with every later listing of their category; reading one takes longer than comparing it. */
const known = new Map<string, Pick<Features, "words" | "weights" | "numbers">>();
const knownLimit = 20_000;

export function featuresOf({ title, brand = "", condition = "" }: Described): Features {
  const short = title.slice(0, 200);
  let read = known.get(short);
  if (!read) {
    read = readTitle(short);
    if (known.size >= knownLimit) known.clear();
    known.set(short, read);
  }
  const grade = grades.indexOf(condition);
  return { ...read, brand: brand.toLowerCase(), grade: grade < 0 ? undefined : grade };
}

const grades = ["for_parts", "fair", "good", "refurbished", "like_new", "new"];

function readTitle(title: string): Pick<Features, "words" | "weights" | "numbers"> {
  const plain = title.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const parts = plain.match(/\d+(?:[.,]\d+)*|\p{L}+/gu) ?? [];
  const weights = new Map<number, number>();
  const numbers = new Map<string, number>();
  const add = (word: string, weight: number) => {
    const hash = hashOf(word);
    weights.set(hash, (weights.get(hash) ?? 0) + weight);
  };
  for (const [i, part] of parts.entries()) {
    const before = parts[i - 1] ?? "";
    const after = parts[i + 1] ?? "";
    if (!isNumber(part)) {
      if (part.length > 1 && !(units.has(part) && isNumber(before))) add(part, 1);
      continue;
    }
    const unit = units.get(after);
    if (unit) numbers.set(unit.name, Math.log(Math.max(0.01, quantityOf(part)) * unit.factor));
    else if (/^(?:19[5-9]|20[0-4])\d$/.test(part)) numbers.set("year", Number(part));
    else {
      add(part, 0.5);
      if (before && !isNumber(before)) add(before + part, 1);
      if (after.length <= 3 && !isNumber(after)) add(part + after, 1);
    }
  }
  const words = Int32Array.from(weights.keys()).sort();
  return { words, weights: Float64Array.from(words, (word) => weights.get(word)!), numbers: [...numbers] };
}

const isNumber = (part: string) => part.charCodeAt(0) <= 57 && part !== "";
/** `1,500` and `1.500` are thousands, `5,5` and `5.5` are fractions. */
const quantityOf = (part: string) => Number.parseFloat(part.replaceAll(/[.,](?=\d{3}(?:\D|$))/g, "").replace(",", "."));

/** Units that stand after a number in titles, and what one of it is. */
const units = new Map<string, { name: string; factor: number }>(
  Object.entries({
    memory: { gb: 1, go: 1, gig: 1, tb: 1000, to: 1000 },
    distance: { km: 1, kms: 1, mi: 1.609, miles: 1.609, mile: 1.609, kmi: 1609 },
    thousands: { k: 1 },
    length: { cm: 1, inch: 2.54, inches: 2.54, in: 2.54, zoll: 2.54, pouces: 2.54, ft: 30.5 },
    megapixels: { mp: 1, mpx: 1 },
    volume: { l: 1, litre: 1, liter: 1, litres: 1, ml: 0.001 },
    power: { w: 1, kw: 1000, cv: 735, ch: 735, ps: 735, hp: 746 },
  }).flatMap(([name, factors]) => Object.entries(factors).map(([unit, factor]) => [unit, { name, factor }] as const)),
);

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash | 0;
}

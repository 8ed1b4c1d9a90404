/** How alike two listings are, for comparing their prices: the kernel of `expected.ts`, as a sum of parts. */

import { viewOf } from "../text/index.ts";
import { type Kind, kindOfTitle } from "./words.ts";

/** A listing as far as its price depends on it. */
export interface Described {
  title: string;
  brand?: string | undefined;
  /** Condition grade, see the contract's `conditionGrades`; others count as not given. */
  condition?: string | undefined;
  /** What is sold, where more than the title was read for it; else the title's words say it. */
  kind?: Kind | undefined;
}

export interface Features {
  /** Hashes of the title's words and of model names (`galaxy s8` → `galaxys8` too), ascending. */
  words: Int32Array;
  /** Weight of each word; after `weighWords` they have length 1. */
  weights: Float64Array;
  brand: string;
  grade: number | undefined;
  /** Which quantities the title names (places in `quantities`), and how much: logarithms; years as they are. */
  units: Int32Array;
  amounts: Float64Array;
  kind: Kind;
}

/**
 * Shares of the category's variance in log price that each part may explain, and how far numbers reach; `otherKind` is what
 * shared words count between a thing and a part of it.
 * Tuned by log score on the price sets named in `evals/prices.ts`.
 */
export const kernelShares = {
  category: 0.5,
  kind: 0.5,
  otherKind: 0.3,
  brand: 0.1,
  words: 0.5,
  condition: 0.15,
  numbers: 1,
  yearReach: 8,
  numberReach: 0.85,
  gradeReach: 1.5,
};

/** The kernel of two listings whose words were weighed together. */
export function likeness(a: Features, b: Features): number {
  let value = kernelShares.category;
  if (a.brand !== "" && a.brand === b.brand) value += kernelShares.brand;
  const same = a.kind === b.kind;
  if (same) value += kernelShares.kind;
  value += kernelShares.words * sharedWords(a, b) * (same ? 1 : kernelShares.otherKind);
  if (a.grade !== undefined && b.grade !== undefined) {
    value += kernelShares.condition * near(a.grade - b.grade, kernelShares.gradeReach);
  }
  for (let i = 0; i < a.units.length; i++) {
    for (let j = 0; j < b.units.length; j++) {
      if (a.units[i] !== b.units[j]) continue;
      const reach = a.units[i] === year ? kernelShares.yearReach : kernelShares.numberReach;
      value += kernelShares.numbers * near(a.amounts[i]! - b.amounts[j]!, reach);
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

/**
 * Copies whose words are weighed by how rare they are among these listings (inverse document frequency).
 * Listings are counted in a small table by the low bits of the words' hashes: two words in one place are both a little less rare.
 */
export function weighWords(features: readonly Features[]): Features[] {
  const seen = new Uint16Array(4096);
  for (const { words } of features) for (let i = 0; i < words.length; i++) seen[words[i]! & 4095]! += 1;
  return features.map((one) => {
    const weights = new Float64Array(one.words.length);
    let length = 0;
    for (let i = 0; i < weights.length; i++) {
      const weight = one.weights[i]! * Math.log(1 + features.length / seen[one.words[i]! & 4095]!);
      weights[i] = weight;
      length += weight * weight;
    }
    const scale = 1 / (Math.sqrt(length) || 1);
    for (let i = 0; i < weights.length; i++) weights[i]! *= scale;
    const { words, brand, grade, units, amounts, kind } = one;
    return { words, weights, brand, grade, units, amounts, kind };
  });
}

/** Titles come back with every later listing of their category; reading one takes longer than comparing it. */
const known = new Map<string, Title>();
type Title = Omit<Features, "brand" | "grade">;
const knownLimit = 20_000;

export function featuresOf({ title, brand = "", condition = "", kind: given }: Described): Features {
  const short = title.slice(0, 200);
  let read = known.get(short);
  if (!read) {
    read = readTitle(short);
    if (known.size >= knownLimit) known.clear();
    known.set(short, read);
  }
  const grade = grades.indexOf(condition);
  const { words, weights, units, amounts } = read;
  const kind = given ?? read.kind;
  return { words, weights, brand: brand.toLowerCase(), grade: grade < 0 ? undefined : grade, units, amounts, kind };
}

const grades = ["for_parts", "fair", "good", "refurbished", "like_new", "new"];

function readTitle(title: string): Title {
  const plain = title.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const parts = plain.match(/\d+(?:[.,]\d+)*|\p{L}+/gu) ?? [];
  const weights = new Map<number, number>();
  const numbers = new Map<number, number>();
  const add = (word: string, weight: number) => {
    const hash = hashOf(word);
    weights.set(hash, (weights.get(hash) ?? 0) + weight);
  };
  for (const [i, part] of parts.entries()) {
    const before = parts[i - 1] ?? "";
    const after = parts[i + 1] ?? "";
    if (!isNumber(part)) {
      if (part.length > 1 && !(unitsOf.has(part) && isNumber(before))) add(part, 1);
      continue;
    }
    const unit = unitsOf.get(after);
    if (unit) numbers.set(unit.quantity, Math.log(Math.max(0.01, quantityOf(part)) * unit.factor));
    else if (/^(?:19[5-9]|20[0-4])\d$/.test(part)) numbers.set(year, Number(part));
    else {
      add(part, 0.5);
      if (before && !isNumber(before)) add(before + part, 1);
      if (after.length <= 3 && !isNumber(after)) add(part + after, 1);
    }
  }
  const words = Int32Array.from(weights.keys()).sort();
  return {
    words,
    weights: Float64Array.from(words, (word) => weights.get(word)!),
    units: Int32Array.from(numbers.keys()),
    amounts: Float64Array.from(numbers.values()),
    kind: kindOfTitle(viewOf("title", title)),
  };
}

const isNumber = (part: string) => part.charCodeAt(0) <= 57 && part !== "";
/** `1,500` and `1.500` are thousands, `5,5` and `5.5` are fractions. */
const quantityOf = (part: string) => Number.parseFloat(part.replaceAll(/[.,](?=\d{3}(?:\D|$))/g, "").replace(",", "."));

/** Units that stand after a number in titles, by what they measure, and what one of it is. */
const quantities: readonly Readonly<Record<string, number>>[] = [
  { gb: 1, go: 1, gig: 1, tb: 1000, to: 1000 },
  { km: 1, kms: 1, mi: 1.609, miles: 1.609, mile: 1.609 },
  { k: 1 },
  { cm: 1, inch: 2.54, inches: 2.54, in: 2.54, zoll: 2.54, pouces: 2.54, ft: 30.5 },
  { mp: 1, mpx: 1 },
  { l: 1, litre: 1, liter: 1, litres: 1, ml: 0.001 },
  { w: 1, kw: 1000, cv: 735, ch: 735, ps: 735, hp: 746 },
  { ram: 1 },
];
const unitsOf = new Map(
  quantities.flatMap((factors, quantity) =>
    Object.entries(factors).map(([unit, factor]) => [unit, { quantity, factor }] as const),
  ),
);
/** Years are no quantity of these. */
const year = quantities.length;

/** The year that a folded title names, 1950 to 2049. */
export function yearOf(plain: string): number | undefined {
  const found = /\b(?:19[5-9]|20[0-4])\d\b/.exec(plain);
  return found ? Number(found[0]) : undefined;
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/**
 * What can be had on a set by itself with a small linear model: logistic regression over words and pairs of words, each scaled by its
 * naive Bayes log-count ratio (Wang & Manning 2012, "Baselines and Bigrams"), cross-validated, with plain naive Bayes in the same folds.
 */
import { type Confusion, confusion, type Outcome } from "./measure.ts";
import { naiveBayes } from "./peers.ts";
import { foldOf } from "./train/folds.ts";
import { randomFrom, shuffle } from "./train/random.ts";

export interface LabelledText {
  text: string;
  actual: boolean;
  group: string;
}

export interface OwnModel {
  ours: Confusion;
  naiveBayes: Confusion;
  /** What was said of each row. */
  said: boolean[];
}

const bits = 20;
const size = 1 << bits;
const epochs = 20;
const rate = 0.3;
const decay = 1e-4;
/** Between naive Bayes (0) and the regression (1). */
const beta = 0.9;
const most = 10;

/**
 * Five folds, groups whole; each group a fold when there are ten or fewer. The threshold of a fold is the one that is best on the other
 * folds' predictions, so no row has a say in how it is judged.
 */
export function ownModel(rows: readonly LabelledText[]): OwnModel {
  const names = [...new Set(rows.map(({ group }) => group))];
  const count = names.length <= most ? names.length : 5;
  const folds = rows.map(({ group }) => (names.length <= most ? names.indexOf(group) : foldOf(group, count)));
  const features = rows.map(({ text }) => featuresOf(text));
  const z = new Float64Array(rows.length);
  const bayes: Outcome[] = [];
  for (let fold = 0; fold < count; fold++) {
    const model = fit(rows, features, (row) => folds[row] !== fold);
    const odds = naiveBayes(rows.filter((_, row) => folds[row] !== fold));
    for (const [row, { text, actual }] of rows.entries()) {
      if (folds[row] !== fold) continue;
      z[row] = model(features[row]!);
      bayes.push({ actual, said: odds(text) > 0 });
    }
  }
  const said: boolean[] = [];
  for (let fold = 0; fold < count; fold++) {
    const others = rows.flatMap(({ actual }, row) => (folds[row] === fold ? [] : [{ actual, z: z[row]! }]));
    const threshold = bestThreshold(others);
    for (const row of rows.keys()) if (folds[row] === fold) said[row] = z[row]! >= threshold;
  }
  const ours = confusion(rows.map(({ actual }, row) => ({ actual, said: said[row]! })));
  return { ours, naiveBayes: confusion(bayes), said };
}

/** Hashes of a text's words and pairs of words, each once. */
function featuresOf(text: string): Int32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+|[!?$£€]+/gu) ?? [];
  const ids = new Set<number>();
  for (const [i, word] of words.entries()) {
    ids.add(bucket(word));
    if (i > 0) ids.add(bucket(`${words[i - 1]} ${word}`));
  }
  return Int32Array.from(ids);
}

/** FNV-1a, spread over the buckets. */
function bucket(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> (32 - bits);
}

/** Trains on the rows for which `use` is true; answers the log-odds of a text's features. */
function fit(
  rows: readonly LabelledText[],
  features: readonly Int32Array[],
  use: (row: number) => boolean,
): (ids: Int32Array) => number {
  const chosen = Int32Array.from([...rows.keys()].filter(use));
  const { ratio, prior } = ratios(rows, features, chosen);
  const weights = new Float64Array(size);
  const gradients = new Float64Array(size).fill(1e-8);
  let bias = prior;
  let biasGradient = 1;
  const random = randomFrom(1);
  const sum = (ids: Int32Array): number => {
    let total = 0;
    for (const id of ids) total += weights[id]! * ratio[id]!;
    return total / Math.sqrt(Math.max(1, ids.length));
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(chosen, random);
    for (const row of chosen) {
      const ids = features[row]!;
      const error = 1 / (1 + Math.exp(-(bias + sum(ids)))) - (rows[row]!.actual ? 1 : 0);
      biasGradient += error * error;
      bias -= (rate * error) / Math.sqrt(biasGradient);
      const scale = error / Math.sqrt(Math.max(1, ids.length));
      for (const id of ids) {
        const gradient = scale * ratio[id]! + decay * weights[id]!;
        gradients[id]! += gradient * gradient;
        weights[id]! -= (rate * gradient) / Math.sqrt(gradients[id]!);
      }
    }
  }
  const used = weights.filter((weight) => weight !== 0);
  const mean = used.reduce((total, weight) => total + Math.abs(weight), 0) / Math.max(1, used.length);
  for (let id = 0; id < size; id++) weights[id] = (1 - beta) * mean + beta * weights[id]!;
  return (ids) => bias + sum(ids);
}

/** Log-count ratio of every feature between the two labels, add-one smoothed, and the log-odds of the labels. */
function ratios(rows: readonly LabelledText[], features: readonly Int32Array[], chosen: Int32Array) {
  const counts = [new Float64Array(size).fill(1), new Float64Array(size).fill(1)] as const;
  const totals: [number, number] = [2, 2];
  for (const row of chosen) {
    const side = rows[row]!.actual ? 1 : 0;
    totals[side] += 1;
    for (const id of features[row]!) counts[side][id]! += 1;
  }
  const ratio = Float64Array.from(counts[1], (count, id) => Math.log(count / totals[1] / (counts[0][id]! / totals[0])));
  return { ratio, prior: Math.log(totals[1] / totals[0]) };
}

/** The log-odds from which F1 is highest. */
function bestThreshold(scored: readonly { actual: boolean; z: number }[]): number {
  const sorted = scored.toSorted((a, b) => b.z - a.z);
  const positives = sorted.filter(({ actual }) => actual).length;
  let [found, best, threshold] = [0, 0, 0];
  for (const [index, { actual, z }] of sorted.entries()) {
    if (actual) found += 1;
    const f1 = (2 * found) / (index + 1 + positives);
    if (f1 > best) [best, threshold] = [f1, z];
  }
  return threshold;
}

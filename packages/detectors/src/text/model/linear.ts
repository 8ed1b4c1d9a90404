/**
 * A linear model over hashed features, with a few heads (kinds) in one table of 8-bit weights: what a trainer in `evals/train/` writes
 * and a detector reads. A text is scored window by window, so that one bad sentence in a long honest text counts as much as alone.
 */
import type { TextView } from "../view.ts";
import { featureBits, featuresOf, type WordFeatures } from "./features.ts";

/** A weights file (`<id>.weights.json`), as it is committed. */
export interface WeightsFile {
  /** What it was trained on, with how many rows, and from which seed. */
  trained: { command: string; seed: number; sets: Record<string, number> };
  featureBits: number;
  heads: readonly HeadFile[];
  /** Base64. For each bucket that has weights: the gap to the bucket before (LEB128), then one signed byte a head. */
  weights: string;
}
interface HeadFile {
  kind: string;
  bias: number;
  /** A stored weight of 1 is this much. */
  unit: number;
  /** Platt's calibration: probability = 1 / (1 + exp(-(a * z + b))). */
  platt: readonly [a: number, b: number];
  /** Operating point: the probability from which the kind counts as found. */
  threshold: number;
}

export interface LinearModel {
  heads: readonly HeadFile[];
  /** `weights[bucket * heads.length + head]`. */
  weights: Int8Array;
}

/** Words of a window, and how far apart two windows start. */
export const windowWords = 32;
const windowHop = 16;

/** One head's view of a text. */
export interface HeadScore {
  kind: string;
  /** Calibrated probability of the worst window. */
  probability: number;
  /** At or above the head's operating point. */
  found: boolean;
  /** The worst window, as words of the text's features. */
  from: number;
  to: number;
}

/** Decodes a weights file. Throws when it was made for other features. */
export function readModel(file: WeightsFile): LinearModel {
  if (file.featureBits !== featureBits)
    throw new Error(`weights for ${file.featureBits} feature bits, not ${featureBits}`);
  const heads = file.heads.length;
  const weights = new Int8Array((1 << featureBits) * heads);
  const bytes = Buffer.from(file.weights, "base64");
  let bucket = 0;
  for (let at = 0; at < bytes.length; ) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      gap |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    bucket += gap;
    for (let head = 0; head < heads; head++) weights[bucket * heads + head] = bytes.readInt8(at++);
  }
  return { heads: file.heads, weights };
}

/** Calls `each` with every window of a text: the words `from` up to `to`. Windows overlap by half; a short text is one window. */
export function forWindows(words: number, each: (from: number, to: number) => void): void {
  for (let from = 0; ; from += windowHop) {
    const to = Math.min(from + windowWords, words);
    each(from, to);
    if (to >= words) return;
  }
}

let prefix = new Int32Array(0);

/** Sums of stored weights before each word, head by head: `prefix[word * heads + head]`. */
function sumWords(model: LinearModel, features: WordFeatures): Int32Array {
  const { weights } = model;
  const heads = model.heads.length;
  const { count, first, ids } = features;
  if (prefix.length < (count + 1) * heads) prefix = new Int32Array(2 * (count + 1) * heads);
  prefix.fill(0, 0, heads);
  for (let word = 0; word < count; word++) {
    const row = word * heads;
    prefix.copyWithin(row + heads, row, row + heads);
    for (let i = first[word]!; i < first[word + 1]!; i++) {
      const at = ids[i]! * heads;
      for (let head = 0; head < heads; head++) prefix[row + heads + head]! += weights[at + head]!;
    }
  }
  return prefix;
}

/**
 * Scores a text with every head, in their order.
 * A window's logit is the bias plus the sum of its features' weights over the root of their number.
 */
export function scoreText(model: LinearModel, view: TextView): HeadScore[] {
  const features = featuresOf(view);
  const heads = model.heads.length;
  const sums = sumWords(model, features);
  const best = new Float64Array(heads).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(heads);
  const to = new Int32Array(heads);
  forWindows(features.count, (start, end) => {
    const scale = 1 / Math.sqrt(Math.max(1, features.first[end]! - features.first[start]!));
    for (let head = 0; head < heads; head++) {
      const z = (sums[end * heads + head]! - sums[start * heads + head]!) * model.heads[head]!.unit * scale;
      if (z <= best[head]!) continue;
      best[head] = z;
      from[head] = start;
      to[head] = end;
    }
  });
  return model.heads.map(({ kind, bias, platt, threshold }, head) => {
    const probability = 1 / (1 + Math.exp(-(platt[0] * (best[head]! + bias) + platt[1])));
    return { kind, probability, found: probability >= threshold, from: from[head]!, to: to[head]! };
  });
}

/**
 * The words of a head's worst window that speak most for the finding, until they make up half of all that does: at most `limit`, in
 * reading order, as places in `view.plain`.
 */
export function wordsThatTell(
  model: LinearModel,
  view: TextView,
  score: HeadScore,
  limit = 6,
): { start: number; end: number }[] {
  const { first, ids, start, end } = featuresOf(view);
  const heads = model.heads.length;
  const head = model.heads.findIndex(({ kind }) => kind === score.kind);
  const words: { word: number; weight: number }[] = [];
  let total = 0;
  for (let word = score.from; word < score.to; word++) {
    let weight = 0;
    for (let i = first[word]!; i < first[word + 1]!; i++) weight += model.weights[ids[i]! * heads + head]!;
    if (weight <= 0) continue;
    words.push({ word, weight });
    total += weight;
  }
  words.sort((a, b) => b.weight - a.weight || a.word - b.word);
  const told: number[] = [];
  let sum = 0;
  for (const { word, weight } of words) {
    if (told.length >= limit || sum > total / 2) break;
    told.push(word);
    sum += weight;
  }
  return told.sort((a, b) => a - b).map((word) => ({ start: start[word]!, end: end[word]! }));
}

/**
 * A linear model over hashed features, with a few heads (kinds) in one table of 8-bit weights: what a trainer in `evals/train/` writes
 * and a detector reads. A text is scored window by window, so that one bad sentence in a long honest text counts as much as alone.
 */
import { lexiconAge } from "../lexicon.ts";
import type { TextView } from "../view.ts";
import { featureBits, featureNumbers, featuresOf, idsOfNumber, type WordFeatures } from "./features.ts";

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
  /** Platt's calibration, a and b: probability = 1 / (1 + exp(-(a * z + b))). */
  platt: readonly number[];
  /** Operating point: the probability from which the kind counts as found. */
  threshold: number;
}

export interface LinearModel {
  heads: readonly HeadFile[];
  /** Four weights of 8 bits a bucket, the first head's in the lowest. */
  weights: Int32Array;
  /**
   * Sums of the weights of words met before: a word is met many times, and summed once. By its number: the lexicon's age when it was
   * summed, four sums, and how many features they are of.
   */
  known: Int32Array;
}

/** Most heads of one model. */
const maxHeads = 4;
const knownStride = 8;

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
  if (file.featureBits !== featureBits) {
    throw new Error(`weights for ${file.featureBits} feature bits, not ${featureBits}`);
  }
  const heads = file.heads.length;
  if (heads > maxHeads) throw new Error(`${heads} heads, at most ${maxHeads}`);
  const weights = new Int32Array(1 << featureBits);
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
    for (let head = 0; head < heads; head++) weights[bucket]! |= bytes[at++]! << (8 * head);
  }
  return { heads: file.heads, weights, known: new Int32Array(featureNumbers * knownStride) };
}

/** Calls `each` with every window of a text: the words `from` up to `to`. Windows overlap by half; a short text is one window. */
export function forWindows(words: number, each: (from: number, to: number) => void): void {
  for (let from = 0; ; from += windowHop) {
    const to = Math.min(from + windowWords, words);
    each(from, to);
    if (to >= words) return;
  }
}

/** Sums the weights of what a word gives wherever it stands, and keeps them. */
function sumWord({ known, weights }: LinearModel, number: number, age: number): void {
  const ids = idsOfNumber(number);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (const id of ids) {
    const four = weights[id]!;
    a += (four << 24) >> 24;
    b += (four << 16) >> 24;
    c += (four << 8) >> 24;
    d += four >> 24;
  }
  known.set([age, a, b, c, d, ids.length], number * knownStride);
}

/** Before each word, for each head, the sum of the weights so far; and behind them the number of features so far. */
const stride = maxHeads + 1;
let prefix = new Int32Array(0);

function sumWords(model: LinearModel, features: WordFeatures): Int32Array {
  const { count, first, ids, number } = features;
  const { known, weights } = model;
  const age = lexiconAge();
  if (prefix.length < (count + 1) * stride) prefix = new Int32Array(2 * (count + 1) * stride);
  const sums = prefix;
  sums.fill(0, 0, stride);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let size = 0;
  let from = 0;
  for (let word = 0; word < count; word++) {
    const own = number[word]! * knownStride;
    if (known[own] !== age) sumWord(model, number[word]!, age);
    a += known[own + 1]!;
    b += known[own + 2]!;
    c += known[own + 3]!;
    d += known[own + 4]!;
    const to = first[word + 1]!;
    size += known[own + 5]! + to - from;
    for (; from < to; from++) {
      const four = weights[ids[from]!]!;
      a += (four << 24) >> 24;
      b += (four << 16) >> 24;
      c += (four << 8) >> 24;
      d += four >> 24;
    }
    const row = (word + 1) * stride;
    sums[row] = a;
    sums[row + 1] = b;
    sums[row + 2] = c;
    sums[row + 3] = d;
    sums[row + maxHeads] = size;
  }
  return sums;
}

/**
 * Scores a text with every head, in their order.
 * A window's logit is the bias plus the sum of its features' weights over the root of their number.
 */
export function scoreText(model: LinearModel, view: TextView): HeadScore[] {
  const features = featuresOf(view);
  const heads = model.heads.length;
  const sums = sumWords(model, features);
  const best: number[] = new Array(heads).fill(Number.NEGATIVE_INFINITY);
  const from: number[] = new Array(heads).fill(0);
  const to: number[] = new Array(heads).fill(0);
  forWindows(features.count, (start, end) => {
    const row = end * stride;
    const before = start * stride;
    const scale = 1 / Math.sqrt(Math.max(1, sums[row + maxHeads]! - sums[before + maxHeads]!));
    for (let head = 0; head < heads; head++) {
      const z = (sums[row + head]! - sums[before + head]!) * model.heads[head]!.unit * scale;
      if (z <= best[head]!) continue;
      best[head] = z;
      from[head] = start;
      to[head] = end;
    }
  });
  return model.heads.map(({ kind, bias, platt, threshold }, head) => {
    const probability = 1 / (1 + Math.exp(-(platt[0]! * (best[head]! + bias) + platt[1]!)));
    return { kind, probability, found: probability >= threshold, from: from[head]!, to: to[head]! };
  });
}

/** The view's tokens of a head's worst window: the first, and the one after the last. */
export function tokensOf(view: TextView, score: HeadScore): { from: number; to: number } {
  const { token } = featuresOf(view);
  const own = [...token.subarray(score.from, score.to)].filter((one) => one >= 0);
  return own.length === 0 ? { from: 0, to: 0 } : { from: own[0]!, to: own.at(-1)! + 1 };
}

/** Share of what speaks for a finding that the marked words must make up. */
const toldShare = 0.6;
/** Words between two telling words that are marked with them. */
const bridged = 2;

/**
 * The words of a head's worst window that speak most for the finding, until they make up most of all that does: at most `limit`, in
 * reading order, those close to one another joined, as places in `view.plain`.
 */
export function wordsThatTell(
  model: LinearModel,
  view: TextView,
  score: HeadScore,
  limit = 8,
): { start: number; end: number }[] {
  const features = featuresOf(view);
  const sums = sumWords(model, features);
  const head = model.heads.findIndex(({ kind }) => kind === score.kind);
  const words: { word: number; weight: number }[] = [];
  let total = 0;
  for (let word = score.from; word < score.to; word++) {
    const weight = sums[(word + 1) * stride + head]! - sums[word * stride + head]!;
    if (weight <= 0 || features.token[word]! < 0) continue;
    words.push({ word, weight });
    total += weight;
  }
  words.sort((a, b) => b.weight - a.weight || a.word - b.word);
  const told: number[] = [];
  let sum = 0;
  for (const { word, weight } of words) {
    if (told.length >= limit || sum > total * toldShare) break;
    told.push(word);
    sum += weight;
  }
  const places: { start: number; end: number; word: number }[] = [];
  for (const word of told.sort((a, b) => a - b)) {
    const last = places.at(-1);
    const start = view.tokens.start[features.token[word]!]!;
    const end = view.tokens.end[features.token[word]!]!;
    if (last && word - last.word <= bridged + 1) Object.assign(last, { end, word });
    else places.push({ start, end, word });
  }
  return places.map(({ start, end }) => ({ start, end }));
}

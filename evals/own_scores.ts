/**
 * What can be had on a set of short texts by itself, as a ranking: logistic regression over words, pairs of words and the characters of
 * words (2 to 5 in a row), sublinear counts times inverse document frequency, each of the two blocks of length one, rarer labels weighted up.
 * Beside them a row may bring figures of its own, such as what shipped models say of it. Dual coordinate descent (Yu, Huang & Lin 2011, "Dual
 * coordinate descent methods for logistic regression and maximum entropy models"), cross-validated by group. The same seed, the same figures.
 */
import { foldOf } from "./train/folds.ts";
import { randomFrom, shuffle } from "./train/random.ts";

export interface ScoredText {
  text: string;
  actual: boolean;
  group: string;
  /** As many for every row; brought to mean zero and the spread below on the rows that are trained on. */
  figures?: readonly number[];
}

const bits = 21;
const size = 1 << bits;
const folds = 5;
const epochs = 8;
const figuresSpread = 0.5;
const shortest = 2;
const longest = 5;
const words = 0;
const characters = 1;

/** A text's features: bucket, 1 + ln(count) and block of each. */
interface Counted {
  ids: Int32Array;
  counts: Float64Array;
  blocks: Uint8Array;
}

/**
 * Log-odds of every row by a model that did not see its group.
 * @param cost how much a mistake counts against large weights; for LIBLINEAR, C
 */
export function ownScores(rows: readonly ScoredText[], cost: number): number[] {
  const counted = rows.map(({ text }) => count(text));
  const fold = rows.map(({ group }) => foldOf(group, folds));
  const out = new Array<number>(rows.length).fill(0);
  for (let f = 0; f < folds; f++) {
    const chosen = [...rows.keys()].filter((row) => fold[row] !== f);
    const score = fit(rows, counted, chosen, cost);
    for (const row of rows.keys()) if (fold[row] === f) out[row] = score(row);
  }
  return out;
}

function count(text: string): Counted {
  const counts = new Map<number, number>();
  const blocks = new Map<number, number>();
  const add = (piece: string, block: number) => {
    const id = bucket(block + piece);
    counts.set(id, (counts.get(id) ?? 0) + 1);
    blocks.set(id, block);
  };
  const read = text.toLowerCase().match(/[\p{L}\p{N}']+|[!?$£€*#@]+|\p{Emoji_Presentation}/gu) ?? [];
  for (const [i, word] of read.entries()) {
    add(word, words);
    if (i > 0) add(`${read[i - 1]} ${word}`, words);
    const edged = ` ${word} `;
    for (let n = shortest; n <= longest; n++) {
      for (let from = 0; from + n <= edged.length; from++) add(edged.slice(from, from + n), characters);
    }
  }
  const ids = Int32Array.from(counts.keys());
  return {
    ids,
    counts: Float64Array.from(ids, (id) => 1 + Math.log(counts.get(id)!)),
    blocks: Uint8Array.from(ids, (id) => blocks.get(id)!),
  };
}

/** FNV-1a, spread over the buckets. */
function bucket(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> (32 - bits);
}

/** Trains on the chosen rows; answers the log-odds of any row. */
function fit(
  rows: readonly ScoredText[],
  counted: readonly Counted[],
  chosen: readonly number[],
  cost: number,
): (row: number) => number {
  const rarity = rarityOf(counted, chosen);
  const figures = scaledFigures(rows, chosen);
  const values = new Map(chosen.map((row) => [row, scaled(counted[row]!, rarity)]));
  const positives = chosen.filter((row) => rows[row]!.actual).length;
  const costs = [(cost * chosen.length) / (2 * (chosen.length - positives)), (cost * chosen.length) / (2 * positives)];
  const weights = new Float64Array(size);
  const own = new Float64Array(rows[0]?.figures?.length ?? 0);
  let bias = 0;
  const dot = (row: number, of: Float64Array) => {
    const { ids } = counted[row]!;
    let z = bias;
    for (let i = 0; i < ids.length; i++) z += weights[ids[i]!]! * of[i]!;
    for (const [j, figure] of figures(row).entries()) z += own[j]! * figure;
    return z;
  };
  const add = (row: number, by: number) => {
    const { ids } = counted[row]!;
    const of = values.get(row)!;
    for (let i = 0; i < ids.length; i++) weights[ids[i]!]! += by * of[i]!;
    for (const [j, figure] of figures(row).entries()) own[j]! += by * figure;
    bias += by;
  };
  const start = Math.min(0.001 * cost, 1e-8);
  const alpha = new Map(chosen.map((row) => [row, start]));
  for (const row of chosen) add(row, start * (rows[row]!.actual ? 1 : -1));
  // Two blocks of length one and the bias, and the figures.
  const lengths = new Map(
    chosen.map((row) => [row, 3 + figures(row).reduce((sum, figure) => sum + figure * figure, 0)]),
  );
  const order = Int32Array.from(chosen);
  const random = randomFrom(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const row of order) {
      const { actual } = rows[row]!;
      const side = actual ? 1 : -1;
      const before = alpha.get(row)!;
      const after = best(before, side * dot(row, values.get(row)!), lengths.get(row)!, costs[actual ? 1 : 0]!);
      alpha.set(row, after);
      if (after !== before) add(row, (after - before) * side);
    }
  }
  return (row) => dot(row, values.get(row) ?? scaled(counted[row]!, rarity));
}

/** The multiplier of one row that fits best while the others stay, between 0 and `cost`: Newton's method. */
function best(before: number, margin: number, length: number, cost: number): number {
  let now = before;
  for (let round = 0; round < 8; round++) {
    const slope = length * (now - before) + margin + Math.log(now / (cost - now));
    const step = now - slope / (length + cost / (now * (cost - now)));
    const next = step <= 0 ? now * 0.1 : step >= cost ? cost - (cost - now) * 0.1 : step;
    const done = Math.abs(next - now) < 1e-6 * cost;
    now = next;
    if (done) break;
  }
  return now;
}

/** Inverse document frequency of every bucket among the chosen rows, smoothed; 0 where none has it. */
function rarityOf(counted: readonly Counted[], chosen: readonly number[]): Float64Array {
  const documents = new Float64Array(size);
  for (const row of chosen) for (const id of counted[row]!.ids) documents[id]! += 1;
  return documents.map((n) => (n === 0 ? 0 : Math.log((1 + chosen.length) / (1 + n)) + 1));
}

/** A row's values, each block of length one. */
function scaled({ ids, counts, blocks }: Counted, rarity: Float64Array): Float64Array {
  const values = counts.map((count, i) => count * rarity[ids[i]!]!);
  const squares = [1e-9, 1e-9];
  for (const [i, value] of values.entries()) squares[blocks[i]!]! += value * value;
  return values.map((value, i) => value / Math.sqrt(squares[blocks[i]!]!));
}

function scaledFigures(rows: readonly ScoredText[], chosen: readonly number[]): (row: number) => readonly number[] {
  const count = rows[0]?.figures?.length ?? 0;
  const columns = Array.from({ length: count }, (_, j) => {
    const seen = chosen.map((row) => rows[row]!.figures![j]!);
    const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length;
    const spread = Math.sqrt(seen.reduce((sum, value) => sum + (value - mean) ** 2, 0) / seen.length + 1e-9);
    return { mean, spread };
  });
  const all = rows.map(({ figures = [] }) =>
    figures.map((value, j) => (figuresSpread * (value - columns[j]!.mean)) / columns[j]!.spread),
  );
  return (row) => all[row]!;
}

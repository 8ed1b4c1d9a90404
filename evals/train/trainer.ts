/**
 * Trains a linear model of `@assay/detectors`: logistic regression by stochastic gradient descent (AdaGrad) on hashed features, several
 * heads at once, from a seed. A row says nothing of the heads that it has no label for.
 */
import { featureBits, featuresOf, idsOfNumber } from "../../packages/detectors/src/text/model/features.ts";
import { forWindows, type WeightsFile } from "../../packages/detectors/src/text/model/linear.ts";
import { viewOf } from "../../packages/detectors/src/text/view.ts";
import { randomFrom, shuffle } from "./random.ts";

export interface TrainingRow {
  /** As it was written. */
  text: string;
  /** 1, 0, or nothing where the row does not say; by head. */
  labels: Readonly<Record<string, 0 | 1 | undefined>>;
  /** How much the row counts; 1 unless said. */
  weight?: number;
  /** Name of its set, for the record and for figures. */
  set: string;
  /** Rows of one group are never on both sides of a cross-validation. */
  group: string;
}

export interface TrainingOptions {
  heads: readonly string[];
  seed: number;
  epochs: number;
  /** AdaGrad's step. */
  rate: number;
  /** Pull of each weight towards zero, each time that it is touched. */
  decay: number;
}

/** A model in training: float weights. */
export interface FloatModel {
  heads: readonly string[];
  bias: Float64Array;
  weights: Float32Array;
}

/** A row's features, window by window; read once, used in every epoch and fold. */
export interface PreparedRow {
  windows: Int32Array[];
  labels: Int8Array;
  weight: number;
}

export function prepare(rows: readonly TrainingRow[], heads: readonly string[]): PreparedRow[] {
  return rows.map(({ text, labels, weight = 1 }) => {
    const features = featuresOf(viewOf("text", text));
    const windows: Int32Array[] = [];
    forWindows(features.count, (from, to) => {
      const ids = [...features.ids.subarray(features.first[from]!, features.first[to]!)];
      for (const number of features.number.subarray(from, to)) ids.push(...idsOfNumber(number));
      windows.push(Int32Array.from(ids));
    });
    return { windows, labels: Int8Array.from(heads, (head) => labels[head] ?? -1), weight };
  });
}

function logit(model: FloatModel, ids: Int32Array, head: number): number {
  const heads = model.heads.length;
  let sum = 0;
  for (let i = 0; i < ids.length; i++) sum += model.weights[ids[i]! * heads + head]!;
  return model.bias[head]! + sum / Math.sqrt(Math.max(1, ids.length));
}

/** Logit of the worst window, for each head. */
export function logits(model: FloatModel, row: PreparedRow): number[] {
  return model.heads.map((_, head) => Math.max(...row.windows.map((ids) => logit(model, ids, head))));
}

/** Trains on the rows for which `use` is true. A row teaches through its worst window, as it will be judged. */
export function train(
  rows: readonly PreparedRow[],
  options: TrainingOptions,
  use: (row: number) => boolean,
): FloatModel {
  const { heads, epochs, rate, decay } = options;
  const n = heads.length;
  const model: FloatModel = {
    heads,
    bias: new Float64Array(n),
    weights: new Float32Array((1 << featureBits) * n),
  };
  const gradients = new Float32Array(model.weights.length).fill(1e-3);
  const biasGradients = new Float64Array(n).fill(1);
  const order = Int32Array.from([...rows.keys()].filter(use));
  const random = randomFrom(options.seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const row = rows[index]!;
      for (let head = 0; head < n; head++) {
        const label = row.labels[head]!;
        if (label < 0) continue;
        let worst = row.windows[0]!;
        let z = logit(model, worst, head);
        for (let w = 1; w < row.windows.length; w++) {
          const other = logit(model, row.windows[w]!, head);
          if (other > z) {
            z = other;
            worst = row.windows[w]!;
          }
        }
        const error = (1 / (1 + Math.exp(-z)) - label) * row.weight;
        if (Math.abs(error) < 1e-4) continue;
        biasGradients[head]! += error * error;
        model.bias[head]! -= (rate * error) / Math.sqrt(biasGradients[head]!);
        const gradient = error / Math.sqrt(Math.max(1, worst.length));
        for (let i = 0; i < worst.length; i++) {
          const at = worst[i]! * n + head;
          const g = gradient + decay * model.weights[at]!;
          gradients[at]! += g * g;
          model.weights[at]! -= (rate * g) / Math.sqrt(gradients[at]!);
        }
      }
    }
  }
  return model;
}

/** Logits of every row by models that did not see its fold; rows of fold -1 are always trained on and get none. */
export function crossValidate(
  rows: readonly PreparedRow[],
  folds: Int32Array,
  count: number,
  options: TrainingOptions,
): (number[] | undefined)[] {
  const out: (number[] | undefined)[] = new Array(rows.length).fill(undefined);
  for (let fold = 0; fold < count; fold++) {
    const model = train(rows, options, (row) => folds[row] !== fold);
    for (let row = 0; row < rows.length; row++) if (folds[row] === fold) out[row] = logits(model, rows[row]!);
  }
  return out;
}

/** Platt's calibration of logits against labels (0 or 1), rows weighted: a and b of 1 / (1 + exp(-(a z + b))). Newton's method. */
export function platt(
  z: readonly number[],
  labels: readonly number[],
  weights: readonly number[],
): [a: number, b: number] {
  let [a, b] = [1, 0];
  for (let round = 0; round < 50; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (let i = 0; i < z.length; i++) {
      const p = 1 / (1 + Math.exp(-(a * z[i]! + b)));
      const d = (p - labels[i]!) * weights[i]!;
      const h = Math.max(p * (1 - p), 1e-9) * weights[i]!;
      ga += d * z[i]!;
      gb += d;
      haa += h * z[i]! * z[i]!;
      hab += h * z[i]!;
      hbb += h;
    }
    const determinant = haa * hbb - hab * hab;
    const [da, db] = [(hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant];
    a -= da;
    b -= db;
    if (Math.abs(da) + Math.abs(db) < 1e-7) break;
  }
  return [a, b];
}

/** Rounds the weights to 8 bits a head and drops the buckets whose weights are all under `least` of the head's largest. */
export function toWeightsFile(
  model: FloatModel,
  trained: WeightsFile["trained"],
  operating: Readonly<Record<string, { platt: readonly [number, number]; threshold: number }>>,
): WeightsFile {
  const n = model.heads.length;
  const units = model.heads.map((_, head) => {
    const sizes: number[] = [];
    for (let at = head; at < model.weights.length; at += n)
      if (model.weights[at] !== 0) sizes.push(Math.abs(model.weights[at]!));
    sizes.sort((x, y) => x - y);
    // The few largest are clipped, so that the many small ones keep their differences.
    return (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
  });
  const bytes: number[] = [];
  let before = 0;
  for (let bucket = 0; bucket < 1 << featureBits; bucket++) {
    const rounded = units.map((unit, head) => {
      const weight = Math.round(model.weights[bucket * n + head]! / unit);
      return Math.max(-127, Math.min(127, weight));
    });
    if (rounded.every((weight) => Math.abs(weight) <= 1)) continue;
    let gap = bucket - before;
    for (; gap >= 0x80; gap >>>= 7) bytes.push((gap & 0x7f) | 0x80);
    bytes.push(gap, ...rounded.map((weight) => weight & 0xff));
    before = bucket;
  }
  return {
    trained,
    featureBits,
    heads: model.heads.map((kind, head) => ({
      kind,
      bias: model.bias[head]!,
      unit: units[head]!,
      platt: operating[kind]!.platt,
      threshold: operating[kind]!.threshold,
    })),
    weights: Buffer.from(bytes).toString("base64"),
  };
}

/**
 * What a thing usually costs, from comparable listings: a Gaussian process over log prices, whose kernel is `likeness.ts`.
 * So it shrinks by itself from fine to coarse: with no similar listing it expects the category's price, with ten of the same model theirs.
 * Source: Rasmussen & Williams, "Gaussian Processes for Machine Learning", 2006, chapters 2 and 5.4 (leave-one-out).
 */
import { type Described, type Features, featuresOf, likeness, weighWords } from "./likeness.ts";

export interface Priced extends Described {
  amount: number;
  age_days: number;
  /** It was sold for that, not only offered. */
  sold?: boolean | undefined;
}

export interface Expectation {
  /** Natural logarithm of the expected price. */
  mean: number;
  /** Scale of the log price around it: of Student's t with 4 degrees of freedom, for used prices have heavy tails. */
  scale: number;
  /** Indices of the comparables, most alike first. */
  closest: number[];
}

/**
 * How the model is fitted, tuned as in `likeness.ts`, in units of the category's spread. `size`: how many of the comparables, the
 * most alike, go into it (its cost grows with the cube); `noise`: variance of one price, more with age; `clip`: how far out a price
 * may pull; `prior`: so many imagined misses of the expected size; `near`: so many of the most alike have a say of their own in the scale;
 * `sold`: what is known of the noise of a price that was paid, as a share of one that was only asked (assumed, not tuned); `least`: no
 * market is known better than this, in log price.
 */
export const fit = {
  size: 32,
  noise: 0.55,
  noisePerYear: 0.3,
  sold: 0.7,
  clip: 4,
  prior: 18,
  tighten: 0.78,
  rangePerSpread: 4,
  near: 20,
  least: 0.08,
};

/**
 * The price to expect of a listing.
 * @returns undefined with fewer than three comparables
 */
export function expectedPrice(subject: Described, comparables: readonly Priced[]): Expectation | undefined {
  if (comparables.length < 3) return undefined;
  const logs = Float64Array.from(comparables, ({ amount }) => Math.log(amount));
  const centre = median(logs);
  const spread = spreadOf(logs, centre);
  const [target, ...others] = weighWords([subject, ...comparables].map(featuresOf)) as [Features, ...Features[]];
  const alike = others.map((other) => likeness(target, other));
  const closest = alike.map((_, i) => i).sort((a, b) => alike[b]! - alike[a]! || a - b);
  const used = closest.slice(0, fit.size);
  const n = used.length;

  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) gram[i * n + j] = likeness(others[used[i]!]!, others[used[j]!]!);
    const { age_days, sold } = comparables[used[i]!]!;
    gram[i * n + i]! += fit.noise * (sold ? fit.sold : 1) + (fit.noisePerYear * age_days) / 365;
  }
  const inverse = invert(gram, n);
  // A price far from all others says little: an accessory, a joke, a mistake.
  const y = Float64Array.from(used, (i) => Math.min(fit.clip, Math.max(-fit.clip, (logs[i]! - centre) / spread)));
  const k = Float64Array.from(used, (i) => alike[i]!);
  const weights = multiply(inverse, y, n);
  const mean = dot(k, weights);
  const variance = Math.max(fit.noise, likeness(target, target) + fit.noise - dot(k, multiply(inverse, k, n)));

  // How far the model is off for each comparable when that one is left out: the scale is theirs, not the prior's.
  const misses = weights.map((weight, i) => Math.abs(weight) / Math.sqrt(inverse[i * n + i]!));
  // Those that are most alike count on their own too: flagships are priced closer together than curiosities.
  const near = Math.min(n, fit.near);
  const observed = 1.4826 * (fit.near * median(misses) + near * median(misses.slice(0, near)));
  const honest = (observed + fit.prior) / (fit.near + near + fit.prior);
  const scale = spread * Math.sqrt(variance) * honest * fit.tighten;
  return { mean: centre + spread * mean, scale: Math.hypot(scale, fit.least), closest };
}

/**
 * Spread of log prices: by the median deviation, which jokes and mistakes do not move, unless a twentieth of them at either end
 * lies much further out; then they are another kind of thing in the same category.
 */
function spreadOf(logs: Float64Array, centre: number): number {
  const deviation = 1.4826 * median(logs.map((log) => Math.abs(log - centre)));
  const sorted = logs.toSorted();
  const cut = Math.ceil(logs.length / 20);
  const range = sorted[sorted.length - 1 - cut]! - sorted[cut]!;
  return Math.max(0.15, deviation, range / fit.rangePerSpread);
}

/** Share of prices at or below one that lies `z` scales from the expected one: Student's t distribution with 4 degrees of freedom. */
export function quantileAt(z: number): number {
  const s = 1 + (z * z) / 4;
  return 0.5 + (0.375 * z * (1 - (z * z) / (12 * s))) / Math.sqrt(s);
}

/** Its density. */
export function densityAt(z: number): number {
  return 0.375 * (1 + (z * z) / 4) ** -2.5;
}

/** Scales from the expected price to its 95th percentile. */
export const z95 = 2.132;

/** Middle of the values; the mean of the middle two where they are even. NaN of none. */
export function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

function multiply(matrix: Float64Array, vector: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) product[i] = dot(matrix.subarray(i * n, i * n + n), vector);
  return product;
}

/** Inverse of a symmetric positive definite matrix, of which the lower triangle is read, by Cholesky. */
function invert(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) value -= lower[i * n + k]! * lower[j * n + k]!;
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(value, 1e-9)) : value / lower[j * n + j]!;
    }
  }
  const half = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    half[j * n + j] = 1 / lower[j * n + j]!;
    for (let i = j + 1; i < n; i++) {
      let value = 0;
      for (let k = j; k < i; k++) value -= lower[i * n + k]! * half[j * n + k]!;
      half[j * n + i] = value / lower[i * n + i]!;
    }
  }
  // `half` holds the transposed inverse of L, row by row.
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let value = 0;
      for (let k = i; k < n; k++) value += half[i * n + k]! * half[j * n + k]!;
      inverse[i * n + j] = value;
      inverse[j * n + i] = value;
    }
  }
  return inverse;
}

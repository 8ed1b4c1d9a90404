/** How far two people who judge the same thing say the same, beyond what chance would give. */
import { random } from "./random.ts";

export interface Agreement {
  /** Pairs of answers. */
  n: number;
  /** Share of pairs that agree. */
  raw: Interval;
  /** Cohen's kappa; near 0 or below where nearly everything is of one kind, however well people agree. */
  kappa: Interval;
  /** Gwet's AC1, which does not collapse there. */
  ac1: Interval;
}

/** Null where it is not defined: no pairs, or chance alone explains everything. */
export interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

export type Pair = readonly [first: string, second: string];

const replicates = 1000;

/**
 * Two raters, nominal categories. The intervals are percentiles of a bootstrap over the pairs (1,000 replicates, always the same ones for
 * the same pairs).
 * @param categories all that could have been said: AC1 depends on how many there are
 * @see Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20, 37–46
 * @see Gwet, K. L. (2008), Computing inter-rater reliability and its variance in the presence of high agreement, British Journal of
 *   Mathematical and Statistical Psychology 61, 29–48: with π_k the mean share of category k over both raters, chance agreement is
 *   Σ π_k (1 − π_k) / (q − 1)
 * @see Efron, B. & Tibshirani, R. (1993), An Introduction to the Bootstrap, chapter 13
 */
export function agreement(pairs: readonly Pair[], categories: readonly string[]): Agreement {
  const at = new Map(categories.map((category, index) => [category, index]));
  const q = categories.length;
  const cells = pairs.map(([a, b]) => {
    const [x, y] = [at.get(a), at.get(b)];
    if (x === undefined || y === undefined) throw new RangeError(`no category ${x === undefined ? a : b}`);
    return x * q + y;
  });
  const n = cells.length;
  if (n === 0) {
    const none = { value: null, low: null, high: null };
    return { n, raw: none, kappa: none, ac1: none };
  }
  const point = coefficients(countsOf(cells, q), n, q);
  const next = random(n * 7919 + cells.reduce((sum, cell, index) => (sum * 31 + cell + index) % 1_000_003, 1));
  const drawn = Array.from({ length: replicates }, () => {
    const counts = new Float64Array(q * q);
    for (let i = 0; i < n; i++) counts[cells[Math.floor(next() * n)]!]!++;
    return coefficients(counts, n, q);
  });
  const interval = (index: 0 | 1 | 2): Interval => {
    const values = drawn.map((each) => each[index]).filter((value) => value !== null);
    return { value: point[index], ...(point[index] === null ? { low: null, high: null } : percentiles(values)) };
  };
  return { n, raw: interval(0), kappa: interval(1), ac1: interval(2) };
}

function countsOf(cells: readonly number[], q: number): Float64Array {
  const counts = new Float64Array(q * q);
  for (const cell of cells) counts[cell]!++;
  return counts;
}

type Coefficients = [raw: number, kappa: number | null, ac1: number | null];

function coefficients(counts: Float64Array, n: number, q: number): Coefficients {
  let same = 0;
  let byChance = 0;
  let spread = 0;
  for (let k = 0; k < q; k++) {
    let row = 0;
    let column = 0;
    for (let other = 0; other < q; other++) {
      row += counts[k * q + other]!;
      column += counts[other * q + k]!;
    }
    same += counts[k * q + k]!;
    byChance += (row / n) * (column / n);
    const mean = (row + column) / (2 * n);
    spread += mean * (1 - mean);
  }
  const raw = same / n;
  const gwet = q > 1 ? spread / (q - 1) : 1;
  return [raw, byChance >= 1 ? null : (raw - byChance) / (1 - byChance), gwet >= 1 ? null : (raw - gwet) / (1 - gwet)];
}

function percentiles(values: readonly number[]): { low: number | null; high: number | null } {
  if (values.length === 0) return { low: null, high: null };
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { low: at(0.025), high: at(0.975) };
}

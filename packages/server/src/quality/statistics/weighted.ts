/** Shares of a population, estimated from a stratified random sample of it. */
import { nothing, type Share, wilson } from "./intervals.ts";

export interface Drawn {
  /** Within which it was drawn at random. */
  stratum: string;
  /** How many the stratum holds. */
  population: number;
}

/**
 * What share of those for which `of` holds also have `what`, in the population: a ratio of two Horvitz–Thompson totals, in which each item
 * stands for population ÷ answered items of its stratum (the inverse of its probability of being drawn and answered). Its variance is the
 * linearised (delta method) one with finite population correction; the interval is Wilson's at the effective sample size, which holds
 * near 0 and 1, where the usual ± does not.
 * @param items only those whose truth is known; in a stratum they count as drawn at random
 * @returns `n`: the items for which `of` holds
 * @see Horvitz, D. G. & Thompson, D. J. (1952), Journal of the American Statistical Association 47, 663–685
 * @see Särndal, C.-E., Swensson, B. & Wretman, J. (1992), Model Assisted Survey Sampling, section 5.6 (ratio of totals)
 * @see Franco, C., Little, R. J. A., Louis, T. A. & Slud, E. V. (2019), Comparative study of confidence intervals for proportions in complex
 *   sample surveys, Journal of Survey Statistics and Methodology 7, 334–364 (Wilson at the effective sample size)
 */
export function weightedShare<T extends Drawn>(
  items: readonly T[],
  of: (item: T) => boolean,
  what: (item: T) => boolean,
): Share {
  const strata = new Map<string, T[]>();
  for (const item of items) {
    const known = strata.get(item.stratum);
    if (known) known.push(item);
    else strata.set(item.stratum, [item]);
  }
  let total = 0;
  let hits = 0;
  let n = 0;
  let squares = 0;
  for (const group of strata.values()) {
    const weight = group[0]!.population / group.length;
    for (const item of group) {
      if (!of(item)) continue;
      n++;
      total += weight;
      squares += weight * weight;
      if (what(item)) hits += weight;
    }
  }
  if (total === 0) return nothing;
  const value = hits / total;
  let variance = 0;
  for (const group of strata.values()) {
    const { length } = group;
    const { population } = group[0]!;
    const residuals = group.map((item) => (of(item) ? (what(item) ? 1 : 0) - value : 0));
    const mean = residuals.reduce((sum, each) => sum + each, 0) / length;
    // One item says nothing of the spread in its stratum: its own distance stands in.
    const spread =
      length > 1 ? residuals.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (length - 1) : residuals[0]! ** 2;
    variance += (population ** 2 * (1 - length / Math.max(population, length)) * spread) / length;
  }
  variance /= total * total;
  const complete = [...strata.values()].every((group) => group.length >= group[0]!.population);
  if (complete) return { n, value, low: value, high: value };
  // Where all say the same the spread is nil and tells nothing: the weights alone do (Kish, 1965).
  const kish = (total * total) / squares;
  const effective = variance > 0 ? Math.min(n, (value * (1 - value)) / variance) : Math.min(n, kish);
  const [low, high] = wilson(value, Math.max(1, effective));
  return { n, value, low, high };
}

/**
 * How a sample is spread over strata: each gets some where it can, the rest goes by the square root of its size, so that small strata
 * (refusals, people's decisions) are seen well without starving the large ones.
 * @param wanted how many altogether; all there are where that is fewer
 * @returns one whole number for each stratum, none above its size
 * @see Bankier, M. D. (1988), Power allocations: determining sample sizes for subnational areas, The American Statistician 42, 174–177
 */
export function allocate(sizes: readonly number[], wanted: number): number[] {
  const taken = sizes.map(() => 0);
  let left = Math.min(
    wanted,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  // First one each, the largest first; then step by step where the share is furthest below what is due.
  const bySize = sizes.map((_, index) => index).sort((a, b) => sizes[b]! - sizes[a]!);
  for (const index of bySize) {
    if (left === 0) break;
    if (sizes[index]! > 0) {
      taken[index] = 1;
      left--;
    }
  }
  while (left > 0) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < sizes.length; index++) {
      if (taken[index]! >= sizes[index]!) continue;
      const due = Math.sqrt(sizes[index]!) / (taken[index]! + 0.5);
      if (due > most) {
        most = due;
        best = index;
      }
    }
    taken[best]!++;
    left--;
  }
  return taken;
}

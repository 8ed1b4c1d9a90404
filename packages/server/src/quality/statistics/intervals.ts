/** Intervals of shares, at 95 %. A share never stands without how sure it is. */

/** The 97.5 % point of the normal distribution. */
export const z95 = 1.959963984540054;

/** A share in [0, 1] with its interval; `n`: what it was counted from. All null where n is 0: nothing is known. */
export interface Share {
  n: number;
  value: number | null;
  low: number | null;
  high: number | null;
}

export const nothing: Share = { n: 0, value: null, low: null, high: null };

/**
 * Wilson's score interval, which holds at few cases and at shares near 0 and 1.
 * @param p observed share in [0, 1]
 * @param n what it was counted from; need not be whole (an effective sample size)
 * @see Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212; checked against Newcombe (1998), Statistics in
 *   Medicine 17, 857–872, table I
 */
export function wilson(p: number, n: number, z = z95): [low: number, high: number] {
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  // At the edges the formula gives the edge itself, but for rounding.
  return [p === 0 ? 0 : Math.max(0, middle - half), p === 1 ? 1 : Math.min(1, middle + half)];
}

/** So many of n, with Wilson's interval. */
export function share(successes: number, n: number): Share {
  if (n === 0) return nothing;
  const value = successes / n;
  const [low, high] = wilson(value, n);
  return { n, value, low, high };
}

export interface Difference {
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * The difference `a − b` of two independent shares, each with its own interval: the square-and-add method, here over any intervals
 * (for Wilson's it is Newcombe's method 10).
 * @see Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 873–890
 */
export function difference(a: Share, b: Share): Difference {
  if (a.value === null || b.value === null) return { value: null, low: null, high: null };
  const value = a.value - b.value;
  return {
    value,
    low: Math.max(-1, value - Math.hypot(a.value - a.low!, b.high! - b.value)),
    high: Math.min(1, value + Math.hypot(a.high! - a.value, b.value - b.low!)),
  };
}

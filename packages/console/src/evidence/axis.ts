/**
 * Maps values to places from 4 to 96, in per cent of an axis that holds them all: by their logarithm when they are positive and the
 * largest is over twelve times the smallest, so that a tenth of the market's price is not drawn on top of its lower end.
 */
export function axis(values: readonly number[]): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const logarithmic = low > 0 && high / low > 12;
  const scale = logarithmic ? Math.log : (value: number) => value;
  const span = scale(high) - scale(low);
  return (value) => (span === 0 ? 50 : 4 + (92 * (scale(value) - scale(low))) / span);
}

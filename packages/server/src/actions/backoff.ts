/** When a delivery that failed is tried again: ten attempts over 75 hours, as the Standard Webhooks specification asks. */

const minute = 60_000;
const hour = 60 * minute;

/** Pause after the first, second … failed attempt, in ms. */
export const pauses: readonly number[] = [
  5_000,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/**
 * @param attempts made so far, at least 1
 * @param random in [0, 1): spreads what failed together over a tenth of the pause
 * @returns ms until the next attempt; undefined when there is none any more
 */
export function pauseAfter(attempts: number, random: number): number | undefined {
  const pause = pauses[attempts - 1];
  return pause === undefined ? undefined : Math.round(pause * (1 + random / 10));
}

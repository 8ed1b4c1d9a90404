/** A model's value as a score with its threshold at a half, straight on both sides, so that found and score agree. Both 0 to 1. */
export function scaled(value: number, threshold: number): number {
  if (value < threshold) return (0.5 * value) / threshold;
  return threshold === 1 ? 1 : 0.5 + (0.5 * (value - threshold)) / (1 - threshold);
}

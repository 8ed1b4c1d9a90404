/** Seeded chance: the same seed gives the same market, on any machine. */

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number from `low` to `high`, both possible. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** `n` different ones, or all when there are fewer. */
  some<T>(from: readonly T[], n: number): T[];
  shuffle<T>(from: readonly T[]): T[];
  /** Normally distributed with mean 0 and deviation 1. */
  normal(): number;
  /** Exponentially distributed with the given mean. */
  wait(mean: number): number;
  /** Characters of `alphabet`. */
  string(length: number, alphabet?: string): string;
  /** An independent stream, so that what one script draws does not move another's. */
  fork(name: string): Random;
}

/** Mulberry32 over an FNV-1a hash of the seed: small, fast, good enough for play. Not for secrets. */
export function seeded(seed: string): Random {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error("nothing to pick from");
    return from[int(0, from.length - 1)]!;
  };
  const shuffle = <T>(from: readonly T[]): T[] => {
    const all = [...from];
    for (let i = all.length - 1; i > 0; i--) {
      const j = int(0, i);
      [all[i], all[j]] = [all[j]!, all[i]!];
    }
    return all;
  };
  return {
    next,
    int,
    pick,
    shuffle,
    chance: (probability) => next() < probability,
    some: (from, n) => shuffle(from).slice(0, n),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    wait: (mean) => -Math.log(1 - next()) * mean,
    string: (length, alphabet = "abcdefghjkmnpqrstuvwxyz23456789") =>
      Array.from({ length }, () => pick([...alphabet])).join(""),
    fork: (name) => seeded(`${seed}/${name}`),
  };
}

/** Weighted choice; weights need not sum to one. */
export function weighted<T>(random: Random, choices: readonly (readonly [number, T])[]): T {
  let at = random.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, value] of choices) {
    at -= weight;
    if (at < 0) return value;
  }
  return choices.at(-1)![1];
}

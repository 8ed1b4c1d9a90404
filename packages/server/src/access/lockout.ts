/** Slows down guessing: after repeated failures under one name, further attempts are refused for a while. */
import { LRUCache } from "lru-cache";

/** Failures that are free. */
const allowed = 5;
/** First wait in ms; it doubles with each further failure. */
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

/** Counts in this process only. Names are bounded in number, so that a flood of them does not fill the memory. */
export class Lockout {
  readonly #failures = new LRUCache<string, { count: number; until: number }>({ max: 10_000, ttl: 60 * 60_000 });
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Seconds that remain until the next attempt may be made; 0 when it may be made now. */
  wait(name: string): number {
    const until = this.#failures.get(name)?.until ?? 0;
    return Math.max(0, Math.ceil((until - this.#now()) / 1000));
  }

  failed(name: string): void {
    const count = (this.#failures.get(name)?.count ?? 0) + 1;
    const wait = count < allowed ? 0 : Math.min(firstWaitMs * 2 ** (count - allowed), longestWaitMs);
    this.#failures.set(name, { count, until: this.#now() + wait });
  }

  succeeded(name: string): void {
    this.#failures.delete(name);
  }
}

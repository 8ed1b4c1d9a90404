/**
 * A key's own limit: so many requests and events a minute, as a leaky bucket (the generic cell rate algorithm, ITU-T I.371), told in the
 * `RateLimit` headers of draft-ietf-httpapi-ratelimit-headers-10. Counted in each process by itself.
 */
import { AssayError } from "@assay/contract";
import type { FastifyReply } from "fastify";
import { LRUCache } from "lru-cache";
import type { Principal } from "../access/index.ts";

const windowMs = 60_000;

export class Rates {
  /** Per key: the moment at which its bucket will be empty again, in ms. */
  readonly #emptyAt = new LRUCache<string, number>({ max: 10_000, ttl: windowMs });
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * Takes what a request costs from its key's limit; people and keys without a limit pass.
   * @param cost requests or events, at least 1; a batch larger than the whole limit passes when the bucket is empty, and is paid for afterwards
   * @throws AssayError `too_many_requests`, with `Retry-After` on the reply
   */
  take({ id, perMinute }: Principal, cost: number, reply: FastifyReply): void {
    if (perMinute === undefined) return;
    const now = this.#now();
    const each = windowMs / perMinute;
    const level = Math.max(0, (this.#emptyAt.get(id) ?? 0) - now);
    const fits = level === 0 || level + cost * each <= windowMs;
    const after = fits ? level + cost * each : level;
    if (fits) this.#emptyAt.set(id, now + after, { ttl: Math.max(windowMs, after) });
    const left = Math.max(0, Math.floor((windowMs - after) / each));
    reply.header("ratelimit-policy", `"key";q=${perMinute};w=60`);
    reply.header("ratelimit", `"key";r=${left};t=${Math.ceil(after / 1000)}`);
    if (fits) return;
    const wait = Math.max(1, Math.ceil(Math.min(level, level + cost * each - windowMs) / 1000));
    reply.header("retry-after", String(wait));
    throw new AssayError(
      "too_many_requests",
      `This key may make ${perMinute} requests and events a minute; try again in ${wait} s.`,
    );
  }
}

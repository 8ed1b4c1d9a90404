/** How often one address may do a thing: counted in this process, in windows, for a bounded number of addresses. */
import { isIPv6 } from "node:net";
import { AssayError } from "@assay/contract";
import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";

export class RateLimit {
  readonly #counts: LRUCache<string, { n: number; until: number }>;
  readonly #most: number;
  readonly #windowMs: number;
  readonly #now: () => number;

  /** @param most times in each window of so many ms */
  constructor(most: number, windowMs: number, now: () => number = Date.now) {
    this.#most = most;
    this.#windowMs = windowMs;
    this.#now = now;
    this.#counts = new LRUCache({ max: 20_000, ttl: windowMs });
  }

  /** @throws AssayError `too_many_requests` */
  take(address: string): void {
    const name = networkOf(address);
    const now = this.#now();
    const known = this.#counts.get(name);
    const count = known && known.until > now ? known : { n: 0, until: now + this.#windowMs };
    if (count.n >= this.#most) {
      throw new AssayError("too_many_requests", `Try again in ${Math.ceil((count.until - now) / 60_000)} minutes.`);
    }
    this.#counts.set(name, { ...count, n: count.n + 1 });
  }
}

/** Whoever has one IPv6 address has its whole /64. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const parsed = ipaddr.parse(address) as ipaddr.IPv6;
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  return parsed.parts.slice(0, 4).join(":");
}

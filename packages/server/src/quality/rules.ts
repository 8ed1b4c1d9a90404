import type { Reason, RuleRecord } from "@assay/contract";
import { LRUCache } from "lru-cache";
import type { Database } from "../db/index.ts";
import { type RuleCount, ruleCounts } from "./store.ts";

/** How old a record may be, in ms: it reads thirty days, and is shown with every case. */
const freshMs = 60_000;

/** How each rule has done in the last 30 days, by what people said of the decisions it fired in. */
export class RuleRecords {
  readonly #counts: LRUCache<string, Promise<Map<string, RuleCount>>>;
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    this.#counts = new LRUCache({ max: 1000, ttl: freshMs });
  }

  /** One record for each rule among the reasons, in their order. */
  async of(marketplace: string, reasons: readonly Reason[]): Promise<RuleRecord[]> {
    const named = new Map(
      reasons.flatMap(({ rule, policy }) =>
        rule && policy ? [[`${policy.split("@")[0]}/${rule}`, { rule, policy }]] : [],
      ),
    );
    if (named.size === 0) return [];
    const counts = await this.#of(marketplace);
    return [...named].map(([key, { rule, policy }]) => {
      const { fired = 0, upheld = 0, overturned = 0 } = counts.get(key) ?? {};
      return { rule, policy, fired, upheld, overturned };
    });
  }

  #of(marketplace: string): Promise<Map<string, RuleCount>> {
    const known = this.#counts.get(marketplace);
    if (known) return known;
    const counts = ruleCounts(this.#db.for(marketplace), marketplace).then(
      (rows) => new Map(rows.map((row) => [row.rule, row])),
    );
    this.#counts.set(marketplace, counts);
    counts.catch(() => this.#counts.delete(marketplace));
    return counts;
  }
}

import type { Reason, RuleRecord } from "@assay/contract";
import { LRUCache } from "lru-cache";
import type { Database } from "../db/index.ts";
import { share } from "./statistics/intervals.ts";
import { type RuleCount, ruleCounts } from "./store/overview.ts";

/** After which a record is read anew, in ms: it reads thirty days, and is shown with every case. */
const freshMs = 60_000;

/** How each rule has done in the last 30 days, by what people said of the decisions it fired in. */
export class RuleRecords {
  /** Nobody waits for a newer record: the older one is shown while it is read. */
  readonly #counts: LRUCache<string, Map<string, RuleCount>>;

  constructor(db: Database) {
    this.#counts = new LRUCache({
      max: 1000,
      ttl: freshMs,
      allowStale: true,
      fetchMethod: async (marketplace) => {
        const rows = await ruleCounts(db.for(marketplace), marketplace);
        return new Map(rows.map((row) => [row.rule, row]));
      },
    });
  }

  /** One record for each rule among the reasons, in their order. */
  async of(marketplace: string, reasons: readonly Reason[]): Promise<RuleRecord[]> {
    const named = new Map(
      reasons.flatMap(({ rule, policy }) =>
        rule && policy ? [[`${policy.split("@")[0]}/${rule}`, { rule, policy }]] : [],
      ),
    );
    if (named.size === 0) return [];
    const counts = await this.#counts.fetch(marketplace);
    return [...named].map(([key, { rule, policy }]) => {
      const { fired = 0, upheld = 0, overturned = 0 } = counts?.get(key) ?? {};
      const { value, low, high } = share(upheld, upheld + overturned);
      const precision = value === null || low === null || high === null ? undefined : { value, low, high };
      return { rule, policy, fired, upheld, overturned, ...(precision && { precision }) };
    });
  }
}

/** The risk of an account: one number, its parts, and how it fades. For queues and rules to weigh with; it never decides by itself. */

/** What one event leaves on its owner: a weight for each reason. */
export interface RiskMark {
  at: number;
  parts: Readonly<Record<string, number>>;
}

/** Weights of a decision's own outcome. A detector's declaration says what its finding weighs. */
export const outcomeWeights = { refuse: 0.6, review: 0.15, request_changes: 0.03, approve: 0 } as const;

/** After so many days a mark weighs half. */
export const halfLifeDays = 30;
const dayMs = 86_400_000;

/**
 * @param marks of the last 180 days, at most 40
 * @param at ms since 1970
 * @returns `score` in [0, 1): the saturated sum of the parts, less for what is old and large; `parts`: each reason's share of the sum, faded
 */
export function riskOf(
  marks: readonly RiskMark[],
  at: number,
  credit: { age_days: number; listings_total: number },
): { score: number; parts: Record<string, number> } {
  const sums = new Map<string, { sum: number; most: number }>();
  for (const mark of marks) {
    const faded = 0.5 ** (Math.max(0, at - mark.at) / dayMs / halfLifeDays);
    for (const [part, weight] of Object.entries(mark.parts)) {
      const so = sums.get(part) ?? { sum: 0, most: 0 };
      sums.set(part, { sum: so.sum + weight * faded, most: Math.max(so.most, weight) });
    }
  }
  // Years and many ads take off a third at most: a good past is also what thieves buy.
  const earned = Math.min(1, credit.age_days / 730) * 0.2 + Math.min(1, credit.listings_total / 100) * 0.13;
  const parts: Record<string, number> = {};
  let total = 0;
  for (const [part, { sum, most }] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // The tenth of a kind says little that the third did not.
    const part_weight = round(Math.min(sum, 3 * most) * (1 - earned));
    if (part_weight === 0) continue;
    parts[part] = part_weight;
    total += part_weight;
  }
  return { score: round(1 - Math.exp(-total)), parts };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

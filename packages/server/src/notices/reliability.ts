/** How far a reporter's word is believed: the share of their reports that were right, drawn towards what is usual while there are few. */

/** How many reports of the usual kind a reporter without a past counts for: beta-binomial shrinkage (Casella 1985, empirical Bayes). */
const priorReports = 4;
/** The share that is assumed while hardly anything was decided at the marketplace. */
const assumedShare = 0.5;
/** How many reports that share counts for. */
const assumedReports = 20;

/** @returns 0 to 1, never quite either */
export function reliabilityOf(record: {
  upheld: number;
  decided: number;
  all_upheld: number;
  all_decided: number;
}): number {
  const usual = (record.all_upheld + assumedShare * assumedReports) / (record.all_decided + assumedReports);
  return (record.upheld + usual * priorReports) / (record.decided + priorReports);
}

/** Lowest priority of a trusted flagger's report (Digital Services Act, article 22: they go first). */
const trustedPriority = 90;
/** By how much a reporter moves a case at most, up or down. */
const span = 20;
/** What each further report of the same subject adds, up to four of them. */
const perReport = 5;

/**
 * @param base urgency of the reason, 0 to 100
 * @param others reports that wait with it already
 */
export function reportPriority(
  base: number,
  reporter: { reliability: number; trusted: boolean },
  others: number,
): number {
  const moved = base + (reporter.reliability - 0.5) * 2 * span + Math.min(others, 4) * perReport;
  // What endangers people is not put back by who says it.
  const least = Math.max(reporter.trusted ? trustedPriority : 0, base >= 100 ? 100 : 0);
  return Math.round(Math.min(100, Math.max(least, moved, 1)));
}

import type { Overview } from "@assay/contract";
import { actionCounts } from "../actions/index.ts";
import { openCount } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { eventsSince } from "../intake/index.ts";
import { decisionTimes, frequentReasons, outcomesByHour } from "./store/overview.ts";

const hourMs = 3_600_000;

/** What went on in the last 24 hours. */
export async function overview(q: Querier, marketplace: string, now = Date.now()): Promise<Overview> {
  const [events, hours, took_ms, open_cases, reasons, actions] = await Promise.all([
    eventsSince(q, marketplace, 24),
    outcomesByHour(q, marketplace),
    decisionTimes(q, marketplace),
    openCount(q, marketplace),
    frequentReasons(q, marketplace),
    actionCounts(q, marketplace, 24),
  ]);
  const outcomes: Record<string, number> = {};
  const thisHour = Math.floor(now / hourMs) * hourMs;
  const byHour = Array.from({ length: 24 }, (_, index) => ({
    hour: new Date(thisHour - (23 - index) * hourMs).toISOString(),
    outcomes: {} as Record<string, number>,
  }));
  let people = 0;
  let all = 0;
  for (const { hour, outcome, by_person, n } of hours) {
    all += n;
    if (by_person || outcome === "review") people += n;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + n;
    const bucket = byHour[23 - Math.round((thisHour - hour.getTime()) / hourMs)];
    if (bucket) bucket.outcomes[outcome] = (bucket.outcomes[outcome] ?? 0) + n;
  }
  const automated = all === 0 ? 0 : 1 - people / all;
  return { events, outcomes, automated, took_ms, open_cases, hours: byHour, reasons, actions };
}

/** The dashboard, in the marketplace's own days. */
import type { Dashboard, QualitySettings } from "@assay/contract";
import type { Querier } from "../db/index.ts";
import { qualityFigures } from "./figures.ts";
import * as store from "./store/dashboard.ts";

/** A case counts as at most so many minutes of work: who leaves it on the screen does not work on it. */
const mostMinutes = 15;
/** Of what escaped so many are named. */
const shownWorst = 10;

/**
 * @param days local days, today among them
 * @param hidden queues that whoever asks may not see
 */
export async function dashboard(
  q: Querier,
  marketplace: string,
  {
    days,
    hidden,
    settings,
    now = new Date(),
  }: { days: number; hidden: readonly string[]; settings: QualitySettings; now?: Date },
): Promise<Dashboard> {
  const zone = settings.time_zone;
  const calendar = await store.localDays(q, marketplace, zone, days, now, hidden);
  const from = calendar[0]!.start;
  const [waiting, decided, queues, escaped, refused, spent, figures] = await Promise.all([
    store.waitingNow(q, marketplace, hidden),
    store.decidedByDay(q, marketplace, zone, from, now),
    store.queueTimes(q, marketplace, from, now, hidden),
    store.escapedHarm(q, marketplace, from, now, hidden),
    store.refusedCount(q, marketplace, from, now),
    store.minutesBy(q, marketplace, from, now, mostMinutes),
    qualityFigures(q, marketplace, { from, to: now }),
  ]);
  // Backwards from what waits now: less what came, and again what went.
  let backlog = waiting;
  const shown = calendar.toReversed().map((row) => {
    const { day, start, end, events, opened, resolved } = row;
    const atEnd = backlog;
    backlog = Math.max(0, backlog - opened + resolved);
    const of = decided.filter((each) => each.day === day);
    return {
      day,
      from: start.toISOString(),
      to: end.toISOString(),
      events,
      decided: Object.fromEntries(of.map(({ by, outcome, n }) => [`${by}/${outcome}`, n])),
      opened,
      resolved,
      backlog: atEnd,
    };
  });
  const sum = (of: readonly { n: number }[]) => of.reduce((total, { n }) => total + n, 0);
  const settled = decided.filter((each) => each.outcome !== "review");
  const [decisions, byRule] = [sum(settled), sum(settled.filter((each) => each.by === "rule"))];
  const minutes = spent.reduce((total, each) => total + each.minutes, 0);
  const cost = settings.cost_per_hour === null ? null : (minutes / 60) * settings.cost_per_hour;
  const cases = sum(spent);
  const times = escaped.map((each) => each.minutes).sort((a, b) => a - b);
  const [rules, people] = figures.by_decider;
  return {
    time_zone: zone,
    from: from.toISOString(),
    to: now.toISOString(),
    days: shown.reverse(),
    queues,
    automation: {
      decisions,
      by_rule: byRule,
      share: decisions === 0 ? null : byRule / decisions,
      error_rate: rules!.error_rate,
      person_error_rate: people!.error_rate,
    },
    escaped: {
      refused,
      seen_before: escaped.length,
      reached: escaped.reduce((total, each) => total + each.reached, 0),
      median_minutes: times[Math.floor(times.length / 2)] ?? null,
      worst: escaped.slice(0, shownWorst).map(({ kind, subject_id, ...each }) => ({
        subject: { kind, id: subject_id },
        ...each,
      })),
    },
    cost: {
      minutes: Math.round(minutes * 10) / 10,
      cases,
      per_hour: settings.cost_per_hour,
      currency: settings.currency,
      per_decision: cost === null || decisions === 0 ? null : cost / decisions,
      per_case: cost === null || cases === 0 ? null : cost / cases,
    },
  };
}

/** Median minutes a case of each person, from the first sight of it to its resolution. */
export async function handlingMinutes(
  q: Querier,
  marketplace: string,
  from: Date,
  to: Date,
): Promise<Map<string, number>> {
  const rows = await store.minutesBy(q, marketplace, from, to, mostMinutes);
  return new Map(rows.map(({ person, median }) => [person, median]));
}

/** What people have had before their eyes, by severity, day and shift: counted from cases, never from clicks. */
import { type Exposure, severe, type Topic } from "@assay/contract";
import { userNames } from "../access/index.ts";
import { usualWork, type ViewRow, viewsSince, workSettings } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";

/** A pause of so long ends a shift; one of so long is a break. In ms. */
const shiftEndsMs = 60 * 60_000;
const breakMs = 5 * 60_000;

/**
 * @param zone the marketplace's time zone, in which days begin
 * @param person one person's only; undefined: everybody who has seen a case in the last fourteen days, or has settings
 */
export async function exposureOf(
  q: Querier,
  marketplace: string,
  zone: string,
  person: string | undefined,
  now = Date.now(),
): Promise<Exposure[]> {
  const [views, settings] = await Promise.all([
    viewsSince(q, marketplace, zone, person),
    workSettings(q, marketplace, person),
  ]);
  const byPerson = Map.groupBy(views, (view) => view.person);
  const ids =
    person === undefined ? [...new Set([...byPerson.keys(), ...settings.map((row) => row.user_id)])] : [person];
  const names = await userNames(q, ids);
  const today = localDay(now, zone);
  return ids
    .map((id) => {
      const own = byPerson.get(id) ?? [];
      const { user_id: _, ...work } = settings.find((row) => row.user_id === id) ?? { user_id: id, ...usualWork };
      const todays = counts(own.filter((view) => view.day === today));
      return {
        person: id,
        name: names.get(id) ?? id,
        today: todays,
        shift: shiftOf(own, work.break_after, now),
        days: [...Map.groupBy(own, (view) => view.day)].map(([day, of]) => ({ day, ...counts(of) })),
        topics: topicCounts(own),
        cap_reached: work.severe_cap !== null && todays.severe >= work.severe_cap,
        settings: work,
      };
    })
    .sort((a, b) => b.today.severe - a.today.severe || (a.name < b.name ? -1 : 1));
}

const counts = (views: readonly ViewRow[]) => ({
  cases: views.length,
  severe: views.filter((view) => view.severity >= severe).length,
});

function topicCounts(views: readonly ViewRow[]): { topic: Topic; n: number }[] {
  const all = Map.groupBy(
    views.flatMap((view) => view.topics),
    (topic) => topic,
  );
  return [...all].map(([topic, of]) => ({ topic, n: of.length })).sort((a, b) => b.n - a.n);
}

/** The shift that goes on at `now`, and whether a break is due in it; nothing where the last case is an hour ago. */
export function shiftOf(
  views: readonly Pick<ViewRow, "at" | "severity">[],
  breakAfter: number | null,
  now: number,
): Exposure["shift"] {
  const none = { since: null, cases: 0, severe: 0, minutes: 0, break_due: false };
  const last = views.at(-1);
  if (!last || now - last.at.getTime() >= shiftEndsMs) return none;
  let first = views.length - 1;
  let rested = first;
  let unbroken = true;
  for (let index = views.length - 1; index > 0; index--) {
    const gap = views[index]!.at.getTime() - views[index - 1]!.at.getTime();
    if (gap >= shiftEndsMs) break;
    if (gap >= breakMs) unbroken = false;
    first = index - 1;
    if (unbroken) rested = index - 1;
  }
  const shift = views.slice(first);
  const since = views[first]!.at;
  const sinceBreak = now - last.at.getTime() >= breakMs ? 0 : (now - views[rested]!.at.getTime()) / 60_000;
  return {
    since: since.toISOString(),
    cases: shift.length,
    severe: shift.filter((view) => view.severity >= severe).length,
    minutes: Math.round((now - since.getTime()) / 60_000),
    break_due: breakAfter !== null && sinceBreak >= breakAfter,
  };
}

/** `YYYY-MM-DD` in a time zone. */
export function localDay(at: number, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    at,
  );
}

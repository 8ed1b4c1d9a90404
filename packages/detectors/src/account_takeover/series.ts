/** The series that an account's trail is made of, and how much each speaks for a change at one moment. */
import type { TrailPoint } from "../account/trail.ts";
import { numbersChanged, tokensChanged } from "./change.ts";

/** What a series tells about: how one gets in, who one is, what one does, what others say. */
export type Group = "access" | "identity" | "behaviour" | "reputation";

export interface Item {
  at: number;
  /** Where it spans a time, the beginning; what spans the moment of change belongs to neither side. */
  from?: number;
  token?: string;
  value?: number;
}

export interface Series {
  name: string;
  group: Group;
  items: readonly Item[];
  /** Usual standard deviation within one person, for numbers. */
  spread?: number;
  /** What its log Bayes factor is multiplied by: less than 1 where several series tell of the same thing. */
  trust: number;
}

const dayMs = 86_400_000;
/** Traces of one visit count once. */
const visitMs = 30 * 60_000;

/** @param points oldest first */
export function seriesOf(points: readonly TrailPoint[]): Series[] {
  const own = points.filter((point) => point.kind !== "review");
  const ads = own.filter((point) => point.kind === "listing");
  const reviews = points.filter((point) => point.kind === "review");
  const sessions = own.filter((point) => point.kind === "session");
  // Prices are compared within one currency: that of most ads.
  const currency = mostOf(ads.map((ad) => ad.currency ?? ""));
  const prices = ads.filter((ad) => (ad.currency ?? "") === currency);
  return [
    tokens(
      "device",
      "access",
      once(own, (point) => point.device),
    ),
    tokens(
      "place",
      "access",
      once(own, (point) => point.place),
    ),
    // A quarter of a day: finer hours are noise.
    tokens(
      "hour",
      "access",
      once(sessions, (point) => `${Math.floor(((point.at / 3_600_000) % 24) / 6)}`),
    ),
    tokens(
      "category",
      "behaviour",
      each(ads, (ad) => ad.category),
    ),
    numbers(
      "price",
      "behaviour",
      1,
      each(prices, (ad) => (ad.amount === undefined ? undefined : Math.log(ad.amount))),
    ),
    tokens(
      "language",
      "behaviour",
      each(ads, (ad) => ad.language),
    ),
    ...["capitals", "punctuation", "exclamations", "line_breaks", "length"].map((name, i) =>
      numbers(
        name,
        "behaviour",
        0.15,
        each(ads, (ad) => ad.style?.[i]),
        0.5,
      ),
    ),
    numbers("pace", "behaviour", 1.2, gaps(ads)),
    numbers(
      "rating",
      "reputation",
      0.8,
      each(reviews, (review) => review.rating),
    ),
    tokens(
      "review_language",
      "reputation",
      each(reviews, (review) => review.language),
    ),
    numbers(
      "review_length",
      "reputation",
      0.15,
      each(reviews, (review) => review.style?.[4]),
    ),
    numbers("review_pace", "reputation", 1.2, gaps(reviews)),
  ];
}

/** Log Bayes factor of a change at `moment`: what is at it or after it belongs to the time after. */
export function changeAt(series: Series, moment: number): number {
  const before = series.items.filter((item) => item.at < moment);
  const after = series.items.filter((item) => (item.from ?? item.at) >= moment);
  if (series.spread === undefined) {
    return (
      series.trust *
      tokensChanged(
        before.flatMap(({ token }) => token ?? []),
        after.flatMap(({ token }) => token ?? []),
      )
    );
  }
  const values = (items: readonly Item[]) => items.flatMap(({ value }) => value ?? []);
  return series.trust * numbersChanged(values(before), values(after), series.spread);
}

const tokens = (name: string, group: Group, items: Item[]): Series => ({ name, group, items, trust: 1 });
const numbers = (name: string, group: Group, spread: number, items: Item[], trust = 1): Series => ({
  name,
  group,
  spread,
  items,
  trust,
});

function each(points: readonly TrailPoint[], read: (point: TrailPoint) => string | number | undefined): Item[] {
  return points.flatMap((point) => {
    const value = read(point);
    if (value === undefined) return [];
    return [typeof value === "number" ? { at: point.at, value } : { at: point.at, token: value }];
  });
}

function once(points: readonly TrailPoint[], read: (point: TrailPoint) => string | undefined): Item[] {
  const kept: Item[] = [];
  for (const item of each(points, read)) {
    const last = kept.at(-1);
    if (!last || last.token !== item.token || item.at - last.at > visitMs) kept.push(item);
  }
  return kept;
}

/** Log of the days between one and the next, the later one's time. */
function gaps(points: readonly TrailPoint[]): Item[] {
  return points.slice(1).map((point, i) => ({
    at: point.at,
    from: points[i]!.at,
    value: Math.log(Math.max(1 / 24, (point.at - points[i]!.at) / dayMs)),
  }));
}

function mostOf(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

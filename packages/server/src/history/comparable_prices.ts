import type { HistoryValues, Price } from "@assay/contract";
import { describe } from "@assay/detectors/market";
import { type Intake, storable } from "../intake/index.ts";
import { foundBy } from "./found_by.ts";
import { historyValue } from "./value.ts";

/** Newest listings read for each key, closest kept of those, and newest of the category beside them. */
const perKey = 16;
const closest = 32;
const ofCategory = 24;

type Comparable = Omit<HistoryValues["comparable_prices"][number], "age_days"> & {
  category: string;
  currency: string;
  keys: number[];
  ms: number;
};

type Row = [string, string, string, string | null, string | null, string, number, boolean, number];

/** The comparables that share most with the listing (brand, model, year: `market/keys.ts`), then the newest of the category. */
export const comparablePrices = historyValue<"comparable_prices", Map<string, Comparable>>({
  key: "comparable_prices",
  // Arrays rather than objects, finished in code: building fifty objects cost more than finding them.
  sql: `(select coalesce(json_agg(json_build_array(p.listing, p.seller, p.title, p.brand, p.condition, p.kind, p.amount, p.sold,
        extract(epoch from q.at - p.at)::float8) order by s.score desc, p.at desc, p.listing), '[]')
    from (select listing, max(score) as score from (
        (select listing, sum(weight) as score from (
            select c.listing, c.at, k.weight from unnest(q.price_keys::bigint[], q.price_weights::int[]) k(key, weight)
            cross join lateral (select c.listing, c.at from comparable_keys c where c.marketplace = $1 and c.key = k.key
              and c.at <= q.at and c.listing <> q.subject_id order by c.at desc, c.listing limit ${perKey}) c) m
          group by listing order by sum(weight) desc, max(at) desc, listing limit ${closest})
        union all
        (select p.listing, 0 from comparables p where p.marketplace = $1 and p.category = q.category and p.currency = q.currency
          and p.at <= q.at and p.listing <> q.subject_id order by p.at desc, p.listing limit ${ofCategory})) u
      group by listing) s
    cross join lateral (select * from comparables p where p.marketplace = $1 and p.listing = s.listing limit 1) p)`,
  fromRow: (rows: Row[]) =>
    rows.map(([id, seller, title, brand, condition, kind, amount, sold, seconds]) => ({
      id,
      seller,
      title,
      ...(brand !== null && { brand }),
      ...(condition !== null && { condition }),
      ...(kind !== "whole" && { kind: kind as "lot" }),
      amount,
      ...(sold && { sold }),
      age_days: Math.round(seconds / 864) / 100,
    })),
  fold: {
    start: () => new Map(),
    add(known, { intake, outcome }) {
      const { subject, at } = intake;
      const before = known.get(subject.id);
      if (subject.kind !== "listing" || (before && before.ms > at)) return;
      if (outcome === "refuse") known.delete(subject.id);
      const comparable = outcome === "approve" ? comparableOf(intake) : undefined;
      if (comparable) known.set(subject.id, comparable);
    },
    read(known, intake) {
      const { category, currency, priceKeys } = foundBy(intake);
      const others = [...known.values()]
        .filter((past) => past.ms <= intake.at && past.id !== intake.subject.id)
        .sort((a, b) => b.ms - a.ms || (a.id < b.id ? -1 : 1));
      const scores = new Map<Comparable, number>();
      for (const { key, weight } of priceKeys) {
        const found = others.filter(({ keys }) => keys.includes(key)).slice(0, perKey);
        for (const other of found) scores.set(other, (scores.get(other) ?? 0) + weight);
      }
      const near = others
        .filter((other) => scores.has(other))
        .sort((a, b) => scores.get(b)! - scores.get(a)!)
        .slice(0, closest);
      const kin = others
        .filter((other) => other.category === category && other.currency === currency)
        .slice(0, ofCategory);
      const score = (other: Comparable) => (near.includes(other) ? scores.get(other)! : 0);
      return [...new Set([...near, ...kin])]
        .sort((a, b) => score(b) - score(a) || b.ms - a.ms || (a.id < b.id ? -1 : 1))
        .map(({ ms, category: _, currency: __, keys: ___, ...rest }) => ({
          ...rest,
          age_days: Math.round((intake.at - ms) / 864_000) / 100,
        }));
    },
  },
});

/** The listing as others are compared with it, or undefined where its price is none: given away, swapped, rented, absent. */
export function comparableOf(intake: Intake): Comparable | undefined {
  const { data, id, owner } = intake.subject;
  const price = data.price as Price | undefined;
  if (intake.subject.kind !== "listing" || !price || price.amount <= 0) return undefined;
  if (!["fixed", "negotiable", "auction"].includes(price.type ?? "fixed")) return undefined;
  const { title, brand, condition, kind } = describe(intake.subject);
  const { category, currency, priceKeys } = foundBy(intake);
  return {
    id,
    seller: owner,
    title: storable(title),
    ...(brand && { brand: storable(brand) }),
    ...(condition && { condition: storable(condition) }),
    ...(kind !== "whole" && { kind }),
    amount: price.amount,
    ...(intake.event.type === "listing.sold" && { sold: true }),
    category,
    currency,
    keys: priceKeys.map(({ key }) => key),
    ms: intake.at,
  };
}

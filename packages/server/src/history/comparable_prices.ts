import type { Price } from "@assay/contract";
import type { Intake } from "../intake/index.ts";
import { entry, historyValue } from "./value.ts";

const kept = 50;

interface Comparable {
  id: string;
  seller: string;
  title: string;
  brand?: string;
  condition?: string;
  amount: number;
  ms: number;
}

type Row = [string, string, string, string | null, string | null, number, number];

/** The 50 newest comparables of the same category and currency. */
export const comparablePrices = historyValue<"comparable_prices", Map<string, Map<string, Comparable>>>({
  key: "comparable_prices",
  // Arrays rather than objects, finished in code: building fifty objects cost more than finding them.
  sql: `(select coalesce(json_agg(json_build_array(x.listing, x.seller, x.title, x.brand, x.condition, x.amount, extract(epoch from q.at - x.at)::float8)
      order by x.at desc, x.listing), '[]')
    from (select * from comparables p where p.marketplace = $1 and p.category = q.category and p.currency = q.currency
      and p.at <= q.at and p.listing <> q.subject_id order by p.at desc, p.listing limit ${kept}) x)`,
  fromRow: (rows: Row[]) =>
    rows.map(([id, seller, title, brand, condition, amount, seconds]) => ({
      id,
      seller,
      title,
      ...(brand !== null && { brand }),
      ...(condition !== null && { condition }),
      amount,
      age_days: Math.round(seconds / 864) / 100,
    })),
  fold: {
    start: () => new Map(),
    add(groups, { intake, outcome }) {
      const id = intake.subject.id;
      if (intake.subject.kind !== "listing") return;
      const comparable = comparableOf(intake);
      if (outcome === "refuse") for (const group of groups.values()) group.delete(id);
      if (!comparable || outcome !== "approve") return;
      for (const group of groups.values()) group.delete(id);
      const { category, currency, ...rest } = comparable;
      entry(groups, `${currency} ${category}`, () => new Map()).set(id, rest);
    },
    read(groups, { subject, at }) {
      const { category, currency } = groupOf(subject.data);
      return [...(groups.get(`${currency} ${category}`)?.values() ?? [])]
        .filter((past) => past.ms <= at && past.id !== subject.id)
        .sort((a, b) => b.ms - a.ms || (a.id < b.id ? -1 : 1))
        .slice(0, kept)
        .map(({ ms, ...rest }) => ({ ...rest, age_days: Math.round((at - ms) / 864_000) / 100 }));
    },
  },
});

/** What a listing is compared within; listings without a currency are compared among themselves. */
function groupOf(data: Record<string, unknown>): { category: string; currency: string } {
  const price = data.price as Price | undefined;
  return { category: String(data.category ?? ""), currency: price?.currency ?? "" };
}

/** The listing as others are compared with it, or undefined where its price is none: given away, swapped, rented, absent. */
export function comparableOf(intake: Intake): (Comparable & { category: string; currency: string }) | undefined {
  const { data, id, owner } = intake.subject;
  const price = data.price as Price | undefined;
  if (intake.subject.kind !== "listing" || !price || price.amount <= 0) return undefined;
  if (!["fixed", "negotiable", "auction"].includes(price.type ?? "fixed")) return undefined;
  const grade = (data.condition as { grade?: string } | undefined)?.grade;
  return {
    id,
    seller: owner,
    title: intake.title.slice(0, 80).toWellFormed(),
    ...(typeof data.brand === "string" && { brand: data.brand.slice(0, 60).toWellFormed().replaceAll("\0", "\ufffd") }),
    ...(grade && { condition: grade }),
    amount: price.amount,
    ms: intake.at,
    ...groupOf(data),
  };
}

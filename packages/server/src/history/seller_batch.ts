import type { HistoryValues } from "@assay/contract";
import type { Intake } from "../intake/index.ts";
import { foundBy, spreadOf } from "./found_by.ts";
import { dayMs, entry, historyValue } from "./value.ts";

/** Days before today that make a seller's habit, sellers of yesterday that make a sample of its peers, ads of the batch that are shown. */
const habitDays = 28;
const peers = 100;
const kept = 20;

type Batch = HistoryValues["seller_batch"]["ads"];
type Row = [string, string, string, string, string, number | null, string, number, string, number];

/** One listing as the row of a batch, read from `listing_prints p`. */
export const batchRow = `json_build_array(p.listing, p.seller, p.title, p.category, p.currency, p.amount, p.origin, cardinality(p.pictures), p.outcome,
        extract(epoch from q.at - p.first_at)::float8)`;

export function batchOf(rows: Row[]): Batch {
  return rows.map(([id, seller, title, category, currency, amount, origin, pictures, outcome, seconds]) => ({
    id,
    seller,
    title,
    category,
    currency,
    ...(amount !== null && { amount }),
    origin,
    pictures,
    outcome: outcome as Batch[number]["outcome"],
    age_hours: Math.round(seconds / 36) / 100,
  }));
}

/** What the seller created in the last day, and how that compares with its own past days and with other sellers' yesterday. */
export const sellerBatch = historyValue<
  "seller_batch",
  { ads: Map<string, Ad>; days: Map<string, Map<number, number>> }
>({
  key: "seller_batch",
  sql: `(select json_build_array(
      (select coalesce(json_agg(d.listings), '[]') from seller_days d where d.marketplace = $1 and d.seller = q.owner
        and d.day < (q.at at time zone 'UTC')::date and d.day >= (q.at at time zone 'UTC')::date - ${habitDays}),
      (select coalesce(json_agg(d.listings), '[]') from (select d.listings from seller_days d where d.marketplace = $1
        and d.day = (q.at at time zone 'UTC')::date - 1 order by d.spread, d.seller limit ${peers}) d),
      (select coalesce(json_agg(${batchRow} order by p.first_at desc, p.listing), '[]') from (
        select * from listing_prints p where p.marketplace = $1 and p.seller = q.owner and p.first_at <= q.at and p.first_at > q.at - interval '24 hours'
          and p.at <= q.at and p.listing <> q.subject_id order by p.first_at desc, p.listing limit ${kept}) p)))`,
  fromRow: ([days, others, ads]: [number[], number[], Row[]]) => ({ ...paceOf(days, others), ads: batchOf(ads) }),
  fold: {
    start: () => ({ ads: new Map(), days: new Map() }),
    add({ ads, days }, { intake, outcome }) {
      const { subject, at, event } = intake;
      if (event.type === "listing.created") {
        const own = entry(days, subject.owner, () => new Map<number, number>());
        own.set(dayOf(at), (own.get(dayOf(at)) ?? 0) + 1);
      }
      if (subject.kind !== "listing") return;
      const before = ads.get(subject.id);
      const firstAt = Math.min(at, before?.firstAt ?? at);
      if (before && before.at > at) before.firstAt = firstAt;
      else ads.set(subject.id, { at, firstAt, value: adOf(intake, outcome) });
    },
    read({ ads, days }, { subject, at }) {
      const today = dayOf(at);
      const own = [...(days.get(subject.owner) ?? [])].filter(([day]) => day < today && day >= today - habitDays);
      const yesterday = [...days]
        .flatMap(([seller, counts]) => (counts.has(today - 1) ? [{ seller, n: counts.get(today - 1)! }] : []))
        .sort((a, b) => spreadOf(a.seller) - spreadOf(b.seller) || (a.seller < b.seller ? -1 : 1))
        .slice(0, peers);
      const batch = [...ads.values()]
        .filter(
          (ad) =>
            ad.value.seller === subject.owner && ad.value.id !== subject.id && ad.at <= at && ad.firstAt > at - dayMs,
        )
        .sort((a, b) => b.firstAt - a.firstAt || (a.value.id < b.value.id ? -1 : 1))
        .slice(0, kept);
      return {
        ...paceOf(
          own.map(([, n]) => n),
          yesterday.map(({ n }) => n),
        ),
        ads: batch.map(({ value, firstAt }) => ({ ...value, age_hours: Math.round((at - firstAt) / 36_000) / 100 })),
      };
    },
  },
});

interface Ad {
  at: number;
  firstAt: number;
  value: Omit<Batch[number], "age_hours">;
}

/** Listings that linked accounts (of the same component) created in the last day: their batch as much as the seller's own. */
export const linkedBatch = historyValue<"linked_batch", never>({
  key: "linked_batch",
  sql: `(select coalesce(json_agg(${batchRow} order by p.first_at desc, p.listing), '[]') from (
      select p.* from components own
      cross join lateral (select o.account from components o where o.marketplace = $1 and o.component = own.component and o.account <> q.owner
        order by o.account limit 10) o
      cross join lateral (select * from listing_prints p where p.marketplace = $1 and p.seller = o.account and p.first_at <= q.at
        and p.first_at > q.at - interval '24 hours' and p.at <= q.at order by p.first_at desc, p.listing limit ${kept}) p
      where own.marketplace = $1 and own.account = q.owner order by p.first_at desc, p.listing limit ${kept}) p)`,
  fromRow: batchOf,
});

/** Habit and peers in a few figures. Days on which nothing was created are no part of them. */
function paceOf(own: number[], others: number[]): Pick<HistoryValues["seller_batch"], "habit" | "peers"> {
  const sorted = others.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return {
    habit: {
      days: own.length,
      most: Math.max(0, ...own),
      mean: own.length === 0 ? 0 : Math.round((100 * own.reduce((sum, n) => sum + n, 0)) / own.length) / 100,
    },
    peers: { sellers: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) },
  };
}

function adOf(intake: Intake, outcome: Batch[number]["outcome"]): Ad["value"] {
  const { print, category, currency, origin } = foundBy(intake);
  const amount = (intake.subject.data.price as { amount?: number } | undefined)?.amount;
  return {
    id: intake.subject.id,
    seller: intake.subject.owner,
    title: print.title,
    category,
    currency,
    ...(amount && { amount }),
    origin,
    pictures: print.pictures.length,
    outcome,
  };
}

const dayOf = (at: number): number => Math.floor(at / dayMs);

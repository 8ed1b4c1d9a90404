import { endingVerbs, type HistoryValues } from "@assay/contract";
import { foundBy } from "./found_by.ts";
import { dayMs, historyValue } from "./value.ts";

/** Read for each band: so many of the newest and of the oldest, which may be the original. */
const newest = 6;
const oldest = 2;
const kept = 8;

type Similar = HistoryValues["similar_listings"][number];
type Row = [
  string,
  string,
  string,
  string,
  number,
  string,
  string,
  number | null,
  string,
  number[],
  string,
  boolean,
  number,
];

interface Known {
  id: string;
  bands: number[];
  at: number;
  firstAt: number;
  value: Omit<Similar, "age_days">;
}

const newestFirst = (a: Known, b: Known) => b.at - a.at || (a.id < b.id ? -1 : 1);
const oldestFirst = (a: Known, b: Known) => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Listings that share the most bands with this one (`market/print.ts`): the candidates for being the same ad again. */
export const similarListings = historyValue<"similar_listings", Map<string, Known>>({
  key: "similar_listings",
  sql: `(select coalesce(json_agg(json_build_array(p.listing, p.seller, p.title, p.text, p.digest, p.category, p.currency, p.amount, p.marks,
        to_json(p.pictures), p.outcome, p.ended, extract(epoch from q.at - p.first_at)::float8) order by x.n desc, x.at, x.listing), '[]')
    from (select listing, count(*) as n, min(at) as at from (
        select c.listing, c.at from unnest(q.bands::bigint[]) k(band)
        cross join lateral (
          (select b.listing, b.at from listing_bands b where b.marketplace = $1 and b.band = k.band and b.at <= q.at
            and b.listing <> q.subject_id order by b.at desc, b.listing limit ${newest})
          union
          (select b.listing, b.at from listing_bands b where b.marketplace = $1 and b.band = k.band and b.at <= q.at
            and b.listing <> q.subject_id order by b.at, b.listing limit ${oldest})) c) m
      group by listing order by count(*) desc, min(at), listing limit ${kept}) x
    cross join lateral (select * from listing_prints p where p.marketplace = $1 and p.listing = x.listing limit 1) p)`,
  fromRow: (rows: Row[]) =>
    rows.map(
      ([id, seller, title, text, digest, category, currency, amount, marks, pictures, outcome, ended, seconds]) => ({
        id,
        seller,
        title,
        text,
        digest,
        category,
        currency,
        ...(amount !== null && { amount }),
        marks,
        pictures,
        outcome: outcome as Similar["outcome"],
        ended,
        age_days: Math.round(seconds / 864) / 100,
      }),
    ),
  fold: {
    start: () => new Map(),
    add(known, { intake, outcome }) {
      const { subject, at, event } = intake;
      if (subject.kind !== "listing") return;
      const firstAt = Math.min(at, known.get(subject.id)?.firstAt ?? at);
      const before = known.get(subject.id);
      if (before && before.at > at) {
        before.firstAt = firstAt;
        return;
      }
      const { print, category, currency } = foundBy(intake);
      const { title, text, digest, marks, pictures, bands } = print;
      const verb = event.type.slice(event.type.indexOf(".") + 1);
      const amount = (subject.data.price as { amount?: number } | undefined)?.amount;
      known.set(subject.id, {
        id: subject.id,
        bands,
        at,
        firstAt,
        value: {
          id: subject.id,
          seller: subject.owner,
          title,
          text,
          digest,
          category,
          currency,
          ...(amount && { amount }),
          marks,
          pictures,
          outcome,
          ended: endingVerbs.has(verb) || verb === "sold",
        },
      });
    },
    read(known, intake) {
      const { print } = foundBy(intake);
      const others = [...known.values()].filter(({ id, at }) => at <= intake.at && id !== intake.subject.id);
      const shared = new Map<Known, number>();
      for (const band of print.bands) {
        const found = others.filter(({ bands }) => bands.includes(band));
        const read = new Set([
          ...found.sort(newestFirst).slice(0, newest),
          ...found.toSorted(oldestFirst).slice(0, oldest),
        ]);
        for (const other of read) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
      return [...shared]
        .sort(([a, n], [b, m]) => m - n || oldestFirst(a, b))
        .slice(0, kept)
        .map(([{ value, firstAt }]) => ({
          ...value,
          age_days: Math.round(((intake.at - firstAt) / dayMs) * 100) / 100,
        }));
    },
  },
});

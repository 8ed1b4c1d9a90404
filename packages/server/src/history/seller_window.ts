import { entry, historyValue } from "./value.ts";

const counted = 500;
const hourMs = 3_600_000;

/** Listings that the owner created in the hour and the day before; counted up to 500. */
export const sellerWindow = historyValue<"seller_window", Map<string, number[]>>({
  key: "seller_window",
  sql: `(select json_build_object('listings_24h', count(*), 'listings_1h', count(*) filter (where x.at > q.at - interval '1 hour'))
    from (select p.at from events p where p.marketplace = $1 and p.owner = q.owner and p.kind = 'listing' and p.type = 'listing.created'
      and p.at <= q.at and p.at > q.at - interval '24 hours' and p.id <> q.event_id order by p.at desc limit ${counted}) x)`,
  fold: {
    start: () => new Map(),
    add(owners, { intake: { event, subject, at } }) {
      if (event.type === "listing.created") entry(owners, subject.owner, () => []).push(at);
    },
    read(owners, { subject, at }) {
      const day = (owners.get(subject.owner) ?? [])
        .filter((past) => past <= at && past > at - 24 * hourMs)
        .sort((a, b) => b - a)
        .slice(0, counted);
      return { listings_24h: day.length, listings_1h: day.filter((past) => past > at - hourMs).length };
    },
  },
});

import { dayMs, entry, historyValue } from "./value.ts";

const countedListings = 1000;
const countedRefusals = 100;

interface Owner {
  firstAt: number;
  listings: Map<string, number>;
  refusals: number[];
  states: { at: number; data: Record<string, unknown> }[];
}

/** What is known of the owner: counts stop at 1,000 listings and 100 refusals, so that a large account costs no more than a small one. */
export const accountProfile = historyValue<"account_profile", Map<string, Owner>>({
  key: "account_profile",
  sql: `(select json_build_object(
      'known', a.owner is not null,
      'first_at', extract(epoch from least(a.first_at, q.at)) * 1000,
      'at', extract(epoch from q.at) * 1000,
      'event', (select p.body from events p where p.marketplace = $1 and p.kind = 'account' and p.subject_id = q.owner
        and p.at <= q.at and p.id <> q.event_id order by p.at desc limit 1),
      'listings_total', (select count(*) from (select 1 from subjects l where l.marketplace = $1 and l.owner = q.owner and l.kind = 'listing'
        and l.created_at <= q.at and l.id <> q.subject_id limit ${countedListings}) x),
      'refusals_90d', (select count(*) from (select 1 from decisions r where r.marketplace = $1 and r.owner = q.owner and r.outcome = 'refuse'
        and r.standing and r.at <= q.at and r.at > q.at - interval '90 days' and r.event_id <> q.event_id limit ${countedRefusals}) x)))`,
  fromRow(row: {
    known: boolean;
    first_at: number | null;
    at: number;
    event: { data: Record<string, unknown> } | null;
    listings_total: number;
    refusals_90d: number;
  }) {
    return {
      known: row.known,
      age_days: row.first_at === null ? 0 : Math.max(0, (row.at - row.first_at) / dayMs),
      ...profileOf(row.event?.data ?? {}),
      listings_total: row.listings_total,
      refusals_90d: row.refusals_90d,
    };
  },
  fold: {
    start: () => new Map(),
    add(owners, { intake, outcome }) {
      const { subject, at } = intake;
      const owner = entry(owners, subject.owner, () => ({
        firstAt: at,
        listings: new Map(),
        refusals: [],
        states: [],
      }));
      owner.firstAt = Math.min(owner.firstAt, at);
      if (subject.kind === "listing") {
        owner.listings.set(subject.id, Math.min(owner.listings.get(subject.id) ?? at, at));
      }
      if (subject.kind === "account") owner.states.push({ at, data: intake.event.data });
      if (outcome === "refuse") owner.refusals.push(at);
    },
    read(owners, { subject, at }) {
      const owner = owners.get(subject.owner);
      if (!owner) return { known: false, age_days: 0, listings_total: 0, refusals_90d: 0 };
      const state =
        owner.states
          .filter((past) => past.at <= at)
          .sort((a, b) => a.at - b.at)
          .at(-1)?.data ?? {};
      const listings = [...owner.listings].filter(([id, created]) => created <= at && id !== subject.id).length;
      const refusals = owner.refusals.filter((past) => past <= at && past > at - 90 * dayMs).length;
      return {
        known: true,
        age_days: Math.max(0, (at - owner.firstAt) / dayMs),
        ...profileOf(state),
        listings_total: Math.min(listings, countedListings),
        refusals_90d: Math.min(refusals, countedRefusals),
      };
    },
  },
});

function profileOf(state: Record<string, unknown>) {
  const text = (field: string) => (typeof state[field] === "string" ? { [field]: state[field] } : {});
  return { ...text("country"), ...text("capacity"), ...text("name"), ...text("phone"), ...text("email") };
}

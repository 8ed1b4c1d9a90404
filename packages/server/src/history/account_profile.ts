import { type RiskMark, riskOf } from "@assay/detectors";
import { addToTrails, readTrails, type Trails } from "./trail.ts";
import { dayMs, entry, historyValue } from "./value.ts";

const countedListings = 1000;
const countedRefusals = 100;

/** Marks looked at for the risk, and how far back. */
const countedMarks = 40;
const markDays = 180;

/** SQL: what weighs on an account before a moment, `[at in ms, { parts }]`, newest first. What a person found to be in order is forgotten. */
export const riskMarksSql = (account: string, at: string, event: string) =>
  `(select coalesce(json_agg(json_build_array(round(extract(epoch from t.at) * 1000), t.trait) order by t.at desc, t.event_id desc), '[]')
    from (select t.at, t.event_id, t.trait from trail t where t.marketplace = $1 and t.account = ${account} and t.kind = 'mark'
      and t.at <= ${at} and t.at > ${at} - interval '${markDays} days' and t.event_id <> ${event}
      and (select d.outcome = 'approve' and d.decided_by <> 'rule' from decisions d
        where d.marketplace = $1 and d.event_id = t.event_id and d.standing limit 1) is not true
      order by t.at desc, t.event_id desc limit ${countedMarks}) t)`;

interface Owner {
  firstAt: number;
  listings: Map<string, number>;
  refusals: number[];
  states: { at: number; data: Record<string, unknown> }[];
}

/** What is known of the owner: counts stop at 1,000 listings and 100 refusals, so that a large account costs no more than a small one. */
export const accountProfile = historyValue<"account_profile", { owners: Map<string, Owner>; trails: Trails }>({
  key: "account_profile",
  sql: `(select json_build_object(
      'known', a.owner is not null,
      'first_at', extract(epoch from least(a.first_at, q.at)) * 1000,
      'at', extract(epoch from q.at) * 1000,
      'event', (select p.body from events p where p.marketplace = $1 and p.kind = 'account' and p.subject_id = q.owner
        and p.at <= q.at and p.id <> q.event_id order by p.at desc limit 1),
      'listings_total', (select count(*) from (select 1 from subjects l where l.marketplace = $1 and l.owner = q.owner and l.kind = 'listing'
        and l.created_at <= q.at and l.id <> q.subject_id limit ${countedListings}) x),
      'marks', ${riskMarksSql("q.owner", "q.at", "q.event_id")},
      'refusals_90d', (select count(*) from (select 1 from decisions r where r.marketplace = $1 and r.owner = q.owner and r.outcome = 'refuse'
        and r.standing and r.at <= q.at and r.at > q.at - interval '90 days' and r.event_id <> q.event_id limit ${countedRefusals}) x)))`,
  fromRow(row: {
    known: boolean;
    first_at: number | null;
    at: number;
    event: { data: Record<string, unknown> } | null;
    listings_total: number;
    refusals_90d: number;
    marks: [number, Pick<RiskMark, "parts">][];
  }) {
    const age = row.first_at === null ? 0 : Math.max(0, (row.at - row.first_at) / dayMs);
    const marks = row.marks.map(([at, { parts }]) => ({ at, parts }));
    return {
      known: row.known,
      age_days: age,
      ...riskFields(marks, row.at, age, row.listings_total),
      ...profileOf(row.event?.data ?? {}),
      listings_total: row.listings_total,
      refusals_90d: row.refusals_90d,
    };
  },
  fold: {
    start: () => ({ owners: new Map(), trails: new Map() }),
    add({ owners, trails }, past) {
      addToTrails(trails, past);
      const { intake, outcome } = past;
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
    read({ owners, trails }, now) {
      const { subject, at } = now;
      const owner = owners.get(subject.owner);
      if (!owner) {
        return { known: false, age_days: 0, listings_total: 0, refusals_90d: 0, ...riskFields([], at, 0, 0) };
      }
      const state =
        owner.states
          .filter((past) => past.at <= at)
          .sort((a, b) => a.at - b.at)
          .at(-1)?.data ?? {};
      const listings = [...owner.listings].filter(([id, created]) => created <= at && id !== subject.id).length;
      const refusals = owner.refusals.filter((past) => past <= at && past > at - 90 * dayMs).length;
      const age = Math.max(0, (at - owner.firstAt) / dayMs);
      const total = Math.min(listings, countedListings);
      const marks = readTrails(trails, subject.owner, "mark", now, countedMarks, markDays * dayMs).map((mark) => ({
        at: mark.at,
        parts: mark.trait.parts as RiskMark["parts"],
      }));
      return {
        known: true,
        age_days: age,
        ...riskFields(marks, at, age, total),
        ...profileOf(state),
        listings_total: total,
        refusals_90d: Math.min(refusals, countedRefusals),
      };
    },
  },
});

function riskFields(marks: readonly RiskMark[], at: number, age_days: number, listings_total: number) {
  const { score, parts } = riskOf(marks, at, { age_days, listings_total });
  return { risk: score, risk_parts: parts };
}

function profileOf(state: Record<string, unknown>) {
  const text = (field: string) => (typeof state[field] === "string" ? { [field]: state[field] } : {});
  return { ...text("country"), ...text("capacity"), ...text("name"), ...text("phone"), ...text("email") };
}

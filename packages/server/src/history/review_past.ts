import type { HistoryValues } from "@assay/contract";
import type { Intake } from "../intake/index.ts";
import { addToTrails, readTrails, type Trails } from "./trail.ts";
import { dayMs, entry, historyValue } from "./value.ts";

type Past = HistoryValues["review_past"];
type Trait = { by?: string; rating?: number; order?: boolean };

const countedOrders = 5;
const keptReviews = 40;
const backDays = 14;
const recentDays = 30;

interface State {
  trails: Trails;
  /** buyer → orders. */
  orders: Map<string, { at: number; id: string; seller: string | null }[]>;
  firstOrder: number;
}

const ordersSql = (buyer: string, seller: string) => `(select count(*)::int from (select 1 from (
    select o.counterpart from events o where o.marketplace = $1 and o.owner = ${buyer} and o.kind = 'order' and o.at <= q.at
    order by o.at desc limit 200) o where o.counterpart = ${seller} limit ${countedOrders}) n)`;

/** What is known around a review: orders between the two, reviews the other way, and how the reviewed one is reviewed of late. */
export const reviewPast = historyValue<"review_past", State>({
  key: "review_past",
  sql: `(select json_build_object(
      'orders_known', exists (select from events o where o.marketplace = $1 and o.kind = 'order' and o.at <= q.at limit 1),
      'bought', ${ordersSql("q.owner", "q.counterpart")},
      'sold', ${ordersSql("q.counterpart", "q.owner")},
      'back', (select coalesce(json_agg(x.trait order by x.at desc, x.event_id desc), '[]') from (select t.at, t.event_id, t.trait from trail t
        where t.marketplace = $1 and t.account = q.owner and t.kind = 'review' and t.at <= q.at and t.at > q.at - interval '${backDays} days'
          and t.event_id <> q.event_id order by t.at desc, t.event_id desc limit ${keptReviews}) x),
      'recent', (select coalesce(json_agg(json_build_array(round(extract(epoch from x.at) * 1000), x.trait) order by x.at desc, x.event_id desc), '[]')
        from (select t.at, t.event_id, t.trait from trail t where t.marketplace = $1 and t.account = q.counterpart and t.kind = 'review'
          and t.at <= q.at and t.at > q.at - interval '${recentDays} days' and t.event_id <> q.event_id order by t.at desc, t.event_id desc limit ${keptReviews}) x),
      'about', q.counterpart))`,
  fromRow: ({
    back,
    recent,
    about,
    ...orders
  }: Omit<Past, "reviewed_back" | "recent"> & { back: Trait[]; recent: [number, Trait][]; about: string | null }) => ({
    ...orders,
    reviewed_back: backOf(back, about),
    recent: recent.map(([at, trait]) => recentOf(at, trait)),
  }),
  fold: {
    start: () => ({ trails: new Map(), orders: new Map(), firstOrder: Number.POSITIVE_INFINITY }),
    add(state, past) {
      addToTrails(state.trails, past);
      const { subject, at, counterpart, event } = past.intake;
      if (subject.kind !== "order") return;
      state.firstOrder = Math.min(state.firstOrder, at);
      entry(state.orders, subject.owner, () => []).push({ at, id: event.id, seller: counterpart });
    },
    read({ trails, orders, firstOrder }, now) {
      const { owner } = now.subject;
      const about = now.counterpart;
      const count = (buyer: string | null, seller: string | null) =>
        Math.min(
          countedOrders,
          newest(orders.get(buyer ?? "") ?? [], now).filter((order) => order.seller === seller && seller !== null)
            .length,
        );
      const back = readTrails(trails, owner, "review", now, keptReviews, backDays * dayMs);
      const recent = readTrails(trails, about ?? "", "review", now, keptReviews, recentDays * dayMs);
      return {
        orders_known: firstOrder <= now.at,
        bought: count(owner, about),
        sold: count(about, owner),
        reviewed_back: backOf(
          back.map(({ trait }) => trait as Trait),
          about,
        ),
        recent: recent.map(({ at, trait }) => recentOf(at, trait as Trait)),
      };
    },
  },
});

function newest<T extends { at: number }>(orders: readonly T[], now: Intake): T[] {
  return orders
    .filter((order) => order.at <= now.at)
    .sort((a, b) => b.at - a.at)
    .slice(0, 200);
}

const backOf = (traits: readonly Trait[], about: string | null): Past["reviewed_back"] =>
  traits
    .filter(({ by }) => by === about && about !== null)
    .map(({ rating, order }) => ({ ...(rating !== undefined && { rating }), order: order === true }));

const recentOf = (at: number, { rating, order }: Trait): Past["recent"][number] => ({
  at,
  ...(rating !== undefined && { rating }),
  order: order === true,
});

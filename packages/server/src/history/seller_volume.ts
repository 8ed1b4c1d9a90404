import type { HistoryValues } from "@assay/contract";
import { addToTrails, readTrails, type Trails, trailSql } from "./trail.ts";
import { dayMs, historyValue } from "./value.ts";

const counted = 200;
const days = 90;
const weekMs = 7 * dayMs;
type Trait = { grade?: string; title?: string };

/** What the owner put up within 90 days: how much, how steadily, how much of it new, how much of it the same. Counted up to 200. */
export const sellerVolume = historyValue<"seller_volume", Trails>({
  key: "seller_volume",
  sql: `(select json_build_object('at', round(extract(epoch from q.at) * 1000), 'rows', ${trailSql("q.owner", "listing", counted, `${days} days`)}))`,
  fromRow: ({ at, rows }: { at: number; rows: [number, Trait][] }) =>
    volumeOf(
      at,
      rows.map(([rowAt, trait]) => ({ at: rowAt, trait })),
    ),
  fold: {
    start: () => new Map(),
    add: addToTrails,
    read: (trails, now) =>
      volumeOf(now.at, readTrails(trails, now.subject.owner, "listing", now, counted, days * dayMs)),
  },
});

function volumeOf(at: number, ads: readonly { at: number; trait: Trait }[]): HistoryValues["seller_volume"] {
  const same = new Map<string, number>();
  for (const { trait } of ads) if (trait.title) same.set(trait.title, (same.get(trait.title) ?? 0) + 1);
  return {
    listings_90d: ads.length,
    weeks_active: new Set(ads.map((ad) => Math.floor((at - ad.at) / weekMs))).size,
    new_90d: ads.filter(({ trait }) => trait.grade === "new").length,
    same_item_90d: Math.max(0, ...same.values()),
  };
}

import type { HistoryValues } from "@assay/contract";
import { trailAccount } from "@assay/detectors";
import { addToTrails, readTrails, type Trails, trailSql } from "./trail.ts";
import { historyValue } from "./value.ts";

type Point = HistoryValues["account_trail"]["points"][number];

/** How many of each kind are looked back at. */
const kept = { session: 16, payout_method: 4, account: 4, listing: 16, review: 16 } as const;
const kinds = Object.keys(kept) as (keyof typeof kept)[];
const account = "case when q.kind = 'review' then q.counterpart else q.owner end";

/** Traces of who is behind the account: a few of each kind, so that many log-ins do not push out the payout methods. */
export const accountTrail = historyValue<"account_trail", Trails>({
  key: "account_trail",
  sql: `(select json_build_object(${kinds.map((kind) => `'${kind}', ${trailSql(account, kind, kept[kind])}`).join(", ")}))`,
  fromRow: (row: Record<Point["kind"], [number, Omit<Point, "at" | "kind">][]>) => ({
    points: inOrder(kinds.flatMap((kind) => row[kind].map(([at, trait]) => ({ at, kind, ...trait })))),
  }),
  fold: {
    start: () => new Map(),
    add: addToTrails,
    read(trails, now) {
      const whose = trailAccount(now.subject);
      if (whose === undefined) return { points: [] };
      const points = kinds.flatMap((kind) =>
        readTrails(trails, whose, kind, now, kept[kind]).map(({ at, trait }) => ({ at, kind, ...trait })),
      );
      return { points: inOrder(points) };
    },
  },
});

const inOrder = (points: Point[]): Point[] => points.sort((a, b) => a.at - b.at);

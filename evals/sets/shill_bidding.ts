/** Bidders who bid for the seller: what can be had from how they bid, beside a logistic regression on the same columns. */
import type { Evaluation } from "../evaluation.ts";
import { auc, averagePrecision, confusion } from "../measure.ts";
import { boost, logisticRegression } from "../train/boosting.ts";
import { foldOf } from "../train/folds.ts";

const columns = [
  "Bidder_Tendency",
  "Bidding_Ratio",
  "Successive_Outbidding",
  "Last_Bidding",
  "Auction_Bids",
  "Starting_Price_Average",
  "Early_Bidding",
  "Winning_Ratio",
  "Auction_Duration",
] as const;
type BidderRow = Record<(typeof columns)[number] | "Auction_ID" | "Class", string>;
const foldCount = 5;

export const evaluation: Evaluation = {
  set: "shill_bidding",
  title: "Bidders who bid for the seller",
  source:
    "real eBay auctions, github.com/rishu9569/Svm (UCI Shill Bidding); its labels came from clustering the same columns, so high figures are cheap",
  run(data) {
    const all = data.rows<BidderRow>();
    const rows = all.map((row) => columns.map((column) => Number(row[column])));
    const actual = all.map((row) => row.Class === "1");
    const folds = all.map((row) => foldOf(`auction ${row.Auction_ID}`, foldCount));
    const said = [boost, logisticRegression].map((fit) => {
      const logits = new Array<number>(rows.length);
      for (let fold = 0; fold < foldCount; fold++) {
        const train = [...rows.keys()].filter((i) => folds[i] !== fold);
        const model = fit(
          train.map((i) => rows[i]!),
          train.map((i) => actual[i]!),
        );
        for (const i of rows.keys()) if (folds[i] === fold) logits[i] = model(rows[i]!);
      }
      const scored = logits.map((score, i) => ({ score, actual: actual[i]! }));
      const outcome = confusion(scored.map(({ score, actual: is }) => ({ actual: is, said: score > 0 })));
      return { outcome, auc: auc(scored), precision: averagePrecision(scored) };
    });
    const [ours, floor] = said as [(typeof said)[number], (typeof said)[number]];
    const floorName = "logistic regression on its columns";
    return [
      {
        task: "shill bidders, cross-validated by auction, trained on the set itself",
        n: rows.length,
        precision: ours.outcome.precision,
        recall: ours.outcome.recall,
        f1: ours.outcome.f1,
        auc: ours.auc,
        bar: { of: "f1", value: floor.outcome.f1 },
        floor: { name: floorName, value: floor.outcome.f1 },
      },
      {
        task: "the same, average precision",
        n: rows.length,
        other: { name: "average precision", value: ours.precision },
        bar: { of: "other", value: floor.precision },
        floor: { name: floorName, value: floor.precision },
      },
    ];
  },
};

/** Many ads of one seller in a day: batches of real ads of one category, some with one ad of another hidden among them. */
import type { HistoryValues } from "@assay/contract";
import type { Evaluation } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { inputOf, signalOf } from "../screen.ts";
import { randomFrom } from "../train/random.ts";

interface Ad {
  title: string;
  text: string;
  price: number | null;
  category: string;
}

const batches = 400;
const size = 12;

/** Whether each ad of a batch would be found when it comes last; the seller is new, and its peers put up three a day at most. */
function found(batch: readonly Ad[]): boolean[] {
  return batch.map((ad, index) => {
    const ads: HistoryValues["seller_batch"]["ads"] = batch
      .filter((_, other) => other !== index)
      .map(({ title, category, price }, other) => ({
        id: `l${other}`,
        seller: "a1",
        title,
        category,
        currency: "USD",
        ...(price && price > 0 && { amount: price }),
        origin: "",
        pictures: 0,
        outcome: "approve",
        age_hours: other / 4,
      }));
    const seller_batch: HistoryValues["seller_batch"] = {
      habit: { days: 0, most: 0, mean: 0 },
      peers: { sellers: 100, p50: 1, p95: 2, p99: 3 },
      ads,
    };
    const price = ad.price && ad.price > 0 ? { price: { amount: ad.price, currency: "USD" } } : {};
    const data = { title: ad.title, description: ad.text, category: ad.category, ...price };
    return signalOf("listing_burst", inputOf("listing", data, { seller_batch })).state === "found";
  });
}

export const evaluation: Evaluation = {
  set: "craigslist_listings",
  part: "listings",
  title: "One ad among many of a day",
  source: `stanfordnlp/cocoa (GitHub); ${batches} batches of ${size} ads of each kind are drawn here from a fixed seed. No sellers, no picture origins: category, price and words only; the weights were set on these batches, and what is hidden always differs from the rest in category.`,
  run(data) {
    const ads = data.rows<Ad>();
    const byCategory = Map.groupBy(ads, ({ category }) => category);
    const categories = [...byCategory.keys()].sort();
    const random = randomFrom(5);
    const any = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const draw = (from: readonly Ad[]) => Array.from({ length: size }, () => any(from));
    const dealers = Array.from({ length: batches }, () => draw(byCategory.get(any(categories))!));
    const cellars = Array.from({ length: batches }, () => draw(ads));
    const hidden = dealers.map((batch) => {
      const other = any(categories.filter((category) => category !== batch[0]!.category));
      return [any(byCategory.get(other)!), ...batch.slice(1)];
    });
    const share = (all: readonly boolean[]) => all.filter(Boolean).length / all.length;
    const benign = (all: readonly boolean[]) => perThousand(all.filter(Boolean).length, all.length);
    const judged = hidden.map(found);
    const odd = judged.map(([first]) => first!);
    const rest = judged.flatMap(([, ...others]) => others);
    const hits = odd.filter(Boolean).length;
    const wrong = rest.filter(Boolean).length;
    return [
      {
        task: "the hidden ad of another category found; the others of its batch count as wrong",
        n: batches,
        recall: share(odd),
        precision: hits / (hits + wrong),
      },
      { task: "honest neighbours of a hidden ad", n: rest.length, benign: benign(rest) },
      { task: "a dealer's ads, all of one category", n: batches * size, benign: benign(dealers.flatMap(found)) },
      { task: "a cellar emptied, of all categories", n: batches * size, benign: benign(cellars.flatMap(found)) },
    ];
  },
};

import type { Evaluation } from "../evaluation.ts";
import { judgePrices, type PricedAd } from "../prices.ts";

interface Ad {
  id: string;
  title: string;
  text: string;
  price: number;
  category: string;
  attrs: Record<string, string>;
  condition: string;
  dup_group: string;
}

const grades: Record<string, string> = {
  new: "new",
  "like new": "like_new",
  excellent: "like_new",
  good: "good",
  fair: "fair",
  salvage: "for_parts",
};

function adOf(ad: Ad): PricedAd {
  const { id, title, text: description, category, price: amount, dup_group: group } = ad;
  const condition = grades[ad.condition] ?? grades[ad.attrs.condition ?? ""];
  return { id, group, title, description, category, ...(condition && { condition }), amount };
}

export const evaluation: Evaluation = {
  set: "craigslist_listings",
  part: "listings",
  title: "Prices of classified ads",
  source: "stanfordnlp/cocoa (GitHub), MIT for the repository; Craigslist, San Francisco Bay, 2017.",
  run(data) {
    // One euro is what the detector says it is: no price. It is left out on both sides.
    const ads = data
      .rows<Ad>()
      .map(adOf)
      .filter(({ amount }) => amount > 1);
    const categories = [...new Set(ads.map(({ category }) => category))].sort();
    return categories.flatMap((category) =>
      judgePrices(
        category,
        ads.filter((ad) => ad.category === category),
      ),
    );
  },
};

/** A price against comparable listings. The reading of the words is `words.ts`, the market is `market.ts`. */
import { type Evidence, type HistoryValues, type Price, priceSchema } from "@assay/contract";
import { clear, defineDetector, type Finding } from "../detector.ts";
import { describe } from "../market/describe.ts";
import { densityAt, type Expectation, expectedPrice, type Priced, quantileAt, z95 } from "../market/expected.ts";
import { type PriceWords, priceWords } from "../market/words.ts";

/** With fewer comparables the band is a guess. */
const enough = 20;
/** Found beyond these quantiles: about one honest ad in a hundred each way. An excuse doubles the lower one. */
const low = 0.01;
const high = 0.995;
/** Share of prices that are wrong or bait, before the price was looked at. */
const prior = 0.02;
/** Wrong prices lie anywhere within fifty times the right one. */
const wrongDensity = 1 / (2 * Math.log(50));

export const priceOutlier = defineDetector({
  id: "price_outlier",
  version: 2,
  title: "Price far from the market",
  summary: "Compares the price with those of comparable listings: category, brand, words of the title, condition, age.",
  subjects: ["listing"],
  history: ["comparable_prices"],
  measurements: [],
  cost: "micro",
  kinds: {
    too_low: "Lower than nearly all comparable prices",
    too_high: "Higher than nearly all comparable prices",
    defect: "A defect that is named explains a low price",
    part_only: "It is a part or an accessory only, which explains a low price",
    excuse: "Haste, stock or a small damage given as the reason of a low price",
    other_price: "The text names another price that is meant",
    giveaway: "Given away: not a price",
    swap: "A swap: not a price",
    per_period: "By the day, week or month: not a price of the thing",
  },
  values: {
    quantile: {
      type: "double",
      title: "Share of such things that cost this or less, 0 to 1; absent where a defect explains it",
    },
    ratio: { type: "double", title: "Price over the expected price" },
    reading: {
      type: "string",
      title: "price, placeholder, giveaway, swap, per_period, other_price; explained where a defect explains it",
    },
  },
  detect({ subject, history: { comparable_prices: known } }) {
    const price = priceSchema.safeParse(subject.data.price);
    if (!price.success) return clear();
    const stated = notAPrice(price.data);
    if (stated) return clear(0, { values: { reading: stated } });
    const { amount } = price.data;
    const comparables = fewOfEach(known.filter((other) => other.id !== subject.id && !isPlaceholder(other.amount)));
    const n = comparables.length;
    const expected = n < enough ? undefined : expectedPrice(describe(subject), comparables);
    if (!expected) return clear(0, { thin: true, n });

    const z = (Math.log(amount) - expected.mean) / expected.scale;
    const words = z < -1 ? priceWords(subject, amount) : {};
    if (words.noPrice) {
      return clear(0, { n, values: { reading: words.noPrice.kind }, evidence: [words.noPrice] });
    }
    return judge(amount, z, n, words, expected, evidenceOf(subject.data, amount, z, comparables, expected));
  },
});

/** At most so many of one seller: nobody makes the market alone. The closest come first. */
const ofOneSeller = 5;

function fewOfEach(known: HistoryValues["comparable_prices"]): HistoryValues["comparable_prices"] {
  const counts = new Map<string, number>();
  return known.filter(({ seller }) => {
    const n = (counts.get(seller) ?? 0) + 1;
    counts.set(seller, n);
    return n <= ofOneSeller;
  });
}

function judge(
  amount: number,
  z: number,
  n: number,
  words: PriceWords,
  expected: Expectation,
  band: Evidence,
): Finding {
  const quantile = quantileAt(z);
  const { explained, excuse } = words;
  const odds = prior * (excuse && z < 0 ? 2.5 : 1);
  // What is broken may cost anything less.
  const honest = densityAt(z) / expected.scale;
  const honestHere = explained ? (honest + 2 * wrongDensity) / 2 : honest;
  // Near the middle neither says anything of being far off.
  const score = Math.abs(z) < 1 ? 0 : (odds * wrongDensity) / (odds * wrongDensity + (1 - odds) * honestHere);
  const tooLow = quantile < (excuse ? 2 * low : low) && !explained;
  const tooHigh = quantile > high;
  const evidence = [band, ...(explained ? [explained] : []), ...(excuse ? [excuse] : [])];
  return {
    state: tooLow || tooHigh ? "found" : "clear",
    score,
    scores: { too_low: z < 0 ? score : 0, too_high: z > 0 ? score : 0 },
    // A rule on the quantile is not to match what is honestly broken; the evidence shows it all the same.
    values: explained
      ? { reading: "explained" }
      : { quantile, ratio: amount / Math.exp(expected.mean), reading: "price" },
    n,
    evidence,
  };
}

function evidenceOf(
  data: Readonly<Record<string, unknown>>,
  amount: number,
  z: number,
  comparables: readonly (Priced & { id: string })[],
  { mean, scale, closest }: Expectation,
): Evidence {
  const { currency } = data.price as Price;
  const category = text(data.category);
  return {
    type: "distribution",
    value: amount,
    quantile: quantileAt(z),
    band: { p5: rounded(mean - z95 * scale), p50: rounded(mean), p95: rounded(mean + z95 * scale) },
    n: comparables.length,
    ...(currency && { unit: currency }),
    ...(category && { group: category }),
    examples: closest.slice(0, 5).map((i) => {
      const { id, title, amount: value } = comparables[i]!;
      return { id, title: title.slice(0, 200), value };
    }),
  };
}

function notAPrice({ amount, type }: Price): string | undefined {
  if (type === "free") return "giveaway";
  if (type === "swap") return "swap";
  if (type === "per_day" || type === "per_month") return "per_period";
  return isPlaceholder(amount) ? "placeholder" : undefined;
}

/** What people type where a price is asked and they want to give none: 1, 123, 1111, 99999, 123456. */
function isPlaceholder(amount: number): boolean {
  return amount <= 1 || (/^(?:1234?5?6?7?8?9?0?|1{3,}|9{5,}|(?:0|1)\.\d+)$/.test(String(amount)) && amount !== 12);
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Back from logarithms, to three digits. */
const rounded = (log: number) => Number(Math.exp(log).toPrecision(3));

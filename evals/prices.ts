/**
 * Prices as a marketplace would have them judged: each ad against those of the others that the server would hand the detector, by the
 * very fold of `comparable_prices` that the database's read is held to. (Before: 200 drawn at random, which no server reads.)
 */
import type { Evidence, HistoryValues } from "@assay/contract";
import { accept, history, type Intake } from "@assay/server";
import type { Row } from "./evaluation.ts";
import { perThousand } from "./measure.ts";
import { inputOf, noPictures, signalOf } from "./screen.ts";

export interface PricedAd {
  id: string;
  /** The same ad posted again shares it; it is not compared with itself. */
  group: string;
  /** Not an honest price to begin with: it is neither judged as one nor counted among the honest. */
  mistake?: boolean;
  title: string;
  description?: string;
  category: string;
  brand?: string;
  condition?: string;
  amount: number;
}

/** Share of honest ads that the threshold for injected errors may hit. */
const falseAlarms = 0.01;
const errors = [
  { name: "half the price", factor: 0.5 },
  { name: "a tenth of the price", factor: 0.1 },
  { name: "ten times the price", factor: 10 },
];

/** Figures for one category: the error of the expected price, injected errors found, and honest ads hit at the shipped operating point. */
export function judgePrices(name: string, ads: readonly PricedAd[], seed = 1): Row[] {
  const next = random(seed);
  const known = market(ads);
  const logs = ads.map(({ amount }) => Math.log(amount));
  const centre = median(logs);
  const spread = 1.4826 * median(logs.map((log) => Math.abs(log - centre))) || 0.1;
  const judged = ads
    .filter(({ mistake }) => !mistake)
    .map((ad) => {
      const pool = known(ad);
      return { ad, pool, expected: expectedPrice(ad, pool), centre, spread };
    });
  const shares = (expected: (one: (typeof judged)[number]) => number) =>
    median(judged.map((one) => Math.abs(expected(one) / one.ad.amount - 1)));
  const ours = shares((one) => one.expected);
  const floor = shares((one) => Math.exp(one.centre));
  const rows: Row[] = [
    {
      task: `${name}: median error of the expected price, as a share of the price asked`,
      n: judged.length,
      other: { name: "error", value: ours },
      floor: { name: "median of the category", value: floor },
    },
  ];

  const quantile = (ad: PricedAd, pool: Pool, amount: number) => signal(ad, pool, amount).quantile;
  const honest = judged.map(({ ad, pool }) => signal(ad, pool, ad.amount));
  const honestFloor = judged.map(({ ad, centre, spread }) => (Math.log(ad.amount) - centre) / spread);
  for (const { name: error, factor } of errors) {
    const sign = factor < 1 ? 1 : -1;
    const limit = quantileOf(
      honest.map((one) => sign * one.quantile),
      falseAlarms,
    );
    const floorLimit = quantileOf(
      honestFloor.map((z) => sign * z),
      falseAlarms,
    );
    const found = judged.filter(({ ad, pool }) => sign * quantile(ad, pool, ad.amount * factor) < limit).length;
    const foundByFloor = honestFloor.filter((z, i) => sign * (z + Math.log(factor) / judged[i]!.spread) < floorLimit);
    rows.push({
      task: `${name}: ${error} found, at 1 % false alarms`,
      n: judged.length,
      recall: found / judged.length,
      floor: { name: "spread of the category", value: foundByFloor.length / judged.length },
    });
  }
  rows.push(calibration(name, judged, honest, next));
  rows.push({
    task: `${name}: honest ads found to be outliers at the shipped operating point`,
    n: judged.length,
    benign: perThousand(honest.filter((one) => one.found).length, judged.length),
  });
  return rows;
}

/** What scores over a half are worth where 2 % of prices are wrong by any factor up to fifty: the share that is wrong, and the mean score. */
function calibration(
  name: string,
  judged: readonly { ad: PricedAd; pool: Pool }[],
  honest: readonly { score: number }[],
  next: () => number,
): Row {
  const wrong = judged.map(({ ad, pool }) => signal(ad, pool, ad.amount * 50 ** (2 * next() - 1)));
  const sure = [
    ...honest.map(({ score }) => ({ score, weight: 0.98, actual: 0 })),
    ...wrong.map(({ score }) => ({ score, weight: 0.02, actual: 1 })),
  ].filter(({ score }) => score > 0.5);
  const total = sure.reduce((sum, { weight }) => sum + weight, 0);
  const share = sure.reduce((sum, { weight, actual }) => sum + weight * actual, 0) / total;
  const mean = sure.reduce((sum, { weight, score }) => sum + weight * score, 0) / total;
  const caught = wrong.filter(({ score }) => score > 0.5).length / wrong.length;
  return {
    task: `${name}: wrong among those scored over 0.5, where 2 % are wrong by any factor up to fifty`,
    n: judged.length,
    precision: share,
    recall: caught,
    other: { name: "mean score", value: mean },
  };
}

function signal(ad: PricedAd, pool: Pool, amount: number): { quantile: number; score: number; found: boolean } {
  const { state, score = 0, values } = screened(ad, pool, amount);
  // What the detector takes for no price is neither low nor high.
  return { quantile: typeof values?.quantile === "number" ? values.quantile : 0.5, score, found: state === "found" };
}

function expectedPrice(ad: PricedAd, pool: Pool): number {
  // Asked with a high price, for which no words are read: the expectation does not depend on it.
  const band = screened(ad, pool, 800_000).evidence.find(
    (one): one is Extract<Evidence, { type: "distribution" }> => one.type === "distribution",
  );
  if (!band) throw new Error(`no band for ${ad.title}`);
  return band.band.p50;
}

type Pool = HistoryValues["comparable_prices"];

function screened(ad: PricedAd, pool: Pool, amount: number) {
  return signalOf(
    "price_outlier",
    inputOf("listing", { ...dataOf(ad), price: { amount, currency: "EUR" } }, { comparable_prices: pool }),
  );
}

function dataOf({
  id,
  title,
  description = "",
  category,
  brand,
  condition,
  amount,
}: PricedAd): Record<string, unknown> {
  const price = { amount, currency: "EUR" };
  return {
    id,
    seller: id,
    title,
    description,
    category,
    ...(brand && { brand }),
    ...(condition && { condition }),
    price,
  };
}

/** All ads approved, an hour apart in the order of the set; each is then compared with the others as if it came last. */
function market(ads: readonly PricedAd[]): (ad: PricedAd) => Pool {
  const fold = history.comparable_prices.fold!;
  const state = fold.start() as Map<string, unknown>;
  const start = Date.parse("2026-01-01T00:00:00Z");
  const intakeOf = (ad: PricedAd, hour: number): Intake =>
    accept(
      { id: ad.id, type: "listing.created", time: new Date(start + hour * 3_600_000).toISOString(), data: dataOf(ad) },
      "eval",
      "live",
      Number.MAX_SAFE_INTEGER,
    );
  for (const [hour, ad] of ads.entries())
    fold.add(state, { intake: intakeOf(ad, hour), outcome: "approve", signals: [] });
  const groups = Map.groupBy(ads, ({ group }) => group);
  return (ad) => {
    const own = groups.get(ad.group)!.map(({ id }) => [id, state.get(id)] as const);
    for (const [id] of own) state.delete(id);
    const pool = fold.read(state, intakeOf(ad, ads.length), noPictures) as Pool;
    for (const [id, one] of own) if (one) state.set(id, one);
    return pool;
  };
}

function median(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

function quantileOf(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
}

/** A linear congruential generator (Numerical Recipes): the same draw in every run. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

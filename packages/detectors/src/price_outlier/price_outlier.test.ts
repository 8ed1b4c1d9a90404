import type { HistoryValues } from "@assay/contract";
import { describe, expect, it } from "vitest";
import { type DetectorInput, runDetector } from "../detector.ts";
import { expectedPrice, median, quantileAt, z95 } from "../market/expected.ts";
import { priceWords } from "../market/words.ts";
import { priceOutlier } from "./price_outlier.ts";

type Comparable = HistoryValues["comparable_prices"][number];

/** Prices spread evenly in logarithms around `centre`, by a factor of `spread` each way. */
function market(title: string, centre: number, n: number, spread = 1.25, more: Partial<Comparable> = {}): Comparable[] {
  return Array.from({ length: n }, (_, i) => ({
    id: `${title}-${i}`,
    seller: `s${i}`,
    title,
    amount: Math.round(centre * spread ** ((2 * i) / (n - 1) - 1)),
    age_days: i,
    ...more,
  }));
}

function signalOf(data: Record<string, unknown>, comparable_prices: Comparable[]) {
  const subject = { kind: "listing" as const, id: "l1", owner: "a1", data: { id: "l1", seller: "a1", ...data } };
  const input = { subject, eventType: "listing.created", at: 0, history: { comparable_prices }, measurements: {} };
  return runDetector(priceOutlier, input as unknown as DetectorInput);
}

const eur = (amount: number, type?: string) => ({ price: { amount, currency: "EUR", ...(type && { type }) } });

describe("the expected price", () => {
  it("is the category's where nothing is alike", () => {
    const expected = expectedPrice({ title: "quince" }, market("pear", 50, 40))!;
    expect(Math.exp(expected.mean)).toBeCloseTo(50, -1);
  });

  it("moves to those that are alike as there are more of them", () => {
    const means = [0, 2, 6, 20].map((n) => {
      const fine = n ? market("gravel bike", 1600, Math.max(n, 2)).slice(0, n) : [];
      return Math.exp(expectedPrice({ title: "gravel bike" }, [...market("child bike", 80, 60), ...fine])!.mean);
    });
    expect(means).toEqual(means.toSorted((a, b) => a - b));
    expect(means[0]).toBeLessThan(120);
    expect(means[3]).toBeGreaterThan(800);
  });

  it("is not moved far by one absurd price", () => {
    const sane = market("desk", 100, 30);
    const with1 = expectedPrice({ title: "desk" }, [...sane, { title: "desk", amount: 9_000_000, age_days: 0 }])!;
    expect(Math.exp(with1.mean)).toBeLessThan(125);
  });

  it("comes with a wider band where prices are spread wider", () => {
    const [narrow, wide] = [1.2, 4].map(
      (spread) => expectedPrice({ title: "rug" }, market("rug", 90, 40, spread))!.scale,
    );
    expect(wide).toBeGreaterThan(2 * narrow!);
  });

  it("reads years, memory and conditions as what they are", () => {
    const cars = [2004, 2008, 2012, 2016, 2020].flatMap((year, i) => market(`hatchback ${year}`, 1000 * 2 ** i, 12));
    const at = (title: string) => Math.exp(expectedPrice({ title }, cars)!.mean);
    expect(at("hatchback 2005")).toBeLessThan(at("hatchback 2011"));
    expect(at("hatchback 2011")).toBeLessThan(at("hatchback 2019"));
    const used = [
      ...market("lamp", 20, 20, 1.2, { condition: "fair" }),
      ...market("lamp", 80, 20, 1.2, { condition: "new" }),
    ];
    const lamp = (condition: string) => Math.exp(expectedPrice({ title: "lamp", condition }, used)!.mean);
    expect(lamp("new")).toBeGreaterThan(1.5 * lamp("fair"));
  });
});

it("the t distribution is Student's with 4 degrees of freedom", () => {
  expect(quantileAt(0)).toBe(0.5);
  expect(quantileAt(z95)).toBeCloseTo(0.95, 4);
  expect(quantileAt(-2.7764)).toBeCloseTo(0.025, 4);
  expect(median(Float64Array.of(3, 1, 2))).toBe(2);
  expect(median(Float64Array.of(4, 1, 2, 3))).toBe(2.5);
});

describe("the signal", () => {
  const phones = market("Nokia 8 phone 64 GB", 200, 40);

  it("shows the band, n and the five closest", () => {
    const { evidence, values, n } = signalOf({ title: "Nokia 8 phone", category: "phones", ...eur(20) }, phones);
    expect(n).toBe(40);
    expect(values?.ratio).toBeCloseTo(0.1, 1);
    const [band] = evidence;
    if (band?.type !== "distribution") throw new Error("no distribution");
    expect(band).toMatchObject({ value: 20, n: 40, unit: "EUR", group: "phones" });
    expect(band.examples).toHaveLength(5);
    expect(band.band.p5).toBeLessThan(band.band.p50);
    expect(band.band.p50).toBeLessThan(band.band.p95);
    expect(band.quantile).toBe(values?.quantile);
  });

  it("falls with the price and rises above it", () => {
    const quantiles = [10, 60, 120, 200, 340, 900].map((amount) => {
      return Number(signalOf({ title: "Nokia 8 phone", ...eur(amount) }, phones).values?.quantile);
    });
    expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
  });

  it("says thin, and no quantile, under twenty comparables", () => {
    const signal = signalOf({ title: "Nokia 8 phone", ...eur(2) }, phones.slice(0, 19));
    expect(signal).toEqual({
      detector: "price_outlier",
      version: 2,
      state: "clear",
      score: 0,
      thin: true,
      n: 19,
      evidence: [],
    });
  });

  it("compares neither with itself nor with placeholders", () => {
    const others = [...phones.slice(0, 19), { ...phones[0]!, id: "l1" }, { ...phones[0]!, id: "x", amount: 1 }];
    expect(signalOf({ title: "Nokia 8 phone", ...eur(20) }, others)).toMatchObject({ thin: true, n: 19 });
  });

  it.each([0, 0.01, 1, 123, 1234, 12345, 123456, 1234567, 1111, 99999, 999999])(
    "takes %d for a placeholder",
    (amount) => {
      const signal = signalOf({ title: "Nokia 8 phone", ...eur(amount) }, phones);
      expect(signal).toMatchObject({ state: "clear", values: { reading: "placeholder" } });
    },
  );

  it.each([2, 12, 99, 999, 1299])("takes %d for a price", (amount) => {
    expect(signalOf({ title: "Nokia 8 phone", ...eur(amount) }, phones).values?.reading).toBe("price");
  });
});

describe("the words", () => {
  const read = (title: string, description = "") => {
    const words = priceWords({ kind: "listing", id: "l1", owner: "a1", data: { title, description } }, 100);
    return { noPrice: words.noPrice?.kind, explained: words.explained?.kind, excuse: words.excuse?.kind };
  };

  it.each([
    ["Laptop", "The screen is cracked in one corner. Cracked screen otherwise fine."],
    ["Ordinateur portable en panne", ""],
    ["Notebook", "Defekt, für Bastler."],
    ["Portátil para piezas", ""],
    ["Portatile", "Non si accende, da riparare."],
  ])("know a defect: %s %s", (title, description) => expect(read(title, description).explained).toBe("defect"));

  it.each(["No cracks, not damaged, never repaired", "Aucun défaut, écran jamais cassé", "Ohne Wasserschaden"])(
    "know that it is denied: %s",
    (description) => expect(read("Laptop", description).explained).toBeUndefined(),
  );

  it.each([
    ["Laptop", "Must go today", "excuse"],
    ["Laptop", "Vente rapide cause déménagement", "excuse"],
    ["Laptop", "Muss schnell weg", "excuse"],
    ["Laptop", "Liquidación por mudanza", "excuse"],
    ["Laptop", "Svendo causa trasloco", "excuse"],
  ])("know an excuse: %s %s", (title, description, kind) => expect(read(title, description).excuse).toBe(kind));

  it.each([
    ["Canapé à donner", "giveaway"],
    ["Sofa zu verschenken", "giveaway"],
    ["Guitar, swap only", "swap"],
    ["Échange uniquement contre VTT", "swap"],
    ["Garage, 80 per month", "per_period"],
    ["Studio 450 par mois", "per_period"],
  ])("know what is no price: %s", (title, kind) => expect(read(title).noPrice).toBe(kind));
});

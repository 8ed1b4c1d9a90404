import { expect, test } from "vitest";
import { agreement, type Pair } from "./agreement.ts";
import { difference, share, wilson } from "./intervals.ts";
import { random } from "./random.ts";
import { allocate, weightedShare } from "./weighted.ts";

test("Wilson's intervals are those of Newcombe's table I (1998)", () => {
  for (const [r, n, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const [from, to] = wilson(r / n, n);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  }
  expect(share(0, 0)).toEqual({ n: 0, value: null, low: null, high: null });
  expect(share(20, 20).high).toBe(1);
});

test("the difference of two shares is Newcombe's method 10: 56/70 against 48/80 (1998)", () => {
  const { value, low, high } = difference(share(56, 70), share(48, 80));
  expect(value).toBeCloseTo(0.2, 10);
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
  expect(difference(share(0, 0), share(1, 2)).value).toBeNull();
});

const pairs = (table: Record<string, number>): Pair[] =>
  Object.entries(table).flatMap(([cell, n]) => Array.from({ length: n }, () => cell.split(" ") as unknown as Pair));

test("kappa is Cohen's: 20, 5, 10, 15 of 50 give 0.40", () => {
  const { n, raw, kappa } = agreement(pairs({ "yes yes": 20, "yes no": 5, "no yes": 10, "no no": 15 }), ["yes", "no"]);
  expect([n, raw.value]).toEqual([50, 0.7]);
  expect(kappa.value).toBeCloseTo(0.4, 10);
  // The large-sample standard error is 0.126 (Fleiss, Cohen & Everitt 1969): the bootstrap must be about as wide.
  expect(kappa.low!).toBeGreaterThan(0.08);
  expect(kappa.low!).toBeLessThan(0.25);
  expect(kappa.high!).toBeGreaterThan(0.55);
  expect(kappa.high!).toBeLessThan(0.7);
});

test("where nearly everything is of one kind kappa collapses and AC1 does not: Gwet's 118, 5, 2, 0 of 125", () => {
  const { raw, kappa, ac1 } = agreement(pairs({ "+ +": 118, "+ -": 5, "- +": 2 }), ["+", "-"]);
  expect(raw.value).toBeCloseTo(0.944, 10);
  expect(kappa.value).toBeCloseTo(-0.0234, 4);
  expect(ac1.value).toBeCloseTo(0.9408, 4);
  expect(ac1.low!).toBeGreaterThan(0.88);
  expect(ac1.high!).toBeLessThan(0.99);
});

test("agreement is symmetric, 1 for the same answers, undefined for kappa where one thing only was said", () => {
  const mixed = pairs({ "a b": 7, "b a": 3, "a a": 20, "c c": 9, "b c": 2 });
  const turned = mixed.map(([x, y]) => [y, x] as const);
  expect(agreement(turned, ["a", "b", "c"]).kappa.value).toBeCloseTo(
    agreement(mixed, ["a", "b", "c"]).kappa.value!,
    12,
  );
  expect(agreement(turned, ["a", "b", "c"]).ac1.value).toBeCloseTo(agreement(mixed, ["a", "b", "c"]).ac1.value!, 12);
  const one = agreement(pairs({ "a a": 10 }), ["a", "b"]);
  expect([one.raw.value, one.kappa.value, one.ac1.value]).toEqual([1, null, 1]);
  expect(agreement([], ["a", "b"]).ac1).toEqual({ value: null, low: null, high: null });
  expect(() => agreement([["a", "z"]], ["a", "b"])).toThrow(/no category z/);
});

test("the same pairs always give the same interval", () => {
  const mixed = pairs({ "a b": 7, "b a": 3, "a a": 20, "b b": 9 });
  expect(agreement(mixed, ["a", "b"])).toEqual(agreement(mixed, ["a", "b"]));
});

test("a simple random sample of a large population is Wilson's share", () => {
  const items = Array.from({ length: 263 }, (_, i) => ({ stratum: "all", population: 1e9, bad: i < 81 }));
  const { n, value, low, high } = weightedShare(
    items,
    () => true,
    (item) => item.bad,
  );
  expect(n).toBe(263);
  expect(value).toBeCloseTo(81 / 263, 12);
  // s² has n − 1 where Wilson has n: the effective size is 262.
  expect(low).toBeCloseTo(0.2553, 3);
  expect(high).toBeCloseTo(0.3662, 3);
});

test("a stratum counts by its size, not by how many were drawn of it", () => {
  const of = (stratum: string, population: number, n: number, bad: number) =>
    Array.from({ length: n }, (_, i) => ({ stratum, population, bad: i < bad }));
  // 10 % of 900 and 50 % of 100: 14 % of the thousand, though half of the sample is from the small one.
  const items = [...of("large", 900, 50, 5), ...of("small", 100, 50, 25)];
  const { value } = weightedShare(
    items,
    () => true,
    (item) => item.bad,
  );
  expect(value).toBeCloseTo(0.14, 12);
  const all = weightedShare(
    [...of("a", 10, 10, 3)],
    () => true,
    (item) => item.bad,
  );
  expect(all).toEqual({ n: 10, value: 0.3, low: 0.3, high: 0.3 });
});

test("over 400 drawn samples the interval of a recall covers the true one about 95 times in 100", () => {
  const next = random(42);
  // 20,000 approvals with 2 % bad, 1,000 refusals with 90 % bad: the true recall is 900 / 1,300.
  const truth = 900 / 1300;
  let covered = 0;
  let sum = 0;
  for (let round = 0; round < 400; round++) {
    const draw = (stratum: string, population: number, n: number, rate: number) =>
      Array.from({ length: n }, () => ({ stratum, population, bad: next() < rate, stopped: stratum === "refuse" }));
    const items = [...draw("approve", 20_000, 400, 0.02), ...draw("refuse", 1000, 200, 0.9)];
    const { value, low, high } = weightedShare(
      items,
      (item) => item.bad,
      (item) => item.stopped,
    );
    sum += value ?? 0;
    if (low! <= truth && truth <= high!) covered++;
  }
  expect(sum / 400).toBeCloseTo(truth, 1);
  expect(covered).toBeGreaterThan(0.9 * 400);
  expect(covered).toBeLessThanOrEqual(0.995 * 400);
});

test("a sample is spread over strata by the root of their size, and never above it", () => {
  expect(allocate([10_000, 100, 100], 120)).toEqual([100, 10, 10]);
  expect(allocate([3, 0, 50], 1000)).toEqual([3, 0, 50]);
  expect(allocate([5000, 5000, 1], 3)).toEqual([1, 1, 1]);
  expect(allocate([], 10)).toEqual([]);
  expect(allocate([1000, 1000, 1], 3).reduce((a, b) => a + b, 0)).toBe(3);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { reliabilityOf, reportPriority } from "./reliability.ts";

const usual = { all_upheld: 50, all_decided: 100 };

test("a newcomer is believed as much as is usual, and one report hardly changes it", () => {
  expect(reliabilityOf({ upheld: 0, decided: 0, ...usual })).toBeCloseTo(0.5);
  expect(reliabilityOf({ upheld: 1, decided: 1, ...usual })).toBeCloseTo(0.6);
  expect(reliabilityOf({ upheld: 0, decided: 0, all_upheld: 190, all_decided: 200 })).toBeGreaterThan(0.85);
});

test("a long record speaks for itself", () => {
  expect(reliabilityOf({ upheld: 96, decided: 100, ...usual })).toBeGreaterThan(0.9);
  expect(reliabilityOf({ upheld: 2, decided: 100, ...usual })).toBeLessThan(0.05);
});

test("it stays within 0 and 1, and rises with what was right", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), fc.nat(1000), fc.nat(1000), (upheld, wrong, all, rest) => {
      const record = { decided: upheld + wrong, all_upheld: all, all_decided: all + rest };
      const share = reliabilityOf({ ...record, upheld });
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
      if (wrong > 0) expect(reliabilityOf({ ...record, upheld: upheld + 1 })).toBeGreaterThan(share);
    }),
  );
});

test("trusted flaggers go first, danger to people is never put back, and several reports weigh more", () => {
  const poor = { reliability: 0.05, trusted: false };
  expect(reportPriority(30, { reliability: 0.5, trusted: true }, 0)).toBe(90);
  expect(reportPriority(100, poor, 0)).toBe(100);
  expect(reportPriority(60, poor, 0)).toBeLessThan(60);
  expect(reportPriority(60, { reliability: 0.9, trusted: false }, 0)).toBeGreaterThan(60);
  expect(reportPriority(60, poor, 3)).toBe(reportPriority(60, poor, 0) + 15);
  expect(reportPriority(1, poor, 0)).toBeGreaterThanOrEqual(1);
});

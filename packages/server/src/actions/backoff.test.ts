import { expect, test } from "vitest";
import { pauseAfter, pauses } from "./backoff.ts";

test("ten attempts over 75 hours, then no more", () => {
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(75);
  expect(hours).toBeLessThan(76);
  expect(pauseAfter(9, 0)).toBe(24 * 3_600_000);
  expect(pauseAfter(10, 0)).toBeUndefined();
});

test("what failed together is tried again apart, at most a tenth later", () => {
  expect(pauseAfter(1, 0)).toBe(5000);
  expect(pauseAfter(1, 0.5)).toBe(5250);
  expect(pauseAfter(1, 0.9999)).toBe(5500);
});

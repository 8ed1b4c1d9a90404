import { expect, test } from "vitest";
import { overload } from "./overload.ts";

// A short form: times are the bench's. Here: nothing gets lost, what is too much is refused, and it recovers.
test("three times the maximum load is decided or refused, and nothing is lost", async () => {
  const result = await overload(3);
  expect(result.maximum).toBeGreaterThan(0);
  expect(result.lost).toBe(0);
  expect(result.goodput).toBeGreaterThan(0);
}, 120_000);

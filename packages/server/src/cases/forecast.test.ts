import { expect, test } from "vitest";
import { forecast, type Hour } from "./forecast.ts";

const hour = 3_600_000;
const now = Date.parse("2026-11-22T10:30:00Z");
/** So many days of ten arrivals at 8 and five resolved at each of 9 and 10 o'clock UTC. */
const days = (n: number): Hour[] =>
  Array.from({ length: n }, (_, day) => {
    const start = Date.parse("2026-11-23T00:00:00Z") - (day + 1) * 24 * hour;
    return [
      { at: start + 8 * hour, arrived: 10, handled: 0 },
      { at: start + 9 * hour, arrived: 0, handled: 5 },
      { at: start + 10 * hour, arrived: 0, handled: 5 },
    ];
  }).flat();

test("the next day is like the same hours before", () => {
  const { days: n, hours } = forecast(days(5), 3, now);
  expect([n, hours.length]).toEqual([4, 24]);
  expect(new Date(hours[0]!.at).toISOString()).toBe("2026-11-22T11:00:00.000Z");
  const at = (clock: number) => hours.find((each) => new Date(each.at).getUTCHours() === clock)!;
  expect(at(8).arrived).toBeCloseTo(10);
  expect(hours[0]!.backlog).toBe(3);
  expect(at(8).backlog).toBeCloseTo(13);
  expect(at(9).backlog).toBeCloseTo(8);
});

test("nobody resolves more than there is", () => {
  const { hours } = forecast(
    [30, 20].map((ago) => ({ at: Date.parse("2026-11-22T10:00:00Z") - ago * hour, arrived: 0, handled: 50 })),
    2,
    now,
  );
  expect(Math.min(...hours.map((each) => each.backlog))).toBe(0);
});

test("less than a day says nothing", () => {
  expect(forecast([], 5, now)).toEqual({ days: 0, hours: [] });
  expect(forecast([{ at: now - 3 * hour, arrived: 9, handled: 1 }], 5, now).hours).toEqual([]);
});

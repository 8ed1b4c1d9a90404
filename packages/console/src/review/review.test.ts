import type { ReasonCode } from "@assay/contract";
import { expect, test } from "vitest";
import { axis } from "../evidence/axis.ts";
import { niceTop } from "../pages/niceTop.ts";
import { offered } from "./offered.ts";
import { pile } from "./pile.ts";
import { snoozeTimes } from "./snoozeTimes.ts";

const reason = (code: string, fixable: boolean): ReasonCode => ({
  code,
  person: {},
  moderator: {},
  fixable,
  dsa: { category: "c", ground: "g" },
});

test("reasons that fired come first, in the order in which they fired; a fix is asked only for what can be fixed", () => {
  const all = [reason("a", true), reason("b", false), reason("c", true), reason("d", false)];
  const codes = (choice: "refuse" | "request_changes") => offered(all, ["d", "c"], choice).map((each) => each.code);
  expect(codes("refuse")).toEqual(["d", "c", "a", "b"]);
  expect(codes("request_changes")).toEqual(["c", "a"]);
});

test("a pile holds what happened about then, and its top counts what does not fit", () => {
  const at = (minute: number) => ({ at: new Date(minute * 60_000).toISOString() });
  const { dots, tallest } = pile([at(100), at(0), at(1), at(2), { at: "not a date" }], 10, 2);
  expect(dots.map(({ column, row, more }) => [column, row, more])).toEqual([
    [0, 0, 0],
    [0, 1, 1],
    [9, 0, 0],
  ]);
  expect(tallest).toBe(2);
  expect(pile([], 10, 2).dots).toEqual([]);
});

test("snoozing until Monday is never today, and mornings are at nine by the clock on the wall", () => {
  for (let day = 1; day <= 7; day++) {
    const now = new Date(2026, 10, day, 15);
    const monday = snoozeTimes(now).find((time) => time.key === "monday")!.at;
    expect(monday.getDay()).toBe(1);
    expect(monday.getHours()).toBe(9);
    expect(monday.getTime()).toBeGreaterThan(now.getTime());
    expect(monday.getTime() - now.getTime()).toBeLessThanOrEqual(7 * 86_400_000);
  }
});

test("the price axis holds every value, and is logarithmic only where the values lie far apart", () => {
  const linear = axis([100, 200, 300]);
  expect([linear(100), linear(200), linear(300)]).toEqual([4, 50, 96]);
  const wide = axis([1, 10, 100]);
  expect(wide(10)).toBeCloseTo(50);
  expect(axis([5, 5])(5)).toBe(50);
  expect(axis([0, 100])(0)).toBe(4);
});

test("the scale's top is a round number at or above the largest", () => {
  expect([1, 7, 12, 250, 999].map(niceTop)).toEqual([1, 10, 20, 400, 1000]);
});

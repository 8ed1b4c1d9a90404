import { expect, test } from "vitest";
import { z } from "zod";
import { cursorOf, keyOf, keyTime, toPage } from "./page.ts";

const shape = z.tuple([keyTime, z.string()]);

test("a cursor comes back as the key that it was made of", () => {
  const key = ["2026-11-21 10:00:00.123456+00", "é / ? &"];
  expect(cursorOf(key)).toMatch(/^[\w-]+$/);
  expect(keyOf(cursorOf(key), shape)).toEqual(key);
  expect(keyOf(undefined, shape)).toBeUndefined();
});

test.each(["", "!", "bm9uc2Vuc2U", cursorOf([]), cursorOf(["now", "x"]), cursorOf(["2026-11-21", 7])])(
  "a cursor that was never given out is refused: %s",
  (cursor) => {
    expect(() => keyOf(cursor, shape)).toThrow(/cursor/);
  },
);

test("a page says whether there are more, and only then where to go on", () => {
  const page = (rows: number[]) => toPage(rows, 2, (row) => [row], String);
  expect(page([])).toEqual({ data: [], has_more: false });
  expect(page([1, 2])).toEqual({ data: ["1", "2"], has_more: false });
  expect(page([1, 2, 3])).toEqual({ data: ["1", "2"], has_more: true, next_cursor: cursorOf([2]) });
});

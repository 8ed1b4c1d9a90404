import type { Signal } from "@assay/contract";
import { expect, test } from "vitest";
import { findsOf, SpanIndex, textAt } from "./finds.ts";

const signal = (evidence: Signal["evidence"]): Signal => ({ detector: "d", version: 1, state: "found", evidence });

test("spans are found by their place, parts in other subjects by that subject", () => {
  const finds = findsOf([
    signal([
      { type: "span", field: "text", start: 0, end: 4, kind: "phone" },
      { type: "score", label: "x", value: 1 },
      {
        type: "span",
        field: "text",
        start: 5,
        end: 9,
        kind: "phone",
        parts: [
          { field: "text", start: 5, end: 9 },
          { subject: { kind: "message", id: "m1" }, field: "text", start: 1, end: 2 },
          { subject: { kind: "message", id: "m2" }, field: "text", start: 20, end: 22 },
        ],
      },
    ]),
  ]);
  const index = new SpanIndex(finds, { kind: "message", id: "m2" });
  expect(index.at({ field: "text" })).toEqual([
    { key: "d#0", start: 0, end: 4 },
    { key: "d#2", start: 5, end: 9 },
    { key: "d#2", start: 20, end: 22 },
  ]);
  expect(index.at({ field: "text", subject: { kind: "message", id: "m1" } })).toEqual([
    { key: "d#2", start: 1, end: 2 },
  ]);
  expect(index.at({ field: "title" })).toEqual([]);
});

test("textAt follows paths, and only own fields", () => {
  const state = { title: "t", price: { amount: 12 }, pictures: [{ text: "read" }], none: null };
  expect(textAt(state, "title")).toBe("t");
  expect(textAt(state, "price.amount")).toBe("12");
  expect(textAt(state, "pictures[0].text")).toBe("read");
  expect(textAt(state, "pictures[1].text")).toBeUndefined();
  expect(textAt(state, "none.x")).toBeUndefined();
  expect(textAt(state, "constructor.name")).toBeUndefined();
});

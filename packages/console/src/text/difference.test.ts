import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldChanges, pictureChanges, textDifference } from "./difference.ts";
import { sharedSpans } from "./shared.ts";

describe("textDifference", () => {
  test("a changed word is a removal and an addition between what stayed", () => {
    expect(textDifference("a solid oak table for sale", "a solid pine table for sale")).toEqual([
      { kind: "same", text: "a solid ", at: 0 },
      { kind: "removed", text: "oak", at: 8 },
      { kind: "added", text: "pine", at: 8 },
      { kind: "same", text: " table for sale", at: 12 },
    ]);
  });
  test("two texts with little in common are replaced as a whole", () => {
    expect(textDifference("Twenty picture books, kept well", "A phone for sale, kept in its box since May")).toEqual([
      { kind: "removed", text: "Twenty picture books, kept well", at: 0 },
      { kind: "added", text: "A phone for sale, kept in its box since May", at: 0 },
    ]);
  });
  test("nothing and something", () => {
    expect(textDifference("", "")).toEqual([]);
    expect(textDifference("same", "same")).toEqual([{ kind: "same", text: "same", at: 0 }]);
    expect(textDifference("", "new")).toEqual([{ kind: "added", text: "new", at: 0 }]);
  });
  test("the pieces give both texts back", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const pieces = textDifference(before, after);
        const joined = (without: string) =>
          pieces
            .filter((piece) => piece.kind !== without)
            .map((piece) => piece.text)
            .join("");
        expect(joined("added")).toBe(before);
        expect(joined("removed")).toBe(after);
      }),
    );
  });
});

test("fieldChanges names leaves by path, and leaves out pictures and the revision", () => {
  const before = {
    id: "l1",
    revision: 1,
    price: { amount: 12, currency: "EUR" },
    brand: "Ikea",
    pictures: [{ content: "a" }],
  };
  const after = { id: "l1", revision: 2, price: { amount: 120, currency: "EUR" }, model: "X", pictures: [] };
  expect(fieldChanges(before, after)).toEqual([
    { field: "price.amount", before: "12", after: "120" },
    { field: "model", before: undefined, after: "X" },
    { field: "brand", before: "Ikea", after: undefined },
  ]);
});

test("pictureChanges tells by content what stayed, came and went", () => {
  expect(pictureChanges([{ content: "a" }, { content: "b" }, {}], [{ content: "b" }, { content: "c" }, {}])).toEqual([
    { kind: "removed", index: 0 },
    { kind: "removed", index: 2 },
    { kind: "same", index: 0 },
    { kind: "added", index: 1 },
    { kind: "added", index: 2 },
  ]);
});

test("what two texts share is marked in each at its own place, and short runs are no sharing", () => {
  const a = "Steel bicycle, frame 56, rides well. Collection in Nantes.";
  const b = "Quick sale! Steel bicycle, frame 56, rides well. Ring me.";
  const { a: inA, b: inB } = sharedSpans(a, b);
  expect(inA.map(({ start, end }) => a.slice(start, end).trim())).toEqual(["Steel bicycle, frame 56, rides well."]);
  expect(inB.map(({ start, end }) => b.slice(start, end).trim())).toEqual(["Steel bicycle, frame 56, rides well."]);
  expect(sharedSpans("a garden chair", "the blue lamp of my aunt")).toEqual({ a: [], b: [] });
  expect(sharedSpans("", "x")).toEqual({ a: [], b: [] });
});

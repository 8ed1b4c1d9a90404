import type { Vocabulary } from "@assay/contract";
import { expect, test } from "vitest";
import { completionsAt, nameAt } from "./celNames.ts";

const vocabulary = {
  names: [
    { path: "listing.title", type: "string", title: "title of the ad" },
    { path: "listing.price", type: "map", title: "price" },
    { path: "listing.price.amount", type: "number", title: "price amount" },
  ],
  functions: [
    { name: "startsWith", call: "string.startsWith(string): bool", title: "begins with" },
    { name: "size", call: "size(string): number", title: "number of characters" },
  ],
  macros: [{ name: "has", call: "has(e.f)", title: "whether a field is there" }],
} as unknown as Vocabulary;
const labels = (word: string) => completionsAt(word, vocabulary).options.map(({ label }) => label);

test("names and plain functions are offered, methods only after a value that has them", () => {
  expect(labels("lis")).toEqual(["listing.title", "listing.price", "listing.price.amount", "size", "has"]);
  expect(completionsAt("listing.title.st", vocabulary)).toMatchObject({ from: 14, options: [{ label: "startsWith" }] });
  expect(labels("listing.price.")).toContain("listing.price.amount");
  expect(labels("listing.price.amount.")).toEqual([]);
});

test("what is pointed at is named up to the part under the pointer", () => {
  const text = 'size(listing.price.amount) > 3 && listing.title.startsWith("x")';
  expect(nameAt(text, 15, vocabulary)).toMatchObject({ start: 5, end: 18, title: "price" });
  expect(nameAt(text, 22, vocabulary)).toMatchObject({ start: 5, end: 25, title: "price amount" });
  expect(nameAt(text, 1, vocabulary)).toMatchObject({ type: "size(string): number" });
  expect(nameAt(text, text.indexOf("startsWith") + 2, vocabulary)).toMatchObject({ title: "begins with" });
  expect(nameAt(text, text.indexOf("> 3") + 1, vocabulary)).toBeUndefined();
});

import type { ReasonCode, Signal } from "@assay/contract";
import { picturesShownSchema } from "@assay/contract";
import { expect, test } from "vitest";
import { findsOf, SpanIndex } from "../evidence/finds.ts";
import { boxesOf } from "./boxes.ts";
import { pairsOf } from "./pairs.ts";
import { classesOf, classesSeen, classOfReason, shownAs } from "./sensitive.ts";

const signal = (detector: string, evidence: Signal["evidence"], state: Signal["state"] = "found"): Signal => ({
  detector,
  version: 1,
  state,
  evidence,
});
const listing = { kind: "listing", id: "l" };
const drawnOf = (signals: Signal[], index = 0) => {
  const finds = findsOf(signals);
  const read = {
    text: "call me\n06 39 98 01 02",
    parts: [
      { start: 0, end: 7, box: [0.1, 0.1, 0.3, 0.1] as [number, number, number, number] },
      { start: 8, end: 22, box: [0.1, 0.3, 0.5, 0.1] as [number, number, number, number] },
    ],
  };
  return boxesOf(index, read, finds, new SpanIndex(finds, listing));
};

test("a find in the text of a picture stands on the box of its letters; the rest of what was read is outlined only", () => {
  const found = signal("text_contact_details", [
    { type: "span", field: "pictures[0].text", start: 8, end: 22, kind: "phone", value: "+33639980102" },
  ]);
  expect(drawnOf([found]).map(({ finds, text }) => [finds, text])).toEqual([
    [[], "call me"],
    [["text_contact_details#0"], "06 39 98 01 02"],
  ]);
  // What was found in another picture's text is not on this one.
  expect(drawnOf([found], 1).every(({ finds }) => finds.length === 0)).toBe(true);
});

test("a region and a find in the text at the same place are one box; a find over two rows stands on both", () => {
  const region = signal("image_text", [
    { type: "region", picture: 0, box: [0.1, 0.3, 0.5, 0.1], kind: "phone", text: "+33639980102" },
  ]);
  const both = signal("text_scam", [{ type: "span", field: "pictures[0].text", start: 5, end: 12, kind: "call" }]);
  expect(drawnOf([region, both]).map(({ finds }) => finds)).toEqual([["image_text#0", "text_scam#0"], ["text_scam#0"]]);
});

test("a box that leaves the picture is cut at its edge", () => {
  const region = signal("x", [{ type: "region", picture: 0, box: [-0.2, 0.9, 0.4, 0.4], kind: "k" }]);
  const [drawn] = drawnOf([region]);
  expect(drawn!.box.map((part) => Math.round(part * 100) / 100)).toEqual([0, 0.9, 0.2, 0.1]);
});

const reason = (category: string, keywords?: string[]): ReasonCode => ({
  code: "c",
  person: {},
  moderator: {},
  fixable: false,
  dsa: { category, ground: "g", ...(keywords && { keywords }) },
});

test("reasons mean classes by their place in the vocabulary; the keyword says more than the category", () => {
  expect(classOfReason(reason("STATEMENT_CATEGORY_VIOLENCE"))).toBe("violence");
  expect(classOfReason(reason("STATEMENT_CATEGORY_SCAMS_AND_FRAUD"))).toBeUndefined();
  const keywords = ["KEYWORD_OTHER", "KEYWORD_ADULT_SEXUAL_MATERIAL"];
  expect(classOfReason(reason("STATEMENT_CATEGORY_VIOLENCE", keywords))).toBe("nudity");
  expect(classOfReason(undefined)).toBeUndefined();
});

test("pictures that a detector named are veiled, the others of the case are not; a reason that names none veils all", () => {
  const nude = {
    type: "region" as const,
    picture: 1,
    box: [0, 0, 1, 1] as [number, number, number, number],
    kind: "porn",
  };
  const declared = (_: string, kind: string) => (kind === "porn" ? ("nudity" as const) : undefined);
  const seen = classesSeen(findsOf([signal("n", [nude])]), declared);
  expect([0, 1, undefined].map((index) => classesOf(index, seen, ["nudity"]))).toEqual([[], ["nudity"], []]);
  expect([0, 1, undefined].map((index) => classesOf(index, seen, ["violence"]))).toEqual([
    ["violence"],
    ["nudity", "violence"],
    ["violence"],
  ]);
  // Below the operating point nothing is veiled.
  expect(classesSeen(findsOf([signal("n", [nude], "clear")]), declared).size).toBe(0);
});

test("a person's choice goes before the marketplace's, except that minors are always blurred", () => {
  const usual = picturesShownSchema.parse({ violence: "show" });
  expect(shownAs([], usual, {})).toEqual({ blur: false, grey: false });
  expect(shownAs(["nudity"], usual, {})).toEqual({ blur: true, grey: false });
  expect(shownAs(["violence"], usual, { violence: "blur_grey" })).toEqual({ blur: true, grey: true });
  expect(shownAs(["nudity"], usual, { nudity: "show" })).toEqual({ blur: false, grey: false });
  expect(shownAs(["minors"], usual, { minors: "show" })).toEqual({ blur: true, grey: false });
  expect(shownAs([], usual, { other: "blur" })).toEqual({ blur: true, grey: false });
  // Of several classes the strictest counts.
  expect(shownAs(["nudity", "gore"], usual, { nudity: "show" })).toEqual({ blur: true, grey: true });
});

test("pictures of two ads are paired by what a detector says they share, then by being the same file", () => {
  const pictures = (...contents: string[]) => ({ pictures: contents.map((content) => ({ content, pending: false })) });
  const found = findsOf([
    signal("image_reused", [
      {
        type: "subject",
        subject: { kind: "listing", id: "o" },
        similarity: 1,
        shared: [],
        pictures: [
          {
            picture: 1,
            box: [0, 0, 0.5, 1],
            how: "part",
            other_content: "x",
            other_picture: 0,
            other_box: [0, 0, 1, 1],
          },
          {
            picture: 2,
            box: [0, 0, 1, 1],
            how: "same",
            other_content: "gone",
            other_picture: 5,
            other_box: [0, 0, 1, 1],
          },
        ],
      },
    ]),
  ]);
  // The other ad has put a picture before: what is shared is found by what it is.
  const pairs = pairsOf(pictures("a", "b", "c"), pictures("new", "x", "a"), found);
  expect(pairs.map(({ ours, theirs, box }) => [ours, theirs, box[2]])).toEqual([
    [0, 2, 1],
    [1, 1, 0.5],
  ]);
});

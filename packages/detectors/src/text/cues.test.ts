import { describe, expect, it } from "vitest";
import { compileCues, logistic, overlap, sentenceOf, wordsBetween } from "./cues.ts";
import { viewOf } from "./index.ts";

const reader = compileCues({
  pay: { en: ["pay (me|us|)"], fr: ["payez( moi|)"] },
  amount: { any: ["# (euros|dollars)"] },
});
const read = (text: string) => {
  const view = viewOf("text", text);
  return { view, hits: reader.read(view) };
};

describe("cues", () => {
  it("names the cue, in reading order, with the longest of what overlaps", () => {
    const { view, hits } = read("Please pay me 50 euros");
    expect(hits.map(({ cue, start, end }) => [cue, view.plain.slice(start, end)])).toEqual([
      ["pay", "pay me"],
      ["amount", "50 euros"],
    ]);
  });

  it("reads # as any word that begins with a digit", () => {
    expect(read("1200 euros").hits).toHaveLength(1);
    expect(read("many euros").hits).toHaveLength(0);
  });

  it("counts the words between two cues, and knows sentences", () => {
    const { view, hits } = read("Pay now, it is 50 euros. Then pay us.");
    expect(wordsBetween(hits[0]!, hits[1]!)).toBe(3);
    expect(overlap(hits[0]!, hits[0]!)).toBe(true);
    const { from, to } = sentenceOf(view, hits[2]!.firstToken);
    expect(view.plain.slice(view.tokens.start[from], view.tokens.end[to - 1])).toBe("then pay us");
  });

  it("turns log-odds into a probability", () => {
    expect(logistic(0)).toBe(0.5);
    expect(logistic(2)).toBeCloseTo(0.881, 3);
  });
});

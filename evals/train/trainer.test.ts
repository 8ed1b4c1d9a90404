import { describe, expect, it } from "vitest";
import { featureBits, featuresOf, idsOfNumber } from "../../packages/detectors/src/text/model/features.ts";
import {
  forWindows,
  readModel,
  scoreText,
  windowWords,
  wordsThatTell,
} from "../../packages/detectors/src/text/model/linear.ts";
import { viewOf } from "../../packages/detectors/src/text/view.ts";
import { prepare, toWeightsFile, train } from "./trainer.ts";

const heads = ["fruit", "metal"];
const row = (text: string, fruit: 0 | 1, metal: 0 | 1) => ({ text, labels: { fruit, metal }, set: "t", group: text });
const rows = [
  row("ripe apples and pears", 1, 0),
  row("a basket of apples", 1, 0),
  row("pears from the garden", 1, 0),
  row("iron bars and copper wire", 0, 1),
  row("a sheet of copper", 0, 1),
  row("iron from the scrapyard", 0, 1),
  row("a sofa from the living room", 0, 0),
  row("wooden table and two chairs", 0, 0),
];
const float = train(prepare(rows, heads), { heads, seed: 3, epochs: 40, rate: 0.3, decay: 1e-4 }, () => true);
const operating = { fruit: { platt: [1, 0], threshold: 0.5 }, metal: { platt: [1, 0], threshold: 0.5 } } as const;
const file = toWeightsFile(float, { command: "test", seed: 3, sets: {} }, operating);
const model = readModel(JSON.parse(JSON.stringify(file)));

describe("a linear model, trained, rounded to 8 bits and read back", () => {
  it("tells what it was taught", () => {
    const found = (text: string) => scoreText(model, viewOf("t", text)).map((head) => head.found);
    expect(found("apples")).toEqual([true, false]);
    expect(found("copper pipes")).toEqual([false, true]);
    expect(found("two chairs")).toEqual([false, false]);
  });

  it("finds one sentence in a long text, and marks the word that tells", () => {
    const filler = "wooden table and two chairs from the living room ".repeat(30);
    const view = viewOf("t", `${filler}COPPER wire ${filler}`);
    const metal = scoreText(model, view)[1];
    const without = scoreText(model, viewOf("t", filler))[1]!;
    expect(metal!.probability).toBeGreaterThan(2 * without.probability);
    const places = wordsThatTell(model, view, metal!).map(({ start, end }) => view.plain.slice(start, end));
    expect(places.join(" ")).toContain("copper");
  });

  it("says the same whatever was read before", () => {
    const text = "ripe apples, copper and a sofa";
    const before = scoreText(model, viewOf("t", text));
    // More words than the lexicon has room for.
    for (let i = 0; i < 20_000; i++) scoreText(model, viewOf("t", `word${i} other${i * 7}`));
    expect(scoreText(model, viewOf("t", text))).toEqual(before);
  });

  it("comes out the same from the same seed", () => {
    const again = train(prepare(rows, heads), { heads, seed: 3, epochs: 40, rate: 0.3, decay: 1e-4 }, () => true);
    expect(toWeightsFile(again, file.trained, operating)).toEqual(file);
  });

  it("refuses weights made for other features, or too many heads", () => {
    expect(() => readModel({ ...file, featureBits: featureBits + 1 })).toThrow(/feature bits/);
    expect(() => readModel({ ...file, heads: Array(5).fill(file.heads[0]) })).toThrow(/heads/);
  });

  it("scores an empty text", () => {
    for (const { probability } of scoreText(model, viewOf("t", ""))) expect(probability).toBeGreaterThan(0);
  });
});

describe("features", () => {
  const idsOf = (text: string) => {
    const { number, ids } = featuresOf(viewOf("t", text));
    return [...[...number].flatMap(idsOfNumber), ...ids].sort((a, b) => a - b);
  };

  it("are the same for every group of people", () => {
    expect(idsOf("I like Muslims")).toEqual(idsOf("I like women"));
    expect(idsOf("les juifs")).toEqual(idsOf("les femmes"));
  });

  it("hold those of the word that a disguise stands for", () => {
    const plain = new Set(idsOf("idiot"));
    const disguised = new Set(idsOf("1di0t"));
    const shared = [...plain].filter((id) => disguised.has(id)).length;
    expect(shared / plain.size).toBeGreaterThan(0.7);
  });

  it("take a row of marks for one", () => {
    expect(featuresOf(viewOf("t", "wow!!!!!!!!!! really")).count).toBe(3);
  });
});

describe("windows", () => {
  it("cover every word, and overlap", () => {
    for (const words of [0, 1, 31, 32, 33, 100, 1000]) {
      const seen = new Set<number>();
      forWindows(words, (from, to) => {
        expect(to - from).toBeLessThanOrEqual(windowWords);
        for (let word = from; word < to; word++) seen.add(word);
      });
      expect(seen.size).toBe(words);
    }
  });
});

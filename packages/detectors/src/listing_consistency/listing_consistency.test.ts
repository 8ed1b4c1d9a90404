import { expect, it } from "vitest";
import { predictCategory } from "../market/category.ts";
import { gtinProblem } from "./gtin.ts";

it.each([
  ["4006381333931", undefined],
  ["4006381333932", "wrong"],
  ["73513537", undefined],
  ["036000291452", undefined],
  ["2000000000008", "internal"],
  ["123", "wrong"],
  ["", undefined],
])("reads the product number %s", (gtin, problem) => expect(gtinProblem(gtin)).toBe(problem));

it("finds every change of one digit", () => {
  const right = "4006381333931";
  for (let i = 0; i < right.length; i++) {
    for (let digit = 0; digit < 10; digit++) {
      const changed = right.slice(0, i) + digit + right.slice(i + 1);
      if (changed !== right) expect(gtinProblem(changed), changed).toBe("wrong");
    }
  }
});

it("weighs words by how much they tell", () => {
  const { categories, n } = predictCategory([
    { word: "sofa", counts: [["furniture", 12]] },
    {
      word: "blue",
      counts: [
        ["clothes", 8],
        ["furniture", 4],
      ],
    },
  ]);
  expect(n).toBe(24);
  expect(categories[0]!.category).toBe("furniture");
  expect(categories.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

import { describe, expect, it } from "vitest";
import { foldOf, joinNearCopies } from "./folds.ts";

describe("folds", () => {
  it("keep a group whole and spread groups evenly", () => {
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 5000; i++) counts[foldOf(`group ${i}`, 5)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
    expect(foldOf("same", 5)).toBe(foldOf("same", 5));
  });

  it("join a template and its misspelt form, and nothing else", () => {
    const texts = ["I hate every one of those people", "I hate evry one of those people", "Blue sofa with two seats"];
    const groups = joinNearCopies(texts, ["a", "b", "c"]);
    expect(groups[0]).toBe(groups[1]);
    expect(groups[2]).toBe("c");
  });

  it("join across chains of copies", () => {
    const base = "this is a rather long sentence about selling a bicycle in town";
    const texts = [base, base.replace("rather ", ""), base.replace("rather ", "").replace("in town", "in the town")];
    expect(new Set(joinNearCopies(texts, ["a", "b", "c"])).size).toBe(1);
  });
});

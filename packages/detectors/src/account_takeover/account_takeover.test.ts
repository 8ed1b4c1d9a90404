import { describe, expect, it } from "vitest";
import { logGamma, numbersChanged, tokensChanged } from "./change.ts";

const repeat = (token: string, n: number) => new Array<string>(n).fill(token);

describe("change", () => {
  it("knows the gamma function", () => {
    for (const [x, value] of [
      [1, 0],
      [5, Math.log(24)],
      [0.5, Math.log(Math.sqrt(Math.PI))],
      [11, Math.log(3628800)],
    ] as const) {
      expect(logGamma(x)).toBeCloseTo(value, 9);
    }
  });

  it("says more the longer the habit was, and the longer what came after", () => {
    const once = tokensChanged(repeat("a", 5), ["b"]);
    expect(once).toBeGreaterThan(0.5);
    expect(tokensChanged(repeat("a", 12), ["b"])).toBeGreaterThan(once);
    expect(tokensChanged(repeat("a", 12), repeat("b", 3))).toBeGreaterThan(tokensChanged(repeat("a", 12), ["b"]));
  });

  it("takes who never does the same for who they are", () => {
    expect(tokensChanged(["a", "b", "c", "d", "e", "f"], ["g"])).toBeLessThan(0.3);
    expect(tokensChanged(repeat("a", 8), repeat("a", 2))).toBeLessThan(0);
  });

  it("weighs numbers by their own spread", () => {
    const narrow = [3, 3.1, 2.9, 3, 3.05, 2.95];
    expect(numbersChanged(narrow, [6.4], 1)).toBeGreaterThan(1);
    expect(numbersChanged([1, 6, 3, 5, 2, 4], [6.4], 1)).toBeLessThan(0.5);
    expect(numbersChanged(narrow, [3.02], 1)).toBeLessThan(0);
    expect(numbersChanged([], [1], 1)).toBe(0);
  });
});

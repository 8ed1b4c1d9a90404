import { expect, test } from "vitest";
import { firstClause } from "./session.ts";

test("a reason's first clause names it, the rest is guidance", () => {
  expect(firstClause("Too good to be true. Look at the band; then decide.")).toEqual([
    "Too good to be true",
    "Look at the band; then decide.",
  ]);
  expect(firstClause("A file is no picture; the evidence says why.")).toEqual([
    "A file is no picture",
    "The evidence says why.",
  ]);
  expect(firstClause("Phone, e-mail or link, plain or hidden.")).toEqual([
    "Phone, e-mail or link, plain or hidden",
    undefined,
  ]);
  expect(firstClause("Prix trop bas : voir le marché")).toEqual(["Prix trop bas", "Voir le marché"]);
  expect(firstClause("")).toEqual(["", undefined]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { idsIn } from "./reporting.ts";

test.each([
  ["https://market.example/ads/l17", "l17"],
  ["https://market.example/fr/annonce/velo-enfant-rouge-8812.html?from=search", "8812"],
  ["https://market.example/item/8812-velo-rouge", "8812"],
  ["https://market.example/view?id=l17&utm_source=x", "l17"],
  ["l17", "l17"],
  ["https://market.example/u/J%C3%A9r%C3%B4me", "Jérôme"],
])("%s names %s", (url, id) => expect(idsIn(url)).toContain(id));

test("any text is looked through, and gives a bounded number of ids that can be stored", () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (url) => {
      const ids = idsIn(url);
      expect(ids.length).toBeLessThanOrEqual(20);
      expect(ids.every((id) => id.length <= 200)).toBe(true);
    }),
  );
  expect(idsIn(`https://x.example/${"a/".repeat(5000)}`).length).toBeLessThanOrEqual(20);
});

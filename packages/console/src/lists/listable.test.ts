import type { Signal } from "@assay/contract";
import { expect, test } from "vitest";
import { findsOf, textAt } from "../evidence/finds.ts";
import { listableFinds, listableText, listFor } from "./listable.ts";

test.each([
  ["  06 39\n98 01 02 ", "phone", "06 39 98 01 02"],
  ["+33 (0)6.39.98.01.02", "phone", "+33 (0)6.39.98.01.02"],
  ["julie@mail.example", "email", "julie@mail.example"],
  ["@julie_m", "handle", "@julie_m"],
  ["https://www.pay.example/now?x=1", "domain", "pay.example"],
  ["pay.example", "domain", "pay.example"],
  ["hydra vape", "phrase", "hydra vape"],
  ["256 GB", "phrase", "256 GB"],
  ["12 500", "phrase", "12 500"],
  ["Ends here. Then", "phrase", "Ends here. Then"],
])("what is selected is taken for what it looks like: %s", (text, kind, value) => {
  expect(listableText(text)).toEqual({ kind, value });
});
test("nothing selected is nothing", () => {
  expect(listableText(" \n ")).toBeUndefined();
});

test("marks give their plain form, words as they are written, each once", () => {
  const data = { description: "Ring o6 39 98, mirror  grade, see www.pay.example/x" };
  const span = (start: number, end: number, kind: string, value?: string) => ({
    type: "span" as const,
    field: "description",
    start,
    end,
    kind,
    ...(value && { value }),
  });
  const signals: Signal[] = [
    {
      detector: "a",
      version: 1,
      state: "found",
      evidence: [span(5, 13, "phone", "+33639980000"), span(34, 51, "link", "www.pay.example/x")],
    },
    {
      detector: "b",
      version: 1,
      state: "found",
      evidence: [
        span(15, 28, "replica", "counterfeit"),
        span(5, 13, "phone", "+33639980000"),
        { type: "score", label: "x", value: 1 },
      ],
    },
  ];
  expect(listableFinds(findsOf(signals), ({ field }) => textAt(data, field))).toEqual([
    { kind: "phone", value: "+33639980000" },
    { kind: "domain", value: "pay.example" },
    { kind: "phrase", value: "mirror grade" },
  ]);
});

test("the fullest list that blocks its kind is suggested, else the usual one", () => {
  const list = (name: string, kind: "phone" | "phrase", entries: number) => ({
    list: name,
    kind,
    entries,
    allow: name.startsWith("allowed_"),
    changed_at: null,
  });
  const lists = [
    list("blocked_phones", "phone", 1),
    list("blocked_mule_phones", "phone", 9),
    list("allowed_phones", "phone", 99),
  ];
  expect(listFor("phone", lists)).toBe("blocked_mule_phones");
  expect(listFor("phrase", lists)).toBe("blocked_words");
  expect(listFor("domain", lists)).toBe("blocked_domains");
});

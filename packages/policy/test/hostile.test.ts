/** Conditions and inputs made to be slow or large. Cost is asserted in steps, which are bounded; `limits.ts` says what a step takes. */
import { describe, expect, it } from "vitest";
import { limits } from "../src/condition/limits.ts";
import { compilePolicies } from "../src/policies.ts";
import { evaluate } from "./evaluate.ts";
import { input, vocabulary } from "./vocabulary.ts";

const words = Array.from({ length: 100_000 }, (_, i) => `w${i}`);
const long = "a".repeat(200_000);
const mixed = "aÉ B".repeat(50_000);

function given(data: Record<string, unknown>, list: readonly string[] = words) {
  const { subject, history } = input();
  return input({
    subject: { ...subject, data: { ...subject.data, ...data } },
    history: { ...history, approved_revision: { at: "", data: { ...data } } },
    lists: { bad_words: list, trusted_sellers: list },
  });
}

const each = (condition: string) => `lists.bad_words.exists(w, ${condition})`;
const sixteen = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]";

const hostile: [string, string, Record<string, unknown>?][] = [
  ["100,000 words in a text of 200,000", each("listing.description.contains(w)"), { description: long }],
  [
    "a needle that nearly fits everywhere",
    each("listing.description.contains(listing.title)"),
    { description: long, title: `${"a".repeat(499)}b${"a".repeat(500)}` },
  ],
  ["a needle as long as a book", "listing.description.contains(listing.title)", { description: long, title: long }],
  ["100,000 times small letters", each("listing.description.lowerAscii() == w"), { description: mixed }],
  ["100,000 times trimmed", each("listing.description.trim() == w"), { description: `${" ".repeat(199_999)}x` }],
  ["100,000 times split", each("listing.description.split('b').size() == 5"), { description: "ab".repeat(9_000) }],
  ["a text split into letters", "listing.description.split('').size() == 5", { description: long }],
  [
    "a text that grows by replacing",
    "listing.description.replace('a', listing.description) == ''",
    { description: "ab".repeat(10_000) },
  ],
  ["a text that grows by adding", "(listing.description + listing.description).size() > 3", { description: long }],
  ["a list that grows by adding", "(lists.bad_words + lists.bad_words).size() > 3"],
  ["a list joined 100,000 times", each("lists.bad_words.join(w) == ''")],
  [
    "long texts compared 100,000 times",
    each("listing.description == history.approved_revision.data.description && w == ''"),
    { description: long },
  ],
  ["time zones from a list", each("event.time.getHours(w) == 3")],
  ["numbers from long texts", each("double(listing.title) == 3"), { title: `${"1".repeat(99)}x` }],
  [
    "catastrophic for a backtracking engine",
    "listing.description.matches('^(a+)+$')",
    { description: `${long.slice(1)}b` },
  ],
  [
    "a pattern that defeats automata",
    each("listing.description.matches('(a|b)*a(a|b){40}[c-f]')"),
    { description: "abba".repeat(400) },
  ],
  [
    "towers of short lists",
    `${sixteen}.exists(a, ${sixteen}.exists(b, ${sixteen}.exists(c, ${sixteen}.exists(d, ${sixteen}.exists(x, a + b + c + d + x == 0)))))`,
  ],
  ["lists of lists of lists", `${sixteen}.map(a, ${sixteen}.map(b, lists.bad_words.map(w, w + w))).size() == 3`],
];

describe("hostile conditions", () => {
  it.each(hostile)("%s is bounded", (_, condition, data) => {
    const { value, steps } = evaluate(condition, given(data ?? {}));
    expect(typeof value === "boolean" || /^(unknown|failure)/.test(String(value))).toBe(true);
    // The last operation may overshoot by what one operation costs at most; `matches` says so before it runs.
    expect(steps).toBeLessThan(limits.steps * 3);
  });

  it("what runs out of steps is unknown, so that nobody passes by being long", () => {
    const { value } = evaluate(each("listing.description.contains(w)"), given({ description: long }));
    expect(value).toBe("unknown: the condition took too many steps");
    expect(evaluate("listing.description.matches('x')", given({ description: long })).value).toBe(false);
    expect(evaluate("listing.description.matches('(x|y)[0-9]{6}')", given({ description: long })).value).toMatch(
      /^unknown/,
    );
  });

  it("many hostile rules together are bounded too, and the rest is for a person", () => {
    const rules = Array.from(
      { length: 1000 },
      (_, i) => `  - id: r${i}
    when: ${each(`listing.description.contains(w + '${i}')`)}
    then: { outcome: refuse, reason: price_bait }`,
    );
    const policies = compilePolicies(
      [{ stage: "listing", version: 1, source: `policy: listing\nrules:\n${rules.join("\n")}\n` }],
      vocabulary,
    );
    const decision = policies.decide(given({ description: long }));
    expect(decision.outcome).toBe("review");
    expect(decision.reasons).toHaveLength(1000);
    expect(new Set(decision.reasons.map(({ code }) => code))).toEqual(new Set(["not_checked"]));
  });

  it("a long list is looked into by index, not by going through it", () => {
    expect(evaluate("account.id in lists.bad_words", given({})).steps).toBe(0);
  });
});

/** The form and CEL: each turns into the other without loss where the form can say it. */
import { type Comparison, type ConditionGroup, conditionGroupSchema } from "@assay/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectors } from "../../detectors/src/index.ts";
import { compileCondition } from "../src/condition/compile.ts";
import { scopeOf } from "../src/condition/scope.ts";
import { Evaluation } from "../src/condition/value.ts";
import { readPolicy } from "../src/diff.ts";
import { normalForm, toCel, toForm } from "../src/form.ts";
import { starterPolicies } from "../src/starter.ts";
import { vocabularyOf } from "../src/vocabulary.ts";
import { input, vocabulary } from "./vocabulary.ts";

const numbers = [
  "listing.price.amount",
  "account.age_days",
  "history.seller_window.listings_24h",
  "signals.price_outlier.quantile",
];
const texts = ["listing.title", "listing.category", "event.type", "signals.image_known.bank"];
const bools = ["signals.price_outlier.found", "account.known", "listing.promoted"];

const number = fc
  .oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((x) => x + 0);
const text = fc.string({ unit: "grapheme", maxLength: 12 });
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    field: fc.constantFrom(...numbers),
    is: fc.constantFrom("is", "is_not", "less", "at_most", "more", "at_least"),
    value: fc.oneof(
      number,
      fc.record({ field: fc.constantFrom(...numbers) }),
      fc.record({ field: fc.constantFrom(...numbers), times: number }),
    ),
  }) as fc.Arbitrary<Comparison>,
  fc.record({
    field: fc.constantFrom(...texts),
    of: fc.constant("size"),
    is: fc.constantFrom("less", "more"),
    value: number,
  }) as fc.Arbitrary<Comparison>,
  fc.record({
    field: fc.constantFrom(...texts),
    is: fc.constantFrom(
      "is",
      "is_not",
      "contains",
      "not_contains",
      "starts_with",
      "not_starts_with",
      "ends_with",
      "not_ends_with",
    ),
    value: text,
  }) as fc.Arbitrary<Comparison>,
  fc.record({
    field: fc.constantFrom(...texts),
    of: fc.constantFrom("lower", "lower_ascii"),
    is: fc.constantFrom("is", "contains", "not_contains"),
    value: text,
  }) as fc.Arbitrary<Comparison>,
  fc.record({
    field: fc.constantFrom(...texts),
    is: fc.constantFrom("matches", "not_matches"),
    value: fc.constantFrom("^a+", "\\bfree\\b", "[0-9]{3}"),
  }) as fc.Arbitrary<Comparison>,
  fc.record({
    field: fc.constantFrom(...texts),
    is: fc.constantFrom("in", "not_in"),
    value: fc.array(text, { maxLength: 4 }),
  }) as fc.Arbitrary<Comparison>,
  fc.record({
    field: fc.constantFrom(...texts),
    is: fc.constantFrom("in_list", "not_in_list"),
    value: fc.constantFrom("trusted_sellers", "bad_words"),
  }) as fc.Arbitrary<Comparison>,
  fc.record({
    field: fc.constantFrom(...bools),
    is: fc.constantFrom("is_true", "is_false"),
  }) as fc.Arbitrary<Comparison>,
  fc.record({
    field: fc.constantFrom("listing.brand", "history.approved_revision"),
    is: fc.constantFrom("is_there", "is_missing"),
  }) as fc.Arbitrary<Comparison>,
);
const { group } = fc.letrec<{ group: ConditionGroup; item: Comparison | ConditionGroup }>((tie) => ({
  item: fc.oneof({ depthSize: "small", withCrossShrink: true }, comparison, tie("group")),
  group: fc.record({
    match: fc.constantFrom("all", "any", "none"),
    items: fc.array(tie("item"), { minLength: 1, maxLength: 4 }),
  }),
}));

const scope = scopeOf("listing", vocabulary);
/** What a condition gives of a few ads. */
function results(cel: string): unknown[] {
  const compiled = compileCondition(cel, scope);
  if (Array.isArray(compiled)) return [cel, ...compiled.map(({ message }) => message)];
  return [
    input(),
    input({ subject: { ...input().subject, data: { id: "l1", title: "", promoted: true } } }),
    input({
      signals: [
        { detector: "price_outlier", version: 1, state: "found", score: 1, evidence: [], values: { quantile: 0.01 } },
      ],
    }),
  ].map((one) => {
    const value = compiled.run(new Evaluation(one));
    return typeof value === "object" ? value?.constructor.name : value;
  });
}

describe("form and CEL", () => {
  it("every form comes back as it was, and means the same", () => {
    fc.assert(
      fc.property(group, (form) => {
        expect(conditionGroupSchema.parse(form)).toEqual(form);
        const cel = toCel(form);
        expect(toForm(cel)).toEqual({ form: normalForm(form) });
        // Written again it is the same text: nothing moves by itself.
        expect(toCel(normalForm(form))).toBe(toCel(toForm(cel).form!));
        expect(results(cel)).toEqual(results(toCel(toForm(cel).form!)));
      }),
      { numRuns: 500 },
    );
  });

  it("every condition of the starter policies that a form can show means the same afterwards", () => {
    const counts = { shown: 0, not: [] as string[] };
    for (const { source } of starterPolicies(detectors)) {
      for (const { id, when } of readPolicy(source)!.rules) {
        const { form, whyNot } = toForm(when);
        if (!form) counts.not.push(`${id}: ${whyNot!.message}`);
        else {
          counts.shown += 1;
          expect(toForm(toCel(form))).toEqual({ form });
          expect(toCel(form).replaceAll(/[\s()]/g, "")).toBe(when.replaceAll(/[\s()]/g, ""));
        }
      }
    }
    expect(counts.not).toEqual([]);
    expect(counts.shown).toBeGreaterThan(90);
  });

  it.each([
    ["lists.bad_words.exists(w, listing.title.contains(w))", "it goes over a list with exists()"],
    ["listing.price.amount > 5 ? account.known : false", "it chooses with ? and :"],
    ["listing.price.amount + 1 > 5", "it calculates"],
    ['listing.pictures[0].url == "x"', "it takes one element by its index"],
    ["math.abs(listing.price.amount) > 5", "it uses the function abs()"],
    ['event.time > timestamp("2026-01-01T00:00:00Z")', "it uses the function timestamp()"],
    ["1 == 1", "it compares two values and no field"],
    ["true", "it holds a value where a field stands"],
    ["listing.title in listing.tags", "what follows `in` is neither a list of values nor a named list"],
    ["listing.category in [listing.brand]", "a list written out holds more than values"],
  ])("%s cannot be shown: %s", (cel, why) => {
    const { whyNot } = toForm(cel);
    expect(whyNot!.message).toBe(`It cannot be shown as a form because ${why}.`);
    expect(whyNot!.end).toBeGreaterThan(whyNot!.start);
  });

  it("a comment is not lost, and a mistake is told", () => {
    expect(toForm("account.known // who").whyNot).toMatchObject({
      message: "It holds a comment, which a form would lose.",
      start: 14,
    });
    expect(toForm('listing.title == "http://x"').form).toBeDefined();
    expect(toForm("account.known &&").whyNot!.message).toBe("It has a mistake: the condition ends too early.");
    expect(toForm("5 <= listing.price.amount").form!.items).toEqual([
      { field: "listing.price.amount", is: "at_least", value: 5 },
    ]);
  });
});

describe("the vocabulary", () => {
  it("names what compiles, every one of it, and says what each is", () => {
    const { names, kinds, functions } = vocabularyOf("contact", { detectors, lists: ["bad_words"], reasons: [] });
    expect(kinds).toEqual(["message", "report"]);
    for (const { path, kinds: ofKinds, operators, title } of names) {
      expect(title.length, path).toBeGreaterThan(1);
      for (const kind of ofKinds) {
        const scoped = scopeOf(kind as "message", { detectors, lists: ["bad_words"], reasons: [] });
        const asked = operators.includes("is_there") ? `has(${path})` : `${path} == ${path}`;
        expect(compileCondition(asked, scoped), `${kind} ${path}`).not.toBeInstanceOf(Array);
      }
    }
    const pathOf = (part: string) => names.find(({ path }) => path === part);
    expect(pathOf("history.sender_window.recipients_24h")).toMatchObject({ group: "aggregate", type: "number" });
    expect(pathOf("signals.text_abuse.scores.threat")!.title).toContain("threat");
    expect(functions.map(({ call }) => call)).toContain("string.contains(string): bool");
  });
});

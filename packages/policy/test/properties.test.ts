/** What holds for every condition and every policy, on random ones. */
import { outcomes, visibilities } from "@assay/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PolicyInput } from "../src/decision.ts";
import { parsePolicy } from "../src/file.ts";
import { compilePolicies } from "../src/policies.ts";
import { evaluate } from "./evaluate.ts";
import { detectors, input, vocabulary } from "./vocabulary.ts";

/** true, false, unknown or failing, whatever the input. */
const leaf: Record<string, string> = {
  true: "listing.price.amount == 120",
  false: "listing.price.amount == 1",
  unknown: "signals.image_file.found",
  failure: "listing.brand == 'x'",
};
const given = input({ pending: ["image_file"] });
const kinds = Object.keys(leaf);
const shape = (condition: string): string => String(evaluate(condition, given).value).split(":")[0]!;

/** Conditions of every type, right and wrong ones. */
const condition = fc.letrec<{ any: string; bool: string; number: string; text: string; list: string }>((tie) => ({
  bool: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(
      "true",
      "false",
      ...Object.values(leaf),
      "listing.promoted",
      "signals.text_abuse.found",
      "has(listing.brand)",
    ),
    fc.tuple(tie("bool"), fc.constantFrom("&&", "||"), tie("bool")).map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie("bool").map((a) => `!(${a})`),
    fc
      .tuple(tie("number"), fc.constantFrom("<", "<=", ">", ">=", "==", "!="), tie("number"))
      .map(([a, op, b]) => `${a} ${op} ${b}`),
    fc.tuple(tie("text"), fc.constantFrom("<", "==", "!="), tie("text")).map(([a, op, b]) => `${a} ${op} ${b}`),
    fc
      .tuple(tie("text"), fc.constantFrom("contains", "startsWith", "endsWith"), tie("text"))
      .map(([a, f, b]) => `${a}.${f}(${b})`),
    fc.tuple(tie("text"), tie("list")).map(([a, b]) => `${a} in ${b}`),
    fc
      .tuple(tie("list"), fc.constantFrom("all", "exists", "exists_one"), tie("text"))
      .map(([l, m, t]) => `${l}.${m}(x, x != ${t})`),
    fc.tuple(tie("text"), fc.constantFrom("a+", "[0-9]{4}", "(x|y)*z")).map(([a, p]) => `${a}.matches("${p}")`),
    fc.tuple(tie("bool"), tie("bool"), tie("bool")).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
  number: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      "0",
      "1",
      "-1.5",
      "1e300",
      "listing.price.amount",
      "account.age_days",
      "signals.price_outlier.quantile",
      "signals.image_file.score",
      "listing.shipping_days",
      "size(listing.title)",
      "event.time.getHours('Europe/Paris')",
    ),
    fc
      .tuple(tie("number"), fc.constantFrom("+", "-", "*", "/", "%"), tie("number"))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie("list").map((l) => `size(${l})`),
    tie("text").map((t) => `double(${t})`),
  ),
  text: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      "''",
      "'é😀'",
      "listing.title",
      "listing.description",
      "listing.brand",
      "account.id",
      "event.type",
      "client.ip",
      "listing.pictures[0].url",
    ),
    fc.tuple(tie("text"), tie("text")).map(([a, b]) => `(${a} + ${b})`),
    tie("text").map((t) => `${t}.lower()`),
    fc.tuple(tie("text"), tie("number")).map(([t, n]) => `${t}.substring(${n})`),
    fc.tuple(tie("list"), tie("number")).map(([l, n]) => `${l}[${n}]`),
    tie("number").map((n) => `string(${n})`),
  ),
  list: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("lists.bad_words", "listing.tags", "['a', 'b']", "[]"),
    fc.tuple(tie("text"), tie("text")).map(([a, b]) => `[${a}, ${b}]`),
    tie("list").map((l) => `${l}.map(x, x + '!')`),
    tie("list").map((l) => `${l}.filter(x, x.size() > 1)`),
    fc.tuple(tie("text"), tie("text")).map(([a, b]) => `${a}.split(${b})`),
  ),
  any: fc.oneof(tie("bool"), tie("number"), tie("text"), tie("list")),
}));

/** Events with whatever fields, of whatever types: what the contract lets through and worse. */
const anyInput: fc.Arbitrary<PolicyInput> = fc
  .record({
    data: fc.dictionary(
      fc.constantFrom(
        "title",
        "description",
        "brand",
        "price",
        "pictures",
        "tags",
        "promoted",
        "shipping_days",
        "__proto__",
      ),
      fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant({ amount: 3, type: "fixed" }), fc.string({ unit: "binary" })),
    ),
    states: fc.array(fc.constantFrom("found", "clear", "unknown"), {
      minLength: detectors.length,
      maxLength: detectors.length,
    }),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    pending: fc.subarray(detectors.map(({ id }) => id)),
    history: fc.constantFrom(
      {},
      { account_profile: { known: false, age_days: 0, listings_total: 0, refusals_90d: 0 } },
    ),
    lists: fc.constantFrom({}, { bad_words: [], trusted_sellers: ["a1"] }),
    client: fc.constantFrom(undefined, {}, { ip: "::1" }),
  })
  .map(({ data, states, score, ...rest }) => ({
    ...input(),
    ...rest,
    subject: { kind: "listing", id: "l1", owner: "a1", data: { id: "l1", seller: "a1", ...data } },
    signals: detectors.map(({ id }, i) => ({
      detector: id,
      version: 1,
      state: states[i]! as "found",
      score,
      evidence: [],
    })),
  })) as fc.Arbitrary<PolicyInput>;

describe("logic of four values", () => {
  it("false absorbs and, true absorbs or; then unknown goes before failure", () => {
    for (const a of kinds) {
      for (const b of kinds) {
        const both = [a, b];
        const and = both.includes("false")
          ? "false"
          : both.includes("unknown")
            ? "unknown"
            : both.includes("failure")
              ? "failure"
              : "true";
        const or = both.includes("true")
          ? "true"
          : both.includes("unknown")
            ? "unknown"
            : both.includes("failure")
              ? "failure"
              : "false";
        expect([a, b, shape(`${leaf[a]} && ${leaf[b]}`)]).toEqual([a, b, and]);
        expect([a, b, shape(`${leaf[a]} || ${leaf[b]}`)]).toEqual([a, b, or]);
      }
    }
  });

  it("a chain of any length and order is as its operands say, and macros are chains", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 12 }),
        fc.boolean(),
        (operands, isAnd) => {
          const absorbing = isAnd ? "false" : "true";
          const expected =
            [absorbing, "unknown", "failure"].find((one) => operands.includes(one)) ?? (isAnd ? "true" : "false");
          const chain = operands.map((one) => leaf[one]).join(isAnd ? " && " : " || ");
          expect(shape(chain)).toBe(expected);
          const cases = operands.map((one) => `'${one}'`).join(", ");
          const test = `x == 'true' ? ${leaf.true} : x == 'false' ? ${leaf.false} : x == 'unknown' ? ${leaf.unknown} : ${leaf.failure}`;
          expect(shape(`[${cases}].${isAnd ? "all" : "exists"}(x, ${test})`)).toBe(expected);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("De Morgan's laws and double negation hold", () => {
    fc.assert(
      fc.property(condition.bool, condition.bool, (a, b) => {
        fc.pre(compiles(a) && compiles(b));
        expect(shape(`!(${a} && ${b})`)).toBe(shape(`!(${a}) || !(${b})`));
        expect(shape(`!!(${a})`)).toBe(shape(`(${a}) && true`));
      }),
      { numRuns: 150 },
    );
  });
});

function compiles(text: string): boolean {
  try {
    evaluate(text, given);
    return true;
  } catch {
    return false;
  }
}

describe("every condition, whatever the event", () => {
  it("never throws when it runs, and gives the same every time", () => {
    let ran = 0;
    fc.assert(
      fc.property(condition.any, anyInput, (text, event) => {
        fc.pre(compiles(text));
        ran++;
        const first = evaluate(text, event);
        expect(evaluate(text, event)).toEqual(first);
      }),
      { numRuns: 800 },
    );
    expect(ran).toBeGreaterThan(300);
  });

  it("never throws when it is read, whatever the text", () => {
    const noise = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            "listing",
            ".",
            "price",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "'",
            '"',
            "&&",
            "!",
            "==",
            "1",
            "in",
            "x",
            ",",
            "matches",
            "exists",
            "?",
            ":",
          ),
          { maxLength: 25 },
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const source = `policy: listing\nrules:\n  - id: r\n    when: ${JSON.stringify(text)}\n    then: { reason: price_bait }\n`;
        const { mistakes, rules } = parsePolicy(source, "x.yaml", vocabulary);
        expect(mistakes.length > 0 || rules.length === 1).toBe(true);
      }),
      { numRuns: 800 },
    );
  });

  it("files never throw either", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(120), (text, at) => {
        const right =
          "policy: listing\nrules:\n  - id: r\n    when: listing.title == 'x'\n    then: { reason: price_bait }\n";
        parsePolicy(text, "x.yaml", vocabulary);
        parsePolicy(right.slice(0, at) + text + right.slice(at), "x.yaml", vocabulary);
      }),
      { numRuns: 300 },
    );
  });
});

const anyRule = fc
  .record({
    when: fc.oneof(fc.constantFrom(...Object.values(leaf), "true"), condition.bool),
    outcome: fc.option(fc.constantFrom(...outcomes)),
    visibility: fc.option(fc.constantFrom(...visibilities)),
    queue: fc.option(fc.constantFrom("pricing", "quality", "scams")),
    priority: fc.option(fc.nat(100)),
    restrict: fc.option(fc.subarray(["warn", "suspend", "limit"])),
    unknown: fc.constantFrom("ignore", "review", "hold"),
    status: fc.constantFrom("live", "live", "shadow", "draft"),
    reason: fc.constantFrom("price_bait", "contact_details"),
    exempt: fc.option(fc.constantFrom("r0", "r1", "r2")),
  })
  .filter(({ when }) => compiles(when));

type AnyRule = typeof anyRule extends fc.Arbitrary<infer R> ? R : never;

function source(rules: AnyRule[], ids: readonly number[]): string {
  const lines = ids.map((i) => {
    const { exempt, when, unknown, status, ...then } = rules[i]!;
    const asked = Object.fromEntries(Object.entries(then).filter(([, value]) => value !== null));
    const exempts = exempt && exempt !== `r${i}` && Number(exempt.slice(1)) < rules.length ? { exempt: [exempt] } : {};
    return `  - ${JSON.stringify({ id: `r${i}`, when, then: asked, unknown, status, ...exempts })}`;
  });
  return `policy: listing\nrules:\n${lines.join("\n")}\n`;
}

describe("every policy", () => {
  it("decides the same in whatever order its rules stand, and again for the same input", () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        anyInput,
        (rules, order, event) => {
          const ids = rules.map((_, i) => i);
          const shuffled = [...ids]
            .map((id) => [order.next().value as number, id] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, id]) => id);
          const [one, other] = [ids, shuffled].map((sequence) =>
            compilePolicies([{ stage: "listing", version: 1, source: source(rules, sequence) }], vocabulary),
          );
          const decision = one!.decide(event);
          expect(other!.decide(event)).toEqual(decision);
          expect(one!.decide(structuredClone(event))).toEqual(decision);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("never grows milder by one more rule without exemptions", () => {
    fc.assert(
      fc.property(fc.array(anyRule, { minLength: 2, maxLength: 5 }), anyInput, (all, event) => {
        const rules = all.map((rule) => ({ ...rule, exempt: null }));
        const decide = (n: number) =>
          compilePolicies(
            [
              {
                stage: "listing",
                version: 1,
                source: source(
                  rules,
                  rules.slice(0, n).map((_, i) => i),
                ),
              },
            ],
            vocabulary,
          ).decide(event);
        const [fewer, more] = [decide(rules.length - 1), decide(rules.length)];
        expect(outcomes.indexOf(more.outcome)).toBeLessThanOrEqual(outcomes.indexOf(fewer.outcome));
        expect(visibilities.indexOf(more.visibility)).toBeLessThanOrEqual(visibilities.indexOf(fewer.visibility));
      }),
      { numRuns: 100 },
    );
  });

  it("is no more than its reasons say: review has a case or a hold, approve has no refusing reason", () => {
    fc.assert(
      fc.property(fc.array(anyRule, { minLength: 1, maxLength: 6 }), anyInput, (rules, event) => {
        const ids = rules.map((_, i) => i);
        const decision = compilePolicies(
          [{ stage: "listing", version: 1, source: source(rules, ids) }],
          vocabulary,
        ).decide(event);
        const strongest = Math.min(...decision.reasons.map(({ outcome }) => outcomes.indexOf(outcome ?? "approve")), 3);
        expect(decision.outcome).toBe(outcomes[strongest]);
        if (decision.outcome === "review") expect(decision.cases.length + decision.holds.length).toBeGreaterThan(0);
        for (const { reasons } of decision.cases) expect(reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

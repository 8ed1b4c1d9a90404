/** Policies as texts that several people and programs change. */
import type { Rule } from "@assay/contract";
import { describe, expect, it } from "vitest";
import { detectors } from "../../detectors/src/index.ts";
import { diffPolicies, mergePolicies, readPolicy } from "../src/diff.ts";
import { removeRule, setRule } from "../src/edit.ts";
import { starterPolicies } from "../src/starter.ts";

const sources = starterPolicies(detectors).map(({ source }) => source);
const base = `# Ads
policy: listing
rules:
  # Cheap ones
  - id: cheap   # seen often
    title: Too cheap
    when: >-
      listing.price.amount < 5
      && account.age_days < 30
    then: { outcome: review, reason: price_bait } # asks a person
    unknown: ignore

  # Shouting
  - id: loud
    when: 'listing.title == "X"'
    then: { outcome: refuse, reason: spam }
`;
const rule = (id: string, source = base): Rule => readPolicy(source)!.rules.find((one) => one.id === id)!;

describe("changing one rule of a text", () => {
  it("leaves a policy as it was when nothing changes", () => {
    for (const source of [base, ...sources]) {
      for (const one of readPolicy(source)!.rules) expect(setRule(source, one)).toBe(source);
    }
  });

  it("changes the lines of what changed, in every rule of every starter policy, and no other", () => {
    for (const source of [base, ...sources]) {
      for (const one of readPolicy(source)!.rules.slice(0, 12)) {
        const changed = setRule(source, { ...one, status: "live", rollout: 25, unknown: "hold" });
        const {
          changed: [difference],
          added,
          removed,
        } = diffPolicies(source, changed);
        expect([difference?.id, added, removed]).toEqual([one.id, [], []]);
        expect(readPolicy(changed)!.rules.find(({ id }) => id === one.id)).toEqual({
          ...one,
          status: "live",
          rollout: 25,
          unknown: "hold",
        });
        const before = new Set(source.split("\n"));
        const others = changed.split("\n").filter((line) => !before.has(line));
        expect(others.filter((line) => !/rollout|unknown|status/.test(line))).toEqual([]);
      }
    }
  });

  it("keeps comments and folding", () => {
    const changed = setRule(base, { ...rule("cheap"), title: "Far too cheap" });
    expect(changed).toBe(base.replace("title: Too cheap", "title: Far too cheap"));
  });

  it("adds after the last, takes out with the comment above, and does so to empty policies", () => {
    const added = setRule(base, { ...rule("loud"), id: "third" });
    expect(added.startsWith(base.trimEnd())).toBe(true);
    expect(readPolicy(added)!.rules.map(({ id }) => id)).toEqual(["cheap", "loud", "third"]);
    expect(removeRule(base, "loud")).not.toContain("Shouting");
    expect(removeRule(base, "cheap")).toContain("# Shouting\n  - id: loud");
    expect(removeRule(base, "cheap")).not.toContain("Cheap ones");
    const none = removeRule(removeRule(base, "cheap"), "loud");
    expect(readPolicy(none)!.rules).toEqual([]);
    expect(readPolicy(setRule(none, rule("loud")))!.rules).toEqual([rule("loud")]);
  });

  it("refuses what is no policy", () => {
    expect(() => setRule("rules: 7", rule("loud"))).toThrow("mend it as text first");
  });
});

describe("differences", () => {
  it("name rules and fields; order and comments are none", () => {
    const changed = setRule(base, {
      ...rule("cheap"),
      then: { outcome: "refuse", reason: "price_bait", queue: "pricing" },
    });
    expect(diffPolicies(base, changed).changed).toEqual([
      {
        id: "cheap",
        fields: [
          { field: "then.outcome", before: "review", after: "refuse" },
          { field: "then.queue", before: undefined, after: "pricing" },
        ],
      },
    ]);
    const moved = setRule(removeRule(base, "cheap"), rule("cheap"));
    expect(diffPolicies(base, moved)).toMatchObject({ added: [], removed: [], changed: [], only_text: true });
    expect(diffPolicies(base, base).only_text).toBe(false);
  });
});

describe("joining two changes", () => {
  const theirs = setRule(base, { ...rule("cheap"), status: "shadow" });

  it("takes both when they are about different rules, with the comments of both", () => {
    const mine = setRule(removeRule(base, "loud"), { ...rule("loud"), id: "new" }).replace(
      "- id: new",
      "# mine\n  - id: new",
    );
    const { source } = mergePolicies(base, theirs, mine);
    expect(readPolicy(source!)!.rules.map(({ id, status }) => `${id} ${status}`)).toEqual(["cheap shadow", "new live"]);
    expect(source).toContain("# seen often");
  });

  it("names the rules that both changed", () => {
    const mine = setRule(base, { ...rule("cheap"), unknown: "hold" });
    expect(mergePolicies(base, theirs, mine)).toEqual({ conflicts: ["cheap"] });
    expect(mergePolicies(base, theirs, theirs).source).toBe(theirs);
  });
});

/**
 * Every mistake that one can make in a policy, one YAML file each in `mistakes/<sentence>.policy`, and beside it what the writer is
 * told, in `<sentence>.txt`. After a change of a message: `npx vitest run -u packages/policy/test/mistakes.test.ts`, and read the diff.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePolicy } from "../src/file.ts";
import { vocabulary } from "./vocabulary.ts";

const folder = new URL("./mistakes/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".policy"))
  .map((name) => name.replace(".policy", ""));

/** Too large to be kept as files. */
const made: Record<string, string> = {
  "a file that is too long": `policy: listing\n# ${"x".repeat(1_000_001)}\nrules: []\n`,
  "a condition that is too long": ruleWith(`"${"listing.title == 'x' || ".repeat(500)}true"`),
  "a list written out that is too long": ruleWith(`listing.title in [${Array(501).fill("'x'").join(", ")}]`),
  "parentheses too deep": ruleWith(`${"(".repeat(80)}true${")".repeat(80)}`),
  "a tower of exclamation marks": ruleWith(`"${"!".repeat(9_000)}true"`),
  "a tower of plus signs": ruleWith(`1${" + 1".repeat(200)} > 3`),
  "lists within lists without end": `policy: listing\nrules: ${"[".repeat(20_000)}\n`,
  "aliases that multiply": `a: &a [x, x]\nb: &b [*a, *a]\npolicy: listing\nrules: []\n`,
};

function ruleWith(condition: string): string {
  return `policy: listing\nrules:\n  - id: r\n    when: ${condition}\n    then: { outcome: review, reason: price_bait }\n`;
}

function told(source: string): string {
  const { mistakes, source: file, policy } = parsePolicy(source, "listing.yaml", vocabulary);
  expect(policy).toBeUndefined();
  return `${mistakes.map((mistake) => file.show(mistake)).join("\n\n")}\n`;
}

describe("mistakes in policies", () => {
  it.each(names)("%s", async (name) => {
    const source = readFileSync(new URL(`${name}.policy`, folder), "utf8");
    await expect(told(source)).toMatchFileSnapshot(`mistakes/${name}.txt`);
  });

  it.each(Object.entries(made))("%s", async (name, source) => {
    await expect(told(source)).toMatchFileSnapshot(`mistakes/${name}.txt`);
  });

  it("points into the file at the place that is shown", () => {
    const source = readFileSync(new URL("a field that is misspelt.policy", folder), "utf8");
    const [mistake] = parsePolicy(source, "listing.yaml", vocabulary).mistakes;
    expect(source.slice(mistake!.start, mistake!.end)).toBe("amont");
    expect(mistake).toMatchObject({ kind: "unknown_field", line: 5, pointer: "/rules/0/when" });
  });

  it("tells all mistakes at once", () => {
    const source = readFileSync(new URL("several mistakes at once.policy", folder), "utf8");
    expect(parsePolicy(source, "listing.yaml", vocabulary).mistakes.length).toBe(4);
  });
});

import type { Decision, ReasonCode } from "@assay/contract";
import { starterReasons } from "@assay/policy";
import { expect, test } from "vitest";
import { spokenOf, statementOf } from "./statement.ts";

const codes: readonly ReasonCode[] = starterReasons();
const at = new Date("2026-11-01T10:00:00Z");
const voice = {
  terms: { name: "Terms of Brocante", url: "https://brocante.example/terms" },
  contest: (id: string, from: Date) => ({
    url: `https://x.example/${id}`,
    until: new Date(from.getTime() + 183 * 86_400_000),
  }),
};
const found = { detector: "text_scam", version: 1, state: "found", score: 1, evidence: [] } as const;
const refused = {
  decision_id: "dec_1",
  mode: "live",
  outcome: "refuse",
  visibility: "removed",
  restrictions: [],
  reasons: [{ code: "scam" }],
  signals: [found],
  by: "rule",
  effective_at: at.toISOString(),
} as const;
const of = (more: object, basis: object = {}) =>
  statementOf({ ...refused, ...more } as unknown as Decision, { codes, voice, languages: ["en"], ...basis });

test("a refusal says what is restricted, for how long, why, on what ground, how it was found and decided, and what one can do", () => {
  const { details, ...short } = of({})!;
  expect(short.contest_url).toBe("https://x.example/dec_1");
  expect(short.contest_until).toBe("2027-05-03T10:00:00.000Z");
  expect(details).toMatchObject({
    restrictions: ["It was taken down: others cannot see it."],
    ground: "contract",
    automated: { detection: true, decision: true },
  });
  expect(details!.facts).toContain("of our own accord");
  expect(details!.facts).toContain(codes.find(({ code }) => code === "scam")!.person.en!.text);
  expect(details!.grounds).toContain("Terms of Brocante (https://brocante.example/terms)");
  expect(details!.redress).toMatch(/until 3 May 2027.*article 21.*court/);
});

test("an account's restrictions stand in it each with its end", () => {
  const scope = { kind: "account", id: "a1" };
  const restrictions = [
    { type: "suspend", scope, reason: "scam" },
    { type: "slow_down", scope, reason: "spam", expires_at: "2026-12-24T12:00:00Z" },
  ];
  const { details, text } = of({ outcome: "approve", visibility: "visible", restrictions })!;
  expect(details!.restrictions).toEqual([
    "The account is suspended.",
    "The account can write to fewer people in a given time. This ends on 24 December 2026.",
  ]);
  expect(text).toMatch(/^This stays, with a restriction\./);
});

test("what is illegal names the law; a person's decision is not called automated", () => {
  const { details } = of({ by: "person", reasons: [{ code: "unsafe_product" }] }, { source: "safety" })!;
  expect(details).toMatchObject({ ground: "illegal", automated: { detection: false, decision: false } });
  expect(details!.grounds).toContain("2023/988");
  expect(details!.facts).toMatch(/^We looked into this because of a warning/);
  expect(of({ by: "person" })!.details!.automated).toMatchObject({ detection: true, decision: false });
});

test("nothing is said of what is not restricted; what waits for a person teaches nothing and is not contested yet", () => {
  expect(of({ outcome: "approve", visibility: "visible", reasons: [] })).toBeUndefined();
  const waiting = of({ outcome: "review", visibility: "held" })!;
  expect(waiting.contest_url).toBeUndefined();
  expect(JSON.stringify(waiting)).not.toContain(codes.find(({ code }) => code === "scam")!.person.en!.text);
  expect(of({ outcome: "review", visibility: "visible" })!.details).toBeUndefined();
  expect(of({ mode: "shadow" })!.contest_url).toBeUndefined();
});

test("it answers an appeal: not contested with us again, elsewhere still", () => {
  const final = of({ by: "person" }, { final: true, explanation: "The receipt names another phone." })!;
  expect(final.contest_url).toBeUndefined();
  expect(final.text).toContain("The receipt names another phone.");
  expect(final.details!.redress).toMatch(/cannot be contested with us again.*article 21/);
});

test("in the person's language, else the marketplace's, else English", () => {
  expect(of({}, { languages: ["fr-CA"] })!.details!.restrictions).toEqual([
    "Le contenu a été retiré : personne d’autre ne peut le voir.",
  ]);
  expect(spokenOf(["pl", undefined, "fr_FR"])).toBe("fr");
  expect(spokenOf(["pl", undefined])).toBe("en");
  expect(of({}, { languages: ["pl"], voice: { ...voice, language: "fr" } })!.language).toBe("fr");
  expect(of({}, { languages: ["__proto__", "constructor"] })!.language).toBe("en");
});

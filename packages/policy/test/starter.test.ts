/** The policies that a new marketplace begins with, checked against the detectors that are registered. */
import { dsaVocabulary } from "@assay/contract";
import { describe, expect, it } from "vitest";
// The tests look beyond the package; its code does not (docs/architecture.md).
import { detectors } from "../../detectors/src/index.ts";
import { runExamples } from "../src/examples.ts";
import { compilePolicies } from "../src/policies.ts";
import { parseReasons, reasonLanguages } from "../src/reasons.ts";
import { starterExamples, starterLists, starterPolicies, starterReasons } from "../src/starter.ts";

const reasons = starterReasons();
const sources = starterPolicies(detectors);
const policies = compilePolicies(sources, { detectors, lists: starterLists, reasons });

describe("starter policies", () => {
  it.each(sources.map(({ stage }) => stage))(
    "%s: every rule hits its examples and leaves the others alone",
    (stage) => {
      const { mistakes, results, source } = runExamples(
        policies,
        stage,
        starterExamples(stage),
        `${stage}.tests.yaml`,
        detectors,
      );
      expect(mistakes.map((mistake) => source.show(mistake))).toEqual([]);
      expect(
        results.flatMap(({ rule, note, problem }) => (problem ? [`${rule}: ${note ?? ""}: ${problem}`] : [])),
      ).toEqual([]);
      expect(results.length).toBeGreaterThan(0);
    },
  );

  it("say in every rule what unknown means", () => {
    for (const { source } of sources) {
      const rules = source.split(/^ {2}- id:/m).slice(1);
      for (const rule of rules) expect(rule).toMatch(/^ {4}unknown: (ignore|review|hold)$/m);
    }
  });

  it("never approve, visibly, because everything failed", () => {
    const kinds = ["listing", "message", "account", "question", "review"] as const;
    for (const kind of kinds) {
      const decision = policies.decide({
        subject: { kind, id: "s", owner: "a", data: { id: "s" } },
        eventId: "e",
        eventType: `${kind}.created`,
        at: 0,
        signals: detectors
          .filter(({ subjects }) => subjects.includes(kind))
          .map(({ id, version }) => ({ detector: id, version, state: "unknown", reason: "down", evidence: [] })),
        pending: [],
        history: { approved_revision: null, conversation_before: [] },
        lists: { trusted_sellers: [], blocked_accounts: [] },
      });
      expect([kind, decision.outcome]).toEqual([kind, "review"]);
      expect(decision.cases.length + decision.holds.length).toBeGreaterThan(0);
    }
  });

  it("leave out rules about detectors that are not registered, and still compile", () => {
    for (const some of [[], detectors.slice(0, 3), detectors.filter(({ id }) => id.startsWith("image_"))]) {
      const fewer = compilePolicies(starterPolicies(some), { detectors: some, lists: starterLists, reasons });
      const known = new Set(some.map(({ id }) => id));
      for (const { reads } of fewer.rulesFor("listing")) for (const id of reads.detectors) expect(known).toContain(id);
      expect(fewer.rulesFor("listing").map(({ rule }) => rule.id)).toContain("blocked-seller");
    }
  });
});

describe("reason codes", () => {
  it("have texts in every language, and a place in the DSA vocabulary", () => {
    const categories = new Set(dsaVocabulary.statement_categories.map(({ code }) => code));
    const grounds = new Set(dsaVocabulary.decision_grounds.map(({ code }) => code));
    const keywords = new Set(dsaVocabulary.keywords.map(({ code }) => code));
    for (const { code, person, moderator, dsa } of reasons) {
      for (const language of reasonLanguages) {
        expect([code, language, person[language]?.text, person[language]?.short, moderator[language]]).not.toContain(
          undefined,
        );
        expect(person[language]!.short.length).toBeLessThanOrEqual(person[language]!.text.length);
      }
      expect([code, categories.has(dsa.category), grounds.has(dsa.ground)]).toEqual([code, true, true]);
      for (const keyword of dsa.keywords ?? []) expect([keyword, keywords.has(keyword)]).toEqual([keyword, true]);
    }
  });

  it("are used by the starter policies or meant for people at the desk", () => {
    const used = new Set(
      (["listing", "message", "account", "question", "review"] as const).flatMap((kind) =>
        policies.rulesFor(kind).map(({ rule }) => rule.then?.reason),
      ),
    );
    // Given where somebody reported it: by an authority, a holder of rights, a buyer who met the seller.
    const fromReports = ["ordered_by_authority", "rights_infringement", "unsafe_product", "no_show", "bad_behaviour"];
    const forPeople = ["wrong_category", "poor_pictures", "proof_needed", "duplicate", "misleading", "other"].concat(
      fromReports,
    );
    const unused = reasons.map(({ code }) => code).filter((code) => !used.has(code) && !forPeople.includes(code));
    expect(unused).toEqual(["not_checked"]);
  });

  it("mistakes in them are told with their place", async () => {
    const wrong = `reasons:
  - code: odd
    person:
      en: { text: Please change it., short: Change it. }
    moderator: { en: Odd., fr: Bizarre. }
    fixable: yes
    dsa:
      category: STATEMENT_CATEGORY_SCAM_AND_FRAUD
      ground: DECISION_GROUND_INCOMPATIBLE_CONTENT
      keywords: [KEYWORD_PHISING, KEYWORD_NUDITY]
`;
    const told = (text: string) => {
      const { mistakes, source } = parseReasons(text, "reasons.yaml");
      return `${mistakes.map((mistake) => source.show(mistake)).join("\n\n")}\n`;
    };
    expect(told(wrong)).toContain('"fixable" must be a boolean');
    const fixed = wrong.replace("yes", "true");
    await expect(told(fixed + fixed.slice(fixed.indexOf("\n") + 1))).toMatchFileSnapshot("mistakes/reasons.txt");
  });
});

import type { SubjectKind } from "@assay/contract";
import { describe, expect, it } from "vitest";
import type { PolicyInput, PolicySource } from "../src/decision.ts";
import { compilePolicies } from "../src/policies.ts";
import { detectors, input, signal, vocabulary } from "./vocabulary.ts";

function policy(rules: string, stage: PolicySource["stage"] = "listing") {
  return compilePolicies([{ stage, version: 3, source: `policy: ${stage}\nrules:\n${rules}` }], vocabulary);
}
const rule = (id: string, when: string, then: string, more = "") =>
  `  - id: ${id}\n    when: ${when}\n${then && `    then: ${then}\n`}${more}`;

const edit: PolicyInput["history"] = {
  ...input().history,
  approved_revision: { at: "2026-11-01T00:00:00Z", data: {} },
};
const kind = (name: SubjectKind): Partial<PolicyInput> => ({
  subject: { kind: name, id: "m1", owner: "a1", data: { id: "m1", from: "a1", text: "hello" } },
  signals: detectors.map(({ id }) => ({ detector: id, version: 1, state: "clear", score: 0, evidence: [] })),
});

describe("the outcome", () => {
  it("is approve and visible when nothing matched", () => {
    expect(policy(rule("r", "false", "{ outcome: refuse, reason: price_bait }")).decide(input())).toEqual({
      outcome: "approve",
      visibility: "visible",
      restrictions: [],
      reasons: [],
      cases: [],
      holds: [],
      exempted: [],
      shadow: [],
      missing_fields: {},
    });
  });

  it("is the strongest that a rule asked for, with a reason for each", () => {
    const decision = policy(
      rule("a", "true", "{ outcome: request_changes, reason: contact_details }") +
        rule("b", "true", "{ outcome: refuse, reason: off_platform_payment }") +
        rule("c", "true", "{ outcome: review, reason: price_bait }") +
        rule("d", "true", "{ outcome: approve, reason: price_bait }"),
    ).decide(input());
    expect(decision.outcome).toBe("refuse");
    expect(decision.visibility).toBe("removed");
    expect(decision.reasons).toEqual([
      { code: "off_platform_payment", rule: "b", policy: "listing@3", outcome: "refuse" },
      { code: "price_bait", rule: "c", policy: "listing@3", outcome: "review" },
      { code: "contact_details", rule: "a", policy: "listing@3", outcome: "request_changes" },
      { code: "price_bait", rule: "d", policy: "listing@3", outcome: "approve" },
    ]);
  });
});

describe("visibility", () => {
  it.each([
    ["approve", "visible"],
    ["request_changes", "held"],
    ["review", "held"],
    ["refuse", "removed"],
  ])("by default: %s is %s", (outcome, visibility) => {
    const decision = policy(rule("r", "true", `{ outcome: ${outcome}, reason: price_bait }`)).decide(input());
    expect(decision.visibility).toBe(visibility);
  });

  it("by default an edit leaves the approved revision up", () => {
    for (const outcome of ["request_changes", "review"]) {
      const policies = policy(rule("r", "true", `{ outcome: ${outcome}, reason: price_bait }`));
      expect(policies.decide(input({ history: edit })).visibility).toBe("previous_revision");
    }
    const refuse = policy(rule("r", "true", "{ outcome: refuse, reason: price_bait }"));
    expect(refuse.decide(input({ history: edit })).visibility).toBe("removed");
  });

  it("by default a message is delivered, unless its rule says otherwise", () => {
    const contact = (then: string) => policy(rule("r", "true", then, "    subjects: [message]\n"), "contact");
    const message = input(kind("message"));
    expect(contact("{ outcome: review, reason: price_bait }").decide(message).visibility).toBe("visible");
    expect(contact("{ outcome: request_changes, reason: price_bait }").decide(message).visibility).toBe("visible");
    expect(contact("{ outcome: review, visibility: held, reason: price_bait }").decide(message).visibility).toBe(
      "held",
    );
    expect(contact("{ visibility: masked, reason: contact_details }").decide(message)).toMatchObject({
      outcome: "approve",
      visibility: "masked",
      reasons: [{ code: "contact_details", rule: "r" }],
    });
    expect(contact("{ outcome: refuse, reason: price_bait }").decide(message).visibility).toBe("removed");
  });

  it("is the most restrictive where rules differ", () => {
    const rules = rule("a", "true", "{ outcome: review, visibility: visible, reason: price_bait }");
    expect(policy(rules).decide(input()).visibility).toBe("visible");
    const both = rules + rule("b", "true", "{ visibility: limited, reason: price_bait }");
    expect(policy(both).decide(input()).visibility).toBe("limited");
  });

  it("previous_revision is held where there is none", () => {
    const policies = policy(
      rule("r", "true", "{ outcome: review, visibility: previous_revision, reason: price_bait }"),
    );
    expect(policies.decide(input()).visibility).toBe("held");
    expect(policies.decide(input({ history: edit })).visibility).toBe("previous_revision");
  });
});

describe("an unknown condition", () => {
  const pending = input({ pending: ["image_file"] });
  const withClause = (unknown: string, visibility = "") =>
    policy(
      rule(
        "r",
        "signals.image_file.found",
        `{ outcome: refuse, ${visibility} queue: pictures, priority: 60, reason: price_bait }`,
        `    unknown: ${unknown}\n`,
      ),
    );

  it("ignore: as if it did not match", () => {
    expect(withClause("ignore").decide(pending)).toMatchObject({
      outcome: "approve",
      reasons: [],
      cases: [],
      holds: [],
    });
  });

  it("review: a case at once, without the rule's own reason or outcome", () => {
    expect(withClause("review").decide(pending)).toMatchObject({
      outcome: "review",
      visibility: "held",
      reasons: [{ code: "not_checked", rule: "r", outcome: "review" }],
      cases: [{ queue: "pictures", priority: 60, reasons: [{ code: "not_checked" }] }],
      holds: [],
    });
  });

  it("hold: held, and a case due after ten minutes", () => {
    const decision = withClause("hold").decide(pending);
    expect(decision).toMatchObject({ outcome: "review", visibility: "held", cases: [] });
    expect(decision.holds).toEqual([
      {
        rule: "r",
        policy: "listing@3",
        queue: "pictures",
        priority: 60,
        reason: { code: "not_checked", rule: "r", policy: "listing@3", outcome: "review" },
        after_ms: 600_000,
      },
    ]);
    expect(withClause("hold").decide(input({ ...pending, history: edit })).visibility).toBe("previous_revision");
  });

  it("hold holds a message too", () => {
    const contact = policy(
      rule(
        "r",
        "signals.image_file.found",
        "{ outcome: refuse, reason: price_bait }",
        "    unknown: hold\n    subjects: [message]\n",
      ),
      "contact",
    );
    expect(contact.decide(input({ ...kind("message"), pending: ["image_file"] })).visibility).toBe("held");
  });

  it("a hold is dropped when the subject is refused anyway", () => {
    const policies = policy(
      rule("r", "signals.image_file.found", "{ outcome: refuse, reason: price_bait }", "    unknown: hold\n") +
        rule("s", "true", "{ outcome: refuse, reason: off_platform_payment }"),
    );
    expect(policies.decide(pending)).toMatchObject({ outcome: "refuse", visibility: "removed", holds: [], cases: [] });
  });

  it("applies only when the whole condition is unknown", () => {
    const policies = policy(
      rule(
        "r",
        "signals.image_file.found && listing.price.amount == 1",
        "{ outcome: refuse, reason: price_bait }",
        "    unknown: hold\n",
      ),
    );
    expect(policies.decide(pending).holds).toEqual([]);
  });
});

describe("cases", () => {
  it("rules of one queue share a case, with the highest priority", () => {
    const decision = policy(
      rule("a", "true", "{ outcome: review, queue: pricing, priority: 40, reason: price_bait }") +
        rule("b", "true", "{ outcome: review, queue: pricing, priority: 70, reason: contact_details }") +
        rule("c", "true", "{ outcome: review, reason: off_platform_payment }"),
    ).decide(input());
    expect(decision.cases).toMatchObject([
      { type: "moderation", queue: "pricing", priority: 70, reasons: [{ rule: "b" }, { rule: "a" }] },
      { type: "moderation", queue: "listing", priority: 50, reasons: [{ rule: "c" }] },
    ]);
  });

  it("are not opened by review rules for what is refused, but by a queue that is asked for", () => {
    const decision = policy(
      rule("a", "true", "{ outcome: refuse, reason: price_bait }") +
        rule("b", "true", "{ outcome: review, queue: pricing, reason: price_bait }") +
        rule("c", "true", "{ queue: quality, reason: price_bait }"),
    ).decide(input());
    expect(decision.cases).toMatchObject([{ type: "quality", queue: "quality", reasons: [{ rule: "c" }] }]);
  });

  it("may be opened on what is approved: a quality sample", () => {
    const decision = policy(rule("sample", "true", "{ queue: quality, reason: price_bait }")).decide(input());
    expect(decision).toMatchObject({ outcome: "approve", visibility: "visible", cases: [{ type: "quality" }] });
  });
});

describe("exempt rules", () => {
  const rules =
    rule("cheap", "listing.price.amount < 1000", "{ outcome: review, reason: price_bait }") +
    rule("shop", "account.id in lists.trusted_sellers", "", "    exempt: [cheap]\n");

  it("set aside the rules that they name, and say so", () => {
    const shop = { ...input().subject, owner: "shop1" };
    expect(policy(rules).decide(input({ subject: shop }))).toMatchObject({
      outcome: "approve",
      reasons: [],
      exempted: [{ rule: "cheap", policy: "listing@3", by: "shop" }],
    });
    expect(policy(rules).decide(input())).toMatchObject({ outcome: "review", exempted: [] });
  });

  it("exempt nobody while their condition is unknown", () => {
    const exempting = rules.replace("account.id in lists.trusted_sellers", "signals.image_file.found");
    const decision = policy(exempting).decide(input({ pending: ["image_file"] }));
    expect(decision).toMatchObject({ outcome: "review", reasons: [{ rule: "cheap" }], exempted: [] });
  });
});

describe("a rule's status", () => {
  it("shadow: what it would have said is kept apart and changes nothing", () => {
    const shadow = rule(
      "s",
      "listing.brand == 'x' || true",
      "{ outcome: refuse, reason: price_bait }",
      "    status: shadow\n",
    );
    expect(policy(shadow).decide(input())).toMatchObject({
      outcome: "approve",
      reasons: [],
      missing_fields: {},
      shadow: [
        {
          rule: "s",
          policy: "listing@3",
          matched: "true",
          outcome: "refuse",
          visibility: "removed",
          reason: "price_bait",
        },
      ],
    });
  });

  it.each(["draft", "retired"])("%s: checked, but not judged", (status) => {
    const source = rule("s", "true", "{ outcome: refuse, reason: price_bait }", `    status: ${status}\n`);
    expect(policy(source).decide(input())).toMatchObject({ outcome: "approve", shadow: [] });
    expect(policy(source).rulesFor("listing")).toHaveLength(1);
    expect(() => policy(source.replace("true", "listing.nothing"))).toThrow("unknown field");
  });
});

describe("restrictions", () => {
  it("fall on the owner, once each, with the reason", () => {
    const decision = policy(
      rule("a", "true", "{ outcome: refuse, reason: off_platform_payment, restrict: [suspend, hold_payout] }") +
        rule("b", "true", "{ outcome: review, reason: price_bait, restrict: [suspend] }"),
    ).decide(input());
    const scope = { kind: "account", id: "a1" };
    expect(decision.restrictions).toEqual([
      { type: "suspend", scope, reason: "off_platform_payment" },
      { type: "hold_payout", scope, reason: "off_platform_payment" },
    ]);
  });
});

describe("restrictions by a review", () => {
  it("fall on whom it is about where the rule says so, and on nobody where it is about nobody", () => {
    const text = `policy: review\nrules:\n  - id: a\n    when: "true"\n    then: { restrict: [step_up], whom: about, reason: price_bait }\n    unknown: ignore\n`;
    const policies = compilePolicies([{ stage: "review", version: 1, source: text }], vocabulary);
    const about = (data: Record<string, unknown>) =>
      policies.decide({ ...input(), subject: { kind: "review", id: "r1", owner: "a1", data } }).restrictions;
    expect(about({ about: "a9" })).toEqual([
      { type: "step_up", scope: { kind: "account", id: "a9" }, reason: "price_bait" },
    ]);
    expect(about({})).toEqual([]);
  });
});

describe("compiled policies", () => {
  it("say what history they need", () => {
    const policies = policy(
      rule("a", "account.age_days < 3", "{ outcome: review, reason: price_bait }") +
        rule("b", "history.seller_window.listings_24h > 20", "{ outcome: review, reason: price_bait }") +
        rule(
          "c",
          "size(history.comparable_prices) > 3",
          "{ outcome: review, reason: price_bait }",
          "    status: draft\n",
        ),
    );
    expect(policies.historyNeeds("listing")).toEqual(["account_profile", "approved_revision", "seller_window"]);
    expect(policies.historyNeeds("message")).toEqual([]);
  });

  it("a rule without subjects is about those kinds of its stage that it can be judged of", () => {
    const policies = policy(
      rule("text", "message.text.contains('x')", "{ outcome: review, reason: price_bait }") +
        rule("any", "account.age_days < 3", "{ outcome: review, reason: price_bait }"),
      "contact",
    );
    expect(policies.rulesFor("message").map(({ rule }) => rule.id)).toEqual(["text", "any"]);
    expect(policies.rulesFor("report").map(({ rule }) => rule.id)).toEqual(["any"]);
    expect(policies.rulesFor("message")[0]).toMatchObject({ subjects: ["message"], stage: "contact", version: 3 });
  });

  it("refuse a file in the place of another stage, with all mistakes of all files", () => {
    const source = `policy: contact\nrules: []\n`;
    const other = `policy: review\nrules:\n  - id: x\n    when: review.txt == ''\n    then: { reason: price_bait }\n`;
    expect(() =>
      compilePolicies(
        [
          { stage: "listing", version: 1, source },
          { stage: "review", version: 1, source: other },
        ],
        vocabulary,
      ),
    ).toThrow(/listing\.yaml:1:1: this is the policy of contact[\s\S]*review\.yaml:4:18: unknown field "txt"/);
  });

  it("judge kinds that no policy is about", () => {
    const policies = policy(rule("r", "true", "{ outcome: refuse, reason: price_bait }"));
    expect(policies.decide(input(kind("review"))).outcome).toBe("approve");
  });

  it("count the fields that live conditions missed", () => {
    const policies = policy(
      rule("a", "listing.brand == 'x'", "{ outcome: review, reason: price_bait }") +
        rule(
          "b",
          "listing.brand == 'y' || signals.price_outlier.quantile < 0.1",
          "{ outcome: review, reason: price_bait }",
        ),
    );
    const given = input({ signals: signal("price_outlier", { thin: true }) });
    expect(policies.decide(given).missing_fields).toEqual({ "listing.brand": 2, "signals.price_outlier.quantile": 1 });
  });
});

/** What conditions of the tests may name: declarations as detectors make them, and a few lists and reasons. */
import type { DetectorDeclaration, ReasonCode, SubjectKind } from "@assay/contract";
import type { PolicyInput, PolicyVocabulary } from "../src/decision.ts";

const text: SubjectKind[] = ["listing", "message", "question", "review", "account"];

function detector(id: string, subjects: SubjectKind[], more: Partial<DetectorDeclaration> = {}): DetectorDeclaration {
  const rest = { kinds: {}, values: {}, history: [], measurements: [], cost: "micro" as const, ...more };
  return { id, version: 1, title: id, summary: id, subjects, ...rest };
}

export const detectors: DetectorDeclaration[] = [
  detector("text_contact_details", text, {
    kinds: { phone: "a phone number", email: "an e-mail address", link: "a link" },
  }),
  detector("text_off_platform_payment", text),
  detector("text_prohibited_item", ["listing"]),
  detector("text_abuse", text, { kinds: { hate: "hate", threat: "a threat" } }),
  detector("price_outlier", ["listing"], { values: { quantile: { type: "double", title: "share that costs less" } } }),
  detector("listing_edit", ["listing"]),
  detector("image_file", ["listing", "message", "account"], {
    values: { problem: { type: "string", title: "problem" } },
  }),
  detector("image_known", ["listing", "message", "account"], { values: { bank: { type: "string", title: "bank" } } }),
];

const reason = (code: string): ReasonCode => ({
  code,
  person: { en: { text: code, short: code } },
  moderator: { en: code },
  fixable: false,
  dsa: { category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD", ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT" },
});

export const vocabulary: PolicyVocabulary = {
  detectors,
  lists: ["trusted_sellers", "bad_words"],
  reasons: ["not_checked", "off_platform_payment", "price_bait", "contact_details", "offensive_language"].map(reason),
  fields: { listing: { shipping_days: "double", colour: "string", promoted: "bool", tags: "list<string>" } },
};

/** An ad of a month-old account that no detector found anything in; each part can be replaced. */
export function input(more: Partial<PolicyInput> = {}): PolicyInput {
  return {
    subject: {
      kind: "listing",
      id: "l1",
      owner: "a1",
      data: {
        id: "l1",
        seller: "a1",
        title: "Vélo de ville",
        description: "Très bon état, peu servi.",
        category: "bikes",
        price: { amount: 120, currency: "EUR", type: "fixed" },
        pictures: [{ url: "https://example.org/1.jpg" }, { url: "https://example.org/2.jpg" }],
        colour: "red",
      },
    },
    eventId: "e1",
    eventType: "listing.created",
    at: Date.UTC(2026, 10, 21, 22, 30),
    client: { ip: "192.0.2.1", locale: "fr-FR" },
    signals: detectors
      .filter(({ subjects }) => subjects.includes("listing"))
      .map(({ id }) => ({ detector: id, version: 1, state: "clear", score: 0, evidence: [] })),
    pending: [],
    history: {
      account_profile: { known: true, age_days: 31, country: "FR", listings_total: 4, refusals_90d: 0 },
      approved_revision: null,
    },
    lists: { trusted_sellers: ["shop1", "shop2"], bad_words: ["spam"] },
    ...more,
  };
}

/** The signals of `input()` with one of them replaced. */
export function signal(detector: string, more: Partial<PolicyInput["signals"][number]>): PolicyInput["signals"] {
  return input().signals.map((one) => (one.detector === detector ? { ...one, ...more } : one));
}

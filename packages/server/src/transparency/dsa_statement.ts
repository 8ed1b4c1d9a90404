/** A decision as the Commission's DSA transparency database takes it. Nothing that people wrote goes in: its texts are our own. */
import type { Decision, ReasonCode } from "@assay/contract";
import { statementOf, type Voice } from "../decisions/index.ts";
import { type DsaStatement, dsaCountries, dsaLastDay, dsaLengths, isDsaLanguage } from "./dsa_rules.ts";

/** What is disseminated to the public; messages between two people are not (article 24(5) with article 3(i) and (k)). */
export const publicKinds = ["listing", "account", "review", "question", "campaign"] as const;

export interface DecidedCase {
  decision: Decision;
  /** Of the subject, as it was sent. */
  state: Record<string, unknown>;
  at: Date;
  capacity: string | null;
  /** Of the reports that it answered. */
  reports: readonly { type: string; trusted: boolean }[];
}

const day = (at: Date | string) => new Date(at).toISOString().slice(0, 10);

/** @returns undefined where nothing is restricted that the database knows: a warning alone, or what is still to be decided */
export function dsaStatementOf(
  { decision, state, at, capacity, reports }: DecidedCase,
  codes: readonly ReasonCode[],
  voice: Voice,
): DsaStatement | undefined {
  if (decision.mode !== "live" || decision.outcome === "review") return undefined;
  const restricted = restrictionsOf(decision);
  const { details } =
    statementOf(decision, { codes, voice: {}, languages: ["en"], source: sourceOf(reports).said }) ?? {};
  if (Object.keys(restricted).length === 0 || !details) return undefined;
  const named = decision.reasons.flatMap(({ code }) => codes.find((known) => known.code === code) ?? []);
  const illegal = named.find(({ dsa }) => dsa.ground === "DECISION_GROUND_ILLEGAL_CONTENT");
  const lead = illegal ?? named[0];
  const explanation = [...new Set(named.map(({ person }) => person.en?.text ?? ""))].join(" ") || details.facts;
  const keywords = [...new Set(named.flatMap(({ dsa }) => dsa.keywords ?? []))];
  const categories = [...new Set(named.map(({ dsa }) => dsa.category))];
  const category = lead?.dsa.category ?? "STATEMENT_CATEGORY_OTHER_VIOLATION_TC";
  const additions = categories.filter((one) => one !== category);
  const { terms } = voice;
  const language = typeof state.language === "string" ? state.language.slice(0, 2).toUpperCase() : "";
  const gtin = typeof state.gtin === "string" ? state.gtin.replaceAll(/[\s-]/g, "") : "";
  const statement: DsaStatement = {
    ...restricted,
    ...(capacity === "trader" && { account_type: "ACCOUNT_TYPE_BUSINESS" }),
    ...(capacity === "private" && { account_type: "ACCOUNT_TYPE_PRIVATE" }),
    ...(illegal
      ? {
          decision_ground: "DECISION_GROUND_ILLEGAL_CONTENT",
          illegal_content_legal_ground: illegal.dsa.legal_ground?.en ?? details.grounds,
          illegal_content_explanation: explanation,
        }
      : {
          decision_ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT",
          incompatible_content_ground: terms?.name ?? "The platform's terms and conditions",
          incompatible_content_explanation: explanation,
          ...(terms?.url && { decision_ground_reference_url: terms.url }),
        }),
    ...contentOf(decision.subject.kind),
    category,
    ...(additions.length > 0 && { category_addition: additions }),
    ...(keywords.length > 0 && { category_specification: keywords }),
    territorial_scope: [...dsaCountries],
    ...(isDsaLanguage(language) && { content_language: language }),
    content_date: day(at),
    ...(decision.subject.kind === "listing" && /^\d{13}$/.test(gtin) && { content_id: { "EAN-13": gtin } }),
    application_date: day(decision.effective_at ?? decision.decided_at ?? at),
    decision_facts: details.facts,
    source_type: sourceOf(reports).code,
    automated_detection: details.automated.detection ? "Yes" : "No",
    automated_decision: details.automated.decision
      ? "AUTOMATED_DECISION_FULLY"
      : details.automated.detection
        ? "AUTOMATED_DECISION_PARTIALLY"
        : "AUTOMATED_DECISION_NOT_AUTOMATED",
    puid: decision.decision_id.replaceAll(/[^A-Za-z0-9_-]/g, "-"),
  };
  return plain(statement);
}

function restrictionsOf({ visibility, restrictions }: Decision) {
  const end = (types: readonly string[]) => {
    const ends = restrictions.filter(({ type }) => types.includes(type)).map(({ expires_at }) => expires_at);
    // Without an end where one of them has none.
    const last = ends.includes(undefined) ? undefined : (ends as string[]).sort().at(-1);
    return last && day(last) <= dsaLastDay ? day(last) : undefined;
  };
  const has = (...types: string[]) => restrictions.some(({ type }) => types.includes(type));
  const monetary = has("hold_payout") && end(["hold_payout"]);
  const partial = ["limit", "slow_down", "step_up"];
  const service = has(...partial) && end(partial);
  const account = has("suspend") && end(["suspend"]);
  return {
    ...visibilityOf(visibility),
    ...(has("hold_payout") && { decision_monetary: "DECISION_MONETARY_SUSPENSION" }),
    ...(monetary && { end_date_monetary_restriction: monetary }),
    ...(has(...partial) && { decision_provision: "DECISION_PROVISION_PARTIAL_SUSPENSION" }),
    ...(service && { end_date_service_restriction: service }),
    ...(has("suspend") && { decision_account: "DECISION_ACCOUNT_SUSPENDED" }),
    ...(account && { end_date_account_restriction: account }),
  };
}

function visibilityOf(
  visibility: Decision["visibility"],
): Pick<DsaStatement, "decision_visibility" | "decision_visibility_other"> {
  switch (visibility) {
    case "visible":
      return {};
    case "removed":
      return { decision_visibility: ["DECISION_VISIBILITY_CONTENT_REMOVED"] };
    case "limited":
      return { decision_visibility: ["DECISION_VISIBILITY_CONTENT_DEMOTED"] };
    case "masked":
      return {
        decision_visibility: ["DECISION_VISIBILITY_OTHER"],
        decision_visibility_other: "Parts of the content are hidden from others.",
      };
    default:
      return { decision_visibility: ["DECISION_VISIBILITY_CONTENT_DISABLED"] };
  }
}

function contentOf(kind: string): Pick<DsaStatement, "content_type" | "content_type_other"> {
  if (kind === "listing") return { content_type: ["CONTENT_TYPE_PRODUCT"] };
  if (kind === "account") return { content_type: ["CONTENT_TYPE_OTHER"], content_type_other: "Account profile" };
  return { content_type: ["CONTENT_TYPE_TEXT"] };
}

function sourceOf(reports: DecidedCase["reports"]) {
  if (reports.some(({ trusted }) => trusted)) return { code: "SOURCE_TRUSTED_FLAGGER", said: "notice" } as const;
  if (reports.some(({ type }) => type === "authority_order"))
    return { code: "SOURCE_TYPE_OTHER_NOTIFICATION", said: "authority" } as const;
  if (reports.some(({ type }) => type === "product_safety_alert"))
    return { code: "SOURCE_TYPE_OTHER_NOTIFICATION", said: "safety" } as const;
  if (reports.length > 0) return { code: "SOURCE_ARTICLE_16", said: "notice" } as const;
  return { code: "SOURCE_VOLUNTARY", said: "own" } as const;
}

/** Contact details, account and card numbers, wherever a marketplace's own texts should hold them. The order is that of the patterns. */
const personal: readonly RegExp[] = [
  /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/giu,
  /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?\b/gu,
  /(?<![\w/])(?:\+|00)?\d(?:[\s().-]{0,2}\d){8,18}(?!\w)/gu,
  /(?<!\w)@[\p{L}\d_.]{3,}/gu,
];
export const withoutPersonalData = (text: string): string =>
  personal.reduce((plainer, pattern) => plainer.replaceAll(pattern, "[removed]"), text);

/** Fields that hold running text. */
const texts = [
  "decision_facts",
  "illegal_content_legal_ground",
  "illegal_content_explanation",
  "incompatible_content_ground",
  "incompatible_content_explanation",
] as const;

/** Without personal data, and within the lengths. */
function plain(statement: DsaStatement): DsaStatement {
  const short = { ...statement };
  for (const field of texts) {
    const text = short[field];
    if (text !== undefined) short[field] = [...withoutPersonalData(text)].slice(0, dsaLengths[field]).join("");
  }
  return short;
}

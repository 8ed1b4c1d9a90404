/**
 * The rules by which the Commission's DSA transparency database takes a statement, as its documentation and its request checks state them
 * (digital-services-act/transparency-database, `StatementStoreRequest`, commit 69e80a0b). Checked before anything is sent: one mistake rejects a batch.
 */
import { dsaVocabulary } from "@assay/contract";

/** One statement of reasons as the database takes it. Dates are `YYYY-MM-DD`. */
export interface DsaStatement {
  decision_visibility?: string[];
  decision_visibility_other?: string;
  decision_monetary?: string;
  decision_monetary_other?: string;
  decision_provision?: string;
  decision_account?: string;
  account_type?: string;
  decision_ground: string;
  decision_ground_reference_url?: string;
  illegal_content_legal_ground?: string;
  illegal_content_explanation?: string;
  incompatible_content_ground?: string;
  incompatible_content_explanation?: string;
  incompatible_content_illegal?: string;
  content_type: string[];
  content_type_other?: string;
  category: string;
  category_addition?: string[];
  category_specification?: string[];
  category_specification_other?: string;
  territorial_scope?: string[];
  content_language?: string;
  content_date: string;
  content_id?: { "EAN-13": string };
  application_date: string;
  end_date_visibility_restriction?: string;
  end_date_monetary_restriction?: string;
  end_date_service_restriction?: string;
  end_date_account_restriction?: string;
  decision_facts: string;
  source_type: string;
  source_identity?: string;
  automated_detection: string;
  automated_decision: string;
  puid: string;
}

/** Most statements of one call. */
export const dsaBatch = 100;

/** Countries of the European Union and the European Economic Area. */
export const dsaCountries =
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO".split(" ");
/** ISO 639-1. */
const languages = new Set(
  "AA AB AE AF AK AM AN AR AS AV AY AZ BA BE BG BH BI BM BN BO BR BS CA CE CH CO CR CS CU CV CY DA DE DV DZ EE EL EN EO ES ET EU FA FF FI FJ FO FR FY GA GD GL GN GU GV HA HE HI HO HR HT HU HY HZ IA ID IE IG II IK IO IS IT IU JA JV KA KG KI KJ KK KL KM KN KO KR KS KU KV KW KY LA LB LG LI LN LO LT LU LV MG MH MI MK ML MN MR MS MT MY NA NB ND NE NG NL NN NO NR NV NY OC OJ OM OR OS PA PI PL PS PT QU RM RN RO RU RW SA SC SD SE SG SI SK SL SM SN SO SQ SR SS ST SU SV SW TA TE TG TH TI TK TL TN TO TR TS TT TW TY UG UK UR UZ VE VI VO WA WO XH YI YO ZA ZH ZU".split(
    " ",
  ),
);
export const isDsaLanguage = (code: string): boolean => languages.has(code);

const codes = (terms: readonly { code: string }[]) => new Set(terms.map(({ code }) => code));
const known: Partial<Record<keyof DsaStatement, ReadonlySet<string>>> = {
  decision_visibility: codes(dsaVocabulary.decision_visibilities),
  decision_monetary: codes(dsaVocabulary.decision_monetaries),
  decision_provision: codes(dsaVocabulary.decision_provisions),
  decision_account: codes(dsaVocabulary.decision_accounts),
  account_type: codes(dsaVocabulary.account_types),
  decision_ground: codes(dsaVocabulary.decision_grounds),
  content_type: codes(dsaVocabulary.content_types),
  category: codes(dsaVocabulary.statement_categories),
  category_addition: codes(dsaVocabulary.statement_categories),
  category_specification: codes(dsaVocabulary.keywords),
  territorial_scope: new Set(dsaCountries),
  content_language: languages,
  source_type: codes(dsaVocabulary.source_types),
  // These two are said by their labels.
  incompatible_content_illegal: new Set(["Yes", "No"]),
  automated_detection: new Set(["Yes", "No"]),
  automated_decision: codes(dsaVocabulary.automated_decisions),
};
const lists: ReadonlySet<keyof DsaStatement> = new Set([
  "decision_visibility",
  "content_type",
  "category_addition",
  "category_specification",
  "territorial_scope",
]);
const required: readonly (keyof DsaStatement)[] = [
  "decision_ground",
  "content_type",
  "category",
  "content_date",
  "application_date",
  "decision_facts",
  "source_type",
  "automated_detection",
  "automated_decision",
  "puid",
];
/** Longest texts, in characters. */
export const dsaLengths: Partial<Record<keyof DsaStatement, number>> = {
  decision_visibility_other: 500,
  decision_monetary_other: 500,
  content_type_other: 500,
  category_specification_other: 500,
  decision_ground_reference_url: 500,
  illegal_content_legal_ground: 500,
  illegal_content_explanation: 2000,
  incompatible_content_ground: 500,
  incompatible_content_explanation: 2000,
  decision_facts: 5000,
  source_identity: 500,
  puid: 500,
};
const dates: Partial<Record<keyof DsaStatement, string>> = {
  content_date: "2000-01-01",
  application_date: "2020-01-01",
  end_date_visibility_restriction: "",
  end_date_monetary_restriction: "",
  end_date_service_restriction: "",
  end_date_account_restriction: "",
};
export const dsaLastDay = "2038-01-01";
const restrictions = ["decision_visibility", "decision_monetary", "decision_provision", "decision_account"] as const;
/** What has to be there because of something else: field, the field it hangs on, its value. */
const conditional: readonly [keyof DsaStatement, keyof DsaStatement, string][] = [
  ["decision_visibility_other", "decision_visibility", "DECISION_VISIBILITY_OTHER"],
  ["decision_monetary_other", "decision_monetary", "DECISION_MONETARY_OTHER"],
  ["content_type_other", "content_type", "CONTENT_TYPE_OTHER"],
  ["illegal_content_legal_ground", "decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT"],
  ["illegal_content_explanation", "decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT"],
  ["incompatible_content_ground", "decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT"],
  ["incompatible_content_explanation", "decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT"],
];

/** What the database would say is wrong, by field; empty where it would take it. */
export function dsaProblems(given: object): Record<string, string[]> {
  const statement = given as Record<string, unknown>;
  const problems: Record<string, string[]> = {};
  const say = (field: string, problem: string) => {
    problems[field] = [...(problems[field] ?? []), problem];
  };
  const has = (field: string) => {
    const value = statement[field];
    return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
  };
  for (const field of required) if (!has(field)) say(field, "is required");
  if (!restrictions.some(has)) for (const field of restrictions) say(field, "one of the four restrictions is required");
  for (const [field, by, value] of conditional) {
    const asked = [statement[by]].flat().includes(value);
    if (asked && !has(field)) say(field, `is required when ${by} is ${value}`);
  }
  for (const [field, allowed] of Object.entries(known)) {
    if (!has(field)) continue;
    const value = statement[field];
    if (lists.has(field as keyof DsaStatement) !== Array.isArray(value)) {
      say(field, Array.isArray(value) ? "must not be a list" : "must be a list");
    }
    const wrong = [value].flat().filter((one) => typeof one !== "string" || !allowed.has(one));
    if (wrong.length > 0) say(field, `is not known: ${wrong.join(", ")}`);
  }
  for (const [field, most] of Object.entries(dsaLengths)) {
    if (has(field) && [...String(statement[field])].length > most) say(field, `is longer than ${most} characters`);
  }
  for (const [field, first] of Object.entries(dates)) {
    if (!has(field)) continue;
    const text = String(statement[field]);
    if (!isDay(text)) say(field, "is not a day written YYYY-MM-DD");
    else if (text < first || text > dsaLastDay) say(field, `lies outside ${first} to ${dsaLastDay}`);
    else if (field.startsWith("end_") && text < String(statement.application_date))
      say(field, "lies before the application date");
  }
  if (
    has("decision_ground_reference_url") &&
    !/^https?:\/\/\S+$/.test(String(statement.decision_ground_reference_url))
  ) {
    say("decision_ground_reference_url", "is not an address");
  }
  if (has("puid") && !/^[a-zA-Z0-9_-]+$/.test(String(statement.puid))) say("puid", "has characters that are not taken");
  const ean = (statement.content_id as Record<string, unknown> | undefined)?.["EAN-13"];
  if (has("content_id") && (typeof ean !== "string" || !/^[0-9]{13}$/.test(ean))) say("content_id", "is not an EAN-13");
  return problems;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

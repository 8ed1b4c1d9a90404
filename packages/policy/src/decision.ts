/** What policies are given about one subject, and what they answer. */
import type {
  Client,
  caseTypes,
  DetectorDeclaration,
  History,
  HistoryKey,
  Outcome,
  Reason,
  ReasonCode,
  Restriction,
  Rule,
  Signal,
  Stage,
  Subject,
  SubjectKind,
  Visibility,
} from "@assay/contract";
import type { FieldType } from "./fields.ts";

/** One policy file as it is stored: YAML text with the version it was saved under. */
export interface PolicySource {
  stage: Stage;
  version: number;
  source: string;
  /** Shown in messages; `<stage>.yaml` when absent. */
  name?: string;
}

/** What conditions may name beyond the contract. Everything a policy mentions is checked against it when it is loaded. */
export interface PolicyVocabulary {
  detectors: readonly DetectorDeclaration[];
  /** Names of the marketplace's lists (`lists.trusted_sellers`). */
  lists: readonly string[];
  reasons: readonly ReasonCode[];
  /** Extra fields that the marketplace declared, by kind of subject. */
  fields?: Partial<Record<SubjectKind, Readonly<Record<string, FieldType>>>>;
}

/** Everything that a condition can see of one event. Values only: the same input always gives the same answer. */
export interface PolicyInput {
  subject: Subject;
  eventId: string;
  /** `listing.created` and the like. */
  eventType: string;
  /** The event's time in ms since 1970. */
  at: number;
  client?: Client | undefined;
  signals: readonly Signal[];
  /** Ids of detectors that have not finished; what reads them is unknown. */
  pending: readonly string[];
  /** At least the keys of `historyNeeds(kind)`, and `approved_revision`, from which an edit is known. */
  history: History;
  /** By name. Keep handing over the same array while a list does not change: look-ups are indexed by its identity. */
  lists: Readonly<Record<string, readonly string[]>>;
  /** Rules (`stage/rule`) that were stopped when the event came: they count as in shadow. */
  silent?: readonly string[];
}

/** One rule that matched, or whose condition was unknown. */
export interface RuleMatch {
  rule: string;
  /** `stage@version`. */
  policy: string;
  matched: "true" | "unknown";
  outcome?: Outcome;
  visibility?: Visibility;
  reason?: string;
}

/** A piece of human work that the policies ask for now. Rules that name the same queue share one case. */
export interface CaseRequest {
  type: (typeof caseTypes)[number];
  queue: string;
  /** 0 to 100: the highest of the rules that ask for it. */
  priority: number;
  reasons: Reason[];
}

/** The subject waits for an answer; a case is due when it has not come `after_ms` after the event was received. */
export interface Hold {
  rule: string;
  policy: string;
  queue: string;
  priority: number;
  reason: Reason;
  after_ms: number;
}

export interface PolicyDecision {
  /** The strongest that a rule asked for; `approve` when none did. */
  outcome: Outcome;
  visibility: Visibility;
  restrictions: Restriction[];
  /** One for every rule that matched or whose unknown condition counted: strongest outcome first, then by rule id. */
  reasons: Reason[];
  cases: CaseRequest[];
  holds: Hold[];
  /** Rules that matched and were set aside by another rule's `exempt`. */
  exempted: { rule: string; policy: string; by: string }[];
  /** What rules in status `shadow`, and live ones that are silent for this subject, would have said. Nothing above depends on it. */
  shadow: RuleMatch[];
  /** How often a live condition read a field that is not there, by path. */
  missing_fields: Record<string, number>;
}

/** One rule as it stands in a compiled policy. */
export interface CompiledRule {
  rule: Rule;
  stage: Stage;
  version: number;
  subjects: readonly SubjectKind[];
  /** What its condition reads. */
  reads: RuleReads;
}

/** What a rule's condition reads, for gathering history and for showing. */
export interface RuleReads {
  detectors: readonly string[];
  history: readonly HistoryKey[];
  lists: readonly string[];
  /** Whether it reads the event itself: the subject's fields, the type, the client. */
  event: boolean;
}

/** The live rules that matched, or whose unknown condition counts, without what follows from them. */
export interface Matches {
  matches: { rule: Rule; matched: "true" | "unknown" }[];
  /** Ids of rules that matched and were set aside. */
  exempted: string[];
}

export interface Policies {
  stages: readonly { stage: Stage; version: number; title?: string }[];
  /** History that the policies need about subjects of a kind, beyond what detectors declared. */
  historyNeeds(kind: SubjectKind): readonly HistoryKey[];
  /** Whether there is a rule `stage/rule`, whatever its status. */
  has(key: string): boolean;
  rulesFor(kind: SubjectKind): readonly CompiledRule[];
  /** Pure and bounded; never throws. */
  decide(input: PolicyInput): PolicyDecision;
  /** The first part of `decide`. Pure and bounded; never throws. */
  matches(input: PolicyInput): Matches;
}

/** Judges one subject by compiled rules: what matched, and what follows from it. */
import {
  caseTypes,
  type Outcome,
  outcomes,
  type Reason,
  type Restriction,
  type Rule,
  type Subject,
  type SubjectKind,
  subjectKinds,
  type Visibility,
  visibilities,
} from "@assay/contract";
import { limits } from "./condition/limits.ts";
import { Evaluation, type Run, Unknown } from "./condition/value.ts";
import type { CaseRequest, Hold, Matches, PolicyDecision, PolicyInput, RuleMatch } from "./decision.ts";
import { notChecked } from "./file.ts";

/** How long a hold waits for an answer before it becomes a case, in ms. */
export const holdMs = 10 * 60_000;
const defaultPriority = 50;

export interface RunnableRule {
  rule: Rule;
  /** `stage@version`. */
  policy: string;
  /** `stage/rule`. */
  key: string;
  /** In ms since 1970; infinity when it does not expire. */
  expiresAt: number;
  run: Run;
}

/** A rule that counts, with what its condition gave. */
interface Match {
  rule: Rule;
  policy: string;
  matched: "true" | "unknown";
}

/**
 * Judges a subject. Rules are gone through by id, whatever their order in the file, so that the answer does not depend on it.
 * @param rules live and shadow rules about the subject's kind, by policy and id
 */
export function judge(rules: readonly RunnableRule[], input: PolicyInput): PolicyDecision {
  const { evaluation, counting, shadow, exempted } = evaluateAll(rules, input);
  return {
    ...conclude(counting, input),
    exempted,
    shadow: shadow.filter(counts).map((match) => ruleMatch(match, input)),
    missing_fields: evaluation.missing ?? {},
  };
}

/** Which live rules match a subject. */
export function matchesOf(rules: readonly RunnableRule[], input: PolicyInput): Matches {
  const { counting, exempted } = evaluateAll(rules, input);
  return {
    matches: counting.map(({ rule, matched }) => ({ rule, matched })),
    exempted: exempted.map(({ rule }) => rule),
  };
}

function evaluateAll(rules: readonly RunnableRule[], input: PolicyInput) {
  const evaluation = new Evaluation(input);
  const matches: Match[] = [];
  const shadow: Match[] = [];
  for (const one of rules) {
    if (input.at >= one.expiresAt) continue;
    const { rule, policy, run } = one;
    const isLive = countsFor(one, input);
    const matched = evaluate(run, evaluation, isLive);
    if (matched) (isLive ? matches : shadow).push({ rule, policy, matched });
  }
  const exemptions = new Map<string, string>();
  for (const { rule, policy, matched } of matches) {
    if (matched === "true") for (const id of rule.exempt ?? []) exemptions.set(`${policy}/${id}`, rule.id);
  }
  const decision = exemptions.size === 0 ? matches : matches.filter((m) => !exemptions.has(`${m.policy}/${m.rule.id}`));
  return {
    evaluation,
    counting: decision.filter(counts),
    shadow,
    exempted: matches.flatMap(({ rule, policy }) => {
      const by = rule.then && exemptions.get(`${policy}/${rule.id}`);
      return by === undefined ? [] : [{ rule: rule.id, policy, by }];
    }),
  };
}

/** Whether a rule counts for this subject, or is only listened to. */
function countsFor({ rule, key }: RunnableRule, { subject, silent }: PolicyInput): boolean {
  if (rule.status !== "live" || silent?.includes(key)) return false;
  const { rollout = 100 } = rule;
  return rollout >= 100 || shareOf(`${key} ${subject.kind} ${subject.id}`) < rollout;
}

/**
 * Where in [0, 100) a text falls: FNV-1a over its UTF-16 units, mixed by MurmurHash3's finalizer, for FNV's high bits move little.
 * Of a rule and a subject it is the place in the rule's rollout: always the same, and different from rule to rule.
 */
export function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * 100;
}

/** A rule asks for something only if it says what; an unknown condition exempts nobody. */
const counts = ({ rule, matched }: Match) =>
  rule.then !== undefined && (matched === "true" || rule.unknown !== "ignore");

function evaluate(run: Run, evaluation: Evaluation, isLive: boolean): Match["matched"] | undefined {
  const allowed = Math.min(limits.steps, evaluation.stepsLeft);
  evaluation.steps = allowed;
  evaluation.counting = isLive;
  const value = run(evaluation);
  if (isLive && evaluation.steps !== allowed) evaluation.stepsLeft -= allowed - Math.max(evaluation.steps, 0);
  if (typeof value === "boolean") return value ? "true" : undefined;
  return value instanceof Unknown ? "unknown" : undefined;
}

type Conclusion = Omit<PolicyDecision, "exempted" | "shadow" | "missing_fields">;

function conclude(matches: readonly Match[], input: PolicyInput): Conclusion {
  const isEdit = input.history.approved_revision != null;
  const { kind } = input.subject;
  let outcome: Outcome = "approve";
  let visibility: Visibility = "visible";
  for (const match of matches) {
    outcome = stronger(outcome, outcomeOf(match) ?? "approve");
    visibility = moreRestrictive(visibility, visibilityOf(match, kind, isEdit) ?? "visible");
  }
  const sorted = [...matches].sort(byStrength);
  return {
    outcome,
    visibility,
    restrictions: restrictionsOf(sorted, input.subject),
    reasons: sorted.map(reasonOf),
    cases: casesOf(sorted, outcome, kind),
    holds: outcome === "refuse" ? [] : sorted.filter(isHold).map((match) => holdOf(match, kind)),
  };
}

const isHold = (match: Match) => match.matched === "unknown" && match.rule.unknown === "hold";

/** What a match asks for. Whatever could not be judged is for a person to say. */
const outcomeOf = ({ rule, matched }: Match): Outcome | undefined =>
  matched === "unknown" ? "review" : rule.then!.outcome;

const stronger = (a: Outcome, b: Outcome) => (outcomes.indexOf(b) < outcomes.indexOf(a) ? b : a);
const moreRestrictive = (a: Visibility, b: Visibility) => (visibilities.indexOf(b) < visibilities.indexOf(a) ? b : a);

/** The defaults of DESIGN.md, section 1: an edit leaves the approved revision up; a message cannot wait for people. */
function visibilityOf(match: Match, kind: SubjectKind, isEdit: boolean): Visibility | undefined {
  const { then } = match.rule;
  const heldBack = isEdit ? "previous_revision" : "held";
  if (isHold(match)) return heldBack;
  const asked = match.matched === "true" ? then!.visibility : undefined;
  if (asked) return asked === "previous_revision" ? heldBack : asked;
  switch (outcomeOf(match)) {
    case "refuse":
      return "removed";
    case "review":
      if (match.matched === "unknown" && then!.visibility === "visible") return "visible";
      return kind === "message" ? "visible" : heldBack;
    case "request_changes":
      return kind === "message" ? "visible" : heldBack;
    default:
      return undefined;
  }
}

function reasonOf(match: Match): Reason {
  const { rule, policy, matched } = match;
  const outcome = outcomeOf(match);
  const code = matched === "unknown" ? notChecked : rule.then!.reason;
  return { code, rule: rule.id, policy, ...(outcome && { outcome }) };
}

/** Strongest outcome first; then what is worked first; then by name, so that the order never depends on the file's. */
function byStrength(a: Match, b: Match): number {
  const strength = (match: Match) => outcomes.indexOf(outcomeOf(match) ?? "approve");
  return strength(a) - strength(b) || priorityOf(b) - priorityOf(a) || (a.rule.id < b.rule.id ? -1 : 1);
}
const priorityOf = (match: Match) => match.rule.then?.priority ?? defaultPriority;

function restrictionsOf(matches: readonly Match[], subject: Subject): Restriction[] {
  const kind = subjectKinds[subject.kind].owner === "order" ? "order" : "account";
  const { about } = subject.data;
  const restrictions = new Map<string, Restriction>();
  for (const { rule, matched } of matches) {
    if (matched === "unknown") continue;
    const { restrict = [], whom, reason } = rule.then!;
    const id = whom === "about" ? about : subject.owner;
    if (typeof id !== "string") continue;
    for (const type of restrict) {
      if (!restrictions.has(`${type} ${id}`)) restrictions.set(`${type} ${id}`, { type, scope: { kind, id }, reason });
    }
  }
  return [...restrictions.values()];
}

/**
 * Cases due now. What is refused needs no person to say so: review rules' cases are left out then. A queue that a rule without
 * `review` names (a quality sample, a refusal to check) gets its case whatever the outcome.
 */
function casesOf(matches: readonly Match[], outcome: Outcome, kind: SubjectKind): CaseRequest[] {
  const cases = new Map<string, CaseRequest>();
  for (const match of matches) {
    if (isHold(match)) continue;
    const asks = outcomeOf(match) === "review" ? outcome === "review" : match.rule.then!.queue !== undefined;
    if (!asks) continue;
    const queue = queueOf(match, kind);
    const open = cases.get(queue);
    if (open) {
      open.priority = Math.max(open.priority, priorityOf(match));
      open.reasons.push(reasonOf(match));
    } else cases.set(queue, { type: caseType(queue), queue, priority: priorityOf(match), reasons: [reasonOf(match)] });
  }
  return [...cases.values()];
}

const queueOf = (match: Match, kind: SubjectKind) => match.rule.then!.queue ?? subjectKinds[kind].stage;
const caseType = (queue: string): CaseRequest["type"] => caseTypes.find((type) => type === queue) ?? "moderation";

function holdOf(match: Match, kind: SubjectKind): Hold {
  const { rule, policy } = match;
  const queue = queueOf(match, kind);
  return { rule: rule.id, policy, queue, priority: priorityOf(match), reason: reasonOf(match), after_ms: holdMs };
}

function ruleMatch(match: Match, input: PolicyInput): RuleMatch {
  const { rule, policy, matched } = match;
  const outcome = outcomeOf(match);
  const visibility = visibilityOf(match, input.subject.kind, input.history.approved_revision != null);
  const reason = reasonOf(match).code;
  return { rule: rule.id, policy, matched, ...(outcome && { outcome }), ...(visibility && { visibility }), reason };
}

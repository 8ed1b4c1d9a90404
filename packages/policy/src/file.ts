/** Reads a policy file and compiles its conditions against everything that they may name. */
import {
  type Policy,
  policySchema,
  type Rule,
  type Stage,
  type SubjectKind,
  subjectKindNames,
  subjectKinds,
} from "@assay/contract";
import { type Compiled, compileCondition } from "./condition/compile.ts";
import { type Scope, scopeOf } from "./condition/scope.ts";
import type { ConditionMistake } from "./condition/syntax.ts";
import type { Run } from "./condition/value.ts";
import type { PolicyVocabulary, RuleReads } from "./decision.ts";
import { didYouMean, type Mistake, oneOf, type SourceFile } from "./mistake.ts";
import { readYaml, type YamlFile } from "./yaml.ts";

/** Why a rule gives no clear answer: its condition could not be judged. Every set of reason codes has it. */
export const notChecked = "not_checked";

/** A rule with its condition compiled for each kind of subject that it is about. */
export interface ParsedRule {
  rule: Rule;
  runs: ReadonlyMap<SubjectKind, Run>;
  reads: RuleReads;
}

export interface ParsedPolicy {
  source: SourceFile;
  /** In the order of the file. */
  mistakes: Mistake[];
  /** Absent when there are mistakes. */
  policy?: Policy;
  rules: ParsedRule[];
}

/** Made once for a vocabulary and used for all of its policies. */
export type Scopes = (kind: SubjectKind) => Scope;

export function scopesOf(vocabulary: PolicyVocabulary): Scopes {
  const made = new Map<SubjectKind, Scope>();
  return (kind) => {
    const scope = made.get(kind) ?? scopeOf(kind, vocabulary);
    made.set(kind, scope);
    return scope;
  };
}

/**
 * Reads and checks one policy file.
 * @param name shown in messages, such as `listing.yaml`
 * @returns all mistakes at once, each with line and column; never throws for what stands in the file
 */
export function parsePolicy(
  text: string,
  name: string,
  vocabulary: PolicyVocabulary,
  scopes: Scopes = scopesOf(vocabulary),
): ParsedPolicy {
  const file = readYaml<Policy>(name, text, policySchema);
  const { source, mistakes, value: policy } = file;
  if (!policy) return { source, mistakes, rules: [] };
  const reasons = new Set(vocabulary.reasons.map(({ code }) => code));
  checkIds(file, policy);
  const rules = policy.rules.flatMap((rule, i) => {
    checkReferences(file, policy, rule, i, reasons);
    return compileRule(file, policy, rule, i, scopes) ?? [];
  });
  mistakes.sort((a, b) => a.start - b.start);
  return { source, mistakes, rules, ...(mistakes.length === 0 && { policy }) };
}

function checkIds(file: YamlFile<Policy>, policy: Policy): void {
  const first = new Map<string, number>();
  for (const [i, { id }] of policy.rules.entries()) {
    const before = first.get(id);
    if (before === undefined) first.set(id, i);
    else {
      const { line } = file.source.lines.linePos(file.place(["rules", before, "id"])[0]);
      file.say("duplicate_rule", `there is a rule "${id}" already, in line ${line}`, ["rules", i, "id"]);
    }
  }
}

function checkReferences(file: YamlFile<Policy>, policy: Policy, rule: Rule, i: number, reasons: Set<string>): void {
  const code = rule.then?.reason;
  if (code !== undefined && !reasons.has(code)) {
    const hint = didYouMean(code, reasons) || `; known: ${oneOf([...reasons])}`;
    file.say("unknown_reason", `unknown reason code "${code}"${hint}`, ["rules", i, "then", "reason"]);
  }
  if (rule.then && rule.unknown !== "ignore" && !reasons.has(notChecked)) {
    const message = `the reason codes lack "${notChecked}", which is given where a condition is unknown`;
    file.say("unknown_reason", message, ["rules", i, "unknown"]);
  }
  const ids = policy.rules.map(({ id }) => id);
  for (const [n, id] of (rule.exempt ?? []).entries()) {
    const path = ["rules", i, "exempt", n];
    if (id === rule.id) file.say("unknown_rule", "a rule cannot exempt from itself", path);
    else if (!ids.includes(id)) {
      file.say("unknown_rule", `unknown rule "${id}"${didYouMean(id, ids) || `; known: ${oneOf(ids)}`}`, path);
    }
  }
  for (const [n, kind] of (rule.subjects ?? []).entries()) {
    const known = kindsOf(policy.policy);
    if ((known as string[]).includes(kind)) continue;
    const isElsewhere = (subjectKindNames as string[]).includes(kind);
    const hint = isElsewhere ? `; its policy is ${subjectKinds[kind as SubjectKind].stage}` : didYouMean(kind, known);
    const message = `no ${kind} in the ${policy.policy} policy${hint}; it is about ${known.join(", ")}`;
    file.say("unknown_kind", message, ["rules", i, "subjects", n]);
  }
}

const kindsOf = (stage: string): SubjectKind[] => subjectKindNames.filter((kind) => subjectKinds[kind].stage === stage);

/**
 * Compiles a rule's condition for each kind that it is about. A rule that names no kinds is about those of its stage for
 * which its condition can be judged: one that reads `message.text` is about messages.
 */
function compileRule(
  file: YamlFile<Policy>,
  policy: Policy,
  rule: Rule,
  i: number,
  scopes: Scopes,
): ParsedRule | undefined {
  const ofStage = kindsOf(policy.policy);
  const kinds = rule.subjects ? ofStage.filter((kind) => rule.subjects?.includes(kind)) : ofStage;
  const runs = new Map<SubjectKind, Run>();
  const all: Compiled["reads"][] = [];
  let failed: ConditionMistake[] | undefined;
  for (const kind of kinds) {
    const compiled = compileCondition(rule.when, scopes(kind));
    if (!Array.isArray(compiled)) {
      runs.set(kind, compiled.run);
      all.push(compiled.reads);
    } else if (!failed || compiled.length < failed.length) failed = compiled;
  }
  if (failed && (runs.size === 0 || rule.subjects)) {
    sayConditionMistakes(file, i, failed);
    return undefined;
  }
  const union = <T>(of: (reads: Compiled["reads"]) => Set<T>) => [...new Set(all.flatMap((reads) => [...of(reads)]))];
  const reads = {
    detectors: union((read) => read.detectors),
    history: union((read) => read.history),
    lists: union((read) => read.lists),
    event: all.some((read) => read.event),
  };
  return { rule, runs, reads };
}

/**
 * What is wrong in one condition of a stage: nothing where it can be judged of one kind that the rule is about, as in a file.
 * @param subjects kinds that the rule names; then it has to fit each of them
 */
export function checkCondition(
  when: string,
  stage: Stage,
  vocabulary: PolicyVocabulary,
  subjects?: readonly string[],
): ConditionMistake[] {
  const scopes = scopesOf(vocabulary);
  const kinds = kindsOf(stage).filter((kind) => !subjects || subjects.includes(kind));
  const failed = kinds.map((kind) => compileCondition(when, scopes(kind))).filter((result) => Array.isArray(result));
  if (failed.length === 0 || (!subjects && failed.length < kinds.length)) return [];
  return failed.reduce((a, b) => (b.length < a.length ? b : a));
}

function sayConditionMistakes(file: YamlFile<Policy>, i: number, mistakes: readonly ConditionMistake[]): void {
  const path = ["rules", i, "when"];
  const scalar = file.scalar(path);
  for (const { kind, message, start, end } of mistakes) {
    const from = scalar?.offset(start) ?? file.place(path)[0];
    const to = scalar && end > start ? scalar.offset(end - 1) + 1 : from + 1;
    file.say(kind, message, path, [from, to]);
  }
}

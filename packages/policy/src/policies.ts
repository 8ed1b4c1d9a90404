/** Compiles a marketplace's policies into one object that judges subjects. */
import { AssayError, type HistoryKey, type Stage, type SubjectKind, subjectKindNames } from "@assay/contract";
import type { CompiledRule, Policies, PolicySource, PolicyVocabulary } from "./decision.ts";
import { type ParsedPolicy, parsePolicy, scopesOf } from "./file.ts";
import { judge, matchesOf, type RunnableRule } from "./judge.ts";

/** The stages' policies in force, one each. Compiling takes milliseconds; judging takes microseconds. */
interface KindRules {
  runnable: RunnableRule[];
  compiled: CompiledRule[];
  history: HistoryKey[];
}

/**
 * Compiles the policies in force, one for each stage.
 * @throws AssayError `invalid_policy` with every mistake of every file: `errors[].detail` is what a person reads, several lines
 * with the place and a caret; `errors[].pointer` is `/<file>/rules/<n>/…`
 */
export function compilePolicies(sources: readonly PolicySource[], vocabulary: PolicyVocabulary): Policies {
  const scopes = scopesOf(vocabulary);
  const parsed = sources.map((source) => ({
    ...source,
    file: parsePolicy(source.source, source.name ?? `${source.stage}.yaml`, vocabulary, scopes),
  }));
  for (const { stage, file } of parsed) checkStage(file, stage);
  refuse(parsed.map(({ file }) => file));
  const byKind = new Map<SubjectKind, KindRules>(
    subjectKindNames.map((kind) => [kind, { runnable: [], compiled: [], history: [] }]),
  );
  for (const { stage, version, file } of parsed) {
    for (const { rule, runs, reads } of file.rules) {
      const subjects = [...runs.keys()];
      for (const [kind, run] of runs) {
        const rules = byKind.get(kind)!;
        rules.compiled.push({ rule, stage, version, subjects, reads });
        if (rule.status !== "live" && rule.status !== "shadow") continue;
        const expiresAt = rule.expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(rule.expires);
        rules.runnable.push({ rule, policy: `${stage}@${version}`, key: `${stage}/${rule.id}`, expiresAt, run });
        rules.history.push(...reads.history);
      }
    }
  }
  for (const rules of byKind.values()) {
    rules.runnable.sort((a, b) => compareText(a.policy, b.policy) || compareText(a.rule.id, b.rule.id));
    if (rules.runnable.length > 0) rules.history.push("approved_revision");
    rules.history = [...new Set(rules.history)].sort();
  }
  const keys = new Set(parsed.flatMap(({ stage, file }) => file.rules.map(({ rule }) => `${stage}/${rule.id}`)));
  return {
    stages: parsed.map(({ stage, version, file }) => ({ stage, version, title: file.policy?.title })),
    historyNeeds: (kind) => byKind.get(kind)?.history ?? [],
    has: (key) => keys.has(key),
    rulesFor: (kind) => byKind.get(kind)?.compiled ?? [],
    decide: (input) => judge(byKind.get(input.subject.kind)?.runnable ?? [], input),
    matches: (input) => matchesOf(byKind.get(input.subject.kind)?.runnable ?? [], input),
  };
}

/** Adds the mistake of a policy that stands in another stage's place. */
export function checkStage(file: ParsedPolicy, stage: Stage): ParsedPolicy {
  if (file.policy && file.policy.policy !== stage) {
    const message = `this is the policy of ${file.policy.policy}, but it stands in the place of ${stage}`;
    file.mistakes.push(file.source.mistake("wrong_stage", message, 0, 1, "/policy"));
  }
  return file;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function refuse(files: readonly ParsedPolicy[]): void {
  const mistakes = files.flatMap(({ source, mistakes }) => mistakes.map((mistake) => ({ source, mistake })));
  if (mistakes.length === 0) return;
  throw new AssayError("invalid_policy", mistakes.map(({ source, mistake }) => source.show(mistake)).join("\n\n"), {
    errors: mistakes.map(({ source, mistake }) => ({
      detail: source.show(mistake),
      pointer: `/${mistake.file}${mistake.pointer}`,
    })),
  });
}

/** What we think of it: the policy language, its checker, one compiled evaluator, starter policies. */
export { limits } from "./condition/limits.ts";
export * from "./decision.ts";
export { diffPolicies, mergePolicies, readPolicy } from "./diff.ts";
export { removeRule, setRule } from "./edit.ts";
export { type ExampleResult, type ExampleResults, runExamples } from "./examples.ts";
export * from "./fields.ts";
export { checkCondition, notChecked, type ParsedPolicy, type ParsedRule, parsePolicy } from "./file.ts";
export { normalForm, toCel, toForm } from "./form.ts";
export { holdMs } from "./judge.ts";
export type { Mistake, SourceFile } from "./mistake.ts";
export { checkStage, compilePolicies } from "./policies.ts";
export { type ParsedReasons, parseReasons } from "./reasons.ts";
export { starterExamples, starterLists, starterPlaybooks, starterPolicies, starterReasons } from "./starter.ts";
export { vocabularyOf } from "./vocabulary.ts";

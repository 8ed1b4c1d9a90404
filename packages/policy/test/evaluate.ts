/** Compiles and evaluates one condition, for tests. */
import { subjectKinds } from "@assay/contract";
import { compileExpression } from "../src/condition/compile.ts";
import { scopeOf } from "../src/condition/scope.ts";
import { Evaluation, Failure, Unknown, type Value } from "../src/condition/value.ts";
import type { PolicyInput } from "../src/decision.ts";
import { input, vocabulary } from "./vocabulary.ts";

const scopes = new Map(Object.keys(subjectKinds).map((kind) => [kind, scopeOf(kind as "listing", vocabulary)]));

export interface Evaluated {
  /** The value, or `unknown` or `failure` with why. */
  value: Value;
  missing: Record<string, number>;
  steps: number;
}

/** @throws Error with the first mistake, when the condition cannot be compiled */
export function evaluate(condition: string, given: PolicyInput = input()): Evaluated {
  const compiled = compileExpression(condition, scopes.get(given.subject.kind)!);
  if (Array.isArray(compiled)) throw new Error(compiled[0]!.message);
  const evaluation = new Evaluation(given);
  const before = evaluation.steps;
  const value = compiled.run(evaluation);
  return {
    value:
      value instanceof Unknown ? `unknown: ${value.why}` : value instanceof Failure ? `failure: ${value.why}` : value,
    missing: evaluation.missing ?? {},
    steps: before - evaluation.steps,
  };
}

/** Compiles a marketplace's policies into one object that judges subjects. */
import { AssayError, outcomes, policySchema, type SubjectKind, subjectKindNames, subjectKinds } from "@assay/contract";
import { Environment } from "@marcbachmann/cel-js";
import { parse } from "yaml";
import type { Policies, PolicyDecision, PolicyInput, PolicySource, PolicyVocabulary } from "./decision.ts";

/** @throws AssayError `invalid_policy` with every mistake */
export function compilePolicies(sources: readonly PolicySource[], _vocabulary: PolicyVocabulary): Policies {
  const environment = new Environment({ unlistedVariablesAreDyn: true });
  const compiled = sources.flatMap(({ stage, version, source }) => {
    const policy = policySchema.safeParse(parse(source));
    if (!policy.success) throw new AssayError("invalid_policy", policy.error.message);
    return policy.data.rules.map((rule) => ({
      rule,
      stage,
      version,
      subjects: (rule.subjects as SubjectKind[] | undefined) ?? kindsOf(stage),
      reads: { detectors: [], history: ["account_profile" as const], lists: [] },
      run: environment.parse(rule.when),
    }));
  });
  const rulesFor = (kind: SubjectKind) => compiled.filter((rule) => rule.subjects.includes(kind));
  return {
    stages: sources.map(({ stage, version }) => ({ stage, version })),
    historyNeeds: () => ["account_profile", "approved_revision"],
    rulesFor,
    decide(input: PolicyInput): PolicyDecision {
      const decision: PolicyDecision = {
        outcome: "approve",
        visibility: "visible",
        restrictions: [],
        reasons: [],
        cases: [],
        holds: [],
        exempted: [],
        shadow: [],
        missing_fields: {},
      };
      const scope = {
        subject: input.subject.data,
        [input.subject.kind]: input.subject.data,
        account: { id: input.subject.owner, ...input.history.account_profile },
        signals: Object.fromEntries(
          input.signals.map((signal) => [
            signal.detector,
            { found: signal.state === "found", score: signal.score, ...signal.values },
          ]),
        ),
        lists: input.lists,
        history: input.history,
      };
      for (const { rule, stage, version, run } of rulesFor(input.subject.kind)) {
        if (rule.status !== "live" || !rule.then) continue;
        let matched = false;
        try {
          matched = run(scope) === true;
        } catch {
          continue;
        }
        if (!matched) continue;
        const { outcome, reason } = rule.then;
        decision.reasons.push({ code: reason, rule: rule.id, policy: `${stage}@${version}`, outcome });
        if (outcome && outcomes.indexOf(outcome) < outcomes.indexOf(decision.outcome)) decision.outcome = outcome;
      }
      return decision;
    },
  };
}

const kindsOf = (stage: string) => subjectKindNames.filter((kind) => subjectKinds[kind].stage === stage);

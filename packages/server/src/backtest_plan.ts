/** What a backtest is to try: from a request to texts that no later change touches, and to what has to be read for them. */
import {
  AssayError,
  type BacktestRequest,
  type HistoryKey,
  type Rule,
  type Stage,
  type SubjectKind,
  subjectKindNames,
  subjectKinds,
} from "@assay/contract";
import { type CompiledRule, diffPolicies, type Policies, readPolicy, setRule } from "@assay/policy";
import type { Querier } from "./db/index.ts";
import type { PastNeeds } from "./decisions/index.ts";
import { draftRow, newestVersion, type PolicyBook, versionRow } from "./policies/index.ts";

/** As it is kept with the run. */
export interface BacktestPlan {
  stage: Stage;
  tried: string;
  source: string;
  compared?: string;
  compareSource?: string;
  rules: string[];
  from: string;
  to: string;
  lists: "then" | "now";
  sample: number;
  seconds_per_case: number;
}

/** @throws AssayError `not_found`, `invalid_policy` with every mistake, `invalid_request` where there is nothing to try */
export async function planBacktest(
  q: Querier,
  policies: PolicyBook,
  marketplace: string,
  request: BacktestRequest,
): Promise<BacktestPlan> {
  const { stage, from, lists, sample, seconds_per_case } = request;
  const to = request.to ?? new Date().toISOString();
  if (Date.parse(from) >= Date.parse(to)) throw new AssayError("invalid_request", "from: has to lie before to");
  const tried = await textOf(q, marketplace, stage, request.try);
  await policies.require(marketplace, stage, tried.source);
  const compared = request.compare && (await textOf(q, marketplace, stage, request.compare));
  if (compared) await policies.require(marketplace, stage, compared.source);
  const known = readPolicy(tried.source)!.rules;
  const rules = request.rules ?? ("rule" in request.try ? [request.try.rule.id] : await changed(tried.source));
  for (const id of rules) {
    if (!known.some((rule) => rule.id === id))
      throw new AssayError("not_found", `There is no rule ${id} in ${tried.name}.`);
  }
  if (rules.length === 0 && !compared) {
    throw new AssayError(
      "invalid_request",
      "Nothing differs from what is in force: name the rules to look at, or a version to compare with.",
    );
  }
  return {
    stage,
    tried: tried.name,
    source: tried.source,
    ...(compared && { compared: compared.name, compareSource: compared.source }),
    rules,
    from,
    to,
    lists,
    sample,
    seconds_per_case,
  };

  /** Rules with a condition that are new or changed against what is in force; all of a policy that is. */
  async function changed(source: string): Promise<string[]> {
    const version = await newestVersion(q, marketplace, stage);
    const inForce = (await versionRow(q, marketplace, stage, version))?.source ?? "";
    const { added, changed: other } = diffPolicies(inForce, source);
    return [...added, ...other].map(({ id }) => id).slice(0, 50);
  }
}

async function textOf(
  q: Querier,
  marketplace: string,
  stage: Stage,
  given: BacktestRequest["try"],
): Promise<{ name: string; source: string }> {
  if ("source" in given) return { name: "a text", source: given.source };
  if ("draft" in given) {
    const draft = await draftRow(q, marketplace, given.draft);
    if (!draft || draft.stage !== stage)
      throw new AssayError("not_found", `There is no draft ${given.draft} of ${stage}.`);
    return { name: draft.title, source: draft.source };
  }
  const version = "version" in given ? given.version : await newestVersion(q, marketplace, stage);
  const row = await versionRow(q, marketplace, stage, version);
  if (!row && "version" in given) throw new AssayError("not_found", `There is no policy ${stage}@${version}.`);
  const source = row?.source ?? `policy: ${stage}\nrules: []\n`;
  return "rule" in given
    ? { name: given.rule.id, source: setRule(source, given.rule) }
    : { name: `${stage}@${version}`, source };
}

/** A plan ready to be worked. */
export interface Prepared {
  kinds: SubjectKind[];
  /** The rules to look at, counting for everybody and for all time, and those that exempt from them. */
  focus: Policies;
  rules: Rule[];
  versions?: { tried: Policies; compared: Policies };
  needs: PastNeeds;
  detectors: ReadonlySet<string>;
  readsLists: boolean;
}

export function prepare(plan: BacktestPlan, compile: (stage: Stage, source: string) => Policies): Prepared {
  const { stage } = plan;
  const all = readPolicy(plan.source)!.rules;
  const rules = all.filter(({ id }) => plan.rules.includes(id));
  const exempting = all.flatMap((rule) => {
    const exempt = rule.exempt?.filter((id) => plan.rules.includes(id)) ?? [];
    return exempt.length > 0 && !plan.rules.includes(rule.id) && rule.status === "live"
      ? [{ ...rule, then: undefined, exempt }]
      : [];
  });
  const counting = [...rules, ...exempting].map(({ rollout: _, expires: __, exempt, ...rule }) => {
    const from = exempt?.filter((id) => plan.rules.includes(id));
    return {
      ...rule,
      status: "live",
      ...(from?.length && { exempt: from }),
      ...(!rule.then && !from?.length && { then: { reason: "not_checked" } }),
    };
  });
  const focus = compile(stage, JSON.stringify({ policy: stage, rules: counting }));
  const versions =
    plan.compareSource === undefined
      ? undefined
      : { tried: compile(stage, plan.source), compared: compile(stage, plan.compareSource) };
  const kinds = subjectKindNames.filter((kind) => subjectKinds[kind].stage === stage);
  const read = [focus, ...(versions ? [versions.tried, versions.compared] : [])].flatMap((policies) =>
    kinds.flatMap((kind) =>
      policies.rulesFor(kind).filter(({ rule }) => rule.status === "live" || rule.status === "shadow"),
    ),
  );
  const about = kinds.filter((kind) => versions !== undefined || focus.rulesFor(kind).length > 0);
  const readsLists = read.some(({ reads }) => reads.lists.length > 0);
  const detectors = new Set(read.flatMap(({ reads }) => reads.detectors));
  return {
    kinds: about,
    focus,
    rules,
    ...(versions && { versions }),
    needs: {
      signals: [...detectors],
      history: [...new Set(read.flatMap(historyOf))],
      event: read.some(({ reads }) => reads.event),
      listsVersion: plan.lists === "then" && readsLists,
    },
    detectors,
    readsLists,
  };
}

const historyOf = ({ reads }: CompiledRule): readonly HistoryKey[] => reads.history;

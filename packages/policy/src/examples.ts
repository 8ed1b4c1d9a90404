/** Examples of a policy's rules: for each rule something that it hits and something that it must not. */
import {
  clientSchema,
  type DetectorDeclaration,
  type HistoryValues,
  historyValues,
  outcomeSchema,
  type Signal,
  signalSchema,
  subjectKindSchema,
  subjectKinds,
  visibilitySchema,
} from "@assay/contract";
import { z } from "zod";
import type { Policies, PolicyDecision, PolicyInput } from "./decision.ts";
import type { Mistake, SourceFile } from "./mistake.ts";
import { readYaml } from "./yaml.ts";

/**
 * One event as a rule sees it. What is left out is harmless: every detector looked and saw nothing, the account is known and
 * 400 days old, nothing is pending.
 */
const exampleSchema = z.strictObject({
  /** What it shows, in a few words. */
  note: z.string().max(300).optional(),
  kind: subjectKindSchema.optional(),
  data: z.record(z.string(), z.unknown()).default({}),
  event: z.string().optional(),
  client: clientSchema.optional(),
  at: z.iso.datetime().default("2026-11-21T12:00:00Z"),
  signals: z.record(z.string(), signalSchema.omit({ detector: true, version: true, evidence: true })).default({}),
  pending: z.array(z.string()).default([]),
  account: historyValues.account_profile.partial().extend({ id: z.string().optional() }).default({}),
  history: z.record(z.string(), z.unknown()).default({}),
  lists: z.record(z.string(), z.array(z.string())).default({}),
  /** What the whole policy must decide. */
  outcome: outcomeSchema.optional(),
  visibility: visibilitySchema.optional(),
});
type Example = z.infer<typeof exampleSchema>;

const examplesSchema = z.strictObject({
  examples: z.array(
    z.strictObject({ rule: z.string(), hits: z.array(exampleSchema).min(1), misses: z.array(exampleSchema).min(1) }),
  ),
});

export interface ExampleResult {
  rule: string;
  expect: "hit" | "miss";
  note?: string;
  /** What is wrong; absent when it is as it should be. */
  problem?: string;
}

export interface ExampleResults {
  source: SourceFile;
  /** What is wrong with the file itself. */
  mistakes: Mistake[];
  results: ExampleResult[];
}

/**
 * Runs a file of examples (`listing.tests.yaml`) against compiled policies.
 * A rule of the stage without examples is a problem too.
 */
export function runExamples(
  policies: Policies,
  stage: string,
  text: string,
  name: string,
  detectors: readonly DetectorDeclaration[],
): ExampleResults {
  const file = readYaml(name, text, examplesSchema);
  const kinds = (Object.keys(subjectKinds) as (keyof typeof subjectKinds)[]).filter(
    (kind) => subjectKinds[kind].stage === stage,
  );
  const rules = new Map(kinds.flatMap((kind) => policies.rulesFor(kind)).map((one) => [one.rule.id, one]));
  const examples = file.value?.examples ?? [];
  const results = examples.flatMap(({ rule, hits, misses }, i): ExampleResult[] => {
    const compiled = rules.get(rule);
    if (!compiled) {
      // A rule that reads a detector which is not registered was left out (`starterPolicies`); so are its examples.
      const named = [...hits, ...misses].flatMap((example) => [...Object.keys(example.signals), ...example.pending]);
      if (named.some((id) => !detectors.some((detector) => detector.id === id))) return [];
      return [{ rule, expect: "hit", problem: `${name}: there is no rule "${rule}"` }];
    }
    const run = (expect: "hit" | "miss") => (example: Example) => {
      const kind = example.kind ?? compiled.subjects[0]!;
      const decision = policies.decide(inputOf(kind, example, detectors));
      const problem = problemOf(decision, rule, expect, example);
      return {
        rule,
        expect,
        ...(example.note && { note: example.note }),
        ...(problem && { problem: `${name}: examples[${i}]: ${problem}` }),
      };
    };
    return [...hits.map(run("hit")), ...misses.map(run("miss"))];
  });
  const covered = new Set(examples.map(({ rule }) => rule));
  for (const [rule, { rule: declared }] of rules) {
    if (covered.has(rule) || declared.status === "draft" || declared.status === "retired") continue;
    results.push({ rule, expect: "hit", problem: `${name}: the rule "${rule}" has no examples` });
  }
  return { source: file.source, mistakes: file.mistakes, results };
}

function problemOf(
  decision: PolicyDecision,
  rule: string,
  expect: "hit" | "miss",
  example: Example,
): string | undefined {
  const matched =
    decision.reasons.some((reason) => reason.rule === rule && reason.code !== "not_checked") ||
    decision.shadow.some((match) => match.rule === rule && match.matched === "true") ||
    decision.exempted.some(({ by }) => by === rule);
  if (matched !== (expect === "hit")) return expect === "hit" ? `"${rule}" does not hit it` : `"${rule}" hits it`;
  for (const key of ["outcome", "visibility"] as const) {
    if (example[key] && example[key] !== decision[key]) return `${key} is ${decision[key]}, not ${example[key]}`;
  }
  return undefined;
}

const harmless: HistoryValues = {
  account_profile: { known: true, age_days: 400, country: "FR", listings_total: 12, refusals_90d: 0 },
  approved_revision: null,
  previous_revision: null,
  comparable_prices: [],
  similar_listings: [],
  category_words: [],
  seller_batch: { habit: { days: 0, most: 0, mean: 0 }, peers: { sellers: 0, p50: 0, p95: 0, p99: 0 }, ads: [] },
  linked_batch: [],
  known_pictures: [],
  reused_pictures: [],
  conversation_before: [],
  seller_window: { listings_24h: 0, listings_1h: 0 },
  sender_window: { messages_24h: 0, recipients_24h: 0, messages_1h: 0 },
  account_trail: { points: [] },
  seller_volume: { listings_90d: 0, weeks_active: 0, new_90d: 0, same_item_90d: 0 },
  review_past: { orders_known: false, bought: 0, sold: 0, reviewed_back: [], recent: [] },
  sender_trail: [],
  account_links: [],
};

function inputOf(
  kind: keyof typeof subjectKinds,
  example: Example,
  detectors: readonly DetectorDeclaration[],
): PolicyInput {
  const { id: owner = "account1", ...account } = example.account;
  const signals = detectors
    .filter(({ id, subjects }) => subjects.includes(kind) && !example.pending.includes(id))
    .map(({ id, version }): Signal => {
      const given = example.signals[id] ?? { state: "clear" as const, score: 0 };
      return { detector: id, version, evidence: [], ...given };
    });
  return {
    subject: {
      kind,
      id: "subject1",
      owner,
      data: { id: "subject1", [subjectKinds[kind].owner]: owner, ...example.data },
    },
    eventId: "event1",
    eventType: example.event ?? `${kind}.created`,
    at: Date.parse(example.at),
    ...(example.client && { client: example.client }),
    signals,
    pending: example.pending,
    history: {
      ...harmless,
      ...example.history,
      account_profile: { ...harmless.account_profile, ...account },
    },
    lists: { trusted_sellers: [], blocked_accounts: [], ...example.lists },
  };
}

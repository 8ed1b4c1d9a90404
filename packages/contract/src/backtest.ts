/** What a rule or a version would have done to what is stored: asked for, worked as a job, answered with figures and a sample to open. */
import { z } from "zod";
import { outcomeSchema } from "./decision.ts";
import { ruleSchema } from "./policy.ts";
import { policySourceSchema } from "./policy_draft.ts";
import { stageSchema, subjectRefSchema } from "./subject.ts";

export const runStates = ["queued", "running", "done", "failed", "cancelled"] as const;
export const runKinds = ["backtest", "sweep", "reversal"] as const;

/** Long work over what is stored. */
export const policyRunSchema = z
  .object({
    id: z.string(),
    kind: z.enum(runKinds),
    state: z.enum(runStates),
    title: z.string(),
    done: z.int().describe("looked at so far"),
    total: z.int().optional(),
    problem: z.string().optional(),
    created_by: z.string(),
    created_by_name: z.string().optional(),
    created_at: z.string(),
    started_at: z.string().optional(),
    finished_at: z.string().optional(),
  })
  .meta({ id: "PolicyRun" });
export type PolicyRun = z.infer<typeof policyRunSchema>;

const versionOrDraft = z
  .union([
    z.strictObject({ version: z.int().min(1) }),
    z.strictObject({ draft: z.string().max(100) }),
    z.strictObject({ source: policySourceSchema }),
    z.strictObject({ rule: ruleSchema }).describe("one rule by itself, put into what is in force"),
  ])
  .describe("a version, a draft, a text, or one rule");

export const backtestRequestSchema = z
  .strictObject({
    stage: stageSchema,
    try: versionOrDraft,
    rules: z
      .array(z.string().max(100))
      .min(1)
      .max(50)
      .optional()
      .describe("rules to look at; without it, those that differ from what is in force"),
    compare: versionOrDraft.optional().describe("another version, decided side by side"),
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }).optional().describe("now, without it"),
    lists: z.enum(["then", "now"]).default("then").describe("lists as they were at each event, or as they are"),
    sample: z.int().min(0).max(200).default(30).describe("matches of each rule to open, drawn at random"),
    seconds_per_case: z.number().min(1).max(3600).default(45),
  })
  .meta({ id: "BacktestRequest" });
export type BacktestRequest = z.infer<typeof backtestRequestSchema>;

/** What became of a match, as far as it is known: what a person decided goes before appeals, and these before reports. */
export const matchTruths = ["upheld", "overturned", "appealed", "reported", "unknown"] as const;
export type MatchTruth = (typeof matchTruths)[number];
const splitSchema = z.object(
  Object.fromEntries(matchTruths.map((truth) => [truth, z.int()])) as Record<MatchTruth, z.ZodInt>,
);

export const backtestMatchSchema = z.object({
  event_id: z.string(),
  decision_id: z.string(),
  subject: subjectRefSchema,
  owner: z.string(),
  title: z.string(),
  at: z.string(),
  outcome: outcomeSchema.describe("what was decided then"),
  truth: z.enum(matchTruths),
});
export type BacktestMatch = z.infer<typeof backtestMatchSchema>;

/** All null where n is 0: nothing is known. */
const sharedSchema = z.object({
  n: z.int(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const backtestRuleSchema = z.object({
  rule: z.string(),
  matched: z.int(),
  unknown: z.int().describe("its condition could not be judged, and it asks for something then"),
  exempted: z.int(),
  split: splitSchema,
  /** Of those that people decided: the share that the rule would have been right about, with its 95 % interval (Wilson). */
  precision: sharedSchema,
  adds: z.int().describe("matches for which nothing in force then asked for as much"),
  delayed: z.int().describe("matches that went up at once then, and would have waited for a person or a change"),
  cases: z.int().describe("cases that it would have opened where there was none"),
  hours: z.number().describe("of moderation for those cases"),
  wait_hours: z
    .number()
    .nullable()
    .describe("what each of those delayed would have waited: the queue's median of the last 90 days"),
  by_day: z.array(z.object({ day: z.string(), n: z.int() })),
  sample: z.array(backtestMatchSchema),
});
export type BacktestRule = z.infer<typeof backtestRuleSchema>;

const outcomeCounts = z.record(z.string(), z.int());
export const backtestResultSchema = z
  .object({
    looked_at: z.int(),
    /** Matches of the rules taken together, each decision once. */
    together: z.object({
      matched: z.int(),
      split: splitSchema,
      adds: z.int(),
      delayed: z.int(),
      cases: z.int(),
      hours: z.number(),
    }),
    rules: z.array(backtestRuleSchema),
    /** Decisions for which something was not stored as it is needed now and was computed anew, as of the event's time. */
    recomputed: z.int(),
    /** Those for which it could not be, by what is lacking; what reads it counts as absent. */
    needs_recompute: z.record(z.string(), z.int()),
    compare: z
      .object({
        tried: outcomeCounts,
        compared: outcomeCounts,
        cases: z.object({ tried: z.int(), compared: z.int() }),
        hours: z.object({ tried: z.number(), compared: z.number() }),
        differ: z.int(),
        cells: z.array(z.object({ tried: outcomeSchema, compared: outcomeSchema, n: z.int(), split: splitSchema })),
        sample: z.array(backtestMatchSchema.extend({ tried: outcomeSchema, compared: outcomeSchema })),
      })
      .optional(),
  })
  .meta({ id: "BacktestResult" });
export type BacktestResult = z.infer<typeof backtestResultSchema>;

export const backtestViewSchema = policyRunSchema
  .extend({
    request: z.object({
      stage: stageSchema,
      tried: z.string().describe("what was tried, such as listing@4"),
      compared: z.string().optional(),
      rules: z.array(z.string()),
      from: z.string(),
      to: z.string(),
      lists: z.enum(["then", "now"]),
      seconds_per_case: z.number(),
    }),
    /** What is known so far while it runs. */
    result: backtestResultSchema.nullable(),
  })
  .meta({ id: "BacktestView" });
export type BacktestView = z.infer<typeof backtestViewSchema>;

/** What is stopped at once, undone as a whole, or run over everything that is live. */
import { z } from "zod";
import { policyRunSchema } from "./backtest.ts";
import { outcomeSchema } from "./decision.ts";
import { stageSchema, subjectRefSchema } from "./subject.ts";

export const switchKinds = ["rule", "detector", "enforcement"] as const;

export const switchSchema = z
  .object({
    id: z.string(),
    kind: z.enum(switchKinds),
    target: z.string().describe("`stage/rule`, a detector's id, or `all`"),
    reason: z.string(),
    stopped_by: z.string(),
    stopped_by_name: z.string().optional(),
    stopped_at: z.string(),
    started_by: z.string().optional(),
    started_by_name: z.string().optional(),
    started_at: z.string().optional(),
  })
  .meta({ id: "Switch" });
export type Switch = z.infer<typeof switchSchema>;

export const reversalRequestSchema = z
  .strictObject({
    stage: stageSchema,
    rule: z.string().max(100),
    since: z.iso.datetime({ offset: true }),
    reason: z.string().trim().min(1).max(500).describe("why, for the audit log and the switch"),
  })
  .meta({ id: "ReversalRequest" });
export type ReversalRequest = z.infer<typeof reversalRequestSchema>;

/** What a rule holds now: decisions in force in which it had a part, without those of people. */
export const reversalPreviewSchema = z
  .object({ n: z.int(), by_outcome: z.record(z.string(), z.int()) })
  .meta({ id: "ReversalPreview" });
export type ReversalPreview = z.infer<typeof reversalPreviewSchema>;

export const runItemSchema = z.object({
  subject: subjectRefSchema,
  event_id: z.string(),
  state: z.enum(["waiting", "done", "left"]),
  note: z.string().describe("what was done, or why it was left alone"),
});

export const reversalViewSchema = policyRunSchema
  .extend({
    request: z.object({ stage: z.string(), rule: z.string(), since: z.string(), reason: z.string() }),
    /** What came of it so far, by what was decided before and after: `refuse → approve`. */
    changes: z.record(z.string(), z.int()),
  })
  .meta({ id: "ReversalView" });
export type ReversalView = z.infer<typeof reversalViewSchema>;

export const sweepRequestSchema = z
  .strictObject({
    what: z.union([
      z
        .strictObject({ stage: stageSchema, rule: z.string().max(100) })
        .describe("a rule of the policy in force, whatever its status"),
      z
        .strictObject({ list: z.string().max(64), values: z.array(z.string().max(500)).min(1).max(1000) })
        .describe("entries of a list, as they would be added"),
      z.strictObject({ picture: z.string().max(100) }).describe("a picture by its content hash"),
    ]),
  })
  .meta({ id: "SweepRequest" });
export type SweepRequest = z.infer<typeof sweepRequestSchema>;

export const takedownRequestSchema = z
  .strictObject({
    outcome: outcomeSchema.exclude(["approve"]),
    reason: z.string().max(80).describe("reason code that people read"),
    per_minute: z.int().min(1).max(6000).default(60),
    leave_out: z.array(z.string().max(300)).max(1000).default([]).describe("subjects, as `kind id`, that stay up"),
  })
  .meta({ id: "TakedownRequest" });
export type TakedownRequest = z.infer<typeof takedownRequestSchema>;

export const sweepViewSchema = policyRunSchema
  .extend({
    request: sweepRequestSchema.shape.what,
    /** The sweep that looked, for its takedown. */
    of: z.string().optional(),
    matched: z.int(),
    taken_down: z.int(),
    left: z.int(),
    /** The first two hundred. */
    items: z.array(runItemSchema.extend({ title: z.string() })),
  })
  .meta({ id: "SweepView" });
export type SweepView = z.infer<typeof sweepViewSchema>;

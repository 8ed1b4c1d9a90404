/** What Assay holds of one subject revision: outcome, visibility now, restrictions, with reasons. */
import { z } from "zod";
import { signalSchema } from "./signal.ts";
import { subjectRefSchema } from "./subject.ts";

/** Strongest first. */
export const outcomes = ["refuse", "review", "request_changes", "approve"] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = (typeof outcomes)[number];

/** Most restrictive first. */
export const visibilities = ["removed", "held", "previous_revision", "masked", "limited", "visible"] as const;
export const visibilitySchema = z.enum(visibilities);
export type Visibility = (typeof visibilities)[number];

export const restrictionTypes = ["warn", "slow_down", "step_up", "limit", "hold_payout", "suspend"] as const;
export const restrictionSchema = z
  .object({
    type: z.enum(restrictionTypes),
    /** What it falls on: an account, an order, a payout method. */
    scope: z.object({ kind: z.string(), id: z.string() }),
    reason: z.string(),
    /** RFC 3339; without it, until lifted. */
    expires_at: z.string().optional(),
  })
  .meta({ id: "Restriction" });
export type Restriction = z.infer<typeof restrictionSchema>;

export const reasonSchema = z
  .object({
    code: z.string(),
    rule: z.string().optional(),
    /** `stage@version` of the policy that the rule stands in; absent when a person gave the reason. */
    policy: z.string().optional(),
    /** The outcome that this reason asked for. */
    outcome: outcomeSchema.optional(),
  })
  .meta({ id: "Reason" });
export type Reason = z.infer<typeof reasonSchema>;

export const modes = ["live", "shadow", "backfill"] as const;
export const modeSchema = z.enum(modes);
export type Mode = (typeof modes)[number];

/** The reasons as the person concerned reads them, in one language. */
export const statementSchema = z
  .object({ language: z.string(), text: z.string(), fixable: z.boolean(), contest_url: z.string().optional() })
  .meta({ id: "Statement" });
export type Statement = z.infer<typeof statementSchema>;

export const decisionSchema = z
  .object({
    event_id: z.string(),
    decision_id: z.string(),
    mode: modeSchema,
    subject: subjectRefSchema,
    outcome: outcomeSchema,
    visibility: visibilitySchema,
    restrictions: z.array(restrictionSchema),
    reasons: z.array(reasonSchema),
    signals: z.array(signalSchema),
    /** Ids of detectors whose measurements are not there yet. */
    pending: z.array(z.string()),
    cases: z.array(z.string()),
    /** Who decided. */
    by: z.enum(["rule", "person"]).optional(),
    /** RFC 3339. */
    decided_at: z.string().optional(),
    /** When the decision takes effect: later than `decided_at` during the undo hold. */
    effective_at: z.string().optional(),
    statement: statementSchema.optional(),
    /** Server time spent on it, in ms. */
    took_ms: z.number(),
  })
  .meta({ id: "Decision" });
export type Decision = z.infer<typeof decisionSchema>;

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
export type RestrictionType = (typeof restrictionTypes)[number];
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
  .object({
    language: z.string(),
    /** In short: what was decided, and why. */
    text: z.string(),
    fixable: z.boolean(),
    /** Where it is read whole and contested, without a log-in; absent where it cannot be contested (any more). */
    contest_url: z.string().optional(),
    /** Until when it can be contested, RFC 3339. */
    contest_until: z.string().optional(),
    /** The whole statement of reasons (Digital Services Act, article 17(3)), where something is restricted. */
    details: z
      .object({
        /** A sentence for each thing that is restricted, with its end where it has one. */
        restrictions: z.array(z.string()),
        scope: z.string(),
        /** What the decision relies on. */
        facts: z.string(),
        /** Against the law, or against the marketplace's terms. */
        ground: z.enum(["illegal", "contract"]),
        /** The law or the terms relied on, and why. */
        grounds: z.string(),
        /** Whether it was found, and whether it was decided, by automated means. */
        automated: z.object({ detection: z.boolean(), decision: z.boolean(), text: z.string() }),
        redress: z.string(),
      })
      .optional(),
  })
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

/** A case: a piece of human work in a queue; and what a person can do with it. */
import { z } from "zod";
import { outcomeSchema, reasonSchema, visibilitySchema } from "./decision.ts";
import { subjectRefSchema } from "./subject.ts";

export const caseTypes = [
  "moderation",
  "quality",
  "verification",
  "report",
  "appeal",
  "dispute",
  "support",
  "annotation",
  "inspection",
] as const;
export const caseStates = ["open", "snoozed", "resolved"] as const;

export const caseSchema = z
  .object({
    id: z.string(),
    type: z.enum(caseTypes),
    queue: z.string(),
    state: z.enum(caseStates),
    /** 0 to 100; worked from the highest, then the oldest. */
    priority: z.int(),
    subject: subjectRefSchema,
    /** Account that answers for the subject. */
    owner: z.string(),
    /** One line to recognise it by: the listing's title, the first words of a message. */
    title: z.string(),
    reasons: z.array(reasonSchema),
    decision_id: z.string(),
    opened_at: z.string(),
    due_at: z.string().optional(),
    snoozed_until: z.string().optional(),
    /** A person's id, and their name where it is shown. */
    claimed_by: z.string().optional(),
    claimed_by_name: z.string().optional(),
    /** The claim lapses then. */
    claimed_until: z.string().optional(),
    resolved_at: z.string().optional(),
    /** A person's id and name, or `rule` when a newer decision made the case needless. */
    resolved_by: z.string().optional(),
    resolved_by_name: z.string().optional(),
    /** Until when the resolution can be undone. */
    undo_until: z.string().optional(),
  })
  .meta({ id: "Case" });
export type Case = z.infer<typeof caseSchema>;

/** What a person decides. `revision` is the one they were shown: another one now is refused with `revision_changed`. */
export const resolutionSchema = z
  .strictObject({
    outcome: outcomeSchema.exclude(["review"]),
    visibility: visibilitySchema.optional(),
    /** Reason codes; at least one unless approved. */
    reasons: z.array(z.string()).max(10).default([]),
    note: z.string().max(5000).optional(),
    /** The decision that the person was shown. */
    decision_id: z.string(),
  })
  .refine((r) => r.outcome === "approve" || r.reasons.length > 0, "a reason is needed unless it is approved")
  .meta({ id: "Resolution" });
export type Resolution = z.infer<typeof resolutionSchema>;

export const noteSchema = z
  .object({ id: z.string(), author: z.string(), at: z.string(), text: z.string() })
  .meta({ id: "Note" });
export type Note = z.infer<typeof noteSchema>;

/** What a person said was right, kept for measuring and learning. */
export const labelSchema = z
  .object({
    id: z.string(),
    subject: subjectRefSchema,
    decision_id: z.string(),
    /** What is labelled: a decision's outcome, or one detector's signal. */
    about: z.string(),
    value: z.string(),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: "Label" });
export type Label = z.infer<typeof labelSchema>;

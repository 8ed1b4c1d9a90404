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

/** Which cases: the parameters of `GET /v1/cases`, as they are kept and as they stand in an address. */
export const caseFilterSchema = z
  .strictObject({
    queue: z.string().max(80).optional().describe("`all` or none: every queue"),
    state: z.enum(caseStates).optional(),
    q: z.string().max(200).optional().describe("words of the title, or the id of a case, subject or account"),
    kind: z.string().max(40).optional(),
    type: z.enum(caseTypes).optional(),
    reason: z.string().max(100).optional().describe("a reason code"),
    owner: z.string().max(200).optional(),
    held: z.enum(["me", "nobody", "others"]).optional().describe("who holds it"),
    opened_from: z.iso.datetime({ offset: true }).optional(),
    opened_to: z.iso.datetime({ offset: true }).optional(),
    resolved_from: z.iso.datetime({ offset: true }).optional(),
    resolved_to: z.iso.datetime({ offset: true }).optional(),
    due: z.enum(["missed", "near"]).optional().describe("past its deadline, or within the next hour of it"),
    by: z.enum(["rule", "person"]).optional().describe("who resolved it"),
    priority_from: z.coerce.number().int().min(0).max(100).optional(),
  })
  .meta({ id: "CaseFilter" });
export type CaseFilter = z.infer<typeof caseFilterSchema>;

export const savedFilterSchema = z
  .object({ id: z.string(), name: z.string(), shared: z.boolean(), own: z.boolean(), filter: caseFilterSchema })
  .meta({ id: "SavedFilter" });
export type SavedFilter = z.infer<typeof savedFilterSchema>;

/** What a person decides. `revision` is the one they were shown: another one now is refused with `revision_changed`. */
export const resolutionSchema = z
  .strictObject({
    outcome: outcomeSchema.exclude(["review"]),
    visibility: visibilitySchema.optional(),
    /** Reason codes; at least one unless approved. */
    reasons: z.array(z.string()).max(10).default([]),
    note: z.string().max(5000).optional(),
    /** What whoever contested or reported is told beside the reasons' texts, in their language. */
    answer: z.string().trim().max(2000).optional(),
    /** The decision that the person was shown. */
    decision_id: z.string(),
  })
  .refine((r) => r.outcome === "approve" || r.reasons.length > 0, "a reason is needed unless it is approved")
  .meta({ id: "Resolution" });
export type Resolution = z.infer<typeof resolutionSchema>;

/** One decision for several cases, each against the decision that was shown of it. */
export const bulkResolutionSchema = z
  .strictObject({
    cases: z
      .array(z.strictObject({ id: z.string().max(100), decision_id: z.string().max(100) }))
      .min(1)
      .max(100),
    outcome: outcomeSchema.exclude(["review"]),
    reasons: z.array(z.string()).max(10).default([]),
  })
  .refine((r) => r.outcome === "approve" || r.reasons.length > 0, "a reason is needed unless it is approved")
  .meta({ id: "BulkResolution" });
export type BulkResolution = z.infer<typeof bulkResolutionSchema>;

/** What became of each, in the order given: done, or the error code that this one case met. */
export const bulkResultSchema = z
  .object({
    results: z.array(z.object({ id: z.string(), ok: z.boolean(), code: z.string().optional() })),
    undo_until: z.string().optional(),
  })
  .meta({ id: "BulkResult" });
export type BulkResult = z.infer<typeof bulkResultSchema>;

export const noteSchema = z
  .object({
    id: z.string(),
    author: z.string(),
    at: z.string(),
    text: z.string(),
    /** Written about another account: whose, and what the two share (`phone`, `device` …, `person` where somebody joined them). */
    from: z.object({ account: z.string(), name: z.string(), shared: z.array(z.string()) }).optional(),
  })
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

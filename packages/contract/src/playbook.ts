/** A playbook: the usual set of decisions and actions for one finding, shown before it happens and undone as one. */
import { z } from "zod";
import { caseSchema } from "./case.ts";
import { decisionSchema } from "./decision.ts";
import { subjectKindSchema, subjectRefSchema } from "./subject.ts";

/**
 * What a playbook can do, in the order in which it is done:
 * `refuse` the case's subject · `refuse_listings` the account's other live ads · `block_phones`, `block_devices`, `block_payouts` by list entries ·
 * `hold_orders` that are open · `warn_contacts`: the people whom the account wrote to · `hold_payout`, `suspend`: ask a second person.
 */
export const playbookSteps = [
  "refuse",
  "refuse_listings",
  "block_phones",
  "block_devices",
  "block_payouts",
  "hold_orders",
  "warn_contacts",
  "hold_payout",
  "suspend",
] as const;
export const playbookStepSchema = z.enum(playbookSteps);
export type PlaybookStep = z.infer<typeof playbookStepSchema>;

/** Steps that only happen once a second person has confirmed them. */
export const confirmedSteps = ["hold_payout", "suspend"] as const satisfies readonly PlaybookStep[];
export type ConfirmedStep = (typeof confirmedSteps)[number];

const texts = z.object({ en: z.string().min(1).max(2000), fr: z.string().min(1).max(2000) });

export const playbookSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, "lower-case letters, digits and underscores"),
    title: texts,
    /** Kinds of subject whose cases it is offered on; none: all. */
    subjects: z.array(subjectKindSchema).max(20).default([]),
    /** Reason codes of cases that it is suggested for. */
    suggested_for: z.array(z.string()).max(50).default([]),
    /** Reason code that its refusals give. */
    reason: z.string(),
    steps: z.array(playbookStepSchema).min(1).max(playbookSteps.length),
    /** What the people whom the account wrote to are told; needed for `warn_contacts`. */
    warning: texts.optional(),
  })
  .refine((p) => !p.steps.includes("warn_contacts") || p.warning !== undefined, {
    message: "warn_contacts needs a warning text",
    path: ["warning"],
  })
  .meta({ id: "Playbook" });
export type Playbook = z.infer<typeof playbookSchema>;

/** One thing that a step falls on. */
export const playbookItemSchema = z.object({
  /** A subject's or account's id, or the value that goes onto a list. */
  id: z.string(),
  label: z.string(),
  subject: subjectRefSchema.optional(),
  /** Why it is left alone: somebody else works on it, or it is so already. */
  left: z.enum(["held_by_other", "already"]).optional(),
});
export type PlaybookItem = z.infer<typeof playbookItemSchema>;

export const playbookEffectSchema = z.object({
  step: playbookStepSchema,
  /** A second person has to say yes. */
  confirm: z.boolean(),
  items: z.array(playbookItemSchema),
});
export type PlaybookEffect = z.infer<typeof playbookEffectSchema>;

/** What a playbook would do now; `fingerprint` is sent along when it is run, so that what happens is what was shown. */
export const playbookPlanSchema = z
  .object({
    playbook: z.string(),
    account: z.string(),
    reason: z.string(),
    effects: z.array(playbookEffectSchema),
    warning: texts.optional(),
    fingerprint: z.string(),
  })
  .meta({ id: "PlaybookPlan" });
export type PlaybookPlan = z.infer<typeof playbookPlanSchema>;

export const confirmationStates = ["pending", "confirmed", "declined", "withdrawn"] as const;
/** A ban or payout hold that waits for a second person. */
export const confirmationSchema = z
  .object({
    id: z.string(),
    run: z.string(),
    case_id: z.string(),
    playbook: z.string(),
    step: z.enum(confirmedSteps),
    account: z.string(),
    account_name: z.string().optional(),
    reason: z.string(),
    state: z.enum(confirmationStates),
    asked_by: z.string(),
    asked_by_name: z.string().optional(),
    asked_at: z.string(),
    /** Nobody can confirm before: whoever asked can still take it back. */
    open_from: z.string(),
    decided_by: z.string().optional(),
    decided_by_name: z.string().optional(),
    decided_at: z.string().optional(),
    note: z.string().optional(),
  })
  .meta({ id: "Confirmation" });
export type Confirmation = z.infer<typeof confirmationSchema>;

export const playbookRunSchema = z
  .object({
    id: z.string(),
    case: caseSchema,
    decision: decisionSchema,
    effects: z.array(playbookEffectSchema),
    confirmations: z.array(confirmationSchema),
    undo_until: z.string(),
  })
  .meta({ id: "PlaybookRun" });
export type PlaybookRun = z.infer<typeof playbookRunSchema>;

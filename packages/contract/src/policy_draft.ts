/** Policies as people work on them: versions, drafts, what differs between two, what is wrong in one. */
import { z } from "zod";
import { ruleSchema, ruleStatuses } from "./policy.ts";
import { stageSchema } from "./subject.ts";

/** Text of a policy file: what stands in git, comments included. */
export const policySourceSchema = z
  .string()
  .max(1_000_000)
  .refine((text) => text.isWellFormed() && !text.includes("\0"), "holds a character that no text file can");

export const policyMistakeSchema = z
  .object({
    kind: z.string().describe("stable name of the kind of mistake, such as `unknown_field`"),
    line: z.int().describe("from 1"),
    column: z.int(),
    start: z.int().describe("UTF-16 offset into the source"),
    end: z.int(),
    message: z.string(),
    pointer: z.string().describe("JSON pointer into the policy, such as `/rules/0/when`"),
    shown: z.string().describe("place, message, the line and a caret, as a person reads it"),
  })
  .meta({ id: "PolicyMistake" });
export type PolicyMistake = z.infer<typeof policyMistakeSchema>;

/** What checking a source answers. */
export const policyCheckSchema = z
  .object({
    mistakes: z.array(policyMistakeSchema),
    /** Absent when the file cannot be read as a policy at all; then `mistakes` says why. */
    rules: z.array(ruleSchema).optional(),
  })
  .meta({ id: "PolicyCheck" });
export type PolicyCheck = z.infer<typeof policyCheckSchema>;

export const ruleCountsSchema = z.object({
  draft: z.int(),
  shadow: z.int(),
  live: z.int(),
  retired: z.int(),
});

export const policyVersionSchema = z
  .object({
    stage: stageSchema,
    version: z.int(),
    author: z.string().describe("a person's or key's id; `starter` and `assay` for what no person wrote"),
    author_name: z.string().optional(),
    approved_by: z.string().optional(),
    approved_by_name: z.string().optional(),
    comment: z.string(),
    base: z.int().optional().describe("the version that it was made from"),
    draft: z.string().optional(),
    created_at: z.string(),
  })
  .meta({ id: "PolicyVersion" });
export type PolicyVersion = z.infer<typeof policyVersionSchema>;

/** The policy of a stage as it is in force. */
export const policyInForceSchema = policyVersionSchema
  .extend({
    title: z.string().optional(),
    source: z.string(),
    rules: z.array(ruleSchema),
    counts: ruleCountsSchema,
    /** Drafts of this stage that are being written or wait for a second person. */
    open_drafts: z.int(),
  })
  .meta({ id: "PolicyInForce" });
export type PolicyInForce = z.infer<typeof policyInForceSchema>;

export const fieldChangeSchema = z.object({
  field: z.string().describe("such as `when` or `then.outcome`"),
  before: z.unknown().describe("absent where the field was not there"),
  after: z.unknown(),
});

/** What differs between two policies, rule by rule; the order of rules means nothing. */
export const policyDiffSchema = z
  .object({
    title: fieldChangeSchema.optional(),
    added: z.array(ruleSchema),
    removed: z.array(ruleSchema),
    changed: z.array(z.object({ id: z.string(), fields: z.array(fieldChangeSchema) })),
    unchanged: z.int().describe("rules that are the same in both"),
    /** The rules are the same; comments, order or layout are not. */
    only_text: z.boolean(),
  })
  .meta({ id: "PolicyDiff" });
export type PolicyDiff = z.infer<typeof policyDiffSchema>;

export const draftStates = ["editing", "proposed", "published", "discarded"] as const;

export const policyCommentSchema = z
  .object({
    id: z.string(),
    rule: z.string().optional().describe("the rule that it is about"),
    author: z.string(),
    author_name: z.string().optional(),
    at: z.string(),
    text: z.string(),
  })
  .meta({ id: "PolicyComment" });
export type PolicyComment = z.infer<typeof policyCommentSchema>;

export const policyDraftSchema = z
  .object({
    id: z.string(),
    stage: stageSchema,
    title: z.string(),
    state: z.enum(draftStates),
    base: z.int().describe("the version in force when it was begun or brought up to date"),
    revision: z.int().describe("counts its changes; to be sent along with the next one"),
    authors: z.array(z.object({ id: z.string(), name: z.string().optional() })),
    created_at: z.string(),
    changed_by: z.string(),
    changed_at: z.string(),
    decided_by: z.string().optional().describe("who put it in force or discarded it"),
    decided_by_name: z.string().optional(),
    decided_at: z.string().optional(),
    version: z.int().optional().describe("the version that it became"),
  })
  .meta({ id: "PolicyDraft" });
export type PolicyDraft = z.infer<typeof policyDraftSchema>;

export const policyDraftViewSchema = policyDraftSchema
  .extend({
    source: z.string(),
    mistakes: z.array(policyMistakeSchema),
    rules: z.array(ruleSchema),
    /** Against the version in force now. */
    diff: policyDiffSchema,
    comments: z.array(policyCommentSchema),
    /** Version in force now: another than `base` says that the draft has to be brought up to date. */
    in_force: z.int(),
    /** Whether whoever asks may put it in force, and if not, why. */
    may_approve: z.boolean(),
    may_not_because: z.string().optional(),
  })
  .meta({ id: "PolicyDraftView" });
export type PolicyDraftView = z.infer<typeof policyDraftViewSchema>;

/** Where a rule is to be in its life. */
export const ruleStandSchema = z
  .strictObject({
    status: z.enum(ruleStatuses),
    rollout: ruleSchema.shape.rollout.describe("of a live rule: the share of subjects, in percent; 100 when absent"),
    expires: ruleSchema.shape.expires.nullable().describe("null takes it away"),
  })
  .partial({ rollout: true, expires: true })
  .meta({ id: "RuleStand" });
export type RuleStand = z.infer<typeof ruleStandSchema>;

/** What two people wrote at once: nothing is lost, and whoever came second sees both. */
export const draftConflictSchema = z
  .object({
    current: z.object({ revision: z.int(), changed_by: z.string(), changed_at: z.string(), source: z.string() }),
    given: z.object({ revision: z.int(), source: z.string() }),
  })
  .meta({ id: "DraftConflict" });
export type DraftConflict = z.infer<typeof draftConflictSchema>;

/** The quality programme: samples that are looked at again, golden items, and the figures that come of them. */
import { z } from "zod";
import { outcomeSchema } from "./decision.ts";
import { subjectRefSchema } from "./subject.ts";

/** What a person can answer: a decision, never "somebody must look". */
export const answerOutcomes = ["approve", "request_changes", "refuse"] as const;
export const answerOutcomeSchema = z.enum(answerOutcomes);
export type AnswerOutcome = z.infer<typeof answerOutcomeSchema>;

/** How a decision was wrong. The first four follow from the answers; the others are said by whoever adjudicates. */
export const errorTypes = [
  "missed_violation",
  "wrongly_stopped",
  "wrong_outcome",
  "wrong_reason",
  "policy_unclear",
  "missing_context",
  "procedure",
] as const;
export const errorTypeSchema = z.enum(errorTypes);
export type ErrorType = z.infer<typeof errorTypeSchema>;

export const sampleFrames = ["decisions", "live"] as const;

/** What to draw. */
export const sampleRequestSchema = z
  .strictObject({
    frame: z
      .enum(sampleFrames)
      .default("decisions")
      .describe("`decisions` that were taken in a time, approvals and automatic ones included; or what is `live` now"),
    n: z.int().min(1).max(1000),
    from: z.iso
      .datetime({ offset: true })
      .optional()
      .describe("decided at or after; a week before `to` where it is not given"),
    to: z.iso.datetime({ offset: true }).optional().describe("decided before; now where it is not given"),
    reviews: z.int().min(1).max(2).default(2).describe("how many people look at each"),
    kinds: z.array(z.string().max(40)).max(30).optional(),
  })
  .meta({ id: "SampleRequest" });
export type SampleRequest = z.infer<typeof sampleRequestSchema>;

export const stratumSchema = z.object({
  stratum: z.string(),
  kind: z.string(),
  outcome: outcomeSchema,
  by: z.enum(["rule", "person"]),
  /** How many there were, and how many were drawn. */
  population: z.int(),
  n: z.int(),
});
export type Stratum = z.infer<typeof stratumSchema>;

export const drawSchema = z
  .object({
    id: z.string(),
    frame: z.enum(sampleFrames),
    /** A person's name, or `schedule`. */
    by: z.string(),
    at: z.string(),
    from: z.string(),
    to: z.string(),
    reviews: z.int(),
    n: z.int(),
    open: z.int(),
    disputed: z.int(),
    done: z.int(),
    strata: z.array(stratumSchema),
  })
  .meta({ id: "Draw" });
export type Draw = z.infer<typeof drawSchema>;

export const itemStates = ["open", "disputed", "done", "withdrawn"] as const;

/** One decision that is looked at again. What was decided and answered is told once nobody can be swayed by it. */
export const qualityItemSchema = z
  .object({
    id: z.string(),
    draw: z.string().optional(),
    golden: z.boolean(),
    /** The unresolved case in which it is looked at. */
    case_id: z.string().optional(),
    subject: subjectRefSchema,
    title: z.string(),
    queue: z.string().optional(),
    language: z.string().optional(),
    state: z.enum(itemStates),
    answers: z.int(),
    of: z.int(),
    decision_id: z.string().optional(),
    event_id: z.string().optional(),
    decided: z
      .object({ outcome: outcomeSchema, reasons: z.array(z.string()), by: z.string(), at: z.string() })
      .optional(),
    truth: z.object({ outcome: answerOutcomeSchema, reasons: z.array(z.string()), by: z.string() }).optional(),
    error_type: errorTypeSchema.optional(),
    note: z.string().optional(),
    reviews: z
      .array(
        z.object({
          by: z.string(),
          role: z.enum(["review", "adjudication", "golden"]),
          at: z.string(),
          outcome: answerOutcomeSchema,
          reasons: z.array(z.string()),
          note: z.string().optional(),
          correct: z.boolean().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: "QualityItem" });
export type QualityItem = z.infer<typeof qualityItemSchema>;

/** What a case of the programme is, for whoever looks at it. */
export const caseQualitySchema = z
  .object({
    item: z.string(),
    role: z.enum(["review", "adjudication", "golden"]),
    answers: z.int(),
    of: z.int(),
    /** What two people said apart, for the third who settles it; and what was decided then. */
    disputed: z
      .object({
        decided: z.object({ outcome: outcomeSchema, reasons: z.array(z.string()), by_person: z.boolean() }),
        answers: z.array(
          z.object({ outcome: answerOutcomeSchema, reasons: z.array(z.string()), note: z.string().optional() }),
        ),
      })
      .optional(),
  })
  .meta({ id: "CaseQuality" });
export type CaseQuality = z.infer<typeof caseQualitySchema>;

/** A share in [0, 1] with its 95 % interval, from n. Null where nothing is known. */
export const shareSchema = z.object({
  n: z.int(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const intervalSchema = shareSchema.omit({ n: true });
const agreementSchema = z.object({
  name: z.string(),
  n: z.int(),
  raw: intervalSchema,
  kappa: intervalSchema,
  ac1: intervalSchema,
});
export type AgreementFigure = z.infer<typeof agreementSchema>;

const judgedSchema = z.object({
  name: z.string(),
  /** Of what it asked to stop, how much was truly against the rules; and of what truly was, how much it stopped. */
  precision: shareSchema,
  recall: shareSchema,
});
export type JudgedFigure = z.infer<typeof judgedSchema>;

export const qualityFiguresSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    /** Items with an answer that is held to be right, and those that wait. */
    done: z.int(),
    waiting: z.int(),
    /** Share of the sampled decisions' population that stands in strata with at least one settled item. */
    covered: z.number().nullable(),
    /** Share of all decisions that were wrong: weighted to the population. */
    error_rate: shareSchema,
    by_decider: z.array(z.object({ name: z.enum(["rule", "person"]), error_rate: shareSchema })),
    /** All together: what was stopped, whoever stopped it. */
    overall: judgedSchema,
    errors: z.array(z.object({ type: errorTypeSchema, n: z.int(), share: shareSchema })),
    rules: z.array(judgedSchema),
    detectors: z.array(judgedSchema),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Of this person's sampled decisions, the right ones. */
        right: shareSchema,
        precision: shareSchema,
        golden: shareSchema,
        /** Of the samples that they reviewed, how often they said what was settled in the end. */
        as_reviewer: shareSchema,
        /** Of their decisions that somebody decided again, those that were changed. */
        overturned: shareSchema,
        /** Median minutes a case; told only beside a quality that is known: at least ten golden or sampled answers. */
        minutes: z.number().nullable(),
        resolved: z.int(),
      }),
    ),
    agreement: z.object({
      all: agreementSchema,
      queue: z.array(agreementSchema),
      reason: z.array(agreementSchema),
      language: z.array(agreementSchema),
    }),
    /** By reason: decisions that a person decided again, and those changed. Not a random sample: what came to a person. */
    overturns: z.array(z.object({ reason: z.string(), share: shareSchema })),
    /** Error rate in the last seven days of the time, in the seven before, and the difference. */
    drift: z.object({ now: shareSchema, before: shareSchema, change: intervalSchema }),
    /** Share of what is live that is against the rules, by each draw of what is live. */
    prevalence: z.array(z.object({ draw: z.string(), at: z.string(), share: shareSchema })),
  })
  .meta({ id: "QualityFigures" });
export type QualityFigures = z.infer<typeof qualityFiguresSchema>;

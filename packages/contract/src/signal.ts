/** What one detector saw, with its evidence. Evidence is a closed union; the console has one renderer for each member. */
import { z } from "zod";
import { subjectRefSchema } from "./subject.ts";

/** A part of a find that is split over places; `subject` names another subject, such as an earlier message. */
export const spanPartSchema = z.object({
  subject: subjectRefSchema.optional(),
  field: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
});

/** `start` and `end` are UTF-16 code-unit indices into the original field; `field` is a path such as `description` or `pictures[0].text`. */
export const spanEvidence = z.object({
  type: z.literal("span"),
  field: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  kind: z.string(),
  /** What it says in plain form: `+33639980102` for "zéro six trente-neuf…". */
  value: z.string().optional(),
  parts: z.array(spanPartSchema).optional(),
});
/** `box` is `[x, y, width, height]` as fractions of the picture, 0 to 1. */
export const regionEvidence = z.object({
  type: z.literal("region"),
  picture: z.int().min(0),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  kind: z.string(),
  text: z.string().optional(),
});
export const subjectEvidence = z.object({
  type: z.literal("subject"),
  subject: subjectRefSchema,
  /** 0 (nothing shared) to 1 (the same). */
  similarity: z.number().min(0).max(1),
  shared: z.array(z.string()),
  label: z.string().optional(),
  kind: z.string().optional(),
  /** Whose it is, and since when. */
  account: z.string().optional(),
  at: z.string().optional(),
  /** Pictures that both show, and where: boxes as in a region. `how` is how ours relates to theirs. */
  pictures: z
    .array(
      z.object({
        picture: z.int().min(0),
        box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        how: z.enum(["same", "turned", "mirrored", "part"]),
        /** Content hash of theirs. */
        other_content: z.string(),
        other_picture: z.int().min(0),
        other_box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      }),
    )
    .optional(),
  /** Of several that are the same, the one that came first. */
  original: z.boolean().optional(),
});
export const changeEvidence = z.object({
  type: z.literal("change"),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  kind: z.string().optional(),
});
export const distributionEvidence = z.object({
  type: z.literal("distribution"),
  value: z.number(),
  /** Share of comparables at or below the value, 0 to 1. */
  quantile: z.number().min(0).max(1),
  /** The 5th, 50th and 95th percentile of the comparables. */
  band: z.object({ p5: z.number(), p50: z.number(), p95: z.number() }),
  n: z.int().min(0),
  unit: z.string().optional(),
  group: z.string().optional(),
  examples: z.array(z.object({ id: z.string(), title: z.string().optional(), value: z.number() })),
});
export const timelineEvidence = z.object({
  type: z.literal("timeline"),
  points: z.array(z.object({ at: z.string(), value: z.number(), label: z.string().optional() })),
  change_point: z.string().optional(),
  what: z.string(),
});
export const windowEvidence = z.object({
  type: z.literal("window"),
  what: z.string(),
  count: z.number(),
  /** Length of the window, in seconds. */
  span_s: z.number(),
  limit: z.number(),
});
export const scoreEvidence = z.object({ type: z.literal("score"), label: z.string(), value: z.number() });

export const evidenceSchema = z
  .discriminatedUnion("type", [
    spanEvidence,
    regionEvidence,
    subjectEvidence,
    changeEvidence,
    distributionEvidence,
    timelineEvidence,
    windowEvidence,
    scoreEvidence,
  ])
  .meta({ id: "Evidence" });
export type Evidence = z.infer<typeof evidenceSchema>;
export type SpanEvidence = z.infer<typeof spanEvidence>;

export const signalStates = ["found", "clear", "unknown"] as const;
export const signalSchema = z
  .object({
    detector: z.string(),
    version: z.int().describe("the detector's version"),
    state: z.enum(signalStates),
    /** Calibrated probability in [0, 1] that what the detector looks for is there; absent when unknown. */
    score: z.number().min(0).max(1).optional(),
    /** A score per kind, where the detector has kinds. */
    scores: z.record(z.string(), z.number()).optional(),
    /** The fields that the detector's declaration names, such as `quantile`. */
    values: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).optional(),
    /** Why it is unknown. */
    reason: z.string().optional(),
    /** Too little to compare with: clear, but of `n` cases only. */
    thin: z.boolean().optional(),
    n: z.int().optional(),
    evidence: z.array(evidenceSchema),
  })
  .meta({ id: "Signal" });
export type Signal = z.infer<typeof signalSchema>;

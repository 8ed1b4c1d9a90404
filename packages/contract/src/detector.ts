/** What a detector declares of itself. API, console and docs are made from it; no other code branches on a detector's id. */
import { z } from "zod";
import type { HistoryKey } from "./history.ts";
import type { MeasurementKey } from "./measurement.ts";
import { type SensitiveClass, sensitiveClassSchema } from "./sensitive.ts";
import { type SubjectKind, subjectKindSchema } from "./subject.ts";

/** `micro`: microseconds, in process. `slow`: needs a measurement, so it runs after the answer unless the caller waits. */
export const costs = ["micro", "slow"] as const;

export const detectorDeclarationSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z_]+$/),
    version: z.int().min(1).describe("raised whenever the same input may give another signal"),
    title: z.string(),
    summary: z.string().describe("one sentence"),
    subjects: z.array(subjectKindSchema).min(1),
    history: z.array(z.string()),
    measurements: z.array(z.string()),
    cost: z.enum(costs),
    /** Kinds of evidence or scores it can name, with what each means. */
    kinds: z.record(z.string(), z.string()),
    sensitive: z
      .partialRecord(z.string(), sensitiveClassSchema)
      .optional()
      .describe("kinds of evidence whose pictures are veiled until a person asks to see them"),
    /** Typed fields beside `found` and `score` that conditions may use. */
    values: z.record(z.string(), z.object({ type: z.enum(["double", "string", "bool"]), title: z.string() })),
    risk: z
      .number()
      .min(0)
      .max(2)
      .optional()
      .describe("what a finding weighs in the risk of the account that answers for it"),
  })
  .meta({ id: "Detector" });

export interface DetectorDeclaration {
  id: string;
  version: number;
  title: string;
  summary: string;
  subjects: readonly SubjectKind[];
  history: readonly HistoryKey[];
  measurements: readonly MeasurementKey[];
  cost: (typeof costs)[number];
  kinds: Readonly<Record<string, string>>;
  /** Kinds of evidence whose pictures should not meet the eye unasked, and what these show. */
  sensitive?: Readonly<Record<string, SensitiveClass>>;
  values: Readonly<Record<string, { type: "double" | "string" | "bool"; title: string }>>;
  /** What a finding weighs in the risk of the account that answers for the subject, 0 to 2; nothing when absent. */
  risk?: number;
}

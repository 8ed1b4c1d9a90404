/** The reviewing language model as the desk shows it. Keys are never told. */
import { z } from "zod";
import { marketplaceSettingsSchema } from "./policy.ts";
import { subjectKindSchema } from "./subject.ts";

export const reviewerProtocols = ["openai_chat", "openai_moderation", "anthropic_messages"] as const;

const spentSchema = z.object({
  reviews: z.int(),
  tokens: z.int(),
  failures: z.int(),
});

export const reviewerStateSchema = z
  .object({
    server: z
      .object({
        protocol: z.enum(reviewerProtocols),
        url: z.string(),
        model: z.string(),
        has_key: z.boolean(),
        timeout_ms: z.int(),
        most_reviews_per_day: z.int().describe("what the installation allows each marketplace"),
        /** RFC 3339: it failed too often in a row and is left alone until then, by this process. */
        rests_until: z.string().nullable(),
      })
      .nullable()
      .describe("null where the installation has none"),
    settings: marketplaceSettingsSchema.shape.reviewer.unwrap().nullable(),
    /** What may be spent. */
    limits: z
      .object({ reviews_per_day: z.int(), tokens_per_day: z.int(), tokens_per_month: z.int().nullable() })
      .nullable(),
    today: spentSchema,
    month: spentSchema.describe("since the first of the month, UTC"),
    last_error: z.object({ reason: z.string(), at: z.string() }).nullable(),
    text_model: z
      .object({
        title: z.string(),
        labels: z.array(z.object({ label: z.string(), kind: z.string(), threshold: z.number() })),
        languages: z.array(z.string()).nullable(),
        subjects: z.array(subjectKindSchema),
      })
      .nullable()
      .describe("the operator's own text model, where there is one"),
  })
  .meta({ id: "ReviewerState" });
export type ReviewerState = z.infer<typeof reviewerStateSchema>;

export const reviewTrySchema = z
  .discriminatedUnion("state", [
    z.object({
      state: z.literal("done"),
      took_ms: z.int(),
      /** Places in the text that was given, in UTF-16 code units. */
      findings: z.array(z.object({ code: z.string(), probability: z.number(), start: z.int(), end: z.int() })),
      scores: z.record(z.string(), z.number()),
      instructions: z.boolean().describe("the text tries to instruct its reviewer"),
      unfounded: z.int().describe("findings that were dropped, since what they quote is not in the text"),
      tokens: z.int(),
    }),
    z.object({ state: z.literal("failed"), took_ms: z.int(), reason: z.string() }),
  ])
  .meta({ id: "ReviewTry" });
export type ReviewTry = z.infer<typeof reviewTrySchema>;

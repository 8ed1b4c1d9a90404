/** The shape of a policy file. Conditions are CEL; `@assay/policy` type-checks and compiles them. */
import { z } from "zod";
import { outcomeSchema, restrictionTypes, visibilitySchema } from "./decision.ts";
import { picturesShownSchema } from "./sensitive.ts";
import { stageSchema } from "./subject.ts";

export const unknownClauses = ["ignore", "review", "hold"] as const;
export const ruleStatuses = ["draft", "shadow", "live", "retired"] as const;

export const ruleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/, "lower-case letters, digits and hyphens"),
    title: z.string().max(200).optional(),
    /** Why it is there, for whoever has to judge by it or change it later. */
    purpose: z.string().max(2000).optional(),
    status: z.enum(ruleStatuses).default("live"),
    /**
     * Of a live rule: the share of subjects that it counts for, in percent; for the others it is silent, as in shadow. Stable by
     * subject, and a larger share holds the smaller one. 100 when absent.
     */
    rollout: z.int().min(1).max(100).optional(),
    /** RFC 3339. Events from then on are judged without it. */
    expires: z.iso.datetime({ offset: true, error: "a time such as 2027-01-31T00:00:00Z" }).optional(),
    /** Subject kinds that the rule reads; all of the stage's when absent. */
    subjects: z.array(z.string()).optional(),
    when: z.string().max(10_000),
    then: z
      .strictObject({
        outcome: outcomeSchema.optional(),
        visibility: visibilitySchema.optional(),
        restrict: z.array(z.enum(restrictionTypes)).optional(),
        /** Whom the restrictions fall on: who answers for the subject, or whom a review is about. */
        whom: z.enum(["owner", "about"]).optional(),
        queue: z.string().max(80).optional(),
        /** 0 to 100; what is worked first. */
        priority: z.int().min(0).max(100).optional(),
        reason: z.string().max(80),
      })
      .optional(),
    /** What it means when the whole condition is unknown. */
    unknown: z.enum(unknownClauses).default("review"),
    /** Rules (ids) that do not apply where this condition matches. */
    exempt: z.array(z.string()).optional(),
  })
  .refine((rule) => rule.then !== undefined || rule.exempt !== undefined, "a rule needs `then` or `exempt`");
export type Rule = z.infer<typeof ruleSchema>;

export const policySchema = z.strictObject({
  policy: stageSchema,
  title: z.string().max(200).optional(),
  rules: z.array(ruleSchema).max(1000),
});
export type Policy = z.infer<typeof policySchema>;

/** What a marketplace sets for itself, beside its policies. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const marketplaceSettingsSchema = z
  .object({
    /** People who log in here by password need a second factor. */
    second_factor_required: z.boolean().optional(),
    /** The reviewing language model of this installation, where it has one. */
    reviewer: z
      .object({
        enabled: z.boolean(),
        subjects: z.array(z.enum(["account", "listing", "message", "question", "review"])).default(["listing"]),
        /** Fewer than the installation allows. */
        reviews_per_day: z.int().min(0).max(1_000_000).optional(),
        /** Of the month (UTC); as the installation allows a day when absent. */
        tokens_per_month: z.int().min(0).max(1_000_000_000_000).optional(),
      })
      .optional(),
    /** How the quality programme runs by itself. */
    quality: z
      .object({
        /** Drawn by itself: so many, so often, looked at by so many people. */
        schedule: z
          .object({
            every: z.enum(["day", "week"]),
            n: z.int().min(1).max(1000),
            reviews: z.int().min(1).max(2).default(2),
          })
          .nullable()
          .default(null),
        /** Share of the cases worked that are golden, where a queue has golden items. */
        golden_share: z.number().min(0).max(0.2).default(0.02),
        /** In which days begin: an IANA name. */
        time_zone: z.string().max(60).refine(isTimeZone, "is no time zone").default("UTC"),
        /** What an hour of a moderator's work costs; none: no cost is told. */
        cost_per_hour: z.number().min(0).max(10_000).nullable().default(null),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .default("EUR"),
      })
      .optional(),
    /** The public form for reports, `/notice/<marketplace>`: open unless it is switched off. */
    notices: z.object({ form: z.boolean() }).optional(),
    /** What people are told, where the decision does not say it. */
    statements: z
      .object({
        /** Written in it where the person's own language is not known, or we do not speak it. */
        language: z.enum(["en", "fr"]).optional(),
        /** As the terms are called, and where they can be read. */
        terms_name: z.string().trim().min(1).max(200).optional(),
        terms_url: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .optional(),
      })
      .optional(),
    /** How pictures are shown to whoever has not chosen otherwise for themselves. */
    pictures: picturesShownSchema.optional(),
  })
  .meta({ id: "MarketplaceSettings" });
export type QualitySettings = NonNullable<z.infer<typeof marketplaceSettingsSchema>["quality"]>;
export type MarketplaceSettings = z.infer<typeof marketplaceSettingsSchema>;

/** A reason code as data: who reads what, whether it can be fixed, and its place in the DSA vocabulary. */
export const reasonCodeSchema = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9_]{0,79}$/),
    /** Texts for the person concerned, by language. `short` gives no lesson to fraudsters. */
    person: z.record(z.string(), z.strictObject({ text: z.string(), short: z.string() })),
    /** Text for the moderator, by language. */
    moderator: z.record(z.string(), z.string()),
    fixable: z.boolean(),
    dsa: z.strictObject({
      category: z.string(),
      ground: z.string(),
      keywords: z.array(z.string()).optional(),
      /** The law relied on, by language, where the ground is that it is illegal. */
      legal_ground: z.record(z.string(), z.string().max(500)).optional(),
    }),
  })
  .meta({ id: "ReasonCode" });
export type ReasonCode = z.infer<typeof reasonCodeSchema>;

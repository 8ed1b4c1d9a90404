/** A condition as a form shows it: comparisons under all, any, none. What it cannot say stays CEL. */
import { z } from "zod";

/** What a comparison asks. Those of the last row take no value. */
export const comparisonOperators = [
  "is",
  "is_not",
  "less",
  "at_most",
  "more",
  "at_least",
  "in",
  "not_in",
  "in_list",
  "not_in_list",
  "contains",
  "not_contains",
  "starts_with",
  "not_starts_with",
  "ends_with",
  "not_ends_with",
  "matches",
  "not_matches",
  "is_true",
  "is_false",
  "is_there",
  "is_missing",
] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

/** `listing.price.amount`, `signals.price_outlier.quantile`, `history.seller_window.listings_24h`. */
const path = z
  .string()
  .max(200)
  .regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/, "a name such as listing.price.amount");

const text = z
  .string()
  .max(1000)
  .refine((value) => value.isWellFormed(), "holds half a character");
const literal = z.union([z.number(), text, z.boolean(), z.null()]);

export const comparisonSchema = z
  .strictObject({
    field: path,
    /** What of the field is compared: its number of characters or elements, or the text in small letters. */
    of: z.enum(["size", "lower", "lower_ascii"]).optional(),
    is: z.enum(comparisonOperators),
    value: z
      .union([
        literal,
        z.array(literal).max(500),
        z
          .strictObject({ field: path, times: z.number().optional() })
          .describe("another field, or so many times its value"),
      ])
      .optional()
      .describe("a value; for `in` several; for `in_list` the name of a list"),
  })
  .meta({ id: "Comparison" });
export type Comparison = z.infer<typeof comparisonSchema>;

export interface ConditionGroup {
  match: "all" | "any" | "none";
  items: (Comparison | ConditionGroup)[];
}

export const conditionGroupSchema: z.ZodType<ConditionGroup> = z
  .strictObject({
    match: z.enum(["all", "any", "none"]),
    get items(): z.ZodArray<z.ZodUnion<readonly [typeof comparisonSchema, z.ZodType<ConditionGroup>]>> {
      return z
        .array(z.union([comparisonSchema, conditionGroupSchema]))
        .min(1)
        .max(200);
    },
  })
  .meta({ id: "ConditionGroup" });

/** A condition both ways: `form` is absent where a form cannot show it, and `why_not` says why. */
export const conditionFacesSchema = z
  .object({
    when: z.string(),
    form: conditionGroupSchema.optional(),
    why_not: z
      .object({ message: z.string(), start: z.int().describe("UTF-16 offset into `when`"), end: z.int() })
      .optional(),
    mistakes: z.array(z.object({ kind: z.string(), message: z.string(), start: z.int(), end: z.int() })),
  })
  .meta({ id: "ConditionFaces" });
export type ConditionFaces = z.infer<typeof conditionFacesSchema>;

/** Something that a condition may name, for completion, hover and the form's lists. */
export const nameSchema = z
  .object({
    path: z.string().describe("as it is written: `signals.price_outlier.quantile`"),
    type: z.string().describe("number, string, bool, timestamp, duration, list of …, map, any"),
    group: z.enum(["subject", "account", "signal", "aggregate", "history", "list", "event", "client"]),
    title: z.string().describe("what it is, in a few words"),
    values: z.array(z.string()).optional().describe("the only ones that it can have"),
    kinds: z.array(z.string()).describe("kinds of subject of which a condition may name it"),
    operators: z.array(z.enum(comparisonOperators)).describe("what a form may ask of it; none: only CEL can"),
  })
  .meta({ id: "ConditionName" });
export type ConditionName = z.infer<typeof nameSchema>;

export const vocabularySchema = z
  .object({
    stage: z.string(),
    kinds: z.array(z.string()),
    names: z.array(nameSchema),
    functions: z.array(
      z.object({ name: z.string(), call: z.string().describe("how it is written, with types"), title: z.string() }),
    ),
    macros: z.array(z.object({ name: z.string(), call: z.string(), title: z.string() })),
    lists: z.array(z.string()),
    reasons: z.array(z.string()),
    queues: z.array(z.string()),
  })
  .meta({ id: "Vocabulary" });
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** Lists that a marketplace owns. Their names say what they are for, their entries' kinds how they are compared. */
import { z } from "zod";

/** What an entry is, and so how it is looked for. */
export const listKinds = {
  value: "an id or any other value, compared by rules only (`account.id in lists.trusted_sellers`)",
  phrase: "a word or phrase, found however it is disguised",
  pattern: "a regular expression (RE2), matched on the normalised text",
  domain: "a web or mail domain, its subdomains included",
  phone: "a telephone number, however it is written",
  email: "a mail address",
  handle: "a name on another platform, with it or without (`instagram:julie_m`, `@julie_m`)",
} as const;
export const listKindNames = Object.keys(listKinds) as (keyof typeof listKinds)[];
export type ListKind = keyof typeof listKinds;
export const listKindSchema = z.enum(listKindNames as [ListKind, ...ListKind[]]);

/** As conditions name it: `lists.trusted_sellers`. */
export const listNameSchema = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, "lower-case letters, digits and underscores");

/** Whether what stands in a list is passed over by every detector that reads text: `allowed_…` and `good_domains`. */
export const isAllowList = (list: string): boolean => list.startsWith("allowed_") || list === "good_domains";

const endings: readonly (readonly [RegExp, ListKind])[] = [
  [/_(?:words?|phrases?|terms?)$/, "phrase"],
  [/_patterns?$/, "pattern"],
  [/_(?:domains?|hosts?|sites?)$/, "domain"],
  [/_phones?$/, "phone"],
  [/_e?mails?$/, "email"],
  [/_handles?$/, "handle"],
];

/** What an entry is taken for when nothing says it: by the end of its list's name, `blocked_phones` and the like. */
export function kindOfList(list: string): ListKind {
  return endings.find(([ending]) => ending.test(list))?.[1] ?? "value";
}

/** Longest value of an entry, in UTF-16 code units. */
export const maxListValue = 500;

/** An entry as it stands in a list. */
export const listEntrySchema = z
  .object({
    list: z.string(),
    kind: listKindSchema,
    /** In the form in which it is compared: `+33639980102` for a phone. */
    value: z.string(),
    reason: z.string().nullable().describe("why it stands there"),
    source: z.string().nullable().describe("where it came from: a case, a file, a partner"),
    note: z.string().nullable(),
    added_by: z.string(),
    added_at: z.string(),
    expires_at: z.string().nullable(),
  })
  .meta({ id: "ListEntry" });
export type ListEntry = z.infer<typeof listEntrySchema>;

/** One list at a glance. */
export const listSummarySchema = z
  .object({
    list: z.string(),
    /** What its name makes of an entry without a kind. */
    kind: listKindSchema,
    allow: z.boolean().describe("what stands in it is passed over"),
    entries: z.int(),
    /** The newest change, RFC 3339; null when it never had an entry. */
    changed_at: z.string().nullable(),
  })
  .meta({ id: "ListSummary" });
export type ListSummary = z.infer<typeof listSummarySchema>;

/** What new entries would have matched. */
export const listPreviewSchema = z
  .object({
    entries: z.int().describe("entries that can be read, each once"),
    new: z.int().describe("of these, how many are not in the list yet"),
    refused: z.array(z.object({ value: z.string(), reason: z.string() })),
    /** How many of the newest stored ads, messages, questions, reviews and accounts were looked at. */
    looked_at: z.int(),
    matched: z.int().describe("of these, how many hold at least one"),
    by_entry: z.array(z.object({ value: z.string(), kind: listKindSchema, n: z.int() })),
    examples: z.array(
      z.object({ kind: z.string(), id: z.string(), title: z.string(), value: z.string(), text: z.string() }),
    ),
  })
  .meta({ id: "ListPreview" });
export type ListPreview = z.infer<typeof listPreviewSchema>;

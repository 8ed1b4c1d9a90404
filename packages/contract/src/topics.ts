/** What is hard to look at: topics that a person may opt out of, and how heavy each weighs. */
import { z } from "zod";
import type { ReasonCode } from "./policy.ts";

/** From the heaviest: 3 at most a few a shift, 1 tires by its number. */
export const topicSeverity = {
  minors: 3,
  self_harm: 3,
  violence: 3,
  animals: 2,
  sexual: 2,
  hate: 2,
  harassment: 1,
} as const;
export type Topic = keyof typeof topicSeverity;
export const topics = Object.keys(topicSeverity) as [Topic, ...Topic[]];
export const topicSchema = z.enum(topics);

/** By category and keyword of the Digital Services Act's vocabulary. */
const byCategory: Record<string, Topic> = {
  STATEMENT_CATEGORY_PROTECTION_OF_MINORS: "minors",
  STATEMENT_CATEGORY_SELF_HARM: "self_harm",
  STATEMENT_CATEGORY_VIOLENCE: "violence",
  STATEMENT_CATEGORY_ANIMAL_WELFARE: "animals",
  STATEMENT_CATEGORY_CYBER_VIOLENCE: "harassment",
  STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN: "harassment",
};
const byKeyword: Record<string, Topic> = {
  KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL: "minors",
  KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE: "minors",
  KEYWORD_ADULT_SEXUAL_MATERIAL: "sexual",
  KEYWORD_HATE_SPEECH: "hate",
};

/** The topics of a reason; none for what does not weigh on whoever looks at it. */
export function topicsOf({ dsa }: Pick<ReasonCode, "dsa">): Topic[] {
  const found = [byCategory[dsa.category], ...(dsa.keywords ?? []).map((keyword) => byKeyword[keyword])];
  return [...new Set(found.filter((topic) => topic !== undefined))];
}

/** 0 to 3, the heaviest of the topics; 2 and above is severe. */
export const severityOf = (found: readonly Topic[]): number =>
  Math.max(0, ...found.map((topic) => topicSeverity[topic] ?? 0));
export const severe = 2;

/** How a person works: what they are given, and what not. Their own to set, but for the skills. */
export const workSettingsSchema = z
  .strictObject({
    languages: z
      .array(z.string().regex(/^[a-z]{2}$/))
      .max(30)
      .describe("that they read; none: every language"),
    skills: z
      .array(z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/))
      .max(50)
      .describe("what queues may ask for; set by a lead"),
    topics_out: z.array(topicSchema).max(20).describe("topics that they are not given"),
    severe_cap: z.int().min(0).max(1000).nullable().describe("most severe cases a day; none: no cap"),
    break_after: z.int().min(15).max(240).nullable().describe("minutes of work after which a break is suggested"),
  })
  .meta({ id: "WorkSettings" });
export type WorkSettings = z.infer<typeof workSettingsSchema>;

/** What a person has had before their eyes: cases, never clicks. */
export const exposureSchema = z
  .object({
    person: z.string(),
    name: z.string(),
    /** Today in the marketplace's time zone, and since the shift began: a pause of an hour ends one. */
    today: z.object({ cases: z.int(), severe: z.int() }),
    shift: z.object({
      since: z.string().nullable(),
      cases: z.int(),
      severe: z.int(),
      minutes: z.number(),
      break_due: z.boolean(),
    }),
    /** By day, oldest first, the last fourteen. */
    days: z.array(z.object({ day: z.string(), cases: z.int(), severe: z.int() })),
    topics: z.array(z.object({ topic: topicSchema, n: z.int() })).describe("of the last fourteen days"),
    cap_reached: z.boolean(),
    settings: workSettingsSchema,
  })
  .meta({ id: "Exposure" });
export type Exposure = z.infer<typeof exposureSchema>;

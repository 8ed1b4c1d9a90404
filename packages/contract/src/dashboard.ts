/** The dashboard: what comes in, what is decided by whom, how long it takes, what got through, what it costs. */
import { z } from "zod";
import { shareSchema } from "./quality.ts";
import { subjectRefSchema } from "./subject.ts";

export const dashboardSchema = z
  .object({
    /** In which days begin and end. */
    time_zone: z.string(),
    from: z.string(),
    to: z.string(),
    /** Local days, oldest first; `from` and `to` are the moments at which each begins and ends, for links to what lies between. */
    days: z.array(
      z.object({
        day: z.string(),
        from: z.string(),
        to: z.string(),
        events: z.int(),
        /** Standing decisions by whom and outcome: `rule/approve`. */
        decided: z.record(z.string(), z.int()),
        opened: z.int(),
        resolved: z.int(),
        /** Cases that waited at the end of the day, or now. */
        backlog: z.int(),
      }),
    ),
    /** By queue: cases that people resolved, seconds from opening to resolution, deadlines. */
    queues: z.array(
      z.object({
        queue: z.string(),
        open: z.int(),
        oldest_seconds: z.number().nullable(),
        resolved: z.int(),
        p50_seconds: z.number().nullable(),
        p90_seconds: z.number().nullable(),
        late: z.int().describe("resolved in the time, after their deadline"),
        overdue: z.int().describe("open, and past it"),
        near: z.int().describe("open, and due within the hour"),
      }),
    ),
    automation: z.object({
      decisions: z.int(),
      by_rule: z.int(),
      share: z.number().nullable(),
      /** What of it was wrong, from samples of the same time. */
      error_rate: shareSchema,
      person_error_rate: shareSchema,
    }),
    /** What was refused after people could see it. */
    escaped: z.object({
      refused: z.int(),
      seen_before: z.int(),
      /** Accounts that its owner wrote to or sold to while it could be seen, each counted once an ad. */
      reached: z.int(),
      median_minutes: z.number().nullable(),
      worst: z.array(
        z.object({
          subject: subjectRefSchema,
          owner: z.string(),
          title: z.string(),
          minutes: z.number(),
          reached: z.int(),
        }),
      ),
    }),
    cost: z.object({
      /** Minutes of people's work: from when a case was first before somebody to its resolution, at most a quarter of an hour each. */
      minutes: z.number(),
      cases: z.int(),
      per_hour: z.number().nullable(),
      currency: z.string(),
      /** Of people's work, spread over all decisions, and over those that people took. */
      per_decision: z.number().nullable(),
      per_case: z.number().nullable(),
    }),
  })
  .meta({ id: "Dashboard" });
export type Dashboard = z.infer<typeof dashboardSchema>;

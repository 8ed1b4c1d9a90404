/** Actions: what the marketplace is told to do, by webhooks after the Standard Webhooks specification. */
import { z } from "zod";
import { decisionSchema, reasonSchema } from "./decision.ts";
import { appealDecidedSchema, reportDecidedSchema } from "./report.ts";
import { subjectRefSchema } from "./subject.ts";

const envelope = { id: z.string(), timestamp: z.string(), marketplace: z.string() };

/** What people are told whom a stopped account wrote to: `decision_id` is the decision that it comes with. */
export const warningSchema = z
  .object({
    decision_id: z.string(),
    event_id: z.string(),
    subject: subjectRefSchema,
    /** The account that was stopped. */
    about: z.string(),
    /** The accounts to be warned. */
    accounts: z.array(z.string()),
    reasons: z.array(reasonSchema),
    /** By language. */
    texts: z.record(z.string(), z.string()),
  })
  .meta({ id: "Warning" });
export type Warning = z.infer<typeof warningSchema>;

/** Body of a webhook; the headers are `webhook-id`, `webhook-timestamp`, `webhook-signature`. */
export const actionSchema = z
  .discriminatedUnion("type", [
    z.object({ ...envelope, type: z.literal("decision.made"), data: decisionSchema }),
    z.object({ ...envelope, type: z.literal("people.warned"), data: warningSchema }),
    z.object({ ...envelope, type: z.literal("report.decided"), data: reportDecidedSchema }),
    z.object({ ...envelope, type: z.literal("appeal.decided"), data: appealDecidedSchema }),
  ])
  .meta({ id: "Action" });
export type Action = z.infer<typeof actionSchema>;

export const actionStates = ["pending", "delivered", "dead", "cancelled"] as const;
export const actionStatusSchema = z
  .object({
    id: z.string(),
    state: z.enum(actionStates),
    attempts: z.int(),
    last_error: z.string().optional(),
    created_at: z.string(),
    next_attempt_at: z.string().optional(),
    delivered_at: z.string().optional(),
    action: actionSchema,
  })
  .meta({ id: "ActionStatus" });
export type ActionStatus = z.infer<typeof actionStatusSchema>;

export const webhookEndpointSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    enabled: z.boolean(),
    disabled_reason: z.string().optional(),
    created_at: z.string(),
    /** `whsec_…`; shown when made or rotated only. */
    secret: z.string().optional(),
  })
  .meta({ id: "WebhookEndpoint" });
export type WebhookEndpoint = z.infer<typeof webhookEndpointSchema>;

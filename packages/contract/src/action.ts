/** Actions: what the marketplace is told to do, by webhooks after the Standard Webhooks specification. */
import { z } from "zod";
import { decisionSchema } from "./decision.ts";

/** Body of a webhook. One type so far; the headers are `webhook-id`, `webhook-timestamp`, `webhook-signature`. */
export const actionSchema = z
  .object({
    id: z.string(),
    type: z.literal("decision.made"),
    timestamp: z.string(),
    marketplace: z.string(),
    data: decisionSchema,
  })
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

/** Actions out: the broker is one more receiver of the outbox. */
import type { DeliveryResult } from "../actions/index.ts";
import type { Broker } from "./broker.ts";
import { actionSubject } from "./subjects.ts";

/**
 * Publishes one action and waits until the broker has stored it.
 * @param body the action's JSON, as webhooks carry it
 */
export async function publishAction(
  { client }: Broker,
  marketplace: string,
  { id, body }: { id: string; body: string },
  timeoutMs: number,
): Promise<DeliveryResult> {
  try {
    await client.publish(actionSubject(marketplace), body, { msgID: id, timeout: timeoutMs });
    return { ok: true };
  } catch (error) {
    return { ok: false, error: `the broker: ${(error as Error).message}`.slice(0, 200), gone: false };
  }
}

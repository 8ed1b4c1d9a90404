/** Signing secrets of webhook endpoints. While one is rotated both sign, so that a receiver can change over without a gap. */
import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";

export interface EndpointSecret {
  /** `whsec_` and base64. */
  secret: string;
  /** RFC 3339; after it the secret signs no more. The newest has none. */
  lapses_at?: string;
}

/** How long the secret before the newest goes on signing, in ms. */
const rotationMs = 24 * 3_600_000;

export function newEndpointSecret(): EndpointSecret {
  return { secret: `whsec_${randomBytes(32).toString("base64")}` };
}

/** Puts a new secret first; those before it lapse within a day. */
export function rotate(secrets: readonly EndpointSecret[], now: number): EndpointSecret[] {
  const lapse = new Date(now + rotationMs).toISOString();
  const older = inForce(secrets, now).map(({ secret, lapses_at }) => ({ secret, lapses_at: lapses_at ?? lapse }));
  return [newEndpointSecret(), ...older];
}

function inForce(secrets: readonly EndpointSecret[], now: number): EndpointSecret[] {
  return secrets.filter(({ lapses_at }) => lapses_at === undefined || Date.parse(lapses_at) > now);
}

/** The three headers of the Standard Webhooks specification, with a signature by every secret in force. */
export function signedHeaders(
  id: string,
  body: string,
  secrets: readonly EndpointSecret[],
  now: number,
): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  const at = new Date(now);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now / 1000)),
    "webhook-signature": inForce(secrets, now)
      .map(({ secret }) => new Webhook(secret).sign(id, at, body))
      .join(" "),
  };
}

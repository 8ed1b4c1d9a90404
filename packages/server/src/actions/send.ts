/** One delivery to one endpoint. */
import { request } from "undici";
import { guardedDispatcher } from "../measure/index.ts";
import { type EndpointSecret, signedHeaders } from "./secrets.ts";

/** Time limit of one delivery, in ms, from the connection to the status. */
export const deliveryMs = 15_000;

export type DeliveryResult =
  | { ok: true }
  /** `gone`: the receiver answered 410 and wants nothing more. */
  | { ok: false; error: string; gone: boolean };

/**
 * Posts a signed body. Redirects are not followed: an endpoint is where it says it is.
 * @param allow `host:port` pairs that may be private
 */
export async function send(
  url: string,
  { id, body, secrets }: { id: string; body: string; secrets: readonly EndpointSecret[] },
  allow: readonly string[],
  timeoutMs: number,
): Promise<DeliveryResult> {
  const headers = {
    "content-type": "application/json",
    "user-agent": "Assay",
    ...signedHeaders(id, body, secrets, Date.now()),
  };
  try {
    const { statusCode, body: answer } = await request(url, {
      method: "POST",
      headers,
      body,
      dispatcher: guardedDispatcher(allow),
      signal: AbortSignal.timeout(timeoutMs),
    });
    // The status is the answer; what else is said is let go, and at most a little of it.
    await answer.dump({ limit: 16_384 }).catch(() => undefined);
    if (statusCode >= 200 && statusCode < 300) return { ok: true };
    return { ok: false, error: `the endpoint answered ${statusCode}`, gone: statusCode === 410 };
  } catch (error) {
    return { ok: false, error: reasonOf(error, timeoutMs), gone: false };
  }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  const { name = "", message = "", code = "" } = error as Error & { code?: string };
  if (name === "TimeoutError" || code.endsWith("TIMEOUT")) return `no answer within ${timeoutMs / 1000} s`;
  if (name === "AddressRefused") return `${message} is not a public address`;
  return `${code} ${message}`.trim().slice(0, 200) || "the endpoint could not be reached";
}

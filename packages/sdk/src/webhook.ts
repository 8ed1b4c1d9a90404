/** Receiving actions: webhooks signed after the Standard Webhooks specification. */
import type { Action } from "@assay/contract";
import { Webhook, WebhookVerificationError } from "standardwebhooks";

export { WebhookVerificationError };

/** Headers as Node gives them, or as a `Headers` object holds them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Checks that a webhook comes from Assay and is less than five minutes old, and gives what it says.
 * @param body the bytes or the text as received; a body that was parsed and printed again has another signature
 * @param secrets the endpoint's secret (`whsec_…`), or several while one replaces another
 * @throws WebhookVerificationError when a header is missing, the time is off, no signature fits or the body is no action
 */
export function verifyWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secrets: string | readonly string[],
): Action {
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  const plain = plainHeaders(headers);
  let problem: unknown = new WebhookVerificationError("No secret was given");
  for (const secret of typeof secrets === "string" ? [secrets] : secrets) {
    try {
      new Webhook(secret).verify(text, plain, { jsonParse: false });
    } catch (error) {
      problem = error;
      continue;
    }
    return actionOf(text);
  }
  throw problem;
}

function plainHeaders(headers: WebhookHeaders): Record<string, string> {
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      const one = typeof value === "string" ? value : value?.[0];
      return one === undefined ? [] : [[name.toLowerCase(), one]];
    }),
  );
}

function actionOf(text: string): Action {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WebhookVerificationError("The body is not JSON");
  }
  const action = value as Partial<Action> | null;
  if (typeof action !== "object" || typeof action?.type !== "string" || typeof action.data !== "object") {
    throw new WebhookVerificationError("The body is not an action");
  }
  return action as Action;
}

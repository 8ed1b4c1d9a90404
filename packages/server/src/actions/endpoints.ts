/** Webhook endpoints as their owner manages them. The caller's transaction also writes the audit entry. */
import { AssayError, type WebhookEndpoint } from "@assay/contract";
import type { Querier } from "../db/index.ts";
import { newEndpointSecret, rotate } from "./secrets.ts";
import { resumePutOff } from "./store/delivery.ts";
import * as store from "./store/endpoints.ts";

/**
 * What waited for an endpoint is sent to it.
 * @returns with its secret, this once
 * @throws AssayError `invalid_request` for what is no http(s) URL, or holds a user name or password
 */
export async function addEndpoint(tx: Querier, marketplace: string, address: string): Promise<WebhookEndpoint> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || address.length > 2000) {
    throw new AssayError("invalid_request", "A webhook's URL begins with https:// or http:// and holds no password.");
  }
  const secret = newEndpointSecret();
  const row = await store.insertEndpoint(tx, marketplace, url.href, [secret]);
  await resumePutOff(tx, marketplace);
  return { ...store.endpointOf(row), secret: secret.secret };
}

/** A new secret; the one before it goes on signing for a day. @throws AssayError `not_found` */
export async function rotateEndpoint(tx: Querier, marketplace: string, id: string): Promise<WebhookEndpoint> {
  const row = await store.lockEndpoint(tx, marketplace, id);
  if (!row) throw new AssayError("not_found");
  const secrets = rotate(row.secrets, Date.now());
  await store.setSecrets(tx, marketplace, id, secrets);
  return { ...store.endpointOf(row), secret: secrets[0]!.secret };
}

/** @throws AssayError `not_found` */
export async function switchEndpoint(
  tx: Querier,
  marketplace: string,
  id: string,
  enabled: boolean,
): Promise<WebhookEndpoint> {
  const row = await store.setEnabled(tx, marketplace, id, enabled, enabled ? null : "Switched off by a person.");
  if (!row) throw new AssayError("not_found");
  if (enabled) await resumePutOff(tx, marketplace);
  return store.endpointOf(row);
}

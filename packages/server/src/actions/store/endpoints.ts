/** SQL over webhook endpoints. */
import type { WebhookEndpoint } from "@assay/contract";
import { newId, type Querier } from "../../db/index.ts";
import type { EndpointSecret } from "../secrets.ts";

export interface EndpointRow {
  id: string;
  url: string;
  secrets: EndpointSecret[];
  enabled: boolean;
  disabled_reason: string | null;
  created_at: Date;
}

const columns = "id, url, secrets, enabled, disabled_reason, created_at";

/** Without its secrets. */
export function endpointOf(row: EndpointRow): WebhookEndpoint {
  return {
    id: row.id,
    url: row.url,
    enabled: row.enabled,
    ...(row.disabled_reason !== null && { disabled_reason: row.disabled_reason }),
    created_at: row.created_at.toISOString(),
  };
}

export function listEndpoints(q: Querier, marketplace: string): Promise<EndpointRow[]> {
  return q.query<EndpointRow>(
    `select ${columns} from webhook_endpoints where marketplace = $1 order by created_at, id`,
    [marketplace],
    "list_endpoints",
  );
}

/** Locked until the transaction ends. */
export async function lockEndpoint(tx: Querier, marketplace: string, id: string): Promise<EndpointRow | undefined> {
  const [row] = await tx.query<EndpointRow>(
    `select ${columns} from webhook_endpoints where marketplace = $1 and id = $2 for update`,
    [marketplace, id],
  );
  return row;
}

export async function insertEndpoint(
  tx: Querier,
  marketplace: string,
  url: string,
  secrets: readonly EndpointSecret[],
): Promise<EndpointRow> {
  const [row] = await tx.query<EndpointRow>(
    `insert into webhook_endpoints (marketplace, id, url, secrets) values ($1, $2, $3, $4) returning ${columns}`,
    [marketplace, newId("whk"), url, JSON.stringify(secrets)],
  );
  return row!;
}

export async function setSecrets(
  tx: Querier,
  marketplace: string,
  id: string,
  secrets: readonly EndpointSecret[],
): Promise<void> {
  await tx.query("update webhook_endpoints set secrets = $3 where marketplace = $1 and id = $2", [
    marketplace,
    id,
    JSON.stringify(secrets),
  ]);
}

/** @param reason why it is off; shown to people */
export async function setEnabled(
  q: Querier,
  marketplace: string,
  id: string,
  enabled: boolean,
  reason: string | null,
): Promise<EndpointRow | undefined> {
  const [row] = await q.query<EndpointRow>(
    `update webhook_endpoints set enabled = $3, disabled_reason = $4 where marketplace = $1 and id = $2 returning ${columns}`,
    [marketplace, id, enabled, reason],
  );
  return row;
}

export async function deleteEndpoint(tx: Querier, marketplace: string, id: string): Promise<boolean> {
  const rows = await tx.query("delete from webhook_endpoints where marketplace = $1 and id = $2 returning id", [
    marketplace,
    id,
  ]);
  return rows.length > 0;
}

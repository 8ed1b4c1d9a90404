/** API keys of a marketplace's backends. */
import { AssayError } from "@assay/contract";
import { z } from "zod";
import {
  apiKeyPrefix,
  insertKey,
  type KeyRow,
  keyPermissions,
  keyScopes,
  listKeys,
  newSecret,
  revokeKey,
  secretHash,
} from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import { type App, principalOf } from "./route.ts";

const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  created_at: z.string(),
  /** What it may do. */
  permissions: z.array(z.string()),
  /** Most requests and events a minute. */
  per_minute: z.int().optional(),
  expires_at: z.string().optional(),
});
const keyOf = ({ id, name, created_at, permissions, per_minute, expires_at }: KeyRow) => ({
  id,
  name,
  created_at: created_at.toISOString(),
  permissions: permissions ?? [...keyPermissions],
  ...(per_minute !== null && { per_minute }),
  ...(expires_at && { expires_at: expires_at.toISOString() }),
});

export async function keyRoutes(app: App, { db, access }: Deps): Promise<void> {
  app.get(
    "/v1/keys",
    {
      config: { permission: "key.manage" },
      schema: { summary: "Keys in force", response: { 200: z.object({ data: z.array(keySchema) }) } },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      return { data: (await listKeys(db.for(marketplace), marketplace)).map(keyOf) };
    },
  );

  app.post(
    "/v1/keys",
    {
      config: { permission: "key.manage" },
      schema: {
        summary: "Make a key; it is shown this once",
        description:
          "To rotate: make a second key, put it into use, revoke the first. Any number are in force at once. Without `permissions` a key does all that a backend does.",
        body: z.object({
          name: z.string().trim().min(1).max(200),
          permissions: z.array(z.enum(keyScopes)).min(1).optional(),
          per_minute: z.int().min(1).max(10_000_000).optional(),
          expires_at: z.iso.datetime({ offset: true }).optional(),
        }),
        response: { 200: keySchema.extend({ key: z.string() }) },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const key = newSecret(apiKeyPrefix);
      const { name, permissions, per_minute, expires_at } = request.body;
      const expiresAt = expires_at === undefined ? undefined : new Date(expires_at);
      if (expiresAt && expiresAt.getTime() <= Date.now())
        throw new AssayError("invalid_request", "/expires_at: lies in the past");
      return db.transaction(marketplace, async (tx) => {
        const row = await insertKey(tx, marketplace, {
          name,
          hash: secretHash(key),
          permissions,
          perMinute: per_minute,
          expiresAt,
        });
        const details = { permissions, per_minute, expires_at };
        await appendAudit(tx, marketplace, { actor: id, what: "key.made", subject: row.id, details });
        return { ...keyOf(row), key };
      });
    },
  );

  app.delete(
    "/v1/keys/:id",
    {
      config: { permission: "key.manage" },
      schema: { summary: "Revoke a key", params: z.object({ id: z.string() }), response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { marketplace, id } = principalOf(request);
      const hash = await db.transaction(marketplace, async (tx) => {
        const revoked = await revokeKey(tx, marketplace, request.params.id);
        if (!revoked) throw new AssayError("not_found", `There is no key ${request.params.id}.`);
        await appendAudit(tx, marketplace, { actor: id, what: "key.revoked", subject: request.params.id });
        return revoked;
      });
      access.forgetKey(hash);
      return reply.code(204).send(null);
    },
  );
}

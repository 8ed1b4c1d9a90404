/** API keys of a marketplace's backends. */
import { AssayError } from "@assay/contract";
import { z } from "zod";
import { apiKeyPrefix, insertKey, type KeyRow, listKeys, newSecret, revokeKey, secretHash } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import { type App, principalOf } from "./route.ts";

const keySchema = z.object({ id: z.string(), name: z.string(), created_at: z.string() });
const keyOf = (row: KeyRow) => ({ ...row, created_at: row.created_at.toISOString() });

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
        body: z.object({ name: z.string().trim().min(1).max(200) }),
        response: { 200: keySchema.extend({ key: z.string() }) },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const key = newSecret(apiKeyPrefix);
      return db.transaction(marketplace, async (tx) => {
        const row = await insertKey(tx, marketplace, request.body.name, secretHash(key));
        await appendAudit(tx, marketplace, { actor: id, what: "key.made", subject: row.id });
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

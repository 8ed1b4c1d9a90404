/** The audit log: reading it, and making sure that nobody rewrote it. */
import { z } from "zod";
import { readAudit, verifyAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import { pageQuery } from "./page.ts";
import { type App, principalOf } from "./route.ts";

const entrySchema = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  what: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  previous_hash: z.string(),
  hash: z.string(),
});
const verdictSchema = z.object({
  entries: z.int(),
  head: z.string(),
  broken: z.object({ seq: z.int(), why: z.enum(["missing", "changed", "not_linked"]) }).optional(),
});

export async function auditRoutes(app: App, { db }: Deps): Promise<void> {
  app.get(
    "/v1/audit",
    {
      config: { permission: "audit.read" },
      schema: {
        summary: "Entries of the audit log after a number, oldest first",
        querystring: z.object({ after: z.coerce.number().int().min(0).default(0), limit: pageQuery.limit }),
        response: { 200: z.object({ data: z.array(entrySchema) }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      return { data: await readAudit(db.for(marketplace), marketplace, request.query.after, request.query.limit) };
    },
  );

  app.get(
    "/v1/audit/verify",
    {
      config: { permission: "audit.read" },
      schema: {
        summary: "Walk the whole chain and name the first entry that does not hold",
        response: { 200: verdictSchema },
      },
    },
    async (request) => verifyAudit(db, principalOf(request).marketplace),
  );
}

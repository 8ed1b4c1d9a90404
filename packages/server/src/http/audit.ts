/** The audit log: reading it, and making sure that nobody rewrote it. */
import { z } from "zod";
import { auditFaults, readAudit, readHeads, type SignedHead, verifyChain } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
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
  heads: z.int(),
  broken: z.object({ seq: z.int(), why: z.enum(auditFaults) }).optional(),
});
const headSchema = z.object({
  marketplace: z.string(),
  seq: z.int(),
  hash: z.string(),
  at: z.string(),
  key_id: z.string(),
  signature: z.string(),
});
/** Heads read at once while a chain is verified. */
const portion = 10_000;
/** Entries or heads in one answer: more than of what people page through, for whoever verifies reads all. */
const rangeQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export async function auditRoutes(app: App, { db, auditSigner }: Deps): Promise<void> {
  app.get(
    "/v1/audit",
    {
      config: { permission: "audit.read" },
      schema: {
        summary: "Entries of the audit log after a number, oldest first",
        querystring: rangeQuery,
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
        summary:
          "Walk the whole chain, compare it with the heads signed here, and name the first entry that does not hold",
        response: { 200: verdictSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const q = db.for(marketplace);
      const own: SignedHead[] = [];
      for (let after = 0; ; ) {
        const heads = await readHeads(q, marketplace, after, portion);
        // Another process of this database may have a key of its own; `assay audit verify --key` takes any number.
        own.push(...heads.filter((head) => head.key_id === auditSigner.keyId));
        if (heads.length < portion) break;
        after = heads.at(-1)!.seq;
      }
      const read = (after: number, limit: number) => readAudit(q, marketplace, after, limit);
      return verifyChain(read, own, [auditSigner.publicKey]);
    },
  );

  app.get(
    "/v1/audit/heads",
    {
      config: { permission: "audit.read" },
      schema: {
        summary:
          "Signed heads after a number, oldest first, and the public key; keep them elsewhere: they show a cut tail",
        querystring: rangeQuery,
        response: { 200: z.object({ data: z.array(headSchema), public_key: z.string() }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      await auditSigner.sign(db, marketplace);
      const data = await readHeads(db.for(marketplace), marketplace, request.query.after, request.query.limit);
      return { data, public_key: auditSigner.publicKey };
    },
  );
}

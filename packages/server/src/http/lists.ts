/** The marketplace's own lists: accounts, words, domains that policies and detectors read. Changes are in force within a second. */
import { AssayError } from "@assay/contract";
import { z } from "zod";
import { appendAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import { addToList, listsOf, removeFromList } from "../policies/index.ts";
import { type App, principalOf } from "./route.ts";

/** As conditions name it: `lists.trusted_sellers`. */
const params = z.object({
  list: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, "lower-case letters, digits and underscores"),
});
const values = z.array(z.string().trim().min(1).max(500)).min(1).max(10_000);
const changed = z.object({ list: z.string(), changed: z.int() });

export async function listRoutes(app: App, { db, policies }: Deps): Promise<void> {
  app.get(
    "/v1/lists",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "Every list with its values in force",
        response: { 200: z.object({ data: z.array(z.object({ list: z.string(), values: z.array(z.string()) })) }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const lists = await listsOf(db.for(marketplace), marketplace);
      return { data: Object.entries(lists).map(([list, entries]) => ({ list, values: [...entries] })) };
    },
  );

  app.post(
    "/v1/lists/:list/entries",
    {
      config: { permission: "policy.write" },
      schema: {
        summary: "Add values to a list, which is made when it is new; those that stand in it already are left alone",
        params,
        body: z.object({
          values,
          reason: z.string().max(500).optional(),
          expires_at: z.iso.datetime({ offset: true }).optional(),
        }),
        response: { 200: changed },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { list } = request.params;
      const { values: given, reason, expires_at: expiresAt } = request.body;
      if (given.some((value) => value.includes("\0"))) throw new AssayError("invalid_request", "A value holds a NUL.");
      return db.transaction(marketplace, async (tx) => {
        const added = await addToList(tx, marketplace, { list, values: given, reason, expiresAt, addedBy: id });
        await appendAudit(tx, marketplace, {
          actor: id,
          what: "list.added_to",
          subject: list,
          details: { values: given.slice(0, 100), n: added },
        });
        policies.forget(marketplace);
        return { list, changed: added };
      });
    },
  );

  app.delete(
    "/v1/lists/:list/entries",
    {
      config: { permission: "policy.write" },
      schema: { summary: "Take values out of a list", params, body: z.object({ values }), response: { 200: changed } },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { list } = request.params;
      return db.transaction(marketplace, async (tx) => {
        const removed = await removeFromList(tx, marketplace, list, request.body.values);
        await appendAudit(tx, marketplace, {
          actor: id,
          what: "list.removed_from",
          subject: list,
          details: { values: request.body.values.slice(0, 100), n: removed },
        });
        policies.forget(marketplace);
        return { list, changed: removed };
      });
    },
  );
}

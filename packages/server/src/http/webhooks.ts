/** Webhook endpoints, and the actions that go out. */
import { setTimeout as sleep } from "node:timers/promises";
import { AssayError, actionStates, actionStatusSchema, pageOf, webhookEndpointSchema } from "@assay/contract";
import { z } from "zod";
import type { Principal } from "../access/index.ts";
import {
  addEndpoint,
  deleteEndpoint,
  endpointOf,
  feedAfter,
  feedEnd,
  listActions,
  listEndpoints,
  resend,
  rotateEndpoint,
  switchEndpoint,
} from "../actions/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Querier } from "../db/index.ts";
import type { Deps } from "../deps.ts";
import { cursorOf, keyOf, keyTime, pageQuery, toPage } from "./page.ts";
import { hiddenSubjects } from "./quarantine.ts";
import { type App, principalOf } from "./route.ts";

const params = z.object({ id: z.string() });
const actionKey = z.tuple([keyTime, z.string()]);
/** How long the feed waits for something to come, and how often it looks, in ms. */
const feedMs = 20_000;
const feedLookMs = 500;

export async function webhookRoutes(app: App, { db, delivery }: Deps): Promise<void> {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });

  app.get(
    "/v1/webhooks",
    {
      config: { permission: "action.read" },
      schema: { summary: "Endpoints", response: { 200: z.object({ data: z.array(webhookEndpointSchema) }) } },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      return { data: (await listEndpoints(db.for(marketplace), marketplace)).map(endpointOf) };
    },
  );

  app.post(
    "/v1/webhooks",
    {
      config: { permission: "webhook.manage" },
      schema: {
        summary: "Add an endpoint; its secret is shown this once",
        body: z.object({ url: z.string().max(2000) }),
        response: { 200: webhookEndpointSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const made = await audited(person, "webhook.added", (tx) =>
        addEndpoint(tx, person.marketplace, request.body.url),
      );
      delivery.wake();
      return made;
    },
  );

  app.post(
    "/v1/webhooks/:id/rotate",
    {
      config: { permission: "webhook.manage" },
      schema: {
        summary: "A new secret; the one before it signs for another day",
        params,
        response: { 200: webhookEndpointSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      return audited(person, "webhook.rotated", (tx) => rotateEndpoint(tx, person.marketplace, request.params.id));
    },
  );

  app.patch(
    "/v1/webhooks/:id",
    {
      config: { permission: "webhook.manage" },
      schema: {
        summary: "Switch an endpoint on or off",
        params,
        body: z.object({ enabled: z.boolean() }),
        response: { 200: webhookEndpointSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const { enabled } = request.body;
      const changed = await audited(person, enabled ? "webhook.enabled" : "webhook.disabled", (tx) =>
        switchEndpoint(tx, person.marketplace, request.params.id, enabled),
      );
      if (enabled) delivery.wake();
      return changed;
    },
  );

  app.delete(
    "/v1/webhooks/:id",
    {
      config: { permission: "webhook.manage" },
      schema: { summary: "Remove an endpoint", params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const person = principalOf(request);
      await audited(person, "webhook.removed", async (tx) => {
        const { id } = request.params;
        if (!(await deleteEndpoint(tx, person.marketplace, id))) throw new AssayError("not_found");
        return { id };
      });
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/v1/actions",
    {
      config: { permission: "action.read" },
      schema: {
        summary: "Actions, newest first, with how their delivery stands",
        querystring: z.object({ ...pageQuery, state: z.enum(actionStates).optional() }),
        response: { 200: pageOf(actionStatusSchema) },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const { marketplace } = person;
      const { state, cursor, limit } = request.query;
      const q = db.for(marketplace);
      const rows = await listActions(q, marketplace, state, keyOf(cursor, actionKey), limit);
      const page = toPage(
        rows,
        limit,
        (row) => row.key,
        (row) => row.status,
      );
      // The marketplace's own backend reads what it was sent; a person, what they may see.
      const away = person.kind === "user" ? await hiddenSubjects(q, person) : new Set<string>();
      return {
        ...page,
        data: page.data.filter(({ action }) => !away.has(`${action.data.subject.kind} ${action.data.subject.id}`)),
      };
    },
  );

  app.post(
    "/v1/actions/:id/resend",
    {
      config: { permission: "webhook.manage" },
      schema: { summary: "Deliver an action again, to every endpoint", params, response: { 200: actionStatusSchema } },
    },
    async (request) => {
      const person = principalOf(request);
      const status = await audited(person, "action.resent", async (tx) => {
        const resent = await resend(tx, person.marketplace, request.params.id);
        if (!resent) throw new AssayError("not_found", "There is no such action that has taken effect.");
        return resent;
      });
      delivery.wake();
      return status;
    },
  );

  app.get(
    "/v1/actions/feed",
    {
      config: { permission: "action.read" },
      schema: {
        summary: "Actions as they take effect, for `assay listen`",
        description: `Without \`after\` it answers at once where now is; ask again with \`next_cursor\`, which waits up to ${feedMs / 1000} s for something to come.`,
        querystring: z.object({ after: pageQuery.cursor }),
        response: { 200: z.object({ data: z.array(actionStatusSchema), next_cursor: z.string() }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const q = db.for(marketplace);
      const after = keyOf(request.query.after, actionKey);
      if (!after) return { data: [], next_cursor: cursorOf(await feedEnd(q)) };
      const until = Date.now() + feedMs;
      for (;;) {
        const found = await feedAfter(q, marketplace, after, 100);
        const over = closing || request.socket.destroyed || Date.now() + feedLookMs > until;
        if (found.length > 0 || over) {
          return { data: found.map((item) => item.status), next_cursor: cursorOf(found.at(-1)?.key ?? after) };
        }
        await sleep(feedLookMs);
      }
    },
  );

  async function audited<T extends { id: string }>(
    { marketplace, id }: Principal,
    what: string,
    run: (tx: Querier) => Promise<T>,
  ): Promise<T> {
    return db.transaction(marketplace, async (tx) => {
      const result = await run(tx);
      await appendAudit(tx, marketplace, { actor: id, what, subject: result.id });
      return result;
    });
  }
}

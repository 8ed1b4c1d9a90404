/** Stored decisions, and taking them again. */
import { AssayError, decisionSchema, replaySchema } from "@assay/contract";
import { z } from "zod";
import { loadDecision } from "../decisions/index.ts";
import type { Deps } from "../deps.ts";
import { eventIdsBetween } from "../intake/index.ts";
import { replay } from "../replay.ts";
import { type App, principalOf } from "./route.ts";

const params = z.object({ id: z.string() });

export async function decisionRoutes(app: App, { db, policies }: Deps): Promise<void> {
  app.get(
    "/v1/decisions/:id",
    {
      config: { permission: "event.read" },
      schema: { summary: "One decision", params, response: { 200: decisionSchema } },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const stored = await loadDecision(db.for(marketplace), marketplace, request.params.id);
      if (!stored) throw new AssayError("not_found", `There is no decision ${request.params.id}.`);
      return stored.answer;
    },
  );

  app.post(
    "/v1/decisions/:id/replay",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "Take a decision again from what it was taken from, without effect, and tell what differs",
        params,
        response: { 200: replaySchema },
      },
    },
    async (request) => replay(db, policies, principalOf(request).marketplace, request.params.id),
  );

  app.get(
    "/v1/received",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "Ids of events received in a range, oldest first, for replay",
        querystring: z.object({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) }),
        response: { 200: z.object({ data: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { from, to } = request.query;
      return { data: await eventIdsBetween(db.for(marketplace), marketplace, new Date(from), new Date(to)) };
    },
  );
}

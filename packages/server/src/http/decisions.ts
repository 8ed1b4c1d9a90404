/** Stored decisions, and taking them again. */
import { AssayError, decisionSchema, replaySchema } from "@assay/contract";
import { z } from "zod";
import type { Principal } from "../access/index.ts";
import { loadDecision, type StoredDecision } from "../decisions/index.ts";
import type { Deps } from "../deps.ts";
import { eventIdsBetween } from "../intake/index.ts";
import { replay } from "../replay.ts";
import { requireSeen } from "./quarantine.ts";
import { type App, principalOf } from "./route.ts";

const params = z.object({ id: z.string() });

export async function decisionRoutes(app: App, { db, policies }: Deps): Promise<void> {
  /** The marketplace's own backend reads what it was answered; a person, what they may see. */
  async function seenDecision(person: Principal, id: string): Promise<StoredDecision> {
    const { marketplace } = person;
    const q = db.for(marketplace);
    const stored = await loadDecision(q, marketplace, id);
    if (!stored) throw new AssayError("not_found", `There is no decision ${id}.`);
    if (person.kind === "user") await requireSeen(q, person, stored.answer.subject);
    return stored;
  }

  app.get(
    "/v1/decisions/:id",
    {
      config: { permission: "event.read" },
      schema: { summary: "One decision", params, response: { 200: decisionSchema } },
    },
    async (request) => {
      return (await seenDecision(principalOf(request), request.params.id)).answer;
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
    async (request) => {
      const { id } = request.params;
      await seenDecision(principalOf(request), id);
      return replay(db, policies, principalOf(request).marketplace, id);
    },
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

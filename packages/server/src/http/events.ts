/** Events in, decisions out. */
import { AssayError, decisionSchema, eventSchema, problemSchema } from "@assay/contract";
import { z } from "zod";
import { decisionsOf } from "../decisions/index.ts";
import type { Deps } from "../deps.ts";
import { problemOf } from "./problems.ts";
import { requireSeen } from "./quarantine.ts";
import { type App, principalOf } from "./route.ts";

/** Most events in one request. */
const maxBatch = 1000;
/** Longest that a caller may ask to wait, in seconds. */
const maxWaitS = 30;

const batchSchema = z.object({ events: z.array(z.unknown()).min(1).max(maxBatch) });

export async function eventRoutes(app: App, { pipeline, db }: Deps): Promise<void> {
  app.post(
    "/v1/events",
    {
      config: { permission: "event.send" },
      schema: {
        summary: "Send one event, or several, and get a decision for each",
        description: `One event, or \`{"events": [...]}\` with up to ${maxBatch}: then a decision or a problem for each, in order. The same id and body gives the first answer again. \`Prefer: wait=N\` waits up to ${maxWaitS} s for slow detectors.`,
        body: z.union([eventSchema, z.object({ events: z.array(eventSchema).max(maxBatch) })]),
        querystring: z.object({ mode: z.literal("backfill").optional() }),
        response: {
          200: z.union([decisionSchema, z.object({ results: z.array(z.union([decisionSchema, problemSchema])) })]),
        },
      },
      // Before the body is read: a refusal costs next to nothing, so that refusing does not take the time that deciding needs.
      onRequest: async (request) => {
        if (!pipeline.admitsAny(principalOf(request).marketplace)) throw new AssayError("overloaded");
      },
      // The event is checked by the pipeline, which names every mistake by pointer; and the answer is ours already.
      validatorCompiler: ({ httpPart, schema }) =>
        httpPart === "body" ? () => true : (value) => ({ value: (schema as unknown as z.ZodType).parse(value) }),
      serializerCompiler: () => JSON.stringify,
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const { marketplace } = principal;
      const mode = request.query.mode;
      const wait = waitOf(request.headers.prefer);
      const body: unknown = request.body;
      if (typeof body !== "object" || body === null || !("events" in body)) {
        return reply.send(await pipeline.submit(body, marketplace, mode, wait));
      }
      const batch = batchSchema.safeParse(body);
      if (!batch.success) {
        throw new AssayError("invalid_request", `events must be a list of 1 to ${maxBatch} events.`);
      }
      // The request itself counted as one.
      if (batch.data.events.length > 1) app.rates.take(principal, batch.data.events.length - 1, reply);
      const settled = await pipeline.submitAll(batch.data.events, marketplace, mode, wait);
      for (const result of settled) {
        if (result.status === "rejected" && !(result.reason instanceof AssayError))
          request.log.error({ err: result.reason });
      }
      const results = settled.map((result) =>
        result.status === "fulfilled" ? result.value : problemOf(result.reason, request.id),
      );
      return reply.send({ results });
    },
  );

  app.get(
    "/v1/events/:id",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "The latest decision on an event",
        params: z.object({ id: z.string() }),
        response: { 200: decisionSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const { marketplace } = person;
      const all = await decisionsOf(db.for(marketplace), marketplace, request.params.id);
      const latest = all.findLast((decision) => decision.undone_at === null);
      if (!latest) throw new AssayError("not_found", `There is no event ${request.params.id}.`);
      // The marketplace's own backend reads what it was answered; a person, what they may see.
      if (person.kind === "user") await requireSeen(db.for(marketplace), person, latest.answer.subject);
      return latest.answer;
    },
  );
}

/** `Prefer: wait=N` (RFC 7240), in ms; anything else is ignored, as the RFC says. */
function waitOf(prefer: string | string[] | undefined): number {
  const seconds = Number(/(?:^|[,;\s])wait=(\d{1,3})(?:$|[,;\s])/.exec(String(prefer ?? ""))?.[1] ?? 0);
  return Math.min(seconds, maxWaitS) * 1000;
}

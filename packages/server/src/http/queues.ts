/** Queues: what waits in each, and taking the next case. */
import {
  AssayError,
  caseFilterSchema,
  queueForecastSchema,
  queueSchema,
  queueSettingsSchema,
  savedFilterSchema,
  subjectKindNames,
} from "@assay/contract";
import type { Policies } from "@assay/policy";
import { z } from "zod";
import { appendAudit } from "../audit/index.ts";
import {
  deleteFilter,
  escalationQueue,
  filtersOf,
  forecast,
  hoursOf,
  lanesFor,
  openCount,
  queueSummary,
  saveFilter,
  saveQueueSettings,
  takeCase,
  takeNext,
} from "../cases/index.ts";
import type { Deps } from "../deps.ts";
import { calibrationCase } from "../quality/index.ts";
import { type App, principalOf } from "./route.ts";

/** Takes from every queue. */
const allQueues = "all";
export const queueName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, "lower-case letters, digits, hyphens")
  .refine((name) => name !== allQueues, "is the name for all queues together");

/** In which time zone a marketplace's days begin. */
export const zonesBy =
  (policies: Deps["policies"]) =>
  async (marketplace: string): Promise<string> =>
    (await policies.current(marketplace)).settings.quality?.time_zone ?? "UTC";

/** Queues that the policies send cases to, and the one for escalations. */
export function policyQueues(policies: Policies): string[] {
  const rules = subjectKindNames.flatMap((kind) => policies.rulesFor(kind));
  return [...new Set([...rules.flatMap(({ rule }) => rule.then?.queue ?? []), escalationQueue])].sort();
}

export async function queueRoutes(app: App, { db, config, policies }: Deps): Promise<void> {
  const work = { db, claimMs: config.claimMs };
  const zoneOf = zonesBy(policies);

  app.get(
    "/v1/queues",
    {
      config: { permission: "case.read" },
      schema: { summary: "Queues and what waits in them", response: { 200: z.object({ data: z.array(queueSchema) }) } },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const q = db.for(marketplace);
      const [summary, inForce, lanes] = await Promise.all([
        queueSummary(q, marketplace),
        policies.current(marketplace),
        lanesFor(q, principalOf(request)),
      ]);
      const rows = summary.filter((row) => !lanes.hidden.includes(row.id));
      const busy = rows.map(({ oldest_opened_at, ...row }) => ({
        ...row,
        settings: lanes.of(row.id),
        ...(oldest_opened_at && { oldest_opened_at: oldest_opened_at.toISOString() }),
      }));
      const known = new Set([...policyQueues(inForce.compiled), ...lanes.all.map((row) => row.queue)]);
      const idle = [...known]
        .filter((id) => !lanes.hidden.includes(id) && !rows.some((row) => row.id === id))
        .map((id) => ({ id, settings: lanes.of(id), open: 0, claimed: 0, overdue: 0, resolved_24h: 0 }));
      return { data: [...busy, ...idle].sort((a, b) => (a.id < b.id ? -1 : 1)) };
    },
  );

  app.put(
    "/v1/queues/:queue",
    {
      config: { permission: "case.assign" },
      schema: {
        summary: "How a queue is worked; its unresolved cases get their deadline anew",
        params: z.object({ queue: queueName }),
        body: queueSettingsSchema,
        response: { 200: queueSettingsSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const { queue } = request.params;
      return db.transaction(person.marketplace, async (tx) => {
        // Who may not see it may not open it for themselves either.
        if ((await lanesFor(tx, person)).hidden.includes(queue)) throw new AssayError("not_found");
        await saveQueueSettings(tx, person.marketplace, { queue, ...request.body });
        const { guidelines: _, ...details } = request.body;
        await appendAudit(tx, person.marketplace, { actor: person.id, what: "queue.changed", subject: queue, details });
        return request.body;
      });
    },
  );

  app.get(
    "/v1/queues/:queue/forecast",
    {
      config: { permission: "case.read" },
      schema: {
        summary:
          "What came and went by hour in the last seven days, and what the next day will be like at the same rates",
        params: z.object({ queue: queueName }),
        response: { 200: queueForecastSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const { marketplace } = person;
      const q = db.for(marketplace);
      const { queue } = request.params;
      if ((await lanesFor(q, person)).hidden.includes(queue)) throw new AssayError("not_found");
      const [rows, open] = await Promise.all([hoursOf(q, marketplace, queue, 7), openCount(q, marketplace, queue)]);
      const past = rows.map(({ hour, ...row }) => ({ ...row, at: hour.getTime() }));
      const { days, hours } = forecast(past, open, Date.now());
      const shown = <T extends { at: number }>({ at, ...hour }: T) => ({ ...hour, hour: new Date(at).toISOString() });
      return { open, days, past: past.map(shown), next: hours.map(shown) };
    },
  );

  app.get(
    "/v1/filters",
    {
      config: { permission: "case.read" },
      schema: {
        summary: "Filters that one keeps, and those that others share",
        response: { 200: z.object({ data: z.array(savedFilterSchema) }) },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      return { data: await filtersOf(db.for(marketplace), marketplace, id) };
    },
  );

  app.post(
    "/v1/filters",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Keep a filter, for oneself or for everybody",
        body: z.strictObject({
          name: z.string().trim().min(1).max(80),
          shared: z.boolean().default(false),
          filter: caseFilterSchema,
        }),
        response: { 200: savedFilterSchema },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      return saveFilter(db.for(marketplace), marketplace, id, request.body);
    },
  );

  app.delete(
    "/v1/filters/:id",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Keep one's filter no longer",
        params: z.object({ id: z.string() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { marketplace, id } = principalOf(request);
      if (!(await deleteFilter(db.for(marketplace), marketplace, id, request.params.id)))
        throw new AssayError("not_found");
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/v1/queues/:queue/next",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Take the next case of a queue, or of `all`",
        description: "`after` is the case that one comes from: it is given back, and the search goes on behind it.",
        params: z.object({ queue: z.string().max(80) }),
        body: z.object({ after: z.string().optional() }).nullish(),
        response: { 200: z.object({ case_id: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { queue } = request.params;
      const from = queue === allQueues ? undefined : queue;
      const person = principalOf(request);
      const zone = await zoneOf(person.marketplace);
      const taken = await takeNext(work, person, from, request.body?.after, zone);
      if (taken !== null || from === undefined) return { case_id: taken };
      // Whoever is not certified for a queue yet is given golden cases of it, and nothing else.
      const golden = await db.transaction(person.marketplace, async (tx) =>
        (await lanesFor(tx, person)).uncertified.includes(from) ? calibrationCase(tx, person, from) : undefined,
      );
      if (golden !== undefined) await takeCase(work, person, golden);
      return { case_id: golden ?? null };
    },
  );
}

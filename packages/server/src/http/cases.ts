/** Cases: the list, one with everything around it, and what people do with it. */
import {
  AssayError,
  bulkResolutionSchema,
  bulkResultSchema,
  type Case,
  caseFilterSchema,
  caseRowSchema,
  caseSchema,
  caseViewSchema,
  labelSchema,
  noteSchema,
  pageOf,
  type Resolution,
  type Resolved,
  resolutionSchema,
  resolvedSchema,
} from "@assay/contract";
import { z } from "zod";
import type { Principal } from "../access/index.ts";
import {
  caseById,
  caseOf,
  escalateCase,
  labelCase,
  lanesFor,
  listCases,
  moveCase,
  noteOnCase,
  releaseCase,
  snoozeCase,
  takeCase,
  waitedFor,
} from "../cases/index.ts";
import type { Deps } from "../deps.ts";
import { type PlaybookDeps, undoCase } from "../playbook_run.ts";
import { answerSample, mixGolden, RuleRecords, undoAnswer, usualGoldenShare } from "../quality/index.ts";
import { requireReasons, resolveCase } from "../resolution.ts";
import { withNames } from "./case_parts.ts";
import { caseView, withPictures } from "./case_view.ts";
import { keyOf, keyTime, pageQuery, toPage } from "./page.ts";
import { queueName, zonesBy } from "./queues.ts";
import { type App, principalOf } from "./route.ts";

const params = z.object({ id: z.string() });
const caseKey = z.tuple([z.number(), keyTime, z.string()]);
const text = z.string().trim().min(1).max(5000);

/** What deciding by a person needs, for every route that does. */
export function resolvingWith({ db, config, policies, pipeline, voices }: Deps): PlaybookDeps {
  return {
    db,
    claimMs: config.claimMs,
    undoHoldMs: config.undoHoldMs,
    reasons: policies.reasons,
    voices,
    playbooks: policies.playbooks,
    redecide: (marketplace, eventId) => pipeline.redecide(marketplace, eventId),
    forget: (marketplace) => policies.forget(marketplace),
  };
}

export async function caseRoutes(app: App, deps: Deps): Promise<void> {
  const { db, config, policies } = deps;
  const work = { db, claimMs: config.claimMs };
  const resolving = resolvingWith(deps);
  const viewing = {
    db,
    rules: new RuleRecords(db),
    reasons: policies.reasons,
    voices: deps.voices,
    zoneOf: zonesBy(policies),
  };
  const answering = { ...work, undoHoldMs: config.undoHoldMs };

  /** A case of the quality programme is answered, any other decided. */
  async function resolve(person: Principal, id: string, resolution: Resolution): Promise<Resolved> {
    const { marketplace } = person;
    const known = await caseById(db.for(marketplace), marketplace, id);
    if (known?.quality_item) {
      requireReasons(policies.reasons, resolution.reasons);
      return answerSample(answering, person, id, resolution);
    }
    const resolved = await resolveCase(resolving, person, id, resolution);
    const { settings } = await policies.current(marketplace);
    const chance = settings.quality?.golden_share ?? usualGoldenShare;
    if (known && chance > 0) {
      await db.transaction(marketplace, (tx) => mixGolden(tx, marketplace, person.id, known, chance));
    }
    return resolved;
  }

  async function undo(person: Principal, id: string): Promise<Case> {
    const known = await caseById(db.for(person.marketplace), person.marketplace, id);
    return known?.quality_item ? undoAnswer(answering, person, id) : undoCase(resolving, person, id);
  }

  app.get(
    "/v1/cases",
    {
      config: { permission: "case.read" },
      schema: {
        summary: "Cases: open ones in the order in which they are worked, resolved ones newest first",
        querystring: z.object({
          ...pageQuery,
          ...caseFilterSchema.shape,
          pictures: z.enum(["1"]).optional().describe("with the first picture of each"),
        }),
        response: { 200: pageOf(caseRowSchema) },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { cursor, limit, pictures, ...filter } = request.query;
      const queue = filter.queue === "all" ? undefined : filter.queue;
      const q = db.for(marketplace);
      const { hidden } = await lanesFor(q, principalOf(request));
      const samples = principalOf(request).permissions.has("quality.manage");
      const shown = { user: id, hidden, samples };
      const rows = await listCases(q, marketplace, { ...filter, queue }, shown, keyOf(cursor, caseKey), limit);
      const page = toPage(rows, limit, (row) => [row.priority, row.key_at, row.id], caseOf);
      const data = await withNames(q, page.data);
      return { ...page, data: pictures ? await withPictures(q, marketplace, data) : data };
    },
  );

  app.get(
    "/v1/cases/:id",
    {
      config: { permission: "case.read" },
      schema: {
        summary: "One case with everything that the review screen shows",
        params,
        querystring: z.object({
          next: z.enum(["queue", "all"]).default("queue").describe("where the next cases are from"),
        }),
        response: { 200: caseViewSchema },
      },
    },
    async (request) => {
      return caseView(viewing, principalOf(request), request.params.id, request.query.next === "all");
    },
  );

  app.post(
    "/v1/cases/:id/claim",
    {
      config: { permission: "case.resolve" },
      schema: { summary: "Take a case, or keep it for longer", params, response: { 200: caseSchema } },
    },
    async (request) => takeCase(work, principalOf(request), request.params.id),
  );

  app.post(
    "/v1/cases/:id/release",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Give a case back; with case.assign another person's as well",
        params,
        response: { 200: caseSchema },
      },
    },
    async (request) => releaseCase(work, principalOf(request), request.params.id),
  );

  app.post(
    "/v1/cases/:id/resolve",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Decide; it takes effect once the undo hold has passed",
        params,
        body: resolutionSchema,
        response: { 200: resolvedSchema },
      },
    },
    async (request) => resolve(principalOf(request), request.params.id, request.body),
  );

  app.post(
    "/v1/cases/:id/undo",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Take one's resolution back while the hold lasts; of a playbook, all that it did",
        params,
        response: { 200: caseSchema },
      },
    },
    async (request) => undo(principalOf(request), request.params.id),
  );

  app.post(
    "/v1/cases/resolve",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "One decision for several cases; each is decided or fails by itself",
        body: bulkResolutionSchema,
        response: { 200: bulkResultSchema },
      },
    },
    async (request) => {
      const { cases: given, outcome, reasons } = request.body;
      let undoUntil: string | undefined;
      const results = await each(given, async ({ id, decision_id }) => {
        const resolution = { outcome, reasons, decision_id };
        undoUntil = (await resolve(principalOf(request), id, resolution)).undo_until;
      });
      return { results, ...(undoUntil && { undo_until: undoUntil }) };
    },
  );

  app.post(
    "/v1/cases/undo",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Take several of one's resolutions back while their hold lasts",
        body: z.strictObject({ cases: z.array(z.string().max(100)).min(1).max(100) }),
        response: { 200: bulkResultSchema },
      },
    },
    async (request) => {
      const given = request.body.cases.map((id) => ({ id }));
      return { results: await each(given, ({ id }) => undo(principalOf(request), id)) };
    },
  );

  app.post(
    "/v1/cases/:id/note",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Write a note; it stays with the account",
        params,
        body: z.object({ text }),
        response: { 200: noteSchema },
      },
    },
    async (request) => noteOnCase(work, principalOf(request), request.params.id, request.body.text),
  );

  app.post(
    "/v1/cases/:id/snooze",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Out of the queue until then; at most 30 days",
        params,
        body: z.object({
          until: z.iso.datetime({ offset: true }),
          wait_for: z
            .enum(waitedFor)
            .optional()
            .describe("what takes it back sooner: something happens to what it is about"),
        }),
        response: { 200: caseSchema },
      },
    },
    async (request) => {
      const { until, wait_for } = request.body;
      return snoozeCase(work, principalOf(request), request.params.id, new Date(until), wait_for);
    },
  );

  app.post(
    "/v1/cases/:id/move",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "To another queue",
        params,
        body: z.object({ queue: queueName, note: text.optional() }),
        response: { 200: caseSchema },
      },
    },
    async (request) => moveCase(work, principalOf(request), request.params.id, request.body),
  );

  app.post(
    "/v1/cases/:id/escalate",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "To people who may say more, with a note",
        params,
        body: z.object({ note: text }),
        response: { 200: caseSchema },
      },
    },
    async (request) => escalateCase(work, principalOf(request), request.params.id, request.body.note),
  );

  app.post(
    "/v1/cases/:id/labels",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Say what was right or wrong: the outcome, or one detector's signal",
        params,
        body: z.object({ about: z.string().min(1).max(200), value: z.string().min(1).max(200) }),
        response: { 200: labelSchema },
      },
    },
    async (request) => labelCase(work, principalOf(request), request.params.id, request.body),
  );
}

/** Does each, one after the other; what one meets does not stop the others. */
async function each<T extends { id: string }>(all: readonly T[], run: (one: T) => Promise<unknown>) {
  const results: { id: string; ok: boolean; code?: string }[] = [];
  for (const one of all) {
    try {
      await run(one);
      results.push({ id: one.id, ok: true });
    } catch (error) {
      if (!(error instanceof AssayError)) throw error;
      results.push({ id: one.id, ok: false, code: error.code });
    }
  }
  return results;
}

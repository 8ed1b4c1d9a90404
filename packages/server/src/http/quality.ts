/** The quality programme: drawing samples, golden items, what came of them, and the figures. */
import {
  AssayError,
  answerOutcomeSchema,
  drawSchema,
  errorTypeSchema,
  itemStates,
  marketplaceSettingsSchema,
  pageOf,
  qualityFiguresSchema,
  qualityItemSchema,
  sampleRequestSchema,
} from "@assay/contract";
import { z } from "zod";
import { changeSettings } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import { openFollowUp } from "../cases/index.ts";
import type { Deps } from "../deps.ts";
import {
  addGolden,
  drawSample,
  drawsOf,
  exportCsv,
  handlingMinutes,
  itemById,
  itemsOf,
  qualityFigures,
  setError,
  withdrawGolden,
} from "../quality/index.ts";
import { requireReasons } from "../resolution.ts";
import { keyOf, pageQuery, toPage } from "./page.ts";
import { queueName } from "./queues.ts";
import { type App, principalOf } from "./route.ts";

const dayMs = 24 * 3_600_000;
const params = z.object({ id: z.string() });
const itemKey = z.tuple([z.string()]);
const itemFilter = {
  draw: z.string().max(100).optional().describe("a draw's id, or `golden`; none: every sample"),
  state: z.enum(itemStates).optional(),
  wrong: z.enum(["1"]).optional().describe("settled against what was decided"),
  error_type: errorTypeSchema.optional(),
  rule: z.string().max(200).optional().describe("`stage/rule` that fired"),
  detector: z.string().max(100).optional().describe("that found something"),
  person: z.string().max(100).optional().describe("who had decided"),
};
const settingsSchema = marketplaceSettingsSchema.shape.quality.unwrap();

export async function qualityRoutes(app: App, { db, policies }: Deps): Promise<void> {
  app.get(
    "/v1/quality/figures",
    {
      config: { permission: "quality.read" },
      schema: {
        summary:
          "Error rates, precision and recall, agreement, drift, prevalence, of the last days; each with its interval",
        description: "A person's figures are shown to themselves and to who holds quality.manage.",
        querystring: z.object({ days: z.coerce.number().int().min(1).max(365).default(28) }),
        response: { 200: qualityFiguresSchema },
      },
    },
    async (request) => {
      const { marketplace, id, permissions } = principalOf(request);
      const to = new Date();
      const from = new Date(to.getTime() - request.query.days * dayMs);
      const q = db.for(marketplace);
      const minutes = await handlingMinutes(q, marketplace, from, to);
      const figures = await qualityFigures(q, marketplace, { from, to }, minutes);
      const people = permissions.has("quality.manage") ? figures.people : figures.people.filter((one) => one.id === id);
      return { ...figures, people };
    },
  );

  app.get(
    "/v1/quality/draws",
    {
      config: { permission: "quality.manage" },
      schema: { summary: "Samples, the newest first", response: { 200: z.object({ data: z.array(drawSchema) }) } },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      return { data: await drawsOf(db.for(marketplace), marketplace, 100) };
    },
  );

  app.post(
    "/v1/quality/draws",
    {
      config: { permission: "quality.manage" },
      schema: {
        summary: "Draw a stratified random sample; each item becomes a case in the queue `quality`",
        body: sampleRequestSchema,
        response: { 200: drawSchema },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { from, to, ...asked } = request.body;
      return db.transaction(marketplace, async (tx) => {
        const time = {
          from: from === undefined ? undefined : new Date(from),
          to: to === undefined ? undefined : new Date(to),
        };
        const draw = await drawSample(tx, marketplace, id, { ...asked, ...time });
        return (await drawsOf(tx, marketplace, 1, draw))[0]!;
      });
    },
  );

  app.get(
    "/v1/quality/items",
    {
      config: { permission: "quality.manage" },
      schema: {
        summary: "Items of samples, or golden ones, the newest first",
        description:
          "What was decided and answered is told once an item is settled; filters on it find settled items only.",
        querystring: z.object({ ...pageQuery, ...itemFilter }),
        response: { 200: pageOf(qualityItemSchema) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { cursor, limit, wrong, ...filter } = request.query;
      const [before] = keyOf(cursor, itemKey) ?? [];
      const found = await itemsOf(db.for(marketplace), marketplace, { ...filter, wrong: wrong === "1" }, before, limit);
      return toPage(
        found,
        limit,
        (item) => [item.id],
        (item) => item,
      );
    },
  );

  app.get(
    "/v1/quality/export",
    {
      config: { permission: "quality.manage" },
      schema: { summary: "The same as CSV", querystring: z.object(itemFilter), response: { 200: z.string() } },
    },
    async (request, reply) => {
      const { marketplace } = principalOf(request);
      const { wrong, ...filter } = request.query;
      reply.header("content-disposition", 'attachment; filename="quality.csv"');
      reply.type("text/csv; charset=utf-8");
      return exportCsv(db.for(marketplace), marketplace, { ...filter, wrong: wrong === "1" });
    },
  );

  app.post(
    "/v1/quality/golden",
    {
      config: { permission: "quality.manage" },
      schema: {
        summary: "A decision whose right answer is known, to be mixed into a queue",
        body: z
          .strictObject({
            decision_id: z.string().max(100),
            queue: queueName,
            outcome: answerOutcomeSchema,
            reasons: z.array(z.string().max(100)).max(10).default([]),
            note: z.string().max(2000).optional(),
          })
          .refine(
            (golden) => golden.outcome === "approve" || golden.reasons.length > 0,
            "a reason is needed unless it is approved",
          ),
        response: { 200: z.object({ id: z.string() }) },
      },
    },
    async (request) => {
      const person = principalOf(request);
      requireReasons(policies.reasons, request.body.reasons);
      return { id: await db.transaction(person.marketplace, (tx) => addGolden(tx, person, request.body)) };
    },
  );

  app.delete(
    "/v1/quality/golden/:id",
    {
      config: { permission: "quality.manage" },
      schema: { summary: "Mix it in no more", params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const person = principalOf(request);
      await db.transaction(person.marketplace, (tx) => withdrawGolden(tx, person, request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/v1/quality/items/:id/error",
    {
      config: { permission: "quality.manage" },
      schema: {
        summary: "Say how a settled decision was wrong",
        params,
        body: z.strictObject({ error_type: errorTypeSchema, note: z.string().trim().min(1).max(2000).optional() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { marketplace, id: actor } = principalOf(request);
      const { id } = request.params;
      const { error_type, note } = request.body;
      await db.transaction(marketplace, async (tx) => {
        const item = await itemById(tx, marketplace, id, true);
        if (item?.state !== "done" || item.draw === null) throw new AssayError("not_found");
        await setError(tx, marketplace, id, { error_type, note });
        await appendAudit(tx, marketplace, {
          actor,
          what: "quality.error_named",
          subject: id,
          details: { error_type },
        });
      });
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/v1/quality/items/:id/case",
    {
      config: { permission: "quality.manage" },
      schema: {
        summary: "Have a settled error decided again: a case for it, in the queue given",
        params,
        body: z.strictObject({ queue: queueName }),
        response: { 200: z.object({ case_id: z.string().nullable().describe("none where one is open already") }) },
      },
    },
    async (request) => {
      const { marketplace, id: actor } = principalOf(request);
      const { id } = request.params;
      const { queue } = request.body;
      return db.transaction(marketplace, async (tx) => {
        const item = await itemById(tx, marketplace, id, true);
        if (item?.state !== "done" || item.draw === null) throw new AssayError("not_found");
        const reasons = item.truth_reasons.map((code) => ({ code }));
        const opened = await openFollowUp(tx, marketplace, { ...item, revision: null, queue, priority: 70, reasons });
        await appendAudit(tx, marketplace, {
          actor,
          what: "quality.case_opened",
          subject: id,
          details: { case: opened ?? null },
        });
        return { case_id: opened ?? null };
      });
    },
  );

  app.get(
    "/v1/quality/settings",
    {
      config: { permission: "quality.read" },
      schema: { summary: "How the programme runs by itself", response: { 200: settingsSchema } },
    },
    async (request) => {
      const { settings } = await policies.current(principalOf(request).marketplace);
      return settingsSchema.parse(settings.quality ?? {});
    },
  );

  app.put(
    "/v1/quality/settings",
    {
      config: { permission: "quality.manage" },
      schema: {
        summary: "What is drawn by itself, and how many cases are golden",
        body: settingsSchema,
        response: { 200: settingsSchema },
      },
    },
    async (request) => {
      const { marketplace, id: actor } = principalOf(request);
      await db.transaction(marketplace, async (tx) => {
        await changeSettings(tx, marketplace, { quality: request.body });
        await appendAudit(tx, marketplace, {
          actor,
          what: "quality.settings",
          subject: marketplace,
          details: request.body,
        });
      });
      policies.forget(marketplace);
      return request.body;
    },
  );
}

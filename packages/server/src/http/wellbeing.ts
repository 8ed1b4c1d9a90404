/** Wellbeing: what people have had before their eyes, and what they are given. A person sees their own; a lead, exposure and not clicks. */
import { AssayError, exposureSchema, workSettingsSchema } from "@assay/contract";
import { z } from "zod";
import { listUsers } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import { saveWorkSettings, workSettingsOf } from "../cases/index.ts";
import type { Deps } from "../deps.ts";
import { exposureOf } from "../quality/index.ts";
import { zonesBy } from "./queues.ts";
import { type App, principalOf } from "./route.ts";

export async function wellbeingRoutes(app: App, { db, policies }: Deps): Promise<void> {
  const zoneOf = zonesBy(policies);

  app.get(
    "/v1/me/exposure",
    {
      config: { permission: "desk.use" },
      schema: {
        summary: "What one has had before one's eyes, and what one is given",
        response: { 200: exposureSchema },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      return (await exposureOf(db.for(marketplace), marketplace, await zoneOf(marketplace), id))[0]!;
    },
  );

  app.put(
    "/v1/me/work",
    {
      config: { permission: "desk.use" },
      schema: {
        summary: "What one is given: languages, topics that one does not take, a cap, a reminder of breaks",
        body: workSettingsSchema.omit({ skills: true }),
        response: { 200: workSettingsSchema },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      return db.transaction(marketplace, async (tx) => {
        const { skills } = await workSettingsOf(tx, marketplace, id);
        const settings = { ...request.body, skills };
        await saveWorkSettings(tx, marketplace, id, settings);
        return settings;
      });
    },
  );

  app.get(
    "/v1/wellbeing",
    {
      config: { permission: "quality.manage" },
      schema: {
        summary: "Exposure of everybody who works here",
        response: { 200: z.object({ data: z.array(exposureSchema) }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      return { data: await exposureOf(db.for(marketplace), marketplace, await zoneOf(marketplace), undefined) };
    },
  );

  app.put(
    "/v1/wellbeing/:id",
    {
      config: { permission: "quality.manage" },
      schema: {
        summary: "A person's skills, and a cap no higher than they set it themselves",
        params: z.object({ id: z.string() }),
        body: workSettingsSchema.pick({ skills: true, severe_cap: true }),
        response: { 200: workSettingsSchema },
      },
    },
    async (request) => {
      const { marketplace, id: actor } = principalOf(request);
      const { id } = request.params;
      return db.transaction(marketplace, async (tx) => {
        if (!(await listUsers(tx, marketplace)).some((user) => user.id === id)) throw new AssayError("not_found");
        const before = await workSettingsOf(tx, marketplace, id);
        const { skills, severe_cap } = request.body;
        if (before.severe_cap !== null && (severe_cap === null || severe_cap > before.severe_cap)) {
          throw new AssayError("forbidden", "A cap that a person has set is raised by themselves.");
        }
        const settings = { ...before, skills, severe_cap };
        await saveWorkSettings(tx, marketplace, id, settings);
        await appendAudit(tx, marketplace, {
          actor,
          what: "work.changed",
          subject: id,
          details: { skills, severe_cap },
        });
        return settings;
      });
    },
  );
}

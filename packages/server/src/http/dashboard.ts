/** The dashboard. */
import { dashboardSchema, marketplaceSettingsSchema } from "@assay/contract";
import { z } from "zod";
import { lanesFor } from "../cases/index.ts";
import type { Deps } from "../deps.ts";
import { dashboard } from "../quality/index.ts";
import { type App, principalOf } from "./route.ts";

const settingsSchema = marketplaceSettingsSchema.shape.quality.unwrap();

export async function dashboardRoutes(app: App, { db, policies }: Deps): Promise<void> {
  app.get(
    "/v1/dashboard",
    {
      config: { permission: "quality.read" },
      schema: {
        summary:
          "What comes in, what is decided by whom, how long it takes, what got through, what it costs; by day in the marketplace's time zone",
        querystring: z.object({ days: z.coerce.number().int().min(1).max(92).default(14) }),
        response: { 200: dashboardSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const { marketplace } = person;
      const q = db.for(marketplace);
      const [{ hidden }, { settings }] = await Promise.all([lanesFor(q, person), policies.current(marketplace)]);
      const { days } = request.query;
      return dashboard(q, marketplace, { days, hidden, settings: settingsSchema.parse(settings.quality ?? {}) });
    },
  );
}

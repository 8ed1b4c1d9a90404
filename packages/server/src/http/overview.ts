/** What is going on, for the first screen. */
import { overviewSchema } from "@assay/contract";
import type { Deps } from "../deps.ts";
import { overview } from "../quality/index.ts";
import { type App, principalOf } from "./route.ts";

export async function overviewRoutes(app: App, { db }: Deps): Promise<void> {
  app.get(
    "/v1/overview",
    {
      config: { permission: "quality.read" },
      schema: { summary: "Numbers of the last 24 hours", response: { 200: overviewSchema } },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      return overview(db.for(marketplace), marketplace);
    },
  );
}

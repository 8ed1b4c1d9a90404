/** The marketplace itself: its mode, and in shadow mode how Assay compares with what decides today. */
import { AssayError, outcomeSchema } from "@assay/contract";
import { z } from "zod";
import { marketplaceById, setMode } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import { compareWithIncumbent } from "../quality/index.ts";
import { type App, principalOf } from "./route.ts";

const modeSchema = z.enum(["live", "shadow"]);
const marketplaceSchema = z.object({ id: z.string(), name: z.string(), mode: modeSchema });

export async function marketplaceRoutes(app: App, { db }: Deps): Promise<void> {
  app.get(
    "/v1/marketplace",
    {
      config: { permission: "policy.read" },
      schema: { summary: "The marketplace and its mode", response: { 200: marketplaceSchema } },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const row = await marketplaceById(db.for(marketplace), marketplace);
      if (!row) throw new AssayError("not_found");
      return { id: row.id, name: row.name, mode: row.mode };
    },
  );

  app.patch(
    "/v1/marketplace",
    {
      config: { permission: "policy.write" },
      schema: {
        summary:
          "Go live, or into shadow: everything decided and measured, nothing delivered, no cases; seen within a second",
        body: z.object({ mode: modeSchema }),
        response: { 200: marketplaceSchema },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { mode } = request.body;
      return db.transaction(marketplace, async (tx) => {
        const row = await setMode(tx, marketplace, mode);
        if (!row) throw new AssayError("not_found");
        await appendAudit(tx, marketplace, {
          actor: id,
          what: "marketplace.mode_set",
          subject: marketplace,
          details: { mode },
        });
        return { id: row.id, name: row.name, mode: row.mode };
      });
    },
  );

  app.get(
    "/v1/comparison",
    {
      config: { permission: "quality.read" },
      schema: {
        summary:
          "What the incumbent decided (`incumbent.outcome` of events) against what Assay did, over the last days",
        querystring: z.object({ days: z.coerce.number().int().min(1).max(365).default(30) }),
        response: {
          200: z.object({
            n: z.int(),
            cells: z.array(z.object({ incumbent: outcomeSchema, assay: outcomeSchema, n: z.int() })),
          }),
        },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const cells = await compareWithIncumbent(db.for(marketplace), marketplace, request.query.days);
      return { n: cells.reduce((sum, cell) => sum + cell.n, 0), cells };
    },
  );
}

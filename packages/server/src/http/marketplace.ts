/** The marketplace itself: its mode, and in shadow mode how Assay compares with what decides today. */
import { AssayError, marketplaceSettingsSchema, outcomeSchema, picturesShownSchema } from "@assay/contract";
import { z } from "zod";
import { changeSettings, type MarketplaceRow, marketplaceById, setMode } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import { compareWithIncumbent } from "../quality/index.ts";
import { noReviewer } from "../texts.ts";
import { type App, principalOf } from "./route.ts";

const modeSchema = z.enum(["live", "shadow"]);
const marketplaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  mode: modeSchema,
  settings: marketplaceSettingsSchema,
  reviewer_available: z.boolean().describe("this installation has a reviewing language model"),
});

export async function marketplaceRoutes(app: App, { access, db, texts, policies }: Deps): Promise<void> {
  const shown = ({ id, name, mode, settings }: MarketplaceRow) => ({
    id,
    name,
    mode,
    settings: marketplaceSettingsSchema.parse(settings ?? {}),
    reviewer_available: texts.reviewer !== undefined,
  });

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
      return shown(row);
    },
  );

  app.patch(
    "/v1/marketplace",
    {
      config: { permission: "policy.write" },
      schema: {
        summary:
          "Go live, or into shadow (everything decided and measured, nothing delivered, no cases), switch the reviewer on or off, demand a second factor, say how pictures are shown and how statements speak; seen within seconds",
        body: z
          .object({
            mode: modeSchema.optional(),
            reviewer: marketplaceSettingsSchema.shape.reviewer.unwrap().nullable().optional(),
            second_factor_required: z.boolean().optional(),
            notices: marketplaceSettingsSchema.shape.notices.unwrap().nullable().optional(),
            statements: marketplaceSettingsSchema.shape.statements.unwrap().nullable().optional(),
            pictures: picturesShownSchema.nullable().optional(),
          })
          .refine((given) => Object.values(given).some((value) => value !== undefined), "needs something to change"),
        response: { 200: marketplaceSchema },
      },
    },
    async (request) => {
      const { marketplace, id } = principalOf(request);
      const { mode, reviewer, second_factor_required, statements, notices, pictures } = request.body;
      if (reviewer?.enabled && !texts.reviewer) {
        throw new AssayError("invalid_request", noReviewer);
      }
      const changed = await db.transaction(marketplace, async (tx) => {
        let row: MarketplaceRow | undefined;
        const note = (what: string, details: Record<string, unknown>) =>
          appendAudit(tx, marketplace, { actor: id, what, subject: marketplace, details });
        if (mode !== undefined) {
          row = await setMode(tx, marketplace, mode);
          await note("marketplace.mode_set", { mode });
        }
        if (reviewer !== undefined) {
          row = await changeSettings(tx, marketplace, { reviewer });
          await note("marketplace.reviewer_set", { reviewer });
        }
        if (second_factor_required !== undefined) {
          row = await changeSettings(tx, marketplace, { second_factor_required });
          await note("marketplace.second_factor_required_set", { second_factor_required });
        }
        if (notices !== undefined) {
          row = await changeSettings(tx, marketplace, { notices });
          await note("marketplace.notices_set", { notices });
        }
        if (statements !== undefined) {
          row = await changeSettings(tx, marketplace, { statements });
          await note("marketplace.statements_set", { statements });
        }
        if (pictures !== undefined) {
          row = await changeSettings(tx, marketplace, { pictures });
          await note("marketplace.pictures_set", { pictures });
        }
        if (!row) throw new AssayError("not_found");
        return shown(row);
      });
      access.forgetSettings(marketplace);
      policies.forget(marketplace);
      return changed;
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

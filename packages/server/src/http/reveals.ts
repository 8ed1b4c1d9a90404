/** Seeing what is masked: personal data of an account, or a private conversation, for a purpose that is kept in the audit log. */
import { revealedSchema, revealSchema } from "@assay/contract";
import { appendAudit } from "../audit/index.ts";
import { insertReveal } from "../cases/index.ts";
import type { Deps } from "../deps.ts";
import { requireSeen } from "./quarantine.ts";
import { type App, principalOf } from "./route.ts";

export async function revealRoutes(app: App, { db }: Deps): Promise<void> {
  app.post(
    "/v1/reveals",
    {
      config: { permission: "personal.reveal" },
      schema: {
        summary: "Be shown an account's personal data, or a private conversation, for an hour; the purpose is logged",
        body: revealSchema,
        response: { 200: revealedSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const { marketplace, id } = person;
      const { what, target, purpose } = request.body;
      if (what === "account") await requireSeen(db.for(marketplace), person, { kind: "account", id: target });
      const until = await db.transaction(marketplace, async (tx) => {
        const until = await insertReveal(tx, marketplace, { person: id, what, target, purpose });
        await appendAudit(tx, marketplace, {
          actor: id,
          what: `${what}.revealed`,
          subject: target,
          details: { purpose },
        });
        return until;
      });
      return { until: until.toISOString() };
    },
  );
}

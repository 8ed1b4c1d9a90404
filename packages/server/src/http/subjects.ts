/** One subject as it stands. */
import { AssayError, subjectKindSchema, subjectViewSchema } from "@assay/contract";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { subjectRow } from "../intake/index.ts";
import { sealedOf, seenAs, sightOf, withoutText } from "./personal.ts";
import { requireSeen } from "./quarantine.ts";
import { type App, principalOf } from "./route.ts";
import { subjectView } from "./subject_view.ts";

export async function subjectRoutes(app: App, { db }: Deps): Promise<void> {
  app.get(
    "/v1/subjects/:kind/:id",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "One subject: its state, the approved one before it, its pictures and decisions",
        params: z.object({ kind: subjectKindSchema, id: z.string() }),
        response: { 200: subjectViewSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { kind, id } = request.params;
      const q = db.for(marketplace);
      await requireSeen(q, principalOf(request), { kind, id });
      const row = await subjectRow(q, marketplace, kind, id);
      if (!row) throw new AssayError("not_found", `There is no ${kind} ${id}.`);
      const person = principalOf(request);
      const [view, sight] = await Promise.all([subjectView(q, marketplace, row), sightOf(q, person)]);
      const sealed = await sealedOf(q, person, { subject: { kind, id }, event_id: row.event_id }, view.decisions[0]);
      const seen = seenAs(view, sight);
      return sealed === undefined
        ? seen
        : { ...seen, data: withoutText(seen.data), pictures: [], sealed_conversation: sealed };
    },
  );
}

/** One account: what it says of itself, its life, its open cases. */
import { AssayError, accountViewSchema } from "@assay/contract";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { accountView } from "./account_view.ts";
import { type App, principalOf } from "./route.ts";

export async function accountRoutes(app: App, { db }: Deps): Promise<void> {
  app.get(
    "/v1/accounts/:id",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "One account with its life at the marketplace",
        params: z.object({ id: z.string() }),
        response: { 200: accountViewSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const view = await accountView(db.for(person.marketplace), person, request.params.id);
      if (!view.known) throw new AssayError("not_found", `There is no account ${request.params.id}.`);
      return view;
    },
  );
}

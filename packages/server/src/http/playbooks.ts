/** Playbooks: what one would do, running it, and the second person's word on bans and payout holds. */
import { confirmationSchema, playbookPlanSchema, playbookRunSchema, playbookSchema } from "@assay/contract";
import { z } from "zod";
import { decideConfirmation, readConfirmations } from "../confirmations.ts";
import type { Deps } from "../deps.ts";
import { previewPlaybook, runPlaybook } from "../playbook_run.ts";
import { resolvingWith } from "./cases.ts";
import { type App, principalOf } from "./route.ts";

const params = z.object({ id: z.string(), playbook: z.string() });
const note = z.string().trim().max(5000).optional();

export async function playbookRoutes(app: App, deps: Deps): Promise<void> {
  const resolving = resolvingWith(deps);

  app.get(
    "/v1/playbooks",
    {
      config: { permission: "case.read" },
      schema: { summary: "Every playbook", response: { 200: z.object({ data: z.array(playbookSchema) }) } },
    },
    async () => ({ data: [...deps.policies.playbooks] }),
  );

  app.get(
    "/v1/cases/:id/playbooks/:playbook",
    {
      config: { permission: "case.read" },
      schema: {
        summary: "What a playbook would do to this case now",
        params,
        querystring: z.object({ reason: z.string().max(100).optional() }),
        response: { 200: playbookPlanSchema },
      },
    },
    async (request) => {
      const { id, playbook } = request.params;
      return previewPlaybook(resolving, principalOf(request), id, playbook, request.query.reason);
    },
  );

  app.post(
    "/v1/cases/:id/playbooks/:playbook",
    {
      config: { permission: "case.resolve" },
      schema: {
        summary: "Run a playbook: it does what was shown, or nothing; undone as one while the hold lasts",
        params,
        body: z.strictObject({
          fingerprint: z.string().max(100).describe("of the plan that was shown"),
          reason: z.string().max(100).optional().describe("reason code in place of the playbook's own"),
          note,
        }),
        response: { 200: playbookRunSchema },
      },
    },
    async (request) => {
      const { id, playbook } = request.params;
      return runPlaybook(resolving, principalOf(request), id, playbook, request.body);
    },
  );

  app.get(
    "/v1/confirmations",
    {
      config: { permission: "case.read" },
      schema: {
        summary: "Bans and payout holds that wait for a second person, oldest first; or those that were decided",
        querystring: z.object({ state: z.enum(["pending", "closed"]).default("pending") }),
        response: { 200: z.object({ data: z.array(confirmationSchema) }) },
      },
    },
    async (request) => {
      const person = principalOf(request);
      return { data: await readConfirmations(deps.db.for(person.marketplace), person, request.query.state) };
    },
  );

  for (const [verb, state] of [
    ["confirm", "confirmed"],
    ["decline", "declined"],
  ] as const) {
    app.post(
      `/v1/confirmations/:id/${verb}`,
      {
        config: { permission: "case.confirm" },
        schema: {
          summary:
            verb === "confirm"
              ? "Say yes, as somebody else than whoever asked; it takes effect at once"
              : "Say no; nothing happens to the account",
          params: z.object({ id: z.string() }),
          body: z.strictObject({ note }).nullish(),
          response: { 200: confirmationSchema },
        },
      },
      async (request) =>
        decideConfirmation(resolving, principalOf(request), request.params.id, { state, note: request.body?.note }),
    );
  }
}

/** Undoing as a whole what a rule did. */
import {
  AssayError,
  type ReversalRequest,
  type ReversalView,
  reversalPreviewSchema,
  reversalRequestSchema,
  reversalViewSchema,
} from "@assay/contract";
import { z } from "zod";
import type { Querier } from "../db/index.ts";
import type { Deps } from "../deps.ts";
import { type RunRow, runRow } from "../policies/index.ts";
import { changesOf, previewReversal, startReversal } from "../reversal.ts";
import { shownRuns } from "./backtests.ts";
import { type App, principalOf } from "./route.ts";

async function viewOf(q: Querier, run: RunRow): Promise<ReversalView> {
  const [shown] = await shownRuns(q, [run]);
  const { stage, rule, since, reason } = run.params as unknown as ReversalRequest;
  return { ...shown!, request: { stage, rule, since, reason }, changes: changesOf(run) };
}

export async function reversalRoutes(app: App, deps: Deps): Promise<void> {
  const { db } = deps;
  app.post(
    "/v1/reversals/preview",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "How much stands now that a rule had a part in since a moment",
        body: reversalRequestSchema.omit({ reason: true }),
        response: { 200: reversalPreviewSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      return previewReversal(db, marketplace, request.body);
    },
  );

  app.post(
    "/v1/reversals",
    {
      config: { permission: "policy.stop" },
      schema: {
        summary: "Stop a rule and decide again, without it, everything that it had a part in since a moment",
        body: reversalRequestSchema,
        response: { 200: reversalViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return viewOf(db.for(who.marketplace), await startReversal(deps, who, request.body));
    },
  );

  app.get(
    "/v1/reversals/:id",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "How far a reversal is, and what changed",
        params: z.object({ id: z.string().max(100) }),
        response: { 200: reversalViewSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const run = await runRow(db.for(marketplace), marketplace, request.params.id);
      if (run?.kind !== "reversal") throw new AssayError("not_found", "There is no such reversal.");
      return viewOf(db.for(marketplace), run);
    },
  );
}

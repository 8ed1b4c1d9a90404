/** Sweeps over what is live now, and the takedown of what they found. */
import {
  AssayError,
  type SweepView,
  sweepRequestSchema,
  sweepViewSchema,
  takedownRequestSchema,
} from "@assay/contract";
import { z } from "zod";
import type { Principal } from "../access/index.ts";
import type { Deps } from "../deps.ts";
import { type RunRow, runItemCounts, runItems, runRow } from "../policies/index.ts";
import { startSweep, startTakedown, sweepParams } from "../sweep.ts";
import { shownRuns } from "./backtests.ts";
import { hiddenSubjects } from "./quarantine.ts";
import { type App, principalOf } from "./route.ts";

const params = z.object({ id: z.string().max(100) });
const most = 200;

export async function sweepRoutes(app: App, deps: Deps): Promise<void> {
  const { db, policies } = deps;

  async function viewOf(who: Principal, run: RunRow): Promise<SweepView> {
    const { marketplace } = who;
    const q = db.for(marketplace);
    const { what, takedown } = sweepParams(run);
    const of = takedown?.of ?? run.id;
    const [[shown], counts, rows, away] = await Promise.all([
      shownRuns(q, [run]),
      runItemCounts(q, marketplace, of),
      runItems(q, marketplace, of, most),
      who.kind === "user" ? hiddenSubjects(q, who) : new Set<string>(),
    ]);
    const { waiting, done, left } = counts;
    return {
      ...shown!,
      request: what,
      ...(takedown && { of }),
      matched: waiting + done + left,
      taken_down: done,
      left,
      items: rows
        .filter((row) => !away.has(`${row.kind} ${row.subject_id}`))
        .map(({ kind, subject_id, event_id, state, note, title }) => ({
          subject: { kind, id: subject_id },
          event_id,
          state,
          note,
          title,
        })),
    };
  }
  const known = async ({ marketplace }: Principal, id: string) => {
    const run = await runRow(db.for(marketplace), marketplace, id);
    if (run?.kind !== "sweep") throw new AssayError("not_found", "There is no such sweep.");
    return run;
  };

  app.post(
    "/v1/sweeps",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Look for a rule, entries of a list or a picture in everything that is live; nothing is done to it",
        body: sweepRequestSchema,
        response: { 200: sweepViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return viewOf(who, await startSweep(deps, who, request.body));
    },
  );

  app.get(
    "/v1/sweeps/:id",
    {
      config: { permission: "policy.read" },
      schema: { summary: "What a sweep found, or how far a takedown is", params, response: { 200: sweepViewSchema } },
    },
    async (request) => {
      const who = principalOf(request);
      return viewOf(who, await known(who, request.params.id));
    },
  );

  app.post(
    "/v1/sweeps/:id/takedown",
    {
      config: { permission: "policy.stop" },
      schema: {
        summary: "Take down what a sweep found, a few a minute; stopped like any run",
        params,
        body: takedownRequestSchema,
        response: { 200: sweepViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const run = await startTakedown(
        { db, reasons: policies.reasons },
        who,
        await known(who, request.params.id),
        request.body,
      );
      return viewOf(who, run);
    },
  );
}

/** The kill switch: a rule, a detector or all enforcement stops within a second, in every process, by one person; and goes on again. */
import { AssayError, type Switch, switchKinds, switchSchema } from "@assay/contract";
import { detectors } from "@assay/detectors";
import { z } from "zod";
import { userNames } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Querier } from "../db/index.ts";
import type { Deps } from "../deps.ts";
import { recentSwitches, type SwitchRow, startAgain, stop } from "../policies/index.ts";
import { type App, principalOf } from "./route.ts";

const shown = 200;
const everything = "all";

async function switchesShown(q: Querier, rows: readonly SwitchRow[]): Promise<Switch[]> {
  const names = await userNames(q, [...new Set(rows.flatMap((row) => [row.stopped_by, row.started_by ?? []].flat()))]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    target: row.target,
    reason: row.reason,
    stopped_by: row.stopped_by,
    ...(names.has(row.stopped_by) && { stopped_by_name: names.get(row.stopped_by)! }),
    stopped_at: row.stopped_at.toISOString(),
    ...(row.started_by !== null && { started_by: row.started_by }),
    ...(row.started_by !== null && names.has(row.started_by) && { started_by_name: names.get(row.started_by)! }),
    ...(row.started_at !== null && { started_at: row.started_at.toISOString() }),
  }));
}

export async function switchRoutes(app: App, { db, policies }: Deps): Promise<void> {
  app.get(
    "/v1/switches",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "What is stopped, and what was",
        response: { 200: z.object({ data: z.array(switchSchema) }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const q = db.for(marketplace);
      return { data: await switchesShown(q, await recentSwitches(q, marketplace, shown)) };
    },
  );

  app.post(
    "/v1/switches",
    {
      config: { permission: "policy.stop" },
      schema: {
        summary: "Stop a rule, a detector, or all enforcement; in force within a second",
        body: z.strictObject({
          kind: z.enum(switchKinds),
          target: z.string().max(200).describe("`stage/rule`, a detector's id, or `all`"),
          reason: z.string().trim().min(1).max(500),
        }),
        response: { 200: switchSchema },
      },
    },
    async (request) => {
      const { marketplace, id: by } = principalOf(request);
      const { kind, target, reason } = request.body;
      const { compiled } = await policies.current(marketplace);
      const isKnown = {
        rule: () => compiled.stages.some(({ stage }) => target.startsWith(`${stage}/`)) && compiled.has(target),
        detector: () => detectors.some((detector) => detector.id === target),
        enforcement: () => target === everything,
      }[kind];
      if (!isKnown()) throw new AssayError("not_found", `There is no ${kind} ${target}.`);
      const row = await db.transaction(marketplace, async (tx) => {
        const stopped = await stop(tx, marketplace, { kind, target, reason, by });
        await appendAudit(tx, marketplace, {
          actor: by,
          what: "switch.stopped",
          subject: `${kind} ${target}`,
          details: { reason },
        });
        return stopped;
      });
      policies.forget(marketplace);
      return (await switchesShown(db.for(marketplace), [row]))[0]!;
    },
  );

  app.post(
    "/v1/switches/:id/start",
    {
      config: { permission: "policy.stop" },
      schema: {
        summary: "Let what was stopped go on",
        params: z.object({ id: z.string().max(100) }),
        response: { 200: switchSchema },
      },
    },
    async (request) => {
      const { marketplace, id: by } = principalOf(request);
      const row = await db.transaction(marketplace, async (tx) => {
        const started = await startAgain(tx, marketplace, request.params.id, by);
        if (!started) throw new AssayError("not_found", "It is not stopped.");
        await appendAudit(tx, marketplace, {
          actor: by,
          what: "switch.started",
          subject: `${started.kind} ${started.target}`,
        });
        return started;
      });
      policies.forget(marketplace);
      return (await switchesShown(db.for(marketplace), [row]))[0]!;
    },
  );
}

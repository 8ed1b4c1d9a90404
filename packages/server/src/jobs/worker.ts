/** Background work: jobs in the same database. */
import { Logger, parseCronItems, type Runner, run } from "graphile-worker";
import pg from "pg";
import { z } from "zod";
import { marketplaceIds } from "../access/index.ts";
import type { Deps } from "../deps.ts";
import { relink } from "../history/index.ts";
import { workReport } from "../reporting.ts";
import { type MeasureDeps, measureEvent } from "./measure.ts";
import { workRun } from "./policy_runs.ts";
import { tendQueues } from "./queues.ts";
import { scheduleSamples } from "./samples.ts";

/** How many jobs are worked at once in this process. */
const concurrency = 4;

/** What is done by the clock, in UTC: minute, hour, day, month, weekday. */
const scheduled = [
  { task: "audit_heads", match: "7 * * * *" },
  // What is sampled when, each marketplace says.
  { task: "quality", match: "*/10 * * * *" },
  { task: "queues", match: "* * * * *" },
];

const linksPayload = z.object({ marketplace: z.string(), account: z.string() });
const reportPayload = z.object({ marketplace: z.string(), event: z.string() });
const runPayload = z.object({ marketplace: z.string(), run: z.string() });
const measurePayload = z.object({ marketplace: z.string(), event: z.string() });

/** @param connection as the owner: graphile-worker's tables are not the server role's */
export async function startWorker(
  connection: pg.ClientConfig,
  deps: MeasureDeps & Pick<Deps, "log" | "policies" | "auditSigner" | "voices">,
): Promise<Runner> {
  const pool = new pg.Pool({ ...connection, max: concurrency + 2 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new Logger((scope) => (level, message) => {
      if (level === "error" || level === "warning") deps.log.warn({ job: scope.taskIdentifier }, message);
    }),
    parsedCronItems: parseCronItems(scheduled),
    taskList: {
      audit_heads: async () => {
        for (const marketplace of await marketplaceIds(deps.db)) await deps.auditSigner.sign(deps.db, marketplace);
      },
      quality: async () => {
        await scheduleSamples(deps);
      },
      queues: async () => {
        await tendQueues(deps);
      },
      measure: async (payload) => {
        const { marketplace, event } = measurePayload.parse(payload);
        await measureEvent(deps, marketplace, event);
      },
      report: async (payload) => {
        const { marketplace, event } = reportPayload.parse(payload);
        await workReport(deps, marketplace, event);
      },
      policy_run: async (payload) => {
        const { marketplace, run } = runPayload.parse(payload);
        await workRun(deps, marketplace, run);
      },
      links: async (payload) => {
        const { marketplace, account } = linksPayload.parse(payload);
        await deps.db.transaction(marketplace, (tx) => relink(tx, marketplace, account));
      },
    },
  });
  void runner.promise.finally(() => pool.end()).catch(() => {});
  return runner;
}

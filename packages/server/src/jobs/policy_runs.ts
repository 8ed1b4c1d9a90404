/** Long work over what is stored, a slice at a time. */
import { AssayError } from "@assay/contract";
import { workBacktest } from "../backtest.ts";
import { isConnectionError } from "../db/index.ts";
import type { Deps } from "../deps.ts";
import { enqueueRun, finishRun, type RunRow, runRow } from "../policies/index.ts";
import { workReversal } from "../reversal.ts";
import { workSweep } from "../sweep.ts";

export type RunDeps = Pick<Deps, "db" | "policies" | "pipeline" | "voices" | "log">;

type Work = (deps: RunDeps, marketplace: string, run: RunRow) => Promise<boolean>;
const work: Record<RunRow["kind"], Work> = {
  backtest: workBacktest,
  reversal: workReversal,
  sweep: workSweep,
};

/**
 * Works one slice, and sees to it that the next one comes. What fails ends the run with the reason.
 * @returns whether there is more to do
 * @throws when the database cannot be reached: then the job is tried again
 */
export async function workRun(deps: RunDeps, marketplace: string, id: string): Promise<boolean> {
  const q = deps.db.for(marketplace);
  const run = await runRow(q, marketplace, id);
  if (!run || (run.state !== "queued" && run.state !== "running")) return false;
  try {
    const more = await work[run.kind](deps, marketplace, run);
    if (more) await enqueueRun(q, marketplace, id);
    return more;
  } catch (error) {
    if (isConnectionError(error)) throw error;
    deps.log.error({ err: error, run: id }, "a run failed");
    const problem = error instanceof AssayError ? error.message : "It failed; the log has more under its id.";
    await finishRun(q, marketplace, id, "failed", { problem });
    return false;
  }
}

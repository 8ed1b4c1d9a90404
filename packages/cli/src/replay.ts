/** `assay replay`: decisions taken again from what they were taken from, without effect; differences are shown. */
import type { Decision, Replay } from "@assay/contract";
import { ask, type RemoteFlags, remoteOf } from "./remote.ts";

export interface ReplayFlags extends RemoteFlags {
  from?: string;
  to?: string;
}

/** @returns the exit status: 1 when a decision came out differently */
export async function replay(id: string | undefined, flags: ReplayFlags): Promise<number> {
  const remote = remoteOf(flags);
  let differing = 0;
  let count = 0;
  const one = async (decision: string) => {
    const result = await ask<Replay>(remote, `/v1/decisions/${encodeURIComponent(decision)}/replay`, {
      method: "POST",
    });
    count++;
    if (result.same) return;
    differing++;
    console.log(`${result.decision_id} differs`);
    for (const { path, stored, recomputed } of result.differences) {
      console.log(
        `  ${path}\n    stored      ${JSON.stringify(stored)}\n    recomputed  ${JSON.stringify(recomputed)}`,
      );
    }
  };
  if (id !== undefined) await one(id);
  else {
    if (flags.from === undefined) throw new Error("give a decision's id, or --from TIME [--to TIME]");
    const range = new URLSearchParams({ from: instant(flags.from), to: instant(flags.to ?? new Date().toISOString()) });
    const { data } = await ask<{ data: string[] }>(remote, `/v1/received?${range}`);
    for (const event of data) {
      const latest = await ask<Decision>(remote, `/v1/events/${encodeURIComponent(event)}`);
      if (latest.by === "person") continue; // nothing to compute
      await one(latest.decision_id);
      if (process.stderr.isTTY) process.stderr.write(`\r${count} of ${data.length} `);
    }
    if (process.stderr.isTTY) process.stderr.write("\r");
  }
  console.error(`assay: ${count} replayed, ${differing} differ`);
  return differing > 0 ? 1 : 0;
}

function instant(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new Error(`"${text}" is not a time; write it as 2026-11-22T10:00:00Z`);
  return at.toISOString();
}

/**
 * `npm run bench -- overload`: three times what the server can take, in an open loop: how much still gets done (goodput), how fast the
 * rest is refused, whether memory stays bounded, and how soon all is as before.
 */
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ads } from "./ads.ts";
import { closedLoop, openLoop, type Target } from "./load.ts";
import { startProcess } from "./process.ts";

/** Enough that groups fill: with fewer the server waits for its callers. */
const connections = 192;

export interface Overload {
  /** Decisions a second in a closed loop. */
  maximum: number;
  /** Decisions a second while three times that came in, as a share of the maximum. */
  goodput: number;
  refused: number;
  refusedP50: number;
  refusedP99: number;
  /** Neither decided nor refused with 503 and Retry-After. */
  lost: number;
  /** Resident memory in MB before and at its highest under overload. */
  memory: [number, number];
  /** Share of answers at a third of the maximum, right after the overload. */
  recovered: number;
}

export async function overload(seconds: number): Promise<Overload> {
  const dataDir = join(tmpdir(), `assay-overload-${process.pid}`);
  const assay = await startProcess(dataDir);
  const target: Target = {
    url: assay.url,
    path: "/v1/events",
    headers: { authorization: `Bearer ${assay.apiKey}` },
    body: ads(),
  };
  const memory = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${assay.child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  try {
    await closedLoop(target, connections, Math.min(4, seconds));
    const maximum = (await closedLoop(target, connections, seconds)).rate;
    const before = memory();
    let highest = before;
    const watch = setInterval(() => (highest = Math.max(highest, memory())), 200);
    const under = await openLoop(target, maximum * 3, seconds);
    clearInterval(watch);
    const after = await openLoop(target, maximum / 3, Math.min(5, seconds));
    return {
      maximum,
      goodput: under.rate / maximum,
      refused: under.refused.n,
      refusedP50: under.refused.p50,
      refusedP99: under.refused.p99,
      lost: under.failed,
      memory: [before, highest],
      recovered: after.n / (after.n + after.refused.n + after.failed),
    };
  } finally {
    await assay.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export function overloadTable(result: Overload): string {
  const { maximum, goodput, refused, refusedP50, refusedP99, lost, memory, recovered } = result;
  return [
    "| what | figure |",
    "|---|---|",
    `| decisions a second at most (closed loop, ${connections} connections) | ${maximum.toFixed(0)} |`,
    `| goodput at three times that, as a share of it | ${goodput.toFixed(2)} |`,
    `| refused with 503 and Retry-After (n = ${refused}): p50, p99 | ${refusedP50} ms, ${refusedP99} ms |`,
    `| neither decided nor refused | ${lost} |`,
    `| resident memory before, and at its highest | ${memory[0].toFixed(0)} MB, ${memory[1].toFixed(0)} MB |`,
    `| decided at a third of the maximum, in the seconds right after | ${(recovered * 100).toFixed(1)} % |`,
  ].join("\n");
}

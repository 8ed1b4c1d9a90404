/** `assay import`: a marketplace's past into a running Assay. History is learnt; no cases, no webhooks. Resumable. */
import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { AssayClient, type AssayEvent } from "@assay/sdk";
import { type InputOptions, readInput } from "./input/lines.ts";
import { type RemoteFlags, remoteOf } from "./remote.ts";

export interface ImportFlags extends InputOptions, RemoteFlags {
  /** Start over where an earlier import stopped. */
  restart?: boolean;
}

const batchSize = 200;

/** @returns the exit status: 1 when a line was bad */
export async function importFiles(files: string[], flags: ImportFlags): Promise<number> {
  const client = new AssayClient(remoteOf(flags));
  let bad = 0;
  for (const file of files) {
    // How far it came stands beside the file. Sending a line again does no harm: event ids make it idempotent.
    const mark = file === "-" ? undefined : `${resolve(file)}.imported`;
    if (flags.restart && mark) rmSync(mark, { force: true });
    const done = mark && existsSync(mark) ? Number(readFileSync(mark, "utf8").trim().split("\n").at(-1)) : 0;
    if (done > 0)
      console.error(`assay: ${file} was imported up to line ${done}; going on from there (--restart begins again)`);
    const input = readInput(file, flags);
    const began = performance.now();
    let count = 0;
    let batch: { line: number; event: AssayEvent }[] = [];
    const flush = async () => {
      if (batch.length === 0) return;
      const results = await client.events.sendMany(
        batch.map(({ event }) => event),
        { mode: "backfill" },
      );
      for (const [index, result] of results.entries()) {
        if (result.ok) continue;
        bad++;
        console.error(
          `assay: ${file}:${batch[index]!.line}: ${result.problem.code}: ${result.problem.detail ?? result.problem.title}`,
        );
      }
      count += batch.length;
      if (mark) appendFileSync(mark, `${batch.at(-1)!.line}\n`);
      if (process.stderr.isTTY)
        process.stderr.write(
          `\r${count} events, ${Math.round(count / ((performance.now() - began) / 1000))} a second `,
        );
      batch = [];
    };
    for await (const line of input.lines) {
      if (line.line <= done) continue;
      if ("mistake" in line) {
        bad++;
        console.error(`assay: ${file}:${line.line}: ${line.mistake}`);
        continue;
      }
      batch.push({ line: line.line, event: line.body as AssayEvent });
      if (batch.length >= batchSize) await flush();
    }
    await flush();
    if (process.stderr.isTTY) process.stderr.write("\r");
    console.error(`assay: ${count} events of ${file} imported in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    for (const assumption of input.assumptions) console.error(`assay: ${assumption}`);
  }
  return bad > 0 ? 1 : 0;
}

/**
 * `npm run bench -- looks`: what each look at a 1600 × 1200 photo costs in CPU time, in the processes in which the server looks, and whether
 * text-only decisions notice that pictures are being looked at: their latency with and without, alternating, in the same run.
 */
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decoder, type InspectedKey, Inspector, inspectedKeys } from "@assay/server/measure";
import { ads } from "./ads.ts";
import { closedLoop, type Latencies, openLoop, type Target } from "./load.ts";
import { grainyPhoto, photoFiles } from "./pictures.ts";
import { type AssayProcess, startProcess } from "./process.ts";

const [width, height] = [1600, 1200];
const photos = 12;
const [rounds, seconds] = [3, 10];
/** Share of what the server takes without pictures, so that the two do not merely fight for the last of the processor. */
const loadShare = 0.3;

/** @param data the folder of data sets; photos of `clothing_photos` */
export async function benchLooks(data: string, say: (text: string) => void): Promise<string> {
  const files = photoFiles(data);
  const chosen = await Promise.all(
    Array.from({ length: photos }, (_, i) =>
      grainyPhoto(files[Math.floor((i * files.length) / photos)]!, width, height),
    ),
  );
  const costs = await costTable(chosen, say);
  return `${costs}\n\n${await latencyTable(chosen, say)}`;
}

async function costTable(chosen: readonly Buffer[], say: (text: string) => void): Promise<string> {
  const rows = ["| look | CPU a photo, median | most |", "| --- | ---: | ---: |"];
  const measured = async (name: string, pids: () => number[], look: (bytes: Buffer) => Promise<unknown>) => {
    say(`looks: ${name}`);
    const times: number[] = [];
    await look(chosen[0]!); // Starts the process, loads models, compiles.
    await look(chosen[1]!);
    for (const bytes of chosen) {
      const before = cpuMs(pids());
      await look(bytes);
      times.push(cpuMs(pids()) - before);
    }
    const sorted = times.toSorted((a, b) => a - b);
    rows.push(`| ${name} | ${sorted[sorted.length >> 1]!.toFixed(0)} ms | ${sorted.at(-1)!.toFixed(0)} ms |`);
  };
  const decoder = new Decoder();
  await measured(
    "decoding, `image_file`, PDQ (`image_known`), marks (`image_reused`), figures (`image_quality`)",
    () => decoder.pids,
    (bytes) => decoder.look(bytes),
  );
  await measured(
    "a copy for the screen, 640 pixels",
    () => decoder.pids,
    (bytes) => decoder.copy(bytes, 640),
  );
  decoder.close();
  const names: Record<InspectedKey, string> = {
    picture_metadata: "metadata (`image_metadata`)",
    picture_text: "text and codes (`image_text`), with its decoding",
    picture_nudity: "the nudity network (`image_nudity`), with its decoding",
  };
  const inspector = new Inspector({ timeoutMs: 120_000 });
  for (const key of inspectedKeys) {
    await measured(
      names[key],
      () => inspector.pids,
      (bytes) => inspector.inspect(bytes, [key]),
    );
  }
  await measured(
    "text, codes, metadata and nudity together",
    () => inspector.pids,
    (bytes) => inspector.inspect(bytes),
  );
  inspector.close();
  rows.push(
    "",
    `${chosen.length} sellers' photos at ${width} × ${height}, with grain, JPEG quality 88; user and system time of the looking process, which the kernel counts in steps of 10 ms. Models of one's own and providers (\`image_classes\`) cost what they cost. The detectors themselves read what was measured, in microseconds.`,
  );
  return rows.join("\n");
}

/** User and system time of processes so far, in ms; Linux only. Clock ticks are 10 ms on every Linux that Node runs on. */
function cpuMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return sum + 10 * (Number(fields[11]) + Number(fields[12]));
  }, 0);
}

async function latencyTable(chosen: readonly Buffer[], say: (text: string) => void): Promise<string> {
  const dataDir = join(tmpdir(), `assay-bench-looks-${process.pid}`);
  const assay = await startProcess(dataDir);
  const target: Target = {
    url: assay.url,
    path: "/v1/events",
    headers: { authorization: `Bearer ${assay.apiKey}` },
    body: ads(),
  };
  const found: Record<"without" | "with", Latencies[]> = { without: [], with: [] };
  let sent = 0;
  try {
    await closedLoop(target, 16, 4); // warm
    const maximum = (await closedLoop(target, 16, 6)).rate;
    const rate = maximum * loadShare;
    for (let round = 1; round <= rounds; round++) {
      found.without.push(await openLoop(target, rate, seconds));
      const feeding = feed(assay, chosen, () => sent++);
      found.with.push(await openLoop(target, rate, seconds));
      await feeding.stop();
      const [a, b] = [found.without.at(-1)!, found.with.at(-1)!];
      say(`looks: round ${round}: p99 ${a.p99} ms without, ${b.p99} ms with pictures`);
    }
    const median = (runs: Latencies[], of: "p50" | "p99") =>
      runs.map((run) => run[of]).toSorted((a, b) => a - b)[runs.length >> 1]!;
    const line = (name: string, runs: Latencies[]) =>
      `| ${name} | ${median(runs, "p50")} ms | ${median(runs, "p99")} ms | ${runs.map((run) => run.p99).join(", ")} ms |`;
    const ratio = median(found.with, "p99") / median(found.without, "p99");
    const n = [...found.without, ...found.with].reduce((sum, run) => sum + run.n, 0);
    const failed = [...found.without, ...found.with].reduce((sum, run) => sum + run.failed + run.refused.n, 0);
    return [
      "| text-only decisions, open loop | p50 | p99 | p99 of each round |",
      "| --- | ---: | ---: | ---: |",
      line("no pictures", found.without),
      line("while pictures are looked at", found.with),
      "",
      `${rate.toFixed(0)} a second (${100 * loadShare} % of what 16 connections get through), ${rounds} rounds of ${seconds} s each, alternating; n = ${n}, failed or refused ${failed}; ${sent} ads with a new photo were sent in between, as fast as they were taken, one at a time, and looked at throughout. **With pictures the p99 is ${ratio.toFixed(2)} times as long.** The looking processes run at a lower priority than decisions.`,
    ].join("\n");
  } finally {
    await assay.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Sends ads with photos that nobody has seen, one after the other, until told to stop. */
function feed(assay: AssayProcess, chosen: readonly Buffer[], sent: () => number): { stop(): Promise<void> } {
  let going = true;
  const headers = { authorization: `Bearer ${assay.apiKey}` };
  const working = (async () => {
    while (going) {
      const n = sent();
      // A few bytes behind the picture's end make another content of it.
      const bytes = Buffer.concat([chosen[n % chosen.length]!, Buffer.from(`\n${n}`)]);
      const form = new FormData();
      form.set("file", new Blob([new Uint8Array(bytes)], { type: "image/jpeg" }), "photo.jpg");
      const upload = await fetch(`${assay.url}/v1/pictures`, { method: "POST", headers, body: form });
      const { content } = (await upload.json()) as { content?: string };
      if (content === undefined) throw new Error(`a picture was not taken: ${upload.status}`);
      const data = { id: `pic-${n}`, seller: `pa-${n}`, title: "Coat", pictures: [{ content }] };
      const event = { id: `pic-${n}`, type: "listing.created", time: new Date().toISOString(), data };
      await fetch(`${assay.url}/v1/events`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(event),
      });
    }
  })();
  // Heard in `stop`.
  working.catch(() => {});
  return {
    stop() {
      going = false;
      return working;
    },
  };
}

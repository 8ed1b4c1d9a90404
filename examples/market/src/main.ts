/**
 * Starts the marketplace against a running Assay:
 * `node main.ts --assay URL --api-key KEY --webhook-secret S --port N [--pace 1.5] [--seed 1]`.
 * Prints one JSON line `{"url":…}` when it is ready; SIGTERM stops it.
 */
import { appendFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startMarket } from "./market.ts";

const { values } = parseArgs({
  options: {
    assay: { type: "string" },
    "api-key": { type: "string" },
    /** The webhook endpoint's secret; twice or more while one replaces another. */
    "webhook-secret": { type: "string", multiple: true },
    port: { type: "string", default: "0" },
    pace: { type: "string", default: "1.5" },
    seed: { type: "string", default: "1" },
    until: { type: "string" },
    snapshot: { type: "string" },
    /** A file to which the ground truth of live events is added, one JSON object a line. */
    truth: { type: "string" },
  },
});
const { assay, "api-key": apiKey, truth } = values;
if (!assay || !apiKey) {
  console.error("needed: --assay URL --api-key KEY");
  process.exit(2);
}

const market = await startMarket({
  assay,
  apiKey,
  webhookSecrets: values["webhook-secret"] ?? [],
  port: Number(values.port),
  pace: Number(values.pace),
  seed: values.seed,
  until: values.until === undefined ? Date.now() : Date.parse(values.until),
  ...(values.snapshot && { snapshot: values.snapshot }),
  ...(truth && { truth: (event, told) => appendFileSync(truth, `${JSON.stringify({ event, ...told })}\n`) }),
});
process.stdout.write(`${JSON.stringify({ url: market.url })}\n`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void market[Symbol.asyncDispose]().then(() => process.exit(0)));
}

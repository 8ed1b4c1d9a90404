/** `assay start`: the server, and with `--demo` an example marketplace that lives on it. */
import { adminLink, ownApiKey, type RunningAssay, startAssay } from "@assay/server";
import { Demo } from "./demo.ts";

export interface StartFlags {
  demo?: boolean;
  data?: string;
  port?: number;
  json?: boolean;
}

export async function start({ demo, data, port, json }: StartFlags): Promise<void> {
  const began = performance.now();
  const say = (text: string) => console.error(`assay: ${text}`);
  const market = demo ? await Demo.prepare() : undefined;
  const assay: RunningAssay = await startAssay({
    ...(data !== undefined && { dataDir: data }),
    ...(port !== undefined && { port }),
    ...(market && { name: "Brocante", allowPrivate: [market.host] }),
    onProgress: say,
  });

  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1); // asked twice: at once
    stopping = true;
    await market?.stop();
    await assay.stop();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop());

  const apiKey = await ownApiKey(assay);
  const consoleUrl = await adminLink(assay);
  if (market) await market.start(assay, apiKey, say);
  if (json) {
    const places = {
      url: assay.url,
      console_url: consoleUrl,
      api_key: apiKey,
      ...(market && { market_url: market.url }),
    };
    console.log(JSON.stringify(places));
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`ready in ${seconds} s`);
  console.error(`
  The desk          ${consoleUrl}   (a one-time link; it logs you in)
  The API           ${assay.url}/v1, described at ${assay.url}/docs
  API key           ${apiKey}${market ? `\n  The marketplace   ${market.url}` : ""}

  Ctrl-C stops it.
`);
}

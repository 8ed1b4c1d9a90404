/** A server that runs, and the command line as a person uses it beside it. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const main = new URL("../src/main.ts", import.meta.url).pathname;

export interface RunningServer {
  url: string;
  apiKey: string;
  assay(...args: string[]): Promise<{ status: number | null; out: string; said: string }>;
  stop(): Promise<void>;
}

let count = 0;

export async function runServer(): Promise<RunningServer> {
  const data = join(tmpdir(), `assay-server-data-${process.pid}-${++count}`);
  const server = spawn(process.execPath, [main, "start", "--json", "--port", "0", "--data", data], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const line = await new Promise<string>((resolve) => createInterface({ input: server.stdout }).once("line", resolve));
  const { url, api_key: apiKey } = JSON.parse(line) as { url: string; api_key: string };
  return {
    url,
    apiKey,
    assay: (...args) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [main, ...args, "--url", url, "--data", data]);
        let out = "";
        let said = "";
        child.stdout.on("data", (chunk) => (out += chunk));
        child.stderr.on("data", (chunk) => (said += chunk));
        child.on("close", (status) => resolve({ status, out, said }));
      }),
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

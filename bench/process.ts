/** A real Assay in a process of its own, as an operator starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("../packages/cli/src/main.ts", import.meta.url));

export interface AssayProcess {
  url: string;
  apiKey: string;
  child: ChildProcess;
  /** From start to ready, in ms. */
  startMs: number;
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>;
  /** kill -9, and waits for the end. */
  kill(): Promise<void>;
}

/**
 * @param env such as `ASSAY_ALLOW_PRIVATE`
 * @throws Error with what it said, when it does not start
 */
export async function startProcess(dataDir: string, env: Record<string, string> = {}): Promise<AssayProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [entry, "start", "--json", "--port", "0", "--data", dataDir], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ASSAY_LOG_LEVEL: "error", ...env },
  });
  let said = "";
  child.stderr.on("data", (chunk) => (said = (said + chunk).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`assay start ended with status ${code}: ${said}`)));
  });
  const { url, api_key } = JSON.parse(line) as { url: string; api_key: string };
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    apiKey: api_key,
    child,
    startMs: performance.now() - began,
    stop: end("SIGTERM"),
    kill: end("SIGKILL"),
  };
}

/** One request with the process's key; JSON in and out. Throws where there is no answer; an error answer is returned. */
export async function ask<T>(
  assay: Pick<AssayProcess, "url" | "apiKey">,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: T }> {
  const response = await fetch(assay.url + path, {
    method,
    headers: {
      authorization: `Bearer ${assay.apiKey}`,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}

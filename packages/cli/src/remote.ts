/** Commands that speak to a running Assay: where it is, and with which key. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfig } from "@assay/server";

export interface RemoteFlags {
  url?: string;
  apiKey?: string;
  data?: string;
}

export interface Remote {
  url: string;
  apiKey: string;
}

/** @throws Error that says what to give */
export function remoteOf({ url, apiKey, data }: RemoteFlags): Remote {
  const { dataDir, port } = loadConfig({ ...(data !== undefined && { dataDir: data }) });
  const file = join(dataDir, "api_key");
  const key = apiKey ?? (existsSync(file) ? readFileSync(file, "utf8").trim() : undefined);
  if (!key)
    throw new Error(`no API key: give --api-key, or --data DIR of the Assay on this machine (${file} is not there)`);
  return { url: url ?? `http://127.0.0.1:${port}`, apiKey: key };
}

/** One request whose answer is JSON. @throws Error with what the problem says */
export async function ask<T>(remote: Remote, path: string, init: RequestInit = {}): Promise<T> {
  return JSON.parse((await askText(remote, path, init)) || "{}") as T;
}

/** One request whose answer is text. @throws Error with what the problem says */
export async function askText({ url, apiKey }: Remote, path: string, init: RequestInit = {}): Promise<string> {
  const headers = {
    authorization: `Bearer ${apiKey}`,
    ...(init.body !== undefined && { "content-type": "application/json" }),
  };
  const response = await fetch(new URL(path, url), { ...init, headers }).catch((error: Error) => {
    throw new Error(
      `no Assay answers at ${url} (${(error.cause as Error | undefined)?.message ?? error.message}); start one with: assay start`,
    );
  });
  if (response.ok) return response.text();
  const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string; detail?: string };
  throw new Error(
    `${response.status} ${problem.code ?? ""}: ${problem.detail ?? problem.title ?? response.statusText}`,
  );
}

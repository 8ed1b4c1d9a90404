/** The example marketplace of `assay start --demo`: a process of its own, told by webhooks like any other marketplace. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { AssayClient, type AssayEvent } from "@assay/sdk";
import { addDemoEndpoint, addPictureToBank, type RunningAssay } from "@assay/server";

const folder = join(import.meta.dirname, "../../../examples/market/src");
/** Of the past, what is older than this was decided long ago; the rest is decided as it comes in, so that queues are not empty. */
const recentMs = 60 * 3_600_000;
const batch = 200;

export class Demo {
  /** `127.0.0.1:N`, which webhooks may go to and pictures may come from. */
  readonly host: string;
  #child: ChildProcess | undefined;

  private constructor(host: string) {
    this.host = host;
  }

  static async prepare(): Promise<Demo> {
    return new Demo(`127.0.0.1:${await freePort()}`);
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** Starts the market with its traffic; at the first start with a past of some weeks. */
  async start(assay: RunningAssay, apiKey: string, say: (text: string) => void): Promise<void> {
    const secret = await addDemoEndpoint(assay, `${this.url}/assay/webhooks`);
    this.#child = spawn(
      process.execPath,
      [
        join(folder, "main.ts"),
        ...["--assay", assay.url, "--api-key", apiKey, "--webhook-secret", secret],
        ...["--port", this.host.slice(this.host.indexOf(":") + 1), "--seed", "1"],
        ...["--snapshot", join(assay.deps.config.dataDir, "market.json")],
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    this.#child.on("exit", (code) => {
      if (code) say(`the example marketplace ended with status ${code}; the desk goes on`);
    });
    await firstLine(this.#child);

    const mark = join(assay.deps.config.dataDir, "demo_seeded");
    if (existsSync(mark)) return;
    await this.#fillBanks(assay, say);
    await this.#seed(new AssayClient({ url: assay.url, apiKey }), say);
    writeFileSync(mark, `${readFileSync(join(folder, "past.ts")).length}\n`);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 3000).unref();
    await ended;
  }

  /** Pictures that the market knows to be bad, so that the desk recognises them from the first day. */
  async #fillBanks(assay: RunningAssay, say: (text: string) => void): Promise<void> {
    const known = (await (await fetch(`${this.url}/known-bad.json`)).json()) as {
      bank: string;
      label: string;
      url: string;
    }[];
    for (const { bank, label, url } of known) {
      if (!(await addPictureToBank(assay, { bank, label, url })))
        say(`the picture ${label} could not be read into the bank ${bank}`);
    }
  }

  async #seed(client: AssayClient, say: (text: string) => void): Promise<void> {
    const now = Date.now();
    const past = spawn(
      process.execPath,
      [join(folder, "past.ts"), "--seed", "1", "--until", new Date(now).toISOString(), "--market", this.url],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const events: AssayEvent[] = [];
    for await (const line of createInterface({ input: past.stdout })) events.push(JSON.parse(line));
    const recent = events.findIndex((event) => Date.parse(event.time) > now - recentMs);
    say(`giving the marketplace a past: ${events.length} events`);
    for (let start = 0; start < events.length; start += batch) {
      const backfill = start + batch <= recent;
      await client.events.sendMany(events.slice(start, start + batch), {
        ...(backfill && { mode: "backfill" as const }),
      });
    }
  }
}

/** The usual port, so that bookmarks and pictures keep their address; any other where it is taken. */
async function freePort(): Promise<number> {
  for (const wanted of [4610, 0]) {
    const server = createServer();
    const port = await new Promise<number | undefined>((resolve) => {
      server.once("error", () => resolve(undefined));
      server.listen(wanted, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
    });
    if (port === undefined) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
  throw new Error("no free port on 127.0.0.1");
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`the example marketplace did not start (status ${code})`)));
  });
}

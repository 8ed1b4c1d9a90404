import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Action, Decision } from "@assay/contract";
import { afterAll, beforeAll, expect, test } from "vitest";

const main = new URL("../src/main.ts", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "assay-remote-"));
const data = join(tmpdir(), `assay-remote-data-${process.pid}`);
let server: ChildProcess;
let url = "";

beforeAll(async () => {
  server = spawn(process.execPath, [main, "start", "--json", "--port", "0", "--data", data], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const line = await new Promise<string>((resolve) => createInterface({ input: server.stdout! }).once("line", resolve));
  url = (JSON.parse(line) as { url: string }).url;
}, 120_000);

afterAll(async () => {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
  for (const path of [folder, data]) rmSync(path, { recursive: true, force: true });
});

/** The command as a person runs it beside the running server. */
function assay(...args: string[]): Promise<{ status: number | null; out: string; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args, "--url", url, "--data", data], { cwd: folder });
    let out = "";
    let said = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.on("close", (status) => resolve({ status, out, said }));
  });
}

const past = (n: number) =>
  JSON.stringify({
    id: `past-${n}`,
    type: "listing.created",
    time: `2026-01-0${n}T00:00:00Z`,
    incumbent: { outcome: "approve" },
    data: {
      id: `lst-${n}`,
      seller: "veteran",
      title: "Lamp",
      category: "lamps",
      price: { amount: 20 + n, currency: "EUR" },
    },
  });

test("the past is imported once, told where it is bad, and taken up where it stopped", async () => {
  writeFileSync(join(folder, "past.jsonl"), `${past(1)}\nnot json\n${past(2)}\n`);
  const first = await assay("import", "past.jsonl");
  expect(first.status).toBe(1);
  expect(first.said).toContain("past.jsonl:2: not valid JSON");
  expect(first.said).toContain("2 events of past.jsonl imported");
  writeFileSync(join(folder, "past.jsonl"), `${past(1)}\nnot json\n${past(2)}\n${past(3)}\n`);
  const again = await assay("import", "past.jsonl");
  expect(again.said).toContain("up to line 3; going on from there");
  expect(again.said).toContain("1 events of past.jsonl imported");
}, 60_000);

test("an example event is sent, and its decision replayed", async () => {
  const sent = await assay("trigger", "listing.created");
  const decision = JSON.parse(sent.out) as Decision;
  expect(decision.mode).toBe("live");
  expect(await assay("replay", decision.decision_id)).toMatchObject({
    status: 0,
    said: expect.stringContaining("1 replayed, 0 differ"),
  });
  expect((await assay("replay", "--from", "2026-01-01T00:00:00Z")).said).toMatch(/4 replayed, 0 differ/);
  expect(await assay("trigger", "spaceship.launched")).toMatchObject({
    status: 1,
    said: expect.stringContaining("there is: campaign.created"),
  });
}, 60_000);

test("actions are shown as they are delivered, and passed on to a local server", async () => {
  const received: Action[] = [];
  const local = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      received.push(JSON.parse(body) as Action);
      response.end();
    });
  });
  await new Promise<void>((resolve) => local.listen(0, "127.0.0.1", resolve));
  const forward = `http://127.0.0.1:${(local.address() as AddressInfo).port}/hook`;
  const listening = spawn(process.execPath, [main, "listen", "--forward-to", forward, "--url", url, "--data", data], {
    cwd: folder,
  });
  try {
    await new Promise<void>((resolve) => {
      let said = "";
      listening.stderr.on("data", (chunk) => {
        said += chunk;
        if (said.includes("listening")) resolve();
      });
    });
    const event = {
      id: "bad-1",
      type: "listing.created",
      time: "2026-11-01T00:00:00Z",
      data: {
        id: "bad",
        seller: "mallory",
        title: "Lampe",
        description: "Paiement uniquement par Western Union avant envoi.",
      },
    };
    const key = readFileSync(join(data, "api_key"), "utf8").trim();
    const sent = await fetch(`${url}/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(event),
    });
    expect(((await sent.json()) as Decision).outcome).not.toBe("approve");
    for (let waited = 0; received.length === 0 && waited < 30_000; waited += 100)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received[0]?.data.event_id).toBe("bad-1");
  } finally {
    listening.kill("SIGINT");
    local.close();
  }
}, 90_000);

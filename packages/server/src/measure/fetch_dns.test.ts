/** Names that answer with private addresses, one after a public one, or a second time: the guard judges what it connects to. */
import type dns from "node:dns";
import type { LookupAddress } from "node:dns";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";

const answers = new Map<string, LookupAddress[][]>();
const asked: string[] = [];

// The resolver is the one thing that cannot be real here: no test may own a name of the internet.
vi.mock("node:dns", async (original) => {
  const real = await original<typeof dns>();
  const lookup = (name: string, _options: unknown, callback: (error: Error | null, found: LookupAddress[]) => void) => {
    asked.push(name);
    const turns = answers.get(name) ?? [];
    const found = turns.length > 1 ? turns.shift()! : (turns[0] ?? []);
    setImmediate(() =>
      callback(found.length > 0 ? null : Object.assign(new Error("ENOTFOUND"), { code: "ENOTFOUND" }), found),
    );
  };
  return { ...real, default: { ...real, lookup }, lookup };
});
const { closeGuard, guardedFetch } = await import("./fetch_guard.ts");

let server: Server;
let port: number;
let reached: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(`${request.headers.host} ${request.url}`);
    response.end("inside");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await closeGuard();
  server.close();
});
beforeEach(() => {
  reached = [];
  asked.length = 0;
});
afterEach(closeGuard);

const v4 = (address: string): LookupAddress => ({ address, family: 4 });
const limits = { maxBytes: 1000, timeoutMs: 2000 };

it.each([
  ["a private address", [v4("127.0.0.1")]],
  ["a link-local one", [v4("169.254.169.254")]],
  ["one of the carrier's", [v4("100.64.3.2")]],
  ["a mapped one", [{ address: "::ffff:127.0.0.1", family: 6 }]],
  ["a public one and a private one", [v4("93.184.215.14"), v4("127.0.0.1")]],
])("does not connect to a name at %s", async (_what, found) => {
  answers.set("pictures.example", [found]);
  const result = await guardedFetch(`http://pictures.example:${port}/`, limits);
  expect(result).toMatchObject({ ok: false, failure: "address_not_allowed" });
  expect(reached).toEqual([]);
});

it("judges the answer that it connects to: a name that turns private after it was looked at gains nothing", async () => {
  // Whoever asks first is told a public address; the guard asks once, when it connects, and uses what it judged.
  answers.set("rebind.example", [[v4("127.0.0.1")], [v4("93.184.215.14")]]);
  const first = await guardedFetch(`http://rebind.example:${port}/`, limits);
  expect(first).toMatchObject({ ok: false, failure: "address_not_allowed" });
  expect(asked).toEqual(["rebind.example"]);
  answers.set("rebind.example", [[v4("192.0.2.7")], [v4("127.0.0.1")]]);
  for (let i = 0; i < 3; i++) await guardedFetch(`http://rebind.example:${port}/`, { ...limits, timeoutMs: 300 });
  expect(reached).toEqual([]);
});

it("asks anew for every connection, so that a first good answer opens nothing for a second bad one", async () => {
  answers.set("host.example", [[v4("127.0.0.1")]]);
  for (const path of ["/a", "/b"]) {
    expect(await guardedFetch(`http://host.example:${port}${path}`, limits)).toMatchObject({ ok: false });
  }
  expect(asked.length).toBe(2);
  expect(reached).toEqual([]);
});

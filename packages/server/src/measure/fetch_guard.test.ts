import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeGuard, guardedFetch, isPublicAddress } from "./fetch_guard.ts";

const limits = { maxBytes: 10_000, timeoutMs: 3000 };
let server: Server;
let host: string;
let requests: { url: string; headers: IncomingMessage["headers"]; body: string }[] = [];

const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  "/ok": (_, response) => response.setHeader("content-type", "image/png").end("picture"),
  "/teapot": (_, response) => response.writeHead(418).end("no"),
  "/to-ok": (_, response) => response.writeHead(302, { location: "/ok" }).end(),
  "/to-private": (_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
  "/to-file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/loop": (_, response) => response.writeHead(302, { location: "/loop" }).end(),
  "/large": (_, response) => response.setHeader("content-length", "20000").end(Buffer.alloc(20_000)),
  "/endless": (_, response) => {
    const more = setInterval(() => response.write(Buffer.alloc(1000)), 1);
    response.on("close", () => clearInterval(more));
  },
  "/slow": (_, response) => {
    response.write("a");
    const more = setInterval(() => response.write("a"), 50);
    response.on("close", () => clearInterval(more));
  },
  "/silent": () => {},
  "/gzip": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(5_000_000))),
  "/broken": (_, response) => {
    response.setHeader("content-length", "5000").write("half");
    setTimeout(() => response.destroy(), 20);
  },
};

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    requests.push({ url: request.url ?? "", headers: request.headers, body });
    answers[request.url ?? ""]?.(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await closeGuard();
  server.closeAllConnections();
  server.close();
});

const get = (path: string, more: Partial<Parameters<typeof guardedFetch>[1]> = {}) =>
  guardedFetch(`http://${host}${path}`, { ...limits, allow: [host], ...more });

describe("addresses", () => {
  const port = () => host.split(":")[1];

  it.each([
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "0x7f.0x0.0x0.0x1",
    "017700000001",
    "0",
    "0.0.0.0",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[::127.0.0.1]",
    "[fc00::1]",
    "[fe80::1]",
    "localhost",
    "LOCALHOST",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
  ])("are not connected to: %s", async (address) => {
    requests = [];
    const result = await guardedFetch(`http://${address}:${port()}/ok`, limits);
    expect(result).toMatchObject({ ok: false, failure: "address_not_allowed" });
    expect(requests).toEqual([]);
  });

  it.each(["localhost.", "foo.localhost", "metadata.google.internal", "127.0.0.1.nip.io", "127.0.0.1%2f@example.com"])(
    "are not reached by a name either, whatever the resolver says: %s",
    async (name) => {
      requests = [];
      expect(await guardedFetch(`http://${name}:${port()}/ok`, limits)).toMatchObject({ ok: false });
      expect(requests).toEqual([]);
    },
  );

  it("opens for exactly the host and port that are allowed", async () => {
    expect(await get("/ok")).toMatchObject({ ok: true, status: 200 });
    expect(await get("/ok", { allow: ["127.0.0.1:1"] })).toMatchObject({ failure: "address_not_allowed" });
    expect(await get("/ok", { allow: [`localhost:${port()}`] })).toMatchObject({ failure: "address_not_allowed" });
    const byName = await guardedFetch(`http://localhost:${port()}/ok`, { ...limits, allow: [`localhost:${port()}`] });
    expect(byName).toMatchObject({ ok: true });
  });

  it("judges ranges, IPv6 and what is no address", () => {
    for (const address of ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]) {
      expect(isPublicAddress(address)).toBe(true);
    }
    for (const address of ["192.0.2.1", "203.0.113.9", "240.0.0.1", "ff02::1", "2001:db8::1", "::ffff:8.8.8.8", "x"]) {
      expect(isPublicAddress(address)).toBe(false);
    }
  });

  it.each([
    "file:///etc/passwd",
    "ftp://127.0.0.1/",
    "gopher://127.0.0.1/",
    "data:text/plain,x",
    "javascript:alert(1)",
  ])("refuses the scheme of %s", async (url) => {
    expect(await guardedFetch(url, limits)).toMatchObject({ ok: false, failure: "scheme_not_allowed" });
  });

  it.each(["", "//127.0.0.1/", "http://user:secret@example.com/", "http://a b/", `http://x/${"y".repeat(9000)}`])(
    "refuses what is no plain URL: %s",
    async (url) => {
      const result = await guardedFetch(url, limits);
      expect(result).toMatchObject({ ok: false, failure: "bad_url" });
      expect(JSON.stringify(result)).not.toContain("secret");
    },
  );
});

describe("redirects", () => {
  it("are the answer unless asked for", async () => {
    expect(await get("/to-ok")).toMatchObject({ ok: true, status: 302 });
    const followed = await get("/to-ok", { maxRedirects: 3 });
    expect(followed).toMatchObject({ ok: true, status: 200, url: `http://${host}/ok` });
  });

  it("are judged again at every hop", async () => {
    expect(await get("/to-private", { maxRedirects: 3 })).toMatchObject({ failure: "address_not_allowed" });
    expect(await get("/to-file", { maxRedirects: 3 })).toMatchObject({ failure: "scheme_not_allowed" });
  });

  it("end", async () => {
    expect(await get("/loop", { maxRedirects: 5 })).toMatchObject({ failure: "too_many_redirects" });
  });
});

describe("limits", () => {
  it("stop at the size, announced or not", async () => {
    expect(await get("/large")).toMatchObject({ failure: "too_large" });
    expect(await get("/endless")).toMatchObject({ failure: "too_large" });
  });

  it("stop at the time, before and within the body", async () => {
    expect(await get("/silent", { timeoutMs: 150 })).toMatchObject({ failure: "timeout" });
    expect(await get("/slow", { timeoutMs: 250 })).toMatchObject({ failure: "timeout" });
  });

  it("do not unpack what was not asked to be packed", async () => {
    expect(await get("/gzip", { maxBytes: 1e6 })).toMatchObject({ failure: "encoded" });
  });

  it("answer a broken connection", async () => {
    expect(await get("/broken")).toMatchObject({ failure: "unreachable" });
    const nobody = await guardedFetch("http://127.0.0.1:1/", { ...limits, allow: ["127.0.0.1:1"] });
    expect(nobody).toMatchObject({ failure: "unreachable" });
  });
});

it("posts a body and gives any status back", async () => {
  requests = [];
  const result = await get("/teapot", { method: "POST", body: "{}", headers: { "webhook-id": "msg_1" } });
  expect(result).toMatchObject({ ok: true, status: 418, body: Buffer.from("no") });
  expect(requests).toMatchObject([{ url: "/teapot", body: "{}", headers: { "webhook-id": "msg_1" } }]);
});

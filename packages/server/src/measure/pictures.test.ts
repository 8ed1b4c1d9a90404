import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Decoder } from "./decoder.ts";
import { closeGuard } from "./fetch_guard.ts";
import { contentHash, Pictures } from "./pictures.ts";

let base: string;
let folder: string;
let server: Server;
let host: string;
let photo: Buffer;
const decoder = new Decoder();

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "assay-pictures-"));
  folder = join(base, "pictures");
  photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: "#884422" } })
    .jpeg()
    .toBuffer();
  server = createServer((request, response) => {
    if (request.url === "/photo.jpg") response.setHeader("content-type", "image/jpeg").end(photo);
    else if (request.url === "/page.jpg") response.end("<html>sign in first, please</html>");
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  decoder.close();
  await closeGuard();
  server.closeAllConnections();
  server.close();
  await rm(base, { recursive: true, force: true });
});

const pictures = (more = {}) => new Pictures({ folder, decoder, allow: [host], ...more });

describe("getting a picture", () => {
  it("by URL keeps the original once, under its content", async () => {
    const [a, b] = await Promise.all([0, 1].map(() => pictures().get({ url: `http://${host}/photo.jpg` })));
    const content = contentHash(photo);
    expect(a).toEqual({ ok: true, value: { content, bytes: photo } });
    expect(b).toEqual(a);
    expect(await readdir(join(folder, content.slice(7, 9)))).toEqual([`${content.slice(9)}.bin`]);
    expect(await pictures().original(content)).toEqual(photo);
  });

  it("by content needs it to be here", async () => {
    const kept = pictures();
    const content = await kept.keep(photo);
    expect(await kept.get({ content })).toMatchObject({ ok: true, value: { content } });
    const unknown = `sha256:${"0".repeat(64)}`;
    expect(await kept.get({ content: unknown })).toMatchObject({ ok: false });
    expect(await kept.get({ content: "../../etc/passwd" })).toMatchObject({ ok: false });
    expect(await kept.get({ content: unknown, url: `http://${host}/photo.jpg` })).toMatchObject({ ok: true });
  });

  it("by path is for checked files only, and never outside their folder", async () => {
    const checked = join(base, "checked");
    await writeFile(join(base, "secret.jpg"), photo);
    await import("node:fs/promises").then(({ mkdir }) => mkdir(checked, { recursive: true }));
    await writeFile(join(checked, "a.jpg"), photo);
    expect(await pictures().get({ path: "a.jpg" })).toMatchObject({ ok: false });
    const allowed = pictures({ pathsIn: checked });
    expect(await allowed.get({ path: "a.jpg" })).toMatchObject({ ok: true });
    for (const path of ["../secret.jpg", join(base, "secret.jpg"), "b/../../secret.jpg"]) {
      expect(await allowed.get({ path })).toEqual({ ok: false, reason: "the path leaves the file's folder" });
    }
    expect(await allowed.get({ path: "none.jpg" })).toEqual({ ok: false, reason: "the file cannot be read: ENOENT" });
  });

  it("answers with a reason when it cannot be had", async () => {
    expect(await pictures().get({ url: `http://${host}/gone.jpg` })).toEqual({
      ok: false,
      reason: "the picture's server answered 404",
    });
    expect(await pictures({ allow: [] }).get({ url: `http://${host}/photo.jpg` })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("address_not_allowed"),
    });
    expect(await pictures().get({})).toMatchObject({ ok: false });
  });
});

describe("measuring and showing", () => {
  it("gives both measurements, or why there is no hash", async () => {
    const done = await pictures().measure(photo);
    expect(done.picture_file).toMatchObject({ state: "done", value: { mime: "image/jpeg", width: 900, height: 700 } });
    expect(done.picture_hashes).toMatchObject({ state: "done", value: { quality: 0 } });
    const page = await pictures().get({ url: `http://${host}/page.jpg` });
    if (!page.ok) throw new Error(page.reason);
    const measured = await pictures().measure(page.value.bytes);
    expect(measured.picture_file).toMatchObject({ state: "done", value: { problem: "not_a_picture" } });
    expect(measured.picture_hashes).toEqual({ state: "failed", reason: "not hashed: not_a_picture" });
  });

  it("says that a look failed when the decoder was stopped", async () => {
    const stopped = new Decoder({ timeoutMs: 1 });
    const measured = await pictures({ decoder: stopped }).measure(photo);
    stopped.close();
    const failed = { state: "failed", reason: "the decoder was stopped after 1 ms" };
    expect(measured).toEqual({ picture_file: failed, picture_hashes: failed, picture_figures: failed });
  });

  it("makes a copy once, and forgets a picture with its copies", async () => {
    const kept = pictures();
    const content = await kept.keep(photo);
    const copy = await kept.copy(content, 160);
    if (!copy.ok) throw new Error(copy.reason);
    expect(await sharp(copy.value).metadata()).toMatchObject({ format: "webp", width: 160, height: 124 });
    const closed = new Decoder();
    closed.close();
    expect(await pictures({ decoder: closed }).copy(content, 160)).toEqual(copy);
    await kept.forget(content);
    expect(await kept.copy(content, 160)).toEqual({ ok: false, reason: "the picture is not kept here" });
    expect(await readdir(join(folder, content.slice(7, 9)))).toEqual([]);
  });
});

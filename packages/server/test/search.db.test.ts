import type { EventRow, PictureUse } from "@assay/contract";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const moderator = await desk.asUser(["moderator"]);
const time = new Date().toISOString();
const search = async (q: string) =>
  (await moderator.ask<{ data: EventRow[] }>("GET", `/v1/events?q=${encodeURIComponent(q)}`)).body.data;

test("a telephone number finds its account's events however it is written", async () => {
  const data = { id: "caller", name: "Ann Onymous", phone: "+33 6 39 98 01 02", country: "FR" };
  await desk.deps.pipeline.submit({ id: "ev-caller", type: "account.created", time, data }, "a");
  await desk.sendListing({ id: "called", title: "Chair", seller: "caller" });
  for (const written of ["06 39 98 01 02", "0033639980102", "+33-6-39-98-01-02", "06.39.98.01.02"]) {
    expect((await search(written)).map((row) => row.subject.id).sort(), written).toEqual(["called", "caller"]);
  }
  expect(await search("06 39 98 01 03")).toEqual([]);
  expect(await search("9".repeat(200))).toEqual([]);
  expect((await search("onymous")).map((row) => row.subject.id)).toEqual(["caller"]);
});

async function upload(bytes: Buffer): Promise<string> {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)], { type: "image/jpeg" }), "x.jpg");
  const encoded = new Response(form);
  const answer = await desk.app.inject({
    method: "POST",
    url: "/v1/pictures",
    headers: { cookie: moderator.cookie, "x-assay-csrf": "1", "content-type": encoded.headers.get("content-type")! },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  return answer.json<{ content: string }>().content;
}

test("a picture finds what used it, or another file of the same photo", async () => {
  // A smooth scene with structure, which survives being saved again and made smaller.
  const scene = (seed: number) => {
    const size = 320;
    const pixels = Buffer.alloc(size * size * 3);
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++)
        for (let c = 0; c < 3; c++) {
          const wave =
            Math.sin((x * (seed + 1)) / 31 + c) + Math.cos((y * (seed + 2)) / 23) + Math.sin((x * y * seed) / 9000);
          pixels[(y * size + x) * 3 + c] = Math.round(128 + wave * 40);
        }
    return sharp(pixels, { raw: { width: size, height: size, channels: 3 } });
  };
  const [first, other] = [
    await upload(await scene(3).jpeg().toBuffer()),
    await upload(await scene(7).jpeg().toBuffer()),
  ];
  const listing = (id: string, content: string) =>
    desk.deps.pipeline.submit(
      {
        id: `ev-${id}`,
        type: "listing.created",
        time,
        data: { id, seller: `s-${id}`, title: `Title ${id}`, pictures: [{ content }] },
      },
      "a",
    );
  await listing("shown", first);
  await listing("elsewhere", other);
  const again = await upload(await scene(3).resize(240, 240).jpeg({ quality: 70 }).toBuffer());
  expect(again).not.toBe(first);
  const uses = async (content: string) =>
    (await moderator.ask<{ data: PictureUse[] }>("GET", `/v1/pictures/${content}/uses`)).body.data;
  const [own] = await uses(first);
  expect(own).toMatchObject({
    subject: { kind: "listing", id: "shown" },
    owner: "s-shown",
    similarity: 1,
    how: "same",
  });
  const found = await uses(again);
  expect(found.map((use) => use.subject.id)).toEqual(["shown"]);
  expect(found[0]!.picture.src).toBe(`/v1/pictures/${first}`);
  expect(await uses(`sha256:${"0".repeat(64)}`)).toEqual([]);
});

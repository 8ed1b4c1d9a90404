/** Pictures as people at the desk meet them: copies that tell nothing of where they were taken, and what is read of one that is tried. */
import type { Me, TryAnswer } from "@assay/contract";
import ExifReader from "exifreader";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { copyWidths } from "../src/measure/index.ts";
import { metadataOf } from "../src/measure/inspect/metadata.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const lead = await desk.asUser(["lead"]);

/** As a telephone writes it: where it was, whose it is, with which camera; and the same once more as XMP. */
const located = (text: string, width = 900) =>
  sharp({ create: { width, height: 600, channels: 3, background: "#7da0b8" } })
    .composite([
      {
        input: Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="600"><text x="80" y="300" font-family="sans-serif" font-size="56">${text}</text></svg>`,
        ),
      },
    ])
    .withExif({
      IFD0: { Make: "Kameramarke", Model: "K-1", Artist: "Jeanne Secrète", Copyright: "Jeanne Secrète" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "2/1 17/1 40/1" },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="48,51.5N" exif:GPSLongitude="2,17.6E"/></rdf:RDF></x:xmpmeta>`,
    )
    .keepIccProfile();

test.each(["jpeg", "png", "webp"] as const)("no copy of a located %s tells where, whose or with what", async (type) => {
  const original = await located("Garden chair")[type]().toBuffer();
  expect((await metadataOf(original)).location?.latitude).toBeCloseTo(48.858, 2);

  const { content } = (await desk.upload(lead.cookie, original)).json<{ content: string }>();
  for (const width of copyWidths) {
    const url = `/v1/pictures/${content}?w=${width}`;
    const { rawPayload, statusCode } = await desk.app.inject({ method: "GET", url, headers: { cookie: lead.cookie } });
    expect(statusCode).toBe(200);
    const { exif, xmp, iptc, tifftagPhotoshop, comments } = await sharp(rawPayload).metadata();
    expect({ exif, xmp, iptc, tifftagPhotoshop, comments }).toEqual({});
    // As somebody else's reader sees it: the size of the picture, and nothing of its making.
    const tags = await ExifReader.load(rawPayload, { expanded: true, async: true });
    expect(Object.keys(tags).filter((group) => group !== "file" && group !== "riff")).toEqual([]);
    for (const word of ["Exif", "GPS", "xmpmeta", "Kameramarke", "Secr"]) expect(rawPayload.includes(word)).toBe(false);
  }
});

test("a picture that is tried is read after the answer, and what it says is found", async () => {
  const bytes = await located("Call 06 39 98 01 02").jpeg().toBuffer();
  const { content } = (await desk.upload(lead.cookie, bytes)).json<{ content: string }>();
  const event = {
    id: "try",
    type: "listing.created",
    time: new Date().toISOString(),
    data: { id: "try", seller: "try-account", title: "Garden chair", language: "fr", pictures: [{ content }] },
  };
  const ask = async () => (await lead.ask<TryAnswer>("POST", "/v1/try", { event })).body;
  const first = await ask();
  expect(first.reading).toBe(true);
  expect(first.decision.pending).toContain("image_text");

  await expect.poll(async () => (await ask()).reading, { timeout: 60_000, interval: 200 }).toBe(false);
  const { decision, pictures } = await ask();
  expect(decision.pending).toEqual([]);
  expect(pictures[0]!.read?.text.replaceAll(/\D/g, "")).toBe("0639980102");
  const found = decision.signals.filter((signal) => signal.state === "found").map((signal) => signal.detector);
  expect(found).toEqual(expect.arrayContaining(["image_text", "image_metadata", "text_contact_details"]));
  const span = decision.signals
    .flatMap((signal) => signal.evidence)
    .find((evidence) => evidence.type === "span" && evidence.kind === "phone");
  expect(span).toMatchObject({ field: "pictures[0].text", value: "+33639980102" });
  // Nothing of it is stored but the picture.
  expect((await lead.ask("GET", "/v1/subjects/listing/try")).status).toBe(404);
}, 90_000);

test("how pictures are shown is the marketplace's to say, and minors are never shown unasked", async () => {
  const manager = await desk.asUser(["policy_manager"]);
  const shown = async () => (await lead.ask<Me>("GET", "/v1/me")).body.marketplace.pictures;
  expect(await shown()).toEqual({
    nudity: "blur",
    violence: "blur",
    gore: "blur_grey",
    minors: "blur_grey",
    other: "show",
  });
  const pictures = { ...(await shown()), nudity: "grey", other: "blur" };
  expect((await manager.ask("PATCH", "/v1/marketplace", { pictures })).status).toBe(200);
  expect(await shown()).toEqual(pictures);
  const open = await manager.ask("PATCH", "/v1/marketplace", { pictures: { ...pictures, minors: "show" } });
  expect(open.status).toBe(400);
  expect((await lead.ask("PATCH", "/v1/marketplace", { pictures })).status).toBe(403);
  expect(await shown()).toEqual(pictures);
});

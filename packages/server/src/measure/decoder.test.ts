import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { Decoder, type DecoderOptions } from "./decoder.ts";

const open: Decoder[] = [];
function decoder(options?: DecoderOptions): Decoder {
  const made = new Decoder(options);
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** A picture with something to recognise in it. */
function drawn(width = 320, height = 240): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      data[at] = (x * 255) / width;
      data[at + 1] = 128 + 127 * Math.sin(x / 17 + (y * y) / 3000);
      data[at + 2] = Math.hypot(x - width / 3, y - height / 2) < height / 4 ? 230 : 20;
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** A one-bit PNG whose header may claim any size. */
function png(width: number, height: number, more: Buffer[] = [], rows = height): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc(rows * (1 + Math.ceil(width / 8))));
  const parts = [chunk("IHDR", header), ...more, chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

async function frames(kind: "gif" | "webp"): Promise<Buffer> {
  const tall = await drawn(40, 120).raw().toBuffer();
  const film = sharp(tall, { raw: { width: 40, height: 120, channels: 3, pageHeight: 40 } });
  return kind === "gif" ? film.gif({ delay: [50, 50, 50] }).toBuffer() : film.webp().toBuffer();
}

const shared = new Decoder();
afterAll(() => shared.close());

async function lookAt(bytes: Buffer, by = shared) {
  const outcome = await by.look(bytes);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

describe("a picture", () => {
  it.each(["jpeg", "png", "webp", "gif", "avif"] as const)("is measured: %s", async (kind) => {
    const bytes = await drawn()[kind]().toBuffer();
    const look = await lookAt(bytes);
    expect(look.picture_file).toEqual({
      mime: `image/${kind}`,
      width: 320,
      height: 240,
      bytes: bytes.length,
      frames: 1,
    });
    expect(look.picture_hashes?.pdq).toHaveLength(8);
    expect(look.picture_hashes?.pdq[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(look.picture_hashes?.quality).toBeGreaterThan(50);
  });

  it("has no hash where it is too small for one, and no quality where it is blank", async () => {
    const tiny = await lookAt(await drawn(4, 4).png().toBuffer());
    expect(tiny.picture_file).toMatchObject({ width: 4, height: 4 });
    expect(tiny.picture_hashes).toBeUndefined();
    expect((await lookAt(png(100, 100))).picture_hashes?.quality).toBe(0);
  });

  it("may carry what phones append to it", async () => {
    const jpeg = await drawn().jpeg().toBuffer();
    const look = await lookAt(Buffer.concat([jpeg, jpeg, Buffer.from("....ftypmp42 motion")]));
    expect(look.picture_file.problem).toBeUndefined();
  });
});

describe("what is no acceptable picture is answered with its problem", () => {
  const cases: [string, string, () => Buffer | Promise<Buffer>][] = [
    ["an empty file", "not_a_picture", () => Buffer.alloc(0)],
    ["a page named .jpg", "not_a_picture", () => Buffer.from("<html><body>hello, this is a page</body></html>")],
    ["noise", "not_a_picture", () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))],
    ["SVG", "type_not_accepted", () => Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["TIFF", "type_not_accepted", () => drawn(20, 20).tiff().toBuffer()],
    ["a header that claims four thousand million pixels", "too_many_pixels", () => png(65_000, 65_000, [], 1)],
    ["a bomb: 30,000 × 30,000 in 110 kB", "too_many_pixels", () => png(30_000, 30_000)],
    ["one pixel wide, very high", "too_many_pixels", () => png(1, 200_000)],
    ["an animated GIF", "animated", () => frames("gif")],
    ["an animated WebP", "animated", () => frames("webp")],
    ["an animated PNG", "animated", () => png(8, 8, [chunk("acTL", Buffer.from([0, 0, 0, 5, 0, 0, 0, 0]))])],
    ["half a JPEG", "truncated", async () => half(await drawn().jpeg().toBuffer())],
    ["half a PNG", "truncated", async () => half(await drawn().png().toBuffer())],
    ["half a WebP", "truncated", async () => half(await drawn().webp().toBuffer())],
    ["a PNG whose pixels do not unpack", "damaged", async () => spoiled(await drawn().png().toBuffer())],
    ["a page after the picture", "hostile", async () => after("<script>alert(1)</script>")],
    ["an archive after the picture", "hostile", async () => after("PK\x03\x04 a jar")],
    ["a document after the picture", "hostile", async () => after("%PDF-1.7")],
    ["a GIF that is a script", "hostile", () => Buffer.from("GIF89a/*          */=1;alert(1)//")],
    ["a script in the description", "hostile", () => inDescription("<script>fetch('/')</script>")],
  ];
  const half = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);
  const spoiled = (bytes: Buffer) => bytes.fill(0xee, bytes.length >> 2, bytes.length >> 1);
  const after = async (text: string) => Buffer.concat([await drawn().png().toBuffer(), Buffer.from(text, "latin1")]);
  const inDescription = (text: string) =>
    drawn()
      .withExif({ IFD0: { ImageDescription: text } })
      .jpeg()
      .toBuffer();

  it.each(cases)("%s: %s", async (_, problem, make) => {
    const look = await lookAt(await make());
    expect(look.picture_file).toMatchObject({ problem });
    expect(look.picture_hashes).toBeUndefined();
  });

  it("too many bytes", async () => {
    const look = await lookAt(await drawn().png().toBuffer(), decoder({ maxBytes: 1000 }));
    expect(look.picture_file.problem).toBe("too_large");
  });
});

describe("a copy for the screen", () => {
  it("is upright, no larger than asked, and without metadata", async () => {
    const original = await drawn(300, 200)
      .withExif({ IFD0: { Artist: "someone" }, IFD3: { GPSLatitude: "48/1 51/1 24/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const copy = await shared.copy(original, 160);
    if (!copy.ok) throw new Error(copy.reason);
    const metadata = await sharp(copy.value).metadata();
    expect(metadata).toMatchObject({ format: "webp", height: 160 });
    expect(metadata.width).toBeLessThan(160);
    expect([metadata.exif, metadata.xmp, metadata.icc, metadata.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("fails with a reason for what does not decode", async () => {
    const copy = await shared.copy(Buffer.from("no picture at all"), 160);
    expect(copy).toEqual({ ok: false, reason: expect.stringContaining("unsupported") });
  });
});

describe("the decoding process", () => {
  it("is killed when it takes too long, and the next picture gets a fresh one", async () => {
    const large = await drawn(3000, 3000).png().toBuffer();
    const slow = decoder({ timeoutMs: 20 });
    const reason = "the decoder was stopped after 20 ms";
    expect(await Promise.all([slow.look(large), slow.look(large)])).toEqual([
      { ok: false, reason },
      { ok: false, reason },
    ]);
  });

  it("ends itself when it takes too much memory", async () => {
    const small = decoder({ maxMemoryMb: 20 });
    expect(await small.look(await drawn().jpeg().toBuffer())).toEqual({
      ok: false,
      reason: "the decoder took over 20 MB",
    });
  });

  it("may crash once: the picture is looked at again", async () => {
    const crashing = decoder();
    const bytes = await drawn().jpeg().toBuffer();
    await crashing.look(bytes);
    const [first] = crashing.pids;
    const look = crashing.look(await drawn(2500, 2500).png().toBuffer());
    process.kill(first!, "SIGSEGV");
    expect(await look).toMatchObject({ ok: true });
    expect(crashing.pids).not.toContain(first);
  });

  it("sees nothing of the server's environment and decodes in parallel", async () => {
    const two = decoder({ processes: 2 });
    const bytes = await drawn(800, 600).jpeg().toBuffer();
    const looks = await Promise.all(Array.from({ length: 12 }, () => two.look(bytes)));
    expect(looks.every((look) => look.ok)).toBe(true);
    expect(two.pids).toHaveLength(2);
  });

  it("is renewed now and then, and no picture is lost", async () => {
    const renewed = decoder({ jobsPerProcess: 3 });
    const bytes = await drawn(60, 60).jpeg().toBuffer();
    const pids = new Set<number>();
    for (let i = 0; i < 8; i++) {
      expect(await renewed.look(bytes)).toMatchObject({ ok: true });
      for (const pid of renewed.pids) pids.add(pid);
    }
    expect(pids.size).toBe(3);
  });

  it("answers what waits when it is closed", async () => {
    const closing = decoder();
    const bytes = await drawn().jpeg().toBuffer();
    const looks = [closing.look(bytes), closing.look(bytes)];
    closing.close();
    const closed = { ok: false, reason: "the decoder was closed" };
    expect([...(await Promise.all(looks)), await closing.look(bytes)]).toEqual([closed, closed, closed]);
  });
});

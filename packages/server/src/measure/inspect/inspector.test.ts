import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { Inspector } from "./inspector.ts";

const inspector = new Inspector();
afterAll(() => inspector.close());

/** A number written over a plain picture, with what the camera says of it. */
const picture = (text: string) =>
  sharp({
    create: { width: 800, height: 500, channels: 3, background: "#7da0b8" },
  })
    .composite([
      {
        input: Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><text x="80" y="260" font-family="sans-serif" font-size="56">${text}</text></svg>`,
        ),
      },
    ])
    .withExif({
      IFD0: { Software: "Adobe Photoshop 25.0" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "2/1 17/1 40/1" },
    })
    .jpeg()
    .toBuffer();

describe("the reading process", () => {
  it("reads text with its place, metadata, and scores nudity", async () => {
    const outcome = await inspector.inspect(await picture("07700 900123"));
    if (!outcome.ok) throw new Error(outcome.reason);
    const { picture_text: text, picture_metadata: metadata, picture_nudity: nudity } = outcome.value;
    if (text?.state !== "done" || metadata?.state !== "done" || nudity?.state !== "done") {
      throw new Error(JSON.stringify(outcome.value));
    }
    expect(text.value.text.replaceAll(/\D/g, "")).toBe("07700900123");
    const [part] = text.value.parts;
    expect(text.value.text.slice(part!.start, part!.end)).toBe(text.value.text);
    expect(part!.box[1]).toBeGreaterThan(0.3);
    expect(part!.box[1]).toBeLessThan(0.6);
    expect(metadata.value.location?.latitude).toBeCloseTo(48.858, 2);
    expect(metadata.value.location?.longitude).toBeCloseTo(2.294, 2);
    expect(metadata.value.edited).toBe(true);
    const sum = Object.values(nudity.value).reduce((total, share) => total + share, 0);
    expect(sum).toBeCloseTo(1, 3);
  }, 60_000);

  it("says why where a file cannot be read, and goes on", async () => {
    const outcome = await inspector.inspect(Buffer.from("no picture at all, only words"), ["picture_text"]);
    expect(outcome.ok && outcome.value.picture_text?.state).toBe("failed");
    const next = await inspector.inspect(await picture("hello"), ["picture_nudity"]);
    expect(next.ok && next.value.picture_nudity?.state).toBe("done");
  }, 60_000);
});

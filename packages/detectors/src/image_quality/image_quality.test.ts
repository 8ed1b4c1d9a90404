import { describe, expect, it } from "vitest";
import { type DetectorInput, runDetector } from "../detector.ts";
import { type Pixels, pictureFigures } from "../image/index.ts";
import { imageQuality } from "./image_quality.ts";

const side = 200;

/** A scene with fine edges, then spoilt as asked. */
function scene(spoil: (value: number, x: number, y: number) => number = (value) => value): Pixels {
  const data = new Uint8Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const value = 128 + 60 * Math.sign(Math.sin(x / 3 + y / 11)) + 50 * Math.sin(x * y * 0.37);
      data[y * side + x] = Math.max(0, Math.min(255, spoil(value, x, y)));
    }
  }
  return { width: side, height: side, channels: 1, data };
}

/** A box blur, twice. */
function blurred(pixels: Pixels, reach: number): Pixels {
  const data = pixels.data.map((_, at) => {
    let sum = 0;
    let n = 0;
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const x = (at % side) + dx;
        const y = Math.floor(at / side) + dy;
        if (x < 0 || y < 0 || x >= side || y >= side) continue;
        sum += pixels.data[y * side + x]!;
        n++;
      }
    }
    return Math.round(sum / n);
  });
  return { ...pixels, data };
}

function kindsOf(pixels: Pixels, width = 900, height = 900): string[] {
  const file = { mime: "image/jpeg", width, height, bytes: 90_000, frames: 1 };
  const input = {
    subject: { kind: "listing" as const, id: "l1", owner: "a1", data: { id: "l1", seller: "a1" } },
    eventType: "listing.created",
    at: 0,
    history: {},
    measurements: {
      picture_file: [{ state: "done", value: file }],
      picture_figures: [{ state: "done", value: pictureFigures(pixels) }],
    },
  };
  return runDetector(imageQuality, input as unknown as DetectorInput).evidence.flatMap((one) =>
    one.type === "region" ? [one.kind] : [],
  );
}

describe("figures over pixels", () => {
  it("are ratios, and say what was drawn", () => {
    const { sharpness, brightness, contrast, frame, flat } = pictureFigures(scene());
    for (const figure of [sharpness, brightness, contrast, frame, flat]) {
      expect(figure).toBeGreaterThanOrEqual(0);
      expect(figure).toBeLessThanOrEqual(1);
    }
    expect(sharpness).toBeGreaterThan(0.3);
    expect(brightness).toBeCloseTo(0.5, 1);
    expect(frame).toBe(0);
    expect(pictureFigures(scene((value, x) => (x < 50 ? 255 : value))).frame).toBeCloseTo(0.25, 2);
  });
});

describe("the kinds", () => {
  it("find nothing in a sharp, bright picture", () => expect(kindsOf(scene())).toEqual([]));
  it("find a blurred one", () => expect(kindsOf(blurred(blurred(scene(), 4), 4))).toContain("blurred"));
  it("find a dark one", () => expect(kindsOf(scene((value) => value * 0.15))).toContain("dark"));
  it("find a blank one, and only that", () => expect(kindsOf(scene(() => 240))).toEqual(["blank"]));
  it("find a tiny one", () => expect(kindsOf(scene(), 150, 150)).toEqual(["tiny"]));
  it("find a frame", () => {
    const framed = scene((value, x, y) => (Math.min(x, y, side - 1 - x, side - 1 - y) < 30 ? 255 : value));
    expect(kindsOf(framed)).toContain("framed");
  });
  it("find a screenshot", () => {
    expect(kindsOf(scene((value, x, y) => (x % 40 < 30 || y % 20 < 14 ? 245 : value)))).toContain("screenshot");
  });
});

import { describe, expect, it } from "vitest";
import { orientations, pdqDistance, pdqHashes } from "./pdq.ts";
import type { Pixels } from "./pixels.ts";

/** A picture without symmetry, from a formula: `at(x, y)` with both from 0 to 1. */
function picture(width: number, height: number, at: (x: number, y: number) => number): Pixels {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data[y * width + x] = at((x + 0.5) / width, (y + 0.5) / height);
  }
  return { width, height, channels: 1, data };
}

const scene = (x: number, y: number) =>
  128 +
  60 * Math.sin(9 * x + 23 * y * y) +
  50 * Math.cos(31 * x * y + 4 * y) +
  (Math.hypot(x - 0.3, y - 0.6) < 0.2 ? 17 : 0);

const hashed = (pixels: Pixels) => pdqHashes(pixels)!;

describe("hashes", () => {
  it("are 256 bits, half of them set, and the same for the same pixels", () => {
    const { hashes, quality } = hashed(picture(200, 150, scene));
    expect(hashes).toHaveLength(orientations.length);
    for (const hash of hashes) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(pdqDistance(hash, "0".repeat(64))).toBe(128);
    }
    expect(quality).toBe(100);
    expect(hashed(picture(200, 150, scene)).hashes).toEqual(hashes);
  });

  it("barely move when the picture is scaled, lightened or given colour channels", () => {
    const [original] = hashed(picture(400, 300, scene)).hashes;
    const grey = picture(400, 300, scene);
    const rgba = new Uint8Array(400 * 300 * 4).map((_, i) => (i % 4 === 3 ? 7 : grey.data[i >> 2]!));
    const same = [
      picture(800, 600, scene),
      picture(130, 97, scene),
      picture(400, 300, (x, y) => 40 + 0.8 * scene(x, y)),
      { width: 400, height: 300, channels: 4 as const, data: rgba },
    ];
    for (const pixels of same) expect(pdqDistance(hashed(pixels).hashes[0]!, original!)).toBeLessThanOrEqual(16);
  });

  it("are far apart for another picture", () => {
    const [a] = hashed(picture(300, 300, scene)).hashes;
    const [b] = hashed(picture(300, 300, (x, y) => 128 + 100 * Math.sin(40 * x * x + 7 * y))).hashes;
    expect(pdqDistance(a!, b!)).toBeGreaterThan(80);
  });

  it("of an orientation are those of the turned pixels", () => {
    const turned: Record<(typeof orientations)[number], (x: number, y: number) => [number, number]> = {
      original: (x, y) => [x, y],
      rotate90: (x, y) => [1 - y, x],
      rotate180: (x, y) => [1 - x, 1 - y],
      rotate270: (x, y) => [y, 1 - x],
      flip_x: (x, y) => [x, 1 - y],
      flip_y: (x, y) => [1 - x, y],
      flip_plus1: (x, y) => [y, x],
      flip_minus1: (x, y) => [1 - y, 1 - x],
    };
    const { hashes } = hashed(picture(64, 64, scene));
    for (const [i, name] of orientations.entries()) {
      const [direct] = hashed(picture(64, 64, (x, y) => scene(...turned[name](x, y)))).hashes;
      expect(pdqDistance(direct!, hashes[i]!), name).toBeLessThanOrEqual(2);
    }
  });

  it("have no quality where there is nothing to see, and do not exist under five pixels", () => {
    expect(hashed(picture(100, 100, () => 200)).quality).toBe(0);
    expect(pdqHashes(picture(4, 100, scene))).toBeUndefined();
    expect(pdqHashes(picture(5, 5, scene))).toBeDefined();
  });
});

it("distance counts differing bits", () => {
  const zero = "0".repeat(64);
  expect(pdqDistance(zero, zero)).toBe(0);
  expect(pdqDistance(zero, "f".repeat(64))).toBe(256);
  expect(pdqDistance(zero, `8${"0".repeat(62)}1`)).toBe(2);
});

import { describe, expect, it } from "vitest";
import { pdqHashes } from "./pdq.ts";
import type { Pixels } from "./pixels.ts";
import { decodePrint, encodePrint, printOf, storedPrint } from "./print.ts";
import { samePicture } from "./same.ts";

/** Sixty soft spots and bars where the seed says: something to recognise everywhere, and no symmetry. `at(x, y)`, both 0 to 1. */
function scene(seed: number): (x: number, y: number) => number {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const spots = Array.from({ length: 60 }, () => ({
    x: random(),
    y: random(),
    r: 0.02 + 0.06 * random(),
    tall: 0.5 + random(),
    by: 160 * random() - 80,
  }));
  return (x, y) =>
    spots.reduce((sum, spot) => {
      const far = ((x - spot.x) / spot.r) ** 2 + ((y - spot.y) / (spot.r * spot.tall)) ** 2;
      return far > 16 ? sum : sum + spot.by / (1 + far * far);
    }, 128);
}

function picture(width: number, height: number, at: (x: number, y: number) => number): Pixels {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data[y * width + x] = Math.max(0, Math.min(255, at((x + 0.5) / width, (y + 0.5) / height)));
    }
  }
  return { width, height, channels: 1, data };
}

const fresh = (pixels: Pixels) => printOf(pixels, pixels.width / pixels.height, pdqHashes(pixels));
const stored = (pixels: Pixels) => decodePrint(storedPrint(encodePrint(fresh(pixels))));

const photo = scene(1);
const original = stored(picture(400, 300, photo));
const judge = (pixels: Pixels) => samePicture(fresh(pixels), original);
/** A part of the scene fills the picture. */
const part = (left: number, top: number, width: number, height: number) =>
  judge(
    picture(Math.round(400 * width), Math.round(300 * height), (x, y) => photo(left + x * width, top + y * height)),
  );
/** The scene lies in a part of the picture. */
const within = (
  left: number,
  top: number,
  width: number,
  height: number,
  around: (x: number, y: number) => number,
  from = photo,
) =>
  picture(400, 300, (x, y) => {
    const [u, v] = [(x - left) / width, (y - top) / height];
    return u >= 0 && v >= 0 && u <= 1 && v <= 1 ? from(u, v) : around(x, y);
  });

const near = (box: number[] | undefined, expected: number[]) => {
  expect(box).toBeDefined();
  for (const [i, value] of expected.entries()) expect(box![i], String(box)).toBeCloseTo(value, 1.3);
};

describe("the same picture", () => {
  it("is found whole: scaled, lightened, turned, mirrored", () => {
    expect(judge(picture(200, 150, photo))?.how).toBe("same");
    expect(judge(picture(400, 300, (x, y) => 30 + 0.8 * photo(x, y)))?.how).toBe("same");
    expect(judge(picture(400, 300, (x, y) => photo(1 - x, y)))?.how).toBe("mirrored");
    expect(judge(picture(300, 400, (x, y) => photo(1 - y, x)))?.how).toBe("turned");
    expect(judge(picture(300, 400, (x, y) => photo(y, 1 - x)))?.similarity).toBeGreaterThan(0.95);
  });

  it("is found by a part, and says which", () => {
    const crop = part(0.2, 0.1, 0.6, 0.6);
    expect(crop?.how).toBe("part");
    near(crop?.box, [0, 0, 1, 1]);
    near(crop?.otherBox, [0.2, 0.1, 0.6, 0.6]);
    const mirrored = judge(picture(280, 240, (x, y) => photo(0.85 - 0.7 * x, 0.1 + 0.8 * y)));
    expect(mirrored).toMatchObject({ how: "part" });
    near(mirrored?.otherBox, [0.15, 0.1, 0.7, 0.8]);
  });

  it("is found within a border and in a collage, and says where", () => {
    const border = judge(within(0.1, 0.1, 0.8, 0.8, () => 255));
    near(border?.box, [0.1, 0.1, 0.8, 0.8]);
    near(border?.otherBox, [0, 0, 1, 1]);
    const [a, b] = [scene(5), scene(6)];
    const collage = judge(within(0.5, 0.5, 0.5, 0.5, (x, y) => (x < 0.5 ? a(2 * x, y) : b(2 * x - 1, 2 * y))));
    expect(collage?.how).toBe("part");
    near(collage?.box, [0.5, 0.5, 0.5, 0.5]);
  });
});

describe("another picture", () => {
  it("is another one, though a frame, a caption or a logo is the same", () => {
    for (let seed = 10; seed < 40; seed++)
      expect(judge(picture(400, 300, scene(seed))), `scene ${seed}`).toBeUndefined();
    const frame = scene(77);
    const framed = (seed: number) => within(0.15, 0.15, 0.7, 0.7, frame, scene(seed));
    expect(samePicture(fresh(framed(50)), stored(framed(51)))).toBeUndefined();
    const logo = scene(78);
    const marked = (seed: number) => {
      const rest = scene(seed);
      return within(0.7, 0.7, 0.28, 0.28, rest, logo);
    };
    expect(samePicture(fresh(marked(60)), stored(marked(61)))).toBeUndefined();
  });

  it("is every picture to a blank one", () => {
    const blank = picture(300, 300, () => 200);
    expect(judge(blank)).toBeUndefined();
    expect(samePicture(fresh(blank), stored(blank))).toBeUndefined();
  });
});

it("a print is the same after it was stored, but for what only a fresh one has", () => {
  const print = fresh(picture(400, 300, photo));
  const bytes = encodePrint(print);
  const again = decodePrint(bytes);
  expect(again.marks.hashes).toEqual(print.marks.hashes);
  expect(again.marks.mirrored).toEqual(print.marks.mirrored);
  expect(again.turned).toEqual(print.turned);
  expect(encodePrint(again)).toEqual(bytes);
  const kept = decodePrint(storedPrint(bytes));
  expect(kept.turned).toBeUndefined();
  expect(kept.thumb).toEqual(print.thumb);
  expect(() => decodePrint(bytes.subarray(0, 100))).toThrow(RangeError);
  expect(() => decodePrint(new Uint8Array(0))).toThrow(RangeError);
});

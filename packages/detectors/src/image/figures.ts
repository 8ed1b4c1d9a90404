/** How well a picture shows something: figures over its pixels, judged by `image_quality`. */
import { lumaOf, type Pixels } from "./pixels.ts";

export interface PictureFigures {
  /**
   * Sharpness: what is left of the gradients at their own scale, 0 (a fog) to about 1 (crisp or noisy). Mean second difference over mean
   * first difference, of the tenth of the places where the first is largest, so that a blurred background does not count.
   */
  sharpness: number;
  /** Mean luma, 0 to 1. */
  brightness: number;
  /** Luma between the 5th and the 95th percentile, 0 to 1. */
  contrast: number;
  /** Share of the picture that is a frame of one colour around it, 0 to 1. */
  frame: number;
  /** Share of places that equal their neighbours exactly: high in screenshots and drawings, low in photos. */
  flat: number;
}

/** Bars and frames: lines whose luma varies less than this (of 255), in standard deviations. */
const plainLine = 3;
const gradientBins = 1024;

export function pictureFigures(pixels: Pixels): PictureFigures {
  const { width, height } = pixels;
  const luma = lumaOf(pixels);
  const counts = new Uint32Array(256);
  let sum = 0;
  let equal = 0;
  // Places by the size of their first difference, in quarters of a luma step: how many, and the sums of both differences.
  const places = new Uint32Array(gradientBins);
  const firsts = new Float64Array(gradientBins);
  const seconds = new Float64Array(gradientBins);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const here = luma[at]!;
      counts[Math.round(here)]! += 1;
      sum += here;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) continue;
      const dx = luma[at + 1]! - luma[at - 1]!;
      const dy = luma[at + width]! - luma[at - width]!;
      if (dx === 0 && dy === 0 && luma[at + 1] === here && luma[at + width] === here) equal++;
      const first = (Math.abs(dx) + Math.abs(dy)) / 2;
      if (first < 2) continue;
      const second = Math.abs(luma[at + 1]! + luma[at - 1]! + luma[at + width]! + luma[at - width]! - 4 * here) / 2;
      const bin = Math.min(gradientBins - 1, Math.floor(first * 4));
      places[bin]! += 1;
      firsts[bin]! += first;
      seconds[bin]! += second;
    }
  }
  const n = width * height;
  let taken = 0;
  let first = 0;
  let second = 0;
  for (let bin = gradientBins - 1; bin >= 0 && taken < n / 10; bin--) {
    taken += places[bin]!;
    first += firsts[bin]!;
    second += seconds[bin]!;
  }
  return {
    sharpness: first === 0 ? 0 : Math.min(1, second / first),
    brightness: sum / n / 255,
    contrast: (percentile(counts, n, 0.95) - percentile(counts, n, 0.05)) / 255,
    frame: frameShare(luma, width, height),
    flat: equal / n,
  };
}

function percentile(counts: Uint32Array, n: number, share: number): number {
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value]!;
    if (seen >= share * n) return value;
  }
  return counts.length - 1;
}

/** Lines of one colour counted in from each side, until the first that is not. */
function frameShare(luma: Float32Array, width: number, height: number): number {
  const row = (y: number) => isPlain(luma, y * width, 1, width);
  const column = (x: number) => isPlain(luma, x, width, height);
  const count = (limit: number, line: (i: number) => boolean) => {
    let i = 0;
    while (i < limit && line(i)) i++;
    return i;
  };
  const top = count(height, row);
  if (top === height) return 1;
  const bottom = count(height, (i) => row(height - 1 - i));
  const left = count(width, column);
  const right = count(width, (i) => column(width - 1 - i));
  return 1 - ((width - left - right) * (height - top - bottom)) / (width * height);
}

function isPlain(luma: Float32Array, start: number, stride: number, length: number): boolean {
  let sum = 0;
  let squares = 0;
  for (let i = 0, at = start; i < length; i++, at += stride) {
    sum += luma[at]!;
    squares += luma[at]! * luma[at]!;
  }
  const mean = sum / length;
  return squares / length - mean * mean < plainLine * plainLine;
}

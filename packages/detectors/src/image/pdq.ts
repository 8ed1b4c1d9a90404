/**
 * PDQ: a 256-bit perceptual hash of a picture.
 * Source: Meta, "PDQ & TMK + PDQF", 2019, and its reference (facebook/ThreatExchange, pdq/cpp). Single precision, as there.
 */

import { lumaOf, type Pixels } from "./pixels.ts";

export interface PdqHashes {
  /** 64 hex digits each, in the order of `orientations`; the first is the picture as it stands. */
  hashes: string[];
  /** 0 to 100: how much there is to recognise. Below 50 the hash says little: blank walls match blank walls. */
  quality: number;
}

/** The eight ways to turn and mirror a picture, in the order of `PdqHashes.hashes`. */
export const orientations = [
  "original",
  "rotate90",
  "rotate180",
  "rotate270",
  "flip_x",
  "flip_y",
  "flip_plus1",
  "flip_minus1",
] as const;

/** Two hashes at most this many bits apart are the same picture (Meta's recommended threshold). */
export const pdqMatchBits = 31;
/** Hashes of a lower quality are not compared. */
export const pdqMinQuality = 50;

const side = 64;
const kept = 16;
/** Smaller pictures have no hash. */
export const pdqMinSide = 5;

/** Rows 1 to 16 of the 64-point DCT-II. */
const dct = Float32Array.from({ length: kept * side }, (_, at) => {
  const i = Math.floor(at / side);
  const j = at % side;
  return Math.sqrt(2 / side) * Math.cos((Math.PI / 2 / side) * (i + 1) * (2 * j + 1));
});

/**
 * Hashes a picture and its seven other orientations.
 * @returns undefined where a side is under 5 pixels
 */
export function pdqHashes(pixels: Pixels): PdqHashes | undefined {
  const { width, height } = pixels;
  if (width < pdqMinSide || height < pdqMinSide) return undefined;
  const small = downsample(lumaOf(pixels), width, height);
  const spectrum = transform(small);
  return { hashes: orientations.map((_, turn) => bitsAboveMedian(orient(spectrum, turn))), quality: quality(small) };
}

/** Bits in which two hashes of 64 hex digits differ, 0 to 256. */
export function pdqDistance(a: string, b: string): number {
  let bits = 0;
  for (let at = 0; at < 64; at += 8) {
    let x = (Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16)) >>> 0;
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    bits += (((x + (x >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return bits;
}

/**
 * Two passes of a box filter each way (Jarosz: together a tent), then every 64th part of it. The reference filters rows, columns, rows,
 * columns; the two directions do not touch each other, so rows come first here, and of the columns only those that are kept are filtered.
 */
function downsample(luma: Float32Array, width: number, height: number): Float32Array {
  const small = new Float32Array(side * side);
  if (width === side && height === side) {
    small.set(luma);
    return small;
  }
  const alongRows = Math.floor((width + 2 * side - 1) / (2 * side));
  const alongColumns = Math.floor((height + 2 * side - 1) / (2 * side));
  const row = new Float32Array(width);
  const other = new Float32Array(Math.max(width, height));
  // Column by column, so that each lies in one piece.
  const columns = new Float32Array(side * height);
  const places = Array.from({ length: side }, (_, j) => Math.floor(((j + 0.5) * width) / side));
  for (let y = 0; y < height; y++) {
    box(luma.subarray(y * width, (y + 1) * width), other, width, alongRows);
    box(other, row, width, alongRows);
    for (let j = 0; j < side; j++) columns[j * height + y] = row[places[j]!]!;
  }
  for (let j = 0; j < side; j++) {
    const column = columns.subarray(j * height, (j + 1) * height);
    box(column, other, height, alongColumns);
    box(other, column, height, alongColumns);
    for (let i = 0; i < side; i++) small[i * side + j] = column[Math.floor(((i + 0.5) * height) / side)]!;
  }
  return small;
}

/** Running mean over `window` values of the first `length`; at the ends over those that exist. */
function box(from: Float32Array, to: Float32Array, length: number, window: number) {
  const half = Math.floor((window + 2) / 2);
  let left = 0;
  let right = 0;
  let out = 0;
  let sum = 0;
  let n = 0;
  for (let i = 0; i < half - 1; i++) {
    sum += from[right++]!;
    n++;
  }
  for (let i = 0; i < window - half + 1; i++) {
    sum += from[right++]!;
    n++;
    to[out++] = sum / n;
  }
  for (let i = 0; i < length - window; i++) {
    sum += from[right++]! - from[left++]!;
    to[out++] = sum / n;
  }
  for (let i = 0; i < half - 1; i++) {
    sum -= from[left++]!;
    n--;
    to[out++] = sum / n;
  }
}

/** Sum of significant gradients between neighbours, scaled as in the reference. */
function quality(small: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < side * side; at++) {
    if (at < side * (side - 1)) sum += Math.abs(Math.trunc(((small[at]! - small[at + side]!) * 100) / 255));
    if (at % side < side - 1) sum += Math.abs(Math.trunc(((small[at]! - small[at + 1]!) * 100) / 255));
  }
  return Math.min(100, Math.floor(sum / 90));
}

function transform(small: Float32Array): Float32Array {
  const half = new Float32Array(kept * side);
  const spectrum = new Float32Array(kept * kept);
  for (let i = 0; i < kept; i++) {
    for (let j = 0; j < side; j++) {
      let sum = 0;
      for (let k = 0; k < side; k++) sum += dct[i * side + k]! * small[k * side + j]!;
      half[i * side + j] = sum;
    }
  }
  for (let i = 0; i < kept; i++) {
    for (let j = 0; j < kept; j++) {
      let sum = 0;
      for (let k = 0; k < side; k++) sum += half[i * side + k]! * dct[j * side + k]!;
      spectrum[i * kept + j] = sum;
    }
  }
  return spectrum;
}

/** The spectrum of the turned picture: signs of odd frequencies change, quarter turns and diagonal mirrors transpose. */
function orient(spectrum: Float32Array, turn: number): Float32Array {
  if (turn === 0) return spectrum;
  const turned = new Float32Array(spectrum.length);
  const transposed = turn === 1 || turn === 3 || turn === 6 || turn === 7;
  for (let i = 0; i < kept; i++) {
    for (let j = 0; j < kept; j++) {
      const negative =
        ((turn === 1 || turn === 5) && j % 2 === 0) ||
        ((turn === 3 || turn === 4) && i % 2 === 0) ||
        ((turn === 2 || turn === 7) && (i + j) % 2 === 1);
      const value = spectrum[i * kept + j]!;
      turned[transposed ? j * kept + i : i * kept + j] = negative ? -value : value;
    }
  }
  return turned;
}

/** One bit a frequency: above the (lower) median or not. Written from bit 255 down, as the reference does. */
function bitsAboveMedian(spectrum: Float32Array): string {
  const median = spectrum.toSorted()[spectrum.length / 2 - 1]!;
  let hex = "";
  for (let at = spectrum.length - 4; at >= 0; at -= 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit++) if (spectrum[at + bit]! > median) digit |= 1 << bit;
    hex += digit.toString(16);
  }
  return hex;
}

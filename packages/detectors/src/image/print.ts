/** A picture's print: what is kept of it to tell whether another picture is the same one, or a part of it. About 7 kB. */
import { wordsOf } from "./hash_bits.ts";
import { type Marks, marksOf, maxMarks } from "./marks.ts";
import type { PdqHashes } from "./pdq.ts";
import { lumaOf, type Pixels, resample } from "./pixels.ts";

export const thumbSide = 48;

export interface Print {
  /** Width by height, as seen. */
  aspect: number;
  /** PDQ of the picture as it stands, eight words; of quality 0 to 100. Quality 0 where it is too small to have one. */
  pdq: Uint32Array;
  quality: number;
  /** PDQ of its eight orientations; absent in a stored print, which is compared as it stands. */
  turned?: Uint32Array;
  /** `thumbSide`² lumas, squeezed to a square, row by row. */
  thumb: Uint8Array;
  marks: Marks;
}

/** @param aspect width by height of the picture as it is seen; `pixels` may be squeezed */
export function printOf(pixels: Pixels, aspect: number, hashes: PdqHashes | undefined): Print {
  const small = resample(lumaOf(pixels), pixels.width, pixels.height, thumbSide, thumbSide);
  return {
    aspect,
    pdq: hashes ? wordsOf(hashes.hashes[0]!) : new Uint32Array(8),
    quality: hashes?.quality ?? 0,
    ...(hashes && { turned: Uint32Array.from(hashes.hashes.flatMap((hash) => [...wordsOf(hash)])) }),
    thumb: Uint8Array.from(small, (luma) => Math.max(0, Math.min(255, Math.round(luma)))),
    marks: marksOf(pixels, aspect),
  };
}

/*
 * As bytes, little-endian: version, quality, number of marks, 0; aspect (float); PDQ (32); the marks' hashes (32 each); their x, y, size
 * (in 65,535ths) and angle (in 65,536ths of a turn); the thumb. After that, in a print that was just taken and nowhere stored, the marks'
 * mirrored hashes and the PDQ of eight orientations. Hashes stand first, so that they can be read without the rest.
 */
const version = 1;
const header = 8;
/** Where the PDQ begins. */
export const printPdqAt = header;
/** Where the marks' hashes begin. */
export const printMarksAt = header + 32;

const storedLength = (n: number) => printMarksAt + 40 * n + thumbSide * thumbSide;

export function encodePrint(print: Print): Uint8Array {
  const { marks, turned } = print;
  const { n } = marks;
  const bytes = new Uint8Array(storedLength(n) + (turned ? 32 * n + 256 : 32 * n));
  const view = new DataView(bytes.buffer);
  const words = (from: Uint32Array, at: number) => {
    for (const [i, word] of from.entries()) view.setUint32(at + 4 * i, word, true);
  };
  bytes.set([version, print.quality, n, 0]);
  view.setFloat32(4, print.aspect, true);
  words(print.pdq, printPdqAt);
  words(marks.hashes, printMarksAt);
  let at = printMarksAt + 32 * n;
  for (let i = 0; i < n; i++, at += 8) {
    view.setUint16(at, share(marks.x[i]!), true);
    view.setUint16(at + 2, share(marks.y[i]!), true);
    view.setUint16(at + 4, share(marks.size[i]!), true);
    view.setUint16(at + 6, Math.round((marks.angle[i]! / (2 * Math.PI)) * 65536) & 0xffff, true);
  }
  bytes.set(print.thumb, at);
  at += print.thumb.length;
  words(marks.mirrored, at);
  if (turned) words(turned, at + 32 * n);
  return bytes;
}

const share = (value: number) => Math.max(0, Math.min(65535, Math.round(value * 65535)));

/** The part of an encoded print that is stored. */
export function storedPrint(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, storedLength(bytes[2]!));
}

/** @throws RangeError when the bytes are none of `encodePrint`'s */
export function decodePrint(bytes: Uint8Array): Print {
  const n = bytes[2] ?? 0;
  if (bytes[0] !== version || n > maxMarks || bytes.length < storedLength(n)) throw new RangeError("not a print");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = (at: number, count: number) =>
    Uint32Array.from({ length: count }, (_, i) => view.getUint32(at + 4 * i, true));
  const places = printMarksAt + 32 * n;
  const place = (field: number, scale: number) =>
    Float32Array.from({ length: n }, (_, i) => view.getUint16(places + 8 * i + field, true) * scale);
  const end = storedLength(n);
  const fresh = bytes.length >= end + 32 * n;
  return {
    aspect: view.getFloat32(4, true),
    quality: bytes[1]!,
    pdq: words(printPdqAt, 8),
    ...(bytes.length >= end + 32 * n + 256 && { turned: words(end + 32 * n, 64) }),
    thumb: bytes.slice(places + 8 * n, end),
    marks: {
      n,
      hashes: words(printMarksAt, 8 * n),
      x: place(0, 1 / 65535),
      y: place(2, 1 / 65535),
      size: place(4, 1 / 65535),
      angle: place(6, (2 * Math.PI) / 65536),
      mirrored: fresh ? words(end, 8 * n) : new Uint32Array(0),
    },
  };
}

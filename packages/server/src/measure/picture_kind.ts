/** What a file is by its own bytes, whatever its name or content type say. Reads headers only; decodes nothing. */
import type { pictureKinds } from "@assay/contract";

export type PictureKind = (typeof pictureKinds)[number];

/** Kinds that are decoded. The others are known, and refused as `type_not_accepted`. */
export const acceptedKinds: ReadonlySet<PictureKind> = new Set(["jpeg", "png", "webp", "gif", "avif"]);

const mimes: Record<PictureKind, string> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  avif: "image/avif",
  heif: "image/heif",
  tiff: "image/tiff",
  bmp: "image/bmp",
  svg: "image/svg+xml",
};
export const mimeOf = (kind: PictureKind): string => mimes[kind];

/** The kind by its magic bytes, or undefined when it is none of them. */
export function pictureKind(bytes: Buffer): PictureKind | undefined {
  if (bytes.length < 12) return undefined;
  const head = bytes.toString("latin1", 0, 12);
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return "webp";
  if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return "gif";
  if (head.slice(4, 8) === "ftyp") return isoKind(bytes);
  if (head.startsWith("II*\0") || head.startsWith("MM\0*") || head.startsWith("II+\0")) return "tiff";
  if (head.startsWith("BM")) return "bmp";
  if (
    /^(?:\ufeff)?\s*(?:<\?xml[\s\S]{0,500}|<!--[\s\S]{0,500}|<!doctype[\s\S]{0,500})*<svg[\s>]/i.test(
      bytes.toString("utf8", 0, 2048),
    )
  )
    return "svg";
  return undefined;
}

/** AVIF and HEIF share a container; the brands tell them apart. */
function isoKind(bytes: Buffer): PictureKind | undefined {
  const brands = bytes.toString("latin1", 8, Math.min(bytes.length, bytes.readUInt32BE(0), 128));
  if (/avi[fs]/.test(brands)) return "avif";
  if (/hei[cxfms]|hev[cx]|mif1|msf1/.test(brands)) return "heif";
  return undefined;
}

/** How many pictures the file holds (counting stops at `limit`), and where it ends by its own structure, where that can be told. */
export function fileStructure(bytes: Buffer, kind: PictureKind, limit = 1000): { frames: number; end?: number } {
  if (kind === "gif") return gifStructure(bytes, limit);
  if (kind === "png") return pngStructure(bytes);
  if (kind === "webp") return webpStructure(bytes, limit);
  if (kind === "jpeg") return { frames: 1, end: jpegEnd(bytes) };
  if (kind === "avif") return { frames: bytes.toString("latin1", 8, 12) === "avis" ? 2 : 1 };
  return { frames: 1 };
}

function gifStructure(bytes: Buffer, limit: number): { frames: number; end?: number } {
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colours(bytes[10] ?? 0);
  let frames = 0;
  while (at < bytes.length && frames < limit) {
    const block = bytes[at];
    if (block === 0x3b) return { frames: Math.max(frames, 1), end: at + 1 };
    if (block === 0x21) at = skipSubBlocks(bytes, at + 2);
    else if (block === 0x2c) {
      frames++;
      at = skipSubBlocks(bytes, at + 11 + colours(bytes[at + 9] ?? 0));
    } else break;
  }
  return { frames: Math.max(frames, 1) };
}

function skipSubBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1;
  return at + 1;
}

/** The number of frames stands in `acTL`, the end in `IEND`. */
function pngStructure(bytes: Buffer): { frames: number; end?: number } {
  let frames = 1;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    // Spoilt within: that is for the decoder to say.
    if (!/^[A-Za-z]{4}$/.test(name)) return { frames, end: bytes.length };
    if (name === "acTL") frames = Math.max(1, bytes.readUInt32BE(at + 8));
    if (name === "IEND") return { frames, end: at + 12 };
    at += 12 + bytes.readUInt32BE(at);
  }
  return { frames };
}

function webpStructure(bytes: Buffer, limit: number): { frames: number; end: number } {
  let frames = 0;
  for (let at = 12; at + 8 <= bytes.length && frames < limit; ) {
    if (bytes.toString("latin1", at, at + 4) === "ANMF") frames++;
    const size = bytes.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return { frames: Math.max(frames, 1), end: 8 + bytes.readUInt32LE(4) };
}

/** After the first end marker; markers inside segments (thumbnails) are stepped over by the segments' lengths. */
function jpegEnd(bytes: Buffer): number | undefined {
  for (let at = 2; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) {
      at = bytes.indexOf(0xff, at);
      if (at < 0) return undefined;
    } else if (marker === 0xd9) return at + 2;
    else if (marker === 0xff) at++;
    else if (marker <= 1 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (at + 4 > bytes.length) return undefined;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/**
 * Something of another type that stands in the picture so that another program runs it: a page, a script, an archive, a document.
 * What phones append to pictures (motion, depth, a second exposure) is none of it.
 * @param end where the picture ends, from `fileStructure`
 * @returns what it is, or undefined
 */
export function foreignPayload(bytes: Buffer, kind: PictureKind, end?: number): string | undefined {
  // A script that takes the picture's header for a comment or a name.
  if (kind === "gif" && /^GIF8[79]a(?:\/\*|=|\s*[;=])/.test(bytes.toString("latin1", 0, 16))) return "a script";
  const tail = end === undefined ? "" : bytes.toString("latin1", end, end + 65_536);
  if (tail.includes("PK\x03\x04") || tail.includes("PK\x05\x06")) return "an archive";
  if (tail.includes("%PDF-")) return "a document";
  if (markup.test(tail)) return "a page or script";
  if (["MZ", "\x7fELF", "#!"].some((magic) => tail.startsWith(magic))) return "a program";
  // Comments and text fields come before the picture data; a page hidden there is served as one by careless servers.
  return markup.test(bytes.toString("latin1", 0, 65_536)) ? "a page or script" : undefined;
}

const markup = /<script[\s>]|<!doctype html|<html[\s>]|<\?php|<svg[\s>]|<iframe[\s>]|javascript:|onerror\s*=/i;

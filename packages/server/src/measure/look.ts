/** One look at a picture's bytes: what the file is, its hashes and figures, its copies. Runs in the decoding process only. */
import type { MeasurementValue } from "@assay/contract";
import { encodePrint, type Pixels, pdqHashes, pictureFigures, printOf } from "@assay/detectors/image";
import sharp, { type Metadata, type Sharp } from "sharp";
import type { DecodeLimits, PictureLook } from "./decode_protocol.ts";
import { acceptedKinds, fileStructure, foreignPayload, mimeOf, type PictureKind, pictureKind } from "./picture_kind.ts";

type PictureFile = MeasurementValue<"picture_file">;
type Problem = NonNullable<PictureFile["problem"]>;

/** Larger pictures are brought to this square before hashing, as PDQ's reference does. */
const hashSide = 512;

/** Never throws for what the picture is: that is `problem`. */
export async function lookAtPicture(bytes: Buffer, limits: DecodeLimits): Promise<PictureLook> {
  const file: PictureFile = { mime: "application/octet-stream", width: 0, height: 0, bytes: bytes.length, frames: 0 };
  const refused = (problem: Problem, detail: string): PictureLook => ({ picture_file: { ...file, problem, detail } });
  if (bytes.length > limits.maxBytes) {
    return refused("too_large", `${bytes.length} bytes; at most ${limits.maxBytes} are taken`);
  }
  const kind = pictureKind(bytes);
  if (!kind) return refused("not_a_picture", bytes.length ? "its bytes are of no known picture format" : "it is empty");
  file.mime = mimeOf(kind);
  if (!acceptedKinds.has(kind)) return refused("type_not_accepted", `${file.mime} is not accepted`);

  const { frames, end } = fileStructure(bytes, kind);
  file.frames = frames;
  const foreign = foreignPayload(bytes, kind, end);
  if (foreign) return refused("hostile", `it holds ${foreign} beside the picture`);

  // The decoders fill in what is missing without a word.
  if ((kind === "png" && end === undefined) || (kind === "webp" && end! > bytes.length)) {
    return refused("truncated", "the file ends before the picture does");
  }

  let header: Metadata;
  try {
    header = await open(bytes, limits).metadata();
  } catch (error) {
    return refused(...decodeProblem(error));
  }
  const { width = 0, height = 0 } = header;
  Object.assign(file, { width, height });
  if (width * height > limits.maxPixels || Math.max(width, height) > limits.maxSide) {
    return refused(
      "too_many_pixels",
      `${width} × ${height}; at most ${limits.maxPixels} pixels and ${limits.maxSide} a side`,
    );
  }
  if (!matches(kind, header)) return refused("mismatch", `it begins as ${kind} but holds ${header.format}`);
  if (frames > 1) return refused("animated", `${frames >= 1000 ? "1000 or more" : frames} frames`);

  try {
    const pixels = await pixelsOf(open(bytes, limits), width, height);
    const aspect = (header.autoOrient?.width ?? width) / (header.autoOrient?.height ?? height);
    const hashes = pdqHashes(pixels);
    return {
      picture_file: file,
      ...(hashes && { picture_hashes: { pdq: hashes.hashes, quality: hashes.quality } }),
      picture_figures: pictureFigures(pixels),
      print: encodePrint(printOf(pixels, aspect, hashes)),
    };
  } catch (error) {
    return refused(...decodeProblem(error));
  }
}

/**
 * A copy for the screen: turned upright, at most `width` pixels wide or high, without metadata, as WebP.
 * @throws when the picture does not decode
 */
export async function copyPicture(bytes: Buffer, width: number, limits: DecodeLimits): Promise<Buffer> {
  return open(bytes, limits)
    .autoOrient()
    .resize(width, width, { fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .webp({ quality: 80, effort: 2 })
    .toBuffer();
}

/** `error`: damage that browsers draw over (stray bytes between markers) is let through; what ends too early is not. */
function open(bytes: Buffer, limits: DecodeLimits): Sharp {
  return sharp(bytes, { failOn: "error", limitInputPixels: limits.maxPixels, sequentialRead: true, pages: 1 });
}

/** The picture, upright as people see it, at the size at which it is hashed and measured, as PDQ's reference brings it there. */
async function pixelsOf(picture: Sharp, width: number, height: number): Promise<Pixels> {
  const large = width > hashSide || height > hashSide;
  // A tent in place of Lanczos costs up to a sixth less of the whole; no bit of a hash changes by it.
  // Transparent parts are white, as people see them. Luma is computed from RGB: sharp's own grey moves the hash by 20 bits.
  const upright = picture.autoOrient();
  const { data, info } = await (large ? upright.resize(hashSide, hashSide, { fit: "fill", kernel: "linear" }) : upright)
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as 1 | 3 };
}

const matches = (kind: PictureKind, header: Metadata) => header.format === (kind === "avif" ? "heif" : kind);

/** libvips' messages, told as one of our problems. */
function decodeProblem(error: unknown): [Problem, string] {
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ").slice(0, 200);
  if (/pixel limit|too large|dimensions|too many/i.test(message)) return ["too_many_pixels", message];
  if (/premature|truncat|end of (?:file|stream|image)|not enough|unexpected eof/i.test(message))
    return ["truncated", message];
  return ["damaged", message];
}

/** A picture decoded for reading: upright, opaque, at most as large as it helps. */
import sharp from "sharp";
import type { DecodeLimits } from "../decode_protocol.ts";

export interface Upright {
  width: number;
  height: number;
  /** Red, green, blue, opaque: four bytes a pixel. */
  rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Print that cannot be read at this many pixels on the longer side is not meant to be read by buyers either. */
const longestSide = 1600;

/** @throws with the decoder's reason, also for more pixels or bytes than `limits` allow */
export async function uprightPixels(bytes: Buffer, limits: DecodeLimits): Promise<Upright> {
  if (bytes.length > limits.maxBytes) throw new Error(`it has more than ${limits.maxBytes} bytes`);
  const picture = sharp(bytes, {
    failOn: "error",
    limitInputPixels: limits.maxPixels,
    sequentialRead: true,
    pages: 1,
  });
  const { width = 0, height = 0 } = await picture.metadata();
  if (Math.max(width, height) > limits.maxSide) throw new Error(`a side is longer than ${limits.maxSide} pixels`);
  const { data, info } = await picture
    .autoOrient()
    .resize(longestSide, longestSide, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 4) throw new Error(`${info.channels} channels came out of the decoder`);
  const rgba = new Uint8ClampedArray(data.length);
  rgba.set(data);
  return { width: info.width, height: info.height, rgba };
}

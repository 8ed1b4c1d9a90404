/**
 * The process in which pictures are decoded, one at a time. Started by `decoder.ts`, which may kill it at any moment:
 * it holds no secrets, no files and no connections.
 */
import { type DecodeAnswer, type DecodeLimits, type DecodeRequest, decodeLimits } from "./decode_protocol.ts";
import { serve } from "./killable.ts";
import { allowPictureFormats } from "./loaders.ts";
import { copyPicture, lookAtPicture } from "./look.ts";

const limits: DecodeLimits = { ...decodeLimits, ...JSON.parse(process.argv[2] ?? "{}") };

allowPictureFormats();

serve<DecodeRequest & { id: number }, DecodeAnswer>(limits, async (request) => {
  const { id, bytes } = request;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (request.job === "look") return { job: "look", id, look: await lookAtPicture(buffer, limits) };
  return { job: "copy", id, copy: await copyPicture(buffer, request.width, limits) };
});

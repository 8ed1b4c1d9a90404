/**
 * The process in which pictures are decoded, one at a time. Started by `decoder.ts`, which may kill it at any moment:
 * it holds no secrets, no files and no connections.
 */
import sharp from "sharp";
import { type DecodeAnswer, type DecodeRequest, decodeLimits, memoryExitCode } from "./decode_protocol.ts";
import { copyPicture, lookAtPicture } from "./look.ts";

const limits = { ...decodeLimits, ...JSON.parse(process.argv[2] ?? "{}") } as typeof decodeLimits;

// Only these decoders exist here: SVG and the document formats of libvips hold a thread for seconds at a few kB.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadNsgifBuffer",
    "VipsForeignLoadHeifBuffer",
  ],
});
sharp.cache(false);
sharp.concurrency(1);

function watchMemory(): void {
  if (process.memoryUsage.rss() > limits.maxMemoryMb * 1e6) process.exit(memoryExitCode);
}
// The decoders work in threads, so this runs while they do.
setInterval(watchMemory, 25).unref();

process.on("disconnect", () => process.exit(0));
process.on("message", async (request: DecodeRequest) => {
  const answer = await work(request);
  watchMemory();
  process.send?.(answer);
});

async function work(request: DecodeRequest): Promise<DecodeAnswer> {
  const { id, bytes } = request;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (request.job === "look") return { job: "look", id, look: await lookAtPicture(buffer, limits) };
    return { job: "copy", id, copy: await copyPicture(buffer, request.width, limits) };
  } catch (error) {
    return { job: "failed", id, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The process in which pictures are read. Started by `inspector.ts`, which may kill it at any moment; no secrets, no connections. */
import type { MeasurementResult } from "@assay/contract";
import type { DecodeLimits } from "../decode_protocol.ts";
import { serve } from "../killable.ts";
import { allowPictureFormats } from "../loaders.ts";
import { metadataOf } from "./metadata.ts";
import { nudityOf } from "./nudity.ts";
import { type InspectAnswer, type Inspected, type InspectRequest, inspectLimits } from "./protocol.ts";
import { textOf } from "./text.ts";
import { type Upright, uprightPixels } from "./upright.ts";

const limits: DecodeLimits = { ...inspectLimits, ...JSON.parse(process.argv[2] ?? "{}") };

allowPictureFormats();

serve<InspectRequest & { id: number }, InspectAnswer>(limits, async ({ id, bytes, keys }) => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Decoded once, by whoever needs it first.
  let decoded: Promise<Upright> | undefined;
  const upright = () => {
    decoded ??= uprightPixels(buffer, limits);
    return decoded;
  };
  const inspected: Inspected = {};
  for (const key of new Set(keys)) {
    if (key === "picture_metadata") inspected[key] = await result(async () => metadataOf(buffer));
    if (key === "picture_text") inspected[key] = await result(async () => textOf(await upright()));
    if (key === "picture_nudity") inspected[key] = await result(async () => nudityOf(await upright()));
  }
  return { job: "inspect", id, inspected };
});

async function result<T>(take: () => Promise<T>): Promise<MeasurementResult<T>> {
  try {
    return { state: "done", value: await take() };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ");
    return { state: "failed", reason: reason.slice(0, 300) };
  }
}

/** What the inspecting process is asked and what it answers. */
import type { MeasurementKey, MeasurementResult, MeasurementValue } from "@assay/contract";
import { type DecodeLimits, decodeLimits } from "../decode_protocol.ts";

/** What is learnt by reading and looking, each on its own: one that fails leaves the others. */
export const inspectedKeys = ["picture_text", "picture_metadata", "picture_nudity"] as const satisfies MeasurementKey[];
export type InspectedKey = (typeof inspectedKeys)[number];
export type Inspected = { [K in InspectedKey]?: MeasurementResult<MeasurementValue<K>> };

/** An ordinary photo takes 0.2 to 1 s of CPU; a page of print 3 s, an A4 scan full of small print more. */
export const inspectLimits: DecodeLimits = { ...decodeLimits, maxMemoryMb: 1200, timeoutMs: 30_000 };

export interface InspectRequest {
  job: "inspect";
  bytes: Uint8Array;
  keys: readonly InspectedKey[];
}

export interface InspectAnswer {
  job: "inspect";
  id: number;
  inspected: Inspected;
}

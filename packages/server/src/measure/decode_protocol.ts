/** What the decoding process is asked and what it answers. */
import type { MeasurementValue } from "@assay/contract";
import type { KillableLimits } from "./killable.ts";

export interface DecodeLimits extends KillableLimits {
  /** Largest file taken, in bytes. */
  maxBytes: number;
  /** Largest picture decoded, in pixels (width × height as its header says). */
  maxPixels: number;
  /** Longest side, in pixels. */
  maxSide: number;
}

/** Room for a phone's 50-megapixel photo; an interlaced PNG of that size takes 0.4 GB while it is read. */
export const decodeLimits: DecodeLimits = {
  maxBytes: 20_000_000,
  maxPixels: 64_000_000,
  maxSide: 20_000,
  maxMemoryMb: 900,
  timeoutMs: 10_000,
};

export type DecodeRequest = { job: "look"; bytes: Uint8Array } | { job: "copy"; bytes: Uint8Array; width: number };

/** What one look at a picture gives: all measurements, from one decode. Only the file is there where it has a problem; no hashes where it is too small. */
export interface PictureLook {
  picture_file: MeasurementValue<"picture_file">;
  picture_hashes?: MeasurementValue<"picture_hashes">;
  picture_figures?: MeasurementValue<"picture_figures">;
  /** To recognise it by, as `encodePrint` gives it. */
  print?: Uint8Array;
}

export type DecodeAnswer =
  | { job: "look"; id: number; look: PictureLook }
  | { job: "copy"; id: number; copy: Uint8Array };

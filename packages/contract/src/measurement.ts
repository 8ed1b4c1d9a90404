/**
 * Measurements: what takes time or I/O to learn, learnt once and stored by content hash.
 * All of the catalogue are of pictures so far: a detector is handed one result for each of the subject's pictures, in order.
 */
import { z } from "zod";

export const pictureKinds = ["jpeg", "png", "webp", "gif", "avif", "heif", "tiff", "bmp", "svg"] as const;

export const measurementValues = {
  /** What the file is. `problem` says why it is not an acceptable picture, when it is not. */
  picture_file: z.object({
    mime: z.string(),
    width: z.int(),
    height: z.int(),
    bytes: z.int(),
    frames: z.int(),
    problem: z
      .enum([
        "not_a_picture",
        "type_not_accepted",
        "too_large",
        "too_many_pixels",
        "animated",
        "truncated",
        "damaged",
        "hostile",
        "mismatch",
      ])
      .optional(),
    detail: z.string().optional(),
  }),
  /** PDQ hashes (64 hex digits) of the picture and its seven other orientations; `quality` 0 to 100, below 50 the hash says little. */
  picture_hashes: z.object({ pdq: z.array(z.string()).min(1).max(8), quality: z.int() }),
  /** How well it shows something, all 0 to 1: what each is stands in `@assay/detectors`, `image/figures.ts`. */
  picture_figures: z.object({
    sharpness: z.number(),
    brightness: z.number(),
    contrast: z.number(),
    frame: z.number(),
    flat: z.number(),
  }),
} as const satisfies Record<string, z.ZodType>;

export type MeasurementKey = keyof typeof measurementValues;
export type MeasurementValue<K extends MeasurementKey> = z.infer<(typeof measurementValues)[K]>;

export type MeasurementResult<T> =
  | { state: "done"; value: T }
  | { state: "pending" }
  /** It cannot be had: the provider is down, the picture did not decode, the worker timed out. */
  | { state: "failed"; reason: string };

/** One result a picture, in the subject's order. */
export type Measurements = { [K in MeasurementKey]?: MeasurementResult<MeasurementValue<K>>[] };

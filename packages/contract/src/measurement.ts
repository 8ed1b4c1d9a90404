/**
 * Measurements: what takes time or I/O to learn, learnt once and stored by content hash.
 * Of pictures a detector is handed one result for each of the subject's, in order; of texts one for all of them together.
 */
import { z } from "zod";

export const pictureKinds = ["jpeg", "png", "webp", "gif", "avif", "heif", "tiff", "bmp", "svg"] as const;

/** What a label of an operator's own text model may stand for, with what each means. */
export const textModelKinds = {
  hate: "contempt for a group of people",
  harassment: "goes for a person",
  insult: "insults somebody",
  vulgarity: "vulgar words",
  threat: "threatens somebody",
  violence: "shows or praises violence",
  self_harm: "about harming oneself",
  sexual: "sexual content",
  prostitution: "offers or asks for sex for money",
  minor: "signs of a minor",
  scam: "a scam",
  spam: "unsolicited advertising",
  off_platform: "leads away from the marketplace, to be paid or reached elsewhere",
  counterfeit: "a copy of a brand's goods",
  prohibited_item: "goods that may not be sold",
  personal_data: "data that identify a person",
  other: "something else that the model was made for",
} as const;
export type TextModelKind = keyof typeof textModelKinds;
const textModelKindSchema = z.enum(Object.keys(textModelKinds) as TextModelKind[]);

/** What providers and an operator's own models look for in pictures, each under names of its own. */
export const pictureClasses = ["symbols", "weapons", "drugs", "violence", "gore", "sexual", "minor_nudity"] as const;
export type PictureClass = (typeof pictureClasses)[number];

/** `[x, y, width, height]` as fractions of the picture, 0 to 1. */
const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

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
  /** What a reviewing language model says of the texts; only what it could quote. Places are in the original fields. */
  text_review: z.object({
    model: z.string(),
    findings: z.array(
      z.object({
        code: z.string(),
        probability: z.number().min(0).max(1),
        field: z.string(),
        start: z.int().min(0),
        end: z.int().min(0),
      }),
    ),
    /** Categories without a quote, from a moderation server. */
    scores: z.record(z.string(), z.number().min(0).max(1)),
    /** The texts try to instruct their reviewer. */
    instructions: z.boolean(),
    /** A text was longer than what is sent; its end was not reviewed. */
    cut: z.boolean(),
  }),
  /** What the operator's own model says of the texts: for each label that stands for a kind, its highest probability. */
  text_model: z.object({
    /** Name and version, as its manifest says. */
    model: z.string(),
    scores: z.array(
      z.object({
        kind: textModelKindSchema,
        probability: z.number().min(0).max(1),
        /** From this probability on it counts. */
        threshold: z.number().min(0).max(1),
      }),
    ),
    /** A text was longer than what the model is shown. */
    cut: z.boolean(),
  }),
  /**
   * What can be read in it: `text` is a text field of the subject, `pictures[N].text`. Each part is a row of letters, or the content of a
   * code (`code` names its kind), with its box and how surely it was read, 0 to 1. Codes that name a product are apart, and not in the text.
   */
  picture_text: z.object({
    text: z.string(),
    parts: z.array(
      z.object({ start: z.int(), end: z.int(), box: boxSchema, confidence: z.number(), code: z.string().optional() }),
    ),
    products: z.array(z.object({ code: z.string(), text: z.string(), box: boxSchema })),
    /** There was more than could be read. */
    cut: z.boolean(),
  }),
  /** What the file says of itself. All of it can be forged or taken away: absence says nothing. */
  picture_metadata: z.object({
    /** Degrees, north and east positive. */
    location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
    /** When the camera says it was taken: RFC 3339, without an offset where the camera gives none. */
    taken_at: z.string().optional(),
    camera: z.string().optional(),
    software: z.string().optional(),
    /** The software is one that edits pictures. */
    edited: z.boolean(),
    /** It says that it is a screenshot. */
    screenshot: z.boolean(),
    /** Made by a model: how we know, such as `c2pa` or `iptc`. Signatures are not checked. */
    generated: z.string().optional(),
    /** The tool that a C2PA manifest names. */
    claimed_by: z.string().optional(),
  }),
  /** Scores of the nudity network for its five classes, together 1. */
  picture_nudity: z.object({
    drawing: z.number(),
    hentai: z.number(),
    neutral: z.number(),
    porn: z.number(),
    sexy: z.number(),
  }),
  /** What each of the configured sources says of it: a provider, or a model of the operator's own. */
  picture_classes: z.object({
    /** For each source and class the label that is furthest over its threshold, or the least under it. */
    looks: z.array(
      z.object({
        source: z.string(),
        class: z.enum(pictureClasses),
        /** The source's own name for it. */
        label: z.string(),
        value: z.number().min(0).max(1),
        /** From which value on it counts. */
        threshold: z.number().min(0).max(1),
      }),
    ),
    /** Sources that did not answer. */
    failed: z.array(z.object({ source: z.string(), reason: z.string() })),
  }),
} as const satisfies Record<string, z.ZodType>;

/** Those that are of a subject's texts. */
export const textMeasurements = ["text_review", "text_model"] as const satisfies (keyof typeof measurementValues)[];
export type TextMeasurementKey = (typeof textMeasurements)[number];

/** Taken only where an operator set them up, and by whom they were set up to be; all others are taken everywhere. */
export const operatorMeasurements = [
  ...textMeasurements,
  "picture_classes",
] as const satisfies (keyof typeof measurementValues)[];
export const isOperatorMeasurement = (key: MeasurementKey): boolean =>
  (operatorMeasurements as readonly string[]).includes(key);

export type MeasurementKey = keyof typeof measurementValues;
export type MeasurementValue<K extends MeasurementKey> = z.infer<(typeof measurementValues)[K]>;

export type MeasurementResult<T> =
  | { state: "done"; value: T }
  | { state: "pending" }
  /** It cannot be had: the provider is down, the picture did not decode, the worker timed out. */
  | { state: "failed"; reason: string };

/** One result a picture, in the subject's order; one in all where it is of texts. */
export type Measurements = { [K in MeasurementKey]?: MeasurementResult<MeasurementValue<K>>[] };

/** Measurements: what takes time or I/O to learn of a picture, and the guards around getting it. */
export { readBankFile, writeBankFile } from "./bank_file.ts";
export * from "./classes/index.ts";
export { type DecodeLimits, decodeLimits, type PictureLook } from "./decode_protocol.ts";
export { type DecodeOutcome, Decoder, type DecoderOptions } from "./decoder.ts";
export {
  closeGuard,
  type FetchFailure,
  type FetchResult,
  type GuardedFetchOptions,
  guardedDispatcher,
  guardedFetch,
  isPublicAddress,
} from "./fetch_guard.ts";
export * from "./hashes/index.ts";
export { Inspector } from "./inspect/inspector.ts";
export { type Inspected, type InspectedKey, inspectedKeys } from "./inspect/protocol.ts";
export {
  type CopyWidth,
  contentHash,
  copyMime,
  copyWidths,
  type HadPicture,
  type PictureMeasurements,
  Pictures,
  type PicturesOptions,
} from "./pictures.ts";
export { type PictureMemory, readPicture, rememberPicture } from "./remember.ts";
export * from "./reviewer/index.ts";
export * from "./store.ts";
export * from "./text_model/index.ts";

/** A text model of the operator's own, from a folder. */
export { type Manifest, readManifest } from "./manifest.ts";
export { TextModel, type TextModelOptions } from "./text_model.ts";

/** What the process of a text model is asked and what it answers. */
import type { MeasurementValue } from "@assay/contract";
import type { KillableLimits } from "../killable.ts";

export type TextScores = Pick<MeasurementValue<"text_model">, "scores" | "cut">;

export interface TextModelLimits extends KillableLimits {
  /** Where the model is. */
  folder: string;
  /** As it was when the server began; scores of other files would be kept under its name. */
  fingerprint: string;
}

export interface TextModelRequest {
  job: "score";
  texts: readonly string[];
}

export interface TextModelAnswer {
  job: "score";
  id: number;
  scored: TextScores;
}

/** A text model of the operator's own: ONNX and its tokenizer from a folder, run in a process that may be killed. */
import { createHash } from "node:crypto";
import type { MeasurementValue } from "@assay/contract";
import { Killable } from "../killable.ts";
import { type Manifest, type ReadManifest, readManifest } from "./manifest.ts";
import type { TextModelAnswer, TextModelLimits, TextModelRequest } from "./protocol.ts";

export interface TextModelOptions {
  /** Holds `model.json`, `model.onnx` and the tokenizer's files. */
  folder: string;
  /** Longest that the texts of one subject may take, loading the model included, in ms. */
  timeoutMs: number;
}

type Scored = { state: "done"; value: MeasurementValue<"text_model"> } | { state: "failed"; reason: string };

/** Beside the model: the runtime with its own copy, the vocabulary, what a window takes. */
const memoryMb = (modelBytes: number) => 800 + Math.ceil((5 * modelBytes) / 1e6);

export class TextModel {
  readonly manifest: Manifest;
  readonly #fingerprint: string;
  readonly #process: Killable<TextModelRequest, TextModelAnswer>;

  private constructor({ folder, timeoutMs }: TextModelOptions, { manifest, fingerprint, modelBytes }: ReadManifest) {
    this.manifest = manifest;
    this.#fingerprint = fingerprint;
    const limits: TextModelLimits = { folder, fingerprint, timeoutMs, maxMemoryMb: memoryMb(modelBytes) };
    this.#process = new Killable({
      script: new URL("./text_model_process.ts", import.meta.url),
      name: "the text model",
      limits,
      processes: 1,
      jobsPerProcess: 100_000,
      heapMb: 512,
    });
  }

  /** @throws Error where the folder has no manifest that can be used; whether its model can shows with the first text */
  static async open(options: TextModelOptions): Promise<TextModel> {
    return new TextModel(options, await readManifest(options.folder));
  }

  /** Name and version, as people read it. */
  get title(): string {
    return `${this.manifest.name}@${this.manifest.version}`;
  }

  /** The name that scores of texts are kept under: of the texts, and of every file that matters to the answer. */
  nameOf(texts: readonly string[]): string {
    return createHash("sha256")
      .update(JSON.stringify([this.#fingerprint, texts]))
      .digest("hex");
  }

  /** Never rejects: a model that is broken, slow or not what its manifest says is a reason. */
  async score(texts: readonly string[]): Promise<Scored> {
    const outcome = await this.#process.ask({ job: "score", texts });
    if (!outcome.ok) return { state: "failed", reason: outcome.reason };
    return { state: "done", value: { model: this.title, ...outcome.value.scored } };
  }

  get pids(): number[] {
    return this.#process.pids;
  }

  close(): void {
    this.#process.close();
  }
}

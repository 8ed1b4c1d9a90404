/**
 * The one place that loads the ONNX runtime (its WebAssembly build, one thread): for the nudity network and for an operator's own models.
 * Load it in a process that may be killed (`killable.ts`) when the model or its input comes from outside.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { InferenceSession, Tensor } from "onnxruntime-web";

export type OnnxTensor =
  | { type: "float32"; dims: readonly number[]; data: Float32Array }
  | { type: "int64"; dims: readonly number[]; data: BigInt64Array };

type Runtime = typeof import("onnxruntime-web");
let runtime: Promise<Runtime> | undefined;

async function load(): Promise<Runtime> {
  const ort = await import("onnxruntime-web");
  // Beside the package's own module, never from the network.
  const folder = dirname(createRequire(import.meta.url).resolve("onnxruntime-web"));
  ort.env.wasm.wasmBinary = (await readFile(join(folder, "ort-wasm-simd-threaded.wasm"))).buffer as ArrayBuffer;
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = "error";
  return ort;
}

export class OnnxModel {
  readonly #ort: Runtime;
  readonly #session: InferenceSession;

  private constructor(ort: Runtime, session: InferenceSession) {
    this.#ort = ort;
    this.#session = session;
  }

  /** @throws when the bytes are no ONNX model, or use operators that the runtime lacks */
  static async open(bytes: Uint8Array): Promise<OnnxModel> {
    runtime ??= load();
    const ort = await runtime;
    const session = await ort.InferenceSession.create(bytes, {
      executionProviders: ["wasm"],
      graphOptimizationLevel: "all",
      logSeverityLevel: 3,
    });
    return new OnnxModel(ort, session);
  }

  get inputs(): readonly string[] {
    return this.#session.inputNames;
  }

  get outputs(): readonly string[] {
    return this.#session.outputNames;
  }

  /** @throws when names, types or shapes are not the model's */
  async run(inputs: Readonly<Record<string, OnnxTensor>>): Promise<Record<string, OnnxTensor>> {
    const { Tensor } = this.#ort;
    const feeds: Record<string, Tensor> = {};
    for (const [name, { type, data, dims }] of Object.entries(inputs)) {
      feeds[name] = type === "float32" ? new Tensor("float32", data, [...dims]) : new Tensor("int64", data, [...dims]);
    }
    const results = await this.#session.run(feeds);
    const answer: Record<string, OnnxTensor> = {};
    for (const [name, tensor] of Object.entries(results)) {
      if (tensor.type !== "float32" && tensor.type !== "int64") {
        throw new Error(`the model's output ${name} is ${tensor.type}; float32 and int64 are read`);
      }
      answer[name] = { type: tensor.type, dims: tensor.dims, data: tensor.data } as OnnxTensor;
    }
    return answer;
  }

  async close(): Promise<void> {
    await this.#session.release();
  }
}

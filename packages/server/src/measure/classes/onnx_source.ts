/** A model of the operator's own, in a folder with a manifest; run in a process that may be killed, for it comes from outside as pictures do. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { OnnxSourceConfig } from "../../config/index.ts";
import { Killable, type KillableLimits } from "../killable.ts";
import { manifestSchema, type OnnxManifest } from "./onnx_manifest.ts";
import type { ClassSource } from "./source.ts";

export interface OnnxLimits extends KillableLimits {
  folder: string;
}
export interface OnnxRequest {
  picture: Uint8Array;
}
export interface OnnxAnswer {
  id: number;
  /** Of every label of the manifest, in its order. */
  scores: number[];
}

/** A model's own size comes on top of what the runtime takes, about 200 MB. */
const limits = { maxMemoryMb: 1500, timeoutMs: 20_000 };

/** @throws Error where the folder holds no manifest, no model, or a class whose label the model does not have */
export function onnxSource({ name, marketplaces, folder }: OnnxSourceConfig): ClassSource {
  let manifest: OnnxManifest;
  let model: Buffer;
  try {
    manifest = readManifest(folder);
    model = readFileSync(join(folder, manifest.model));
  } catch (error) {
    throw new Error(`the model of ${name} in ${folder}: ${(error as Error).message}`);
  }
  const { classes, labels, ...fed } = manifest;
  const { model: _, about: __, ...question } = fed;
  const processes = new Killable<OnnxRequest, OnnxAnswer>({
    script: new URL("./onnx_process.ts", import.meta.url),
    name: `the model ${name}`,
    limits: { ...limits, folder } as OnnxLimits,
    processes: 1,
    jobsPerProcess: 1000,
    heapMb: 256,
  });
  return {
    name,
    question: createHash("sha256")
      .update(model)
      .update(JSON.stringify([question, labels, classes.map(({ label }) => label)]))
      .digest("hex"),
    marketplaces,
    labels: classes,
    perDay: undefined,
    async look(picture) {
      const outcome = await processes.ask({ picture });
      if (!outcome.ok) return outcome;
      return { ok: true, value: classes.map(({ label }) => outcome.value.scores[labels.indexOf(label)]!) };
    },
    close: () => processes.close(),
  };
}

export function readManifest(folder: string): OnnxManifest {
  const result = manifestSchema.safeParse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  if (!result.success) throw new Error(`manifest.json: ${z.prettifyError(result.error)}`);
  const strange = result.data.classes.find(({ label }) => !result.data.labels.includes(label));
  if (strange) throw new Error(`manifest.json: ${strange.label} is not among its labels`);
  return result.data;
}

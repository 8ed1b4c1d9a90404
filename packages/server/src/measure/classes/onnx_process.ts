/** The process in which an operator's model looks at pictures. Started by `onnx_source.ts`, which may kill it at any moment. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { serve } from "../killable.ts";
import { allowPictureFormats } from "../loaders.ts";
import { OnnxModel } from "../onnx/index.ts";
import type { OnnxManifest } from "./onnx_manifest.ts";
import { type OnnxAnswer, type OnnxLimits, type OnnxRequest, readManifest } from "./onnx_source.ts";

const limits = JSON.parse(process.argv[2]!) as OnnxLimits;

allowPictureFormats();

let loaded: Promise<{ manifest: OnnxManifest; model: OnnxModel }> | undefined;

async function load() {
  const manifest = readManifest(limits.folder);
  return { manifest, model: await OnnxModel.open(readFileSync(join(limits.folder, manifest.model))) };
}

serve<OnnxRequest & { id: number }, OnnxAnswer>(limits, async ({ id, picture }) => {
  loaded ??= load();
  const { manifest, model } = await loaded;
  const { input, output, labels } = manifest;
  const { width, height } = input;
  const dims = input.layout === "nchw" ? [1, 3, height, width] : [1, height, width, 3];
  const data = await tensorOf(picture, input);
  const results = await model.run({ [input.name]: { type: "float32", dims, data } });
  const raw = results[output.name];
  if (!raw) throw new Error(`the model has no output ${output.name}; it has ${Object.keys(results).join(", ")}`);
  if (raw.data.length !== labels.length) {
    throw new Error(`the model says ${raw.data.length} numbers, its manifest names ${labels.length}`);
  }
  const scores = activated([...raw.data].map(Number), output.activation);
  if (!scores.every((score) => score >= 0 && score <= 1)) throw new Error("the model said a score outside 0 to 1");
  return { id, scores };
});

/** The picture as the model sees it. */
async function tensorOf(picture: Uint8Array, input: OnnxManifest["input"]): Promise<Float32Array> {
  const { width, height, fit, mean, std, layout, channels } = input;
  const [r, g, b] = mean.map((value) => Math.round(255 * value)) as [number, number, number];
  const pixels = await sharp(picture)
    .resize(width, height, { fit, background: { r, g, b } })
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer();
  const data = new Float32Array(3 * width * height);
  const size = width * height;
  // Grey pictures come out with one channel.
  const step = pixels.length / size;
  for (let pixel = 0; pixel < size; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = pixels[pixel * step + (step === 3 ? channel : 0)]!;
      const place = channels === "rgb" ? channel : 2 - channel;
      const at = layout === "nchw" ? place * size + pixel : pixel * 3 + place;
      // Mean and std are in the order in which the model takes the channels.
      data[at] = (value / 255 - mean[place]!) / std[place]!;
    }
  }
  return data;
}

function activated(values: readonly number[], activation: OnnxManifest["output"]["activation"]): number[] {
  if (activation === "none") return [...values];
  if (activation === "sigmoid") return values.map((value) => 1 / (1 + Math.exp(-value)));
  const highest = Math.max(...values);
  const shares = values.map((value) => Math.exp(value - highest));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

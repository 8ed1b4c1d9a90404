/**
 * The nudity network of nsfwjs 4 (GantMan/nsfw_model, MobileNet V2, MIT licence), converted to ONNX by `evals/train/nudity_model.ts`.
 * The same weights and the same preparation; that the scores equal nsfwjs' own was not measured yet. A triage hint.
 */
import { readFile } from "node:fs/promises";
import type { MeasurementValue } from "@assay/contract";
import { OnnxModel } from "../onnx/index.ts";
import type { Upright } from "./upright.ts";

type PictureNudity = MeasurementValue<"picture_nudity">;

/** Side of the square that the network sees. */
const side = 224;
/** In the order of its outputs. */
const classes = ["drawing", "hentai", "neutral", "porn", "sexy"] as const;

let model: Promise<OnnxModel> | undefined;

async function open(): Promise<OnnxModel> {
  return OnnxModel.open(await readFile(new URL("./nudity.onnx", import.meta.url)));
}

/** @throws when the model cannot be loaded */
export async function nudityOf(picture: Upright): Promise<PictureNudity> {
  model ??= open();
  const network = await model;
  const { scores } = await network.run({
    picture: { type: "float32", dims: [1, 3, side, side], data: square(picture) },
  });
  const values = [...scores!.data].map(Number);
  return Object.fromEntries(classes.map((name, i) => [name, Math.round(values[i]! * 1e6) / 1e6])) as PictureNudity;
}

/** The picture as the network sees it: squeezed to a square by sampling between four pixels, corners on corners, 0 to 1, as nsfwjs does. */
function square({ width, height, rgba }: Upright): Float32Array {
  const data = new Float32Array(3 * side * side);
  const [stepX, stepY] = [(width - 1) / (side - 1), (height - 1) / (side - 1)];
  for (let y = 0; y < side; y++) {
    const sourceY = y * stepY;
    const [top, bottom] = [Math.floor(sourceY), Math.min(height - 1, Math.ceil(sourceY))];
    const down = sourceY - top;
    for (let x = 0; x < side; x++) {
      const sourceX = x * stepX;
      const [left, right] = [Math.floor(sourceX), Math.min(width - 1, Math.ceil(sourceX))];
      const across = sourceX - left;
      for (let channel = 0; channel < 3; channel++) {
        const at = (row: number, column: number) => rgba[(row * width + column) * 4 + channel]!;
        const above = at(top, left) + (at(top, right) - at(top, left)) * across;
        const below = at(bottom, left) + (at(bottom, right) - at(bottom, left)) * across;
        data[channel * side * side + y * side + x] = (above + (below - above) * down) / 255;
      }
    }
  }
  return data;
}

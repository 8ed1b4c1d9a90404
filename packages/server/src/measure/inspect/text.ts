/** All that can be read in a picture: rows of letters, and what codes hold; as one text, with the place of each part. */
import type { MeasurementValue } from "@assay/contract";
import type { Grey } from "@assay/detectors/image";
import { type Code, codesIn } from "./codes.ts";
import { type ReadRow, readRows } from "./rows.ts";
import type { Upright } from "./upright.ts";

type PictureText = MeasurementValue<"picture_text">;
type Part = Omit<PictureText["parts"][number], "start" | "end"> & { text: string };

/** Longer than what a moderator would read; codes come first. */
const longest = 10_000;

/** @throws when a reader fails */
export async function textOf(picture: Upright): Promise<PictureText> {
  const codes = await codesIn(picture);
  const { rows, cut } = await readRows(greyOf(picture));
  const parts: Part[] = [
    ...codes
      .filter((code) => !code.product)
      .map(({ text, box, format }) => ({ text, box, confidence: 1, code: format })),
    ...rows.filter((row) => !codes.some((code) => isUnder(row, code))),
  ];
  let text = "";
  const placed: PictureText["parts"] = [];
  for (const { text: part, ...rest } of parts) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a code may hold any, and they are nothing to read
    const clean = part.replaceAll(/[\u0000-\u001f\u007f\s]+/g, " ").trim();
    const start = text === "" ? 0 : text.length + 1;
    if (clean === "" || start + clean.length > longest) continue;
    text += (text === "" ? "" : "\n") + clean;
    placed.push({ start, end: text.length, ...rest });
  }
  const products = codes.filter((code) => code.product).map(({ format, text, box }) => ({ code: format, text, box }));
  return { text, parts: placed, products, cut: cut || placed.length < parts.length };
}

/** The digits that stand in or just below a code belong to it, and are no telephone number. */
function isUnder(row: ReadRow, { box: [x, y, width, height] }: Code): boolean {
  const [middleX, middleY] = [row.box[0] + row.box[2] / 2, row.box[1] + row.box[3] / 2];
  const reach = Math.max(0.4 * height, 1.5 * row.box[3]);
  return middleX > x - 0.1 * width && middleX < x + 1.1 * width && middleY > y - reach && middleY < y + height + reach;
}

function greyOf({ width, height, rgba }: Upright): Grey {
  const data = new Uint8Array(width * height);
  for (let to = 0, from = 0; to < data.length; to++, from += 4) {
    data[to] = (77 * rgba[from]! + 150 * rgba[from + 1]! + 29 * rgba[from + 2]! + 128) >> 8;
  }
  return { width, height, data };
}

/**
 * Reads rows of letters with Tesseract (WebAssembly). A whole photo costs it seconds, and its own search for lines fails on photos: it
 * is given one level row at a time, cleaned in several ways until one reading is sure (`findTextLines` in `@assay/detectors/image`).
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import {
  findTextLines,
  type Grey,
  lettersOnly,
  levelled,
  lineBox,
  lineCrop,
  type TextLine,
} from "@assay/detectors/image";
import { createOCREngine, type OCREngine } from "tesseract-wasm";

export interface ReadRow {
  text: string;
  /** 0 to 1, Tesseract's own. */
  confidence: number;
  /** x, y, width, height as fractions of the picture. */
  box: [number, number, number, number];
}

/** Height of letters at which Tesseract's network was trained, nearly. */
const letterHeight = 36;
/** Rows below this score are texture: a figure of 20 photos in one hundred reaches it somewhere. */
const worthReading = 4;
const mostRows = 60;
/** Readings of one picture, about 15 ms each; a page of print needs one a row. */
const mostReadings = 90;
/** Sure enough to stop trying. */
const sure = 0.88;
/** Below this, what was read is noise. */
const believable = 0.5;

// Numbers of Tesseract's page segmentation modes.
const [singleLine, rawLine] = ["7", "13"];

let engine: Promise<OCREngine> | undefined;

async function openEngine(): Promise<OCREngine> {
  const resolve = createRequire(import.meta.url).resolve;
  const [wasmBinary, model] = await Promise.all([
    readFile(join(dirname(resolve("tesseract-wasm")), "tesseract-core.wasm")),
    readFile(join(dirname(resolve("@tesseract.js-data/eng")), "4.0.0_best_int/eng.traineddata.gz")),
  ]);
  const opened = await createOCREngine({ wasmBinary });
  opened.loadModel(await promisify(gunzip)(model));
  return opened;
}

/** Rows that could be read, from top to bottom. `cut` when there was more than could be read. */
export async function readRows(grey: Grey): Promise<{ rows: ReadRow[]; cut: boolean }> {
  const lines = findTextLines(grey, mostRows).filter((line) => line.score > worthReading);
  if (lines.length === 0) return { rows: [], cut: false };
  engine ??= openEngine();
  const tesseract = await engine;
  const rows: (ReadRow & { turned: boolean })[] = [];
  let left = mostReadings;
  for (const line of lines) {
    if (left <= 0) return { rows: inOrder(rows), cut: true };
    const reading = read(tesseract, grey, line, () => left--);
    if (reading.confidence < believable || worth(reading) < 0.6) continue;
    rows.push({ ...reading, box: lineBox(line, grey.width, grey.height) });
  }
  return { rows: inOrder(rows), cut: lines.length === mostRows };
}

/** As they are read: from top to bottom, in a picture that stands on its head from bottom to top. */
function inOrder(rows: (ReadRow & { turned: boolean })[]): ReadRow[] {
  const way = rows.filter(({ turned }) => turned).length > rows.length / 2 ? -1 : 1;
  return rows
    .sort((a, b) => way * (a.box[1] - b.box[1] || a.box[0] - b.box[0]))
    .map(({ text, confidence, box }) => ({ text, confidence, box }));
}

interface Reading {
  text: string;
  confidence: number;
  /** Read upside down. */
  turned: boolean;
}

const characters = ({ text }: Reading) => text.replaceAll(/\s/g, "").length;
/** How much was read, and how surely: many letters of middling confidence are better than two sure ones. */
const worth = (reading: Reading) => characters(reading) * (reading.confidence - 0.45);

/** The best of several readings of a row; stops at the first that is sure and complete. */
function read(tesseract: OCREngine, grey: Grey, row: TextLine, spend: () => void): Reading {
  const line = levelled(grey, row);
  const crop = lineCrop(grey, line, letterHeight);
  const faint = lettersOnly(crop, 75);
  let best: Reading = { text: "", confidence: 0, turned: false };
  const attempt = (picture: Grey, mode: string, turned = false) => {
    spend();
    const reading = { ...recognise(tesseract, picture, mode), turned };
    if (worth(reading) > worth(best)) best = reading;
    return best.confidence >= sure && characters(best) >= 0.8 * row.marks;
  };
  // Written downwards or upside down: both ways are read, for either may look like words.
  const steep = Math.abs(line.angle) > Math.PI / 3;
  if (attempt(faint, singleLine) && !steep) return best;
  if (attempt(lettersOnly(crop, 125), singleLine) && !steep) return best;
  if (attempt(crop, singleLine) && !steep) return best;
  // Nothing at all three times: a texture, unless it looks very much like writing.
  if (worth(best) < 1 && row.score < 9 && !steep) return best;
  if (attempt(faint, rawLine) && !steep) return best;
  if (steep || best.confidence < 0.65) {
    const turned = lineCrop(grey, line, letterHeight, true);
    if (!attempt(lettersOnly(turned, 75), singleLine, true)) attempt(lettersOnly(turned, 125), singleLine, true);
  }
  return best;
}

function recognise(tesseract: OCREngine, { width, height, data }: Grey, mode: string): Omit<Reading, "turned"> {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let from = 0, to = 0; from < data.length; from++, to += 4) {
    rgba[to] = rgba[to + 1] = rgba[to + 2] = data[from]!;
    rgba[to + 3] = 255;
  }
  tesseract.loadImage({ width, height, data: rgba });
  // After the picture: loading one sets it back to a page.
  tesseract.setVariable("tessedit_pageseg_mode", mode);
  const boxes = tesseract.getTextBoxes("line").filter((box) => box.text.trim() !== "");
  tesseract.clearImage();
  if (boxes.length === 0) return { text: "", confidence: 0 };
  return {
    text: boxes.map((box) => box.text.trim()).join(" "),
    confidence: boxes.reduce((sum, box) => sum + box.confidence, 0) / boxes.length,
  };
}

/** Codes in a picture, by zxing-cpp compiled to WebAssembly. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from "zxing-wasm/reader";
import type { Upright } from "./upright.ts";

export interface Code {
  /** As zxing calls it: `QRCode`, `EAN13`. */
  format: string;
  text: string;
  /** x, y, width, height as fractions of the picture. */
  box: [number, number, number, number];
  /** It names a product, not a place to go. */
  product: boolean;
}

/** Those that check themselves. Codabar, Code 39, ITF and their like are seen in any striped shirt. */
const formats: ReaderOptions["formats"] = [
  "QRCode",
  "MicroQRCode",
  "RMQRCode",
  "DataMatrix",
  "Aztec",
  "PDF417",
  "EAN13",
  "EAN8",
  "UPCA",
  "UPCE",
  "Code128",
];
const products = new Set(["EAN13", "EAN8", "UPCA", "UPCE"]);
const mostCodes = 12;

let prepared: Promise<unknown> | undefined;

async function prepare(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
  // Without it, the library asks a content delivery network.
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer as ArrayBuffer }, fireImmediately: true });
}

/** @throws when the reader fails; a picture without codes is an empty list */
export async function codesIn({ width, height, rgba }: Upright): Promise<Code[]> {
  prepared ??= prepare();
  await prepared;
  // Its types ask for a browser's ImageData; it reads these three.
  const image = { width, height, data: rgba } as Parameters<typeof readBarcodes>[0];
  const found = await readBarcodes(image, {
    formats,
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    tryDownscale: true,
    maxNumberOfSymbols: mostCodes,
    textMode: "Plain",
  });
  return found
    .filter(({ isValid, text }) => isValid && text !== "")
    .map(({ format, text, position }) => ({
      format,
      // A QR code holds up to 4,296 characters, several codes more.
      text: text.slice(0, 2000),
      box: boxOf(position, width, height),
      product: products.has(format),
    }));
}

function boxOf(position: ReadResult["position"], width: number, height: number): Code["box"] {
  const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
  const share = (value: number, all: number) => Math.max(0, Math.min(1, value / all));
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))];
  const [x, y] = [share(left, width), share(top, height)];
  return [x, y, share(right, width) - x, share(bottom, height) - y];
}

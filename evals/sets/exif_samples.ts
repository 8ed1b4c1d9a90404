import { readFileSync } from "node:fs";
import { Decoder } from "@assay/server/measure";
import sharp from "sharp";
import type { Evaluation } from "../evaluation.ts";
import { type Read, readAll } from "../pictures.ts";

export const evaluation: Evaluation = {
  set: "exif_samples",
  part: "pictures",
  title: "What pictures' files say of themselves",
  source: "ianare/exif-samples (GitHub), CC BY-SA 4.0.",
  async run(data) {
    const files = data.rows<{ file: string }>("tune/files.jsonl").map(({ file }) => data.path(`raw/${file}`));
    const { all } = await readAll(files, { keys: ["picture_metadata"], patient: true });
    const truth = await Promise.all(files.map(hasPlace));
    const found = all.map(located);
    const having = truth.filter(Boolean).length;
    const name = (i: number) => files[i]!.split("/").at(-1)!;
    const missed = files.keys().filter((i) => truth[i] && !found[i]);
    const extra = files.keys().filter((i) => !truth[i] && found[i]);
    const decoder = new Decoder();
    let served = 0;
    const leaks: string[] = [];
    for (const [i, file] of files.entries()) {
      for (const width of [160, 640, 1600]) {
        const copy = await decoder.copy(readFileSync(file), width);
        if (!copy.ok) continue;
        served++;
        const { exif, xmp, iptc } = await sharp(copy.value).metadata();
        if (exif || xmp || iptc || copy.value.includes("GPS")) leaks.push(name(i));
      }
    }
    decoder.close();
    return [
      {
        task: "location found where the file has one",
        n: having,
        recall: 1 - [...missed].length / having,
        bar: { of: "recall", value: 1 },
      },
      {
        task: "location found where there is none, per 1,000",
        n: files.length - having,
        benign: (1000 * [...extra].length) / (files.length - having),
        bar: { of: "benign", value: 0 },
      },
      {
        task: "copies for the screen with any metadata, per 1,000 (three sizes of each that decodes)",
        n: served,
        benign: (1000 * leaks.length) / served,
        bar: { of: "benign", value: 0 },
        note: leaks.join(", "),
      },
      {
        task: "files answered: metadata, or why there is none",
        n: files.length,
        other: { name: "share", value: all.filter(({ read }) => read?.picture_metadata).length / files.length },
        bar: { of: "other", value: 1 },
      },
    ];
  },
};

function located({ read }: Read): boolean {
  const metadata = read?.picture_metadata;
  return metadata?.state === "done" && metadata.value.location !== undefined;
}

/** Whether the EXIF block holds a latitude and a longitude that are not both 0: read here by hand, another way than the product's library does. */
async function hasPlace(file: string): Promise<boolean> {
  const { exif } = await sharp(file, { failOn: "none" })
    .metadata()
    .catch(() => ({ exif: undefined }));
  if (!exif) return false;
  try {
    const block = exif.subarray(exif.toString("latin1", 0, 6) === "Exif\0\0" ? 6 : 0);
    const little = block.toString("latin1", 0, 2) === "II";
    const u16 = (at: number) => (little ? block.readUInt16LE(at) : block.readUInt16BE(at));
    const u32 = (at: number) => (little ? block.readUInt32LE(at) : block.readUInt32BE(at));
    const entries = (at: number) =>
      new Map(Array.from({ length: u16(at) }, (_, i) => [u16(at + 2 + 12 * i), u32(at + 2 + 12 * i + 8)] as const));
    const place = entries(u32(4)).get(0x8825);
    if (place === undefined) return false;
    const gps = entries(place);
    // Each is three fractions elsewhere in the block: degrees, minutes, seconds.
    const parts = [2, 4].map((tag) => gps.get(tag)).map((at) => at && [0, 8, 16].map((step) => u32(at + step)));
    return parts.every(Boolean) && parts.flat().some((part) => part !== undefined && part > 0);
  } catch {
    return false;
  }
}

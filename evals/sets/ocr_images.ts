import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { Evaluation, Row } from "../evaluation.ts";
import { type PhonePicture, phonePictures } from "../phone_pictures.ts";
import { filesUnder, type Read, readAll, textSignal } from "../pictures.ts";

const pictures = 100;
const seed = 20261122;

/** Scans with their text. The two of UNLV are old journals in columns, which nobody sells with. */
const pages = [
  { file: "phototest.tif", truth: "phototest.gold.txt" },
  { file: "phototest-rotated-180.png", truth: "phototest.gold.txt" },
  { file: "phototest-rotated-L.png", truth: "phototest.gold.txt" },
  { file: "phototest-rotated-R.png", truth: "phototest.gold.txt" },
  { file: "eurotext.tif", truth: "eurotext.txt" },
  { file: "8071_093.3B.tif", truth: "8071_093.3B.txt" },
  { file: "8087_054.3B.tif", truth: "8087_054.3B.txt" },
] as const;

const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();
const digitsOf = (text: string) => text.replaceAll(/\D/g, "");

function textOf({ read }: Read): string {
  const text = read?.picture_text;
  return text?.state === "done" ? text.value.text : "";
}

/** Letters that would have to be put in, taken out or exchanged (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(exchanged, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}

/** Share of a text's characters that were read, where they stand among more. */
function charactersRight(written: string, rows: readonly string[]): number {
  const least = Math.min(written.length, ...rows.map((row) => distance(plain(row), written)));
  return 1 - least / written.length;
}

export const evaluation: Evaluation = {
  set: "ocr_images",
  part: "pictures",
  title: "Text in pictures",
  source:
    "tesseract-ocr/test (GitHub), Apache-2.0; and telephone numbers that the run writes over clothing_photos, in eight fonts at many angles.",
  also: ["clothing_photos"],
  async run(data) {
    const scratch = mkdtempSync(join(tmpdir(), "assay-evals-"));
    try {
      const photos = filesUnder(data.path("../clothing_photos/tune/images"));
      return [...(await numbersOnPhotos(photos, scratch)), ...(await scans(data.path("raw"), data, scratch))];
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

async function numbersOnPhotos(photos: readonly string[], scratch: string): Promise<Row[]> {
  const made = await phonePictures(photos, pictures, seed);
  const files = made.map((_, i) => join(scratch, `${i}.jpg`));
  for (const [i, { bytes }] of made.entries()) writeFileSync(files[i]!, bytes);
  const { all } = await readAll(files, { keys: ["picture_text"], patient: true });
  const right = made.map(({ written }, i) => charactersRight(written, textOf(all[i]!).split("\n")));
  const found = made.map((one, i) => isFound(one, all[i]!));
  const share = (values: readonly boolean[]) => values.filter(Boolean).length / values.length;
  const rows: Row[] = [
    {
      task: "numbers on photos: characters right",
      n: pictures,
      other: { name: "mean share", value: right.reduce((sum, value) => sum + value, 0) / pictures },
      note: `all characters right in ${right.filter((value) => value === 1).length}`,
    },
    { task: "numbers on photos: the number found by image_text, every digit right", n: pictures, recall: share(found) },
  ];
  const groups: [string, (one: PhonePicture) => boolean][] = [
    ["level", ({ angle }) => angle === 0],
    ["turned by 3 to 12°", ({ angle }) => Math.abs(angle) >= 3 && Math.abs(angle) <= 12],
    ["turned by 20 to 45°", ({ angle }) => Math.abs(angle) >= 20 && Math.abs(angle) <= 45],
    ["upright (90°)", ({ angle }) => Math.abs(angle) === 90],
    ["digits under 50 pixels of 1200", ({ height }) => height < 50],
  ];
  for (const [name, belongs] of groups) {
    const own = made.flatMap((one, i) => (belongs(one) ? [found[i]!] : []));
    rows.push({ task: `of these, ${name}: found`, n: own.length, recall: share(own) });
  }
  const plainOnes = photos.filter((_, i) => i % 3 === 0);
  const untouched = await readAll(plainOnes, { keys: ["picture_text"], patient: true });
  const wrong = untouched.all.filter(({ read }) => textSignal(read, "FR").values?.["phone"] === true);
  rows.push({
    task: "the same photos without a number, in which one was found",
    n: plainOnes.length,
    benign: (1000 * wrong.length) / plainOnes.length,
  });
  return rows;
}

function isFound({ written, country }: PhonePicture, { read }: Read): boolean {
  const national = digitsOf(written).replace(/^(?:33|44|49|0)/, "");
  return textSignal(read, country).evidence.some(
    (one) => one.type === "region" && one.kind === "phone" && digitsOf(one.text ?? "").endsWith(national),
  );
}

async function scans(folder: string, data: { text(file: string): string }, scratch: string): Promise<Row[]> {
  const files: string[] = [];
  for (const { file } of pages) {
    // A seller's picture is no TIFF, and Assay takes none.
    const copy = join(scratch, `${file}.png`);
    await sharp(join(folder, file)).png().toFile(copy);
    files.push(copy);
  }
  const { all } = await readAll(files, { keys: ["picture_text"], patient: true });
  return pages.map(({ file, truth }, i) => {
    const [read, written] = [plain(textOf(all[i]!)), plain(data.text(`raw/${truth}`))];
    const text = all[i]!.read?.picture_text;
    const cut = text?.state === "done" && text.value.cut;
    return {
      task: `${file}: characters right`,
      n: written.length,
      other: { name: "share", value: Math.max(0, 1 - distance(read, written) / written.length) },
      note: [cut ? "more than is read of one picture" : "", all[i]!.reason ?? ""].filter(Boolean).join("; "),
    };
  });
}

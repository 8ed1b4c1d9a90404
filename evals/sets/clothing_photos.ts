import { readFileSync } from "node:fs";
import { pdqMinQuality } from "@assay/detectors/image";
import { Decoder, type PictureLook } from "@assay/server/measure";
import sharp, { type Sharp } from "sharp";
import type { Evaluation, Row } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { bitsApart, filesUnder, samePicture } from "../pictures.ts";
import { inputOf, signalOf } from "../screen.ts";

interface Size {
  width: number;
  height: number;
}
type Edit = (photo: Sharp, size: Size) => Sharp;

const crop =
  (share: number): Edit =>
  (photo, { width, height }) => {
    const [left, top] = [Math.round(width * share), Math.round(height * share)];
    return photo.extract({ left, top, width: width - 2 * left, height: height - 2 * top });
  };
const svg = (width: number, height: number, inner: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner}</svg>`);

/** The same photo, as it comes back in another's ad. */
const edits: Record<string, Edit> = {
  "JPEG quality 30": (photo) => photo.jpeg({ quality: 30 }),
  "a quarter of the size": (photo, { width }) => photo.resize(Math.round(width / 4)),
  brighter: (photo) => photo.linear(1.25, 10),
  mirrored: (photo) => photo.flop(),
  "a quarter turn": (photo) => photo.rotate(90),
  "cropped by 2 % each side": crop(0.02),
  "cropped by 5 % each side": crop(0.05),
  "cropped by 10 % each side": crop(0.1),
  "turned by 5°": (photo) => photo.rotate(5, { background: "white" }),
  "a border of 5 %": (photo, { width }) => photo.extend(padding(Math.round(width / 20), "white")),
  "text over it": (photo, { width, height }) =>
    photo.composite([
      {
        input: svg(
          width,
          height,
          `<text x="8%" y="88%" font-size="${width / 9}" font-family="sans-serif" font-weight="bold" fill="white" stroke="black">SALE TODAY</text>`,
        ),
      },
    ]),
};

/** The same photo, as nobody can sell with it. */
const spoilt: Record<string, { kind: string; edit: Edit }> = {
  "out of focus": { kind: "blurred", edit: (photo, { width }) => photo.blur(Math.max(1.5, width / 130)) },
  "taken in the dark": { kind: "dark", edit: (photo) => photo.linear(0.15, 0) },
  "a thumbnail": { kind: "tiny", edit: (photo) => photo.resize(120) },
  "a broad frame": {
    kind: "framed",
    edit: (photo, { width }) => photo.extend(padding(Math.round(width / 5), "black")),
  },
};

function padding(pixels: number, background: string) {
  return { top: pixels, bottom: pixels, left: pixels, right: pixels, background };
}

function qualityKinds({ picture_file: file, picture_figures: figures }: PictureLook): string[] {
  if (!figures) return [];
  const measurements = {
    picture_file: [{ state: "done" as const, value: file }],
    picture_figures: [{ state: "done" as const, value: figures }],
  };
  const input = { ...inputOf("listing", {}), measurements };
  return signalOf("image_quality", input).evidence.flatMap((one) => (one.type === "region" ? [one.kind] : []));
}

export const evaluation: Evaluation = {
  set: "clothing_photos",
  title: "Photos of clothes, edited and spoilt",
  source: "alexeygrigorev/clothing-dataset-small (GitHub), CC0; the edits are made in the run.",
  async run(data) {
    const files = filesUnder(data.path("tune/images"));
    const decoder = new Decoder({ processes: 2 });
    const look = async (bytes: Buffer): Promise<PictureLook> => {
      const outcome = await decoder.look(bytes);
      if (!outcome.ok) throw new Error(outcome.reason);
      return outcome.value;
    };
    const originals = await Promise.all(files.map((file) => look(readFileSync(file))));
    // Every third photo is edited: fifteen edits of all would take minutes.
    const sampled = files.flatMap((_, i) => (i % 3 === 0 ? [i] : []));
    const n = sampled.length;
    const edited = async (edit: Edit) => {
      const looks: PictureLook[] = [];
      for (const i of sampled) {
        const file = files[i]!;
        const { width, height } = originals[i]!.picture_file;
        looks.push(await look(await edit(sharp(file), { width, height }).toFormat("jpeg", { quality: 90 }).toBuffer()));
      }
      return looks;
    };
    const rows: Row[] = [];
    for (const [task, edit] of Object.entries(edits)) {
      const looks = await edited(edit);
      const found = looks.filter((one, i) => samePicture(one, originals[sampled[i]!])).length;
      rows.push({ task: `found again by PDQ alone: ${task}`, n, recall: found / n });
    }
    rows.push(unrelated(originals));
    const hit = originals.map(qualityKinds).filter((kinds) => kinds.length > 0);
    rows.push({
      task: "sellers' photos that image_quality finds poor",
      n: files.length,
      benign: perThousand(hit.length, files.length),
      note: [...new Set(hit.flat())].join(", ") || "none",
    });
    for (const [task, { kind, edit }] of Object.entries(spoilt)) {
      const looks = await edited(edit);
      const found = looks.filter((one) => qualityKinds(one).includes(kind)).length;
      rows.push({ task: `found ${kind}: ${task}`, n, recall: found / n });
    }
    decoder.close();
    return rows;
  },
};

/** Pairs of different photos that PDQ takes for one, of all pairs with enough to see. */
function unrelated(looks: readonly PictureLook[]): Row {
  const seen = looks.filter((one) => (one.picture_hashes?.quality ?? 0) >= pdqMinQuality);
  let pairs = 0;
  let same = 0;
  let closest = 256;
  for (const [i, a] of seen.entries()) {
    for (const b of seen.slice(i + 1)) {
      pairs++;
      closest = Math.min(closest, bitsApart(a, b) ?? 256);
      if (samePicture(a, b)) same++;
    }
  }
  const note = `${same} of them; the closest two are ${closest} bits apart`;
  return {
    task: "pairs of different photos taken for one, per 1,000",
    n: pairs,
    benign: perThousand(same, pairs),
    note,
  };
}

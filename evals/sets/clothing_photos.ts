import { readFileSync } from "node:fs";
import { decodePrint, type Print, samePicture, storedPrint } from "@assay/detectors/image";
import { comparedPictures, Decoder, PictureHashes, type PictureLook } from "@assay/server/measure";
import sharp from "sharp";
import type { Evaluation, Row } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { type Edit, edits, padding } from "../picture_edits.ts";
import { bitsApart, filesUnder, samePdq } from "../pictures.ts";
import { inputOf, signalOf } from "../screen.ts";

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
  part: "pictures",
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
    const prints = originals.map(({ print }) => print!);
    // As the server looks for them: candidates by their hashes, then compared in full.
    const known = new PictureHashes(10_000_000);
    known.learn(prints.map((print, i) => ({ seq: i + 1, start: print })));
    const stored = prints.map((print) => decodePrint(storedPrint(print)));
    const foundBy = ({ print: bytes }: PictureLook) => {
      const print = decodePrint(bytes!);
      const found = known.find(print, comparedPictures).map((seq) => seq - 1);
      return found.filter((i) => samePicture(print, stored[i]!) !== undefined);
    };
    // Every third photo is edited: seventeen edits of all would take long.
    const sampled = files.flatMap((_, i) => (i % 3 === 0 ? [i] : []));
    const n = sampled.length;
    const edited = async (edit: Edit) => {
      const looks: PictureLook[] = [];
      for (const i of sampled) {
        const { width, height } = originals[i]!.picture_file;
        const others = [7, 101, 211].map((step) => readFileSync(files[(i + step) % files.length]!));
        const copy = await edit(sharp(files[i]!), { width, height }, others);
        looks.push(await look(await copy.toFormat("jpeg", { quality: 90 }).toBuffer()));
      }
      return looks;
    };
    const rows: Row[] = [];
    let pairs = 0;
    let wrong = 0;
    for (const [task, { edit, bar }] of Object.entries(edits)) {
      const looks = await edited(edit);
      const found = looks.map(foundBy);
      const again = found.filter((all, i) => all.includes(sampled[i]!)).length;
      const byPdq = looks.filter((one, i) => samePdq(one, originals[sampled[i]!])).length;
      rows.push({
        task: `found again: ${task}`,
        n,
        recall: again / n,
        ...(bar && { bar: { of: "recall", value: bar } }),
        floor: { name: "PDQ alone, any orientation", value: byPdq / n },
      });
      // A collage does show its other three photos; they are no mistakes.
      if (task.includes("collage")) continue;
      pairs += n * (files.length - 1);
      wrong += found.reduce((sum, all, i) => sum + all.filter((other) => other !== sampled[i]).length, 0);
    }
    rows.push({
      task: "edited photos taken for another photo of the set, per 1,000 pairs",
      n: pairs,
      benign: perThousand(wrong, pairs),
      bar: { of: "benign", value: 0.1 },
      note: `${wrong} of them`,
    });
    rows.push(unrelated(originals, prints, stored));
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

/** All pairs of different photos, compared in full without asking first whether any hash is near. */
function unrelated(looks: readonly PictureLook[], prints: readonly Uint8Array[], stored: readonly Print[]): Row {
  let pairs = 0;
  let same = 0;
  let closest = 256;
  for (const [i, a] of looks.entries()) {
    const print = decodePrint(prints[i]!);
    for (let j = 0; j < i; j++) {
      pairs++;
      if (samePicture(print, stored[j]!)) same++;
      closest = Math.min(closest, bitsApart(a, looks[j]) ?? 256);
    }
  }
  return {
    task: "pairs of different photos taken for one, per 1,000",
    n: pairs,
    benign: perThousand(same, pairs),
    bar: { of: "benign", value: 0.1 },
    note: `${same} of them; by PDQ the closest two are ${closest} bits apart`,
  };
}

import type { Evaluation, Row } from "../evaluation.ts";
import { readAll } from "../pictures.ts";

interface Labelled {
  file: string;
  label: string;
  text: string | null;
  has_bin: boolean;
}

/** A trap is a picture in which nothing may be read; everything else holds one code. */
const trap = "none";
/** Line ends and the like are nothing to read, and were made blanks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const plain = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f\s]+/g, " ").trim();

export const evaluation: Evaluation = {
  set: "barcodes_zxing",
  part: "pictures",
  title: "Codes in pictures",
  source:
    "zxing/zxing, black-box tests (GitHub), Apache-2.0; mostly photos by phones of 2008, many blurred on purpose.",
  async run(data) {
    const files = data.rows<Labelled>("tune/labels.jsonl");
    const { all } = await readAll(
      files.map(({ file }) => data.path(`tune/images/${file}`)),
      { keys: ["picture_text"], patient: true },
    );
    const codesOf = (i: number): string[] | undefined => {
      const text = all[i]!.read?.picture_text;
      if (text?.state !== "done") return undefined;
      const { parts, products } = text.value;
      const read = parts.flatMap(({ code, start, end }) => (code ? [text.value.text.slice(start, end)] : []));
      return [...read, ...products.map((product) => product.text)].map(plain);
    };
    const kinds = Map.groupBy(files.keys(), (i) => files[i]!.label);
    const rows: Row[] = [];
    for (const [kind, indices] of [...kinds].sort(([a], [b]) => a.localeCompare(b))) {
      if (kind === trap) continue;
      const right = indices.filter((i) => {
        const expected = plain(files[i]!.text ?? "");
        // A UPC-A is the EAN-13 that begins with a zero.
        return codesOf(i)?.some((code) => code === expected || code === `0${expected}` || `0${code}` === expected);
      });
      rows.push({ task: `${kind}: read rightly`, n: indices.length, recall: right.length / indices.length });
    }
    const traps = kinds.get(trap) ?? [];
    const seen = traps.filter((i) => (codesOf(i) ?? []).length > 0);
    rows.push({
      task: "traps in which a code was read, per 1,000",
      n: traps.length,
      benign: (1000 * seen.length) / traps.length,
      bar: { of: "benign", value: 0 },
      note: seen.map((i) => `${files[i]!.file}: ${codesOf(i)!.join(", ")}`).join("; "),
    });
    const failed = all.filter(({ read, reason }) => reason ?? (read?.picture_text?.state === "failed" && "failed"));
    rows.push({
      task: "pictures read to the end",
      n: all.length,
      other: { name: "share", value: 1 - failed.length / all.length },
      bar: { of: "other", value: 1 },
    });
    return rows;
  },
};

import { pdqDistance } from "@assay/detectors/image";
import type { Evaluation } from "../evaluation.ts";
import { confusion } from "../measure.ts";
import { lookAtAll, samePdq } from "../pictures.ts";

export const evaluation: Evaluation = {
  set: "pdq_reference",
  part: "pictures",
  title: "PDQ against its reference",
  source: "facebook/ThreatExchange (GitHub), BSD: pictures, expected hashes, pairs.",
  async run(data) {
    const expected = data
      .rows<{ file: string; hash: string; file_present: boolean }>("tune/expected_hashes.jsonl")
      .filter((row) => row.file_present);
    const pairs = data.rows<{ a: string; b: string; label: string }>("tune/pairs.jsonl");
    const files = [...new Set([...expected.map((row) => row.file), ...pairs.flatMap(({ a, b }) => [a, b])])];
    const { looked } = await lookAtAll(files.map((file) => data.path(`raw/${file}`)));
    const looks = new Map(files.map((file, i) => [file, looked[i]!.look]));
    const distances = expected
      .map(({ file, hash }) => pdqDistance(looks.get(file)?.picture_hashes?.pdq[0] ?? "0".repeat(64), hash))
      .sort((a, b) => a - b);
    const judged = pairs
      .map(({ a, b, label }) => ({ a: looks.get(a), b: looks.get(b), actual: label === "same" }))
      .map(({ a, b, actual }) => ({ actual, said: samePdq(a, b) }));
    const { precision, recall, f1 } = confusion(judged);
    return [
      {
        task: "hashes within 16 of 256 bits of the reference",
        n: distances.length,
        other: { name: "share", value: distances.filter((bits) => bits <= 16).length / distances.length },
        bar: { of: "other", value: 1 },
        note: `bits apart: ${distances.join(" ")}`,
      },
      {
        task: "pairs judged at 31 bits, in any orientation",
        n: judged.length,
        precision,
        recall,
        f1,
        bar: { of: "f1", value: 1 },
      },
    ];
  },
};

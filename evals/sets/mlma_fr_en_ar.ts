import { heldOut, reachesAny, shipped } from "../abuse.ts";
import type { Evaluation, Row } from "../evaluation.ts";
import { confusion } from "../measure.ts";
import { obscene } from "../peers.ts";

interface Tweet {
  text: string;
  lang: string;
  label: "hostile" | "normal" | "mixed_normal";
}

export const evaluation: Evaluation = {
  set: "mlma_fr_en_ar",
  title: "Hostile tweets, French and English",
  source:
    "HKUST-KnowComp/MLMA_hate_speech (GitHub), MIT. Sampled by slurs, seven in ten hostile; mixed labels dropped.",
  run(data): Row[] {
    return ["fr", "en"].flatMap((lang) => {
      const rows = data.rows<Tweet>().filter((row) => row.lang === lang && row.label !== "mixed_normal");
      const cross = heldOut(data, `mlma_${lang}`);
      const figures = (said: (row: Tweet, index: number) => boolean) =>
        confusion(rows.map((row, index) => ({ actual: row.label === "hostile", said: said(row, index) })));
      const held = figures((_, index) => reachesAny(cross[index]!.logits));
      const ours = figures((row) => shipped(row.text).found);
      return [
        {
          task: `${lang}: hostile, cross-validated`,
          n: rows.length,
          precision: held.precision,
          recall: held.recall,
          f1: held.f1,
          other: { name: "balanced accuracy", value: held.balancedAccuracy },
          ...(lang === "fr" && { bar: { of: "f1" as const, value: 0.6 } }),
          floor: { name: "all hostile", value: figures(() => true).f1 },
          peer: { name: "obscenity", value: figures((row) => obscene(row.text)).f1 },
        },
        {
          task: `${lang}: hostile, shipped (trained on these rows)`,
          n: rows.length,
          precision: ours.precision,
          recall: ours.recall,
          f1: ours.f1,
          other: { name: "balanced accuracy", value: ours.balancedAccuracy },
        },
      ];
    });
  },
};

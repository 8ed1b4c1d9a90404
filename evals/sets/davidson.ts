import { heldOut, reachesAny, shipped } from "../abuse.ts";
import type { Evaluation, Row } from "../evaluation.ts";
import { confusion } from "../measure.ts";
import { obscene } from "../peers.ts";

interface Tweet {
  text: string;
  label: "offensive" | "hate_speech" | "neither";
}

export const evaluation: Evaluation = {
  set: "davidson",
  title: "Offensive tweets",
  source:
    "t-davidson/hate-speech-and-offensive-language (GitHub), MIT. Collected by a word list, which therefore does well.",
  run(data): Row[] {
    const rows = data.rows<Tweet>();
    const cross = heldOut(data, "davidson");
    const figures = (said: (row: Tweet, index: number) => boolean) =>
      confusion(rows.map((row, index) => ({ actual: row.label !== "neither", said: said(row, index) })));
    const held = figures((_, index) => reachesAny(cross[index]!.logits));
    const ours = figures((row) => shipped(row.text).found);
    return [
      {
        task: "offensive or hateful, cross-validated",
        n: rows.length,
        precision: held.precision,
        recall: held.recall,
        f1: held.f1,
        bar: { of: "f1", value: 0.94 },
        floor: { name: "all offensive", value: figures(() => true).f1 },
        peer: { name: "obscenity", value: figures((row) => obscene(row.text)).f1 },
      },
      {
        task: "offensive or hateful, shipped (trained on these rows)",
        n: rows.length,
        precision: ours.precision,
        recall: ours.recall,
        f1: ours.f1,
      },
    ];
  },
};

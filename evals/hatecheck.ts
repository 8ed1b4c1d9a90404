/** HateCheck by language: balanced accuracy of `hate`, cross-validated and shipped, and the functionalities that go worst. */
import { heldOut, reaches, shipped } from "./abuse.ts";
import type { DataSet, Row } from "./evaluation.ts";
import { confusion, type Outcome } from "./measure.ts";
import { naiveBayes, obscene } from "./peers.ts";
import type { HateCheckRow } from "./train/abuse/corpus.ts";
import { foldOf } from "./train/folds.ts";

type Judged = Outcome & { functionality: string };

/** Accuracy by functionality, worst first. */
function byFunctionality(judged: readonly Judged[]): { name: string; n: number; accuracy: number }[] {
  const names = Map.groupBy(judged, ({ functionality }) => functionality);
  return [...names]
    .map(([name, rows]) => ({
      name,
      n: rows.length,
      accuracy: rows.filter(({ actual, said }) => actual === said).length / rows.length,
    }))
    .sort((a, b) => a.accuracy - b.accuracy);
}

/** @param bar least balanced accuracy of the cross-validated model */
export function hateCheckRows(data: DataSet, rows: readonly HateCheckRow[], lang: string, bar: number): Row[] {
  const cross = heldOut(data, `hatecheck_${lang}`);
  const judge = (said: (row: HateCheckRow, index: number) => boolean): Judged[] =>
    rows.map((row, index) => ({
      actual: row.label === "hateful",
      said: said(row, index),
      functionality: row.functionality,
    }));
  const held = judge((_, index) => reaches(cross[index]!.logits, "hate"));
  const ours = judge((row) => shipped(row.text).kinds.has("hate"));
  const folds = [0, 1, 2, 3, 4].map((fold) =>
    naiveBayes(
      rows
        .filter((row) => foldOf(row.group, 5) !== fold)
        .map((row) => ({ text: row.text, actual: row.label === "hateful" })),
    ),
  );
  const bayes = confusion(judge((row) => folds[foldOf(row.group, 5)]!(row.text) > 0));
  const list = confusion(judge((row) => obscene(row.text)));
  const figures = confusion(held);
  const worst = byFunctionality(held);
  return [
    {
      task: `${lang}: hate, cross-validated by template`,
      n: rows.length,
      precision: figures.precision,
      recall: figures.recall,
      f1: figures.f1,
      other: { name: "balanced accuracy", value: figures.balancedAccuracy },
      bar: { of: "other", value: bar },
      floor: { name: "naive Bayes, cross-validated", value: bayes.balancedAccuracy },
      peer: { name: "obscenity", value: list.balancedAccuracy },
      note: `worst: ${worst
        .slice(0, 3)
        .map(({ name, accuracy, n }) => `${name} ${accuracy.toFixed(2)} of ${n}`)
        .join("; ")}`,
    },
    {
      task: `${lang}: hate, shipped weights and lists (trained on these rows)`,
      n: rows.length,
      other: { name: "balanced accuracy", value: confusion(ours).balancedAccuracy },
    },
    ...worst.map(({ name, n, accuracy }) => ({
      task: `${lang}, cross-validated: ${name}`,
      n,
      other: { name: "accuracy", value: accuracy },
    })),
  ];
}

/** What can be had on a set by itself: our linear model cross-validated on its rows, and naive Bayes in the same folds. */
import { type Confusion, confusion, type Outcome } from "./measure.ts";
import { naiveBayes } from "./peers.ts";
import { foldOf } from "./train/folds.ts";
import { logits, type PreparedRow, prepare, type TrainingOptions, train } from "./train/trainer.ts";

export interface LabelledText {
  text: string;
  actual: boolean;
  group: string;
}

const options: TrainingOptions = { heads: ["actual"], seed: 7, epochs: 12, rate: 0.2, decay: 1e-4 };
const most = 10;

export interface OwnModel {
  ours: Confusion;
  naiveBayes: Confusion;
  /** The share of other, honest texts that the models of the folds hit on average; 0 when none were given. */
  benign: number;
}

/**
 * Ten folds at most, groups whole (each group a fold when there are ten or fewer). The threshold of a fold is the one that is best
 * on the other folds' predictions, so no row has a say in how it is judged.
 */
export function ownModel(rows: readonly LabelledText[], honest: readonly string[] = [], folds = 5): OwnModel {
  const names = [...new Set(rows.map(({ group }) => group))];
  const count = names.length <= most ? names.length : folds;
  const foldOfRow = rows.map(({ group }) => (names.length <= most ? names.indexOf(group) : foldOf(group, count)));
  const prepared = prepare(rows.map(asTraining), options.heads);
  const others = prepare(
    honest.map((text) => asTraining({ text, actual: false, group: "" })),
    options.heads,
  );
  const z = new Float64Array(rows.length);
  const otherZ: Float64Array[] = [];
  const bayes: Outcome[] = [];
  for (let fold = 0; fold < count; fold++) {
    const model = train(prepared, options, (row) => foldOfRow[row] !== fold);
    const odds = naiveBayes(rows.filter((_, row) => foldOfRow[row] !== fold));
    for (const [row, { text, actual }] of rows.entries()) {
      if (foldOfRow[row] !== fold) continue;
      z[row] = logits(model, prepared[row] as PreparedRow)[0]!;
      bayes.push({ actual, said: odds(text) > 0 });
    }
    otherZ.push(Float64Array.from(others, (row) => logits(model, row)[0]!));
  }
  const outcomes: Outcome[] = [];
  let hits = 0;
  for (let fold = 0; fold < count; fold++) {
    const threshold = bestThreshold(
      rows.flatMap(({ actual }, row) => (foldOfRow[row] === fold ? [] : [{ actual, z: z[row]! }])),
    );
    for (const [row, { actual }] of rows.entries()) {
      if (foldOfRow[row] === fold) outcomes.push({ actual, said: z[row]! >= threshold });
    }
    hits += otherZ[fold]!.filter((value) => value >= threshold).length;
  }
  return {
    ours: confusion(outcomes),
    naiveBayes: confusion(bayes),
    benign: honest.length > 0 ? hits / (honest.length * count) : 0,
  };
}

function asTraining({ text, actual, group }: LabelledText) {
  return { text, labels: { actual: actual ? (1 as const) : (0 as const) }, set: "own", group };
}

/** The logit from which F1 is highest. */
function bestThreshold(scored: { actual: boolean; z: number }[]): number {
  const sorted = scored.toSorted((a, b) => b.z - a.z);
  const positives = sorted.filter(({ actual }) => actual).length;
  let [found, best, threshold] = [0, 0, 0];
  for (const [index, { actual, z }] of sorted.entries()) {
    if (actual) found += 1;
    const f1 = (2 * found) / (index + 1 + positives);
    if (f1 > best) [best, threshold] = [f1, z];
  }
  return threshold;
}

/** A recipe for one model: what it learns from and where its operating points are. */
import { foldOf } from "./folds.ts";
import { crossValidate, type PreparedRow, prepare, type TrainingOptions, type TrainingRow } from "./trainer.ts";

export interface Recipe {
  /** The detector's id; weights go to `packages/detectors/src/<id>/<id>.weights.json`. */
  id: string;
  options: TrainingOptions;
  /** Rows from the data folder and from texts written here. */
  rows(data: string): TrainingRow[];
  /** By head: the logit from which the kind counts as found. Chosen by what it costs honest texts, see docs/models.md. */
  operating: Readonly<Record<string, number>>;
}

/** Rows of this group are always trained on and never tested on: they were written for training. */
export const alwaysTrained = "written";

/** A corpus with the logits that models give which never saw a row's group. */
export interface CrossValidated {
  rows: readonly TrainingRow[];
  prepared: readonly PreparedRow[];
  /** By row, then by head; nothing for rows that are always trained on. */
  logits: readonly (readonly number[] | undefined)[];
}

/** Cross-validates a recipe by group: about as long as training it `folds` times. */
export function crossValidated(recipe: Recipe, data: string, folds = 5): CrossValidated {
  const rows = recipe.rows(data);
  const prepared = prepare(rows, recipe.options.heads);
  const fold = Int32Array.from(rows, ({ group }) => (group === alwaysTrained ? -1 : foldOf(group, folds)));
  return { rows, prepared, logits: crossValidate(prepared, fold, folds, recipe.options) };
}

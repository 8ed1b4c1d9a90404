/** What the evaluations of abuse share: the shipped detector's word on a text, and that of models which never saw its group. */
import type { DataSet } from "./evaluation.ts";
import { signalOf, textInput } from "./screen.ts";
import { type Head, heads } from "./train/abuse/corpus.ts";
import { abuse } from "./train/abuse/recipe.ts";
import { type CrossValidated, crossValidated } from "./train/recipe.ts";

export interface Sight {
  found: boolean;
  /** Kinds that the evidence names. */
  kinds: ReadonlySet<string>;
  scores: Readonly<Record<string, number>>;
}

/** What the shipped `text_abuse` says of a text, as a message. */
export function shipped(text: string): Sight {
  const { state, evidence, scores = {} } = signalOf("text_abuse", textInput("message", text));
  const kinds = new Set(evidence.flatMap((e) => (e.type === "span" ? [e.kind] : [])));
  return { found: state === "found", kinds, scores };
}

let model: CrossValidated | undefined;

/** The recipe of text_abuse, cross-validated once a run: half a minute. */
export function crossValidatedAbuse(data: DataSet): CrossValidated {
  model ??= crossValidated(abuse, data.folder);
  return model;
}

/** Logits of a set's rows by models that did not see their group, in the order of the set's file (rows that are not trained on left out). */
export function heldOut(data: DataSet, set: string): { text: string; logits: Readonly<Record<Head, number>> }[] {
  const { rows, logits } = crossValidatedAbuse(data);
  return rows.flatMap((row, index) => {
    const z = logits[index];
    if (row.set !== set || !z) return [];
    return [{ text: row.text, logits: Object.fromEntries(heads.map((h, i) => [h, z[i]])) as Record<Head, number> }];
  });
}

/** Whether held-out logits reach the operating point of a head. */
export function reaches(logits: Readonly<Record<Head, number>>, head: Head): boolean {
  return logits[head] >= abuse.operating[head]!;
}

/** Whether any of the heads that stand for offence is reached. */
export function reachesAny(logits: Readonly<Record<Head, number>>): boolean {
  return heads.some((head) => reaches(logits, head));
}

import type { Evaluation } from "../evaluation.ts";
import { hateCheckRows } from "../hatecheck.ts";
import type { HateCheckRow } from "../train/abuse/corpus.ts";

export const evaluation: Evaluation = {
  set: "hatecheck_en",
  title: "Hate by functionality, English",
  source: "paul-rottger/hatecheck-data (GitHub), CC BY 4.0.",
  run: (data) => hateCheckRows(data, data.rows<HateCheckRow>(), "en", 0.75),
};

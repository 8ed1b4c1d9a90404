import type { Evaluation } from "../evaluation.ts";
import { hateCheckRows } from "../hatecheck.ts";
import type { HateCheckRow } from "../train/abuse/corpus.ts";

const languages = { fr: "french", de: "german", es: "spanish", it: "italian" };

export const evaluation: Evaluation = {
  set: "hatecheck_multilingual",
  title: "Hate by functionality, French, German, Spanish, Italian",
  source: "rewire-online/multilingual-hatecheck (GitHub), CC BY 4.0.",
  run: (data) =>
    Object.entries(languages).flatMap(([lang, name]) =>
      hateCheckRows(
        data,
        data.rows<HateCheckRow>().filter((row) => row.lang === name),
        lang,
        0.7,
      ),
    ),
};

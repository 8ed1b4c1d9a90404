/** Reads the reason codes: texts, whether they can be fixed, and their place in the DSA vocabulary. */
import { dsaVocabulary, type ReasonCode, reasonCodeSchema } from "@assay/contract";
import { z } from "zod";
import { didYouMean, type Mistake, type SourceFile } from "./mistake.ts";
import { readYaml } from "./yaml.ts";

const reasonsSchema = z.strictObject({ reasons: z.array(reasonCodeSchema).min(1).max(1000) });
/** Languages in which every reason has its texts. */
export const reasonLanguages = ["en", "fr"] as const;

export interface ParsedReasons {
  source: SourceFile;
  mistakes: Mistake[];
  reasons: ReasonCode[];
}

/** Reads `reasons.yaml`; all mistakes at once. */
export function parseReasons(text: string, name: string): ParsedReasons {
  const file = readYaml(name, text, reasonsSchema);
  const codes = new Set<string>();
  for (const [i, reason] of (file.value?.reasons ?? []).entries()) {
    const at = ["reasons", i];
    if (codes.has(reason.code))
      file.say("duplicate_reason", `there is a reason "${reason.code}" already`, [...at, "code"]);
    codes.add(reason.code);
    for (const language of reasonLanguages) {
      for (const reader of ["person", "moderator"] as const) {
        if (!reason[reader][language])
          file.say("missing_text", `"${reader}" has no text in ${language}`, [...at, reader]);
      }
    }
    const { category, ground, keywords = [], legal_ground: law } = reason.dsa;
    if (ground === "DECISION_GROUND_ILLEGAL_CONTENT") {
      for (const language of reasonLanguages) {
        if (!law?.[language]) file.say("missing_text", `what is illegal names the law, in ${language}`, [...at, "dsa"]);
      }
    }
    known(dsaVocabulary.statement_categories, category, [...at, "dsa", "category"]);
    known(dsaVocabulary.decision_grounds, ground, [...at, "dsa", "ground"]);
    for (const [n, keyword] of keywords.entries()) {
      const path = [...at, "dsa", "keywords", n];
      known(dsaVocabulary.keywords, keyword, path);
      const fitting = dsaVocabulary.keywords_by_category[category];
      const isElsewhere = Object.values(dsaVocabulary.keywords_by_category).some((all) => all.includes(keyword));
      if (fitting && isElsewhere && !fitting.includes(keyword) && keyword !== "KEYWORD_OTHER") {
        file.say("dsa", `${keyword} does not belong to ${category}${didYouMean(keyword, fitting)}`, path);
      }
    }
  }
  return { source: file.source, mistakes: file.mistakes, reasons: file.value?.reasons ?? [] };

  function known(terms: readonly { code: string }[], code: string, path: PropertyKey[]): void {
    const codes = terms.map((term) => term.code);
    if (!codes.includes(code))
      file.say("dsa", `"${code}" is not in the DSA vocabulary${didYouMean(code, codes)}`, path);
  }
}

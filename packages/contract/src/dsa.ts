/** The vocabulary of the European Union's DSA transparency database, with its own codes and labels (source: `_source` in the file). */
import vocabulary from "./dsa-vocabulary.json" with { type: "json" };

export interface DsaTerm {
  code: string;
  label: string;
}

export interface DsaVocabulary {
  /** What a statement of reasons is about: `STATEMENT_CATEGORY_…`. */
  statement_categories: readonly DsaTerm[];
  /** Illegal, or against the terms: `DECISION_GROUND_…`. */
  decision_grounds: readonly DsaTerm[];
  keywords: readonly DsaTerm[];
  /** Which keywords the guidance lists under a category; `_uncategorised` for those under none. */
  keywords_by_category: Readonly<Record<string, readonly string[]>>;
  decision_visibilities: readonly DsaTerm[];
  decision_monetaries: readonly DsaTerm[];
  decision_provisions: readonly DsaTerm[];
  decision_accounts: readonly DsaTerm[];
  account_types: readonly DsaTerm[];
  content_types: readonly DsaTerm[];
  source_types: readonly DsaTerm[];
  automated_decisions: readonly DsaTerm[];
  automated_detections: readonly DsaTerm[];
  incompatible_content_illegals: readonly DsaTerm[];
}

export const dsaVocabulary: DsaVocabulary = vocabulary;

/** Which reasons mean pictures that should not meet the eye unasked: by their place in the Digital Services Act's vocabulary. */
import type { ReasonCode } from "@assay/contract";

const categories = new Set([
  "STATEMENT_CATEGORY_ANIMAL_WELFARE",
  "STATEMENT_CATEGORY_CYBER_VIOLENCE",
  "STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN",
  "STATEMENT_CATEGORY_PROTECTION_OF_MINORS",
  "STATEMENT_CATEGORY_SELF_HARM",
  "STATEMENT_CATEGORY_VIOLENCE",
]);
const keywords = new Set([
  "KEYWORD_ADULT_SEXUAL_MATERIAL",
  "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL",
  "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE",
]);

export function isSevere(reason: ReasonCode | undefined): boolean {
  if (!reason) return false;
  return categories.has(reason.dsa.category) || (reason.dsa.keywords ?? []).some((keyword) => keywords.has(keyword));
}

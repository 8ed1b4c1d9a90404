/** The reasons as the person concerned reads them. */
import type { Outcome, Reason, ReasonCode, Statement } from "@assay/contract";

const openings: Record<string, Record<Exclude<Outcome, "approve">, string>> = {
  en: {
    refuse: "This cannot be published.",
    review: "A person will look at this before it is decided.",
    request_changes: "This can be published once it has been changed.",
  },
  fr: {
    refuse: "Ceci ne peut pas être publié.",
    review: "Une personne va l’examiner avant toute décision.",
    request_changes: "Ceci pourra être publié après correction.",
  },
};

/**
 * @param reasons of the decision; only those that asked for its outcome are told
 * @param language wanted; English where there is no text in it
 * @returns undefined for an approval
 */
export function statementOf(
  outcome: Outcome,
  reasons: readonly Reason[],
  codes: readonly ReasonCode[],
  language: string | undefined,
): Statement | undefined {
  if (outcome === "approve") return undefined;
  const wanted = language?.slice(0, 2).toLowerCase() ?? "en";
  const spoken = wanted in openings ? wanted : "en";
  const told = reasons.filter((reason) => reason.outcome === undefined || reason.outcome === outcome);
  const named = [...new Set(told.map((reason) => reason.code))].flatMap(
    (code) => codes.find((known) => known.code === code) ?? [],
  );
  // While a person is still to look, saying what was seen would teach; a refusal or a fix must say it (DSA, article 17).
  const texts = named.map((code) => {
    const text = code.person[spoken] ?? code.person.en;
    return outcome === "review" ? text?.short : text?.text;
  });
  return {
    language: spoken,
    text: [openings[spoken]![outcome], ...texts.filter(Boolean)].join(" "),
    fixable: outcome !== "review" && named.length > 0 && named.every((code) => code.fixable),
  };
}

/** The language to write to a person in: that of the subject, else of their client, else English. */
export function languageFor(data: Record<string, unknown>, locale: string | undefined): string {
  return typeof data.language === "string" ? data.language : (locale ?? "en");
}

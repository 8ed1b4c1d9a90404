/** What people are told of what they reported or contested, in each language that statements speak. */
import type { AppealKind, AppealOutcome } from "@assay/contract";

interface OutcomeTexts extends Record<AppealKind, Record<AppealOutcome, string>> {
  report: Record<"upheld" | "rejected" | "upheld_reversed" | "rejected_reversed", string>;
}

export const outcomeTexts: Readonly<Record<string, OutcomeTexts>> = {
  en: {
    appeal: {
      upheld:
        "Somebody else looked at this again, and you were right: the decision was reversed, and nothing of it counts against you.",
      partly_upheld: "Somebody else looked at this again, and the decision was eased.",
      rejected: "Somebody else looked at this again, and the decision stands.",
    },
    complaint: {
      upheld: "Somebody else looked at your report again, and you were right: we acted on it.",
      partly_upheld: "Somebody else looked at your report again, and we acted on part of it.",
      rejected: "Somebody else looked at your report again, and found nothing that goes against the law or our terms.",
    },
    report: {
      upheld: "Thank you for your report. A person looked at it, and we acted on it.",
      rejected:
        "Thank you for your report. A person looked at it, and found nothing that goes against the law or our terms. If you see that differently, you can complain free of charge within six months.",
      upheld_reversed: "Your report was looked at again, and we have acted on it.",
      rejected_reversed:
        "We acted on your report, but on appeal it turned out that nothing was wrong; what was restricted is back.",
    },
  },
  fr: {
    appeal: {
      upheld:
        "Une autre personne a réexaminé la décision et vous donne raison : elle est annulée, et rien n’en est retenu contre vous.",
      partly_upheld: "Une autre personne a réexaminé la décision et l’a allégée.",
      rejected: "Une autre personne a réexaminé la décision et la maintient.",
    },
    complaint: {
      upheld: "Une autre personne a réexaminé votre signalement et vous donne raison : nous avons agi.",
      partly_upheld: "Une autre personne a réexaminé votre signalement, et nous avons agi en partie.",
      rejected:
        "Une autre personne a réexaminé votre signalement, sans rien trouver de contraire à la loi ni à nos conditions.",
    },
    report: {
      upheld: "Merci pour votre signalement. Une personne l’a examiné, et nous avons agi.",
      rejected:
        "Merci pour votre signalement. Une personne l’a examiné, sans rien trouver de contraire à la loi ni à nos conditions. Si vous n’êtes pas de cet avis, vous pouvez réclamer gratuitement dans les six mois.",
      upheld_reversed: "Votre signalement a été réexaminé, et nous avons agi.",
      rejected_reversed:
        "Nous avions agi à la suite de votre signalement, mais un recours a montré que rien n’était à reprocher ; ce qui était restreint est rétabli.",
    },
  },
};

/** The fixed parts of statements, in each language that we speak to people. */
import type { Outcome, RestrictionType, Visibility } from "@assay/contract";

export interface StatementTexts {
  openings: Record<Outcome, string>;
  visibility: Record<Exclude<Visibility, "visible">, string>;
  restrictions: Record<RestrictionType, string>;
  until(date: string): string;
  scope: string;
  /** Where the decision came from. */
  source: { own: string; notice: string; authority: string; rights: string; safety: string };
  ground: { illegal: string; contract: string };
  terms(name: string | undefined, url: string | undefined): string;
  law(ground: string): string;
  automated: { both: string; found: string; neither: string };
  redress: { appeal(until: string): string; asked: string; others: string };
  date(at: Date): string;
}

const date = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return (at: Date) => format.format(at);
};

export const statementTexts: Readonly<Record<string, StatementTexts>> = {
  en: {
    openings: {
      approve: "This stays, with a restriction.",
      refuse: "This cannot be published.",
      review: "A person will look at this before it is decided.",
      request_changes: "This can be published once it has been changed.",
    },
    visibility: {
      removed: "It was taken down: others cannot see it.",
      held: "It is held back: others cannot see it.",
      previous_revision: "The change is not shown; the version before it stays up.",
      masked: "Parts of it are hidden from others.",
      limited: "It is shown to fewer people, or without some of its functions.",
    },
    restrictions: {
      warn: "The account has been given a warning.",
      slow_down: "The account can write to fewer people in a given time.",
      step_up: "The account's holder has to prove again who they are.",
      limit: "Some functions of the account are switched off.",
      hold_payout: "Payouts to the account are on hold.",
      suspend: "The account is suspended.",
    },
    until: (end) => `This ends on ${end}.`,
    scope: "It applies in every country in which the site can be used, and has no end date unless one is named.",
    source: {
      own: "We looked into this of our own accord.",
      notice: "We looked into this because somebody reported it.",
      authority: "We were ordered to act by an authority.",
      rights: "We looked into this because somebody who holds a right complained of it.",
      safety: "We looked into this because of a warning about the safety of a product.",
    },
    ground: { illegal: "We hold this to be against the law.", contract: "This is against the terms of the site." },
    terms: (name = "our terms", url) => `Relied on: ${name}${url ? ` (${url})` : ""}.`,
    law: (ground) => `Relied on: ${ground}.`,
    automated: {
      both: "It was found and decided by automated means; no person looked at it before.",
      found: "It was found by automated means, and decided by a person.",
      neither: "It was found and decided by people, without automated means.",
    },
    redress: {
      appeal: (until) =>
        `You can contest this free of charge until ${until}, without logging in. Somebody who did not take this decision will look at it.`,
      asked: "This was decided by a person after it had been contested; it cannot be contested with us again.",
      others:
        "You can also turn to an out-of-court dispute settlement body certified under article 21 of the Digital Services Act, or to a court.",
    },
    date: date("en-GB"),
  },
  fr: {
    openings: {
      approve: "Ce contenu reste en ligne, avec une restriction.",
      refuse: "Ceci ne peut pas être publié.",
      review: "Une personne va l’examiner avant toute décision.",
      request_changes: "Ceci pourra être publié après correction.",
    },
    visibility: {
      removed: "Le contenu a été retiré : personne d’autre ne peut le voir.",
      held: "Le contenu est retenu : personne d’autre ne peut le voir.",
      previous_revision: "La modification n’est pas affichée ; la version précédente reste en ligne.",
      masked: "Certaines parties sont cachées aux autres.",
      limited: "Le contenu est montré à moins de personnes, ou sans certaines de ses fonctions.",
    },
    restrictions: {
      warn: "Le compte a reçu un avertissement.",
      slow_down: "Le compte peut écrire à moins de personnes dans un temps donné.",
      step_up: "Le titulaire du compte doit prouver à nouveau son identité.",
      limit: "Certaines fonctions du compte sont désactivées.",
      hold_payout: "Les versements vers le compte sont suspendus.",
      suspend: "Le compte est suspendu.",
    },
    until: (end) => `Fin le ${end}.`,
    scope:
      "La décision vaut dans tous les pays où le site est accessible, et n’a pas de fin sauf si une date est indiquée.",
    source: {
      own: "Nous avons examiné ce contenu de notre propre initiative.",
      notice: "Nous avons examiné ce contenu à la suite d’un signalement.",
      authority: "Une autorité nous a ordonné d’agir.",
      rights: "Nous avons examiné ce contenu à la suite d’une réclamation d’un titulaire de droits.",
      safety: "Nous avons examiné ce contenu à la suite d’une alerte sur la sécurité d’un produit.",
    },
    ground: {
      illegal: "Nous estimons que ce contenu est contraire à la loi.",
      contract: "Ce contenu est contraire aux conditions du site.",
    },
    terms: (name = "nos conditions", url) => `Fondement : ${name}${url ? ` (${url})` : ""}.`,
    law: (ground) => `Fondement : ${ground}.`,
    automated: {
      both: "Le contenu a été repéré et la décision prise par des moyens automatisés ; personne ne l’avait examiné auparavant.",
      found: "Le contenu a été repéré par des moyens automatisés, et la décision prise par une personne.",
      neither: "Le contenu a été repéré et la décision prise par des personnes, sans moyens automatisés.",
    },
    redress: {
      appeal: (until) =>
        `Vous pouvez contester gratuitement jusqu’au ${until}, sans vous connecter. Une personne qui n’a pas pris cette décision l’examinera.`,
      asked:
        "Une personne a pris cette décision après contestation ; elle ne peut plus être contestée une seconde fois auprès de nous.",
      others:
        "Vous pouvez aussi saisir un organe de règlement extrajudiciaire des litiges certifié au titre de l’article 21 du règlement sur les services numériques, ou un tribunal.",
    },
    date: date("fr-FR"),
  },
};

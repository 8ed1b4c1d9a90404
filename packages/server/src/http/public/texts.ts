/** The words of the pages that anybody can open, in each language that statements speak. */
import type { ContestState } from "../../appeals.ts";

export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

interface PublicTexts {
  name: string;
  footer: string;
  failed: string;
  errors: Record<string, string>;
  kinds: Record<string, string>;
  statement: {
    title: string;
    about(kind: string): string;
    parts: Record<"restrictions" | "facts" | "grounds" | "automated" | "redress", string>;
    waiting_for_person: string;
  };
  states: Record<ContestState, string>;
  answer: string;
  contested_on(date: string): string;
  contest: {
    title: string;
    lead(until: string): string;
    text: string;
    text_hint: string;
    files: string;
    files_hint: string;
    send: string;
    missing: string;
    too_long: string;
    too_many_files: string;
    bad_file(name: string, why: string): string;
    received: string;
  };
  report: {
    title: string;
    received_on(date: string): string;
    yours: string;
    upheld: string;
    rejected: string;
    complain: string;
    complain_lead(until: string): string;
  };
  notice: NoticeTexts;
}

interface NoticeTexts {
  title: string;
  lead: string;
  step(n: number): string;
  where: { title: string; url: string; url_hint: string; none: string; unknown: string };
  why: { title: string; reason: string; text: string; text_hint: string; missing_reason: string; missing_text: string };
  who: {
    title: string;
    name: string;
    email: string;
    email_hint: string;
    optional: string;
    needed: string;
    bad_email: string;
    faith: string;
    faith_needed: string;
    right: string;
    right_hint: string;
    holder: string;
    missing_right: string;
    authority_hint: string;
  };
  check: { where: string; why: string };
  next: string;
  back: string;
  send: string;
  done: { title: string; text: string; link: string; number: string };
  trap: string;
  too_fast: string;
  closed: string;
}

export const publicTexts: Readonly<Record<Language, PublicTexts>> = {
  en: {
    name: "English",
    footer: "This page sets no cookies, runs no scripts and tells nobody else that you were here.",
    failed: "That did not work",
    errors: {
      link_invalid: "This link is not valid, or has lapsed. Please open it whole, from the newest message.",
      already_contested: "This has been contested already. There is one appeal; the same link shows what became of it.",
      contest_over: "The time in which this could be contested has passed.",
      not_contestable: "There is nothing here to contest any more.",
      too_many_requests: "Too many attempts from your address. Please wait a few minutes, and try again.",
      body_too_large: "That is too large: at most five pictures of 10 MB each.",
      not_found: "There is no such page.",
      internal: "Something went wrong on our side; nothing was changed. Please try again.",
      unavailable: "We cannot answer right now; nothing was changed. Please try again in a minute.",
    },
    kinds: {
      listing: "ad",
      message: "message",
      account: "account",
      question: "question",
      review: "review",
      report: "report",
    },
    statement: {
      title: "Why we decided this",
      about: (kind) => `About your ${kind}`,
      parts: {
        restrictions: "What is restricted",
        facts: "The facts we relied on",
        grounds: "The ground",
        automated: "Automated means",
        redress: "What you can do",
      },
      waiting_for_person: "A person will look at this; you need not do anything.",
    },
    states: {
      open: "",
      waiting:
        "You have contested this. Somebody who did not take the decision will look at it; this page will show what they say.",
      upheld: "You were right: the decision was reversed, and nothing of it counts against you.",
      partly_upheld: "The decision was eased after you contested it.",
      rejected: "Somebody else looked at this again, and the decision stands.",
      too_late: "The time in which this could be contested has passed.",
      withdrawn: "This decision was taken back.",
      lifted: "Nothing is restricted any more.",
      final: "This answers what you contested; it cannot be contested with us again.",
      undecided: "Nobody has decided this yet. This page will show what comes of it.",
      done: "This has been dealt with.",
    },
    answer: "What they answered",
    contested_on: (date) => `Contested on ${date}`,
    contest: {
      title: "Contest this decision",
      lead: (until) =>
        `It costs nothing, and needs no log-in. You have until ${until}, and one appeal: say all that matters.`,
      text: "Why is the decision wrong?",
      text_hint: "What did we misunderstand? What shows it? At most 5,000 characters.",
      files: "Pictures (optional)",
      files_hint: "At most 5, each up to 10 MB: JPEG, PNG or WebP, such as a photo of the receipt.",
      send: "Send",
      missing: "Please say why the decision is wrong.",
      too_long: "That is longer than 5,000 characters.",
      too_many_files: "At most five pictures can be sent.",
      bad_file: (name, why) =>
        `“${name}” cannot be taken: ${why}. Nothing was sent yet; please choose your pictures again.`,
      received: "Thank you. We have received it.",
    },
    report: {
      title: "Your report",
      received_on: (date) => `Received on ${date}`,
      yours: "What you told us",
      upheld: "A person looked at it, and we acted on it. Thank you.",
      rejected: "A person looked at it, and found nothing that goes against the law or our terms.",
      complain: "Complain about this",
      complain_lead: (until) => `It costs nothing. You have until ${until}; somebody else will look at it.`,
    },
    notice: {
      title: "Report something",
      lead: "Anybody can tell us of something illegal or against our terms. A person looks at every report.",
      step: (n) => `Step ${n} of 3`,
      where: {
        title: "What is it, and where?",
        url: "Address of the ad, profile or review",
        url_hint: "Copy it from the top of your browser, or write the number of the ad.",
        none: "Please give the exact address.",
        unknown: "We could not match this to an ad or profile by itself; a person will look for it at that address.",
      },
      why: {
        title: "What is wrong with it?",
        reason: "Choose what fits best",
        text: "Tell us more",
        text_hint: "What exactly is wrong, and how do you know? At most 5,000 characters.",
        missing_reason: "Please choose what fits best.",
        missing_text: "Please explain in a few words what is wrong (at least 10 characters).",
      },
      who: {
        title: "You, and send",
        name: "Your name",
        email: "Your e-mail address",
        email_hint: "We tell you there what comes of it. Whom you report is not told who you are.",
        optional: "You may leave these out: for this reason the law asks for no name.",
        needed: "Please give your name and an e-mail address.",
        bad_email: "This does not look like an e-mail address.",
        faith: "I believe in good faith that what I have written is true and complete.",
        faith_needed: "Please confirm that you believe it to be true and complete.",
        right: "Which right? (trade mark number, title of the work …)",
        right_hint: "So that we can check it, and tell the seller what they answer to.",
        holder: "Who holds it?",
        missing_right: "Please name the right and who holds it.",
        authority_hint: "Courts and authorities: please use the address that the site gives for orders.",
      },
      check: { where: "Where", why: "Why" },
      next: "Continue",
      back: "Back",
      send: "Send the report",
      done: {
        title: "Thank you, we have your report",
        text: "A person will look at it. We decide without delay and tell you what comes of it.",
        link: "See what became of it",
        number: "Number of your report",
      },
      trap: "Leave this empty",
      too_fast: "That was quicker than people type. Please look at it once more and send it again.",
      closed: "This site takes no reports here.",
    },
  },
  fr: {
    name: "Français",
    footer: "Cette page ne pose pas de cookie, n’exécute aucun script et ne dit à personne que vous êtes passé.",
    failed: "Cela n’a pas fonctionné",
    errors: {
      link_invalid:
        "Ce lien n’est pas valable ou a expiré. Merci de l’ouvrir en entier, depuis le message le plus récent.",
      already_contested: "La décision a déjà été contestée. Il y a un seul recours ; le même lien en montre la suite.",
      contest_over: "Le délai pour contester est passé.",
      not_contestable: "Il n’y a plus rien à contester ici.",
      too_many_requests: "Trop d’essais depuis votre adresse. Merci de patienter quelques minutes avant de réessayer.",
      body_too_large: "C’est trop volumineux : cinq images au plus, de 10 Mo chacune.",
      not_found: "Cette page n’existe pas.",
      internal: "Une erreur est survenue de notre côté ; rien n’a été modifié. Merci de réessayer.",
      unavailable:
        "Nous ne pouvons pas répondre pour l’instant ; rien n’a été modifié. Merci de réessayer dans une minute.",
    },
    kinds: {
      listing: "annonce",
      message: "message",
      account: "compte",
      question: "question",
      review: "avis",
      report: "signalement",
    },
    statement: {
      title: "Pourquoi nous avons pris cette décision",
      about: (kind) => `À propos de votre ${kind}`,
      parts: {
        restrictions: "Ce qui est restreint",
        facts: "Les faits retenus",
        grounds: "Le fondement",
        automated: "Moyens automatisés",
        redress: "Vos recours",
      },
      waiting_for_person: "Une personne va l’examiner ; vous n’avez rien à faire.",
    },
    states: {
      open: "",
      waiting:
        "Vous avez contesté cette décision. Une personne qui ne l’a pas prise va l’examiner ; cette page montrera sa réponse.",
      upheld: "Vous aviez raison : la décision est annulée, et rien n’en est retenu contre vous.",
      partly_upheld: "La décision a été allégée après votre contestation.",
      rejected: "Une autre personne a réexaminé la décision et la maintient.",
      too_late: "Le délai pour contester est passé.",
      withdrawn: "Cette décision a été retirée.",
      lifted: "Plus rien n’est restreint.",
      final: "Ceci répond à votre contestation ; la décision ne peut plus être contestée auprès de nous.",
      undecided: "Personne ne s’est encore prononcé. Cette page montrera la suite.",
      done: "Ce signalement a été traité.",
    },
    answer: "La réponse",
    contested_on: (date) => `Contestée le ${date}`,
    contest: {
      title: "Contester cette décision",
      lead: (until) =>
        `C’est gratuit et sans connexion. Vous avez jusqu’au ${until}, et un seul recours : dites tout ce qui compte.`,
      text: "Pourquoi la décision est-elle erronée ?",
      text_hint: "Qu’avons-nous mal compris ? Qu’est-ce qui le montre ? 5 000 caractères au plus.",
      files: "Images (facultatif)",
      files_hint: "5 au plus, de 10 Mo chacune : JPEG, PNG ou WebP, par exemple une photo du reçu.",
      send: "Envoyer",
      missing: "Merci de dire pourquoi la décision est erronée.",
      too_long: "Le texte dépasse 5 000 caractères.",
      too_many_files: "Cinq images au plus peuvent être envoyées.",
      bad_file: (name, why) =>
        `« ${name} » ne peut pas être pris : ${why}. Rien n’a encore été envoyé ; merci de choisir à nouveau vos images.`,
      received: "Merci. Nous l’avons bien reçu.",
    },
    report: {
      title: "Votre signalement",
      received_on: (date) => `Reçu le ${date}`,
      yours: "Ce que vous nous avez dit",
      upheld: "Une personne l’a examiné, et nous avons agi. Merci.",
      rejected: "Une personne l’a examiné, sans rien trouver de contraire à la loi ni à nos conditions.",
      complain: "Faire une réclamation",
      complain_lead: (until) => `C’est gratuit. Vous avez jusqu’au ${until} ; une autre personne l’examinera.`,
    },
    notice: {
      title: "Signaler un contenu",
      lead: "Chacun peut nous signaler un contenu illicite ou contraire à nos conditions. Une personne lit chaque signalement.",
      step: (n) => `Étape ${n} sur 3`,
      where: {
        title: "De quoi s’agit-il, et où ?",
        url: "Adresse de l’annonce, du profil ou de l’avis",
        url_hint: "À copier en haut de votre navigateur ; ou le numéro de l’annonce.",
        none: "Merci de donner l’adresse exacte.",
        unknown:
          "Nous n’avons pas pu relier cette adresse à une annonce ou à un profil ; une personne le cherchera à cette adresse.",
      },
      why: {
        title: "Qu’est-ce qui ne va pas ?",
        reason: "Choisissez ce qui convient le mieux",
        text: "Dites-nous-en plus",
        text_hint: "Qu’est-ce qui ne va pas exactement, et comment le savez-vous ? 5 000 caractères au plus.",
        missing_reason: "Merci de choisir ce qui convient le mieux.",
        missing_text: "Merci d’expliquer en quelques mots ce qui ne va pas (10 caractères au moins).",
      },
      who: {
        title: "Vous, et l’envoi",
        name: "Votre nom",
        email: "Votre adresse e-mail",
        email_hint: "Nous vous y dirons la suite. La personne signalée ne saura pas qui vous êtes.",
        optional: "Vous pouvez laisser ces champs vides : pour ce motif, la loi ne demande pas de nom.",
        needed: "Merci de donner votre nom et une adresse e-mail.",
        bad_email: "Cela ne ressemble pas à une adresse e-mail.",
        faith: "Je crois de bonne foi que ce que j’ai écrit est exact et complet.",
        faith_needed: "Merci de confirmer que vous le croyez exact et complet.",
        right: "Quel droit ? (numéro de la marque, titre de l’œuvre…)",
        right_hint: "Pour que nous puissions vérifier, et dire au vendeur à quoi il répond.",
        holder: "Qui en est titulaire ?",
        missing_right: "Merci de nommer le droit et son titulaire.",
        authority_hint: "Tribunaux et autorités : merci d’utiliser l’adresse que le site indique pour les injonctions.",
      },
      check: { where: "Où", why: "Pourquoi" },
      next: "Continuer",
      back: "Retour",
      send: "Envoyer le signalement",
      done: {
        title: "Merci, nous avons reçu votre signalement",
        text: "Une personne va l’examiner. Nous décidons sans retard et vous dirons la suite.",
        link: "Voir la suite donnée",
        number: "Numéro de votre signalement",
      },
      trap: "Laissez ce champ vide",
      too_fast: "C’était plus rapide qu’une saisie humaine. Merci de relire et d’envoyer à nouveau.",
      closed: "Ce site ne prend pas de signalements ici.",
    },
  },
};

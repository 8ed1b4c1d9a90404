/** What one message leaves behind: to whom, how it is worded, and how much it pulls away from the site, however little. */
import type { HistoryValues, Subject } from "@assay/contract";
import { countriesOf } from "../text/countries.ts";
import { compileCues } from "../text/cues.ts";
import { contactsOf, textsOf } from "../text/index.ts";
import { isNegated } from "../text/negation.ts";
import { sketchOf } from "../text/sketch.ts";

export type SentPoint = HistoryValues["sender_trail"][number];
export type SentTrait = Omit<SentPoint, "at" | "answered">;

/** Words that are harmless once and tell something when they come in every conversation. */
const reader = compileCues({
  elsewhere: {
    any: ["whatsapp", "telegram", "signal app", "viber", "wechat", "messenger", "snapchat", "snap"],
    en: [
      "outside the site",
      "outside of the site",
      "outside this app",
      "off the site",
      "off site",
      "another app",
      "text me",
      "message me on",
      "write me at",
      "write to me at",
      "email me",
      "call me",
      "my number",
      "my mail",
      "directly with me",
      "without the site",
      "leave this site",
      "leave the app",
    ],
    fr: [
      "hors du site",
      "en dehors du site",
      "hors site",
      "hors de l'application",
      "une autre application",
      "ecris moi sur",
      "ecrivez moi sur",
      "contacte moi au",
      "contactez moi au",
      "appelle moi",
      "appelez moi",
      "mon numero",
      "mon mail",
      "mon adresse mail",
      "en direct",
      "sans passer par le site",
      "sans passer par l'application",
    ],
    de: [
      "ausserhalb der seite",
      "ausserhalb der plattform",
      "ruf mich an",
      "rufen sie mich an",
      "schreib mir auf",
      "schreiben sie mir auf",
      "meine nummer",
      "ohne die plattform",
      "direkt an mich",
    ],
    es: [
      "fuera de la pagina",
      "fuera de la plataforma",
      "fuera de la aplicacion",
      "llamame",
      "escribeme a",
      "escribeme por",
      "mi numero",
      "mi correo",
      "directamente conmigo",
    ],
    it: [
      "fuori dal sito",
      "fuori dalla piattaforma",
      "chiamami",
      "scrivimi su",
      "il mio numero",
      "la mia mail",
      "direttamente con me",
    ],
  },
  payment: {
    any: [
      "paypal",
      "western union",
      "moneygram",
      "revolut",
      "bitcoin",
      "usdt",
      "iban",
      "rib",
      "pcs",
      "paysafecard",
      "zelle",
      "venmo",
      "cash app",
      "lydia",
      "bizum",
    ],
    en: [
      "bank transfer",
      "wire transfer",
      "deposit first",
      "pay in advance",
      "prepay",
      "no fees",
      "without fees",
      "avoid the fees",
      "save the fees",
      "gift card",
      "friends and family",
      "courier will collect",
      "my courier",
      "shipping agent",
    ],
    fr: [
      "virement",
      "acompte",
      "payer d'avance",
      "paiement d'avance",
      "sans frais",
      "eviter les frais",
      "sans les frais",
      "entre proches",
      "carte cadeau",
      "mon transporteur",
      "mon coursier",
      "mandat cash",
    ],
    de: [
      "uberweisung",
      "anzahlung",
      "vorkasse",
      "ohne gebuhren",
      "gebuhren sparen",
      "freunde und familie",
      "mein kurier",
    ],
    es: [
      "transferencia",
      "anticipo",
      "por adelantado",
      "sin comision",
      "sin comisiones",
      "amigos y familiares",
      "mi transportista",
    ],
    it: ["bonifico", "acconto", "anticipo", "senza commissioni", "amici e familiari", "il mio corriere"],
  },
});

const weights = { elsewhere: 0.4, payment: 0.4 } as const;
/** Contact details alone are usual before a pick-up. */
const contactWeight = 0.2;

const contactKinds: ReadonlySet<string> = new Set(["phone", "email", "handle", "messenger"]);

/**
 * How much a text pulls away from the site, 0 to 1; far below what one message would be stopped for.
 */
export function pullOf(subject: Subject): number {
  let stays = 1;
  const seen = new Set<string>();
  for (const view of textsOf(subject)) {
    for (const { cue, firstToken, endToken } of reader.read(view)) {
      if (seen.has(cue) || isNegated(view, firstToken, endToken)) continue;
      seen.add(cue);
      stays *= 1 - weights[cue];
    }
    const contacts = contactsOf(view, countriesOf(subject));
    if (!seen.has("contact") && contacts.all.some(({ kind, score }) => score >= 0.7 && contactKinds.has(kind))) {
      seen.add("contact");
      stays *= 1 - contactWeight;
    }
  }
  return Math.round((1 - stays) * 100) / 100;
}

/** @returns undefined for what is no message and no question */
export function sentTraitOf(subject: Subject): SentTrait | undefined {
  if (subject.kind !== "message" && subject.kind !== "question") return undefined;
  const { to, listing, text } = subject.data;
  // A question names the ad; one ad has one seller.
  const whom = typeof to === "string" ? to : typeof listing === "string" ? `ad ${listing}` : "";
  const words = typeof text === "string" ? text : "";
  return {
    to: whom.slice(0, 210),
    sketch: sketchOf(words),
    length: Math.min(words.length, 2000),
    pull: pullOf(subject),
  };
}

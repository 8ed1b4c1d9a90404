/** The people of the market: who they are, how they write, and from where. */
import type { Client } from "@assay/sdk";
import type { Category, Language } from "./catalogue.ts";
import type { Random } from "./random.ts";

export interface Person {
  id: string;
  name: string;
  email: string;
  /** Only where there are numbers that belong to nobody. */
  phone?: string;
  country: string;
  city: string;
  language: Language;
  capacity: "private" | "trader";
  client: Client;
  /** What they usually sell. */
  taste: readonly Category[];
  /** How carefully they type, from 0 (no capitals, no accents, slips) to 1. */
  care: number;
}

const first = {
  fr: "Camille Léa Manon Chloé Inès Zoé Jade Louise Emma Sarah Nadia Fatou Aïcha Julie Claire Hélène Sophie Lucas Hugo Louis Nathan Théo Karim Mehdi Antoine Julien Nicolas Thomas Pierre Olivier Baptiste Yanis Mamadou Étienne Rémi Gaëlle Maëlys Aurélie Solène Bruno".split(
    " ",
  ),
  en: "Emily Olivia Grace Hannah Sophie Ruth Priya Aisha Megan Kate Jack Oliver Harry George Tom Liam Sean Callum Ravi Daniel Owen Rhys Ewan Fiona Niamh Isla Martha Joan Alan Stuart".split(
    " ",
  ),
};
const last = {
  fr: "Martin Bernard Petit Durand Leroy Moreau Girard Roux Fontaine Chevalier Benali Diallo Traoré Nguyen Lemoine Marchand Barbier Perrot Guillot Mercier Faure Blanchard Carpentier Delmas Haddad Pires Rossi Schmitt Le Goff Kervella".split(
    " ",
  ),
  en: "Smith Jones Taylor Brown Evans Walsh Murphy Patel Khan Wright Hughes Clarke Reid Campbell Byrne Foster Webb Doyle Grant Shaw".split(
    " ",
  ),
};
const places = {
  FR: "Paris Lyon Lille Nantes Rennes Bordeaux Toulouse Strasbourg Grenoble Montreuil Angers Tours Brest Dijon Metz".split(
    " ",
  ),
  BE: "Bruxelles Namur Liège Gent".split(" "),
  GB: "London Leeds Bristol Manchester Glasgow Cardiff".split(" "),
  IE: "Dublin Cork Galway".split(" "),
};
/** Mobile numbers kept for fiction, with how many digits are free: Arcep's for France, Ofcom's for the United Kingdom. */
const fiction: Record<string, readonly [prefix: string, free: number]> = { FR: ["+3363998", 4], GB: ["+447700900", 3] };

/** The `n`th number of a country; no two people share one before they run out. */
function phoneOf(country: string, n: number): string | undefined {
  const range = fiction[country];
  return range && range[0] + String(n % 10 ** range[1]).padStart(range[1], "0");
}
const agents = [
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Brocante/8.2",
  "Mozilla/5.0 (Linux; Android 15; Pixel 7a) Brocante/8.2",
  "Mozilla/5.0 (Linux; Android 14; SM-A546B) Brocante/8.1",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/146.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_2) Safari/19.0",
];

/** An address of the range that is kept for documentation (RFC 3849), so that it is nobody's. */
export function address(random: Random): string {
  const part = () => random.int(0, 0xffff).toString(16);
  return `2001:db8:${part()}:${part()}::${part()}`;
}

export function clientOf(random: Random, country: string, language: Language): Client {
  return {
    ip: address(random),
    device: `dev_${random.string(10)}`,
    user_agent: random.pick(agents),
    session: `ses_${random.string(10)}`,
    locale: `${language}-${country}`,
    country,
  };
}

/** Somebody new; the id ends in a number in base 36, which picks the phone. Phone numbers are of ranges kept for fiction where a country has them; e-mail goes to example.com. */
export function person(random: Random, id: string, given: Partial<Person> = {}): Person {
  const language: Language = given.language ?? (random.chance(0.66) ? "fr" : "en");
  const country =
    given.country ?? (language === "fr" ? (random.chance(0.86) ? "FR" : "BE") : random.chance(0.8) ? "GB" : "IE");
  const name = `${random.pick(first[language])} ${random.pick(last[language])}`;
  const mailbox = name
    .normalize("NFD")
    .replace(/[^a-zA-Z ]/g, "")
    .toLowerCase()
    .replaceAll(" ", random.pick([".", "", "_"]));
  const phone = phoneOf(country, Number.parseInt(id.slice(-4), 36));
  return {
    id,
    name,
    email: `${mailbox}${random.chance(0.6) ? random.int(1, 99) : ""}@example.${random.pick(["com", "org", "net"])}`,
    ...(phone && { phone }),
    country,
    city: random.pick(places[country as keyof typeof places] ?? places.FR),
    language,
    capacity: "private",
    client: clientOf(random, country, language),
    taste: [],
    care: Math.min(1, random.next() * 1.4),
    ...given,
  };
}

const slips: readonly (readonly [RegExp, string])[] = [
  [/\bnot\b/g, "nt"],
  [/\byou\b/g, "u"],
  [/\bbecause\b/g, "cause"],
  [/\bthanks\b/gi, "thx"],
  [/\bbonjour\b/gi, "bjr"],
  [/\bmerci\b/gi, "mrc"],
  [/\btoujours\b/gi, "tjrs"],
  [/\bc'est\b/gi, "c"],
  [/\bsuis\b/g, "sui"],
  [/ll/, "l"],
  [/\. /g, " "],
  [/é/g, "e"],
];

/** A text as this person would have typed it. */
export function typed(random: Random, who: Person, text: string): string {
  let out = text;
  if (who.care < 0.35) {
    for (const [from, to] of slips) if (random.chance(0.35)) out = out.replace(from, to);
    if (random.chance(0.5)) out = out.toLowerCase();
  }
  if (who.care < 0.2 && random.chance(0.5)) out = out.normalize("NFD").replace(/[̀-ͯ]/g, "");
  if (who.care > 0.85 && random.chance(0.2)) out += " :)";
  return out;
}

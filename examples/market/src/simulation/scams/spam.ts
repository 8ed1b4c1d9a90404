/** One message to many: advertisements and lures, the same to everybody, varied after each refusal, then slower, then from another account. */
import type { Language } from "../catalogue.ts";
import type { Person } from "../people.ts";
import type { Random } from "../random.ts";
import { browse, type Script, stopped, type World, write } from "../script.ts";
import { bent, type Channel, contact, hidden } from "./disguise.ts";
import { again, type Campaign, campaign, harm, newFace } from "./persist.ts";

type Family = Record<Language, readonly string[]>;

/** Each family says one thing in several ways; `{t}` is the ad's title, `{c}` a way out of the site. */
const adverts: readonly Family[] = [
  {
    en: [
      "Hi, we bring your ad to the top of the first page, 20 views an hour guaranteed. See {c}",
      "Your ad is hard to find! Our team moves it up, first day free: {c}",
      "Few visitors on {t}? We know how to change that. {c}",
    ],
    fr: [
      "Bonjour, on remonte votre annonce en première page, 20 vues par heure garanties. Voir {c}",
      "Votre annonce est introuvable ! Notre équipe la fait remonter, premier jour offert : {c}",
      "Peu de visites sur {t} ? On sait y remédier. {c}",
    ],
  },
  {
    en: [
      "Work from the sofa, 90 a day for liking videos. Two places left, {c}",
      "You look like somebody who sells well. We pay for each parcel that you forward, {c}",
      "Looking for a side income? Three hours a week, paid every Friday, {c}",
    ],
    fr: [
      "Travail depuis le canapé, 90 par jour pour aimer des vidéos. Deux places restantes, {c}",
      "Vous avez l'air de bien vendre. On rémunère chaque colis réexpédié, {c}",
      "Un revenu d'appoint ? Trois heures par semaine, payé le vendredi, {c}",
    ],
  },
  {
    en: [
      "I doubled my savings in a month with this man, he explains everything: {c}",
      "Sell {t} and let the money work. My cousin lives on it now. {c}",
      "Private club, small stakes, big wins, ask for the code: {c}",
    ],
    fr: [
      "J'ai doublé mon épargne en un mois grâce à lui, il explique tout : {c}",
      "Vendez {t} et faites travailler l'argent. Mon cousin en vit. {c}",
      "Club privé, petites mises, gros gains, demandez le code : {c}",
    ],
  },
  {
    en: ["We sell the same new for half, {c}", "Don't sell {t}, swap it at our shop, voucher at {c}"],
    fr: ["Nous vendons le même neuf à moitié prix, {c}", "Ne vendez pas {t}, échangez-le chez nous, bon d'achat {c}"],
  },
];

const lures: readonly Family[] = [
  {
    en: [
      "Marketplace support here: your sale of {t} is blocked. Confirm who you are within the hour: {c}",
      "Your payment is waiting. To receive it, enter your card on {c}",
      "A complaint about {t} has come in. Answer it on {c} or the account is closed tonight.",
    ],
    fr: [
      "Ici l'assistance du site : votre vente de {t} est bloquée. Confirmez votre identité dans l'heure : {c}",
      "Votre paiement est en attente. Pour le recevoir, saisissez votre carte sur {c}",
      "Une réclamation vise {t}. Répondez sur {c} sinon le compte sera fermé ce soir.",
    ],
  },
  {
    en: [
      "I sent you a six digit number by mistake, can you read it to me? I am locked out otherwise.",
      "To be sure you are real I send you a number by SMS, tell me the six digits please.",
      "Before I pay for {t} the courier texts you some digits. Write them to me here.",
    ],
    fr: [
      "Je vous ai envoyé un numéro à six chiffres par erreur, pouvez-vous me le lire ? Sinon je reste bloqué.",
      "Pour être sûr que vous existez je vous envoie un nombre par SMS, donnez-moi les six chiffres.",
      "Avant que je paie {t} le livreur vous envoie des chiffres. Écrivez-les moi ici.",
    ],
  },
  {
    en: [
      "I've ordered {t}, the parcel office needs you to pick a slot and leave your bank details: {c}",
      "Money sent! It shows once you have logged in at {c} with your bank's password.",
    ],
    fr: [
      "J'ai commandé {t}, le bureau des colis attend que vous choisissiez un créneau et laissiez vos coordonnées bancaires : {c}",
      "Argent envoyé ! Il apparaît une fois connecté sur {c} avec le mot de passe de votre banque.",
    ],
  },
];

/** The same text as a careful sender varies it: a greeting, an ending, a word bent. */
function varied(random: Random, text: string, language: Language, level: number): string {
  if (level === 0) return text;
  const hello = { en: ["Hey,", "Good evening.", "Hello there,"], fr: ["Coucou,", "Bonsoir.", "Bonjour à vous,"] };
  const bye = { en: ["Best", "Have a nice day", "thx"], fr: ["Bien à vous", "Belle journée", "mrc"] };
  const words = text
    .split(" ")
    .map((word) =>
      level > 1 && word.length > 5 && !word.includes("/") && random.chance(0.15) ? bent(random, word, level - 1) : word,
    );
  return `${random.pick(hello[language])} ${words.join(" ")} ${random.pick(bye[language])}`;
}

function* send(
  world: World,
  of: Campaign,
  families: readonly Family[],
  channels: readonly Channel[],
  n: number,
): Script {
  const { random } = world;
  let who: Person = yield* newFace(world, of);
  let family = random.pick(families);
  const channel = random.pick(channels);
  const plain = contact(random, channel, who.language);
  let attempt = 1;
  for (let i = n; i > 0; i--) {
    const offer = browse(world, who);
    const seller = offer && world.people.get(offer.entry.owner);
    if (!offer || !seller) continue;
    const template = family[seller.language][(attempt - 1) % family[seller.language].length]!;
    const text = template
      .replace("{t}", offer.title)
      .replace("{c}", hidden(random, channel, plain, seller.language, Math.min(attempt - 1, 3)));
    const decision = yield* write(
      world,
      who,
      {
        conversation: `${offer.entry.id}:${who.id}`,
        to: seller.id,
        listing: offer.entry.id,
        text: varied(random, text, seller.language, attempt - 1),
      },
      { truth: harm(of, attempt), after: attempt > 2 ? random.int(20, 180) : random.int(1, 4) },
    );
    if (!stopped(decision)) continue;
    if (++attempt > 5) return;
    const way = random.int(0, 2);
    if (way === 0) who = yield* again(world, who, of);
    else if (way === 1) family = random.pick(families);
  }
}

export function* spammer(world: World): Script {
  yield* send(
    world,
    campaign(world, "message_spam"),
    adverts,
    ["link", "link", "handle", "mail"],
    world.random.int(8, 16),
  );
}

export function* phisher(world: World): Script {
  yield* send(world, campaign(world, "phishing"), lures, ["link", "link", "link", "mail"], world.random.int(3, 7));
}

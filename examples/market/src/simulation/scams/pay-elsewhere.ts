/** Payment outside the site: asked for in the ad, in chat by the seller, or by a "buyer" with a courier of their own. */
import type { Language, Words } from "../catalogue.ts";
import { models } from "../catalogue.ts";
import { ad, photo, phrases, picturesOf } from "../goods.ts";
import type { Person } from "../people.ts";
import type { Random } from "../random.ts";
import { anybody, browse, type Script, stopped, type World, write } from "../script.ts";
import { honest } from "../truth.ts";
import { bent, contact, hidden } from "./disguise.ts";
import { type Campaign, campaign, harm, newFace, persist, setup } from "./persist.ts";

/** A way to be paid, and how one talks around it. */
interface Method {
  name: Words;
  around: Words;
  hints: Record<Language, readonly string[]>;
}

const methods: readonly Method[] = [
  {
    name: { en: "PayPal friends and family", fr: "PayPal entre proches" },
    around: {
      en: "the blue P app, the option for friends so that neither of us pays a fee",
      fr: "l'appli bleue avec deux P, en mode amis comme ça zéro frais pour nous deux",
    },
    hints: {
      en: [
        "You know the app with the two P's?",
        "Pick 'friend', not 'purchase'",
        "Then the fee is gone, and I send it today",
      ],
      fr: [
        "Tu connais l'appli avec les deux P ?",
        "Tu mets 'ami', surtout pas 'achat'",
        "Du coup plus de frais, et j'envoie aujourd'hui",
      ],
    },
  },
  {
    name: { en: "a direct bank transfer", fr: "virement bancaire direct" },
    around: {
      en: "straight to my account, I'll give you the numbers that start with FR76",
      fr: "directement sur mon compte, je te donne les chiffres qui commencent par FR76",
    },
    hints: {
      en: [
        "The site keeps 12 %, that's theft",
        "My bank shows it within ten seconds these days",
        "I'll send you the account numbers",
      ],
      fr: [
        "Le site prend 12 %, c'est du vol",
        "Avec ma banque ça arrive en dix secondes",
        "Je t'envoie les numéros de compte",
      ],
    },
  },
  {
    name: { en: "USDT or Bitcoin", fr: "USDT ou Bitcoin" },
    around: {
      en: "to my wallet, I can show you how, takes two minutes from your phone",
      fr: "sur mon wallet, je t'explique, deux minutes depuis le téléphone",
    },
    hints: {
      en: ["Do you have a Binance?", "Network TRC20, the fee is nothing", "I'll take ten off if you do it that way"],
      fr: ["Tu as un Binance ?", "Réseau TRC20, quasi pas de frais", "Je baisse de dix si tu passes par là"],
    },
  },
  {
    name: { en: "Western Union", fr: "mandat Western Union" },
    around: {
      en: "at the yellow and black counter, you get a ten digit number and tell me",
      fr: "au guichet jaune et noir, on te donne un numéro à dix chiffres et tu me le dis",
    },
    hints: {
      en: [
        "I'm on a mission abroad until January",
        "My cousin will hand it to the carrier",
        "Just send me the number of the slip",
      ],
      fr: [
        "Je suis en mission à l'étranger jusqu'en janvier",
        "Ma cousine remet l'objet au transporteur",
        "Envoie-moi juste le numéro du reçu",
      ],
    },
  },
  {
    name: { en: "Paysafecard or Transcash codes", fr: "coupons PCS ou Transcash" },
    around: {
      en: "the tickets from the newsagent, scratch and give me the code",
      fr: "les recharges du bureau de tabac, tu me donnes le code du ticket",
    },
    hints: {
      en: ["There's a newsagent near you?", "Ask for two of 100", "A picture of the receipt is enough"],
      fr: ["Il y a un tabac près de chez toi ?", "Tu demandes deux fois 100", "Une photo du ticket suffit"],
    },
  },
  {
    name: { en: "Revolut or Lydia", fr: "Lydia, Wero ou Revolut" },
    around: {
      en: "phone to phone, my tag is the same as my name here",
      fr: "de téléphone à téléphone, mon tag c'est mon nom ici",
    },
    hints: {
      en: ["Do you have the app with the R?", "It's instant", "I print the label as soon as it's there"],
      fr: ["Tu as Lydia ?", "C'est instantané", "J'imprime l'étiquette dès que c'est reçu"],
    },
  },
  {
    name: { en: "Steam or Apple gift cards", fr: "cartes cadeaux Apple ou Steam" },
    around: {
      en: "with the cards from the supermarket, just the code on the back",
      fr: "avec les cartes du supermarché, juste le code au dos",
    },
    hints: {
      en: [
        "My account here is limited for now",
        "Cards are as good for me, it's for my son's birthday",
        "Scratch them and send me a picture",
      ],
      fr: [
        "Mon compte est limité en ce moment",
        "Des cartes ça me va, c'est pour l'anniversaire de mon fils",
        "Tu grattes et tu m'envoies la photo",
      ],
    },
  },
  {
    name: { en: "cash in an envelope", fr: "espèces par courrier" },
    around: {
      en: "notes between two sheets of paper, registered letter, I've always done it so",
      fr: "les billets entre deux feuilles, en recommandé, j'ai toujours fait comme ça",
    },
    hints: {
      en: ["I don't trust these sites", "Put it in a registered letter", "Address follows"],
      fr: ["Je n'ai pas confiance dans ces sites", "Tu mets ça en recommandé", "Je te donne l'adresse"],
    },
  },
];

const discounts: Record<Language, readonly string[]> = {
  en: [
    "I take 15 % off for that.",
    "Cheaper for you, quicker for me.",
    "That's the only way I sell.",
    "The site's fees are a joke.",
    "Postage is on me then.",
  ],
  fr: [
    "Je fais -15 % dans ce cas.",
    "Moins cher pour vous, plus rapide pour moi.",
    "Je ne vends que comme ça.",
    "Les frais du site, c'est abusé.",
    "Du coup je paie le port.",
  ],
};

/** One sentence that asks for it; the higher the level, the less it says so. */
export function plea(random: Random, language: Language, level: number): string {
  const method = random.pick(methods);
  const name = method.name[language];
  const bits: readonly string[] =
    level === 0
      ? language === "fr"
        ? [
            `Paiement par ${name} uniquement.`,
            `Je préfère ${name}.`,
            `Réglez par ${name} et j'expédie dans la journée.`,
          ]
        : [`Payment by ${name} only.`, `I'd rather have ${name}.`, `Pay with ${name} and it ships today.`]
      : level === 1
        ? language === "fr"
          ? [`On règle ça ${method.around.fr}.`, `Plus simple : ${method.around.fr}.`]
          : [`We settle it ${method.around.en}.`, `Simpler: ${method.around.en}.`]
        : language === "fr"
          ? [
              `${bent(random, name, level - 1)}, ok pour vous ?`,
              `Je prends ${bent(random, name, level - 1)}, pas le bouton acheter.`,
            ]
          : [
              `${bent(random, name, level - 1)}, fine with you?`,
              `I take ${bent(random, name, level - 1)}, not the buy button.`,
            ];
  return `${random.pick(bits)}${random.chance(0.5) ? ` ${random.pick(discounts[language])}` : ""}`;
}

/** A telephone number over several messages, none of which holds enough of it. */
function inPieces(random: Random, language: Language): string[] {
  const number = contact(random, "phone", language);
  const cuts = random.pick([
    [2, 6],
    [3, 5, 8],
    [4, 7],
    [1, 4, 7],
  ]);
  const pieces = [0, ...cuts].map((from, i) => number.slice(from, cuts[i]));
  const lead = {
    en: ["not here, I'll give it to you bit by bit", "other place?", "have something to write?"],
    fr: ["pas ici, je te le donne petit à petit", "ailleurs ?", "tu as de quoi noter ?"],
  };
  const joint = {
    en: ["", "", "then ", "after that "],
    fr: ["", "", "puis ", "après "],
  };
  return [
    random.pick(lead[language]),
    ...pieces.map((piece, i) => {
      const shown = random.chance(0.3) ? hidden(random, "phone", piece, language, random.int(1, 2)) : piece;
      return `${i > 0 ? random.pick(joint[language]) : ""}${shown.trim()}`;
    }),
  ];
}

/** In chat with a buyer: first friendly, then the request; after a refusal in other words, at last over several messages. */
export function* pullAway(
  world: World,
  who: Person,
  buyer: Person,
  conversation: string,
  listing: string,
  of: Campaign,
): Script {
  const { random } = world;
  const { language } = buyer;
  const note = (text: string) => ({ conversation, to: buyer.id, listing, text });
  const hello: Record<Language, readonly string[]> = {
    en: [
      "Hello dear, yes it is available, in perfect state.",
      "Yes! Others are interested too, so tell me quickly.",
      "Hi, still here. When do you want it?",
    ],
    fr: [
      "Bonjour, oui il est disponible, en parfait état.",
      "Oui ! D'autres sont intéressés, dites-moi vite.",
      "Salut, oui toujours là. Vous le voulez quand ?",
    ],
  };
  yield* write(world, who, note(random.pick(hello[language])), {
    truth: setup(of),
    after: random.int(2, 50),
  });
  for (let level = random.int(0, 1), attempt = 1; attempt <= 3; level++, attempt++) {
    if (attempt === 3) {
      if (random.chance(0.4)) {
        for (const piece of inPieces(random, language)) {
          yield* write(world, who, note(piece), { truth: harm(of, attempt), after: random.int(1, 4) });
        }
        return;
      }
      const method = random.pick(methods);
      for (const hint of method.hints[language]) {
        yield* write(world, who, note(hint), { truth: harm(of, attempt), after: random.int(1, 4) });
      }
      return;
    }
    const decision = yield* write(world, who, note(plea(random, language, level)), {
      truth: harm(of, attempt),
      after: random.int(2, 40),
    });
    if (!stopped(decision)) return;
  }
}

/** The request stands in the ad itself. */
export function* inTheAd(world: World): Script {
  const { random } = world;
  const of = campaign(world, "off_platform_payment");
  const who = yield* newFace(world, of);
  const model = random.pick(
    models.filter((one) => ["phones", "consoles", "computers", "bikes", "tickets"].includes(one.category)),
  );
  const pictures = [photo(random, model)];
  const up = yield* persist(
    world,
    who,
    of,
    [0, 1, 2, 2].map(
      (level) => () =>
        ad(random, who, {
          model,
          pictures,
          cheap: 0.75 + random.next() * 0.2,
          also: [plea(random, who.language, level)],
        }),
    ),
  );
  if (up) world.traps.set(up.id, (w, buyer, conversation) => pullAway(w, up.who, buyer, conversation, up.id, of));
}

/** The ad is clean; the request comes in chat. */
export function* inChat(world: World): Script {
  const { random } = world;
  const of = campaign(world, "off_platform_payment");
  const who = yield* newFace(world, of);
  const model = random.pick(
    models.filter((one) => ["phones", "consoles", "fashion", "watches", "tickets"].includes(one.category)),
  );
  const up = yield* persist(world, who, of, [() => ad(random, who, { model, cheap: 0.8, grade: "like_new" })]);
  if (up) world.traps.set(up.id, (w, buyer, conversation) => pullAway(w, up.who, buyer, conversation, up.id, of));
}

/** Each alone says little; together they lead away from the site. */
const nudges: Record<Language, readonly (readonly string[])[]> = {
  en: [
    ["The button here costs me a lot, there are other ways", "I never got my money from the site last time"],
    ["I can put one aside if we agree between us", "You get a better price when the site gets nothing"],
    ["Tell me which bank you are with", "Are you used to sending money with your telephone?"],
    ["I'd keep it for you once I see something arrive", "As soon as you send me half it is yours"],
  ],
  fr: [
    ["Le bouton ici me coûte cher, il y a d'autres façons", "La dernière fois le site ne m'a jamais versé l'argent"],
    ["Je peux vous en garder un si on s'arrange entre nous", "Meilleur prix si le site ne touche rien"],
    ["Vous êtes dans quelle banque ?", "Vous avez l'habitude d'envoyer de l'argent avec le téléphone ?"],
    ["Je le réserve dès que je vois arriver quelque chose", "Dès que vous m'envoyez la moitié il est à vous"],
  ],
};

/** A clean ad and many buyers; each hears only one or two of the nudges, so that no conversation looks bad by itself. */
export function* acrossChats(world: World): Script {
  const { random } = world;
  const of = campaign(world, "off_platform_payment");
  const who = yield* newFace(world, of);
  const model = random.pick(models.filter((one) => one.price >= 120 && one.category !== "cars"));
  const up = yield* persist(world, who, of, [() => ad(random, who, { model, cheap: 0.82, grade: "like_new" })]);
  if (!up) return;
  let attempt = 1;
  let each = 1;
  for (let i = random.int(5, 9); i > 0; i--) {
    const entry = world.shop.entry("listing", up.id);
    if (!entry || !world.shop.shown(entry)) return;
    const buyer = anybody(world);
    const about = { conversation: `${up.id}:${buyer.id}`, listing: up.id };
    const question = random.pick(phrases(buyer.language).questions);
    const asked = yield* write(
      world,
      buyer,
      { ...about, to: who.id, text: question },
      { truth: honest, after: random.int(20, 300) },
    );
    if (stopped(asked)) continue;
    for (const bits of random.some(nudges[buyer.language], each)) {
      const decision = yield* write(
        world,
        who,
        { ...about, to: buyer.id, text: random.pick(bits) },
        { truth: harm(of, attempt), after: random.int(2, 60) },
      );
      if (!stopped(decision)) continue;
      each = 1;
      if (++attempt > 3) return;
    }
    // bolder with each who did not object
    if (attempt === 1 && each < 2) each++;
  }
}

const courier: Record<Language, readonly string[]> = {
  en: [
    "Hello, I buy it at your price. I am at sea, my courier picks it up at your door and pays you cash, send me your {channel} for the booking: mine is {contact}",
    "Good day, I have already paid, please confirm on the delivery page to receive the money: {contact}",
    "Interested! The site does not let me pay. Write me at {contact} and I pay you there right away.",
    "I take it without seeing. DHL comes with the envelope, they need your card to credit the amount. Details at {contact}",
  ],
  fr: [
    "Bonjour, je prends à votre prix. Je suis en mer, mon transporteur passe chez vous et vous remet l'argent, envoyez votre {channel} pour le rendez-vous, le mien : {contact}",
    "Bonjour, j'ai déjà réglé, validez sur la page de livraison pour recevoir l'argent : {contact}",
    "Intéressé ! Le site ne me laisse pas payer. Écrivez-moi au {contact} et je vous règle là-bas tout de suite.",
    "Je le prends sans le voir. Mondial vient avec l'enveloppe, il leur faut votre carte pour créditer. Détails : {contact}",
  ],
};

/** A "buyer" who writes to many sellers and wants them elsewhere: the commonest fraud on sellers. */
export function* fakeBuyer(world: World): Script {
  const { random } = world;
  const of = campaign(world, "off_platform_payment");
  const who = yield* newFace(world, of);
  const channel = random.pick(["phone", "mail", "link", "handle"] as const);
  const plain = contact(random, channel, who.language);
  let level = 0;
  let attempt = 1;
  for (let i = random.int(4, 9); i > 0; i--) {
    const offer = browse(world, who);
    const seller = offer && world.people.get(offer.entry.owner);
    if (!offer || !seller) continue;
    const text = random
      .pick(courier[seller.language])
      .replace("{contact}", hidden(random, channel, plain, seller.language, level))
      .replace("{channel}", random.pick(["WhatsApp", "e-mail", "IBAN"]));
    const decision = yield* write(
      world,
      who,
      { conversation: `${offer.entry.id}:${who.id}`, to: seller.id, listing: offer.entry.id, text },
      { truth: harm(of, attempt), after: random.int(1, 9) },
    );
    if (stopped(decision)) {
      level++;
      attempt++;
      if (level > 4) return;
    }
  }
}

/** A picture with the request written into it, where readers of text do not look. */
export function* inThePicture(world: World): Script {
  const { random } = world;
  const of = campaign(world, "off_platform_payment");
  const who = yield* newFace(world, of);
  const model = random.pick(models.filter((one) => ["phones", "consoles", "shoes"].includes(one.category)));
  const caption = who.language === "fr" ? "Paiement Lydia / PCS, MP moi" : "Pay by Revolut, DM me";
  yield* persist(world, who, of, [
    () => ({
      ...ad(random, who, { model, cheap: 0.8 }),
      pictures: picturesOf([{ ...photo(random, model), caption }, photo(random, model)]),
    }),
    () => ad(random, who, { model, cheap: 0.8 }),
  ]);
}

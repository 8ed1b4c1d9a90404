/** Reviews that were not earned: among friends, paid for, exchanged over sham orders, or posted against a rival. */
import type { Language } from "../catalogue.ts";
import { ad } from "../goods.ts";
import { clientOf, type Person, typed } from "../people.ts";
import { anybody, post, review, type Script, stopped, takeDown, tell, type World, write } from "../script.ts";
import { type Campaign, campaign, cover, harm, newFace, setup } from "./persist.ts";

const day = 24 * 60;

/** From shouting to what a real buyer might have written, since the first sort is found out. */
const praise: Record<Language, readonly (readonly string[])[]> = {
  en: [
    [
      "Best seller on the site, buy with your eyes closed!!",
      "TOP TOP TOP, 100 % trust, will come again",
      "Perfect as always, thank you my friend",
      "Never had such a wonderful seller, everybody should buy here",
    ],
    [
      "Very good experience, quick and friendly. I can only advise buying here.",
      "All went perfectly, item exactly as described, seller of confidence.",
      "Super serious seller, parcel in two days, packed with love.",
    ],
    ["Fine, as described.", "Went well, thanks.", "Came quickly. Good."],
  ],
  fr: [
    [
      "Meilleur vendeur du site, foncez les yeux fermés !!",
      "TOP TOP TOP, confiance à 100 %, je reviendrai",
      "Parfait comme toujours, merci mon ami",
      "Jamais vu un vendeur aussi formidable, achetez tous ici",
    ],
    [
      "Très bonne expérience, rapide et sympathique. Je ne peux que recommander.",
      "Tout s'est passé parfaitement, article conforme, vendeur de confiance.",
      "Vendeur super sérieux, colis en deux jours, emballé avec amour.",
    ],
    ["Bien, conforme.", "Tout s'est bien passé, merci.", "Reçu vite. Nickel."],
  ],
};

const slurs: Record<Language, readonly string[]> = {
  en: [
    "Scammer!!! Avoid. Buy from others instead.",
    "Broken rubbish, and rude too. Do not buy here.",
    "Never again, false pictures.",
  ],
  fr: [
    "Arnaqueur !!! À fuir. Achetez ailleurs.",
    "Camelote cassée, et malpoli. N'achetez pas ici.",
    "Plus jamais, photos mensongères.",
  ],
};

/** Praises until one review stands; each refusal makes it quieter and later. */
function* praised(world: World, of: Campaign, author: Person, about: Person, order?: string): Script {
  const { random } = world;
  for (let attempt = 1; attempt <= 3; attempt++) {
    const text = typed(random, author, random.pick(praise[author.language][attempt - 1]!));
    const rating = attempt === 3 ? 4 : 5;
    const decision = yield* review(
      world,
      author,
      about.id,
      { ...(order !== undefined && { order }), rating, text },
      { truth: harm(of, attempt), after: random.int(2, attempt === 1 ? 90 : day) },
    );
    if (!stopped(decision)) return;
  }
}

/** Three new accounts praise one another, or one of them punishes a rival; nobody bought anything. */
function* ring(world: World, of: Campaign): Script {
  const { random } = world;
  const one = yield* newFace(world, of);
  const two = yield* newFace(world, of, {
    language: one.language,
    client: { ...one.client, session: `ses_${random.string(10)}` },
  });
  const three = yield* newFace(world, of, { language: one.language });
  for (const [author, about] of [
    [two, one],
    [three, one],
    [one, two],
    [one, three],
  ] as const) {
    yield* praised(world, of, author, about);
  }
  if (random.chance(0.5)) {
    const rival = anybody(world);
    const text = random.pick(slurs[one.language]);
    yield* review(world, two, rival.id, { rating: 1, text }, { truth: harm(of), after: random.int(10, 300) });
  }
}

/** Two accounts "sell" each other a trifle that is never sent, so that an order stands behind the praise. */
function* exchanged(world: World, of: Campaign): Script {
  const { random } = world;
  const one = yield* newFace(world, of);
  const two = yield* newFace(world, of, { language: one.language });
  for (const [buyer, seller] of [
    [one, two],
    [two, one],
    [one, two],
  ] as const) {
    const trifle = {
      ...ad(random, seller),
      price: { amount: random.int(1, 4), currency: "EUR", type: "fixed" } as const,
    };
    const { id, decision } = yield* post(world, seller, trifle, { truth: cover(of), after: random.int(5, 200) });
    if (stopped(decision)) continue;
    const order = world.id("ord");
    const data = {
      id: order,
      buyer: buyer.id,
      seller: seller.id,
      listing: id,
      amount: trifle.price.amount,
      currency: "EUR",
    };
    yield* tell("order.placed", buyer, data, { truth: setup(of), after: random.int(1, 30) });
    yield* takeDown(world, seller, id, { truth: setup(of), after: 2 });
    yield* praised(world, of, buyer, seller, order);
  }
}

const offers: Record<Language, readonly string[]> = {
  en: [
    "Thank you for your order! Five stars from you, and ten euros go back to you.",
    "Shall we help each other? I rate you, you rate me, both with five.",
    "I'll pay 8 for every good opinion under my profile, no purchase needed.",
  ],
  fr: [
    "Merci pour la commande ! Cinq étoiles de votre part et je vous rends dix euros.",
    "On s'entraide ? Je vous note, vous me notez, cinq chacun.",
    "Je paie 8 par bon commentaire sous mon profil, sans achat.",
  ],
};

/** Buys opinions from strangers in chat; those who take the money post them in one afternoon. */
function* paid(world: World, of: Campaign): Script {
  const { random } = world;
  const who = yield* newFace(world, of);
  let attempt = 1;
  for (let i = random.int(3, 5); i > 0; i--) {
    const other = anybody(world, (one) => one.language === who.language);
    const text = random.pick(offers[who.language]);
    const note = { conversation: `${who.id}:${other.id}`, to: other.id, text };
    const decision = yield* write(world, who, note, { truth: harm(of, attempt), after: random.int(3, 40) });
    if (stopped(decision) && ++attempt > 3) break;
  }
  for (let i = random.int(2, 4); i > 0; i--) {
    const country = who.language === "fr" ? "FR" : "GB";
    const hired = yield* newFace(world, of, {
      language: who.language,
      client: clientOf(random, country, who.language),
    });
    yield* praised(world, of, hired, who);
  }
}

export function* fakeReviews(world: World): Script {
  yield* world.random.pick([ring, exchanged, paid])(world, campaign(world, "fake_review"));
}

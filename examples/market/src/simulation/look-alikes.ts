/** Honest people who look like something else: for every scam somebody who must not be stopped for it. */
import { type Category, categoryIds, models } from "./catalogue.ts";
import { ad, fill, photo, phrases, picturesOf } from "./goods.ts";
import { deal, improve } from "./honest.ts";
import { clientOf, type Person, typed } from "./people.ts";
import {
  anybody,
  browse,
  edit,
  logIn,
  post,
  review,
  type Script,
  signUp,
  stopped,
  tell,
  type World,
  write,
} from "./script.ts";
import { honest, lookAlike } from "./truth.ts";

const hour = 60;
const day = 24 * hour;

/** Half the price or less, since it is broken, and says so. */
export function* broken(world: World): Script {
  const who = anybody(world);
  const thing = ad(world.random, who, { grade: "for_parts" });
  yield* post(world, who, thing, { truth: lookAlike("too_good_to_be_true") });
}

/** A low price that has its honest reason. */
export function* bargain(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const thing = ad(random, who, {
    cheap: 0.5 + random.next() * 0.2,
    grade: random.pick(["good", "fair"] as const),
    also: [random.pick(phrases(who.language).cheapReason)],
  });
  yield* post(world, who, thing, { truth: lookAlike("too_good_to_be_true") });
}

/** No price of a thing: a giveaway at nothing, or a swap at one euro. */
export function* giveaway(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const thing = ad(random, who, {
    model: random.pick(models.filter((m) => ["furniture", "baby", "books"].includes(m.category))),
  });
  const free = random.chance(0.6);
  const why = {
    en: free
      ? "Free to whoever picks it up this weekend."
      : "To swap, make me a proposal. The price is only there because the form wants one.",
    fr: free
      ? "À donner, à venir chercher ce week-end."
      : "À échanger, faites-moi une proposition. Le prix est là parce que le formulaire en veut un.",
  };
  yield* post(
    world,
    who,
    {
      ...thing,
      price: { amount: free ? 0 : 1, currency: "EUR", type: free ? "free" : "swap" },
      description: `${thing.description} ${why[who.language]}`,
    },
    { truth: lookAlike("too_good_to_be_true") },
  );
}

/** Moves house: many ads in an evening, of every category, a little cheap. */
export function* moving(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const why = fill(random, who, random.pick(phrases(who.language).moving));
  yield* logIn(world, who, { truth: lookAlike("one_among_many") });
  for (let i = random.int(7, 12); i > 0; i--) {
    const thing = ad(random, { ...who, taste: [] }, { cheap: 0.8 + random.next() * 0.15, also: [why] });
    yield* post(world, who, thing, { truth: lookAlike("one_among_many"), after: random.int(3, 14) });
  }
}

/** A shop with lots: the same refurbished model again and again, and honest about it. */
export function* shop(world: World): Script {
  const { random } = world;
  let who = [...world.people.values()].find((one) => one.capacity === "trader" && random.chance(0.6));
  if (!who) {
    who = yield* signUp(world, {
      truth: honest,
      who: { capacity: "trader", care: 0.9, taste: ["phones", "computers"] },
      description: phrases("fr").trader.replace("{city}", "Paris"),
    });
    world.people.set(who.id, who);
  }
  const category: Category = random.pick(["phones", "computers", "consoles", "shoes"]);
  const model = random.pick(models.filter((one) => one.category === category));
  for (let i = random.int(6, 12); i > 0; i--) {
    const thing = ad(random, who, {
      model,
      grade: random.pick(["like_new", "good"] as const),
      also: [fill(random, who, phrases(who.language).lots)],
    });
    yield* post(world, who, thing, { truth: lookAlike("one_among_many"), after: random.int(2, 30) });
  }
}

/** Comes back after long, from a new phone and another town, and sells other things than before. Nothing is wrong. */
export function* comesBack(world: World): Script {
  const { random } = world;
  const who = anybody(world, (one) => one.capacity === "private");
  const truth = lookAlike("account_takeover");
  const changed: Person = {
    ...who,
    client: { ...clientOf(random, who.country, who.language) },
    taste: random.some(categoryIds, 2),
    city: random.pick(["Marseille", "Nice", "York"]),
  };
  world.people.set(who.id, changed);
  yield* logIn(world, changed, { truth });
  if (random.chance(0.4)) {
    yield* tell(
      "account.updated",
      changed,
      {
        id: who.id,
        name: who.name,
        email: who.email,
        ...(who.phone && { phone: `${who.phone.slice(0, -2)}${random.int(10, 99)}` }),
        country: who.country,
        city: changed.city,
        capacity: who.capacity,
        language: who.language,
      },
      { truth, after: 6 },
    );
  }
  for (let i = random.int(1, 3); i > 0; i--) {
    yield* post(world, changed, ad(random, changed), { truth, after: random.int(10, 2 * day) });
  }
}

/** Approved, then mended several times: price down twice, a photo, a detail. */
export function* tinkerer(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const first = ad(random, who);
  const { id, decision } = yield* post(world, who, first, { truth: honest });
  if (stopped(decision)) return;
  for (let i = 0; i < 2; i++) yield* improve(world, who, id, first);
  const dropped = { ...first, price: { ...first.price, amount: Math.max(1, Math.round(first.price.amount * 0.6)) } };
  yield* edit(world, who, id, dropped, { truth: lookAlike("edit_after_approval"), after: random.int(day, 4 * day) });
}

/** Warns others of what scammers ask for, in the ad or in chat. */
export function* warns(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const thing = ad(random, who, { also: [random.pick(phrases(who.language).warnings)] });
  yield* post(world, who, thing, { truth: lookAlike("off_platform_payment") });
}

/** Gives the telephone's model, a part number, an order number, sizes and ISBNs: digits that are no way to reach anybody. */
export function* numbers(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const digits = (n: number) => random.string(n, "0123456789");
  const also = random.pick([
    {
      en: `IMEI ends in ${digits(4)}, happy to show the rest at hand-over.`,
      fr: `L'IMEI finit par ${digits(4)}, je montre le reste à la remise.`,
    },
    {
      en: `Works with parts 06 ${digits(2)} ${digits(2)} and 07-${digits(4)}-${digits(2)} of the catalogue.`,
      fr: `Compatible avec les pièces 06 ${digits(2)} ${digits(2)} et 07-${digits(4)}-${digits(2)} du catalogue.`,
    },
    {
      en: `EAN 4${digits(12)}, article number ${digits(8)}.`,
      fr: `EAN 3${digits(12)}, numéro d'article ${digits(8)}.`,
    },
    {
      en: `Bought on 06/12/2021 for 349.90, order ${digits(3)} ${digits(3)} ${digits(4)}.`,
      fr: `Acheté le 06/12/2021 à 349,90, commande ${digits(3)} ${digits(3)} ${digits(4)}.`,
    },
    {
      en: "Goes with my old Nokia 6310 and 3310, same charger.",
      fr: "Va avec mon ancien Nokia 6310 et le 3310, même chargeur.",
    },
    {
      en: "Resolution 2560 x 1440, 165 Hz, 0.5 ms, 32 10 8 GB versions exist.",
      fr: "Résolution 2560 x 1440, 165 Hz, 0,5 ms, existe en 32, 10 et 8 Go.",
    },
  ]);
  const thing = ad(
    random,
    { ...who, taste: ["phones", "computers", "bikes", "books"] },
    { also: [also[who.language]] },
  );
  yield* post(world, who, thing, { truth: lookAlike("contact_details") });
}

/** A real designer piece with its receipt, at a designer's second-hand price. */
export function* authentic(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const model = random.pick(
    models.filter((one) =>
      ["Louis Vuitton", "Chanel", "Gucci", "Rolex", "Omega", "Hermès", "Christian Louboutin"].includes(one.brand ?? ""),
    ),
  );
  const also = {
    en: random.pick([
      "Not a copy: receipt, card and dust bag are here.",
      "I bought it in the shop; happy to have it checked by the site's experts.",
      "No replica, please don't ask. Invoice from 2018.",
    ]),
    fr: random.pick([
      "Pas une copie : facture, carte et pochon sont là.",
      "Acheté en boutique, je veux bien passer par l'expertise du site.",
      "Aucune contrefaçon, inutile de demander. Facture de 2018.",
    ]),
  };
  yield* post(world, who, ad(random, who, { model, grade: "like_new", also: [also[who.language]] }), {
    truth: lookAlike("counterfeit"),
  });
}

/** Harmless things with alarming names. */
export function* innocent(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const [category, title, text] = random.pick([
    [
      "furniture",
      { en: "Glue gun with 20 sticks", fr: "Pistolet à colle et 20 bâtons" },
      { en: "Heats in three minutes, for crafts.", fr: "Chauffe en trois minutes, pour loisirs créatifs." },
    ],
    [
      "consoles",
      { en: "Call of Duty + GTA V", fr: "Call of Duty + GTA V" },
      { en: "Two shooters, 18+, discs without scratches.", fr: "Deux jeux de tir, 18+, disques sans rayure." },
    ],
    [
      "furniture",
      { en: "Knife block, 6 kitchen knives", fr: "Bloc 6 couteaux de cuisine" },
      { en: "Sharpened last month, for cooks.", fr: "Aiguisés le mois dernier, pour cuisiner." },
    ],
    [
      "books",
      { en: "The Art of Shooting (photography)", fr: "L'art du tir (photographie)" },
      { en: "On portraits and light.", fr: "Sur le portrait et la lumière." },
    ],
    [
      "baby",
      { en: "Nerf blaster and 30 foam darts", fr: "Pistolet Nerf et 30 fléchettes" },
      { en: "Toy, from 8 years.", fr: "Jouet, dès 8 ans." },
    ],
    [
      "books",
      { en: "Handbook of medicines, 2019", fr: "Guide des médicaments, 2019" },
      { en: "For students of pharmacy, a few notes.", fr: "Pour étudiants en pharmacie, quelques notes." },
    ],
    [
      "fashion",
      { en: "Passport holder, leather", fr: "Protège-passeport en cuir" },
      { en: "Holds passport and two cards.", fr: "Pour passeport et deux cartes." },
    ],
    [
      "furniture",
      { en: "Pill box for the week", fr: "Pilulier semainier" },
      { en: "Empty of course, washed.", fr: "Vide bien sûr, lavé." },
    ],
    [
      "books",
      { en: "Asterix: The Cannabis… no, The Cauldron", fr: "Astérix et le Chaudron" },
      { en: "Album in good condition.", fr: "Album en bon état." },
    ],
  ] as const);
  const model = random.pick(models.filter((one) => one.category === category));
  const base = ad(random, who, { model, grade: "good" });
  const { brand: _, ...rest } = base;
  yield* post(
    world,
    who,
    {
      ...rest,
      title: title[who.language],
      description: `${text[who.language]} ${fill(random, who, random.pick(phrases(who.language).handover))}`,
      price: { ...base.price, amount: random.int(4, 30) },
      pictures: picturesOf([photo(random, model)]),
    },
    { truth: lookAlike("prohibited") },
  );
}

/** Cross with a seller, with reason and without insult; the review afterwards is bad and true. */
export function* cross(world: World): Script {
  const { random } = world;
  const buyer = anybody(world);
  const offer = browse(world, buyer);
  const seller = offer && world.people.get(offer.entry.owner);
  if (!offer || !seller) return;
  const book = phrases(buyer.language);
  yield* write(
    world,
    buyer,
    {
      conversation: `${offer.entry.id}:${buyer.id}`,
      to: seller.id,
      listing: offer.entry.id,
      text: typed(random, buyer, random.pick(book.annoyed)),
    },
    { truth: lookAlike("abuse") },
  );
  if (random.chance(0.5)) yield* deal(world, buyer, seller, offer.entry.id, offer.price);
}

/** Writes to many sellers in one hour since they look for one thing: the same question, honestly meant. */
export function* collector(world: World): Script {
  const { random } = world;
  const buyer = anybody(world);
  const text = random.pick(phrases(buyer.language).questions);
  for (let i = random.int(3, 6); i > 0; i--) {
    const offer = browse(world, buyer);
    if (!offer || !world.people.has(offer.entry.owner)) return;
    yield* write(
      world,
      buyer,
      {
        conversation: `${offer.entry.id}:${buyer.id}`,
        to: offer.entry.owner,
        listing: offer.entry.id,
        text: typed(random, buyer, text),
      },
      { truth: lookAlike("message_spam"), after: random.int(2, 12) },
    );
  }
}

/** Friends who buy of each other review each other well, since all went well. */
export function* neighbours(world: World): Script {
  const { random } = world;
  const one = anybody(world);
  const two = anybody(world, (who) => who.id !== one.id);
  const { id, decision } = yield* post(world, one, ad(random, one), { truth: honest });
  if (stopped(decision)) return;
  yield* deal(world, two, one, id, 20);
  yield* review(
    world,
    two,
    one.id,
    { rating: 5, text: random.pick(phrases(two.language).reviews.good) },
    { truth: lookAlike("fake_review"), after: random.int(hour, day) },
  );
}

/** Honest people who do much of something, or do it together: families on one network, charities, popular sellers, relisters. */
import { models } from "./catalogue.ts";
import { ad, fill, phrases } from "./goods.ts";
import { deal } from "./honest.ts";
import { clientOf, type Person, typed } from "./people.ts";
import {
  anybody,
  browse,
  logIn,
  payout,
  post,
  review,
  type Script,
  signUp,
  stopped,
  takeDown,
  type World,
  write,
} from "./script.ts";
import { honest, lookAlike } from "./truth.ts";

const hour = 60;
const day = 24 * hour;

/** Three or four under one roof, each with their own telephone; a couple among them has one bank account. */
export function* family(world: World): Script {
  const { random } = world;
  const truth = lookAlike("linked_accounts");
  const language = random.pick(["fr", "en"] as const);
  const country = language === "fr" ? "FR" : "GB";
  const { ip } = clientOf(random, country, language);
  const shared = `iban_${random.string(12)}`;
  for (let i = 0, n = random.int(3, 4); i < n; i++) {
    const client = { ...clientOf(random, country, language), ip: ip! };
    const who: Person = yield* signUp(world, {
      truth,
      after: random.int(5, 3 * day),
      who: { language, country, client },
    });
    world.people.set(who.id, who);
    if (i < 2) yield* payout(world, who, { truth, after: random.int(2, 60) }, { fingerprint: shared });
    if (random.chance(0.7)) yield* post(world, who, ad(random, who), { truth, after: random.int(20, day) });
  }
}

/** Colleagues who sell in the lunch break over the office's network, and have nothing to do with one another. */
export function* office(world: World): Script {
  const { random } = world;
  const truth = lookAlike("linked_accounts");
  const { ip } = clientOf(random, "FR", "fr");
  for (let i = random.int(3, 6); i > 0; i--) {
    const who = anybody(world);
    yield* logIn(world, who, { truth, after: random.int(3, 4 * hour), client: { ...who.client, ip: ip! } });
    if (random.chance(0.4)) yield* post(world, who, ad(random, who), { truth, after: random.int(3, 25) });
  }
}

/** A charity's shop on a private account of a volunteer: donated things of every sort, many in a day, a little cheap. */
export function* charity(world: World): Script {
  const { random } = world;
  const truth = lookAlike(random.pick(["undeclared_trader", "one_among_many"] as const));
  const who = anybody(world);
  const why = {
    en: "Donated to our village association; all of it goes to the school garden.",
    fr: "Don fait à notre association de quartier, tout va au jardin de l'école.",
  }[who.language];
  yield* logIn(world, who, { truth });
  for (let i = random.int(8, 12); i > 0; i--) {
    const thing = ad(random, { ...who, taste: [] }, { cheap: 0.6 + random.next() * 0.3, also: [why] });
    yield* post(world, who, thing, { truth, after: random.int(3, 40) });
  }
}

/** Empties a wardrobe: many things of one category and size, some never worn, over two weeks. */
export function* wardrobe(world: World): Script {
  const { random } = world;
  const who = anybody(world, (one) => one.capacity === "private");
  const truth = lookAlike("undeclared_trader");
  for (let i = random.int(5, 9); i > 0; i--) {
    const grade = random.pick(["new", "like_new", "good", "good", "fair"] as const);
    const thing = ad(
      random,
      { ...who, taste: [random.pick(["fashion", "shoes", "baby"] as const)] },
      { grade, cheap: 0.9 },
    );
    yield* post(world, who, thing, { truth, after: random.int(hour, 2 * day) });
  }
}

/** Nobody bought it, so it is taken down and put up again, the same or a little cheaper. */
export function* relists(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const thing = ad(random, who);
  const { id, decision } = yield* post(world, who, thing, { truth: honest });
  if (stopped(decision)) return;
  yield* takeDown(world, who, id, { truth: honest, after: random.int(3 * day, 9 * day) });
  const amount = Math.max(1, Math.round(thing.price.amount * random.pick([1, 0.95, 0.9])));
  yield* post(
    world,
    who,
    { ...thing, price: { ...thing.price, amount } },
    { truth: lookAlike("reposted_ad"), after: random.int(2, 2 * day) },
  );
}

/** Two of the same, described alike since they are alike; or two strangers with the same model and the maker's own words. */
export function* twins(world: World): Script {
  const { random } = world;
  const model = random.pick(models.filter((one) => one.price < 700));
  const one = anybody(world);
  const two = random.chance(0.5) ? one : anybody(world, (who) => who.language === one.language);
  const first = ad(random, one, { model });
  yield* post(world, one, first, { truth: honest });
  const second = ad(random, two, { model, grade: first.condition.grade });
  const text = one === two ? first.description : second.description;
  yield* post(
    world,
    two,
    { ...second, description: text },
    { truth: lookAlike("reposted_ad"), after: random.int(5, 2 * day) },
  );
}

/** A wanted thing: many ask, all get the same answer, and the reviews come together once two or three have bought. */
export function* popular(world: World): Script {
  const { random } = world;
  const seller = anybody(world);
  const { id, decision } = yield* post(world, seller, ad(random, seller), { truth: honest });
  if (stopped(decision)) return;
  const answer = typed(random, seller, fill(random, seller, random.pick(phrases(seller.language).answers)));
  const asked: Person[] = [];
  for (let i = random.int(4, 8); i > 0; i--) {
    const entry = world.shop.entry("listing", id);
    if (!entry || !world.shop.shown(entry)) break;
    const buyer = anybody(world, (who) => who.id !== seller.id);
    const about = { conversation: `${id}:${buyer.id}`, listing: id };
    const text = typed(random, buyer, random.pick(phrases(buyer.language).questions));
    const sent = yield* write(
      world,
      buyer,
      { ...about, to: seller.id, text },
      { truth: honest, after: random.int(2, 90) },
    );
    if (stopped(sent)) continue;
    asked.push(buyer);
    const note = { ...about, to: buyer.id, text: answer };
    yield* write(world, seller, note, { truth: lookAlike("message_spam"), after: random.int(1, 30) });
  }
  const [buyer, ...others] = asked;
  if (!buyer) return;
  yield* deal(world, buyer, seller, id, 30);
  for (const other of others.slice(0, 2)) {
    const more = yield* post(world, seller, ad(random, seller), { truth: honest, after: random.int(10, day) });
    if (stopped(more.decision)) continue;
    yield* deal(world, other, seller, more.id, 25);
    const text = typed(random, other, random.pick(phrases(other.language).reviews.good));
    yield* review(
      world,
      other,
      seller.id,
      { rating: 5, text },
      { truth: lookAlike("fake_review"), after: random.int(10, 5 * hour) },
    );
  }
}

/** Speaks of parcels, codes and links as people do who really are waiting for one. */
export function* parcelTalk(world: World): Script {
  const { random } = world;
  const buyer = anybody(world);
  const offers = Array.from({ length: 8 }, () => browse(world, buyer));
  const offer = offers.find((one) => one && world.people.has(one.entry.owner));
  if (!offer) return;
  const said = {
    en: [
      "The locker wants a code to open, did the courier send it to you or to me?",
      "Tracking still says at the depot, do you see more on your side?",
      "The site asks me to confirm my card again, is that normal here?",
      "Is it the model that the maker's page calls the second generation?",
      "I got a mail that looks fake about this sale, did you get it as well? I did not click.",
    ],
    fr: [
      "Le casier demande un code, le livreur l'a envoyé à vous ou à moi ?",
      "Le suivi indique toujours au dépôt, vous voyez autre chose de votre côté ?",
      "Le site me redemande de confirmer ma carte, c'est normal ici ?",
      "C'est bien le modèle que la page du fabricant appelle deuxième génération ?",
      "J'ai reçu un mail louche sur cette vente, vous aussi ? Je n'ai pas cliqué.",
    ],
  };
  const about = { conversation: `${offer.entry.id}:${buyer.id}`, listing: offer.entry.id };
  const truth = lookAlike("phishing");
  const text = typed(random, buyer, random.pick(said[buyer.language]));
  yield* write(world, buyer, { ...about, to: offer.entry.owner, text }, { truth, after: random.int(2, hour) });
}

/** What honest people do on an ordinary day: join, sell, mend their ad, ask, bargain, buy, review. */

import { categoryIds, models } from "./catalogue.ts";
import { type Ad, ad, fill, photo, phrases, picturesOf, rounded } from "./goods.ts";
import { type Person, typed } from "./people.ts";
import {
  anybody,
  ask,
  browse,
  edit,
  logIn,
  paidOut,
  payout,
  post,
  review,
  type Script,
  signUp,
  stopped,
  takeDown,
  tell,
  type World,
  write,
} from "./script.ts";
import { honest, type Truth } from "./truth.ts";

const hour = 60;
const day = 24 * hour;

/** Somebody joins, and half of them sell something soon. */
export function* join(world: World): Script {
  const { random } = world;
  const trader = random.chance(0.04);
  const language = random.chance(0.66) ? "fr" : "en";
  const book = phrases(language);
  const who = yield* signUp(world, {
    truth: honest,
    who: {
      language,
      capacity: trader ? "trader" : "private",
      taste: random.some(categoryIds, random.int(1, 3)),
    },
    description: trader ? book.trader.replace("{city}", "Lyon") : random.pick(book.profiles),
  });
  world.people.set(who.id, who);
  yield* logIn(world, who, { truth: honest, after: 1 });
  if (random.chance(0.5)) yield* sell(world, who);
}

/** One ad from posting to its first weeks. */
export function* sell(world: World, who: Person = anybody(world)): Script {
  const { random } = world;
  if (random.chance(0.5)) yield* logIn(world, who, { truth: honest });
  if (!paidOut(world, who) && random.chance(0.3)) {
    yield* payout(world, who, { truth: honest, after: random.int(2, 30) });
  }
  const first = ad(random, who);
  const { id, decision } = yield* post(world, who, first, { truth: honest, after: random.int(3, 20) });
  if (stopped(decision)) {
    if (decision?.outcome === "request_changes") yield* mend(world, who, id, first, honest);
    return;
  }
  if (random.chance(0.28)) yield* improve(world, who, id, first);
}

/** Sent back: an honest seller writes it anew, once. */
function* mend(world: World, who: Person, id: string, before: Ad, truth: Truth): Script {
  const { random } = world;
  const model = models.find((one) => before.title.includes(one.name[before.language])) ?? random.pick(models);
  const again = ad(random, { ...who, care: 0.9 }, { model, grade: before.condition.grade });
  yield* edit(
    world,
    who,
    id,
    { ...again, title: before.title, price: before.price, pictures: before.pictures },
    {
      truth,
      after: random.int(5, 90),
    },
  );
}

/** The edits that honest sellers make: a lower price, a slip repaired, another photo, a detail added. */
export function* improve(world: World, who: Person, id: string, before: Ad): Script {
  const { random } = world;
  const model = models.find((one) => before.title.includes(one.name[before.language]));
  let now = before;
  for (let i = random.int(1, 2); i > 0; i--) {
    const kind = random.int(0, 3);
    if (kind === 0) {
      const amount = rounded(random, now.price.amount * (0.78 + random.next() * 0.17));
      now = { ...now, price: { ...now.price, amount: Math.min(amount, now.price.amount) } };
    } else if (kind === 1) {
      now = {
        ...now,
        description: capitalised(now.description).replace(/ {2}|\n/g, " "),
      };
    } else if (kind === 2 && model) {
      now = { ...now, pictures: [...now.pictures, ...picturesOf([photo(random, model)])] };
    } else {
      const detail = fill(random, who, random.pick(phrases(who.language).details[now.category]));
      now = { ...now, description: `${now.description.trimEnd()} ${detail}` };
    }
    yield* edit(world, who, id, now, { truth: honest, after: random.int(4 * hour, 3 * day) });
  }
}

const capitalised = (text: string) => text.replace(/^\p{Ll}/u, (c) => c.toUpperCase());

/** Somebody looks around, asks or writes, and perhaps buys. */
export function* buy(world: World, buyer: Person = anybody(world)): Script {
  const { random } = world;
  if (random.chance(0.4)) yield* logIn(world, buyer, { truth: honest });
  const offer = browse(world, buyer);
  if (!offer) return;
  const { entry } = offer;
  const book = phrases(buyer.language);
  const say = (from: readonly string[]) =>
    typed(
      random,
      buyer,
      fill(random, buyer, random.pick(from), { offer: `${Math.max(1, Math.round(offer.price * 0.9))} €` }),
    );
  if (random.chance(0.3)) {
    yield* ask(world, buyer, entry.id, say(book.questions), { truth: honest, after: random.int(1, 10) });
    if (random.chance(0.6)) return;
  }
  const conversation = `${entry.id}:${buyer.id}`;
  const about = { conversation, listing: entry.id };
  const first = yield* write(
    world,
    buyer,
    { ...about, to: entry.owner, text: say(book.questions) },
    { truth: honest, after: 2 },
  );
  if (stopped(first)) return;
  const trap = world.traps.get(entry.id);
  if (trap) {
    yield* trap(world, buyer, conversation);
    return;
  }
  const seller = world.people.get(entry.owner);
  if (!seller) return;
  const shop = phrases(seller.language);
  const answer = (from: readonly string[]) =>
    typed(
      random,
      seller,
      fill(random, seller, random.pick(from), { offer: `${Math.max(1, Math.round(offer.price * 0.93))} €` }),
    );
  yield* write(
    world,
    seller,
    { ...about, to: buyer.id, text: answer(shop.answers) },
    { truth: honest, after: random.int(4, 9 * hour) },
  );
  for (let i = random.int(0, 2); i > 0; i--) {
    const odd = random.chance(0.16);
    yield* write(
      world,
      buyer,
      { ...about, to: entry.owner, text: say(odd ? book.tricky : book.chat) },
      { truth: odd ? { honest: true, like: "off_platform_payment" } : honest, after: random.int(2, 3 * hour) },
    );
    if (random.chance(0.5)) {
      yield* write(
        world,
        seller,
        { ...about, to: buyer.id, text: answer(shop.chat) },
        { truth: honest, after: random.int(3, 5 * hour) },
      );
    }
  }
  if (random.chance(0.55) && !entry.closed) yield* deal(world, buyer, seller, entry.id, offer.price);
}

/** From order to reviews. */
export function* deal(world: World, buyer: Person, seller: Person, listing: string, amount: number): Script {
  const { random } = world;
  const order = world.id("ord");
  yield* tell(
    "order.placed",
    buyer,
    { id: order, buyer: buyer.id, seller: seller.id, listing, amount, currency: "EUR" },
    { truth: honest, after: random.int(2, 60) },
  );
  yield* takeDown(world, seller, listing, { truth: honest, after: random.int(1, 30) });
  yield* tell(
    "shipment.sent",
    seller,
    { id: world.id("shp"), order, seller: seller.id },
    { truth: honest, after: random.int(6 * hour, 2 * day) },
  );
  const mood = random.chance(0.9) ? "good" : random.chance(0.7) ? "fair" : "bad";
  if (random.chance(0.7)) {
    const text = typed(random, buyer, random.pick(phrases(buyer.language).reviews[mood]));
    const rating = mood === "good" ? random.int(4, 5) : mood === "fair" ? 3 : random.int(1, 2);
    yield* review(
      world,
      buyer,
      seller.id,
      { order, rating, text },
      { truth: honest, after: random.int(1 * day, 4 * day) },
    );
  }
  if (random.chance(0.4)) {
    const text = typed(random, seller, random.pick(phrases(seller.language).reviews.buyer));
    yield* review(
      world,
      seller,
      buyer.id,
      { order, rating: 5, text },
      { truth: honest, after: random.int(10, 2 * day) },
    );
  }
}

/** A good account in other hands, stolen or bought: another device at another hour, another payout, other goods, other words. */
import { models } from "../catalogue.ts";
import { type Ad, ad, photo } from "../goods.ts";
import { clientOf, type Person } from "../people.ts";
import { weighted } from "../random.ts";
import { anybody, edit, logIn, payout, post, review, type Script, stopped, update, type World } from "../script.ts";
import { plea, pullAway } from "./pay-elsewhere.ts";
import { type Campaign, campaign, cover, harm, setup } from "./persist.ts";

const hour = 60;
const day = 24 * hour;

const complaints = {
  en: [
    "Paid a week ago, nothing came, no answer any more.",
    "Be careful, it isn't the same person as before.",
    "Empty parcel. The old reviews are worth nothing.",
  ],
  fr: [
    "Payé il y a une semaine, rien reçu, ne répond plus.",
    "Attention, ce n'est plus la même personne.",
    "Colis vide. Les anciens avis ne valent rien.",
  ],
};

/** Those with a past are worth most: of six, the one with the most ads. */
function victim(world: World): Person {
  const count = (who: Person) => world.shop.all("listing").filter((entry) => entry.owner === who.id).length;
  const six = Array.from({ length: 6 }, () => anybody(world));
  return six.toSorted((a, b) => count(b) - count(a))[0]!;
}

/** The thief at another's keyboard: another device and network, often another country, other words. */
function inOtherHands(world: World, owner: Person): Person {
  const { random } = world;
  const foreign = random.pick(["NG", "CI", "RO", "MA", "RU", owner.country]);
  return {
    ...owner,
    language: random.chance(0.4) ? (owner.language === "fr" ? "en" : "fr") : owner.language,
    client: clientOf(random, foreign, random.chance(0.5) ? "en" : owner.language),
    taste: ["phones", "consoles", "computers"],
    care: random.chance(0.5) ? 0.95 : 0.1,
  };
}

const fictionPhone = (world: World) => `+3363998${world.random.string(4, "0123456789")}`;
const elsewhere = (world: World, holder?: string) => ({
  country: world.random.pick(["LT", "DE", "BE", "IE"]),
  ...(holder !== undefined && { holder }),
});

/** Sells what the thief never has; dearer after each refusal. Gives the ads that are up. */
function* sellOut(world: World, thief: Person, of: Campaign, n: number, below: number): Script<string[]> {
  const { random } = world;
  const up: string[] = [];
  let attempt = 1;
  for (let i = n; i > 0 && attempt <= 3; i--) {
    // not far below the market: the good name is the bait
    const cheap = below + random.next() * 0.16 + (attempt - 1) * 0.12;
    const model = random.pick(models.filter((one) => thief.taste.includes(one.category) && one.price > 130));
    const thing = ad(random, thief, { model, cheap, grade: "like_new", pictures: [photo(random, model)] });
    const { id, decision } = yield* post(world, thief, thing, { truth: harm(of, attempt), after: random.int(4, 70) });
    if (stopped(decision)) {
      attempt++;
      continue;
    }
    up.push(id);
    world.traps.set(id, (w, buyer, conversation) => pullAway(w, thief, buyer, conversation, id, of));
  }
  return up;
}

/** Broken into: everything within hours. */
function* hacked(world: World, owner: Person, of: Campaign): Script<string[]> {
  const { random } = world;
  const thief = inOtherHands(world, owner);
  yield* logIn(world, thief, { truth: setup(of), after: random.int(hour, 12 * hour) });
  if (random.chance(0.7)) {
    const email = `${random.string(8)}@example.${random.pick(["com", "net"])}`;
    yield* update(thief, { email, phone: fictionPhone(world) }, { truth: setup(of), after: random.int(1, 30) });
  }
  const holder = random.pick(["J. Koffi", "M. Ionescu", "A. Petrov"]);
  yield* payout(world, thief, { truth: setup(of), after: random.int(2, 3 * hour) }, elsewhere(world, holder));
  return yield* sellOut(world, thief, of, random.int(3, 6), 0.62);
}

/** Bought: handed over piece by piece over days, warmed up with harmless ads, then used. */
function* bought(world: World, owner: Person, of: Campaign): Script<string[]> {
  const { random } = world;
  const buyer = inOtherHands(world, owner);
  yield* logIn(world, buyer, { truth: setup(of), after: random.int(hour, 2 * day) });
  const email = `${random.string(9)}@example.org`;
  yield* update(buyer, { email }, { truth: setup(of), after: random.int(10, 10 * hour) });
  if (random.chance(0.6)) {
    yield* update(buyer, { email, phone: fictionPhone(world) }, { truth: setup(of), after: random.int(day, 2 * day) });
  }
  for (let i = random.int(1, 3); i > 0; i--) {
    const small = random.pick(models.filter((one) => one.price < 60));
    yield* post(world, buyer, ad(random, buyer, { model: small }), {
      truth: cover(of),
      after: random.int(6 * hour, day),
    });
  }
  yield* logIn(world, buyer, { truth: setup(of), after: random.int(6 * hour, 2 * day) });
  yield* payout(world, buyer, { truth: setup(of), after: random.int(2, 5 * hour) }, elsewhere(world, owner.name));
  return yield* sellOut(world, buyer, of, random.int(3, 7), 0.7);
}

/** Broken into quietly: the owner's own ads stay, only the money goes elsewhere and who wrote to the owner is asked to hurry. */
function* quiet(world: World, owner: Person, of: Campaign): Script<string[]> {
  const { random } = world;
  const thief = { ...inOtherHands(world, owner), language: owner.language };
  yield* logIn(world, thief, { truth: setup(of), after: random.int(hour, 12 * hour) });
  yield* payout(
    world,
    thief,
    { truth: harm(of), after: random.int(1, 40) },
    elsewhere(world, random.chance(0.5) ? owner.name : "S. Dabo"),
  );
  const live = world.shop.all("listing").filter((entry) => entry.owner === owner.id && world.shop.shown(entry));
  const up: string[] = [];
  let attempt = 1;
  for (const entry of live.slice(-3)) {
    const {
      id,
      revision: _,
      seller: __,
      ...now
    } = world.shop.shown(entry)!.data as unknown as Ad & Record<"id" | "revision" | "seller", string>;
    const amount = Math.max(1, Math.round(now.price.amount * (0.5 + attempt * 0.1)));
    const text = attempt === 1 ? plea(random, now.language, 1) : random.pick(hurry[now.language]);
    const next = { ...now, description: `${now.description} ${text}`, price: { ...now.price, amount } };
    const decision = yield* edit(world, thief, id, next, { truth: harm(of, attempt), after: random.int(3, 60) });
    if (stopped(decision)) attempt++;
    else up.push(id);
    world.traps.set(id, (w, buyer, conversation) => pullAway(w, thief, buyer, conversation, id, of));
  }
  return live.length > 0 ? up : yield* sellOut(world, thief, of, random.int(2, 4), 0.62);
}

const hurry = {
  en: ["Gone by tonight, write now.", "First who decides has it, I leave on a journey."],
  fr: ["Parti ce soir, écrivez maintenant.", "Au premier qui se décide, je pars en voyage."],
};

export function* takeover(world: World): Script {
  const { random } = world;
  const of = campaign(world, "account_takeover");
  const owner = victim(world);
  // from now on whoever sells under this name is not the honest owner
  world.people.delete(owner.id);
  const up = yield* weighted(random, [
    [4, hacked],
    [3, bought],
    [3, quiet],
  ] as const)(world, owner, of);
  for (let i = Math.min(up.length, random.int(0, 2)); i > 0; i--) {
    const buyer = anybody(world);
    yield* review(
      world,
      buyer,
      owner.id,
      { rating: 1, text: random.pick(complaints[buyer.language]) },
      { truth: { honest: true, like: "fake_review" }, after: random.int(60 * hour, 160 * hour) },
    );
  }
}

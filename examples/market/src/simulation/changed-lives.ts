/** Honest people whose account changes, as thieves' do: a journey, another bank, another telephone, a shop that opens, a bargain edited. */
import { categoryIds, models } from "./catalogue.ts";
import { ad, photo, phrases, picturesOf } from "./goods.ts";
import { address, clientOf, type Person } from "./people.ts";
import { anybody, edit, logIn, paidOut, payout, post, type Script, stopped, update, type World } from "./script.ts";
import { honest, lookAlike } from "./truth.ts";

const hour = 60;
const day = 24 * hour;

/** On holiday or at work abroad: the same telephone, a foreign network, sells and answers as ever. */
export function* traveller(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const home = who.client;
  const truth = lookAlike("account_takeover");
  const country = random.pick(["MA", "PT", "TH", "CI", "RO", "US", "SN"]);
  yield* logIn(world, who, { truth, client: { ...home, ip: address(random), country } });
  if (random.chance(0.6)) yield* post(world, who, ad(random, who), { truth, after: random.int(5, 5 * hour) });
  yield* logIn(world, who, { truth, after: random.int(day, 4 * day) });
  yield* logIn(world, who, { truth, after: random.int(2 * day, 6 * day), client: home });
}

/** A new telephone after years: the number stays or not, the ads are of the same sort as before. */
export function* newTelephone(world: World): Script {
  const { random } = world;
  const who = anybody(world, (one) => one.capacity === "private");
  const truth = lookAlike("account_takeover");
  yield* logIn(world, who, { truth, client: { ...clientOf(random, who.country, who.language), ip: who.client.ip! } });
  if (random.chance(0.3))
    yield* update(who, { email: `${random.string(4)}.${who.email}` }, { truth, after: random.int(3, 90) });
  yield* post(world, who, ad(random, who), { truth, after: random.int(hour, day) });
}

/** Changes bank, perhaps to one that keeps its accounts abroad. */
export function* newBank(world: World): Script {
  const { random } = world;
  const who = anybody(world, (one) => paidOut(world, one));
  const truth = lookAlike("account_takeover");
  yield* logIn(world, who, { truth });
  yield* payout(
    world,
    who,
    { truth, after: random.int(2, 20) },
    random.chance(0.3) ? { country: random.pick(["LT", "DE", "BE"]) } : {},
  );
  yield* post(world, who, ad(random, who), { truth, after: random.int(hour, 3 * day) });
}

/** Gives up the day job and opens a shop: says so, registers it, and from then on sells other things, and more of them. */
export function* opensShop(world: World): Script {
  const { random } = world;
  const who = anybody(world, (one) => one.capacity === "private");
  const truth = lookAlike("account_takeover");
  const shop: Person = { ...who, capacity: "trader", taste: random.some(categoryIds, 1), care: 0.95 };
  world.people.set(who.id, shop);
  yield* logIn(world, shop, { truth });
  const description = phrases(who.language).trader.replace("{city}", who.city);
  yield* update(shop, { description }, { truth, after: random.int(5, 60) });
  yield* payout(world, shop, { truth, after: random.int(10, day) });
  const model = random.pick(models.filter((one) => one.category === shop.taste[0]));
  for (let i = random.int(4, 8); i > 0; i--) {
    const thing = ad(random, shop, { ...(random.chance(0.5) && { model }), grade: "new" });
    yield* post(world, shop, thing, { truth: lookAlike("undeclared_trader"), after: random.int(10, 8 * hour) });
  }
}

/** Wrote the wrong thing and puts it right: the size of the memory, a better photograph, one of two already sold, a price in steps. */
export function* corrects(world: World): Script {
  const { random } = world;
  const who = anybody(world);
  const model = random.pick(models);
  let now = ad(random, who, { model });
  const { id, decision } = yield* post(world, who, now, { truth: honest });
  if (stopped(decision)) return;
  const said = {
    en: [
      "Correction: it is the larger version.",
      "One of the two is sold, the other remains.",
      "Better photos added, thanks to those who asked.",
      "Last price drop, then it goes to charity.",
    ],
    fr: [
      "Rectification : c'est la grande version.",
      "Un des deux est vendu, il reste l'autre.",
      "Meilleures photos ajoutées, merci à ceux qui ont demandé.",
      "Dernière baisse, ensuite c'est pour Emmaüs.",
    ],
  }[who.language];
  for (let i = random.int(2, 4); i > 0; i--) {
    const way = random.int(0, 3);
    const amount = Math.max(1, Math.round(now.price.amount * (way === 0 ? 1.15 : way === 3 ? 0.8 : 0.95)));
    now = {
      ...now,
      description: `${now.description} ${said[way]}`,
      price: { ...now.price, amount },
      ...(way === 2 && { pictures: picturesOf([photo(random, model), photo(random, model)]) }),
    };
    yield* edit(world, who, id, now, { truth: lookAlike("edit_after_approval"), after: random.int(4 * hour, 2 * day) });
  }
}

/** A good account in other hands, stolen or bought: another device at another hour, another payout, other goods, other words. */
import { models } from "../catalogue.ts";
import { ad, photo } from "../goods.ts";
import { clientOf, type Person } from "../people.ts";
import { anybody, logIn, post, review, type Script, stopped, tell, type World } from "../script.ts";
import { pullAway } from "./pay-elsewhere.ts";
import { campaign, harm, setup } from "./persist.ts";

const hour = 60;

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

export function* takeover(world: World): Script {
  const { random } = world;
  const of = campaign(world, "account_takeover");
  const owner = victim(world);
  const bought = random.chance(0.35);
  const foreign = random.pick(["NG", "CI", "RO", "MA", "RU", "FR"]);
  const thief: Person = {
    ...owner,
    language: random.chance(0.4) ? (owner.language === "fr" ? "en" : "fr") : owner.language,
    client: clientOf(random, foreign, random.chance(0.5) ? "en" : owner.language),
    taste: ["phones", "consoles", "computers"],
    care: random.chance(0.5) ? 0.95 : 0.1,
  };
  // from now on whoever sells under this name is not the honest owner
  world.people.delete(owner.id);
  yield* logIn(world, thief, { truth: setup(of), after: random.int(hour, 12 * hour) });
  if (random.chance(0.7)) {
    yield* tell(
      "account.updated",
      thief,
      {
        id: owner.id,
        name: owner.name,
        email: `${random.string(8)}@example.${random.pick(["com", "net"])}`,
        phone: bought && owner.phone ? owner.phone : `+3363998${random.string(4, "0123456789")}`,
        country: owner.country,
        city: owner.city,
        capacity: owner.capacity,
        language: owner.language,
      },
      { truth: setup(of), after: random.int(1, 30) },
    );
  }
  yield* tell(
    "payout_method.changed",
    thief,
    {
      id: `pay_${owner.id}`,
      account: owner.id,
      type: "iban",
      country: random.pick(["LT", "DE", "BE", "IE"]),
      fingerprint: `iban_${random.string(12)}`,
      holder: bought ? owner.name : random.pick(["J. Koffi", "M. Ionescu", "A. Petrov"]),
    },
    { truth: setup(of), after: random.int(2, 3 * hour) },
  );
  let shown = 0;
  let patience = 2;
  for (let i = random.int(3, 6); i > 0; i--) {
    // not far below the market: the good name is the bait; dearer still after a refusal
    const cheap = 0.62 + random.next() * 0.16 + (2 - patience) * 0.12;
    const model = random.pick(models.filter((one) => thief.taste.includes(one.category) && one.price > 130));
    const { id, decision } = yield* post(
      world,
      thief,
      ad(random, thief, { model, cheap, grade: "like_new", pictures: [photo(random, model)] }),
      { truth: harm(of, 3 - patience), after: random.int(4, 70) },
    );
    if (stopped(decision)) {
      patience--;
      if (patience < 0) break;
      continue;
    }
    shown++;
    world.traps.set(id, (w, buyer, conversation) => pullAway(w, thief, buyer, conversation, id, of));
  }
  for (let i = Math.min(shown, random.int(0, 2)); i > 0; i--) {
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

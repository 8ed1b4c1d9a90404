/** Several accounts in one pair of hands: each does little, and when one falls the next goes on. */
import type { Client } from "@assay/sdk";
import { models } from "../catalogue.ts";
import { ad, photo } from "../goods.ts";
import { address, clientOf, type Person } from "../people.ts";
import { payout, post, type Script, stopped, update, type World } from "../script.ts";
import { pullAway } from "./pay-elsewhere.ts";
import { type Campaign, campaign, cover, harm, newFace, setup } from "./persist.ts";

const hour = 60;

type Tie = "device" | "payout" | "phone" | "network" | "picture";

/** What the members share. The careless share the telephone in the hand, the careful only where the money goes. */
const habits: readonly (readonly Tie[])[] = [
  ["device", "network"],
  ["device", "payout"],
  ["payout"],
  ["phone", "network"],
  ["payout", "picture"],
];

function* member(
  world: World,
  of: Campaign,
  ties: readonly Tie[],
  given: { client: Client; language: Person["language"]; fingerprint: string; phone: string },
): Script<Person> {
  const { random } = world;
  const country = given.language === "fr" ? "FR" : "GB";
  const own = clientOf(random, country, given.language);
  const who = yield* newFace(world, of, {
    language: given.language,
    country,
    client: {
      ...own,
      device: ties.includes("device") ? given.client.device! : own.device!,
      ip: ties.includes("network") ? given.client.ip! : address(random),
    },
  });
  if (ties.includes("phone"))
    yield* update(who, { phone: given.phone }, { truth: setup(of), after: random.int(5, 90) });
  if (ties.includes("payout")) {
    const details = { fingerprint: given.fingerprint, country: random.pick(["LT", "BE", "DE"]) };
    yield* payout(world, who, { truth: setup(of), after: random.int(3, 5 * hour) }, details);
  }
  return who;
}

export function* gang(world: World): Script {
  const { random } = world;
  const of = campaign(world, "linked_accounts");
  const ties = random.pick(habits);
  const language = random.pick(["fr", "en"] as const);
  const given = {
    client: clientOf(random, language === "fr" ? "FR" : "GB", language),
    language,
    fingerprint: `iban_${random.string(12)}`,
    phone:
      language === "fr" ? `+3363998${random.string(4, "0123456789")}` : `+447700900${random.string(3, "0123456789")}`,
  };
  const hot = models.filter((one) => one.price >= 150 && ["phones", "consoles", "watches"].includes(one.category));
  const model = random.pick(hot);
  const picture = photo(random, model);
  let attempt = 1;
  for (let i = random.int(3, 5); i > 0; i--) {
    const who = yield* member(world, of, ties, given);
    // an ordinary ad first, so that the account is not bare
    if (random.chance(0.6))
      yield* post(world, who, ad(random, who), { truth: cover(of), after: random.int(hour, 9 * hour) });
    for (let left = random.int(1, 2); left > 0; left--) {
      const cheap = Math.min(0.9, 0.55 + random.next() * 0.15 + (attempt - 1) * 0.08);
      const thing = ad(random, who, {
        model: random.chance(0.6) ? model : random.pick(hot),
        cheap,
        grade: "like_new",
        ...(ties.includes("picture") && { pictures: [picture] }),
      });
      const { id, decision } = yield* post(world, who, thing, {
        truth: harm(of, attempt),
        after: random.int(10, 20 * hour),
      });
      if (stopped(decision)) {
        attempt++;
        break;
      }
      world.traps.set(id, (w, buyer, conversation) => pullAway(w, who, buyer, conversation, id, of));
    }
  }
}

/** Too good to be true: a wanted thing far below its price, with an excuse. After a refusal dearer, with another excuse. */
import type { Language } from "../catalogue.ts";
import { models } from "../catalogue.ts";
import { ad, photo, rounded } from "../goods.ts";
import type { Script, World } from "../script.ts";
import { pullAway } from "./pay-elsewhere.ts";
import { campaign, newFace, persist } from "./persist.ts";

const excuses: Record<Language, readonly string[]> = {
  en: [
    "Tiny mark on the back, that's why it's so cheap.",
    "Has to go today, I fly tomorrow morning.",
    "Surplus from our company's stock, all new.",
    "Won it in a raffle and don't need it.",
    "My ex's, I want it out of the house.",
    "Small scratch that nobody sees. Price is firm, first to pay has it.",
    "Returned parcel, never opened, I have a few.",
    "Need cash before the weekend.",
  ],
  fr: [
    "Micro-rayure au dos, d'où le petit prix.",
    "Doit partir aujourd'hui, je prends l'avion demain matin.",
    "Surplus de stock de l'entreprise, tout est neuf.",
    "Gagné à une tombola, je n'en ai pas l'usage.",
    "À mon ex, je veux que ça débarrasse.",
    "Petit défaut invisible. Prix ferme, le premier qui paie l'a.",
    "Colis retourné jamais ouvert, j'en ai quelques-uns.",
    "Besoin d'argent avant le week-end.",
  ],
};

/** What comes along with it for nothing, so that the price looks like a favour rather than a mistake. */
const extras: Record<Language, readonly string[]> = {
  en: ["Comes with everything I bought for it, worth 200 alone.", "Two for this price, I don't want to count."],
  fr: ["Avec tout ce que j'avais acheté autour, 200 à lui seul.", "Les deux à ce prix, je ne compte pas."],
};
const stories: Record<Language, readonly string[]> = {
  en: ["My late uncle's, the family just wants it to be used.", "I paid {new} in the spring, life changed."],
  fr: ["À mon oncle décédé, la famille veut juste qu'il serve.", "Payé {new} au printemps, la vie a changé."],
};

export function* tooGood(world: World): Script {
  const { random } = world;
  const of = campaign(world, "too_good_to_be_true");
  const who = yield* newFace(world, of);
  const wanted = models.filter((one) => one.price >= 140 && one.category !== "furniture");
  const model = random.pick(wanted);
  const photos = [photo(random, model), photo(random, model)];
  const factors = [0.22 + random.next() * 0.14, 0.38 + random.next() * 0.08, 0.5 + random.next() * 0.08];
  // one excuse, a bundle that seems generous, or a story that makes one ashamed to doubt
  const family = random.pick([excuses, excuses, extras, stories])[who.language];
  const up = yield* persist(
    world,
    who,
    of,
    factors.map(
      (cheap) => () =>
        ad(random, who, {
          model,
          cheap,
          grade: random.pick(["new", "like_new"] as const),
          pictures: photos,
          also: [random.pick(family).replace("{new}", `${rounded(random, model.price * 1.3)} €`)],
        }),
    ),
  );
  if (up) world.traps.set(up.id, (w, buyer, conversation) => pullAway(w, up.who, buyer, conversation, up.id, of));
}

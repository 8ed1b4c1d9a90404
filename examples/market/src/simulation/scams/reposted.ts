/** Somebody else's ad under another name, or one's own for the third time; retold a little more each time it is found out. */
import { edits, recipeOf } from "../../pictures/recipe.ts";
import { models } from "../catalogue.ts";
import { type Ad, ad, picturesOf } from "../goods.ts";
import type { Random } from "../random.ts";
import { post, type Script, stopped, takeDown, type World } from "../script.ts";
import { pullAway } from "./pay-elsewhere.ts";
import { campaign, cover, harm, newFace, persist } from "./persist.ts";

const day = 24 * 60;

/** An honest ad that can be seen, worth stealing. */
function worthStealing(world: World): Ad | undefined {
  const all = world.shop.all("listing");
  for (let tries = 0; all.length > 0 && tries < 60; tries++) {
    const entry = all[all.length - 1 - Math.min(all.length - 1, Math.floor(world.random.wait(120)))]!;
    const data = world.shop.shown(entry)?.data as (Ad & { id: string; revision: number; seller: string }) | undefined;
    if (!data || !world.people.has(entry.owner) || data.price.amount < 60) continue;
    const { id: _, revision: __, seller: ___, ...copied } = data;
    return { ...copied, pictures: data.pictures ?? [] };
  }
  return undefined;
}

/** The same photographs as a thief saves them: cut, mirrored, made smaller. */
const taken = (random: Random, pictures: Ad["pictures"]): Ad["pictures"] =>
  picturesOf(
    pictures.flatMap(({ url }) => {
      const recipe = recipeOf(url);
      return recipe ? [{ ...recipe, edit: random.pick(edits) }] : [];
    }),
  );

const shuffled = (random: Random, text: string): string =>
  random
    .shuffle(text.split(/(?<=[.!?])\s+/))
    .filter((_, i) => i === 0 || random.chance(0.8))
    .join(" ");

const dropped = (price: Ad["price"], factor: number): Ad["price"] => ({
  ...price,
  amount: Math.max(5, Math.round((price.amount * factor) / 5) * 5),
});

/** Word for word, then in another order with altered pictures, then told anew, in the end in the other language. */
export function* stolenAd(world: World): Script {
  const { random } = world;
  const source = worthStealing(world);
  if (!source) return;
  const of = campaign(world, "reposted_ad");
  const thief = yield* newFace(world, of, { language: source.language });
  const model = models.find((one) => source.title.includes(one.name[source.language]));
  const retold = (language: Ad["language"], factor: number): Ad => ({
    ...ad(random, { ...thief, language }, { ...(model && { model }), grade: source.condition.grade }),
    price: dropped(source.price, factor),
    pictures: taken(random, source.pictures),
  });
  const up = yield* persist(world, thief, of, [
    () => ({ ...source, price: dropped(source.price, random.pick([1, 0.9, 0.75])) }),
    () => ({
      ...source,
      description: shuffled(random, source.description),
      price: dropped(source.price, 0.85),
      pictures: taken(random, source.pictures),
    }),
    () => retold(source.language, 0.85),
    () => retold(source.language === "fr" ? "en" : "fr", 0.9),
  ]);
  if (up) world.traps.set(up.id, (w, buyer, conversation) => pullAway(w, up.who, buyer, conversation, up.id, of));
}

const hooks = {
  en: ["", "Still available!", "Back online.", "Last one.", "New photos, same thing.", "Price to talk about."],
  fr: ["", "Toujours dispo !", "De retour.", "Le dernier.", "Nouvelles photos, même objet.", "Prix à débattre."],
};

/** One thing, five live ads of it: other towns, other first lines, to fill the page. */
export function* pageFiller(world: World): Script {
  const { random } = world;
  const of = campaign(world, "reposted_ad");
  const who = yield* newFace(world, of);
  const first = ad(random, who);
  const posted = yield* post(world, who, first, { truth: cover(of) });
  if (stopped(posted.decision)) return;
  let attempt = 1;
  for (let i = random.int(3, 6); i > 0; i--) {
    const version: Ad = {
      ...first,
      title: random.chance(0.5) ? `${random.pick(["*", "TOP", "!!"])} ${first.title}` : first.title,
      description:
        `${random.pick(hooks[who.language])} ${attempt > 1 ? shuffled(random, first.description) : first.description}`.trim(),
      price: dropped(first.price, 1 - random.int(0, 3) * 0.02),
      pictures: attempt > 1 ? taken(random, first.pictures) : first.pictures,
    };
    const next = yield* post(world, who, version, { truth: harm(of, attempt), after: random.int(20, day) });
    if (stopped(next.decision) && ++attempt > 3) return;
  }
  if (random.chance(0.5)) yield* takeDown(world, who, posted.id, { truth: cover(of), after: random.int(day, 3 * day) });
}

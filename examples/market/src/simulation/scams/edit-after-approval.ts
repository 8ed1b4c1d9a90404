/** An ad that was let through turns into another one: at once, or in many small steps. */
import { models } from "../catalogue.ts";
import { type Ad, ad, photo, picturesOf } from "../goods.ts";
import type { Person } from "../people.ts";
import { edit, post, type Script, stopped, type World } from "../script.ts";
import { contact, hidden } from "./disguise.ts";
import { plea, pullAway } from "./pay-elsewhere.ts";
import { campaign, cover, harm, newFace } from "./persist.ts";

const hour = 60;

export function* editAfterApproval(world: World): Script {
  const { random } = world;
  const of = campaign(world, "edit_after_approval");
  const who = yield* newFace(world, of);
  const modest = ad(random, who, { model: random.pick(models.filter((one) => one.price <= 65)), grade: "good" });
  const { id, decision } = yield* post(world, who, modest, { truth: cover(of) });
  if (stopped(decision)) return;
  const way = random.pick([swap, smuggle, creep, bait]);
  const through = yield* way(world, who, id, modest, of);
  if (through) world.traps.set(id, (w, buyer, conversation) => pullAway(w, who, buyer, conversation, id, of));
}

type Campaign = ReturnType<typeof campaign>;

/** Another thing altogether. Refused, it keeps the old category, or the old pictures, and tries again. */
function* swap(world: World, who: Person, id: string, from: Ad, of: Campaign): Script<boolean> {
  const { random } = world;
  const model = random.pick(models.filter((one) => one.price >= 220 && one.price < 2000));
  const target = ad(random, who, { model, cheap: 0.5, grade: "like_new", pictures: [photo(random, model)] });
  const versions: Ad[] = [
    target,
    { ...target, category: from.category },
    { ...target, pictures: from.pictures, price: from.price },
  ];
  for (const [i, version] of versions.entries()) {
    const decision = yield* edit(world, who, id, version, {
      truth: harm(of, i + 1),
      after: random.int(2 * hour, 30 * hour),
    });
    if (!stopped(decision)) return true;
  }
  return false;
}

/** The same thing, with a way around the site added to its text. */
function* smuggle(world: World, who: Person, id: string, from: Ad, of: Campaign): Script<boolean> {
  const { random } = world;
  const plain = contact(random, "phone", who.language);
  for (let level = 0; level < 3; level++) {
    const line = random.chance(0.5)
      ? plea(random, who.language, level)
      : hidden(random, "phone", plain, who.language, level + 1);
    const decision = yield* edit(
      world,
      who,
      id,
      { ...from, description: `${from.description}\n${line}` },
      { truth: harm(of, level + 1), after: random.int(hour, 20 * hour) },
    );
    if (!stopped(decision)) return true;
  }
  return false;
}

/** A little each time: the description first, then the pictures, then the title, at last the price. */
function* creep(world: World, who: Person, id: string, from: Ad, of: Campaign): Script<boolean> {
  const { random } = world;
  const model = random.pick(models.filter((one) => one.price >= 250 && one.price < 1500));
  const target = ad(random, who, { model, grade: "like_new" });
  const steps: Partial<Ad>[] = [
    { description: `${from.description} ${target.description.split(". ")[0]}.` },
    { pictures: [...from.pictures, ...picturesOf([photo(random, model)])] },
    { title: `${from.title} + ${target.title}` },
    { description: target.description, pictures: target.pictures },
    { title: target.title, price: { ...from.price, amount: Math.round(model.price * 0.45) } },
  ];
  let now = from;
  for (const [i, step] of steps.entries()) {
    now = { ...now, ...step };
    const truth = i < 2 ? cover(of) : harm(of, i - 1);
    const decision = yield* edit(world, who, id, now, { truth, after: random.int(40, 9 * hour) });
    if (stopped(decision)) return false;
  }
  return true;
}

/** Fair until people write; then the good photographs stay and the thing becomes a copy, a box, or a deposit. */
function* bait(world: World, who: Person, id: string, from: Ad, of: Campaign): Script<boolean> {
  const { random } = world;
  const turns = {
    en: [
      "The amount above is the deposit, the remainder is settled when we meet.",
      "Sale concerns the packaging, see last picture.",
      "Reserved for those who send me their contact first.",
    ],
    fr: [
      "Le montant affiché est l'acompte, le reste se règle à la rencontre.",
      "La vente concerne l'emballage, voir dernière photo.",
      "Réservé à ceux qui m'envoient d'abord leurs coordonnées.",
    ],
  }[who.language];
  for (const [i, turn] of random.shuffle(turns).entries()) {
    const amount = Math.round(from.price.amount * (1.6 + random.next() * 2 - i * 0.5));
    const next = { ...from, description: `${from.description} ${turn}`, price: { ...from.price, amount } };
    const given = { truth: harm(of, i + 1), after: random.int(5 * hour, 40 * hour) };
    if (!stopped(yield* edit(world, who, id, next, given))) return true;
  }
  return false;
}

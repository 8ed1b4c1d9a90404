/** Ads as honest people write them: a model of the catalogue, in some condition, described in their own way. */
import { pictureName, type Recipe, type Tint } from "../pictures/recipe.ts";
import {
  type Category,
  categoryWeights,
  colourIds,
  colours,
  type Grade,
  gradeFactor,
  type Language,
  type Model,
  models,
} from "./catalogue.ts";
import { type Person, typed } from "./people.ts";
import { type Random, weighted } from "./random.ts";
import { en } from "./words/en.ts";
import { fr } from "./words/fr.ts";
import type { Phrases } from "./words/phrases.ts";

/** A listing's state but for its id, revision and seller. Pictures are names of drawings. */
export interface Ad {
  title: string;
  description: string;
  category: Category;
  brand?: string;
  condition: { grade: Grade };
  price: { amount: number; currency: "EUR"; type: "fixed" | "negotiable" | "free" | "swap" };
  pictures: { url: string }[];
  language: Language;
}

export const phrases = (language: Language): Phrases => (language === "fr" ? fr : en);

/** Slots of the phrases that do not depend on the ad. */
function slots(random: Random, who: Person): Record<string, string> {
  const digits = (n: number) => random.string(n, "0123456789");
  const letters = (n: number) => random.string(n, "ABCDEFGHKLMNPRSTVWX");
  return {
    city: who.city,
    battery: String(random.int(79, 100)),
    storage: random.pick(["64", "128", "256", "512"]),
    model: random.pick([
      `${letters(1)}${digits(4)}`,
      `${letters(2)}-${digits(4)}/${digits(2)}`,
      `${digits(6)}-${digits(3)}`,
      `${letters(3)}${digits(5)}${letters(1)}`,
      `${digits(4)} ${digits(3)} ${digits(3)}`,
    ]),
    cycles: String(random.int(40, 620)),
    layout: random.pick(["AZERTY", "QWERTY"]),
    size: random.pick(["XS", "S", "M", "L", "XL", "36", "38", "40", "42"]),
    a: String(random.int(18, 220)),
    b: String(random.int(18, 120)),
    c: String(random.int(8, 110)),
    shoe: random.pick(["36", "37", "38", "39", "40", "41", "42", "42 2/3", "43 1/3", "44", "45"]),
    mm: random.pick(["36", "38", "40", "41", "42", "44"]),
    frame: random.pick(["S", "M", "L", "52", "54", "56", "58"]),
    km: String(random.int(80, 6400)),
    h1: String(random.int(150, 170)),
    h2: String(random.int(172, 196)),
    pages: String(random.int(96, 940)),
    isbn: `978${random.string(10, "0123456789")}`,
    row: random.string(1, "ABCDEFGHJKLMNPQRS"),
    seat: String(random.int(1, 80)),
    year: String(random.int(2011, 2021)),
    kkm: String(random.int(32, 168)),
    belt: String(random.int(80, 140)),
    crit: String(random.int(1, 3)),
    letter: random.pick(["A", "A+", "B"]),
    offer: `${random.int(4, 60) * 5} €`,
  };
}

/** A phrase with its slots filled. */
export function fill(random: Random, who: Person, phrase: string, more: Record<string, string> = {}): string {
  const all = { ...slots(random, who), ...more };
  return phrase.replace(/\{(\w+)\}/g, (_, slot: string) => all[slot as keyof typeof all] ?? slot);
}

/** As people price things: round, or just under round. */
export function rounded(random: Random, amount: number): number {
  const step = amount < 20 ? 1 : amount < 120 ? 5 : amount < 1000 ? 10 : amount < 4000 ? 50 : 100;
  const price = Math.max(1, Math.round(amount / step) * step);
  return random.chance(0.12) && price > 20 ? price - 1 : price;
}

export interface AdOptions {
  model?: Model;
  grade?: Grade;
  /** Factor on the usual price. */
  cheap?: number;
  /** Further sentences, anywhere in the description. */
  also?: readonly string[];
  pictures?: readonly Recipe[];
}

function modelOf(random: Random, who: Person): Model {
  const category =
    who.taste.length > 0 && random.chance(0.7) ? random.pick(who.taste) : weighted(random, categoryWeights);
  return random.pick(models.filter((model) => model.category === category));
}

/** How the picture of this model might look; every call another photo. */
export function photo(random: Random, model: Model, tint?: Tint): Recipe {
  return { shape: model.shape, tint: tint ?? random.pick(colourIds), seed: random.int(0, 899_999) };
}

/** What an honest person would ask: condition and haggling included, log-normal around the market's price. */
function fairPrice(random: Random, model: Model, grade: Grade): number {
  return rounded(random, model.price * gradeFactor[grade] * Math.exp(random.normal() * 0.15));
}

export function ad(random: Random, who: Person, options: AdOptions = {}): Ad {
  const model = options.model ?? modelOf(random, who);
  const grade =
    options.grade ??
    weighted<Grade>(random, [
      [8, "new"],
      [24, "like_new"],
      [44, "good"],
      [20, "fair"],
      [4, "for_parts"],
    ]);
  const { language } = who;
  const book = phrases(language);
  const colour = random.pick(colourIds);
  const thing = [model.brand, model.name[language]]
    .filter((part, i) => part && !(i === 0 && model.name[language].startsWith(part)))
    .join(" ");
  const same = slots(random, who);
  const say = (from: readonly string[], more: Record<string, string> = {}) =>
    fill(random, who, random.pick(from), { ...same, ...more });
  const coloured = !["books", "tickets"].includes(model.category);
  const sentences = [
    say(book.openings, { thing, colour: colours[colour][language] }),
    say(book.condition[grade], { defect: random.pick(book.defects[model.category]) }),
    ...random.some(book.details[model.category], random.int(1, 3)).map((phrase) => fill(random, who, phrase, same)),
    random.chance(0.55) ? say(book.reasons) : "",
    ...(options.also ?? []),
    random.chance(0.6) ? say(book.handover) : "",
    !options.also && random.chance(0.05) ? random.pick(book.warnings) : "",
    random.chance(0.5) ? say(book.closings) : "",
  ].filter(Boolean);
  const spec = random.chance(0.4) && coloured ? `, ${colours[colour][language]}` : "";
  const size = model.category === "shoes" ? ` ${language === "fr" ? "taille" : "size"} ${same["shoe"]}` : "";
  const title = `${thing[0]!.toUpperCase()}${thing.slice(1)}${size}${spec}`;
  return {
    title: typed(random, { ...who, care: Math.max(who.care, 0.25) }, title),
    description: typed(random, who, sentences.join(random.chance(0.25) ? "\n" : " ")),
    category: model.category,
    ...(model.brand && random.chance(0.8) && { brand: model.brand }),
    condition: { grade },
    price: {
      amount: rounded(random, fairPrice(random, model, grade) * (options.cheap ?? 1)),
      currency: "EUR",
      type: random.chance(0.2) ? "negotiable" : "fixed",
    },
    pictures: picturesOf(
      options.pictures ??
        Array.from({ length: random.int(1, 3) }, () => photo(random, model, coloured ? colour : undefined)),
    ),
    language,
  };
}

export const picturesOf = (recipes: readonly Recipe[]): Ad["pictures"] =>
  recipes.map((recipe) => ({ url: pictureName(recipe) }));

/** What the past is looked up by for one listing, and what it will be found by: computed once an intake. */
import type { Picture, Price } from "@assay/contract";
import { describe, hash53, type PriceKey, type Print, priceKeys, printOf } from "@assay/detectors/market";
import { type Intake, storable } from "../intake/index.ts";

export interface FoundBy {
  /** What is compared within; listings without a currency are compared among themselves. */
  category: string;
  currency: string;
  priceKeys: PriceKey[];
  print: Print;
  /** Host of the first picture's address; empty without one. */
  origin: string;
}

const nothing: FoundBy = {
  category: "",
  currency: "",
  priceKeys: [],
  print: { title: "", text: "", digest: 0, marks: "", pictures: [], bands: [], words: [] },
  origin: "",
};
const memo = new WeakMap<Intake, FoundBy>();

export function foundBy(intake: Intake): FoundBy {
  if (intake.subject.kind !== "listing") return nothing;
  const known = memo.get(intake);
  if (known) return known;
  const { data } = intake.subject;
  const category = typeof data.category === "string" ? storable(data.category.slice(0, 200)) : "";
  const currency = (data.price as Price | undefined)?.currency ?? "";
  const print = printOf(intake.subject);
  const made: FoundBy = {
    category,
    currency,
    priceKeys: priceKeys(`${currency} ${category}`, describe(intake.subject)),
    print: { ...print, title: storable(print.title), text: storable(print.text), marks: storable(print.marks) },
    origin: originOf(data.pictures),
  };
  memo.set(intake, made);
  return made;
}

/** As columns of the row `q` that history is read for; arrays in PostgreSQL's notation. */
export function soughtColumns(intake: Intake): {
  price_keys: string;
  price_weights: string;
  bands: string;
  words: string;
} {
  const { priceKeys: keys, print } = foundBy(intake);
  return {
    price_keys: `{${keys.map(({ key }) => key).join()}}`,
    price_weights: `{${keys.map(({ weight }) => weight).join()}}`,
    bands: `{${print.bands.join()}}`,
    words: `{${print.words.map((word) => `"${word}"`).join()}}`,
  };
}

/** Scatters sellers evenly, the same way for ever: 31 bits. */
export function spreadOf(seller: string): number {
  return hash53(seller, 31) % 2 ** 31;
}

function originOf(pictures: unknown): string {
  const url = Array.isArray(pictures) ? (pictures[0] as Picture | undefined)?.url : undefined;
  return url && URL.canParse(url) ? storable(new URL(url).host.slice(0, 100)) : "";
}

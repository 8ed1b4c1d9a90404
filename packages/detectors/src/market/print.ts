/**
 * An ad as the next one is compared with it: its beginning, what tells it apart, and the bands that near copies share.
 * MinHash over shingles of three words (Broder, "On the resemblance and containment of documents", 1997), cut into bands of three
 * (Leskovec, Rajaraman & Ullman, "Mining of Massive Datasets", 3.4): two ads that share 8 of 10 shingles meet in some band with
 * probability 0.99, 6 of 10: 0.78, and strangers (1 of 100) with 0.000006.
 */
import type { Picture, Subject } from "@assay/contract";
import { hash53 } from "../text/hash.ts";
import { type TextView, textsOf } from "../text/index.ts";
import { titleWords } from "./title_words.ts";

export interface Print {
  title: string;
  /** The description's first 400 characters. */
  text: string;
  /** Of all words of title and description in order. */
  digest: number;
  /** What tells two of a kind apart, `name=value` joined by `; `; at most 300 characters. */
  marks: string;
  /** Of the first eight pictures' content hashes or addresses. */
  pictures: number[];
  /** Near copies share at least one of them. */
  bands: number[];
  /** Words of the title by which its category is learnt. */
  words: string[];
}

const bandCount = 6;
const rows = 3;
/** Longer ads are told by their beginning. */
const mostWords = 400;
const shortAd = 12;
const longestText = 400;
const longestTitle = 80;
const keptPictures = 8;
const soughtPictures = 4;

const memo = new WeakMap<Subject, Print>();

/** Read once a subject object, which must not change afterwards. */
export function printOf(subject: Subject): Print {
  const known = memo.get(subject);
  if (known) return known;
  const made = read(subject);
  memo.set(subject, made);
  return made;
}

function read(subject: Subject): Print {
  const { data, owner } = subject;
  const views = textsOf(subject).filter(({ field }) => field === "title" || field === "description");
  const titleView = views.find(({ field }) => field === "title");
  const hashes = wordHashes(views);
  const title = titleView ? wordHashes([titleView]) : [];
  const pictures = pictureHashes(data.pictures);
  const bands = hashes.length > 0 ? bandsOf(shinglesOf(hashes)) : [];
  // The same title by the same seller, whatever else was written; and any title long enough to be no coincidence.
  if (title.length > 0) bands.push(hash53(`s ${owner} ${title.join(" ")}`));
  if (title.length >= 4) bands.push(hash53(`t ${title.join(" ")}`));
  bands.push(...pictures.slice(0, soughtPictures).map((picture) => hash53(`p ${picture}`)));
  return {
    title: text(data.title).slice(0, longestTitle),
    text: text(data.description).slice(0, longestText),
    digest: hash53(hashes.join(" ")),
    marks: marksOf(data),
    pictures,
    bands: [...new Set(bands)],
    words: titleWords(text(data.title), text(data.brand)),
  };
}

function wordHashes(views: readonly TextView[]): number[] {
  const hashes: number[] = [];
  for (const { tokens } of views) {
    for (let i = 0; i < tokens.count && hashes.length < mostWords; i++) hashes.push(tokens.hash[i]!);
  }
  return hashes;
}

/** Three words each; of short ads one and two words, for there one changed word would leave nothing. */
function shinglesOf(words: readonly number[]): number[] {
  const shingles: number[] = [];
  const mix = (a: number, b: number) => Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  if (words.length < shortAd) {
    for (let i = 0; i < words.length; i++) {
      shingles.push(mix(words[i]!, 1));
      if (i > 0) shingles.push(mix(mix(words[i - 1]!, 2), words[i]!));
    }
  } else {
    for (let i = 2; i < words.length; i++) shingles.push(mix(mix(mix(words[i - 2]!, 3), words[i - 1]!), words[i]!));
  }
  return shingles;
}

/** Odd multipliers and offsets of the permutations, from a fixed generator. They are stored through what they make: never change them. */
const permutations = Array.from({ length: bandCount * rows }, (_, i) => ({
  times: (hash53(`times ${i}`) | 1) >>> 0,
  plus: hash53(`plus ${i}`) >>> 0,
}));

function bandsOf(shingles: readonly number[]): number[] {
  const least = permutations.map(({ times, plus }) => {
    let best = 0xffffffff;
    for (let i = 0; i < shingles.length; i++) {
      let value = (Math.imul(shingles[i]!, times) + plus) | 0;
      value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
      if (value < best) best = value;
    }
    return best;
  });
  return Array.from({ length: bandCount }, (_, band) =>
    hash53(`b ${band} ${least.slice(band * rows, band * rows + rows).join(" ")}`),
  );
}

function pictureHashes(pictures: unknown): number[] {
  if (!Array.isArray(pictures)) return [];
  const references = (pictures as (Picture | null)[]).flatMap(
    // Without what signs or sizes the address, as `listing_edit` tells pictures apart.
    (one) => one?.content ?? one?.url?.replace(/[?#].*$/s, "") ?? one?.path ?? [],
  );
  return [...new Set(references.map((reference) => hash53(reference)))].slice(0, keptPictures);
}

const marking = [
  "brand",
  "model",
  "gtin",
  "mpn",
  "serial_number",
  "sku",
  "size",
  "color",
  "colour",
  "storage",
  "year",
  "mileage",
];

function marksOf(data: Readonly<Record<string, unknown>>): string {
  const extra = typeof data.attributes === "object" && data.attributes !== null ? data.attributes : {};
  const all: Record<string, unknown> = { ...(extra as Record<string, unknown>), ...data };
  return marking
    .flatMap((name) => {
      const value = Object.hasOwn(all, name) ? all[name] : undefined;
      return typeof value === "string" || typeof value === "number"
        ? [`${name}=${String(value).trim().toLowerCase().slice(0, 40)}`]
        : [];
    })
    .join("; ")
    .slice(0, 300);
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

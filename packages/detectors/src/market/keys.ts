/**
 * What listings are found again by, so that a price is compared with its closest kin: brand, pairs of words of the title (which is
 * how models are named), year and storage, each within category and currency. Written with a listing, looked up by the next.
 */
import { hash53 } from "../text/hash.ts";
import { type Described, yearOf } from "./likeness.ts";
import { namingWords, plainTitle } from "./title_words.ts";

export interface PriceKey {
  /** 53 bits of a hash: so many keys of so many listings that two are hardly ever the same by chance. */
  key: number;
  /** How much closer than its category a listing is that shares it. */
  weight: number;
}

/** Most keys that a listing is stored under. */
export const maxKeys = 8;

/**
 * @param group category and currency
 * @returns the most telling first; at most `maxKeys`, none twice
 */
export function priceKeys(group: string, { title, brand = "" }: Described): PriceKey[] {
  const plain = plainTitle(title);
  const words = namingWords(plain);
  const maker = brand.toLowerCase().trim();
  const year = yearOf(plain);
  const keys = new Map<string, number>();
  const add = (key: string, weight: number) => {
    if (keys.size < maxKeys || keys.has(key)) keys.set(key, Math.max(weight, keys.get(key) ?? 0));
  };
  const names = words.filter((word) => word !== maker && !/^(?:19|20)\d\d$/.test(word));
  const storage = /\b(\d+) ?(?:gb|go|tb|to)\b/.exec(plain)?.[1];
  const head = maker || names[0] || "";
  if (head && year) add(`${head} ${year}`, 2);
  if (head && storage) add(`${head} ${storage}gb`, 2);
  for (let i = 0; i + 1 < names.length && i < 5; i++) {
    const pair = `${names[i]} ${names[i + 1]}`;
    add(pair, /\d/.test(pair) ? 3 : 2);
  }
  if (maker) {
    add(maker, 1);
    if (names[0]) add(`${maker} ${names[0]}`, 3);
  }
  for (const word of names.slice(0, 3)) if (word.length > 2) add(word, 1);
  if (year) add(`y ${year}`, 1);
  return [...keys]
    .map(([key, weight]) => ({ key: hash53(`${group} ${key}`), weight }))
    .sort((a, b) => b.weight - a.weight || a.key - b.key);
}

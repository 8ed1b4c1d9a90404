/** How alike two ads' texts are: in wording, and in the thing they name. Pure text; prices, pictures and sellers are the detector's. */
import { plainTitle } from "./title_words.ts";

export interface AdText {
  title: string;
  description: string;
}

export interface Likeness {
  /** Share of pairs of neighbouring words that both have (Dice), 0 to 1: near 1 is the same text. */
  wording: number;
  /** Chance that both name the same thing, 0 to 1, in whatever words. */
  thing: number;
  /** What one title names and the other denies: a number, a size, a colour. */
  apart: string[];
  /** Each text has a number that the other has not. */
  otherNumbers: boolean;
  /** Share of the titles' words in common, longer ones and numbers counting more, 0 to 1. */
  title: number;
  /** Words that were compared, of the shorter of the two. */
  words: number;
}

const mostWords = 160;

export function alike(a: AdText, b: AdText): Likeness {
  const left = read(a);
  const right = read(b);
  return {
    wording: wordingOf(left.all, right.all),
    thing: thingOf(left, right),
    apart: apartIn(left, right),
    otherNumbers: otherNumbers(left.all, right.all),
    title: titleLikeness(left.title, right.title),
    words: Math.min(left.all.length, right.all.length),
  };
}

interface Read {
  title: string[];
  all: string[];
  codes: Set<string>;
  allCodes: Set<string>;
}

function read({ title, description }: AdText): Read {
  const words = (text: string) => plainTitle(text.slice(0, 200)).match(/[\p{L}\p{N}]+(?:[-./][\p{L}\p{N}]+)*/gu) ?? [];
  const titleWords = words(title);
  const all = [...titleWords, ...(plainText(description).match(/[\p{L}\p{N}]+(?:[-./][\p{L}\p{N}]+)*/gu) ?? [])].slice(
    0,
    mostWords,
  );
  return { title: titleWords, all, codes: codesOf(titleWords), allCodes: codesOf(all) };
}

const plainText = (text: string) => text.slice(0, 1200).normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Model and part numbers: letters and digits together, or long numbers, without what joins them. */
function codesOf(words: readonly string[]): Set<string> {
  const codes = new Set<string>();
  for (const word of words) {
    const plain = word.replaceAll(/[-./]/g, "");
    if (plain.length >= 4 && /\d/.test(plain) && (/\p{L}/u.test(plain) || plain.length >= 5) && !measure.test(plain))
      codes.add(plain);
  }
  return codes;
}
/** `128gb`, `1080p`, `16mp` are sizes, not names. */
const measure =
  /^\d+(?:gb|tb|mb|mp|mm|cm|in|inch|hz|mhz|ghz|kg|lb|lbs|oz|ml|watt|watts|w|v|p|k|x|x\d+|ft|mah|rpm|st|nd|rd|th|go|to|pcs|pack)$|^\d+x\d+\w*$/;

function wordingOf(a: readonly string[], b: readonly string[]): number {
  const n = Math.min(a.length, b.length);
  if (n === 0) return 0;
  const pairs = (words: readonly string[]) => {
    const counts = new Map<string, number>();
    for (let i = 0; i < words.length; i++) {
      const key = i === 0 ? `^ ${words[0]}` : `${words[i - 1]} ${words[i]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const [left, right] = [pairs(a), pairs(b)];
  let shared = 0;
  for (const [key, count] of left) shared += Math.min(count, right.get(key) ?? 0);
  return (2 * shared) / (a.length + b.length);
}

/**
 * A model or part number that both have names the thing. Where each has one and none is shared, they are two things; where one has none,
 * the titles' words decide, words in common counting more the longer they are, since short ones are sizes, articles and units.
 */
function thingOf(a: Read, b: Read): number {
  const named = shareCode(a.codes, b.codes) ? 0.92 : shareCode(a.allCodes, b.allCodes) ? 0.7 : undefined;
  const words = titleLikeness(a.title, b.title);
  const numbers = otherNumbers(a.title, b.title);
  if (named !== undefined) return Math.min(1, named + 0.1 * words) * (numbers ? 0.85 : 1);
  const denied = a.codes.size > 0 && b.codes.size > 0;
  return words * (denied ? 0.45 : 1) * (numbers ? 0.6 : 1);
}

/** The same code, or one that goes on where the other ends: `dscw150` and `dscw150b`, whose last letters are the colour. */
function shareCode(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const left of a) {
    for (const right of b) {
      if (left === right) return true;
      const [short, long] = left.length < right.length ? [left, right] : [right, left];
      if (short.length >= 5 && long.length - short.length <= 4 && (long.startsWith(short) || long.endsWith(short)))
        return true;
    }
  }
  return false;
}

function titleLikeness(a: readonly string[], b: readonly string[]): number {
  const left = parts(a);
  const right = parts(b);
  let shared = 0;
  let all = 0;
  for (const word of left) {
    if (right.has(word)) shared += weightOf(word);
    all += weightOf(word);
  }
  for (const word of right) if (!left.has(word)) all += weightOf(word);
  return all === 0 ? 0 : shared / all;
}

const parts = (words: readonly string[]) =>
  new Set(words.flatMap((word) => word.split(/[-./]/)).filter((word) => word !== ""));
const weightOf = (word: string) => (/\d/.test(word) ? 1.5 : Math.min(1.5, word.length / 4));

/** Each title has a number that the other has not. */
function otherNumbers(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [parts(a), parts(b)];
  const alone = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...one].some((word) => /^\d+(?:\p{L}{1,3})?$/u.test(word) && !other.has(word));
  return alone(left, right) && alone(right, left);
}

/** Sizes and colours: what a shop's ads of one kind differ in. */
const variants = new Set(
  (
    "xxs xs s m l xl xxl xxxl small medium large black white red blue green yellow grey gray brown pink purple orange beige gold silver navy turquoise " +
    "noir noire blanc blanche rouge bleu bleue vert verte jaune gris grise marron rose violet violette beige dore doree argent petit grand " +
    "schwarz weiss rot blau grun gelb grau braun rosa lila silber klein gross one two three four five studio loft left right gauche droite links rechts boys girls men women homme femme"
  ).split(" "),
);

/**
 * Words that tell two things of a kind apart, at most 6: numbers, sizes and colours that only one of the titles has; and, where each title
 * has a name that nothing of the other ad mentions, these names ("LG chargers", "Nokia chargers").
 */
function apartIn(a: Read, b: Read): string[] {
  const [left, right] = [parts(a.title), parts(b.title)];
  const telling = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...one].filter((word) => !other.has(word) && (/\d/.test(word) || variants.has(word)));
  const [allLeft, allRight] = [parts(a.all), parts(b.all)];
  const names = (one: Read, other: ReadonlySet<string>, own: readonly string[]) =>
    own.filter((word) => word.length > 1 && !other.has(word) && one.all.filter((said) => said === word).length > 1);
  const ours = names(a, allRight, [...left]);
  const theirs = names(b, allLeft, [...right]);
  const named = ours.length > 0 && theirs.length > 0 ? [...ours, ...theirs] : [];
  return [...new Set([...telling(left, right), ...telling(right, left), ...named])].slice(0, 6);
}

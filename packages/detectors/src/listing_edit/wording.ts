/** How much of one text is still in another, typos forgiven. */
import { viewOf } from "../text/index.ts";

export interface SameWords {
  /** Share of the old words' weight that the new text still has, 0 to 1; 1 where there were none. */
  kept: number;
  /** Share of the new words' weight that the old text had already. */
  known: number;
  /** Both at once (Dice), 0 to 1. */
  alike: number;
  /** A number of the old text gave way to another: `iPhone 12` became `iPhone 14`. */
  otherNumbers: boolean;
}

const maxWords = 400;

export function sameWords(before: string, after: string): SameWords {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const left = new Map<string, number>();
  for (const word of now) left.set(word, (left.get(word) ?? 0) + 1);
  const unmatched: string[] = [];
  let shared = 0;
  for (const word of old) {
    if (take(left, word)) shared += weight(word);
    else unmatched.push(word);
  }
  const lost: string[] = [];
  for (const word of unmatched) {
    const typo = [...left.keys()].find((other) => oneEditApart(word, other));
    if (typo !== undefined && take(left, typo)) shared += weight(word);
    else lost.push(word);
  }
  const oldWeight = total(old);
  const newWeight = total(now);
  return {
    kept: oldWeight === 0 ? 1 : Math.min(1, shared / oldWeight),
    known: newWeight === 0 ? 1 : Math.min(1, shared / newWeight),
    alike: oldWeight + newWeight === 0 ? 1 : Math.min(1, (2 * shared) / (oldWeight + newWeight)),
    otherNumbers: lost.some(hasDigit) && [...left.keys()].some(hasDigit) && shared > 0,
  };
}

function wordsOf(text: string): string[] {
  const view = viewOf("", text.slice(0, 20_000));
  const words: string[] = [];
  for (let i = 0; i < view.tokens.count && words.length < maxWords; i++) {
    const word = view.word(i);
    if (!idle.has(word)) words.push(word);
  }
  return words;
}

/** Words of every ad, which name no product. */
const idle = new Set(
  (
    "the and for with sale selling sell very good great excellent new used like condition price obo firm only reduced " +
    "vends vend vendre a de des du le la les un une et en avec pour tres bon bonne etat neuf neuve occasion prix baisse urgent " +
    "zu verkaufen verkaufe und mit sehr gut guter zustand neu gebraucht preis der die das ein eine " +
    "vendo se el los las un una y con muy buen buena estado nuevo usado precio il lo gli e ottimo ottime condizioni nuovo prezzo"
  ).split(" "),
);

/** Names and numbers of models say more than small words. */
const weight = (word: string) => (hasDigit(word) ? 1.5 : word.length <= 2 ? 0.3 : 1);
const total = (words: readonly string[]) => words.reduce((sum, word) => sum + weight(word), 0);
const hasDigit = (word: string) => /\d/.test(word);

function take(left: Map<string, number>, word: string): boolean {
  const n = left.get(word) ?? 0;
  if (n === 0) return false;
  if (n === 1) left.delete(word);
  else left.set(word, n - 1);
  return true;
}

/** One letter more, less, other, or two swapped, in words of four letters and more. Numbers have no typos here. */
function oneEditApart(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1 || hasDigit(a) || hasDigit(b)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  return (restA.length <= 1 && restB.length <= 1) || (restA.length === 2 && restA === [...restB].reverse().join(""));
}

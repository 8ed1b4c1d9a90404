/**
 * The words that were met, each under a number: what follows from a word alone (how phrases begin with it, what it is worth to a model) is
 * worked out once, not every time it is read. All of it lies in flat arrays, for reading from scattered objects costs more than the sums.
 * What is kept follows from the word alone, so it does not matter what was read before.
 */
import { cut, onceAView, type TextView } from "./view.ts";

/** Numbers are below this. The table is emptied when half of it is used: words of real texts come again, those of hostile ones fill it. */
const slotBits = 16;
export const wordNumbers = 1 << slotBits;
/** So many units of a word tell it from others; of longer ones, the hash and the length do the rest, and nothing more is kept of them. */
export const comparedUnits = 40;
/** Words of one view that have numbers; there is room for as many in a table that was just emptied. */
export const numberedWords = 4000;

/** Fields of a word's record, which begins at its number times `recordLength`. Zero where nobody worked it out. */
export const recordLength = 8;
export const field = {
  hash: 0,
  /** Place of its units. */
  units: 1,
  /** 0 where the number is free. */
  length: 2,
  /** Its classes as bits, one added (`model/features.ts`). */
  classes: 3,
  /** Bits of the matchers of which a phrase begins with it, whatever follows, with the highest bit set (`beginnings.ts`). */
  begins: 4,
  /** Of those of which one does where some other word follows; and of those of which it is such a word. */
  followed: 5,
  follows: 6,
} as const;

export const records = new Int32Array(wordNumbers * recordLength);
let kept = new Uint16Array(1 << 18);
let keptUnits = 0;
let used = 0;
let age = 1;

/** Grows each time that the table is emptied: numbers of before mean nothing from then on. */
export function lexiconAge(): number {
  return age;
}

/** Forgets every word. */
export function emptyLexicon(): void {
  records.fill(0);
  used = 0;
  keptUnits = 0;
  age += 1;
}

/** Number of the word `plain.slice(from, to)`, which is not empty. Room must have been made for it. */
function numberOf(plain: string, from: number, to: number, hash: number): number {
  const length = to - from;
  const compared = Math.min(length, comparedUnits);
  let number = Math.imul(hash, 0x9e3779b1) >>> (32 - slotBits);
  for (; ; number = (number + 1) & (wordNumbers - 1)) {
    const at = number * recordLength;
    const there = records[at + field.length]!;
    if (there === 0) break;
    if (records[at] !== hash || there !== length) continue;
    let unit = records[at + field.units]!;
    let i = from;
    const end = from + compared;
    while (i < end && kept[unit] === plain.charCodeAt(i)) {
      unit += 1;
      i += 1;
    }
    if (i === end) return number;
  }
  if (keptUnits + compared > kept.length) {
    const more = new Uint16Array(kept.length * 2);
    more.set(kept);
    kept = more;
  }
  const at = number * recordLength;
  records[at + field.hash] = hash;
  records[at + field.units] = keptUnits;
  records[at + field.length] = length;
  for (let i = from; i < from + compared; i++) kept[keptUnits++] = plain.charCodeAt(i);
  used += 1;
  return number;
}

interface Numbers {
  age: number;
  /** By word of the view, the first `numberedWords` of them. */
  of: Int32Array;
}
const memo = onceAView((): Numbers => ({ age: 0, of: new Int32Array(0) }));

/** Numbers of a view's first words, as long as the lexicon has this age. */
export function numbersOf(view: TextView): Numbers {
  const numbers = memo(view);
  if (numbers.age === age) return numbers;
  const { start, end, hash } = view.tokens;
  const count = Math.min(view.tokens.count, numberedWords);
  if (used + count > wordNumbers / 2) emptyLexicon();
  const { plain } = view;
  const of = numbers.of.length === count ? numbers.of : cut(count);
  for (let token = 0; token < count; token++) of[token] = numberOf(plain, start[token]!, end[token]!, hash[token]!);
  numbers.of = of;
  numbers.age = age;
  return numbers;
}

/** The first `comparedUnits` of a word. */
export function beginningOf(number: number): string {
  const at = number * recordLength;
  const from = records[at + field.units]!;
  return String.fromCharCode(...kept.subarray(from, from + Math.min(comparedUnits, records[at + field.length]!)));
}

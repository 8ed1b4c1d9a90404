/**
 * Hashed features of a text, read once a view and shared by every linear model.
 * A word gives: itself, its character 3- to 5-grams with its edges, the pair with the word before it, the pair that skips one word,
 * after a negation a marked form of itself, and its classes (`classes.ts`) alone and after those of the classed words before it.
 * What a disguise stands for (`alternatives.ts`) gives its features too. Quotation, question and exclamation marks are words.
 * Words that name a group of people all give the same features, so that no model can know which group is meant: what counts is what
 * is said of it.
 */
import { alternativesOf } from "../alternatives.ts";
import { hashBase, hashOf, type TextView } from "../view.ts";
import { classNames, type WordClass, wordClasses } from "./classes.ts";

/** Buckets that features are hashed into; every weights file is made for this number. */
export const featureBits = 18;
/** Most words read of one text. */
export const maxWords = 4000;

/** Features word by word: those of word `i` are `ids[first[i]]` up to `ids[first[i + 1]]`; it is `plain.slice(start[i], end[i])`. */
export interface WordFeatures {
  count: number;
  start: Int32Array;
  end: Int32Array;
  first: Int32Array;
  ids: Int32Array;
}

const mask = (1 << featureBits) - 1;
const groupHash = 0x2f0b4a1d;
const classSalt = 0x27d4eb2f;
const negatedSalt = 0x5bd1e995;
const pairSalt = 0x1b873593;
const skipSalt = 0x3c6ef372;
/** How many words a negation reaches. */
const negationReach = 4;
/** Of longer words, only so many units give n-grams. */
const maxWordGrams = 24;
/** Shortest beginning that a class may be known by. */
const shortestBeginning = 3;
const edge = 1;

const step = (hash: number, code: number): number => (Math.imul(hash, hashBase) + code + 1) | 0;
/** Spreads the entropy of a hash into the low bits that pick the bucket (MurmurHash3's finaliser, shortened). */
function bucket(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) & mask;
}

/** Classes as bits by the hash of a word, or (`beginnings`) of its first letters: open addressing, the bits beside the hash. */
const tableBits = 14;
const exact = new Int32Array(2 << tableBits);
const beginnings = new Int32Array(2 << tableBits);
for (const [bit, name] of classNames.entries()) {
  for (const entry of wordClasses[name].trim().split(/\s+/)) {
    const [table, word] = entry.endsWith("*") ? [beginnings, entry.slice(0, -1)] : [exact, entry];
    const at = slotOf(table, hashOf(word));
    table[at] = hashOf(word);
    table[at + 1]! |= 1 << bit;
  }
}
function slotOf(table: Int32Array, hash: number): number {
  let at = (Math.imul(hash, 0x9e3779b1) >>> (32 - tableBits)) * 2;
  while (table[at + 1] !== 0 && table[at] !== hash) at = (at + 2) & ((2 << tableBits) - 1);
  return at;
}
const bitOf = (name: WordClass): number => 1 << classNames.indexOf(name);
const groupBit = bitOf("group");
const notBit = bitOf("not");

function classesOf(text: string, from: number, to: number, hash: number): number {
  let seen = exact[slotOf(exact, hash) + 1]!;
  let beginning = 0;
  for (let i = from; i < to; i++) {
    beginning = step(beginning, text.charCodeAt(i));
    if (i - from + 1 >= shortestBeginning) seen |= beginnings[slotOf(beginnings, beginning) + 1]!;
  }
  return seen;
}

/** Character 3-, 4- and 5-grams of `text.slice(from, to)` with its edges. */
function grams(text: string, from: number, to: number, ids: Int32Array, n: number): number {
  for (let i = from - 1; i < to - 1; i++) {
    let hash = i < from ? edge : text.charCodeAt(i);
    const last = Math.min(i + 4, to);
    for (let j = i + 1; j <= last; j++) {
      hash = step(hash, j < to ? text.charCodeAt(j) : edge);
      if (j >= i + 2) ids[n++] = bucket(hash ^ Math.imul(j - i, skipSalt));
    }
  }
  return n;
}

const memo = new WeakMap<TextView, WordFeatures>();
let scratch = new Int32Array(1 << 14);
let starts = new Int32Array(1 << 10);
let ends = new Int32Array(1 << 10);
let firsts = new Int32Array(1 << 10);

function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(values.length * 2);
  more.set(values);
  return more;
}

/** Features of a view's first `maxWords` words; read once and kept with the view. */
export function featuresOf(view: TextView): WordFeatures {
  const known = memo.get(view);
  if (known) return known;
  const features = read(view);
  memo.set(view, features);
  return features;
}

function read(view: TextView): WordFeatures {
  const { plain, tokens } = view;
  const { covered, byWord, runs } = alternativesOf(view);
  let words = 0;
  let n = 0;
  let before = 0;
  let beforeThat = 0;
  let classBefore = 0;
  let classBeforeThat = 0;
  let negated = -negationReach - 1;

  /** Takes one word in; `grammed` says whether its n-grams count. */
  const add = (text: string, from: number, to: number, hash: number, grammed: boolean): void => {
    const seen = grammed ? classesOf(text, from, to, hash) : 0;
    let own = hash;
    if (seen & groupBit) own = groupHash;
    else if (grammed) n = grams(text, from, Math.min(to, from + maxWordGrams), scratch, n);
    scratch[n++] = bucket(own);
    scratch[n++] = bucket(Math.imul(before, pairSalt) ^ own);
    scratch[n++] = bucket((Math.imul(beforeThat, skipSalt) + own) | 0);
    const turned = words - negated <= negationReach;
    if (turned) scratch[n++] = bucket(own ^ negatedSalt);
    if (seen !== 0) {
      for (let bits = seen; bits !== 0; bits &= bits - 1) {
        const cls = Math.imul(32 - Math.clz32(bits & -bits), classSalt) ^ (turned ? negatedSalt : 0);
        scratch[n++] = bucket(cls);
        scratch[n++] = bucket(Math.imul(cls, pairSalt) ^ classBefore);
        scratch[n++] = bucket(Math.imul(cls, skipSalt) ^ Math.imul(classBefore, pairSalt) ^ classBeforeThat);
      }
      classBeforeThat = classBefore;
      classBefore = Math.imul(seen, classSalt) ^ (turned ? negatedSalt : 0);
      if (seen & notBit) negated = words;
    }
    beforeThat = before;
    before = own;
  };
  const open = (from: number, to: number): void => {
    if (words + 2 >= starts.length) [starts, ends, firsts] = [grown(starts), grown(ends), grown(firsts)];
    while (n + 1024 >= scratch.length) scratch = grown(scratch);
    starts[words] = from;
    ends[words] = to;
    firsts[words] = n;
  };

  let at = 0;
  for (let token = 0; token < tokens.count && words < maxWords; token++) {
    const from = tokens.start[token]!;
    const to = tokens.end[token]!;
    for (; at < from && words < maxWords; at++) {
      const code = plain.charCodeAt(at);
      if (code !== 33 && code !== 34 && code !== 63) continue;
      open(at, at + 1);
      add(plain, at, at + 1, code, false);
      words++;
    }
    at = to;
    open(from, to);
    add(plain, from, to, tokens.hash[token]!, true);
    if (covered !== undefined && covered[token] === 1) {
      for (const { word, hash } of byWord.get(token) ?? []) add(word, 0, word.length, hash, true);
      for (const { from: run, letters } of runs) {
        if (run === token) add(letters, 0, letters.length, hashOf(letters), true);
      }
    }
    words++;
  }
  firsts[words] = n;
  return {
    count: words,
    start: starts.slice(0, words),
    end: ends.slice(0, words),
    first: firsts.slice(0, words + 1),
    ids: scratch.slice(0, n),
  };
}

/**
 * Hashed features of a text, read once and shared by every linear model.
 * A word gives: itself, its character 3- to 5-grams with its edges, the pair with the word before it, the pair that skips one word,
 * and, after a negation, a marked form of itself. Words that name a group of people all give the same features, so that no model
 * can know which group is meant: what counts is what is said of it.
 */
import { groupTerms, negations } from "./classes.ts";

/** Buckets that features are hashed into; every weights file is made for this number. */
export const featureBits = 18;
/** Longest text read, in UTF-16 code units. */
export const maxRead = 20_000;

/** Features word by word: those of word `i` are `ids[first[i]]` up to `ids[first[i + 1]]`; it stands at `start[i]`–`end[i]` of the text. */
export interface WordFeatures {
  count: number;
  start: Int32Array;
  end: Int32Array;
  first: Int32Array;
  ids: Int32Array;
}

const mask = (1 << featureBits) - 1;
const seedWord = 0x811c9dc5 | 0;
const groupHash = 0x2f0b4a1d;
const negatedSalt = 0x5bd1e995;
const pairSalt = 0x1b873593;
const skipSalt = 0x3c6ef372;
/** How many words a negation reaches. */
const negationReach = 4;
/** Longest word whose character n-grams are all taken; beyond it only the first ones count. */
const maxWordGrams = 24;

const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
/** Spreads the entropy of an FNV hash into the low bits that pick the bucket (MurmurHash3's finaliser, shortened). */
function bucket(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  h ^= h >>> 13;
  return h & mask;
}

function hashOf(word: string): number {
  let hash = seedWord;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return hash;
}
const groupHashes = new Set(groupTerms.map(hashOf));
const negationHashes = new Set(negations.map(hashOf));

/** 0 between words, 1 part of a word, 2 a word by itself. */
const classes = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  if (surrogate || /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))) classes[code] = 1;
}
for (const mark of '"“”«»„!?') classes[mark.charCodeAt(0)] = 2;

let capacity = 0;
let scratch: WordFeatures;
function reserve(length: number): void {
  if (length <= capacity) return;
  capacity = Math.max(length, 2 * capacity, 2048);
  scratch = {
    count: 0,
    start: new Int32Array(capacity + 1),
    end: new Int32Array(capacity + 1),
    first: new Int32Array(capacity + 2),
    // A word of n units has at most 3n n-grams and four features beside them; a word and its gap take two units or more.
    ids: new Int32Array(5 * capacity + 16),
  };
}
let lastText: string | undefined;

/**
 * Reads the features of a text, lower-cased and folded by the caller. Only the first `maxRead` units are read.
 * The answer is scratch memory: it holds until the next call with another text.
 */
export function readFeatures(text: string): WordFeatures {
  if (text === lastText) return scratch;
  const length = Math.min(text.length, maxRead);
  reserve(length);
  const { start, end, first, ids } = scratch;
  let words = 0;
  let n = 0;
  let before = 0;
  let beforeThat = 0;
  let negated = -negationReach - 1;
  let i = 0;
  while (i < length) {
    const kind = classes[text.charCodeAt(i)]!;
    if (kind === 0) {
      i++;
      continue;
    }
    const from = i;
    let hash = seedWord;
    do {
      hash = step(hash, text.charCodeAt(i));
      i++;
    } while (kind === 1 && i < length && classes[text.charCodeAt(i)] === 1);
    start[words] = from;
    end[words] = i;
    first[words] = n;
    if (groupHashes.has(hash)) hash = groupHash;
    else if (kind === 1) n = grams(text, from, Math.min(i, from + maxWordGrams), ids, n);
    ids[n++] = bucket(hash);
    if (words > 0) ids[n++] = bucket(Math.imul(before, pairSalt) ^ hash);
    if (words > 1) ids[n++] = bucket(Math.imul(beforeThat, skipSalt) + hash);
    if (words - negated <= negationReach) ids[n++] = bucket(hash ^ negatedSalt);
    if (negationHashes.has(hash)) negated = words;
    beforeThat = before;
    before = hash;
    words++;
  }
  first[words] = n;
  scratch.count = words;
  lastText = text;
  return scratch;
}

/** Character 3-, 4- and 5-grams of the word at `from`–`to`, with an edge mark (unit 1) on either side. Words of one unit have none. */
function grams(text: string, from: number, to: number, ids: Int32Array, n: number): number {
  for (let i = from - 1; i < to - 1; i++) {
    let hash = i < from ? 1 : text.charCodeAt(i);
    const last = Math.min(i + 4, to);
    for (let j = i + 1; j <= last; j++) {
      hash = step(Math.imul(hash, 0x01000193) + 7, j < to ? text.charCodeAt(j) : 1);
      if (j >= i + 2) ids[n++] = bucket(hash ^ (j - i));
    }
  }
  return n;
}

/**
 * Hashed features of a text, read once a view and shared by every linear model.
 * A word gives: itself, its character 3- to 5-grams with its edges, the pair with the word before it, the pair that skips one word,
 * after a negation a marked form of itself, and its classes (`classes.ts`) alone and after those of the classed words before it.
 * What a disguise stands for (`alternatives.ts`) gives its features too. Quotation, question and exclamation marks are words.
 * Words that name a group of people all give the same features, so that no model can know which group is meant: what counts is what
 * is said of it.
 */
import { alternativesOf } from "../alternatives.ts";
import { cut, hashBase, hashOf, onceAView, type TextView } from "../view.ts";
import { classNames, type WordClass, wordClasses } from "./classes.ts";

/** Buckets that features are hashed into; every weights file is made for this number. */
export const featureBits = 18;
/** Most words read of one text. */
const maxWords = 4000;

/** What a word gives wherever it stands. */
export interface Word {
  readonly text: string;
  /** It is a quotation, question or exclamation mark. */
  readonly isMark: boolean;
  readonly hash: number;
  /** Itself and its n-grams, and how many they are. */
  readonly ids: readonly number[];
  readonly size: number;
  /** Its classes, as bits. */
  readonly classes: number;
  /** Place among the words kept, below `keptWords`, and a number that no other word ever had. */
  readonly slot: number;
  readonly serial: number;
}

/**
 * Features of a text. Word `i` is `plain.slice(start[i], end[i])`; it gives `words[i].ids`, and, by what stands before it,
 * `ids[first[i]]` up to `ids[first[i + 1]]`.
 */
export interface WordFeatures {
  count: number;
  start: Int32Array;
  end: Int32Array;
  words: readonly Word[];
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
/** Stands for the edge of a word in n-grams. */
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

/** Character 3-, 4- and 5-grams of a word with its edges. */
function grams(word: string): number[] {
  const to = Math.min(word.length, maxWordGrams);
  const ids: number[] = [];
  for (let i = -1; i < to - 1; i++) {
    let hash = i < 0 ? edge : word.charCodeAt(i);
    const last = Math.min(i + 4, to);
    for (let j = i + 1; j <= last; j++) {
      hash = step(hash, j < to ? word.charCodeAt(j) : edge);
      if (j >= i + 2) ids.push(bucket(hash ^ Math.imul(j - i, skipSalt)));
    }
  }
  return ids;
}

/** How many words are kept, by hash; a newcomer takes the place of the word that had it. */
const slotBits = 14;
export const keptWords = 1 << slotBits;
const kept: (Word | undefined)[] = new Array(keptWords).fill(undefined);
let serials = 0;

function isAt(plain: string, from: number, to: number, text: string): boolean {
  if (text.length !== to - from) return false;
  for (let i = from; i < to; i++) if (plain.charCodeAt(i) !== text.charCodeAt(i - from)) return false;
  return true;
}

function wordOf(plain: string, from: number, to: number, hash: number, isMark: boolean): Word {
  const slot = Math.imul(hash, 0x9e3779b1) >>> (32 - slotBits);
  const word = kept[slot];
  if (word !== undefined && word.hash === hash && isAt(plain, from, to, word.text)) return word;
  const text = plain.slice(from, to);
  const classes = isMark ? 0 : classesOf(text, 0, text.length, hash);
  const isGroup = (classes & groupBit) !== 0;
  const ids = isMark || isGroup ? [] : grams(text);
  ids.push(bucket(isGroup ? groupHash : hash));
  serials += 1;
  const made = { text, isMark, hash, ids, size: ids.length, classes, slot, serial: serials };
  kept[slot] = made;
  return made;
}

/** Features of a view's first `maxWords` words. Read once a view and shared by all models. */
export const featuresOf: (view: TextView) => WordFeatures = onceAView(read);

// Where features are gathered before they are cut to size.
let starts = new Int32Array(1024);
let ends = new Int32Array(1024);
let firsts = new Int32Array(1024);
let gathered = new Int32Array(8192);
/** Most features that one word gives by its place: two pairs, one negated, and three for each class. */
const mostOfOne = 3 + 3 * classNames.length;

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (array.length >= length) return array;
  const more = new Int32Array(length * 2);
  more.set(array);
  return more;
}

function cutTo(array: Int32Array, length: number): Int32Array {
  const made = cut(length);
  for (let i = 0; i < length; i++) made[i] = array[i]!;
  return made;
}

/** What came before the word that is read. */
interface Before {
  word: number;
  thatWord: number;
  classes: number;
  thatClasses: number;
  /** Place of the last negation. */
  negated: number;
}

/** Reads one text from its first word to its last, minding what came before each. */
function read(view: TextView): WordFeatures {
  const { plain, tokens } = view;
  const { covered, byWord, runs } = alternativesOf(view);
  const words: Word[] = [];
  const before: Before = { word: 0, thatWord: 0, classes: 0, thatClasses: 0, negated: -negationReach - 1 };
  let size = 0;
  const add = (word: Word, from: number, to: number): void => {
    const place = words.length;
    if (place + 2 > starts.length) {
      starts = grown(starts, place + 2);
      ends = grown(ends, place + 2);
      firsts = grown(firsts, place + 2);
    }
    starts[place] = from;
    ends[place] = to;
    firsts[place] = size;
    words.push(word);
    size = placed(word, place + 1, before, size);
  };
  const addReading = (word: Word): void => {
    gathered = grown(gathered, size + word.size);
    for (const id of word.ids) gathered[size++] = id;
    size = placed(word, words.length, before, size);
  };
  // Place up to which marks were looked for.
  let at = 0;
  for (let token = 0; token < tokens.count && words.length < maxWords; token++) {
    const from = tokens.start[token]!;
    const to = tokens.end[token]!;
    // One mark of a kind is enough: ten exclamation marks are not ten words.
    let mark = 0;
    for (; at < from; at++) {
      const code = plain.charCodeAt(at);
      if ((code !== 33 && code !== 34 && code !== 63) || code === mark) continue;
      mark = code;
      add(wordOf(plain, at, at + 1, code, true), at, at + 1);
    }
    at = to;
    add(wordOf(plain, from, to, tokens.hash[token]!, false), from, to);
    if (covered === undefined || covered[token] === 0) continue;
    // What a disguised word stands for counts with the word, with its own n-grams among what depends on the place.
    for (const { word, hash } of byWord.get(token) ?? []) addReading(wordOf(word, 0, word.length, hash, false));
    for (const { from: run, letters } of runs) {
      if (run === token) addReading(wordOf(letters, 0, letters.length, hashOf(letters), false));
    }
  }
  const count = words.length;
  firsts[count] = size;
  const features = {
    count,
    start: cutTo(starts, count),
    end: cutTo(ends, count),
    words,
    first: cutTo(firsts, count + 1),
    ids: cutTo(gathered, size),
  };
  // What one very long text needed is not kept.
  if (gathered.length > 1 << 17) gathered = new Int32Array(8192);
  return features;
}

/** Gathers the features of a word among those before it, from a place on; gives the place after them. */
function placed({ classes, hash }: Word, place: number, before: Before, from: number): number {
  if (from + mostOfOne > gathered.length) gathered = grown(gathered, from + mostOfOne);
  const ids = gathered;
  let size = from;
  const own = classes & groupBit ? groupHash : hash;
  ids[size++] = bucket(Math.imul(before.word, pairSalt) ^ own);
  ids[size++] = bucket((Math.imul(before.thatWord, skipSalt) + own) | 0);
  const turned = place - before.negated <= negationReach ? negatedSalt : 0;
  if (turned) ids[size++] = bucket(own ^ negatedSalt);
  if (classes !== 0) {
    const { classes: last, thatClasses } = before;
    for (let bits = classes; bits !== 0; bits &= bits - 1) {
      const one = Math.imul(32 - Math.clz32(bits & -bits), classSalt) ^ turned;
      ids[size++] = bucket(one);
      ids[size++] = bucket(Math.imul(one, pairSalt) ^ last);
      ids[size++] = bucket(Math.imul(one, skipSalt) ^ Math.imul(last, pairSalt) ^ thatClasses);
    }
    before.thatClasses = last;
    before.classes = Math.imul(classes, classSalt) ^ turned;
    if (classes & notBit) before.negated = place;
  }
  before.thatWord = before.word;
  before.word = own;
  return size;
}

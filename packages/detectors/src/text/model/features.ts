/**
 * Hashed features of a text, read once a view and shared by every linear model.
 * A word gives: itself, its character 3- to 5-grams with its edges, the pair with the word before it, the pair that skips one word,
 * after a negation a marked form of itself, and its classes (`classes.ts`) alone and after those of the classed words before it.
 * What a disguise stands for (`alternatives.ts`) gives its features too. Quotation, question and exclamation marks are words.
 * Words that name a group of people all give the same features, so that no model can know which group is meant: what counts is what
 * is said of it.
 */
import { alternativesOf } from "../alternatives.ts";
import {
  beginningOf,
  comparedUnits,
  field,
  lexiconAge,
  numberedWords,
  numbersOf,
  recordLength,
  records,
  wordNumbers,
} from "../lexicon.ts";
import { cut, hashBase, hashOf, onceAView, type TextView } from "../view.ts";
import { classNames, type WordClass, wordClasses } from "./classes.ts";
/** Buckets that features are hashed into; every weights file is made for this number. */
export const featureBits = 18;
/** Most words read of one text. */
const maxWords = numberedWords;
/** Behind the numbers of words, those of the marks that are words too. */
const markCodes = [33, 34, 63];
export const featureNumbers = wordNumbers + markCodes.length;

/**
 * Features of a text. Word `i` gives what its number gives wherever it stands (`idsOfNumber`), and, by what stands before it,
 * `ids[first[i]]` up to `ids[first[i + 1]]`.
 */
export interface WordFeatures {
  readonly count: number;
  /** Numbers of the words in the lexicon, as long as it has this age, or of marks. */
  readonly number: Int32Array;
  readonly age: number;
  /** The word among the view's tokens; below zero, the complement of the place of a quotation, question or exclamation mark. */
  readonly token: Int32Array;
  readonly first: Int32Array;
  readonly ids: Int32Array;
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

function classesOf(text: string, hash: number): number {
  let seen = exact[slotOf(exact, hash) + 1]!;
  let beginning = 0;
  const end = Math.min(text.length, comparedUnits);
  for (let i = 0; i < end; i++) {
    beginning = step(beginning, text.charCodeAt(i));
    if (i + 1 >= shortestBeginning) seen |= beginnings[slotOf(beginnings, beginning) + 1]!;
  }
  return seen;
}

/** Says of a record that its classes were looked up. */
const looked = 1 << 30;

function classesOfNumber(number: number): number {
  const at = number * recordLength + field.classes;
  if (records[at] === 0) records[at] = classesOf(beginningOf(number), records[number * recordLength]!) | looked;
  return records[at]! & ~looked;
}

/** What a word gives wherever it stands: its character 3-, 4- and 5-grams with its edges, and itself. A group gives only that it is one. */
function idsOf(word: string, hash: number, classes: number): number[] {
  const ids: number[] = [];
  if ((classes & groupBit) === 0) {
    const to = Math.min(word.length, maxWordGrams);
    for (let i = -1; i < to - 1; i++) {
      let gram = i < 0 ? edge : word.charCodeAt(i);
      const last = Math.min(i + 4, to);
      for (let j = i + 1; j <= last; j++) {
        gram = step(gram, j < to ? word.charCodeAt(j) : edge);
        if (j >= i + 2) ids.push(bucket(gram ^ Math.imul(j - i, skipSalt)));
      }
    }
  }
  ids.push(bucket(classes & groupBit ? groupHash : hash));
  return ids;
}

/** What a word of the lexicon gives wherever it stands. */
export function idsOfNumber(number: number): number[] {
  if (number >= wordNumbers) return [bucket(markCodes[number - wordNumbers]!)];
  return idsOf(beginningOf(number), records[number * recordLength]!, classesOfNumber(number));
}

/** Classes of a view's words from one token up to another, what disguised words stand for included. */
export function classesBetween(view: TextView, from: number, to: number): ReadonlySet<WordClass> {
  const { of } = numbersOf(view);
  const { byWord, runs } = alternativesOf(view);
  let seen = 0;
  for (let token = from; token < Math.min(to, of.length); token++) {
    seen |= classesOfNumber(of[token]!);
    for (const { word, hash } of byWord.get(token) ?? []) seen |= classesOf(word, hash);
  }
  for (const { from: run, letters } of runs) {
    if (run < from || run >= to) continue;
    // Any word that the letters spell.
    for (let i = 0; i < letters.length; i++) {
      for (let j = i + shortestBeginning; j <= Math.min(letters.length, i + comparedUnits); j++) {
        seen |= exact[slotOf(exact, hashOf(letters.slice(i, j))) + 1]!;
      }
    }
  }
  return new Set(classNames.filter((name) => (seen & bitOf(name)) !== 0));
}

const memo = onceAView((): { features: WordFeatures | undefined } => ({ features: undefined }));

/** Features of a view's first `maxWords` words. Read once a view and shared by all models. */
export function featuresOf(view: TextView): WordFeatures {
  const known = memo(view);
  if (known.features?.age !== lexiconAge()) known.features = read(view);
  return known.features;
}

// Where features are gathered before they are cut to size.
const numbers = new Int32Array(maxWords);
const tokenOf = new Int32Array(maxWords);
const firsts = new Int32Array(maxWords + 1);
let gathered = new Int32Array(8192);
/** Most features that one word gives by its place: two pairs, one negated, and three for each class. */
const mostOfOne = 3 + 3 * classNames.length;

function cutTo(array: Int32Array, length: number): Int32Array {
  const made = cut(length);
  for (let i = 0; i < length; i++) made[i] = array[i]!;
  return made;
}

function room(size: number, more: number): void {
  if (size + more <= gathered.length) return;
  const grown = new Int32Array((size + more) * 2);
  grown.set(gathered);
  gathered = grown;
}

// What came before the word that is read: the two words before, and their classes.
let lastWord = 0;
let thatWord = 0;
let lastClasses = 0;
let thatClasses = 0;
/** Place of the last negation. */
let negated = 0;

/** Reads one text from its first word to its last, minding what came before each. */
function read(view: TextView): WordFeatures {
  const { plain, tokens } = view;
  const { covered, byWord, runs } = alternativesOf(view);
  const { of } = numbersOf(view);
  lastWord = 0;
  thatWord = 0;
  lastClasses = 0;
  thatClasses = 0;
  negated = -negationReach - 1;
  let count = 0;
  let size = 0;
  // Place up to which marks were looked for.
  let at = 0;
  for (let token = 0; token < tokens.count && count < maxWords; token++) {
    const from = tokens.start[token]!;
    const to = tokens.end[token]!;
    // One mark of a kind is enough: ten exclamation marks are not ten words.
    let mark = 0;
    for (; at < from; at++) {
      const code = plain.charCodeAt(at);
      if ((code !== 33 && code !== 34 && code !== 63) || code === mark || count >= maxWords) continue;
      mark = code;
      numbers[count] = wordNumbers + markCodes.indexOf(code);
      tokenOf[count] = ~at;
      firsts[count++] = size;
      size = placed(code, 0, count, size);
    }
    at = to;
    if (count >= maxWords) break;
    const hash = tokens.hash[token]!;
    const number = of[token]!;
    numbers[count] = number;
    tokenOf[count] = token;
    firsts[count++] = size;
    size = placed(hash, classesOfNumber(number), count, size);
    if (covered === undefined || covered[token] === 0) continue;
    // What a disguised word stands for counts with the word, with its own n-grams among what depends on the place.
    for (const { word, hash: own } of byWord.get(token) ?? []) size = meant(word, own, count, size);
    for (const { from: run, letters } of runs) {
      if (run === token) size = meant(letters, hashOf(letters), count, size);
    }
  }
  firsts[count] = size;
  const features = {
    count,
    number: cutTo(numbers, count),
    age: lexiconAge(),
    token: cutTo(tokenOf, count),
    first: cutTo(firsts, count + 1),
    ids: cutTo(gathered, size),
  };
  // What one very long text needed is not kept.
  if (gathered.length > 1 << 17) gathered = new Int32Array(8192);
  return features;
}

/** Gathers the features of another reading of the word at a place. */
function meant(word: string, hash: number, place: number, from: number): number {
  const classes = classesOf(word, hash);
  const ids = idsOf(word, hash, classes);
  room(from, ids.length);
  for (let i = 0; i < ids.length; i++) gathered[from + i] = ids[i]!;
  return placed(hash, classes, place, from + ids.length);
}

/** Gathers the features of a word among those before it, from a place on; gives the place after them. */
function placed(hash: number, classes: number, place: number, from: number): number {
  room(from, mostOfOne);
  const ids = gathered;
  let size = from;
  const own = classes & groupBit ? groupHash : hash;
  ids[size++] = bucket(Math.imul(lastWord, pairSalt) ^ own);
  ids[size++] = bucket((Math.imul(thatWord, skipSalt) + own) | 0);
  const turned = place - negated <= negationReach ? negatedSalt : 0;
  if (turned !== 0) ids[size++] = bucket(own ^ negatedSalt);
  if (classes !== 0) {
    const before = lastClasses;
    for (let bits = classes; bits !== 0; bits &= bits - 1) {
      const one = Math.imul(32 - Math.clz32(bits & -bits), classSalt) ^ turned;
      ids[size++] = bucket(one);
      ids[size++] = bucket(Math.imul(one, pairSalt) ^ before);
      ids[size++] = bucket(Math.imul(one, skipSalt) ^ Math.imul(before, pairSalt) ^ thatClasses);
    }
    thatClasses = before;
    lastClasses = Math.imul(classes, classSalt) ^ turned;
    if ((classes & notBit) !== 0) negated = place;
  }
  thatWord = lastWord;
  lastWord = own;
  return size;
}

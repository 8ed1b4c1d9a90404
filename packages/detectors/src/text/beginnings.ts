/**
 * At which words of a view the phrases of a matcher may begin, found before any phrase is followed. Matchers that are asked of every
 * text are looked for together: one look a word answers for all of them, a bit each. A mark only says "perhaps": hashes are compared,
 * not words.
 */
import { type Alternatives, alternativesOf } from "./alternatives.ts";
import { emptyLexicon, field, numberedWords, numbersOf, recordLength, records } from "./lexicon.ts";
import { cut, hashBase, hashOf, hashOfPart, hashPower, onceAView, type TextView } from "./view.ts";

/** A node of a trie of phrases; nodes refer to each other by place in a list whose first is the root. */
export interface PhraseNode {
  words: Map<string, number>;
  stems: Map<string, number>;
  gap: { node: number; words: number } | undefined;
  /** Phrases that end here. */
  out: number[];
}

/** Two words written apart are read as one from so many letters, up to so many. */
export const shortestJoined = 6;
export const longestWord = 30;

/**
 * Hash of a word and the next read as one, `pay pal` or `whats-app`: where one space, hyphen, underscore, full stop or line feed stands
 * between them. Undefined otherwise.
 */
export function joinedHash(view: TextView, token: number): number | undefined {
  const { start, end, hash, count } = view.tokens;
  if (token + 1 >= count) return undefined;
  const middle = end[token]!;
  const next = start[token + 1]!;
  if (next - middle !== 1) return undefined;
  const second = end[token + 1]! - next;
  const length = middle - start[token]! + second;
  if (length < shortestJoined || length > longestWord) return undefined;
  const sign = view.plain.charCodeAt(middle);
  if (sign !== 32 && sign !== 45 && sign !== 95 && sign !== 46 && sign !== 10) return undefined;
  return (Math.imul(hash[token]!, hashPower(second)) + hash[token + 1]!) | 0;
}

/** Hash → two sets of bits, by open addressing; a filter small enough for the processor's cache says no to most. */
class BitTable {
  readonly #mask: number;
  /** Hash, bits and other bits of each slot, side by side; no bits where the slot is free. */
  readonly #slots: Int32Array;
  readonly #filter: Int32Array;
  readonly #filterMask: number;

  constructor(entries: ReadonlyMap<number, number>, others: ReadonlyMap<number, number> = new Map()) {
    const keys = new Set([...entries.keys(), ...others.keys()]);
    let size = 64;
    while (size < keys.size * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 4);
    this.#filterMask = size * 4 - 1;
    this.#filter = new Int32Array(size >> 3);
    for (const hash of keys) {
      const key = spread(hash);
      this.#filter[(key & this.#filterMask) >> 5]! |= 1 << (key & 31);
      let slot = key & this.#mask;
      while ((this.#slots[slot * 4 + 1]! | this.#slots[slot * 4 + 2]!) !== 0) slot = (slot + 1) & this.#mask;
      this.#slots.set([hash, entries.get(hash) ?? 0, others.get(hash) ?? 0], slot * 4);
    }
  }

  /** Bits of a hash, 0 if the table does not hold it. */
  get(hash: number): number {
    const at = this.find(hash);
    return at < 0 ? 0 : this.#slots[at + 1]!;
  }

  /** Place of a hash for `bits` and `others`; -1 if the table does not hold it. */
  find(hash: number): number {
    const key = spread(hash);
    if ((this.#filter[(key & this.#filterMask) >> 5]! & (1 << (key & 31))) === 0) return -1;
    const slots = this.#slots;
    for (let slot = key & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * 4;
      if ((slots[at + 1]! | slots[at + 2]!) === 0) return -1;
      if (slots[at] === hash) return at;
    }
  }

  bits(at: number): number {
    return this.#slots[at + 1]!;
  }

  others(at: number): number {
    return this.#slots[at + 2]!;
  }
}

function spread(hash: number): number {
  const mixed = Math.imul(hash, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** A pair of words as one number. */
function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ second) | 0;
}

/** Words at which phrases may begin. */
export interface Marks {
  /** For each word, the bits of the matchers of which a phrase may begin there. */
  at: Int32Array;
  /** All of those bits. */
  any: number;
  by: Beginnings;
}

/** Says of a word's record that its bits were worked out: above the bits of 31 matchers. */
const known = 1 << 31;

/** Where the phrases of up to 31 matchers begin. */
export class Beginnings {
  /** Words that begin a phrase whatever follows, and (the other bits) those that do where one of `#pairs` follows. */
  readonly #words: BitTable;
  readonly #pairs: BitTable;
  /** The second words of those. */
  readonly #seconds: BitTable;
  /** The same of stems, under the complement of their hash. */
  readonly #stems: BitTable;
  /** By the first three letters, lengths of the stems that begin so, as bits. */
  readonly #stemLengths: BitTable;
  /** By the first character, lengths of the stems shorter than that, as bits. */
  readonly #shortStems = new Uint8Array(128);
  #all = 0;

  constructor(roots: readonly (readonly PhraseNode[])[] = []) {
    const solo = new Map<number, number>();
    const first = new Map<number, number>();
    const pairs = new Map<number, number>();
    const seconds = new Map<number, number>();
    const stems = new Map<number, number>();
    const firstStems = new Map<number, number>();
    const lengths = new Map<number, number>();
    const add = (map: Map<number, number>, key: number, bits: number) => map.set(key, (map.get(key) ?? 0) | bits);
    for (const [matcher, nodes] of roots.entries()) {
      const bit = 1 << matcher;
      this.#all |= bit;
      const begin = (key: number, to: number, alone: Map<number, number>, followed: Map<number, number>) => {
        const node = nodes[to]!;
        if (node.out.length > 0 || node.gap !== undefined || node.stems.size > 0) add(alone, key, bit);
        else {
          add(followed, key, bit);
          for (const next of node.words.keys()) {
            add(pairs, pairOf(key, hashOf(next)), bit);
            add(seconds, hashOf(next), bit);
          }
        }
      };
      for (const [word, to] of nodes[0]!.words) begin(hashOf(word), to, solo, first);
      for (const [stem, to] of nodes[0]!.stems) {
        begin(~hashOf(stem), to, stems, firstStems);
        if (stem.length < 3) this.#shortStems[stem.charCodeAt(0) & 127]! |= 1 << stem.length;
        else add(lengths, hashOf(stem.slice(0, 3)), 1 << Math.min(31, stem.length));
      }
    }
    this.#words = new BitTable(solo, first);
    this.#pairs = new BitTable(pairs);
    this.#seconds = new BitTable(seconds);
    this.#stems = new BitTable(stems, firstStems);
    this.#stemLengths = new BitTable(lengths);
  }

  /** Marks the words of a view. `at` is filled from its beginning; linear in the text. */
  mark(view: TextView, at: Int32Array): Marks {
    const { count } = view.tokens;
    let any = 0;
    let joined = count > 0 ? joinedHash(view, 0) : undefined;
    for (let token = 0; token < count; token++) {
      const joinedNext = joinedHash(view, token + 1);
      at[token] = this.#marksOf(view, token, joined, joinedNext);
      any |= at[token]!;
      joined = joinedNext;
    }
    return { at, any, by: this };
  }

  /**
   * The same for the matchers that are looked for together: what a word says whatever follows is kept in the lexicon, and only where it and
   * the next may begin a phrase between them are they looked up.
   */
  markKnown(view: TextView, at: Int32Array): Marks {
    const { covered } = alternativesOf(view);
    const { count } = view.tokens;
    const numbered = Math.min(count, numberedWords);
    const { of } = numbersOf(view);
    let any = 0;
    let joined = count > 0 ? joinedHash(view, 0) : undefined;
    for (let token = 0; token < numbered; token++) {
      const joinedNext = joinedHash(view, token + 1);
      let bits: number;
      if (covered !== undefined && (covered[token]! | (token + 1 < count ? covered[token + 1]! : 0)) !== 0) {
        bits = this.#marksOf(view, token, joined, joinedNext);
      } else {
        const record = of[token]! * recordLength;
        if (records[record + field.begins] === 0) this.#learn(view, token, record);
        bits = records[record + field.begins]! & ~known;
        const followed = records[record + field.followed]! & ~bits;
        if (followed !== 0 && token + 1 < count) {
          let next = 0;
          if (token + 1 < numbered) {
            const other = of[token + 1]! * recordLength;
            if (records[other + field.begins] === 0) this.#learn(view, token + 1, other);
            next = records[other + field.follows]!;
          } else next = this.#all;
          if (joinedNext !== undefined) next |= this.#seconds.get(joinedNext);
          if ((followed & next) !== 0) bits = this.#marksOf(view, token, undefined, joinedNext);
        }
        if (joined !== undefined) bits |= this.#perhaps(this.#words, joined);
      }
      at[token] = bits;
      any |= bits;
      joined = joinedNext;
    }
    for (let token = numbered; token < count; token++) {
      const joinedNext = joinedHash(view, token + 1);
      at[token] = this.#marksOf(view, token, joined, joinedNext);
      any |= at[token]!;
      joined = joinedNext;
    }
    return { at, any, by: this };
  }

  /** Works out what follows from a word alone. */
  #learn(view: TextView, token: number, record: number): void {
    const { tokens, prefixHash } = view;
    const start = tokens.start[token]!;
    const length = tokens.end[token]! - start;
    const own = this.#words.find(tokens.hash[token]!);
    let begins = own < 0 ? 0 : this.#words.bits(own);
    let followed = own < 0 ? 0 : this.#words.others(own);
    for (let lengths = this.#lengthsOf(view, token); lengths !== 0; lengths &= lengths - 1) {
      const stem = 31 - Math.clz32(lengths & -lengths);
      if (stem === 31) begins |= this.#all;
      if (stem > length || stem === 31) break;
      const place = this.#stems.find(~hashOfPart(prefixHash, start, start + stem));
      if (place < 0) continue;
      begins |= this.#stems.bits(place);
      followed |= this.#stems.others(place);
    }
    records[record + field.begins] = begins | known;
    records[record + field.followed] = followed;
    records[record + field.follows] = this.#seconds.get(tokens.hash[token]!);
  }

  /** Bits of one word of a view. */
  #marksOf(view: TextView, token: number, joined: number | undefined, joinedNext: number | undefined): number {
    const { covered, byWord } = alternativesOf(view);
    // What the letters of a run spell is not known here.
    if (covered !== undefined && covered[token] === 2) return this.#all;
    let bits = this.#begun(this.#words, view, token, view.tokens.hash[token]!, covered, joinedNext);
    bits |= this.#byStem(view, token, covered, joinedNext);
    if (joined !== undefined) bits |= this.#perhaps(this.#words, joined);
    if (covered !== undefined && covered[token] === 1) {
      for (const { word, hash: own } of byWord.get(token)!) bits |= this.#read(word, own);
    }
    return bits;
  }

  /** Bits of a word or a stem, whatever follows. */
  #perhaps(table: BitTable, key: number): number {
    const place = table.find(key);
    return place < 0 ? 0 : table.bits(place) | table.others(place);
  }

  /** Bits of a word that does not stand in the text as it is. */
  #read(word: string, own: number): number {
    let bits = this.#perhaps(this.#words, own);
    let hash = 0;
    let lengths = this.#shortStems[word.charCodeAt(0) & 127]!;
    for (let i = 0; i < word.length; i++) {
      hash = (Math.imul(hash, hashBase) + word.charCodeAt(i) + 1) | 0;
      if (i === 2) lengths |= this.#stemLengths.get(hash);
      if (i > 2 && lengths === 0) break;
      if ((lengths & (1 << Math.min(31, i + 1))) !== 0) bits |= i >= 30 ? this.#all : this.#perhaps(this.#stems, ~hash);
    }
    return bits;
  }

  /** Bits of a word or a stem, those that another word must follow only where it does. */
  #begun(
    table: BitTable,
    { tokens }: TextView,
    token: number,
    key: number,
    covered: Alternatives["covered"],
    joinedNext: number | undefined,
  ): number {
    const place = table.find(key);
    if (place < 0) return 0;
    let bits = table.bits(place);
    const followed = table.others(place);
    if (followed === 0 || token + 1 >= tokens.count) return bits;
    if (covered !== undefined && covered[token + 1] !== 0) return bits | followed;
    bits |= this.#pairs.get(pairOf(key, tokens.hash[token + 1]!));
    return joinedNext === undefined ? bits : bits | this.#pairs.get(pairOf(key, joinedNext));
  }

  /** Lengths of the stems that a word may begin with, as bits. */
  #lengthsOf({ tokens, prefixHash, plain }: TextView, token: number): number {
    const start = tokens.start[token]!;
    const short = this.#shortStems[plain.charCodeAt(start) & 127]!;
    if (tokens.end[token]! - start < 3) return short;
    return short | this.#stemLengths.get(hashOfPart(prefixHash, start, start + 3));
  }

  #byStem(view: TextView, token: number, covered: Alternatives["covered"], joinedNext: number | undefined): number {
    const { tokens, prefixHash } = view;
    const start = tokens.start[token]!;
    const length = tokens.end[token]! - start;
    let bits = 0;
    for (let lengths = this.#lengthsOf(view, token); lengths !== 0; lengths &= lengths - 1) {
      const stem = 31 - Math.clz32(lengths & -lengths);
      if (stem === 31) return this.#all;
      if (stem > length) break;
      const key = ~hashOfPart(prefixHash, start, start + stem);
      bits |= this.#begun(this.#stems, view, token, key, covered, joinedNext);
    }
    return bits;
  }
}

const together: (readonly PhraseNode[])[] = [];
let shared = new Beginnings();
const memo = onceAView((): { marks: Marks | undefined } => ({ marks: undefined }));

/**
 * Adds a matcher to those that are looked for together, and gives its bit. For tables that are compiled when their module loads and asked of
 * every text.
 */
export function joinTogether(nodes: readonly PhraseNode[]): number {
  if (together.length === 31) throw new RangeError("at most 31 lists of phrases are looked for together");
  together.push(nodes);
  stale = true;
  return 1 << (together.length - 1);
}
let stale = false;

/** Where phrases of the matchers that are looked for together may begin. Looked for once a view. */
export function marksTogether(view: TextView): Marks {
  if (stale) {
    shared = new Beginnings(together);
    emptyLexicon();
    stale = false;
  }
  const known = memo(view);
  if (known.marks?.by !== shared) known.marks = shared.markKnown(view, cut(view.tokens.count));
  return known.marks;
}

/**
 * Adds single words, and words that begin with one of `stems`, to what is looked for together: gives the bit of `marksTogether` that says
 * where one of them may stand.
 */
export function wordsTogether(words: Iterable<string>, stems: Iterable<string> = []): number {
  const ending: PhraseNode = { words: new Map(), stems: new Map(), gap: undefined, out: [0] };
  const root: PhraseNode = { words: new Map(), stems: new Map(), gap: undefined, out: [] };
  for (const word of words) root.words.set(word, 1);
  for (const stem of stems) root.stems.set(stem, 1);
  return joinTogether([root, ending]);
}

/**
 * The one normalisation that every text detector reads, with a map back to the original. A view is made once a field and
 * shared: it costs microseconds, and nothing in it depends on who asks.
 */
import { foldCodePoint, misreadAt } from "./fold.ts";

/** Words of a view as parallel arrays (one object a word would cost more than all the matching). */
export interface Tokens {
  readonly count: number;
  /** First index of each word in `plain`. */
  readonly start: Int32Array;
  /** Index after each word in `plain`. */
  readonly end: Int32Array;
  /** Hash of each word; equal to `hashOf(word)`. */
  readonly hash: Int32Array;
  /** Bits of each word: `wordFlags`. */
  readonly flags: Int32Array;
}

export interface TextView {
  /** Path of the field: `title`, `description`, `text`, `pictures[0].text`. */
  readonly field: string;
  readonly original: string;
  /**
   * The text as it is read: lower-case, no accents (`é` → `e`, `ß` → `ss`, `œ` → `oe`), look-alikes of other scripts as ASCII,
   * digits of any script as 0–9, nothing invisible, any space as `" "` or `"\n"`. Punctuation, `@`, `€`, emoji stay.
   * ASCII is only lower-cased, so digits that stand for letters are still digits here.
   */
  readonly plain: string;
  readonly tokens: Tokens;
  /** Polynomial hash of every prefix of `plain`, for hashing any piece of it in constant time. */
  readonly prefixHash: Int32Array;
  /** Where `plain.slice(start, end)` stands in `original`, in UTF-16 code units. Never empty when `start < end`. */
  toOriginal(start: number, end: number): { start: number; end: number };
  /** The word at a place of `tokens`. */
  word(token: number): string;
  /** What was learnt of the view, for `onceAView`. */
  readonly memo: unknown[];
}

let memos = 0;

/** Makes something of a view at most once, however often it is asked for: what several detectors need is shared through it. */
export function onceAView<T extends object>(make: (view: TextView) => T): (view: TextView) => T {
  const place = memos++;
  return (view) => {
    const known = view.memo[place] as T | undefined;
    if (known !== undefined) return known;
    const made = make(view);
    view.memo[place] = made;
    return made;
  };
}

export const wordFlags = {
  /** A sentence, a paragraph or a list item ends between the word before and this one. */
  breaks: 1,
  /** It may be read otherwise: letters beside digits or signs such as `@` and `$`, or one letter three times. */
  odd: 2,
  /** One character long. */
  single: 4,
  /** It holds a digit. */
  figure: 8,
} as const;

/** Base of the rolling hash: odd, its powers invertible modulo 2^32. Equal hashes are always verified by comparing. */
export const hashBase = 0x01000193 | 0;

let powers = new Int32Array(256);
powers[0] = 1;
for (let i = 1; i < powers.length; i++) powers[i] = Math.imul(powers[i - 1]!, hashBase);

/** `hashBase` to the power of `n`, modulo 2^32. */
export function hashPower(n: number): number {
  if (n >= powers.length) {
    const more = new Int32Array(Math.max(n + 1, powers.length * 2));
    more.set(powers);
    for (let i = powers.length; i < more.length; i++) more[i] = Math.imul(more[i - 1]!, hashBase);
    powers = more;
  }
  return powers[n]!;
}

/** Hash of a whole string, as `tokens.hash` holds it. */
export function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, hashBase) + text.charCodeAt(i) + 1) | 0;
  return hash;
}

/** Hash of `plain.slice(start, end)`. */
export function hashOfPart(prefixHash: Int32Array, start: number, end: number): number {
  return (prefixHash[end]! - Math.imul(prefixHash[start]!, hashPower(end - start))) | 0;
}

// Classes of code units of folded text: 0 not known yet, else one of these.
const letter = 1;
const between = 2;
const digit = 3;
const sign = 4;
const classes = new Uint8Array(65536);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) classes[code] = letter;
  else if (/[0-9]/.test(character)) classes[code] = digit;
  else classes[code] = "@$!|(+".includes(character) ? sign : between;
}
for (const character of "€£¡") classes[character.charCodeAt(0)] = sign;
const wordCharacter = /^[\p{L}\p{N}]$/u;

function classOf(code: number): number {
  const known = classes[code]!;
  if (known !== 0) return known;
  const made = wordCharacter.test(String.fromCharCode(code)) ? letter : between;
  classes[code] = made;
  return made;
}

// Scratch space for code units while a view is made, which runs to its end before anything else can use it. Reading a typed array
// costs a third of reading a string. `unitBytes` is the same memory, for copying a string into it at once.
let units = new Uint16Array(8192);
let unitBytes = Buffer.from(units.buffer);

function reserve(length: number): void {
  if (units.length >= length) return;
  const more = new Uint16Array(Math.max(length, units.length * 2));
  more.set(units);
  units = more;
  unitBytes = Buffer.from(units.buffer);
}

/**
 * Arrays of a view are cut from slabs: allocating a typed array of its own for each costs more than filling it. Slabs are written once,
 * front to back, and are freed with the last view that was cut from them.
 */
const slabLength = 1 << 16;
let slab = new Int32Array(slabLength);
let slabUsed = 0;

/** An array of zeros. */
export function cut(length: number): Int32Array {
  if (length > slabLength >> 2) return new Int32Array(length);
  if (slabUsed + length > slabLength) {
    slab = new Int32Array(slabLength);
    slabUsed = 0;
  }
  const piece = new Int32Array(slab.buffer, slabUsed * 4, length);
  slabUsed += length;
  return piece;
}

/** Normalises one text. Linear in its length; about 4 ns a character. */
export function viewOf(field: string, original: string): TextView {
  const n = original.length;
  // Nothing but ASCII: every unit is one byte.
  if (Buffer.byteLength(original) === n) {
    const plain = original.toLowerCase();
    reserve(n);
    unitBytes.write(plain, 0, 2 * n, "utf16le");
    return new View(field, original, plain, undefined);
  }
  const { plain, places } = fold(original);
  return new View(field, original, plain, places);
}

class View implements TextView {
  readonly field: string;
  readonly original: string;
  readonly plain: string;
  readonly tokens: Tokens;
  readonly prefixHash: Int32Array;
  readonly memo: unknown[] = [];
  /** Index in `original` of each code unit of `plain`, and of the end; absent when they are the same. */
  readonly #places: Int32Array | undefined;

  constructor(field: string, original: string, plain: string, places: Int32Array | undefined) {
    this.field = field;
    this.original = original;
    this.plain = plain;
    this.#places = places;
    const { tokens, prefixHash } = tokenise(plain.length);
    this.tokens = tokens;
    this.prefixHash = prefixHash;
  }

  toOriginal(start: number, end: number): { start: number; end: number } {
    const places = this.#places;
    if (!places) return { start, end };
    const from = places[start]!;
    if (end <= start) return { start: from, end: from };
    // The end is that of the last character, with the marks that stand on it, not the beginning of the next one:
    // zero-width characters between them belong to neither.
    let to = places[end - 1]!;
    to += this.original.codePointAt(to)! > 0xffff ? 2 : 1;
    const misread = misreadAt(this.original, places[end - 1]!);
    if (misread) to = places[end - 1]! + misread.length;
    const limit = places[end]!;
    while (to < limit && isMark(this.original.charCodeAt(to))) to += 1;
    return { start: from, end: to };
  }

  word(token: number): string {
    return this.plain.slice(this.tokens.start[token]!, this.tokens.end[token]!);
  }
}

/** Combining marks of the common blocks, variation selectors and the keycap. */
function isMark(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x1dc0 && code <= 0x1dff)
  );
}

const folded: (string | undefined)[] = [];
const foldedPairs = new Map<number, string>();

/** Folds a text into `units`. */
function fold(original: string): { plain: string; places: Int32Array } {
  const n = original.length;
  let places = new Int32Array(n + 32);
  let size = 0;
  for (let i = 0; i < n; ) {
    const at = i;
    let code = original.charCodeAt(i++);
    if (size + 24 >= places.length) {
      const more = new Int32Array(places.length * 2);
      more.set(places);
      places = more;
    }
    reserve(size + 24);
    if (code < 0x80) {
      if (code >= 65 && code <= 90) code += 32;
      units[size] = code;
      places[size++] = at;
      continue;
    }
    let plain: string;
    if (code >= 0xd800 && code <= 0xdbff && i < n) {
      code = original.codePointAt(at)!;
      if (code > 0xffff) i += 1;
    }
    const misread = code >= 0xc2 && code <= 0xe2 ? misreadAt(original, at) : undefined;
    if (misread) {
      plain = misread.plain;
      i = at + misread.length;
    } else if (code > 0xffff) {
      plain = foldedPairs.get(code) ?? remember(code);
    } else {
      plain = folded[code] ??= foldCodePoint(code);
    }
    for (let k = 0; k < plain.length; k++) {
      units[size] = plain.charCodeAt(k);
      places[size++] = at;
    }
  }
  places[size] = n;
  return { plain: unitBytes.toString("utf16le", 0, 2 * size), places };
}

function remember(code: number): string {
  const plain = foldCodePoint(code);
  // Bounded: there are about a million code points, and a text may hold any of them.
  if (foldedPairs.size < 20_000) foldedPairs.set(code, plain);
  return plain;
}

// Where words were found, while a view is made.
let scratch = new Int32Array(4096);

/** Cuts the first `n` code units of `units` into words. */
function tokenise(n: number): { tokens: Tokens; prefixHash: Int32Array } {
  if (scratch.length < 3 * n + 8) scratch = new Int32Array(3 * n + 4096);
  const prefixHash = cut(n + 1);
  const text = units;
  const found = scratch;
  let size = 0;
  let hash = 0;
  let last = between;
  let lastCode = 0;
  let repeated = 0;
  let odd = 0;
  for (let i = 0; i < n; i++) {
    const code = text[i]!;
    hash = (Math.imul(hash, hashBase) + code + 1) | 0;
    prefixHash[i + 1] = hash;
    const now = classes[code] || classOf(code);
    if (code === lastCode) {
      repeated += 1;
      if (repeated >= 2 && now === letter) odd |= wordFlags.odd;
    } else {
      repeated = 0;
      lastCode = code;
    }
    if (now === last) continue;
    // Odd and even classes are inside and outside a word.
    if (((now ^ last) & 1) === 1) {
      if ((now & 1) === 1) {
        found[size] = i;
        odd = (last === sign ? wordFlags.odd : 0) | (now === digit ? wordFlags.figure : 0);
      } else {
        found[size + 1] = i;
        if (now === sign && code !== 33) odd |= wordFlags.odd;
        found[size + 2] = odd;
        size += 3;
      }
    } else if ((now & 1) === 1) {
      // From letters to digits or back.
      odd |= wordFlags.odd | wordFlags.figure;
    }
    last = now;
  }
  if ((last & 1) === 1) {
    found[size + 1] = n;
    found[size + 2] = odd;
    size += 3;
  }
  const count = size / 3;
  const start = cut(count);
  const end = cut(count);
  const hashes = cut(count);
  const flags = cut(count);
  let before = 0;
  for (let w = 0, at = 0; w < count; w++, at += 3) {
    const from = found[at]!;
    const to = found[at + 1]!;
    start[w] = from;
    end[w] = to;
    hashes[w] = hashOfPart(prefixHash, from, to);
    let flag = found[at + 2]!;
    if (to - from === 1) flag |= wordFlags.single;
    if (from - before > 1 && w > 0 && endsSentence(before, from)) flag |= wordFlags.breaks;
    flags[w] = flag;
    before = to;
  }
  // What one very long text needed is not kept.
  if (scratch.length > 1 << 17) scratch = new Int32Array(4096);
  if (units.length > 1 << 17) {
    units = new Uint16Array(8192);
    unitBytes = Buffer.from(units.buffer);
  }
  return { tokens: { count, start, end, hash: hashes, flags }, prefixHash };
}

/** Whether what stands between two words ends a sentence: a stop and a space, an empty line, a bullet on a new line. */
function endsSentence(from: number, to: number): boolean {
  let lines = 0;
  for (let i = from; i < Math.min(to, from + 40); i++) {
    const code = units[i]!;
    if (code === 10) {
      lines += 1;
      if (lines === 2) return true;
    } else if (lines === 1 && code > 32) {
      return true;
    } else if ((code === 46 || code === 33 || code === 63 || code === 59) && units[i + 1]! <= 32) {
      return true;
    }
  }
  return to - from > 40;
}

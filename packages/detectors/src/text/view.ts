/**
 * The one normalisation that every text detector reads, with a map back to the original. A view is made once a field and
 * shared: it costs microseconds, and nothing in it depends on who asks.
 */
import { foldCodePoint } from "./fold.ts";

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
  readonly flags: Uint8Array;
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
}

export const wordFlags = {
  /** A sentence, a paragraph or a list item ends between the word before and this one. */
  breaks: 1,
  /** It may be read otherwise: letters beside digits or signs such as `@` and `$`, or one letter three times. */
  odd: 2,
  /** One character long. */
  single: 4,
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

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, that is the point
const ascii = /^[\u0000-\u007f]*$/;

/** Normalises one text. Linear in its length; about 10 ns a character. */
export function viewOf(field: string, original: string): TextView {
  if (ascii.test(original)) return new View(field, original, original.toLowerCase(), undefined);
  const { plain, places } = fold(original);
  return new View(field, original, plain, places);
}

class View implements TextView {
  readonly field: string;
  readonly original: string;
  readonly plain: string;
  readonly tokens: Tokens;
  readonly prefixHash: Int32Array;
  /** Index in `original` of each code unit of `plain`, and of the end; absent when they are the same. */
  readonly #places: Int32Array | undefined;

  constructor(field: string, original: string, plain: string, places: Int32Array | undefined) {
    this.field = field;
    this.original = original;
    this.plain = plain;
    this.#places = places;
    const { tokens, prefixHash } = tokenise(plain);
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

function fold(original: string): { plain: string; places: Int32Array } {
  const n = original.length;
  let units = new Uint16Array(n + 16);
  let places = new Int32Array(n + 17);
  let size = 0;
  for (let i = 0; i < n; ) {
    const at = i;
    let code = original.charCodeAt(i++);
    let plain: string;
    if (code < 0x80) {
      if (code >= 65 && code <= 90) code += 32;
      units[size] = code;
      places[size++] = at;
      if (size + 24 >= places.length) [units, places] = grow(units, places);
      continue;
    }
    if (code >= 0xd800 && code <= 0xdbff && i < n) {
      code = original.codePointAt(at)!;
      if (code > 0xffff) i += 1;
    }
    if (code > 0xffff) {
      plain = foldedPairs.get(code) ?? remember(code);
    } else {
      plain = folded[code] ??= foldCodePoint(code);
    }
    for (let k = 0; k < plain.length; k++) {
      units[size] = plain.charCodeAt(k);
      places[size++] = at;
    }
    if (size + 24 >= places.length) [units, places] = grow(units, places);
  }
  places[size] = n;
  let plain = "";
  for (let i = 0; i < size; i += 8192) {
    plain += String.fromCharCode.apply(null, units.subarray(i, Math.min(i + 8192, size)) as unknown as number[]);
  }
  return { plain, places };
}

function remember(code: number): string {
  const plain = foldCodePoint(code);
  // Bounded: there are about a million code points, and a text may hold any of them.
  if (foldedPairs.size < 20_000) foldedPairs.set(code, plain);
  return plain;
}

function grow(
  units: Uint16Array<ArrayBuffer>,
  places: Int32Array<ArrayBuffer>,
): [Uint16Array<ArrayBuffer>, Int32Array<ArrayBuffer>] {
  const moreUnits = new Uint16Array(units.length * 2);
  moreUnits.set(units);
  const morePlaces = new Int32Array(places.length * 2);
  morePlaces.set(places);
  return [moreUnits, morePlaces];
}

// Scratch space for `tokenise`, which runs to its end before anything else can use it.
let scratch = new Int32Array(4096);

function tokenise(plain: string): { tokens: Tokens; prefixHash: Int32Array } {
  const n = plain.length;
  if (scratch.length < 3 * n + 8) scratch = new Int32Array(3 * n + 4096);
  const prefixHash = new Int32Array(n + 1);
  let size = 0;
  let hash = 0;
  let last = between;
  let lastCode = 0;
  let repeated = 0;
  let odd = 0;
  for (let i = 0; i < n; i++) {
    const code = plain.charCodeAt(i);
    hash = (Math.imul(hash, hashBase) + code + 1) | 0;
    prefixHash[i + 1] = hash;
    const now = classes[code] || classOf(code);
    if (code === lastCode) {
      repeated += 1;
      if (repeated >= 2 && now === letter) odd = wordFlags.odd;
    } else {
      repeated = 0;
      lastCode = code;
    }
    if (now === last) continue;
    // Odd and even classes are inside and outside a word.
    if (((now ^ last) & 1) === 1) {
      if ((now & 1) === 1) {
        scratch[size] = i;
        odd = last === sign ? wordFlags.odd : 0;
      } else {
        scratch[size + 1] = i;
        if (now === sign && code !== 33) odd = wordFlags.odd;
        scratch[size + 2] = odd;
        size += 3;
      }
    } else if ((now & 1) === 1) {
      odd = wordFlags.odd;
    }
    last = now;
  }
  if ((last & 1) === 1) {
    scratch[size + 1] = n;
    scratch[size + 2] = odd;
    size += 3;
  }
  const count = size / 3;
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  const hashes = new Int32Array(count);
  const flags = new Uint8Array(count);
  let before = 0;
  for (let w = 0, at = 0; w < count; w++, at += 3) {
    const from = scratch[at]!;
    const to = scratch[at + 1]!;
    start[w] = from;
    end[w] = to;
    hashes[w] = hashOfPart(prefixHash, from, to);
    let flag = scratch[at + 2]!;
    if (to - from === 1) flag |= wordFlags.single;
    if (from - before > 1 && w > 0 && endsSentence(plain, before, from)) flag |= wordFlags.breaks;
    flags[w] = flag;
    before = to;
  }
  if (scratch.length > 1 << 17) scratch = new Int32Array(4096);
  return { tokens: { count, start, end, hash: hashes, flags }, prefixHash };
}

/** Whether what stands between two words ends a sentence: a stop and a space, an empty line, a bullet on a new line. */
function endsSentence(plain: string, from: number, to: number): boolean {
  let lines = 0;
  for (let i = from; i < Math.min(to, from + 40); i++) {
    const code = plain.charCodeAt(i);
    if (code === 10) {
      lines += 1;
      if (lines === 2) return true;
    } else if (lines === 1 && code > 32) {
      return true;
    } else if ((code === 46 || code === 33 || code === 63 || code === 59) && plain.charCodeAt(i + 1) <= 32) {
      return true;
    }
  }
  return to - from > 40;
}

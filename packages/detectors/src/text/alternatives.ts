/**
 * Other readings of a view's words, for matching against phrases: digits and signs read as letters (`v1agra`, `c@sh`),
 * letters held down (`paaaaypal`), letters set apart (`p a y p a l`, `w.h.a.t.s`). Each covers whole words of the view, so that
 * what is found maps back. Made once a view, when the first matcher asks; most texts have none.
 */
import { hashBase, hashOf, onceAView, type TextView, wordFlags } from "./view.ts";

export interface Alternative {
  /** First word covered, and the word after the last. */
  from: number;
  to: number;
  word: string;
  hash: number;
}

/** Words of one character each, one after another, that may spell other words: word `from + i` is `letters[i]`. */
export interface LetterRun {
  from: number;
  letters: string;
  prefixHash: Int32Array;
}

export interface Alternatives {
  /** 1 for each word that has another reading, 2 for each that belongs to a run; absent when none does. */
  covered: Uint8Array | undefined;
  /** By first word covered; a text without any has an empty map. */
  byWord: ReadonlyMap<number, readonly Alternative[]>;
  runs: readonly LetterRun[];
}

const none: Alternatives = { covered: undefined, byWord: new Map(), runs: [] };

/** The other readings of a view; computed once. Linear in the text. */
export const alternativesOf: (view: TextView) => Alternatives = onceAView(find);

/** Letters that a digit or sign stands for, the usual one first; `1`, `!` and `|` have two. */
const leet: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "il",
  "2": "z",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "g",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "il",
  "|": "li",
  "€": "e",
  "£": "l",
  "¡": "i",
  "(": "c",
  "+": "t",
};
const maxLength = 40;
/** Letters set apart that are read as words, in one text. */
const maxSpelt = 2000;

function find(view: TextView): Alternatives {
  const { plain, tokens } = view;
  const { flags } = tokens;
  const byWord = new Map<number, Alternative[]>();
  const runs: LetterRun[] = [];
  let spelt = 0;
  for (let t = 0; t < tokens.count; t++) {
    const flag = flags[t]!;
    if ((flag & wordFlags.odd) !== 0) {
      const start = tokens.start[t]!;
      const end = tokens.end[t]!;
      if (end - start > 2 && end - start <= maxLength) squeezed(plain.slice(start, end), t, byWord);
      // A chunk of letters, digits and signs without a space is seen from its first word.
      const inside = t > 0 && tokens.end[t - 1]! === start - 1 && isLeetCode(plain.charCodeAt(start - 1));
      if (!inside) deleeted(view, t, byWord);
    }
    if (
      (flag & wordFlags.single) !== 0 &&
      (t === 0 || (flags[t - 1]! & wordFlags.single) === 0 || !near(view, t - 1))
    ) {
      const to = Math.min(endOfRun(view, t), t + maxSpelt - spelt);
      if (to - t >= 3) {
        spelt += to - t;
        let letters = "";
        for (let i = t; i < to; i++) letters += plain[tokens.start[i]!]!;
        if (/[a-z]{2}/.test(letters)) runs.push({ from: t, letters, prefixHash: prefixHashOf(letters) });
      }
    }
  }
  if (byWord.size === 0 && runs.length === 0) return none;
  const covered = new Uint8Array(tokens.count);
  for (const token of byWord.keys()) covered[token] = 1;
  for (const run of runs) covered.fill(2, run.from, run.from + run.letters.length);
  return { covered, byWord, runs };
}

/** Whether a word and the next stand on one line, set apart by one to three signs or spaces. */
function near(view: TextView, token: number): boolean {
  const { plain, tokens } = view;
  const from = tokens.end[token]!;
  const to = tokens.start[token + 1]!;
  if (to - from > 3) return false;
  for (let i = from; i < to; i++) if (plain.charCodeAt(i) === 10) return false;
  return true;
}

/** The word after a run of words of one character. */
function endOfRun(view: TextView, t: number): number {
  const { count, flags } = view.tokens;
  let to = t + 1;
  while (to < count && (flags[to]! & wordFlags.single) !== 0 && near(view, to - 1)) to += 1;
  return to;
}

function add(byWord: Map<number, Alternative[]>, from: number, to: number, word: string): void {
  const list = byWord.get(from);
  const alternative = { from, to, word, hash: hashOf(word) };
  if (!list) byWord.set(from, [alternative]);
  else if (!list.some((a) => a.word === word && a.to === to)) list.push(alternative);
}

/** A word whose letters are held down, with each of them once and twice, and with no letter twice. */
function squeezed(word: string, token: number, byWord: Map<number, Alternative[]>, to = token + 1): void {
  if (!heldDown(word)) return;
  add(byWord, token, to, word.replace(/(.)\1\1+/g, "$1"));
  add(byWord, token, to, word.replace(/(.)\1\1+/g, "$1$1"));
  add(byWord, token, to, word.replace(/(.)\1+/g, "$1"));
}

function heldDown(word: string): boolean {
  for (let i = 2; i < word.length; i++) {
    if (word[i] === word[i - 1] && word[i] === word[i - 2]) return true;
  }
  return false;
}

function isLeetCode(code: number): boolean {
  return (
    code === 64 ||
    code === 36 ||
    code === 33 ||
    code === 124 ||
    code === 0x20ac ||
    code === 0xa3 ||
    code === 40 ||
    code === 43
  );
}

/** Reads the chunk that starts at word `t` as letters. */
function deleeted(view: TextView, t: number, byWord: Map<number, Alternative[]>): void {
  const { plain, tokens } = view;
  let start = tokens.start[t]!;
  // `$cam` begins with a sign; `wow!cam` does not.
  if (start > 0 && isLeetCode(plain.charCodeAt(start - 1)) && (start === 1 || plain.charCodeAt(start - 2) <= 32))
    start -= 1;
  let to = t + 1;
  while (to < tokens.count && onlyLeet(plain, tokens.end[to - 1]!, tokens.start[to]!)) {
    if (tokens.end[to]! - start > maxLength) return;
    to += 1;
  }
  let end = tokens.end[to - 1]!;
  // `a$$` ends in signs; `wow!` only ends.
  while (end < plain.length && (plain[end] === "$" || plain[end] === "@") && end - start < maxLength) end += 1;
  if (end - start > maxLength || end - start < 3) return;
  let letters = 0;
  let signs = 0;
  let inner = 0;
  for (let i = start; i < end; i++) {
    const code = plain.charCodeAt(i);
    if (code >= 97 && code <= 122) letters += 1;
    else if (leet[plain[i]!] !== undefined) {
      signs += 1;
      if (i < end - 1 || code === 36) inner += 1;
    } else return;
  }
  // `a55` and `x100` are models; `c0ca1ne` and `pu55y` are not.
  if (signs === 0 || letters < signs || letters < 2 || (inner === 0 && letters < 4)) return;
  const chunk = plain.slice(start, end);
  for (let choice = 0; choice < 2; choice++) {
    let word = "";
    for (const character of chunk) {
      const read = leet[character];
      word += read === undefined ? character : (read[choice] ?? read[0]!);
    }
    add(byWord, t, to, word);
    squeezed(word, t, byWord, to);
  }
}

function onlyLeet(plain: string, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let i = from; i < to; i++) if (!isLeetCode(plain.charCodeAt(i))) return false;
  return true;
}

function prefixHashOf(text: string): Int32Array {
  const hashes = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    hashes[i + 1] = (Math.imul(hashes[i]!, hashBase) + text.charCodeAt(i) + 1) | 0;
  }
  return hashes;
}

/**
 * Other readings of a view's words, for matching against phrases: digits and signs read as letters (`v1agra`, `c@sh`),
 * letters held down (`paaaaypal`), letters set apart (`p a y p a l`, `w.h.a.t.s`). Each covers whole words of the view, so that
 * what is found maps back. Made once a view, when the first matcher asks; most texts have none.
 */
import { hashBase, hashOf, type TextView } from "./view.ts";

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
  /** By first word covered; a text without any has an empty map. */
  byWord: ReadonlyMap<number, readonly Alternative[]>;
  runs: readonly LetterRun[];
}

const none: Alternatives = { byWord: new Map(), runs: [] };
const memo = new WeakMap<TextView, Alternatives>();

/** The other readings of a view; computed once. Linear in the text. */
export function alternativesOf(view: TextView): Alternatives {
  const known = memo.get(view);
  if (known) return known;
  const made = find(view);
  memo.set(view, made);
  return made;
}

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
const leetWord = /[a-z]/;
/** Three of one letter; or a digit or sign beside a letter, as in `c4`, `4c`, `c@sh`, `$cam`. */
const suspicious = /([a-z])\1\1|[a-z][0-9]|[0-9][a-z]|[@$!|€£¡(+][a-z]|[a-z][@$|€£¡]/;
const maxLength = 40;

function find(view: TextView): Alternatives {
  const { plain, tokens } = view;
  const byWord = new Map<number, Alternative[]>();
  const runs = letterRuns(view);
  if (suspicious.test(plain)) {
    for (let t = 0; t < tokens.count; t++) {
      const start = tokens.start[t]!;
      const end = tokens.end[t]!;
      if (end - start > 2 && end - start <= maxLength) squeezed(plain.slice(start, end), t, byWord);
      // A chunk of letters, digits and leet signs without a space, seen from its first word.
      if (start > 0 && isLeetCode(plain.charCodeAt(start - 1)) && t > 0 && tokens.end[t - 1]! === start - 1) continue;
      t = deleeted(view, t, byWord);
    }
  }
  return byWord.size === 0 && runs.length === 0 ? none : { byWord, runs };
}

function add(byWord: Map<number, Alternative[]>, from: number, to: number, word: string): void {
  const list = byWord.get(from);
  const alternative = { from, to, word, hash: hashOf(word) };
  if (!list) byWord.set(from, [alternative]);
  else if (!list.some((a) => a.word === word && a.to === to)) list.push(alternative);
}

function squeezed(word: string, token: number, byWord: Map<number, Alternative[]>): void {
  if (!/(.)\1\1/.test(word)) return;
  add(byWord, token, token + 1, word.replace(/(.)\1\1+/g, "$1"));
  add(byWord, token, token + 1, word.replace(/(.)\1\1+/g, "$1$1"));
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

/** Reads the chunk that starts at word `t` as letters; returns the last word of the chunk. */
function deleeted(view: TextView, t: number, byWord: Map<number, Alternative[]>): number {
  const { plain, tokens } = view;
  let start = tokens.start[t]!;
  if (start > 0 && isLeetCode(plain.charCodeAt(start - 1)) && (start === 1 || plain.charCodeAt(start - 2) <= 32))
    start -= 1;
  let to = t + 1;
  while (
    to < tokens.count &&
    tokens.start[to]! - tokens.end[to - 1]! <= 2 &&
    onlyLeet(plain, tokens.end[to - 1]!, tokens.start[to]!)
  ) {
    to += 1;
    if (tokens.end[to - 1]! - start > maxLength) break;
  }
  let end = tokens.end[to - 1]!;
  // `a$$` ends in signs; `wow!` only ends.
  while (end < plain.length && (plain[end] === "$" || plain[end] === "@") && end - start < maxLength) end += 1;
  if (end - start > maxLength || end - start < 3) return to - 1;
  const chunk = plain.slice(start, end);
  let letters = 0;
  let signs = 0;
  let inner = 0;
  for (let i = 0; i < chunk.length; i++) {
    if (leetWord.test(chunk[i]!)) letters += 1;
    else if (leet[chunk[i]!] !== undefined) {
      signs += 1;
      if (i < chunk.length - 1 || chunk[i] === "$") inner += 1;
    } else return to - 1;
  }
  // `a55` and `x100` are models; `c0ca1ne` and `pu55y` are not.
  if (signs === 0 || letters < signs || letters < 2 || (inner === 0 && letters < 4)) return to - 1;
  for (const choice of [0, 1]) {
    let word = "";
    for (const character of chunk) {
      const read = leet[character];
      word += read === undefined ? character : (read[choice] ?? read[0]!);
    }
    add(byWord, t, to, word);
    if (/(.)\1\1/.test(word)) squeezed(word, t, byWord);
  }
  return to - 1;
}

function onlyLeet(plain: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isLeetCode(plain.charCodeAt(i))) return false;
  return true;
}

/** Runs of at least three words of one character, set apart by one to three signs or spaces on the same line. */
function letterRuns(view: TextView): LetterRun[] {
  const { plain, tokens } = view;
  const runs: LetterRun[] = [];
  for (let t = 0; t < tokens.count; t++) {
    if (tokens.end[t]! - tokens.start[t]! !== 1) continue;
    let to = t + 1;
    while (
      to < tokens.count &&
      tokens.end[to]! - tokens.start[to]! === 1 &&
      tokens.start[to]! - tokens.end[to - 1]! <= 3 &&
      !plain.slice(tokens.end[to - 1]!, tokens.start[to]!).includes("\n")
    ) {
      to += 1;
    }
    if (to - t >= 3) {
      let letters = "";
      for (let i = t; i < to; i++) letters += plain[tokens.start[i]!]!;
      if (/[a-z]{2}/.test(letters)) runs.push({ from: t, letters, prefixHash: prefixHashOf(letters) });
    }
    t = to - 1;
  }
  return runs;
}

function prefixHashOf(text: string): Int32Array {
  const hashes = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    hashes[i + 1] = (Math.imul(hashes[i]!, hashBase) + text.charCodeAt(i) + 1) | 0;
  }
  return hashes;
}

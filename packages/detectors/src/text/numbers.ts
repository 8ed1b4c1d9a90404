/**
 * Number words of English, French (with the Belgian and Swiss forms), German, Spanish and Italian, as the digits that are
 * written when somebody dictates a telephone number: `trente-neuf` is 39, `quatre-vingt-dix-huit` 98, `double six` 66.
 */
import { wordsTogether } from "./beginnings.ts";
import type { TextView } from "./view.ts";
import { WordTable } from "./words.ts";

const unit = 1 << 8;
const teen = 2 << 8;
const ten = 3 << 8;
const hundred = 4 << 8;
const repeat = 5 << 8;
/** Read as a digit only between two others: homophones, and articles that are also numbers. */
const weak = 6 << 8;
/** Whole hundreds in one word, by their first figure. */
const hundreds = 7 << 8;
const kindMask = 15 << 8;

const words: [string, number][] = [];

function add(kind: number, first: number, list: string): void {
  for (const [i, forms] of list.split(" ").entries()) {
    for (const word of forms.split("/")) words.push([word, kind | (first + i + 1)]);
  }
}

// Values are stored plus one, so that zero is not "absent".
add(unit, 0, "zero/nought/null/cero");
words.push(["oh", unit | 1], ["owe", weak | 1]);
add(unit, 0, "zero one two three four five six seven eight nine");
add(unit, 1, "un deux trois quatre cinq six sept huit neuf");
add(unit, 1, "eins/ein zwei/zwo drei vier funf/fuenf sechs sieben acht neun");
add(unit, 1, "uno dos tres cuatro cinco seis siete ocho nueve");
add(unit, 1, "uno due tre quattro cinque sei sette otto nove");
add(weak, 1, "won/une/una/eine to/too/tu tree fore/for fife sicks/siks sevn/sevin ate/eigth/ait nein/nyne");
add(teen, 10, "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
add(teen, 10, "dix onze douze treize quatorze quinze seize");
add(teen, 10, "zehn elf zwolf/zwoelf dreizehn vierzehn funfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn");
add(teen, 10, "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve");
add(teen, 10, "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove");
const tens = [
  "twenty/vingt/vingts/zwanzig/veinte/venti thirty/trente/dreissig/dreizig/treinta/trenta forty/fourty/quarante/vierzig/cuarenta/quaranta",
  "fifty/cinquante/funfzig/fuenfzig/cincuenta/cinquanta sixty/soixante/sechzig/sesenta/sessanta",
  "seventy/septante/siebzig/setenta/settanta eighty/huitante/octante/achtzig/ochenta/ottanta ninety/nonante/neunzig/noventa/novanta",
].join(" ");
for (const [i, forms] of tens.split(" ").entries()) {
  for (const word of forms.split("/")) words.push([word, ten | ((i + 2) * 10 + 1)]);
}
words.push(["hundred", hundred | 1], ["cent", hundred | 1], ["hundert", hundred | 1]);
words.push(["double", repeat | 3], ["doppel", repeat | 3], ["doble", repeat | 3], ["doppio", repeat | 3]);
words.push(["triple", repeat | 4], ["triplo", repeat | 4], ["dreifach", repeat | 4]);

// Two-figure numbers that are one word: einundzwanzig, veintiuno, ventuno, trentanove.
const germanUnits = ["ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"];
const germanTens = ["zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
const italianUnits = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"];
const italianTens = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];
const spanishUnits = ["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"];
const spanishTens = ["veint", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
for (let t = 0; t < 8; t++) {
  for (let u = 0; u < 9; u++) {
    const value = teen | ((t + 2) * 10 + u + 2);
    words.push([`${germanUnits[u]}und${germanTens[t]}`, value]);
    const stem = /^[uo]/.test(italianUnits[u]!) ? italianTens[t]!.slice(0, -1) : italianTens[t]!;
    words.push([stem + italianUnits[u]!, value], [`${spanishTens[t]}${t === 0 ? "i" : "y"}${spanishUnits[u]}`, value]);
  }
}
// And those that French writes in several, for when somebody leaves the spaces out: soixantedixhuit.
const frenchUnits = ["", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];
const frenchTeens = ["dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dixsept", "dixhuit", "dixneuf"];
for (let u = 7; u < 10; u++) words.push([frenchTeens[u]!, teen | (10 + u + 1)]);
for (const [base, stem] of [
  [20, "vingt"],
  [30, "trente"],
  [40, "quarante"],
  [50, "cinquante"],
] as const) {
  for (let u = 1; u < 10; u++) words.push([stem + (u === 1 ? "et" : "") + frenchUnits[u]!, teen | (base + u + 1)]);
}
for (const [base, stem] of [
  [60, "soixante"],
  [80, "quatrevingt"],
] as const) {
  for (let u = 0; u < 10; u++) {
    if (stem !== "soixante" || u > 0) words.push([stem + frenchUnits[u]!, teen | (base + u + 1)]);
    words.push([stem + frenchTeens[u]!, teen | (base + 10 + u + 1)]);
  }
}
// Spanish hundreds begin every mobile number: seiscientos doce.
for (const [
  i,
  word,
] of "cien/ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
  .split(" ")
  .entries()) {
  for (const form of word.split("/")) words.push([form, hundreds | (i + 2)]);
}
const table = new WordTable(words);
/** First three letters of every number word: few other words begin so. */
const beginnings = new WordTable(words.map(([word]) => [word.slice(0, 3), 1] as const));
/** Where a word may be a number, or number words written together. */
export const numberBit = wordsTogether(
  words.map(([word]) => word),
  words.map(([word]) => word.slice(0, 3)),
);
const longest = Math.max(...words.map(([word]) => word.length));

export interface NumberRead {
  digits: string;
  /** Word after the last that belongs to it. */
  to: number;
  /** It counts only between two other digits. */
  weak: boolean;
}

const french = { quatre: 4, soixante: 60, dix: 10 };

/** Whether a word may begin a number; cheap, for the many that do not. */
export function isNumberWord(view: TextView, token: number): boolean {
  return table.at(view, token) !== 0;
}

/** Reads the number that begins at a word: as many words as belong to one number of two figures. Undefined if it is none. */
export function readNumber(view: TextView, token: number): NumberRead | undefined {
  const { count, start, end } = view.tokens;
  const code = table.at(view, token);
  if (code === 0) return undefined;
  const kind = code & kindMask;
  const value = (code & 255) - 1;
  const apart = (t: number) => start[t]! - end[t - 1]! > 2;
  const valueAt = (t: number, wanted: number): number => {
    if (t >= count || apart(t)) return -1;
    const there = table.at(view, t);
    return (there & kindMask) === wanted ? (there & 255) - 1 : -1;
  };
  const read = (number: number, to: number): NumberRead => ({ digits: String(number), to, weak: false });

  if (kind === weak) return { digits: String(value), to: token + 1, weak: true };
  if (kind === hundred) return undefined;
  if (kind === hundreds) {
    const rest = token + 1 < count && !apart(token + 1) ? readNumber(view, token + 1) : undefined;
    return rest && !rest.weak && rest.digits.length <= 2 && rest.digits !== "0"
      ? { digits: String(value * 100 + Number(rest.digits)), to: rest.to, weak: false }
      : read(value * 100, token + 1);
  }
  if (kind === repeat) {
    const digit = valueAt(token + 1, unit);
    return digit < 0 ? undefined : { digits: String(digit).repeat(value), to: token + 2, weak: false };
  }
  if (kind === unit) {
    if (value === french.quatre && valueAt(token + 1, ten) === 20 && view.word(token) === "quatre") {
      return tail(80, token + 2);
    }
    if (value > 0 && token + 1 < count && !apart(token + 1) && view.word(token + 1) === "hundred") {
      return read(value * 100, token + 2);
    }
    return read(value, token + 1);
  }
  if (kind === teen) {
    const more = value === french.dix && view.word(token) === "dix" ? valueAt(token + 1, unit) : -1;
    return more >= 7 ? read(10 + more, token + 2) : read(value, token + 1);
  }
  return value === french.soixante && view.word(token) === "soixante" ? tail(60, token + 1) : small(value, token + 1);

  /** After a ten: `et un`, `y nueve`, a unit, or nothing. */
  function small(base: number, t: number): NumberRead {
    const and = t < count && !apart(t) && /^(?:et|y|e|and)$/.test(view.word(t)) ? 1 : 0;
    const more = valueAt(t + and, unit);
    return more > 0 ? read(base + more, t + and + 1) : read(base, t);
  }

  /** After `soixante` and `quatre-vingt`: up to nineteen more. */
  function tail(base: number, t: number): NumberRead {
    const and = t < count && !apart(t) && view.word(t) === "et" ? 1 : 0;
    const more = valueAt(t + and, teen);
    if (more < 10 || more > 19) return small(base, t);
    const last = more === 10 ? valueAt(t + and + 1, unit) : -1;
    return last >= 7 ? read(base + 10 + last, t + and + 2) : read(base + more, t + and + 1);
  }
}

/** Whether a longer word may be number words written together, `zerosix`: cheap, by its first three letters. */
export function mayBeginWithNumber(view: TextView, token: number): boolean {
  const start = view.tokens.start[token]!;
  return beginnings.atPart(view, start, start + 3) !== 0;
}

/** Digits that stand for letters written among digits: `o6`, `0l 7`. */
const lookAlikes: Readonly<Record<string, string>> = { o: "0", q: "9", l: "1", i: "1", z: "2", s: "5", b: "8", g: "9" };

/** A digit that one letter beside digits may stand for, or undefined. `certain` leaves out those that are units and models too. */
export function letterAsDigit(letter: string, certain: boolean): string | undefined {
  return certain && !"oli".includes(letter) ? undefined : lookAlikes[letter];
}

export interface Piece {
  digits: string;
  start: number;
  end: number;
  /** How it was written. */
  as: "digits" | "word" | "letter";
}

/**
 * Takes apart a word of letters and digits, `59zero`, `951two`, `o6`, `zerosix`: all of it must be digits, number words or
 * letters that look like digits, but for a beginning or an end of other letters, which is dropped (`weekend708`).
 */
export function piecesOf(word: string, offset: number): Piece[] {
  const pieces: Piece[] = [];
  // Whether the last piece is a ten, `trente`, which a unit right behind it completes.
  let tensPlace = false;
  for (let i = 0; i < word.length; ) {
    const code = word.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      let j = i + 1;
      while (j < word.length && word.charCodeAt(j) >= 48 && word.charCodeAt(j) <= 57) j += 1;
      pieces.push({ digits: word.slice(i, j), start: offset + i, end: offset + j, as: "digits" });
      i = j;
      continue;
    }
    let length = Math.min(longest, word.length - i);
    let value = 0;
    for (; length > 1; length--) {
      value = table.get(word.slice(i, i + length));
      const kind = value & kindMask;
      if (kind === unit || kind === teen || kind === ten) break;
    }
    if (length > 1) {
      const number = (value & 255) - 1;
      const last: Piece | undefined = pieces.at(-1);
      const follows: boolean = tensPlace && (value & kindMask) === unit && number > 0;
      if (last && follows) {
        last.digits = String(Number(last.digits) + number);
        last.end = offset + i + length;
      } else {
        pieces.push({ digits: String(number), start: offset + i, end: offset + i + length, as: "word" });
      }
      tensPlace = !follows && (value & kindMask) === ten;
      i += length;
      continue;
    }
    tensPlace = false;
    const letter = standsForDigit(word, i) ? lookAlikes[word[i]!] : undefined;
    pieces.push({ digits: letter ?? "", start: offset + i, end: offset + i + 1, as: "letter" });
    i += 1;
  }
  return pieces;
}

/** Whether a letter of a mixed word is a digit in disguise: `51o553` yes, `2.5l`, `128gb` and `90s` no. */
function standsForDigit(word: string, i: number): boolean {
  const isDigit = (at: number) => at >= 0 && at < word.length && word.charCodeAt(at) >= 48 && word.charCodeAt(at) <= 57;
  const sides = (isDigit(i - 1) ? 1 : 0) + (isDigit(i + 1) ? 1 : 0);
  if (word[i] === "o") return sides > 0 || word[i - 1] === "o" || word[i + 1] === "o";
  // `i9500`, `l200` and `7100i` are models.
  return sides === 2 && word.replace(/[^0-9]/g, "").length >= (word[i] === "l" || word[i] === "i" ? 2 : 3);
}

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
for (const word of ["hundred", "cent", "cents", "hundert", "cento"]) words.push([word, hundred | 1]);
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
// German and Italian write them in one word, and what follows too: trecentoventi, hundertzweiundsiebzig (`hundredsAt`).
for (let u = 0; u < 9; u++) {
  words.push([`${germanUnits[u]}hundert`, hundreds | (u + 2)]);
  if (u > 0) words.push([`${italianUnits[u]}cento`, hundreds | (u + 2)]);
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
  // "quaranta, sei" are two numbers.
  const apart = (t: number) => start[t]! - end[t - 1]! > 2 || view.plain.charCodeAt(end[t - 1]!) === 44;
  const valueAt = (t: number, wanted: number): number => {
    if (t >= count || apart(t)) return -1;
    const there = table.at(view, t);
    return (there & kindMask) === wanted ? (there & 255) - 1 : -1;
  };
  const read = (number: number, to: number): NumberRead => ({ digits: String(number), to, weak: false });

  if (kind === weak) return { digits: String(value), to: token + 1, weak: true };
  // "hundred" is said behind a figure alone; `cent vingt-neuf` and `hundertzwölf` begin with it.
  if (kind === hundred) return view.word(token) === "hundred" ? undefined : withHundreds(1, token + 1);
  if (kind === hundreds) return withHundreds(value, token + 1);
  if (kind === repeat) {
    const next =
      token + 1 < count && !apart(token + 1) && end[token + 1]! - start[token + 1]! === 1 ? view.word(token + 1) : "";
    const digit = /^[0-9]$/.test(next) ? Number(next) : valueAt(token + 1, unit);
    return digit < 0 ? undefined : { digits: String(digit).repeat(value), to: token + 2, weak: false };
  }
  if (kind === unit) {
    if (value === french.quatre && valueAt(token + 1, ten) === 20 && view.word(token) === "quatre") {
      return tail(80, token + 2);
    }
    if (value > 0 && valueAt(token + 1, hundred) === 0) return withHundreds(value, token + 2);
    return read(value, token + 1);
  }
  if (kind === teen) {
    const more = value === french.dix && view.word(token) === "dix" ? valueAt(token + 1, unit) : -1;
    return more >= 7 ? read(10 + more, token + 2) : read(value, token + 1);
  }
  return value === french.soixante && view.word(token) === "soixante" ? tail(60, token + 1) : small(value, token + 1);

  /** After hundreds: the tens and units that belong to them. In English a lone unit is the next figure: "nine hundred two four". */
  function withHundreds(figure: number, t: number): NumberRead {
    const and = t < count && !apart(t) && view.word(t) === "and" ? 1 : 0;
    const rest = t + and < count && !apart(t + and) ? readNumber(view, t + and) : undefined;
    const english = and === 0 && view.word(t - 1) === "hundred";
    return rest &&
      !rest.weak &&
      rest.digits.length <= 2 &&
      rest.digits.length > (english ? 1 : 0) &&
      rest.digits !== "0"
      ? { digits: String(figure * 100 + Number(rest.digits)), to: rest.to, weak: false }
      : read(figure * 100, t);
  }

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

/** Whether a word is "hundred" in one of the languages, said behind a figure: `7 hundred`. */
export function isHundred(view: TextView, token: number): boolean {
  return (table.at(view, token) & kindMask) === hundred;
}

/**
 * Whether a word is a ten that a figure right behind completes, `trente 9` or `quatre-vingt-dix-8`. German says the figure first.
 * @param digits what the whole number was read as
 */
export function isOpenTen(view: TextView, token: number, digits: string): boolean {
  const code = table.at(view, token);
  if ((code & kindMask) === ten) return digits.endsWith("0") && !/ss?ig$|zig$/.test(view.word(token));
  return view.word(token) === "dix" && (digits === "70" || digits === "90");
}

/** Whole hundreds in a longer word, and the tens and units behind them; `trecentotto` drops a vowel. */
const hundredsInWord =
  /(?:(ein|zwei|zwo|drei|vier|funf|fuenf|sechs|sieben|acht|neun)?hundert(?:und(?=[esvzfnad]))?|(due|tre|quattro|cinque|sei|sette|otto|nove)?cent(?:(?=ott)|o))/y;

/** The number that begins with hundreds at a place of a word. */
function hundredsAt(word: string, i: number): { value: number; length: number } | undefined {
  hundredsInWord.lastIndex = i;
  const match = hundredsInWord.exec(word);
  if (!match) return undefined;
  const unitWord = match[1] ?? match[2];
  const figure = unitWord === undefined ? 1 : (table.get(unitWord) & 255) - 1;
  const from = i + match[0].length;
  for (let length = Math.min(longest, word.length - from); length > 1; length--) {
    const code = table.get(word.slice(from, from + length));
    const kind = code & kindMask;
    if ((kind === unit || kind === teen || kind === ten) && code !== (unit | 1)) {
      return { value: figure * 100 + (code & 255) - 1, length: match[0].length + length };
    }
  }
  return { value: figure * 100, length: match[0].length };
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
  /** How it was written; `figures` hold letters as models and sizes do: `I5`, `67B`. */
  as: "digits" | "word" | "letter" | "figures";
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
      const ten = pieces.at(-1);
      // `trente9`
      if (tensPlace && ten && j === i + 1 && code !== 48) {
        ten.digits = String(Number(ten.digits) + code - 48);
        ten.end = offset + j;
        tensPlace = false;
        i = j;
        continue;
      }
      tensPlace = false;
      pieces.push({ digits: word.slice(i, j), start: offset + i, end: offset + j, as: "digits" });
      i = j;
      continue;
    }
    const grouped = hundredsAt(word, i);
    if (grouped) {
      const end = i + grouped.length;
      pieces.push({ digits: String(grouped.value), start: offset + i, end: offset + end, as: "word" });
      tensPlace = false;
      i = end;
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

/** Letters that are read as digits in a word of digits: these in either case, */
const figureOf: Readonly<Record<string, string>> = { o: "0", l: "1", i: "1", s: "5", b: "8", e: "3", z: "2" };

/**
 * A word of digits and of letters that look like them, as digits: `I5`, `lOO4`, `67B`. Letters other than o, l and i must be capitals, or
 * stand between others: `90s` and `64gb` are what they say. Undefined for any other word.
 */
export function figuresOf(view: TextView, start: number, end: number): string | undefined {
  if (end - start > 12) return undefined;
  const { plain } = view;
  let digits = "";
  let figures = 0;
  for (let i = start; i < end; i++) {
    const code = plain.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      digits += plain[i];
      figures += 1;
      continue;
    }
    const read = figureOf[plain[i]!];
    if (read === undefined) return undefined;
    // `325i` is a car.
    if (!"ol".includes(plain[i]!) && (i === start || i === end - 1) && !isCapital(view, i)) return undefined;
    digits += read;
  }
  if (figures > 0) return /^\d+gb?$/.test(plain.slice(start, end)) ? undefined : digits;
  // `OO`, `lO`: without a digit it must not be a word, `il`, `lo`.
  return end - start <= 4 &&
    /^[oli]*o[oli]*$/.test(plain.slice(start, end)) &&
    isCapital(view, plain.indexOf("o", start))
    ? digits
    : undefined;
}

function isCapital(view: TextView, at: number): boolean {
  const place = view.toOriginal(at, at + 1);
  const written = view.original.slice(place.start, place.end);
  return written !== written.toLowerCase();
}

/** Whether a letter of a mixed word is a digit in disguise: `51o553` yes, `2.5l`, `128gb` and `90s` no. */
function standsForDigit(word: string, i: number): boolean {
  const isDigit = (at: number) => at >= 0 && at < word.length && word.charCodeAt(at) >= 48 && word.charCodeAt(at) <= 57;
  const sides = (isDigit(i - 1) ? 1 : 0) + (isDigit(i + 1) ? 1 : 0);
  if (word[i] === "o") return sides > 0 || word[i - 1] === "o" || word[i + 1] === "o";
  // `i9500`, `l200` and `7100i` are models.
  return sides === 2 && word.replace(/[^0-9]/g, "").length >= (word[i] === "l" || word[i] === "i" ? 2 : 3);
}

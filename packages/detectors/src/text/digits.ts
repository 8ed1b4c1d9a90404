/** Runs of digits in a view, however they are written: figures, number words, letters that look like digits, mixed. */

import { marksTogether } from "./beginnings.ts";
import {
  figuresOf,
  isHundred,
  isNumberWord,
  isOpenTen,
  letterAsDigit,
  mayBeginWithNumber,
  numberBit,
  type Piece,
  piecesOf,
  readNumber,
} from "./numbers.ts";
import { type TextView, wordFlags } from "./view.ts";
import { WordTable } from "./words.ts";

/** Pieces that may belong to one number, in order, with nothing but signs, spaces and filler words between them. */
export interface DigitRun {
  pieces: Piece[];
  /** Whether a `+` (or the word) stands right before. */
  plus: boolean[];
  digits: number;
}

/** More digits than this in one text are not looked at: nobody writes so many numbers to be called on. */
const maxPieces = 4000;
const minDigits = 7;
/** Signs and spaces between two pieces of one number. */
const maxGap = 6;
/** Between two texts that are read as one (title and description, two messages), a few words may stand too. */
const maxSeam = 40;

/** Words said between the digits of a number: signs by their names, and "then". */
const fillers = new WordTable(
  "dash hyphen dot point points punto punkt tiret espace space slash puis then and et und y e plus star etoile guion trattino strich minus moins virgule barre stroke pause ensuite dann luego poi underscore danach anschliessend despues dopo followed by suivi barra virgola coma komma comma schragstrich pour finir enfin finally zum schluss infine finalmente"
    .split(" ")
    .map((word) => [word, 1] as const),
);

/** Said before a number that counts figures and is none of them: "the last three: 295". */
const counted = new WordTable(
  "last next first other final remaining derniers dernieres premiers autres letzten nachsten ersten restlichen ultimos ultimas ultimi ultime primeros primi altri"
    .split(" ")
    .map((word) => [word, 1] as const),
);

/**
 * Finds the runs of at least seven digits. Linear in the text.
 * @param seams places in `plain` where one text ends and the next begins, when several are read as one
 */
export function digitRuns(view: TextView, seams: readonly number[] = []): DigitRun[] {
  const { plain, tokens } = view;
  const marks = marksTogether(view);
  const runs: DigitRun[] = [];
  if ((marks.any & numberBit) === 0 && !/[0-9]/.test(plain)) return runs;
  let run: DigitRun | undefined;
  let total = 0;
  /** Where a ten ended that a figure may complete. */
  let tenAt = -1;
  const close = () => {
    if (run && (run.digits >= minDigits || (run.plus[0] && run.digits >= 6))) runs.push(run);
    run = undefined;
  };
  const push = (piece: Piece) => {
    const last = run?.pieces.at(-1);
    // `trente 9` is 39.
    if (
      run &&
      last &&
      tenAt === last.end &&
      piece.digits.length === 1 &&
      piece.digits !== "0" &&
      piece.start - last.end <= 1
    ) {
      last.digits = String(Number(last.digits) + Number(piece.digits));
      last.end = piece.end;
      tenAt = -1;
      return;
    }
    if (!run || !last || !near(plain, last.end, piece.start, seams)) {
      close();
      run = { pieces: [], plus: [], digits: 0 };
    }
    run.pieces.push(piece);
    run.plus.push(plusBefore(plain, piece.start));
    run.digits += piece.digits.length;
    total += 1;
  };
  const { flags } = tokens;
  for (let token = 0; token < tokens.count && total < maxPieces; token++) {
    const next = token + 1 < tokens.count ? flags[token + 1]! : 0;
    // Most words: no digit in them or behind them, nothing odd, no number's name, and no run that they could end.
    if (
      run === undefined &&
      ((flags[token]! | next) & (wordFlags.figure | wordFlags.odd | wordFlags.single)) === 0 &&
      (marks.at[token]! & numberBit) === 0
    )
      continue;
    const start = tokens.start[token]!;
    const end = tokens.end[token]!;
    const first = plain.charCodeAt(start);
    const last = plain.charCodeAt(end - 1);
    if (first >= 48 && first <= 57) {
      if (allDigits(plain, start, end)) {
        if (
          end - start === 1 &&
          token + 1 < tokens.count &&
          isHundred(view, token + 1) &&
          tokens.start[token + 1]! - end <= 2
        ) {
          token += 1;
          push({ digits: `${plain[start]}00`, start, end: tokens.end[token]!, as: "word" });
        } else push({ digits: plain.slice(start, end), start, end, as: "digits" });
        continue;
      }
    } else if (end - start === 1) {
      const digit = letterAsDigit(plain[start]!, true);
      if (digit && (run || digit === "0") && besideDigits(view, token)) {
        push({ digits: digit, start, end, as: "letter" });
        continue;
      }
    }
    // Letters beside digits, or nothing but `OO` and `lO`.
    const mixed = (tokens.flags[token]! & wordFlags.odd) !== 0;
    if (
      end - start > 1 &&
      (mixed || (end - start <= 4 && (first === 111 || first === 108 || first === 105))) &&
      amongDigits(view, token, run)
    ) {
      const figures = figuresOf(view, start, end);
      if (figures) {
        const model = /^[il]|[sbez]|[il]$/.test(plain.slice(start, end));
        push({ digits: figures, start, end, as: model ? "figures" : "letter" });
        continue;
      }
    }
    const mayBeNumber = (marks.at[token]! & numberBit) !== 0;
    if (mayBeNumber && isNumberWord(view, token)) {
      if (run && token > 0 && counted.at(view, token - 1) !== 0) continue;
      const number = readNumber(view, token);
      if (number && (!number.weak || (run && spoken(run.pieces, view, number.to)))) {
        push({ digits: number.digits, start, end: tokens.end[number.to - 1]!, as: "word" });
        token = number.to - 1;
        if (isOpenTen(view, token, number.digits)) tenAt = tokens.end[token]!;
        continue;
      }
    }
    const figures = (first >= 48 && first <= 57) || (last >= 48 && last <= 57);
    // Letters alone are taken apart where they begin like a number word and are long enough for two.
    if (
      (figures || (mayBeNumber && end - start >= 6 && mayBeginWithNumber(view, token))) &&
      takeApart(plain, start, end, push)
    )
      continue;
    // Any other word ends the run, unless it is one that is said between digits, or stands at a seam.
    if (
      run &&
      fillers.at(view, token) === 0 &&
      counted.at(view, token) === 0 &&
      !seams.some((seam) => Math.abs(seam - start) <= maxSeam)
    )
      close();
  }
  close();
  return runs;
}

/** Pushes what is digits in a word of letters and digits. False if it holds nothing of the kind. */
function takeApart(plain: string, start: number, end: number, push: (piece: Piece) => void): boolean {
  if (end - start > 64) return false;
  const word = plain.slice(start, end);
  // `3316005x3456` has an extension; `0xx11` leaves the carrier open, as in Brazil.
  const extended = /^(\d{5,})x\d{1,7}$/.exec(word) ?? /^(0\d{0,2})x{1,2}(?=\d*$)/.exec(word);
  if (extended) {
    const open = extended[1]!.startsWith("0") && !/x\d{1,7}$/.test(word.slice(5));
    const digits = open || extended[1]!.length < 5 ? word.replace(/x/g, "") : extended[1]!;
    push({ digits, start, end, as: "digits" });
    return true;
  }
  const figures = /[0-9]/.test(word);
  const pieces = piecesOf(word, start);
  const other = pieces.filter((piece) => piece.digits === "").length;
  // `hundertzweiundsiebzig` is a group.
  if (!figures && other === 0 && pieces.length === 1 && pieces[0]!.digits.length === 3) {
    push(pieces[0]!);
    return true;
  }
  // `zerosix` is all number words; `weekend708…` has its digits at one end; `wh1000xm4` is a code.
  if (!figures && (other > 0 || pieces.length < 2)) return false;
  if (other === 0) {
    for (const piece of pieces) push(piece);
    return true;
  }
  const digits = /[0-9]{7,}/.exec(word);
  if (!digits) return false;
  push({ digits: digits[0], start: start + digits.index, end: start + digits.index + digits[0].length, as: "digits" });
  return true;
}

function allDigits(plain: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = plain.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Whether digits of a run end right before a word, or a word that begins or ends with a digit stands right behind it. */
function amongDigits(view: TextView, token: number, run: DigitRun | undefined): boolean {
  const { plain, tokens } = view;
  const last = run?.pieces.at(-1);
  if (last && tokens.start[token]! - last.end <= 2) return true;
  if (token + 1 >= tokens.count || tokens.start[token + 1]! - tokens.end[token]! > 2) return false;
  if ((tokens.flags[token + 1]! & wordFlags.odd) !== 0 && (tokens.flags[token]! & wordFlags.odd) !== 0) return true;
  return isDigit(plain.charCodeAt(tokens.start[token + 1]!)) || isDigit(plain.charCodeAt(tokens.end[token + 1]! - 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether the word before or after is all digits or a number word, and near. */
function besideDigits(view: TextView, token: number): boolean {
  const { plain, tokens } = view;
  const isDigits = (t: number) =>
    t >= 0 &&
    t < tokens.count &&
    (allDigits(plain, tokens.start[t]!, tokens.end[t]!) ||
      isNumberWord(view, t) ||
      (tokens.end[t]! - tokens.start[t]! === 1 && letterAsDigit(plain[tokens.start[t]!]!, true) !== undefined));
  return (
    (isDigits(token - 1) && tokens.start[token]! - tokens.end[token - 1]! <= 3) ||
    (isDigits(token + 1) && tokens.start[token + 1]! - tokens.end[token]! <= 3)
  );
}

/** Whether a homophone, `to` or `for`, stands among digits that are said one by one, and not between two figures: `2 to 4`. */
function spoken(pieces: readonly Piece[], view: TextView, token: number): boolean {
  const { plain, tokens } = view;
  if (token >= tokens.count || tokens.start[token]! - tokens.end[token - 1]! > 3) return false;
  if (isNumberWord(view, token)) return true;
  return allDigits(plain, tokens.start[token]!, tokens.end[token]!) && pieces.at(-1)?.as === "word";
}

/** Whether two pieces may belong together by what stands between them. */
function near(plain: string, from: number, to: number, seams: readonly number[]): boolean {
  if (seams.some((seam) => seam >= from && seam <= to)) return to - from <= maxSeam;
  if (to - from <= maxGap) return true;
  // Emoji, decorations and the words of `fillers` take more room.
  if (to - from > 30) return false;
  const between = plain.slice(from, to);
  return /[a-z]/.test(between) || /^[^\w\n]*$/.test(between.replace(/\ud83c|\ud83d|\ud83e/g, ""));
}

function plusBefore(plain: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && i >= at - 3 && (plain[i] === " " || plain[i] === "(")) i -= 1;
  return plain[i] === "+" || /plus\s?$/.test(plain.slice(Math.max(0, at - 6), at));
}

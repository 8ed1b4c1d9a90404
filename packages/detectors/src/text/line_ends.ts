/** Telephone numbers taken apart over the ends of lines, with other words between: `0176 04⏎colour white⏎0690⏎no scratches⏎47`. */
import { homeMobile, type Phone } from "./phones.ts";
import type { TextView } from "./view.ts";

interface End {
  line: number;
  digits: string;
  start: number;
  end: number;
  /** Nothing else on the line. */
  alone: boolean;
}

const maxLines = 200;
/** Lines between two pieces. */
const maxApart = 3;
const maxPieces = 6;

/**
 * A mobile number of one of the countries whose pieces end lines, in reading order. Lists of measures look alike, `Width 90⏎Height 180`: so the
 * first piece begins with the trunk's zero or some piece stands on a line of its own, and lines that belong together are skipped nowhere else.
 * Linear in the text.
 */
export function phonesAtLineEnds(view: TextView, countries: readonly string[], known: readonly Phone[]): Phone[] {
  const { plain } = view;
  if (countries.length === 0 || !plain.includes("\n")) return [];
  const ends = endsOf(plain).filter(
    (end) => !known.some((phone) => phone.score >= 0.5 && phone.start < end.end && end.start < phone.end),
  );
  const found: Phone[] = [];
  for (let i = 0; i < ends.length; i++) {
    let digits = "";
    let best: { value: string; to: number } | undefined;
    for (let j = i; j < ends.length && j - i < maxPieces && digits.length <= 13; j++) {
      if (j > i && ends[j]!.line - ends[j - 1]!.line > maxApart) break;
      digits += ends[j]!.digits;
      if (j === i || digits.length < 9) continue;
      const value = homeMobile(digits, countries);
      if (value && (digits.startsWith("0") || ends.slice(i, j + 1).some((end) => end.alone))) best = { value, to: j };
    }
    if (!best) continue;
    found.push({ start: ends[i]!.start, end: ends[best.to]!.end, value: best.value, score: 0.75, disguised: true });
    i = best.to;
  }
  return found;
}

/** Digits at the ends of lines, of at most six in a group. */
function endsOf(plain: string): End[] {
  const ends: End[] = [];
  let from = 0;
  for (let line = 0; line < maxLines && from < plain.length; line++) {
    const stop = plain.indexOf("\n", from);
    const to = stop < 0 ? plain.length : stop;
    // Most lines end in a letter or a full stop.
    const last = plain.charCodeAt(to - 1);
    if (to > from && last >= 48 && last <= 57) {
      const tail = Math.max(from, to - 16);
      const match = /(?:^|[ :(])(\d{1,6}(?: \d{1,6}){0,4})$/.exec(plain.slice(tail, to));
      if (match) {
        const start = to - match[1]!.length;
        ends.push({ line, digits: match[1]!.replaceAll(" ", ""), start, end: to, alone: start === from });
      }
    }
    from = to + 1;
  }
  return ends;
}

/**
 * Other readings of a whole text, for contact details that are not words: what a bidi override shows backwards (`‮20 10 89‬`), and words
 * about mail written with digits for letters (`arr0ba gm41l punt0 c0m`). A reading is as long as the text's plain form, so that what is found in it maps back.
 */
import { alternativesOf } from "./alternatives.ts";
import { isAddressWord } from "./emails.ts";
import { type TextView, viewOf } from "./view.ts";

export interface Reading {
  view: TextView;
  /** Whether it is what a reader sees, rather than what the text may mean. */
  seen: boolean;
  /** Place in the text's own `plain` of what the reading holds from `start` to `end`. */
  place(start: number, end: number): { start: number; end: number };
}

const override = "\u202e";
/** Texts have few overrides; one that is full of them is not read. */
const maxSegments = 200;

/** The readings of a view that differ from it; nearly always none. Linear in the text. */
export function readingsOf(view: TextView): Reading[] {
  const readings: Reading[] = [];
  if (view.original.includes(override)) {
    const turned = turnedAround(view);
    if (turned) readings.push(turned);
  }
  const letters = asLetters(view);
  if (letters) readings.push(letters);
  return readings;
}

/** What stands between an override and its end (or the line's), from right to left. */
function turnedAround(view: TextView): Reading | undefined {
  const { original, plain } = view;
  const segments: { start: number; end: number }[] = [];
  for (let at = original.indexOf(override); at >= 0 && segments.length < maxSegments; ) {
    const rest = /[\u202c\n\u2028\u2029]/g;
    rest.lastIndex = at;
    const to = rest.exec(original)?.index ?? original.length;
    segments.push({ start: plainIndex(view, at), end: plainIndex(view, to) });
    at = original.indexOf(override, to);
  }
  let text = "";
  let last = 0;
  for (const { start, end } of segments) {
    text += plain.slice(last, start) + [...plain.slice(start, end)].reverse().join("");
    last = end;
  }
  const reading = sameLength(plain, text + plain.slice(last));
  return (
    reading && {
      view: reading,
      seen: true,
      place(start, end) {
        let from = start;
        let to = end;
        for (const segment of segments) {
          if (segment.end <= start || segment.start >= end) continue;
          const first = Math.max(start, segment.start);
          const behind = Math.min(end, segment.end);
          // The turned piece, and what of the contact stands outside of it.
          const a = segment.start + segment.end - behind;
          const b = segment.start + segment.end - first;
          from = start >= segment.start ? a : Math.min(from, a);
          to = end <= segment.end ? b : Math.max(to, b);
        }
        return { start: Math.min(from, to - 1), end: to };
      },
    }
  );
}

/** Words of `emails.ts` and `links.ts` that are written with digits and signs for letters, as they are meant. */
function asLetters(view: TextView): Reading | undefined {
  const { byWord } = alternativesOf(view);
  if (byWord.size === 0) return undefined;
  const { plain, tokens } = view;
  let text = "";
  let last = 0;
  for (const alternatives of byWord.values()) {
    for (const { from, to, word } of alternatives) {
      const start = tokens.start[from]!;
      const end = tokens.end[to - 1]!;
      if (start < last || word.length !== end - start || !isAddressWord(word)) continue;
      text += plain.slice(last, start) + word;
      last = end;
      break;
    }
  }
  const reading = last === 0 ? undefined : sameLength(plain, text + plain.slice(last));
  return reading && { view: reading, seen: false, place: (start, end) => ({ start, end }) };
}

/** A view of a text that is folded already; undefined where folding it again would move its places. */
function sameLength(plain: string, text: string): TextView | undefined {
  const view = viewOf("", text);
  return view.plain.length === plain.length ? view : undefined;
}

/** Place in `plain` of what stands at or behind a place of the original. */
export function plainIndex(view: TextView, original: number): number {
  let low = 0;
  let high = view.plain.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.toOriginal(middle, middle).start < original) low = middle + 1;
    else high = middle;
  }
  return low;
}

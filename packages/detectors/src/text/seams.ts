/** Contact details that are split over texts: a title and its description, one sender's consecutive messages. */
import type { SpanEvidence, SubjectRef } from "@assay/contract";
import { contactsIn } from "./contacts.ts";
import { isAtWord } from "./emails.ts";
import { isNumberWord, mayBeginWithNumber } from "./numbers.ts";
import { plainIndex } from "./readings.ts";
import { type TextView, viewOf, wordFlags } from "./view.ts";

/** One of the texts that are read as one; the last is the one that evidence belongs to. */
export interface Part {
  /** Where the text stands, when that is not the subject itself. */
  subject?: SubjectRef;
  field: string;
  /** Index of the text in its field, when only an end of it is read. */
  offset: number;
  text: string;
}

/** What is split is short: of longer texts only the ends are read. */
const maxTail = 160;
const maxMessages = 8;
/** No number has fewer. */
const fewestDigits = 6;
/** A message of so few words may be a name, or a piece of one. */
const maxBareWords = 2;

/** A subject's own fields, two or more. */
export function fieldParts(texts: readonly TextView[]): Part[] {
  const [first] = texts;
  const second = texts[1];
  if (!first || !second) return [];
  const before = digitsIn(first, first.plain.length - maxTail, first.plain.length);
  const behind = texts.slice(1, 4).reduce((sum, view) => sum + digitsIn(view, 0, maxTail), 0);
  const split = before > 0 && behind > 0 && before + behind >= fewestDigits;
  if (!split && !first.plain.includes("@") && !/^\s?[@.]/.test(second.plain)) return [];
  return texts.slice(0, 4).map((view, i) => ends(view.field, view.original, i > 0));
}

/** The sender's earlier messages and this one. Messages of others between them are passed over. */
export function earlierParts(
  before: readonly { id: string; from: string; text: string }[],
  from: string,
  texts: readonly TextView[],
): Part[] {
  const now = texts.find((view) => view.field === "text");
  if (!now || !(digitsIn(now, 0, maxTail) > 0 || now.tokens.count <= maxBareWords)) return [];
  const parts: Part[] = before
    .filter((message) => message.from === from && typeof message.text === "string" && message.text !== "")
    .slice(-maxMessages)
    .map((message) => ({ ...ends("text", message.text, false), subject: { kind: "message", id: message.id } }));
  return parts.length > 0 ? [...parts, ends("text", now.original, true)] : [];
}

/** The end of a text, or of the last its beginning. */
function ends(field: string, text: string, last: boolean): Part {
  const offset = last ? 0 : Math.max(0, text.length - maxTail);
  return { field, offset, text: last ? text.slice(0, maxTail) : text.slice(offset) };
}

export interface FoundAcross {
  span: SpanEvidence;
  score: number;
}

/**
 * How many digits a stretch of a text may hold at the most: its figures, a few for each number's name, odd words as if they were figures.
 * Without end where it may hold an `@`, by sign or by name.
 */
function digitsIn(view: TextView, from: number, to: number): number {
  const { plain, tokens } = view;
  const { count, start, end, flags } = tokens;
  const sign = plain.indexOf("@", Math.max(0, from));
  if (sign >= 0 && sign < to) return Number.POSITIVE_INFINITY;
  let digits = 0;
  for (let t = 0; t < count && start[t]! < to; t++) {
    if (end[t]! <= from) continue;
    if ((flags[t]! & (wordFlags.figure | wordFlags.odd)) !== 0) digits += end[t]! - start[t]!;
    else if ((flags[t]! & wordFlags.single) !== 0) digits += 1;
    else if (isNumberWord(view, t)) digits += 3;
    else if (end[t]! - start[t]! >= 6 && mayBeginWithNumber(view, t)) digits += end[t]! - start[t]!;
    if (isAtWord(view, t)) return Number.POSITIVE_INFINITY;
  }
  return digits;
}

/** Contacts that begin in one part and end in another, the last part included. */
export function findAcross(parts: readonly Part[], countries: readonly string[]): FoundAcross[] {
  const joined = parts.map((part) => part.text).join("\n");
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    starts.push(at);
    at += part.text.length + 1;
  }
  const view = viewOf("", joined);
  const seams = starts.slice(1).map((start) => plainIndex(view, start - 1));
  const found: FoundAcross[] = [];
  for (const contact of contactsIn(view, { countries, seams }).all) {
    if (contact.kind !== "phone" && contact.kind !== "email" && contact.kind !== "handle") continue;
    const place = view.toOriginal(contact.start, contact.end);
    const pieces = parts.flatMap((part, i) => {
      const from = Math.max(place.start, starts[i]!);
      const to = Math.min(place.end, starts[i]! + part.text.length);
      if (from >= to) return [];
      const start = from - starts[i]! + part.offset;
      return [{ ...(part.subject && { subject: part.subject }), field: part.field, start, end: start + to - from }];
    });
    const own = pieces.filter((piece) => !piece.subject);
    if (pieces.length < 2 || own.length === 0) continue;
    const { field, start, end } = own.at(-1)!;
    const { kind, value } = contact;
    found.push({ span: { type: "span", field, start, end, kind, value, parts: pieces }, score: contact.score });
  }
  return found;
}

/** Contact details that are split over texts: a title and its description, one sender's consecutive messages. */
import type { SpanEvidence, SubjectRef } from "@assay/contract";
import { contactsIn } from "./contacts.ts";
import { isAtWord } from "./emails.ts";
import { isNumberWord } from "./numbers.ts";
import { plainIndex } from "./readings.ts";
import { type TextView, viewOf } from "./view.ts";

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
/** A message of so few words may be a name, or a piece of one. */
const maxBareWords = 2;

/** A subject's own fields, two or more. */
export function fieldParts(texts: readonly TextView[]): Part[] {
  const [first] = texts;
  const second = texts[1];
  if (!first || !second) return [];
  const both = mayHoldPiece(first) && texts.slice(1, 4).some((view) => mayHoldPiece(view, maxTail));
  if (!both && !first.plain.includes("@") && !/^\s?[@.]/.test(second.plain)) return [];
  return texts.slice(0, 4).map((view, i) => ends(view.field, view.original, i > 0));
}

/** The sender's earlier messages and this one. Messages of others between them are passed over. */
export function earlierParts(
  before: readonly { id: string; from: string; text: string }[],
  from: string,
  texts: readonly TextView[],
): Part[] {
  const now = texts.find((view) => view.field === "text");
  if (!now || !(mayHoldPiece(now) || now.tokens.count <= maxBareWords)) return [];
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

/** Whether the first characters of a text may hold a piece of a number or a mail address: a digit, a number word, an `@` by sign or by name. */
function mayHoldPiece(view: TextView, within = view.plain.length): boolean {
  const { plain, tokens } = view;
  for (let t = 0; t < tokens.count && tokens.start[t]! < within; t++) {
    const first = plain.charCodeAt(tokens.start[t]!);
    const last = plain.charCodeAt(tokens.end[t]! - 1);
    if ((first >= 48 && first <= 57) || (last >= 48 && last <= 57) || isNumberWord(view, t) || isAtWord(view, t))
      return true;
  }
  const sign = plain.search(/[0-9@]/);
  return sign >= 0 && sign < within;
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

/** Entries of an operator's lists in all texts of a subject, split ones and an account's own fields included. */
import type { HistoryValues, SpanEvidence, Subject } from "@assay/contract";
import { countriesOf } from "../text/countries.ts";
import { spanOf, textsOf } from "../text/index.ts";
import { earlierParts, fieldParts, findAcross } from "../text/seams.ts";
import type { ListSide } from "./book.ts";
import { phoneOf } from "./canonical.ts";
import type { ListedEntry } from "./entries.ts";

/** Digits below this probability are hardly a number at all. */
const leastLikely = 0.1;
const maxFound = 400;

export interface FoundEntry {
  entry: ListedEntry;
  /** Its kind is the entry's, its value `list: entry`. */
  span: SpanEvidence;
}

/** @param history without it the country of national numbers is guessed, and earlier messages are not read */
export function findListed(
  side: ListSide,
  subject: Subject,
  history: Partial<Pick<HistoryValues, "account_profile" | "conversation_before">>,
): FoundEntry[] {
  const countries = countriesOf(subject, history.account_profile);
  const found: FoundEntry[] = [];
  const see = (entry: ListedEntry, place: SpanEvidence) => {
    const same = found.some(
      (other) => other.entry === entry && other.span.field === place.field && other.span.start === place.start,
    );
    if (same || found.length >= maxFound) return;
    found.push({ entry, span: { ...place, kind: entry.kind, value: `${entry.list}: ${entry.value}` } });
  };
  for (const view of textsOf(subject)) {
    for (const { start, end, entry } of side.find(view, countries)) see(entry, spanOf(view, start, end, entry.kind));
  }
  for (const parts of seamsOf(subject, history.conversation_before ?? [])) {
    for (const { span, score } of findAcross(parts, countries)) {
      if (score < leastLikely) continue;
      const contact = { kind: span.kind as "phone" | "email", value: span.value ?? "" };
      for (const entry of side.ofContact(contact, false)) see(entry, span);
    }
  }
  if (subject.kind === "account") ofAccount(subject, side, countries, see);
  return found;
}

/** An account gives its number and its address in fields of their own. */
function ofAccount(
  { data }: Subject,
  side: ListSide,
  countries: readonly string[],
  see: (entry: ListedEntry, span: SpanEvidence) => void,
): void {
  for (const field of ["phone", "email"] as const) {
    const text = data[field];
    if (typeof text !== "string" || text === "" || text.length > 500) continue;
    const value = field === "phone" ? phoneOf(text, countries) : text.toLowerCase().trim();
    if (value === undefined) continue;
    for (const entry of side.ofContact({ kind: field, value }, text.trim().startsWith("+"))) {
      see(entry, { type: "span", field, start: 0, end: text.length, kind: entry.kind });
    }
  }
}

/** The texts that are read as one: a subject's fields, and a sender's consecutive messages. */
function seamsOf(subject: Subject, before: readonly { id: string; from: string; text: string }[]) {
  const texts = textsOf(subject);
  const groups = [fieldParts(texts)];
  if (subject.kind === "message") groups.push(earlierParts(before, subject.owner, texts));
  return groups.filter((parts) => parts.length > 1);
}

/** Postal addresses: number, street and place, as they are written in the five languages' countries and the United States. */
import { marksTogether, wordsTogether } from "./beginnings.ts";
import type { TextView } from "./view.ts";
import { WordTable } from "./words.ts";

export interface Address {
  start: number;
  end: number;
  value: string;
  score: number;
}

const numberFirst = 1;
const numberLast = 2;
const american = 3;
const germanEnd = /(?:strasse|straße|str|gasse|platz|allee|damm|ufer|steig|chaussee)$/;
const streetEntries = [
  ..."rue avenue av bd boulevard impasse allee chemin quai cours faubourg ruelle venelle sentier esplanade"
    .split(" ")
    .map((w) => [w, numberFirst] as const),
  ..."calle c/ avda avenida paseo plaza ronda carrer camino travesia via viale corso piazza vicolo largo strada piazzale"
    .split(" ")
    .map((w) => [w, numberLast] as const),
  ..."street st road rd drive dr lane ln blvd ave court ct way place pl terrace circle cir parkway pkwy highway hwy square close crescent gardens grove"
    .split(" ")
    .map((w) => [w, american] as const),
];
const streets = new WordTable(streetEntries);
const streetBit = wordsTogether(streetEntries.map(([word]) => word));
/** French streets are also written like American ones are named: those words belong to both. */
const both = new Set(["avenue", "boulevard", "av", "bd"]);
const maxAddresses = 20;

/**
 * Addresses with a street's name and a house number. A postal code behind makes it sure; without one it scores under one half,
 * for "5 minutes from Main Street" and the address of a shop are in every second advertisement.
 */
export function addressesIn(view: TextView): Address[] {
  const { tokens, plain } = view;
  const found: Address[] = [];
  // Every address has a house number.
  if (!/[0-9]/.test(plain)) return found;
  const { at } = marksTogether(view);
  for (let t = 0; t < tokens.count && found.length < maxAddresses; t++) {
    const kind = (at[t]! & streetBit) === 0 ? 0 : streets.at(view, t);
    if (kind === 0 && !mayBeGerman(plain, tokens.start[t]!, tokens.end[t]!)) continue;
    const address =
      kind === numberFirst
        ? romance(view, t, true)
        : kind === numberLast
          ? romance(view, t, false)
          : kind === american
            ? anglo(view, t)
            : germanEnd.test(view.word(t))
              ? german(view, t)
              : undefined;
    const last = found.at(-1);
    if (address && !(last && last.end > address.start)) found.push(address);
    if (!address && kind === numberFirst && both.has(view.word(t))) {
      const other = anglo(view, t);
      if (other && !(last && last.end > other.start)) found.push(other);
    }
  }
  return found;
}

/** Whether a word may end like a German street, and a number stands behind it. */
function mayBeGerman(plain: string, start: number, end: number): boolean {
  if (end - start <= 6) return false;
  const last = plain.charCodeAt(end - 1);
  if (last !== 101 && last !== 114 && last !== 122 && last !== 109 && last !== 103) return false;
  const next = plain.charCodeAt(end) === 46 ? end + 1 : end;
  const digit = plain.charCodeAt(next + 1);
  return plain.charCodeAt(next) === 32 && digit >= 48 && digit <= 57;
}

function make(view: TextView, start: number, end: number, code: boolean): Address {
  const value = view.plain.slice(start, end).replace(/\s+/g, " ");
  return { start, end, value, score: code ? 0.85 : 0.35 };
}

/** `12 bis rue des Lilas, 75011 Paris`; `calle Mayor 5, 28013 Madrid`. */
function romance(view: TextView, t: number, first: boolean): Address | undefined {
  const { plain, tokens } = view;
  const start = tokens.start[t]!;
  const behind = plain.slice(start, start + 110);
  if (first) {
    const number = /(?:^|[\s,(:])(\d{1,4}(?: ?(?:bis|ter|quater|[a-d]))?)[ ,]{1,2}$/.exec(
      plain.slice(Math.max(0, start - 16), start),
    );
    if (!number) return undefined;
    const street =
      /^[a-z]+ (?:[a-z'-]{1,20}[ ,]{0,2}){1,6}?(?=[\n,.;!?)]|\d{5}|$)/.exec(behind) ??
      /^[a-z]+ [a-z'-]+(?: [a-z'-]+)?/.exec(behind);
    if (!street) return undefined;
    return placed(
      view,
      start -
        number[1]!.length -
        (plain.slice(0, start).length - plain.slice(0, start).trimEnd().replace(/,$/, "").length),
      start + street[0].length,
    );
  }
  const street =
    /^[a-z/]+\.? (?:[a-z'.-]{1,20} ){1,4}?(?:n ?[.°o]? ?)?,? ?\d{1,4}[a-d]?(?![\d.,]*\d| ?(?:km|m|mm|cm|euro|€|\$|%))/.exec(
      behind,
    );
  return street ? placed(view, start, start + street[0].length) : undefined;
}

/** `Hauptstraße 12, 10115 Berlin`. */
function german(view: TextView, t: number): Address | undefined {
  const end = view.tokens.end[t]!;
  const number = /^\.? \d{1,4} ?[a-f]?(?![\da-z])/.exec(view.plain.slice(end, end + 10));
  return number ? placed(view, view.tokens.start[t]!, end + number[0].length) : undefined;
}

/** `123 Main Street, Oakland CA 94601`. */
function anglo(view: TextView, t: number): Address | undefined {
  const { plain, tokens } = view;
  const street = /(?:^|[\s,(:])(\d{1,5}[a-c]? (?:[nsew]\.? )?(?:[a-z0-9'.-]{2,20} ){0,3})$/.exec(
    plain.slice(Math.max(0, tokens.start[t]! - 60), tokens.start[t]!),
  );
  if (!street) return undefined;
  return placed(view, tokens.start[t]! - street[1]!.length, tokens.end[t]!);
}

/** Adds the postal code and the place behind a street, when they are there. */
function placed(view: TextView, start: number, end: number): Address | undefined {
  if (start < 0 || end <= start) return undefined;
  const behind = view.plain.slice(end, end + 70);
  const code =
    /^[\s,.-]{0,3}(?:[a-z0-9#. -]{1,25}?[\s,]{1,2})?(?:[a-z][a-z'.-]{1,20}[\s,]{1,2}){0,3}?(?:(?:[a-z]{2}[ ,]{1,2})?\d{5}(?:-\d{4})?|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})(?!\d)(?: [a-z][a-z'-]{2,20})?/.exec(
      behind,
    );
  return make(view, start, code ? end + code[0].length : end, code !== null);
}

/** Postal addresses: number, street and place, as they are written in the five languages' countries and the United States. */
import { marksTogether, wordsTogether } from "./beginnings.ts";
import { type TextView, wordFlags } from "./view.ts";
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
  ..."rue route lotissement residence hameau passage avenue av bd boulevard impasse allee chemin quai cours faubourg ruelle venelle sentier esplanade"
    .split(" ")
    .map((w) => [w, numberFirst] as const),
  ..."calle c avda avenida paseo plaza ronda carrer camino travesia via viale corso piazza vicolo largo strada piazzale"
    .split(" ")
    .map((w) => [w, numberLast] as const),
  ..."street st road rd drive dr lane ln blvd ave court ct way place pl terrace circle cir parkway pkwy highway hwy square close crescent gardens grove"
    .split(" ")
    .map((w) => [w, american] as const),
];
const streets = new WordTable(streetEntries);
const streetBit = wordsTogether(streetEntries.map(([word]) => word));
/** French streets are also written like American ones are named: those words belong to both. */
const both = new Set(["avenue", "boulevard", "av", "bd", "place", "square", "court"]);
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
  const codes = beforePostalCodes(view);
  for (let t = 0; t < tokens.count && found.length < maxAddresses; t++) {
    const kind = (at[t]! & streetBit) === 0 ? 0 : streetKind(view, t);
    if (
      kind === 0 &&
      !(
        t + 1 < tokens.count &&
        (tokens.flags[t + 1]! & wordFlags.figure) !== 0 &&
        mayBeGerman(plain, tokens.start[t]!, tokens.end[t]!)
      )
    )
      continue;
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
    if (!address && kind !== 0 && both.has(view.word(t))) {
      const other = kind === american ? romance(view, t, true) : anglo(view, t);
      if (other && !(last && last.end > other.start)) found.push(other);
    }
  }
  for (const address of codes) {
    if (found.length < maxAddresses && !found.some((one) => one.start < address.end && address.start < one.end))
      found.push(address);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What has no word for a street, `Am Alten Markt 15, 18055 Rostock`: a name, a house number, five figures and a town. */
function beforePostalCodes(view: TextView): Address[] {
  const { plain, tokens } = view;
  const found: Address[] = [];
  for (let t = 2; t + 1 < tokens.count && found.length < maxAddresses; t++) {
    if ((tokens.flags[t]! & wordFlags.figure) === 0) continue;
    const start = tokens.start[t]!;
    // Five figures, and a letter behind a space.
    if (tokens.end[t]! - start !== 5 || plain.charCodeAt(start) > 57 || plain.charCodeAt(start - 1) > 44) continue;
    const number = tokens.start[t - 1]!;
    const behind = plain.charCodeAt(tokens.end[t]! + 1);
    if (start - tokens.end[t - 1]! > 2 || plain.charCodeAt(number) > 57 || behind < 97 || behind > 122) continue;
    const written = /(?:^|[\s,(:])((?:[a-z][a-z'.-]{1,20} ){1,4})(\d{1,3} ?[a-f]?), ?(\d{5}) ([a-z][a-z-]{2,20})/.exec(
      plain.slice(Math.max(0, number - 60), tokens.end[t]! + 24),
    );
    if (!written) continue;
    const from = Math.max(0, number - 60) + written.index + written[0].indexOf(written[1]!);
    const street = view.toOriginal(from, from + written[1]!.length);
    const town = view.toOriginal(tokens.start[t + 1]!, tokens.end[t + 1]!);
    const isName = (place: { start: number; end: number }) =>
      /\p{Lu}/u.test(view.original.slice(place.start, place.end));
    if (isName(street) && isName(town)) found.push(make(view, from, tokens.end[t + 1]!, true));
  }
  return found;
}

/** `c/ Serrano 45` */
function streetKind(view: TextView, t: number): number {
  if (view.word(t) !== "c") return streets.at(view, t);
  return view.plain[view.tokens.end[t]!] === "/" ? numberLast : 0;
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
  return { start, end, value, score: code ? 0.85 : isWhereToCome(view, start, end) ? 0.65 : 0.35 };
}

/** Said right before an address at which somebody is to be met. */
const comingCue =
  /(?:collect(?:ion)?|pick(?:ed)? ?up|pickup|yard sale|garage sale|come (?:to|by|over)|meet|i live|i m|i'm|we re|we're|address|house|located|drop (?:by|in)|stop by|retirer|recuperer|enlever|venez|venir|viens|passez|passer|passe|habite|suis|sommes|adresse|rendez-?vous|rdv|chez moi|abholung|abholen|abzuholen|abholbereit|komm|kommt|kommen|wohne|treffpunkt|treffen|adresse|anschrift|vorbei|recoger|recogida|recoge|ven|venid|pasa|pasad|estoy|vivo|direccion|quedamos|ritiro|ritirare|passa|passate|vieni|venite|abito|indirizzo|sono|trovate|ci vediamo)\b[^.!?\n]{0,30}$/;
/** What is said behind one: a floor, a door, a bell, a town after a comma or `in`. */
const doorBehind =
  /^[\s,(-]{0,3}(?:\d{1,2} ?o ?(?:\d{1,2} ?a|[a-d])\b|(?:\d{1,2} ?(?:st|nd|rd|th|er|e|eme|o|a|º)? ?)?(?:floor|etage|stock|og|piso|piano|izquierda|izq|derecha|dcha|puerta|interno|scala|citofono|flat|apt|apartment|unit|hinterhof|hinterhaus|vorderhaus|seitenfluegel|bat|batiment|appt|porte|escalera|portal|bajo)\b|(?:ring|sonnez|interphone|klingeln|bei [a-z]+ klingeln|suona))/;

/** Whether a street and a number without a postal code are where somebody is to come, rather than where a shop is or a scene is set. */
function isWhereToCome(view: TextView, start: number, end: number): boolean {
  const { plain } = view;
  if (comingCue.test(plain.slice(Math.max(0, start - 60), start))) return true;
  const behind = plain.slice(end, end + 40);
  if (doorBehind.test(behind)) return true;
  const town = /^(?:, ?| ?(?:a|in|en|bei) )([a-z]{3,20})(?=$|[\n,.;!?)])/.exec(behind);
  if (!town) return false;
  const place = view.toOriginal(end + town[0].length - town[1]!.length, end + town[0].length);
  return /^\p{Lu}\p{Ll}/u.test(view.original.slice(place.start, place.end));
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
    /^[a-z/]+\.? (?:[a-z'.-]{1,20} ){0,3}?(?!(?:a|di|da|de|con|per|in|su|por|en|y|e|o|x|del|della)[ ,])[a-z'.-]{1,20}(?:,? )(?:n ?[.°o]? ?)?,? ?\d{1,4}[a-d]?(?![\d.,]*\d| ?(?:km|m|mm|cm|euro|€|\$|%))/.exec(
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
  const street = /(?:^|[\s,(:])(\d{1,5}[a-c]? (?:[nsew]\.? )?(?:[a-z0-9'.-]{2,20} ){1,3})$/.exec(
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

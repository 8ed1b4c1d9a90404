/** Finds identifying numbers in a text: joins the groups in which they are written, and weighs what the number itself and the words around it say. */
import { type IdentifierKind, type IdentifierShape, identify, longestIdentifier } from "./identifiers.ts";
import { type TextView, wordFlags } from "./view.ts";

export interface Identifier {
  /** Place in `plain`. */
  start: number;
  end: number;
  kind: IdentifierKind;
  /** Country and name of the number: `FR nir`. */
  name: string;
  /** Without spaces and signs, upper case. */
  value: string;
  score: number;
}

const maxGroups = 9;
const maxCandidates = 800;
/** Fewest digits in an identifier, and fewest characters. */
const minDigits = 4;
const minLength = 7;

/** All identifying numbers of a view, not overlapping, likeliest first settled. Linear. */
export function identifiersIn(view: TextView): Identifier[] {
  const found: Identifier[] = [];
  let candidates = 0;
  const { count, start, end } = view.tokens;
  for (let t = 0; t < count && candidates < maxCandidates; t++) {
    if (!mayBelong(view, t)) continue;
    let compact = "";
    let digits = 0;
    // Behind a country and two figures, any group of four may belong to an account number.
    const account = /^[a-z]{2}\d{2}$/.test(view.word(t));
    for (let to = t; to < count && to - t < maxGroups; to++) {
      if (to > t && (!joined(view, to) || !(mayBelong(view, to) || (account && end[to]! - start[to]! <= 4)))) break;
      if (end[to]! - start[t]! > longestIdentifier * 2) break;
      const word = view.word(to);
      compact += word;
      for (let i = 0; i < word.length; i++) if (isDigit(word.charCodeAt(i))) digits += 1;
      if (compact.length > longestIdentifier) break;
      if (digits < minDigits || compact.length < minLength) continue;
      // Figures alone are of nine at least; shorter ones are years, prices and measures.
      if (digits === compact.length && digits < 9) continue;
      candidates += 1;
      const best = judge(view, t, to, compact.toUpperCase());
      if (best) found.push(best);
    }
  }
  found.sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start));
  const kept: Identifier[] = [];
  for (const one of found) if (!kept.some((k) => k.start < one.end && one.start < k.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A word with a digit, or a short one of letters beside one. */
function mayBelong(view: TextView, t: number): boolean {
  const { start, end, flags, count } = view.tokens;
  const { plain } = view;
  const near = flags[t]! | (t > 0 ? flags[t - 1]! : 0) | (t + 1 < count ? flags[t + 1]! : 0);
  if ((near & wordFlags.figure) === 0) return false;
  if (isDigit(plain.charCodeAt(start[t]!)) || isDigit(plain.charCodeAt(end[t]! - 1))) return true;
  if ((flags[t]! & wordFlags.odd) !== 0 && /[0-9]/.test(view.word(t))) return true;
  if (end[t]! - start[t]! > 4) return false;
  return (
    (t + 1 < count && start[t + 1]! - end[t]! <= 2 && isDigit(plain.charCodeAt(start[t + 1]!))) ||
    (t > 0 && start[t]! - end[t - 1]! <= 1 && isDigit(plain.charCodeAt(end[t - 1]! - 1)))
  );
}

/** Groups of one number stand apart by one sign: a space, a hyphen, a full stop, a slash. */
function joined(view: TextView, t: number): boolean {
  const { start, end } = view.tokens;
  const gap = start[t]! - end[t - 1]!;
  if (gap === 1) return " -./\u00a0".includes(view.plain[end[t - 1]!]!);
  return gap <= 3 && /^ ?[-–] ?$/.test(view.plain.slice(end[t - 1]!, start[t]!));
}

function judge(view: TextView, from: number, to: number, compact: string): Identifier | undefined {
  const shapes = identify(compact);
  if (shapes.length === 0) return undefined;
  const start = view.tokens.start[from]!;
  const end = view.tokens.end[to]!;
  const { plain } = view;
  const around = `${plain.slice(Math.max(0, start - 60), start)} \n ${plain.slice(end, end + 40)}`;
  const alone = plain.trim().length - (end - start) <= 3;
  let best: { shape: IdentifierShape; logit: number } | undefined;
  for (const shape of shapes) {
    let logit = shape.odds + written(plain, start, end, from === to, shape);
    if (alone) logit += 4;
    const words = shape.words.exec(around);
    if (words) logit += shape.valid ? 4.5 : 4;
    // "not a valid …", "isn't a …": the text itself says what it is not.
    if (words && /\b(?:not a|isn t a|isn't a|no es un|kein)\b/.test(plain.slice(Math.max(0, start - 60), start)))
      logit -= 6;
    if (!best || logit > best.logit) best = { shape, logit };
  }
  if (!best || best.logit < -4) return undefined;
  const { shape, logit } = best;
  return { start, end, kind: shape.kind, name: shape.name, value: compact, score: 1 / (1 + Math.exp(-logit)) };
}

/** Log odds from how it is written: glued to other things, priced, or grouped in a way that its kind is not. */
function written(plain: string, start: number, end: number, whole: boolean, shape: IdentifierShape): number {
  const before = plain.slice(Math.max(0, start - 2), start);
  const after = plain.slice(end, end + 2);
  let logit = 0;
  if (/[$€£#/=@_&?%-]$/.test(before) || /^[$€£/=@_&%-]\w?/.test(after)) logit -= 3;
  if (/\d[.,:]$/.test(before) || /^[.,:]\d/.test(after)) logit -= 3;
  if (/\d[ -]$/.test(before)) logit -= shape.kind === "card" ? 4 : 1.5;
  if (/^[ -]\d/.test(after)) logit -= 1.5;
  const text = plain.slice(start, end);
  if (text.includes("\n")) logit -= 4;
  if (
    /\b(?:item|model|part|sku|dpci|upc|serial|order|tracking|article|modele|modell|commande|suivi)\b[^\n]{0,25}$/.test(
      plain.slice(Math.max(0, start - 40), start),
    )
  )
    logit -= 3;
  if (shape.name === "US ssn") logit += /^\d{3}([- .])\d\d\1\d{4}$/.test(text) ? 4 : whole ? -2 : -2.5;
  else if (shape.name === "card")
    logit += /^\d{4}([ -])\d{4}\1\d{4}\1\d{4}$|^\d{4}[ -]\d{6}[ -]\d{5}$/.test(text) ? 2.2 : whole ? 0 : -3;
  else if (shape.name === "DE stnr") logit += /^\d{2,3}\/\d{3,4}\/\d{4,5}$/.test(text) ? 2.5 : whole ? 0 : -3;
  else if (!whole && (shape.name === "IN pan" || (shape.name === "ES nif" && !/\d-[a-z]$/.test(text)))) logit -= 3;
  else if (!whole && !/^\w+(?:([ ./-])\w+)(?:\1\w+)*$/.test(text)) logit -= 1;
  return logit;
}

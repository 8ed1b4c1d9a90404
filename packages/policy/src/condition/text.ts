/** What functions do with texts. Indices count Unicode characters (code points), as CEL defines; texts are bounded by the caller. */
import { limits } from "./limits.ts";
import { type Evaluation, Failure, outOfSteps, spend, tooLong, type Value } from "./value.ts";

const outside = new Failure("an index lies outside the text");
const noNumber = new Failure("the text is no number");
const noBool = new Failure("the text is neither true nor false");
const notTexts = new Failure("the list holds something else than texts");

export function codePointLength(s: string): number {
  let n = s.length;
  for (let i = 0; i < s.length - 1; i++) {
    if (isHigh(s.charCodeAt(i)) && isLow(s.charCodeAt(i + 1))) {
      n--;
      i++;
    }
  }
  return n;
}
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Code-unit offset of a character's index; `undefined` outside 0 to the length. */
function offsetOf(s: string, index: number): number | undefined {
  if (!Number.isInteger(index) || index < 0 || index > s.length) return undefined;
  let offset = 0;
  for (let n = 0; n < index; n++) {
    if (offset >= s.length) return undefined;
    offset += isHigh(s.charCodeAt(offset)) && isLow(s.charCodeAt(offset + 1)) ? 2 : 1;
  }
  return offset;
}

export function charAt(s: string, index: number): Value {
  const offset = offsetOf(s, index);
  if (offset === undefined) return outside;
  return offset === s.length ? "" : String.fromCodePoint(s.codePointAt(offset)!);
}

export function substring(s: string, from: number, to?: number): Value {
  const start = offsetOf(s, from);
  const end = to === undefined ? s.length : offsetOf(s, to);
  return start === undefined || end === undefined || start > end ? outside : s.slice(start, end);
}

export function indexIn(s: string, part: string, from: number): Value {
  const start = offsetOf(s, from);
  if (start === undefined) return outside;
  const found = s.indexOf(part, start);
  return found < 0 ? -1 : codePointLength(s.slice(0, found));
}

export function lastIndexIn(s: string, part: string, to?: number): Value {
  const end = to === undefined ? s.length : offsetOf(s, to);
  if (end === undefined) return outside;
  const found = s.lastIndexOf(part, end);
  return found < 0 ? -1 : codePointLength(s.slice(0, found));
}

export function replace(s: string, from: string, to: string, most: number): Value {
  if (most === 0) return s;
  let result = "";
  let at = 0;
  for (let n = 0; n !== most; n++) {
    const found = s.indexOf(from, at + (from === "" && n > 0 ? 1 : 0));
    if (found < 0 || (from === "" && found >= s.length && n > 0 && at >= s.length)) break;
    result += s.slice(at, found) + to;
    if (result.length > limits.textLength) return tooLong;
    at = found + from.length;
  }
  result += s.slice(at);
  return result.length > limits.textLength ? tooLong : result;
}

export function split(s: string, by: string, most: number): Value {
  if (most === 0) return [];
  const parts: string[] = [];
  if (by === "") {
    for (const character of s) if (parts.push(character) > limits.listLength) return tooLong;
    if (most < 0 || parts.length <= most) return parts;
    return [...parts.slice(0, most - 1), parts.slice(most - 1).join("")];
  }
  let at = 0;
  while (most < 0 || parts.length < most - 1) {
    const found = s.indexOf(by, at);
    if (found < 0) break;
    if (parts.push(s.slice(at, found)) > limits.listLength) return tooLong;
    at = found + by.length;
  }
  parts.push(s.slice(at));
  return parts;
}

export function join(e: Evaluation, list: readonly Value[], separator: string): Value {
  if (!spend(e, list.length << 2)) return outOfSteps;
  let length = 0;
  for (const part of list) {
    if (typeof part !== "string") return notTexts;
    length += part.length + separator.length;
    if (length > limits.textLength) return tooLong;
  }
  return spend(e, length) ? list.join(separator) : outOfSteps;
}

// Unicode's White_Space, which differs from what JavaScript trims by U+0085 and U+FEFF.
const spaces = new Set(
  "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
);
export function trim(s: string): string {
  let from = 0;
  let to = s.length;
  while (from < to && spaces.has(s[from]!)) from++;
  while (to > from && spaces.has(s[to - 1]!)) to--;
  return s.slice(from, to);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what it looks for
const ascii = /^[\u0000-\u007f]*$/;
export const lowerAscii = (s: string) =>
  ascii.test(s) ? s.toLowerCase() : s.replace(/[A-Z]+/g, (upper) => upper.toLowerCase());
export const upperAscii = (s: string) =>
  ascii.test(s) ? s.toUpperCase() : s.replace(/[a-z]+/g, (lower) => lower.toUpperCase());

export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0" : String(value);
  return value > 0 ? "+Inf" : "-Inf";
}

export function parseNumber(text: string): Value {
  if (text.length > 100) return noNumber;
  const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text);
  if (plain) return Number(text);
  const named = text.match(/^([+-]?)(inf|infinity|nan)$/i);
  if (!named) return noNumber;
  if (named[2]!.toLowerCase() === "nan") return Number.NaN;
  return named[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

const truths = new Set(["true", "True", "TRUE", "t", "1"]);
const untruths = new Set(["false", "False", "FALSE", "f", "0"]);
export const parseBool = (text: string): Value => (truths.has(text) ? true : untruths.has(text) ? false : noBool);

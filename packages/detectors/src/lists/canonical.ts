/** The form in which an entry of a list is kept and compared. */
import { type ListKind, maxListValue } from "@assay/contract";
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { RE2JS } from "re2js";
import { contactsOf, viewOf } from "../text/index.ts";

/** What a value becomes, or why it cannot be read as its kind. */
export type Canonical = { value: string } | { problem: string };

/**
 * @param kind what the value is
 * @param country ISO code that national telephone numbers are of; without it the numbering plans are tried, France's first
 */
export function canonicalEntry(kind: ListKind, written: string, country?: string): Canonical {
  const value = written.trim();
  if (value === "") return { problem: "it is empty" };
  if (value.length > maxListValue) return { problem: `it is longer than ${maxListValue} characters` };
  if (value.includes("\0")) return { problem: "it holds a NUL" };
  switch (kind) {
    case "value":
      return { value };
    case "phrase":
      return viewOf("", value).plain.trim() === "" ? { problem: "it holds nothing that can be read" } : { value };
    case "pattern":
      return pattern(value);
    case "domain":
      return domain(value);
    case "phone": {
      const phone = phoneOf(value, country ? [country] : []);
      return phone === undefined ? { problem: "it is not a telephone number" } : { value: phone };
    }
    case "email": {
      const found = contactsOf(viewOf("", value)).emails[0]?.value ?? value.toLowerCase();
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(found)
        ? { value: mailbox(found) }
        : { problem: "it is not a mail address" };
    }
    case "handle": {
      const name = value
        .toLowerCase()
        .replace(/^https?:\/\/(?:www\.)?([a-z]+)\.[a-z]+\/@?/, "$1:")
        .replace(/(^|:)@/, "$1")
        .replace(/\/$/, "");
      return /^(?:[a-z]+:)?[^\s:@]{2,}$/.test(name) ? { value: name } : { problem: "it is not a name on a platform" };
    }
  }
}

/** E.164 of a text that is one telephone number, disguised or not; undefined where it is none. */
export function phoneOf(text: string, countries: readonly string[]): string | undefined {
  const [home] = countries;
  const country = home !== undefined && isSupportedCountry(home) ? (home as CountryCode) : undefined;
  const parsed = text.length < 60 ? parsePhoneNumberFromString(text, country) : undefined;
  if (parsed?.isPossible()) return parsed.number;
  return contactsOf(viewOf("", text), countries).all.find(({ kind }) => kind === "phone")?.value;
}

/** A national significant number, as it is the same under every guess of the country; undefined where it is too short to say much. */
export function nationalPart(e164: string): string | undefined {
  const national = e164.startsWith("+") ? parsePhoneNumberFromString(e164)?.nationalNumber : e164.replace(/^0/, "");
  return national !== undefined && national.length >= 8 ? national : undefined;
}

/** Addresses that reach one mailbox are one: without `+tag`, and without the full stops that Gmail passes over. */
export function mailbox(address: string): string {
  const at = address.lastIndexOf("@");
  const host = address
    .slice(at + 1)
    .toLowerCase()
    .replace(/^googlemail\.com$/, "gmail.com");
  const name = address.slice(0, at).toLowerCase().replace(/\+.*$/, "");
  return `${host === "gmail.com" ? name.replaceAll(".", "") : name}@${host}`;
}

function domain(value: string): Canonical {
  const host = value
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^[^@/]*@/, "")
    .replace(/[/?#:].*$/s, "")
    .replace(/^(?:\*\.|www\.)/, "")
    .replace(/\.$/, "");
  const ascii = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(ascii) ? { value: ascii } : { problem: "it is not a domain" };
}

/** Patterns are matched on normalised text: accents and look-alikes in them are folded as there, everything else stays. */
export function foldedPattern(source: string): string {
  return source.replace(/[^\p{ASCII}]/gu, (character) => viewOf("", character).plain);
}

function pattern(value: string): Canonical {
  try {
    const compiled = RE2JS.compile(foldedPattern(value), RE2JS.CASE_INSENSITIVE);
    if (compiled.matcher("").find()) return { problem: "it matches everything: it matches the empty text" };
    return { value };
  } catch (error) {
    return { problem: `it is not a regular expression (RE2): ${(error as Error).message}`.slice(0, 200) };
  }
}

/**
 * What ties accounts to each other: values that two of them would hardly share by chance, in one normal form each, and how much a
 * shared one says.
 */
import type { Client, Subject } from "@assay/contract";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { sketchOf } from "../text/sketch.ts";

/** Log odds that two accounts are of one person or gang when they alone share such a value. */
export const strengths = {
  /** A person at the desk joined them. */
  person: 8,
  email: 5,
  payout: 4.6,
  phone: 4.2,
  device: 3,
  address: 1.6,
  text: 1.6,
  picture: 1.4,
  email_pattern: 1.2,
  ip: 0.8,
} as const satisfies Record<string, number>;
export type IdentifierKind = Exclude<keyof typeof strengths, "person">;
export const identifierKinds = Object.keys(strengths).filter((kind) => kind !== "person") as IdentifierKind[];

export interface AccountIdentifier {
  kind: IdentifierKind;
  value: string;
}

/** Log odds of two accounts that share nothing. */
const prior = -3.6;
/** From this likelihood on, two accounts are linked. */
export const linkedFrom = 0.5;

/**
 * How likely two accounts are of one person or gang. What many share says less: a value's strength falls by a tenth with each doubling of
 * the number of other accounts that have it. A kind counts once, by its rarest value.
 * @param shared kind, and how many other accounts have the value
 * @returns 0 to 1
 */
export function togetherness(shared: readonly { kind: string; n: number }[]): number {
  const best = new Map<string, number>();
  for (const { kind, n } of shared) {
    const strength = (strengths as Readonly<Record<string, number>>)[kind] ?? 0;
    best.set(kind, Math.max(best.get(kind) ?? 0, strength * Math.max(0, 1 - Math.log2(Math.max(1, n)) / 10)));
  }
  let logit = prior;
  for (const strength of best.values()) logit += strength;
  return 1 / (1 + Math.exp(-logit));
}

/** Most that one event gives. */
const most = 24;
const longest = 200;

/** @param pictures content hashes or addresses of the subject's pictures */
export function accountIdentifiers(
  subject: Subject,
  client: Client | undefined,
  pictures: readonly string[],
): AccountIdentifier[] {
  const found = new Map<string, AccountIdentifier>();
  const add = (kind: IdentifierKind, value: string | undefined) => {
    if (value === undefined || value === "" || found.size >= most) return;
    found.set(`${kind} ${value}`, { kind, value });
  };
  const { data } = subject;
  if (typeof client?.device === "string") add("device", normalIdentifier("device", client.device));
  if (typeof client?.ip === "string") add("ip", normalIdentifier("ip", client.ip));
  if (subject.kind === "account") {
    add("phone", normalIdentifier("phone", data.phone, data.country));
    add("email", normalIdentifier("email", data.email));
    add("email_pattern", normalIdentifier("email_pattern", data.email));
    add("address", normalIdentifier("address", data.address));
  }
  if (subject.kind === "payout_method") add("payout", normalIdentifier("payout", data.fingerprint ?? data.iban));
  if (subject.kind === "account" || subject.kind === "listing") {
    for (const picture of pictures.slice(0, 12)) add("picture", clean(picture));
    add("text", normalIdentifier("text", data.description));
  }
  return [...found.values()];
}

/**
 * A value as it is compared: `+33 6 12…` and `06 12…` are one phone in France.
 * @param country ISO 3166 code that a national number is of
 * @returns undefined where it says nothing
 */
export function normalIdentifier(kind: IdentifierKind, value: unknown, country?: unknown): string | undefined {
  if (kind === "address") return addressKey(value);
  if (typeof value !== "string") return undefined;
  switch (kind) {
    case "phone":
      return phoneKey(value.slice(0, 60), country);
    case "email":
      return emailKey(value)?.join("@");
    case "email_pattern": {
      const [local, host] = emailKey(value) ?? [];
      // anna.k1@…, anna.k2@…: one stem with other figures.
      const stem = local?.replace(/\d+/g, "#");
      return stem?.includes("#") && /[a-z].*[a-z].*[a-z].*[a-z]/.test(stem) ? `${stem}@${host}` : undefined;
    }
    case "payout":
      return clean(value.replace(/\s/g, "").toUpperCase());
    case "text":
      // A sketch is stored rather than a text; what was sketched already (eight parts) stays.
      if (/^[0-9a-f]{32}$/.test(value)) return value;
      return value.length < 80 ? undefined : sketchOf(value);
    default:
      return clean(value);
  }
}

/** Text that any store can hold, cut at 200 UTF-16 units. */
function clean(value: string): string {
  return value.trim().slice(0, longest).toWellFormed().replaceAll("\0", "\ufffd");
}

function phoneKey(value: string, country: unknown): string | undefined {
  const home = typeof country === "string" && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : undefined;
  const parsed = parsePhoneNumberFromString(value, home as "FR" | undefined);
  if (parsed?.isPossible()) return parsed.number;
  const digits = value.replace(/\D/g, "");
  return digits.length >= 8 ? digits : undefined;
}

/** Mail to these ignores dots in the local part. */
const dotless: ReadonlySet<string> = new Set(["gmail.com", "googlemail.com"]);

function emailKey(value: string): [local: string, host: string] | undefined {
  const at = value.lastIndexOf("@");
  if (at < 1 || value.length > longest) return undefined;
  const host = clean(value.slice(at + 1).toLowerCase());
  let local = clean(value.slice(0, at).toLowerCase()).replace(/\+.*$/, "");
  if (dotless.has(host)) local = local.replaceAll(".", "");
  return local === "" || host === "" ? undefined : [local, dotless.has(host) ? "gmail.com" : host];
}

function addressKey(value: unknown): string | undefined {
  const parts = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : { street: value };
  const text = [parts.street, parts.postal_code, parts.city]
    .filter((part): part is string => typeof part === "string")
    .join(" ")
    .slice(0, longest);
  const key = clean(text)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  // A town alone is no address.
  return /\d/.test(key) && key.length >= 8 ? key : undefined;
}

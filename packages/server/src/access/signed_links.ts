/** Links that open one thing without a log-in: signed with the marketplace's key, for one purpose, until they lapse. */
import { createHmac, timingSafeEqual } from "node:crypto";

export const linkPurposes = ["decision", "report"] as const;
/** `decision`: the statement of a decision, and its appeal. `report`: what became of a report, and the complaint. */
export type LinkPurpose = (typeof linkPurposes)[number];

export interface LinkTarget {
  purpose: LinkPurpose;
  marketplace: string;
  /** Of the decision or the report. */
  id: string;
  /** ms since 1970. */
  expires: number;
}

/** Bytes of the signature that stand in the link: 192 bits of HMAC-SHA-256. */
const macLength = 24;
/** Longest token that is looked at, in characters. */
const maxToken = 1200;

/** `payload.signature`, both base64url: safe in a path. */
export function signLink(key: string, target: LinkTarget): string {
  const payload = Buffer.from(JSON.stringify([target.purpose, target.marketplace, target.id, target.expires]));
  const encoded = payload.toString("base64url");
  return `${encoded}.${mac(key, encoded).toString("base64url")}`;
}

/** What a token says it opens, not yet believed: its marketplace's key has to be found first. */
export function readLink(token: string): LinkTarget | undefined {
  if (token.length > maxToken) return undefined;
  try {
    const [purpose, marketplace, id, expires, ...more] = JSON.parse(
      Buffer.from(token.split(".", 1)[0]!, "base64url").toString(),
    ) as unknown[];
    if (more.length > 0 || !linkPurposes.some((known) => known === purpose)) return undefined;
    if (typeof marketplace !== "string" || typeof id !== "string" || typeof expires !== "number") return undefined;
    return { purpose: purpose as LinkPurpose, marketplace, id, expires };
  } catch {
    return undefined;
  }
}

/** Whether the token was signed with this key. Takes the same time wherever it differs. */
export function isSigned(key: string, token: string): boolean {
  const at = token.indexOf(".");
  const given = Buffer.from(token.slice(at + 1), "base64url");
  // Read back, so that one signature has one spelling.
  if (at < 0 || given.length !== macLength || given.toString("base64url") !== token.slice(at + 1)) return false;
  return timingSafeEqual(given, mac(key, token.slice(0, at)));
}

/** A keyed digest under the same key, for names that must not be guessed back: 16 hex digits. */
export const keyedName = (key: string, value: string): string =>
  createHmac("sha256", key).update(`name\0${value}`).digest("hex").slice(0, 16);

const mac = (key: string, encoded: string) =>
  createHmac("sha256", key).update(`link\0${encoded}`).digest().subarray(0, macLength);

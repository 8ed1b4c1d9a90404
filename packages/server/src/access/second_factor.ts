/** The second factor: codes of an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 s), and codes for who lost the device. */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { secretHash } from "./secrets.ts";

/** Steps of 30 s before and after the present one that are taken, for clocks that go wrong. */
const tolerance = 1;
const recoveryCount = 10;

/** A new secret: 160 bits in base32, as RFC 4226 asks. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads, as a picture or by hand. */
export const totpUri = (secret: string, account: string): string =>
  new TOTP({ issuer: "Assay", label: account, secret: Secret.fromBase32(secret) }).toString();

/**
 * The step (30 s since 1970) that a code belongs to.
 * @param now ms since 1970
 * @returns nothing when it is not a code of this secret around now
 */
export function totpStep(secret: string, code: string, now: number): number | undefined {
  const digits = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = new TOTP({ secret: Secret.fromBase32(secret) }).validate({
    token: digits,
    timestamp: now,
    window: tolerance,
  });
  return delta === null ? undefined : Math.floor(now / 30_000) + delta;
}

/** Codes that work once each, 50 random bits in groups that can be copied by hand. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCount }, () => {
    const letters = new Secret({ buffer: new Uint8Array(randomBytes(7)).buffer }).base32.slice(0, 10).toLowerCase();
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });

/** As recovery codes are stored: they are random, so a slow hash would add nothing. */
export const recoveryHash = (code: string): string => secretHash(code.toLowerCase().replaceAll(/[\s-]/g, ""));

/** Whether a text is one of the stored recovery codes; its hash. */
export function recoveryMatch(hashes: readonly string[], code: string): string | undefined {
  const given = Buffer.from(recoveryHash(code));
  return hashes.find((hash) => hash.length === given.length && timingSafeEqual(Buffer.from(hash), given));
}

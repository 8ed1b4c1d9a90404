/** Bearer secrets: shown once, stored as SHA-256 (they are random, so a slow hash would add nothing). */
import { createHash, randomBytes } from "node:crypto";

export const apiKeyPrefix = "ask_";

/** 256 random bits in base64url, after a prefix that secret scanners can look for. */
export function newSecret(prefix: string): string {
  return prefix + randomBytes(32).toString("base64url");
}

export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

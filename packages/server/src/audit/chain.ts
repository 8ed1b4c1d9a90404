/** The chain of the audit log: each entry's hash covers the entry and the hash before it. */
import { createHash } from "node:crypto";

export interface AuditEntry {
  /** Who did it: a user's or key's id, or `system`. */
  actor: string;
  /** What was done: `case.resolved`, `user.invited`. */
  what: string;
  /** What it was done to: an id. */
  subject?: string;
  /** JSON; no personal data of users. */
  details?: Record<string, unknown>;
}

export interface AuditLink extends Required<AuditEntry> {
  seq: number;
  /** RFC 3339 in UTC with milliseconds. */
  at: string;
  previous_hash: string;
}

export interface AuditHead {
  marketplace: string;
  /** Number of the newest entry when it was signed; at least 1. */
  seq: number;
  /** That entry's hash. */
  hash: string;
  /** RFC 3339 in UTC with milliseconds. */
  at: string;
  /** First 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  key_id: string;
}

export interface SignedHead extends AuditHead {
  /** Base64. */
  signature: string;
}

/** What stands before the first entry. */
export const genesis = "0".repeat(64);

/** SHA-256 over the previous hash and the entry's canonical JSON. */
export function linkHash(link: AuditLink): string {
  const { previous_hash, ...entry } = link;
  return createHash("sha256").update(previous_hash).update(canonicalJson(entry)).digest("hex");
}

/** JSON with sorted keys and no white space. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, child) =>
    typeof child === "object" && child !== null && !Array.isArray(child)
      ? Object.fromEntries(Object.entries(child).sort(([a], [b]) => (a < b ? -1 : 1)))
      : child,
  );
}

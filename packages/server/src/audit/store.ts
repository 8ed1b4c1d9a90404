import type { Querier } from "../db/index.ts";
import { type AuditEntry, type AuditLink, genesis, linkHash, type SignedHead } from "./chain.ts";

export interface StoredLink extends AuditLink {
  hash: string;
}

/**
 * Appends one entry within the caller's transaction, so that what was done and its record are there together or not at all.
 * Appends of one marketplace take turns until their transactions end: call it last.
 */
export async function appendAudit(tx: Querier, marketplace: string, entry: AuditEntry): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('audit ' || $1, 0))", [marketplace]);
  const last = await lastLink(tx, marketplace);
  const link: AuditLink = {
    actor: entry.actor,
    what: entry.what,
    subject: entry.subject ?? "",
    // As it will be read back: what JSON cannot hold is dropped now.
    details: JSON.parse(JSON.stringify(entry.details ?? {})) as Record<string, unknown>,
    seq: (last?.seq ?? 0) + 1,
    at: new Date().toISOString(),
    previous_hash: last?.hash ?? genesis,
  };
  await tx.query(
    `insert into audit_log (marketplace, seq, at, actor, what, subject, details, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      marketplace,
      link.seq,
      link.at,
      link.actor,
      link.what,
      link.subject,
      JSON.stringify(link.details),
      link.previous_hash,
      linkHash(link),
    ],
  );
}

/** Entries after a number, oldest first. */
export async function readAudit(q: Querier, marketplace: string, after: number, limit: number): Promise<StoredLink[]> {
  const rows = await q.query<Omit<StoredLink, "at"> & { at: Date }>(
    `select seq, at, actor, what, subject, details, previous_hash, hash from audit_log
     where marketplace = $1 and seq > $2 order by seq limit $3`,
    [marketplace, after, limit],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Number and hash of the newest entry. */
export async function lastLink(q: Querier, marketplace: string): Promise<{ seq: number; hash: string } | undefined> {
  const [last] = await q.query<{ seq: number; hash: string }>(
    "select seq, hash from audit_log where marketplace = $1 order by seq desc limit 1",
    [marketplace],
  );
  return last;
}

export async function insertHead(
  q: Querier,
  { marketplace, seq, hash, at, key_id, signature }: SignedHead,
): Promise<void> {
  await q.query(
    `insert into audit_heads (marketplace, seq, hash, at, key_id, signature) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [marketplace, seq, hash, at, key_id, signature],
  );
}

/** The newest head that one key signed. */
export async function lastHead(q: Querier, marketplace: string, keyId: string): Promise<{ seq: number } | undefined> {
  const [last] = await q.query<{ seq: number }>(
    "select seq from audit_heads where marketplace = $1 and key_id = $2 order by seq desc limit 1",
    [marketplace, keyId],
  );
  return last;
}

/** Heads after a number, oldest first. */
export async function readHeads(q: Querier, marketplace: string, after: number, limit: number): Promise<SignedHead[]> {
  const rows = await q.query<Omit<SignedHead, "at"> & { at: Date }>(
    `select marketplace, seq, hash, at, key_id, signature from audit_heads
     where marketplace = $1 and seq > $2 order by seq limit $3`,
    [marketplace, after, limit],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Who did something first, such as making a key. */
export async function firstActor(
  q: Querier,
  marketplace: string,
  what: string,
  subject: string,
): Promise<string | undefined> {
  const [row] = await q.query<{ actor: string }>(
    "select actor from audit_log where marketplace = $1 and what = $2 and subject = $3 order by seq limit 1",
    [marketplace, what, subject],
  );
  return row?.actor;
}

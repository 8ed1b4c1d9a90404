import type { Querier } from "../db/index.ts";
import { type AuditEntry, type AuditLink, genesis, linkHash } from "./chain.ts";

export interface StoredLink extends AuditLink {
  hash: string;
}

/**
 * Appends one entry within the caller's transaction, so that what was done and its record are there together or not at all.
 * Appends of one marketplace take turns until their transactions end: call it last.
 */
export async function appendAudit(tx: Querier, marketplace: string, entry: AuditEntry): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('audit ' || $1, 0))", [marketplace]);
  const [last] = await tx.query<{ seq: number; hash: string }>(
    "select seq, hash from audit_log where marketplace = $1 order by seq desc limit 1",
    [marketplace],
  );
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

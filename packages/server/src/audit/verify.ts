import type { Database } from "../db/index.ts";
import { genesis, linkHash } from "./chain.ts";
import { readAudit } from "./store.ts";

interface AuditVerdict {
  /** Entries that hold, from the first on. */
  entries: number;
  /** Hash of the last entry that holds; compare it with one kept elsewhere to know that no tail was cut. */
  head: string;
  /** The first entry that does not hold. */
  broken?: { seq: number; why: "missing" | "changed" | "not_linked" };
}

const batch = 1000;

/** Walks a marketplace's whole chain and stops at the first link that does not hold. */
export async function verifyAudit(db: Database, marketplace: string): Promise<AuditVerdict> {
  const q = db.for(marketplace);
  let head = genesis;
  let entries = 0;
  for (;;) {
    const links = await readAudit(q, marketplace, entries, batch);
    for (const { hash, ...link } of links) {
      const seq = entries + 1;
      if (link.seq !== seq) return { entries, head, broken: { seq, why: "missing" } };
      if (link.previous_hash !== head) return { entries, head, broken: { seq, why: "not_linked" } };
      if (linkHash(link) !== hash) return { entries, head, broken: { seq, why: "changed" } };
      head = hash;
      entries = seq;
    }
    if (links.length < batch) return { entries, head };
  }
}

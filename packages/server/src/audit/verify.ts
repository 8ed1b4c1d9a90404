import { type AuditLink, genesis, linkHash, type SignedHead } from "./chain.ts";
import { isSignedBy } from "./heads.ts";
import type { StoredLink } from "./store.ts";

/** Why an entry does not hold: it, or one before it, is not there; it is not as it was; it follows another than it says; a signed head says otherwise. */
export const auditFaults = ["missing", "changed", "not_linked", "not_as_signed", "head_not_signed"] as const;

export interface AuditVerdict {
  /** Entries that hold, from the first on. */
  entries: number;
  /** Hash of the last entry that holds. */
  head: string;
  /** Signed heads that the chain was compared with. */
  heads: number;
  /** The first entry that does not hold. */
  broken?: { seq: number; why: (typeof auditFaults)[number] };
}

/**
 * Walks a whole chain and stops at the first entry that does not hold.
 * @param read entries after a number, oldest first
 * @param heads signed heads of this chain, from where nobody could change them; a chain that ends before one was cut
 * @param batch entries read at once
 * @param publicKeys PEM (SPKI) of those whose heads count; a head that none of them signed is a fault of its own
 */
export async function verifyChain(
  read: (after: number, limit: number) => Promise<StoredLink[]>,
  heads: readonly SignedHead[],
  publicKeys: readonly string[],
  batch = 1000,
): Promise<AuditVerdict> {
  const counted = { heads: heads.length };
  const forged = heads.find((head) => !publicKeys.some((key) => isSignedBy(head, key)));
  if (forged) return { entries: 0, head: genesis, ...counted, broken: { seq: forged.seq, why: "head_not_signed" } };
  const signed = new Map<number, Set<string>>();
  for (const { seq, hash } of heads) signed.set(seq, (signed.get(seq) ?? new Set()).add(hash));
  const last = Math.max(0, ...signed.keys());
  let head = genesis;
  let entries = 0;
  for (;;) {
    const links = await read(entries, batch);
    for (const link of links) {
      const seq = entries + 1;
      const why = faultOf(link, seq, head) ?? (isOtherThan(signed.get(seq), link.hash) ? "not_as_signed" : undefined);
      if (why) return { entries, head, ...counted, broken: { seq, why } };
      head = link.hash;
      entries = seq;
    }
    if (links.length < batch) break;
  }
  if (entries < last) return { entries, head, ...counted, broken: { seq: entries + 1, why: "missing" } };
  return { entries, head, ...counted };
}

function faultOf(
  { hash, ...link }: StoredLink,
  seq: number,
  previous: string,
): "missing" | "changed" | "not_linked" | undefined {
  if (link.seq !== seq) return "missing";
  if (link.previous_hash !== previous) return "not_linked";
  return linkHash(link satisfies AuditLink) === hash ? undefined : "changed";
}

const isOtherThan = (signed: ReadonlySet<string> | undefined, hash: string) =>
  signed !== undefined && (signed.size > 1 || !signed.has(hash));

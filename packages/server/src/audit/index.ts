export { canonicalJson, type SignedHead } from "./chain.ts";
export { AuditSigner } from "./heads.ts";
export { appendAudit, firstActor, readAudit, readHeads, type StoredLink } from "./store.ts";
export { type AuditVerdict, auditFaults, verifyChain } from "./verify.ts";

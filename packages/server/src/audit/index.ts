export type { AuditEntry } from "./chain.ts";
export { appendAudit, readAudit } from "./store.ts";
export { type AuditVerdict, verifyAudit } from "./verify.ts";

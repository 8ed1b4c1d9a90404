export { canonicalJson } from "./chain.ts";
export { appendAudit, readAudit } from "./store.ts";
export { verifyAudit } from "./verify.ts";

export { DsaClient, type DsaResult } from "./dsa_client.ts";
export { type DsaStatement, dsaBatch, dsaProblems } from "./dsa_rules.ts";
export { dsaStatementOf, publicKinds } from "./dsa_statement.ts";
export * from "./store.ts";

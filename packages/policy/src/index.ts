export * from "./decision.ts";
export * from "./fields.ts";
export { compilePolicies } from "./policies.ts";

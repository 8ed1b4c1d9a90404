export { type MarketplacePolicies, PolicyBook, starterPolicies } from "./policies.ts";

export { type MarketplacePolicies, PolicyBook } from "./policies.ts";

export { listsOf, type MarketplacePolicies, PolicyBook } from "./policies.ts";
export { addToList, removeFromList } from "./store.ts";

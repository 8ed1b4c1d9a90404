export { type MarketplacePolicies, PolicyBook } from "./policies.ts";
export { previewEntries } from "./preview.ts";
export {
  addToList,
  type EntryRow,
  entriesOf,
  knownOf,
  listSummaries,
  type NewEntry,
  removeFromList,
} from "./store/lists.ts";

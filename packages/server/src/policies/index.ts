export * from "./drafts.ts";
export { type PolicyFile, type PolicyTest, stageOfFile, starterFiles, testPolicies } from "./examples.ts";
export type { ListsInForce } from "./lists.ts";
export { type MarketplacePolicies, PolicyBook, type Stopped } from "./policies.ts";
export { previewEntries } from "./preview.ts";
export {
  type CommentRow,
  commentsOf,
  type DraftRow,
  draftRow,
  draftsOf,
  newestVersion,
  newestVersions,
  openDraftCounts,
  type VersionRow,
  versionRow,
  versionsOf,
} from "./store/drafts.ts";
export {
  addToList,
  type EntryRow,
  entriesOf,
  knownOf,
  listSummaries,
  type NewEntry,
  removeFromList,
} from "./store/lists.ts";
export * from "./store/run_items.ts";
export * from "./store/runs.ts";
export * from "./store/switches.ts";

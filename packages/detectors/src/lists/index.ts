/** Lists that an operator owns: words, patterns, addresses and numbers, found in texts or passed over. */
export { ListBook } from "./book.ts";
export { type Canonical, canonicalEntry, phoneOf } from "./canonical.ts";
export type { ListedEntry, ListedMatch } from "./entries.ts";
export { type FoundEntry, findListed } from "./find.ts";
export { requiredLiterals } from "./required.ts";

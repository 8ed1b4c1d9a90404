export { overview } from "./overview.ts";
export { RuleRecords } from "./rules.ts";
export { compareWithIncumbent } from "./store.ts";

export { overview } from "./overview.ts";
export { RuleRecords } from "./rules.ts";

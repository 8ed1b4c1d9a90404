export { reliabilityOf, reportPriority } from "./reliability.ts";
export * from "./store/appeals.ts";
export * from "./store/reports.ts";

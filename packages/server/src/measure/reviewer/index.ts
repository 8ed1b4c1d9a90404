/** The pluggable reviewer by language model: one class, off unless an operator configures it. */
export type { ReviewedFields, ReviewQuestion } from "./prompt.ts";
export type { ReviewerProtocol } from "./protocol.ts";
export { type Review, type ReviewBudget, Reviewer, type ReviewerOptions, type ReviewResult } from "./reviewer.ts";
export * from "./store.ts";

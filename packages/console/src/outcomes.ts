/** Outcomes in the order in which the desk shows them: from what went through to what did not. */
import type { Outcome } from "@assay/contract";

export const outcomesShown = ["approve", "request_changes", "review", "refuse"] as const satisfies readonly Outcome[];

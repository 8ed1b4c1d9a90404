/** Which reasons are offered for a choice, and in which order. */
import type { ReasonCode } from "@assay/contract";

export type Choice = "refuse" | "request_changes";

/** Reasons that fired first, then the others; only fixable ones when a fix is asked for. */
export function offered(all: readonly ReasonCode[], fired: readonly string[], choice: Choice): ReasonCode[] {
  const fitting = choice === "request_changes" ? all.filter((reason) => reason.fixable) : [...all];
  const rank = (reason: ReasonCode) => {
    const at = fired.indexOf(reason.code);
    return at === -1 ? fired.length : at;
  };
  return fitting.toSorted((a, b) => rank(a) - rank(b));
}

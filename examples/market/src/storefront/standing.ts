/** A decision as the person concerned experiences it. */
import type { Fate, Revision } from "../shop.ts";

export type Standing = "online" | "limited" | "checking" | "changes" | "removed" | "unsent";

/** Held for people is "being checked"; sent back is "changes"; an edit that waits is checked while the old one stays up. */
export function standing({ fate }: Revision): Standing {
  if (fate === "unsent") return "unsent";
  if (fate.outcome === "refuse") return "removed";
  if (fate.outcome === "request_changes") return "changes";
  if (fate.visibility === "removed") return "removed";
  if (fate.visibility === "held" || fate.visibility === "previous_revision") return "checking";
  return fate.visibility === "limited" ? "limited" : "online";
}

export const statementOf = ({ fate }: Revision): Exclude<Fate, "unsent">["statement"] =>
  fate === "unsent" ? undefined : fate.statement;

import { AssayError, type Case } from "@assay/contract";
import type { CaseRow } from "./store/cases.ts";

/** A case as the API answers it. */
export function caseOf(row: CaseRow): Case {
  const time = (name: string, at: Date | null) => at && { [name]: at.toISOString() };
  return {
    id: row.id,
    type: row.shown_as ?? row.type,
    queue: row.queue,
    state: row.state,
    priority: row.priority,
    subject: { kind: row.kind, id: row.subject_id, ...(row.revision !== null && { revision: row.revision }) },
    owner: row.owner,
    title: row.title,
    reasons: row.reasons,
    decision_id: row.decision_id,
    opened_at: row.opened_at.toISOString(),
    ...time("due_at", row.due_at),
    ...time("snoozed_until", row.snoozed_until),
    ...(row.claimed_by !== null && { claimed_by: row.claimed_by }),
    ...time("claimed_until", row.claimed_until),
    ...time("resolved_at", row.resolved_at),
    ...(row.resolved_by !== null && { resolved_by: row.resolved_by }),
    ...time("undo_until", row.undo_until),
  };
}

/**
 * Whether this person may work on the case now: it is there, not resolved, no other person holds it, and it is not kept from them.
 * @throws AssayError `not_found`, `case_resolved`, `case_taken`, or for who decided it, or answered it before, `forbidden` (an appeal: `own_decision`)
 */
export function requireWorkable<R extends CaseRow>(row: R | undefined, user: string): R {
  if (!row) throw new AssayError("not_found");
  if (row.state === "resolved") throw new AssayError("case_resolved");
  if (row.claimed_by !== null && row.claimed_by !== user) throw new AssayError("case_taken");
  if (row.not_for.includes(user)) {
    if (row.type === "appeal") throw new AssayError("own_decision");
    throw new AssayError("forbidden", "Another person has to look at this one.");
  }
  return row;
}

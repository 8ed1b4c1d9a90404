/** SQL of actions that people's decisions make, before they take effect. */
import type { Action } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

/** An action that is delivered from `due` on, and not a moment before. */
export async function insertAction(
  tx: Querier,
  marketplace: string,
  action: Action,
  decisionId: string,
  due: Date,
): Promise<void> {
  await tx.query(
    "insert into actions (marketplace, id, decision_id, payload, next_attempt_at) values ($1, $2, $3, $4, $5)",
    [marketplace, action.id, decisionId, JSON.stringify(action), due],
  );
}

/**
 * Cancels the action of a decision that is being undone. Whoever delivers locks the row and looks at its state, so that
 * nothing goes out once this transaction is committed.
 * @returns false when it is due already: the delivery may have begun
 */
export async function cancelAction(tx: Querier, marketplace: string, decisionId: string): Promise<boolean> {
  const rows = await tx.query<{ cancelled: boolean }>(
    `with due as (
       select id, (state = 'pending' and attempts = 0 and next_attempt_at > clock_timestamp()) as cancelled
       from actions where marketplace = $1 and decision_id = $2 for update),
     x as (
       update actions a set state = 'cancelled' from due where due.cancelled and a.marketplace = $1 and a.id = due.id)
     select cancelled from due`,
    [marketplace, decisionId],
  );
  return rows.every((row) => row.cancelled);
}

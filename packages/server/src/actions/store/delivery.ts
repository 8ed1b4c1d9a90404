/** SQL of the outbox as it is worked off: claimed by state, never by position, so that nothing is passed over. */
import type { Action, ActionStatus } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

export interface DueAction {
  id: string;
  /** The payload as it is stored; what is signed and sent. */
  body: string;
  /** This attempt included. */
  attempts: number;
  delivered_to: string[];
}

/** Marketplaces that have something to send now. */
export async function marketplacesWithDueActions(q: Querier): Promise<string[]> {
  const rows = await q.query<{ marketplace: string }>(
    "select marketplace from marketplaces_with_due_actions()",
    [],
    "due",
  );
  return rows.map((row) => row.marketplace);
}

/**
 * Takes due actions for this process: their next attempt is put off by the lease first, so that a crash in between only
 * means that they are sent again.
 */
export function claimDue(q: Querier, marketplace: string, limit: number, leaseMs: number): Promise<DueAction[]> {
  return q.query<DueAction>(
    `with due as (
       select id from actions where marketplace = $1 and state = 'pending' and next_attempt_at <= now()
       order by next_attempt_at limit $2 for update skip locked)
     update actions a set attempts = attempts + 1, next_attempt_at = now() + $3 * interval '1 millisecond'
     from due where a.marketplace = $1 and a.id = due.id
     returning a.id, a.payload::text as body, a.attempts, a.delivered_to`,
    [marketplace, limit, leaseMs],
    "claim_due",
  );
}

/** With no endpoint to send to, what is due waits without costing attempts; after four days it is given up. */
export async function putOff(q: Querier, marketplace: string, ms: number): Promise<void> {
  await q.query(
    `update actions set next_attempt_at = now() + $2 * interval '1 millisecond', last_error = 'no webhook endpoint is enabled',
       state = case when created_at < now() - interval '4 days' then 'dead' else state end
     where marketplace = $1 and state = 'pending' and next_attempt_at <= now()`,
    [marketplace, ms],
  );
}

/** What was put off is due again: there is an endpoint now. */
export async function resumePutOff(q: Querier, marketplace: string): Promise<void> {
  await q.query(
    `update actions set next_attempt_at = now(), last_error = null
     where marketplace = $1 and state = 'pending' and last_error = 'no webhook endpoint is enabled'`,
    [marketplace],
  );
}

export async function markDelivered(q: Querier, marketplace: string, id: string, to: readonly string[]): Promise<void> {
  await q.query(
    `update actions set state = 'delivered', delivered_at = now(), delivered_to = $3, last_error = null
     where marketplace = $1 and id = $2 and state = 'pending'`,
    [marketplace, id, to],
  );
}

/** @param pauseMs until the next attempt; undefined gives it up */
export async function markFailed(
  q: Querier,
  marketplace: string,
  id: string,
  failure: { to: readonly string[]; error: string; pauseMs: number | undefined },
): Promise<void> {
  await q.query(
    `update actions set delivered_to = $3, last_error = $4, state = case when $5::float8 is null then 'dead' else state end,
       next_attempt_at = now() + coalesce($5::float8, 0) * interval '1 millisecond'
     where marketplace = $1 and id = $2 and state = 'pending'`,
    [marketplace, id, failure.to, failure.error, failure.pauseMs ?? null],
  );
}

interface StatusRow {
  id: string;
  state: ActionStatus["state"];
  attempts: number;
  last_error: string | null;
  created_at: Date;
  key_at: string;
  next_attempt_at: Date;
  delivered_at: Date | null;
  payload: Action;
}

const statusColumns = (table: string) =>
  [
    "id",
    "state",
    "attempts",
    "last_error",
    "created_at",
    "created_at::text as key_at",
    "next_attempt_at",
    "delivered_at",
    "payload",
  ]
    .map((column) => `${table}.${column}`)
    .join(", ");

function statusOf(row: StatusRow): ActionStatus {
  return {
    id: row.id,
    state: row.state,
    attempts: row.attempts,
    ...(row.last_error !== null && { last_error: row.last_error }),
    created_at: row.created_at.toISOString(),
    ...(row.state === "pending" && { next_attempt_at: row.next_attempt_at.toISOString() }),
    ...(row.delivered_at && { delivered_at: row.delivered_at.toISOString() }),
    action: row.payload,
  };
}

/** Sort key: when it was made (full precision, as text), and its id. */
export type ActionKey = [createdAt: string, id: string];

/** Newest first; at most `limit + 1`. */
export async function listActions(
  q: Querier,
  marketplace: string,
  state: string | undefined,
  before: ActionKey | undefined,
  limit: number,
): Promise<{ status: ActionStatus; key: ActionKey }[]> {
  const rows = await q.query<StatusRow>(
    `select ${statusColumns("actions")} from actions
     where marketplace = $1 and ($2::text is null or state = $2)
       and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4::text))
     order by created_at desc, id desc limit $5`,
    [marketplace, state ?? null, before?.[0] ?? null, before?.[1] ?? null, limit + 1],
  );
  return rows.map((row) => ({ status: statusOf(row), key: [row.key_at, row.id] }));
}

/** Actions of some decisions, newest first. */
export async function actionsOf(
  q: Querier,
  marketplace: string,
  decisions: readonly string[],
): Promise<ActionStatus[]> {
  const rows = await q.query<StatusRow>(
    `select ${statusColumns("actions")} from actions where marketplace = $1 and decision_id = any($2) order by created_at desc, id desc`,
    [marketplace, decisions],
    "actions_of",
  );
  return rows.map(statusOf);
}

/** Sends it again from the start, to every endpoint. Nothing for one that was cancelled or has not taken effect yet. */
export async function resend(q: Querier, marketplace: string, id: string): Promise<ActionStatus | undefined> {
  const [row] = await q.query<StatusRow>(
    `update actions set state = 'pending', attempts = 0, delivered_to = '{}', last_error = null, next_attempt_at = now(), delivered_at = null
     where marketplace = $1 and id = $2 and (state in ('delivered', 'dead') or (state = 'pending' and attempts > 0))
     returning ${statusColumns("actions")}`,
    [marketplace, id],
  );
  return row && statusOf(row);
}

/** Place in the feed: when the decision took effect (full precision, as text), and the action's id. */
export type FeedKey = [effectiveAt: string, id: string];

/** The end of the feed as of now. */
export async function feedEnd(q: Querier): Promise<FeedKey> {
  const [row] = await q.query<{ at: string }>("select now()::text as at");
  return [row!.at, ""];
}

/**
 * Actions whose decision has taken effect, in that order, after a place in the feed. Rows that an undo holds at this moment
 * are left out, and so is the last second, in which a transaction that began earlier may still become visible.
 */
export async function feedAfter(
  q: Querier,
  marketplace: string,
  [at, id]: FeedKey,
  limit: number,
): Promise<{ status: ActionStatus; key: FeedKey }[]> {
  const rows = await q.query<StatusRow & { effective_at: string }>(
    `select ${statusColumns("a")}, d.effective_at::text as effective_at
     from actions a join decisions d on d.marketplace = $1 and d.id = a.decision_id
     where a.marketplace = $1 and a.state <> 'cancelled' and a.created_at > $2::timestamptz - interval '1 hour'
       and (d.effective_at, a.id) > ($2::timestamptz, $3) and d.effective_at <= now() - interval '1 second'
     order by d.effective_at, a.id limit $4 for share of a skip locked`,
    [marketplace, at, id, limit],
    "feed_after",
  );
  return rows.map((row) => ({ status: statusOf(row), key: [row.effective_at, row.id] }));
}

/** How many actions of the last hours are in each state. */
export async function actionCounts(
  q: Querier,
  marketplace: string,
  hours: number,
): Promise<{ pending: number; delivered: number; dead: number }> {
  const [row] = await q.query<{ pending: number; delivered: number; dead: number }>(
    `select count(*) filter (where state = 'pending')::int as pending, count(*) filter (where state = 'delivered')::int as delivered,
       count(*) filter (where state = 'dead')::int as dead
     from actions where marketplace = $1 and created_at > now() - $2 * interval '1 hour'`,
    [marketplace, hours],
    "action_counts",
  );
  return row!;
}

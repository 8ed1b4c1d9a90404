/** SQL of playbook runs, and of what of them waits for a second person. */
import type { Confirmation, ConfirmedStep, PlaybookEffect } from "@assay/contract";
import { newId, type Querier } from "../../db/index.ts";

export interface RunRow {
  id: string;
  playbook: string;
  case_id: string;
  account: string;
  by: string;
  at: Date;
  undo_until: Date;
  undone_at: Date | null;
  effects: PlaybookEffect[];
  done: unknown;
}

export async function insertRun(
  tx: Querier,
  marketplace: string,
  run: Pick<RunRow, "id" | "playbook" | "case_id" | "account" | "by" | "undo_until" | "effects" | "done">,
): Promise<void> {
  await tx.query(
    `insert into playbook_runs (marketplace, id, playbook, case_id, account, by, undo_until, effects, done)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      marketplace,
      run.id,
      run.playbook,
      run.case_id,
      run.account,
      run.by,
      run.undo_until,
      JSON.stringify(run.effects),
      JSON.stringify(run.done),
    ],
  );
}

/** Locked until the transaction ends. */
export async function lockRun(tx: Querier, marketplace: string, id: string): Promise<RunRow | undefined> {
  const [row] = await tx.query<RunRow>(
    `select id, playbook, case_id, account, by, at, undo_until, undone_at, effects, done
     from playbook_runs where marketplace = $1 and id = $2 for update`,
    [marketplace, id],
  );
  return row;
}

export async function markRunUndone(tx: Querier, marketplace: string, id: string): Promise<void> {
  await tx.query("update playbook_runs set undone_at = now() where marketplace = $1 and id = $2", [marketplace, id]);
}

export interface ConfirmationRow {
  id: string;
  run: string;
  case_id: string;
  playbook: string;
  step: ConfirmedStep;
  account: string;
  reason: string;
  decision_id: string;
  state: Confirmation["state"];
  asked_by: string;
  asked_at: Date;
  open_from: Date;
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
}
const columns =
  "id, run, case_id, playbook, step, account, reason, decision_id, state, asked_by, asked_at, open_from, decided_by, decided_at, note";

export async function askConfirmation(
  tx: Querier,
  marketplace: string,
  ask: Pick<
    ConfirmationRow,
    "run" | "case_id" | "playbook" | "step" | "account" | "reason" | "decision_id" | "asked_by" | "open_from"
  >,
): Promise<ConfirmationRow> {
  const [row] = await tx.query<ConfirmationRow>(
    `insert into confirmations (marketplace, id, run, case_id, playbook, step, account, reason, decision_id, asked_by, open_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${columns}`,
    [
      marketplace,
      newId("cnf"),
      ask.run,
      ask.case_id,
      ask.playbook,
      ask.step,
      ask.account,
      ask.reason,
      ask.decision_id,
      ask.asked_by,
      ask.open_from,
    ],
  );
  return row!;
}

/** Confirmations by state, but for those from cases in `hidden` queues: those that wait oldest first, the others newest first. */
export function listConfirmations(
  q: Querier,
  marketplace: string,
  state: "pending" | "closed",
  hidden: readonly string[],
  limit: number,
): Promise<ConfirmationRow[]> {
  const seen = "not exists (select from cases c where c.marketplace = $1 and c.id = f.case_id and c.queue = any($3))";
  return q.query<ConfirmationRow>(
    state === "pending"
      ? `select ${columns} from confirmations f where marketplace = $1 and state = 'pending' and ${seen} order by asked_at, id limit $2`
      : `select ${columns} from confirmations f where marketplace = $1 and state <> 'pending' and ${seen} order by decided_at desc nulls last, id limit $2`,
    [marketplace, limit, [...hidden]],
    `confirmations_${state}`,
  );
}

/** Steps that wait for a second person on an account, or that one said yes to. */
export async function askedOf(q: Querier, marketplace: string, account: string): Promise<Set<ConfirmedStep>> {
  const rows = await q.query<{ step: ConfirmedStep }>(
    "select distinct step from confirmations where marketplace = $1 and account = $2 and state = 'pending'",
    [marketplace, account],
    "confirmations_asked",
  );
  return new Set(rows.map((row) => row.step));
}

export async function lockConfirmation(
  tx: Querier,
  marketplace: string,
  id: string,
): Promise<ConfirmationRow | undefined> {
  const [row] = await tx.query<ConfirmationRow>(
    `select ${columns} from confirmations where marketplace = $1 and id = $2 for update`,
    [marketplace, id],
  );
  return row;
}

export async function decideConfirmation(
  tx: Querier,
  marketplace: string,
  id: string,
  to: { state: "confirmed" | "declined"; by: string; note?: string | undefined },
): Promise<ConfirmationRow> {
  const [row] = await tx.query<ConfirmationRow>(
    `update confirmations set state = $3, decided_by = $4, decided_at = now(), note = $5
     where marketplace = $1 and id = $2 returning ${columns}`,
    [marketplace, id, to.state, to.by, to.note ?? null],
  );
  return row!;
}

/** What an undone run asked for is asked no more. @returns false when somebody has decided already */
export async function withdrawConfirmations(tx: Querier, marketplace: string, run: string): Promise<boolean> {
  const rows = await tx.query<{ state: string }>(
    `with asked as (select id, state from confirmations where marketplace = $1 and run = $2 for update),
     x as (update confirmations c set state = 'withdrawn', decided_at = now() from asked
       where asked.state = 'pending' and c.marketplace = $1 and c.id = asked.id)
     select state from asked`,
    [marketplace, run],
  );
  return rows.every((row) => row.state === "pending");
}

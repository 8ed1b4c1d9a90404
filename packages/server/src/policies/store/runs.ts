/** SQL over long work: what was asked, how far it is, what came out. */
import { newId, type Querier } from "../../db/index.ts";

export interface RunRow {
  id: string;
  kind: "backtest" | "sweep" | "reversal";
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  params: Record<string, unknown>;
  done: number;
  total: number | null;
  /** While it runs, where it stands. */
  result: unknown;
  problem: string | null;
  created_by: string;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  cancel_asked: boolean;
}
const columns =
  "id, kind, state, params, done, total, result, problem, created_by, created_at, started_at, finished_at, cancel_asked";

/** Adds a run and the job that works it. */
export async function startRun(
  tx: Querier,
  marketplace: string,
  { kind, params, by, total }: { kind: RunRow["kind"]; params: object; by: string; total?: number },
): Promise<RunRow> {
  const [row] = await tx.query<RunRow>(
    `insert into policy_runs (marketplace, id, kind, params, created_by, total) values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
    [marketplace, newId("run"), kind, JSON.stringify(params), by, total ?? null],
  );
  await enqueueRun(tx, marketplace, row!.id);
  return row!;
}

/** The next slice of a run is a job of its own, so that others come between and a stop waits for one slice only. */
export async function enqueueRun(q: Querier, marketplace: string, id: string, delayMs = 0): Promise<void> {
  await q.query(
    `select add_job('policy_run', json_build_object('marketplace', $1::text, 'run', $2::text), 'policy_run ' || $1 || ' ' || $2, now() + make_interval(secs => $3))`,
    [marketplace, id, delayMs / 1000],
  );
}

export async function runRow(q: Querier, marketplace: string, id: string): Promise<RunRow | undefined> {
  const [row] = await q.query<RunRow>(`select ${columns} from policy_runs where marketplace = $1 and id = $2`, [
    marketplace,
    id,
  ]);
  return row;
}

/** Runs without what came out, the newest first. */
export function runsOf(
  q: Querier,
  marketplace: string,
  kind: string | undefined,
  before: readonly [string, string] | undefined,
  limit: number,
): Promise<(RunRow & { key_at: string })[]> {
  return q.query(
    `select ${columns.replace("result, ", "null as result, ")}, created_at::text as key_at from policy_runs
     where marketplace = $1 and ($2::text is null or kind = $2)
       and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4))
     order by created_at desc, id desc limit $5`,
    [marketplace, kind ?? null, before?.[0] ?? null, before?.[1] ?? "", limit],
  );
}

/** @returns whether somebody asked to stop it */
export async function saveProgress(
  q: Querier,
  marketplace: string,
  id: string,
  { done, total, result }: { done: number; total?: number; result: unknown },
): Promise<boolean> {
  const [row] = await q.query<{ cancel_asked: boolean }>(
    `update policy_runs set state = 'running', started_at = coalesce(started_at, now()), done = $3, total = coalesce($4, total), result = $5
     where marketplace = $1 and id = $2 and state in ('queued', 'running') returning cancel_asked`,
    [marketplace, id, done, total ?? null, JSON.stringify(result)],
  );
  return row?.cancel_asked ?? true;
}

export async function finishRun(
  q: Querier,
  marketplace: string,
  id: string,
  state: "done" | "failed" | "cancelled",
  { result, problem }: { result?: unknown; problem?: string } = {},
): Promise<void> {
  await q.query(
    `update policy_runs set state = $3, finished_at = now(), result = coalesce($4, result), problem = $5
     where marketplace = $1 and id = $2 and state in ('queued', 'running')`,
    [marketplace, id, state, result === undefined ? null : JSON.stringify(result), problem ?? null],
  );
}

/** @returns false when it had ended */
export async function askToCancel(tx: Querier, marketplace: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    "update policy_runs set cancel_asked = true where marketplace = $1 and id = $2 and state in ('queued', 'running') returning id",
    [marketplace, id],
  );
  return rows.length > 0;
}

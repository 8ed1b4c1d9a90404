/** SQL over what a run found, in the order in which it is worked. */
import type { SubjectKind } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

export interface RunItemRow {
  seq: number;
  kind: SubjectKind;
  subject_id: string;
  event_id: string;
  state: "waiting" | "done" | "left";
  note: string;
}

/** @param from number of the first one; a slice that is worked twice adds nothing twice */
export async function addRunItems(
  q: Querier,
  marketplace: string,
  run: string,
  from: number,
  items: readonly { kind: string; subject_id: string; event_id: string }[],
): Promise<void> {
  if (items.length === 0) return;
  await q.query(
    `insert into policy_run_items (marketplace, run, seq, kind, subject_id, event_id)
     select $1, $2, $3 + i, kind, subject_id, event_id from unnest($4::text[], $5::text[], $6::text[]) with ordinality t(kind, subject_id, event_id, i)
     on conflict do nothing`,
    [
      marketplace,
      run,
      from,
      items.map((one) => one.kind),
      items.map((one) => one.subject_id),
      items.map((one) => one.event_id),
    ],
  );
}

export function waitingItems(q: Querier, marketplace: string, run: string, limit: number): Promise<RunItemRow[]> {
  return q.query<RunItemRow>(
    `select seq, kind, subject_id, event_id, state, note from policy_run_items
     where marketplace = $1 and run = $2 and state = 'waiting' order by seq limit $3`,
    [marketplace, run, limit],
  );
}

export function runItems(
  q: Querier,
  marketplace: string,
  run: string,
  limit: number,
): Promise<(RunItemRow & { title: string })[]> {
  return q.query(
    `select i.seq, i.kind, i.subject_id, i.event_id, i.state, i.note, coalesce(left(s.title, 200), '') as title from policy_run_items i
     left join subjects s on s.marketplace = $1 and s.kind = i.kind and s.id = i.subject_id
     where i.marketplace = $1 and i.run = $2 order by i.seq limit $3`,
    [marketplace, run, limit],
  );
}

export async function markRunItem(
  q: Querier,
  marketplace: string,
  run: string,
  seq: number,
  { state, note }: { state: "done" | "left"; note: string },
): Promise<void> {
  await q.query("update policy_run_items set state = $4, note = $5 where marketplace = $1 and run = $2 and seq = $3", [
    marketplace,
    run,
    seq,
    state,
    note,
  ]);
}

export async function runItemCounts(
  q: Querier,
  marketplace: string,
  run: string,
): Promise<Record<RunItemRow["state"], number>> {
  const rows = await q.query<{ state: RunItemRow["state"]; n: number }>(
    "select state, count(*)::int as n from policy_run_items where marketplace = $1 and run = $2 group by 1",
    [marketplace, run],
  );
  return { waiting: 0, done: 0, left: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
}

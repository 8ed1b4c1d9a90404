/** SQL over what was stopped at once. */
import type { switchKinds } from "@assay/contract";
import { newId, type Querier } from "../../db/index.ts";

export interface SwitchRow {
  id: string;
  kind: (typeof switchKinds)[number];
  target: string;
  reason: string;
  stopped_by: string;
  stopped_at: Date;
  started_by: string | null;
  started_at: Date | null;
}
const columns = "id, kind, target, reason, stopped_by, stopped_at, started_by, started_at";

/** What is stopped now. */
export function openSwitches(q: Querier, marketplace: string): Promise<SwitchRow[]> {
  return q.query<SwitchRow>(
    `select ${columns} from switches where marketplace = $1 and started_at is null order by stopped_at, id`,
    [marketplace],
  );
}

/** The newest, those that were started again among them. */
export function recentSwitches(q: Querier, marketplace: string, limit: number): Promise<SwitchRow[]> {
  return q.query<SwitchRow>(
    `select ${columns} from switches where marketplace = $1 order by started_at is null desc, stopped_at desc, id desc limit $2`,
    [marketplace, limit],
  );
}

/** @returns the one that stands already, where there is one */
export async function stop(
  tx: Querier,
  marketplace: string,
  { kind, target, reason, by }: { kind: SwitchRow["kind"]; target: string; reason: string; by: string },
): Promise<SwitchRow> {
  await tx.query(
    `insert into switches (marketplace, id, kind, target, reason, stopped_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (marketplace, kind, target) where started_at is null do nothing`,
    [marketplace, newId("swi"), kind, target, reason, by],
  );
  const [row] = await tx.query<SwitchRow>(
    `select ${columns} from switches where marketplace = $1 and kind = $2 and target = $3 and started_at is null`,
    [marketplace, kind, target],
  );
  return row!;
}

/** @returns undefined where it is not stopped */
export async function startAgain(
  tx: Querier,
  marketplace: string,
  id: string,
  by: string,
): Promise<SwitchRow | undefined> {
  const [row] = await tx.query<SwitchRow>(
    `update switches set started_by = $3, started_at = now() where marketplace = $1 and id = $2 and started_at is null returning ${columns}`,
    [marketplace, id, by],
  );
  return row;
}

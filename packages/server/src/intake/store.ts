/** SQL over events, subjects and the owners' activity. The hot path's fragments refer to `q` (read) and `ok` (write). */
import { type Mode, textFields } from "@assay/contract";
import type { Querier } from "../db/index.ts";
import { accept, type Intake } from "./accept.ts";

/** Is the id known, and with which body? And the owner's sequence number, to be compared after the commit. */
export const readFragment = {
  columns:
    "e.body_hash as stored_hash, coalesce(a.seq, 0)::int as seq, s.event_id as newest_event, s.revision as newest_revision, s.at as newest_at",
  // `limit 1` keeps each a look-up of its own: as plain joins they were planned as one read of the whole table.
  joins: `left join lateral (select * from events e where e.marketplace = $1 and e.id = q.event_id limit 1) e on true
    left join lateral (select * from owner_activity a where a.marketplace = $1 and a.owner = q.owner limit 1) a on true
    left join lateral (select * from subjects s where s.marketplace = $1 and s.kind = q.kind and s.id = q.subject_id limit 1) s on true`,
};

/** Columns that are replaced together, where a condition holds. */
function takeOver(columns: readonly string[], when: string): string {
  return columns
    .map((column) => `${column} = case when ${when} then excluded.${column} else s.${column} end`)
    .join(", ");
}

/** Events first: only those whose id was new, and of stored events those whose decision is `still` the one that was read, go on as `ok`. */
export const writeFragments = {
  events: `e as (
    insert into events (marketplace, id, type, kind, subject_id, revision, owner, at, mode, body_hash, body, title, conversation, counterpart, incumbent_outcome)
    select $1, event_id, type, kind, subject_id, revision, owner, at, mode, body_hash, body, title, conversation, counterpart, incumbent
    from input where first
    on conflict (marketplace, id) do nothing returning id),
  ok as (select * from input where case when first then event_id in (select id from e) else replaces in (select id from still) end)`,
  subjects: `s as (
    insert into subjects as s (marketplace, kind, id, owner, revision, event_id, state, title, at, created_at, ended, decision_id, outcome, visibility, approved, approved_event, approved_revision, approved_at)
    select $1, kind, subject_id, owner, revision, event_id, state, title, at, at, ended, decision_id, outcome, visibility,
      case when approved then state end, case when approved then event_id end, case when approved then revision end, case when approved then at end
    from ok
    on conflict (marketplace, kind, id) do update set
      created_at = least(s.created_at, excluded.created_at), ${takeOver(
        ["owner", "revision", "event_id", "state", "title", "at", "ended", "decision_id", "outcome", "visibility"],
        // A late event (an older revision, or an older time where revisions are not sent) does not replace what is newer.
        "case when excluded.revision is not null and s.revision is not null then excluded.revision >= s.revision else excluded.at >= s.at end",
      )}, ${takeOver(
        ["approved", "approved_event", "approved_revision", "approved_at"],
        "excluded.approved_at >= coalesce(s.approved_at, excluded.approved_at)",
      )})`,
  activity: `o as (
    insert into owner_activity as o (marketplace, owner, seq, first_at)
    select $1, owner, 1, at from ok where first
    on conflict (marketplace, owner) do update set seq = o.seq + 1, first_at = least(o.first_at, excluded.first_at)
    returning owner, seq)`,
};

interface EventRow {
  body: unknown;
  mode: Mode;
  received_at: Date;
}

/** A stored event as it was accepted, or null. */
export async function loadEvent(
  db: Querier,
  marketplace: string,
  id: string,
): Promise<(Intake & { receivedAt: number }) | null> {
  const [row] = await db.query<EventRow>(
    "select body, mode, received_at from events where marketplace = $1 and id = $2",
    [marketplace, id],
    "load_event",
  );
  if (!row) return null;
  const receivedAt = row.received_at.getTime();
  return { ...accept(row.body, marketplace, row.mode, Number.MAX_SAFE_INTEGER), receivedAt };
}

/** Ids of events received in a range, oldest first, for replay. */
export async function eventIdsBetween(db: Querier, marketplace: string, from: Date, to: Date): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    "select id from events where marketplace = $1 and received_at >= $2 and received_at < $3 order by received_at",
    [marketplace, from, to],
  );
  return rows.map((row) => row.id);
}

/** The newest stored events of subjects that have texts, as they were accepted. */
export async function newestEvents(db: Querier, marketplace: string, limit: number): Promise<Intake[]> {
  const rows = await db.query<EventRow>(
    "select body, mode, received_at from events where marketplace = $1 and kind = any($2) order by received_at desc, id limit $3",
    [marketplace, Object.keys(textFields), limit],
  );
  return rows.map((row) => accept(row.body, marketplace, row.mode, Number.MAX_SAFE_INTEGER));
}

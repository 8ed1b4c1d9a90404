/** SQL of the cases in which samples and golden items are looked at. */
import { newId, type Querier } from "../../db/index.ts";
import { type CaseRow, isOpen } from "./cases.ts";

/** Samples wait here; what two people answered differently, there. */
export const qualityQueue = "quality";
export const adjudicationQueue = "adjudication";

export interface SampleCase
  extends Pick<
    CaseRow,
    "queue" | "priority" | "kind" | "subject_id" | "owner" | "title" | "reasons" | "decision_id" | "event_id"
  > {
  item: string;
  /** The type that it looks like; undefined: `quality`, and blind. */
  shownAs?: CaseRow["type"];
  notFor: readonly string[];
  openedAt?: Date | undefined;
}

/** @returns its id; undefined where another of the subject is open */
export async function openSample(tx: Querier, marketplace: string, sample: SampleCase): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `insert into cases (marketplace, id, type, queue, priority, kind, subject_id, owner, title, reasons, decision_id, event_id, quality_item, shown_as, not_for, opened_at)
     values ($1, $2, 'quality', $3, $4, $5, $6, $7, left($8, 160), $9, $10, $11, $12, $13, $14, coalesce($15, now()))
     on conflict (marketplace, kind, subject_id, type) where state <> 'resolved' do nothing returning id`,
    [
      marketplace,
      newId("cas"),
      sample.queue,
      sample.priority,
      sample.kind,
      sample.subject_id,
      sample.owner,
      sample.title,
      JSON.stringify(sample.reasons),
      sample.decision_id,
      sample.event_id,
      sample.item,
      sample.shownAs ?? null,
      [...sample.notFor],
      sample.openedAt ?? null,
    ],
  );
  return row?.id;
}

/** Free for the others, in this queue, and not again for whoever answered. */
export async function passOn(
  tx: Querier,
  marketplace: string,
  id: string,
  to: { queue: string; notFor: string },
): Promise<void> {
  await tx.query(
    `update cases set queue = $3, not_for = array_append(not_for, $4), state = 'open', snoozed_until = null, claimed_by = null, claimed_until = null
     where marketplace = $1 and id = $2`,
    [marketplace, id, to.queue, to.notFor],
  );
}

/** Takes an answer back: the case is this person's again. */
export async function takeSampleBack(
  tx: Querier,
  marketplace: string,
  id: string,
  to: { queue: string; user: string; claimMs: number },
): Promise<void> {
  await tx.query(
    `update cases set queue = $3, not_for = array_remove(not_for, $4), state = 'open', resolved_at = null, resolved_by = null,
       undo_until = null, claimed_by = $4, claimed_until = now() + $5 * interval '1 millisecond'
     where marketplace = $1 and id = $2`,
    [marketplace, id, to.queue, to.user, to.claimMs],
  );
}

export async function closeSample(
  tx: Querier,
  marketplace: string,
  id: string,
  by: string,
  undoUntil: Date,
): Promise<void> {
  await tx.query(
    `update cases set state = 'resolved', resolved_at = now(), resolved_by = $3, undo_until = $4, snoozed_until = null,
       claimed_by = null, claimed_until = null
     where marketplace = $1 and id = $2`,
    [marketplace, id, by, undoUntil],
  );
}

/** From now on this person is not told elsewhere what was decided, until the sample is settled. */
export async function markShown(q: Querier, marketplace: string, id: string, user: string): Promise<void> {
  await q.query(
    `update cases set shown_to = array_append(shown_to, $3)
     where marketplace = $1 and id = $2 and quality_item is not null and not ($3 = any(shown_to))`,
    [marketplace, id, user],
  );
}

/** Cases `c` of which a person (`user`, a placeholder) may not be told what was decided: samples that they have seen, until they are settled. */
export const blindTo = (user: string): string =>
  `c.quality_item is not null and c.shown_as is null and c.state <> 'resolved' and c.queue <> '${adjudicationQueue}' and ${user} = any(c.shown_to)`;

export async function isBlindTo(
  q: Querier,
  marketplace: string,
  subject: { kind: string; id: string },
  user: string,
): Promise<boolean> {
  const rows = await q.query(
    `select 1 from cases c where c.marketplace = $1 and c.kind = $2 and c.subject_id = $3 and ${blindTo("$4")} limit 1`,
    [marketplace, subject.kind, subject.id, user],
    "is_blind_to",
  );
  return rows.length > 0;
}

/** The subjects of one account of which a person may not be told what was decided, as `kind id`. */
export async function blindSubjects(
  q: Querier,
  marketplace: string,
  owner: string,
  user: string,
): Promise<Set<string>> {
  const rows = await q.query<{ key: string }>(
    `select c.kind || ' ' || c.subject_id as key from cases c where c.marketplace = $1 and c.owner = $2 and ${blindTo("$3")}`,
    [marketplace, owner, user],
    "blind_subjects",
  );
  return new Set(rows.map((row) => row.key));
}

/** The place in a queue a few cases behind this one, for a case that must not stand out. */
export async function placeBehind(
  q: Querier,
  marketplace: string,
  queue: string,
  after: { priority: number; opened_at: Date; id: string },
  steps: number,
): Promise<{ priority: number; opened_at: Date } | undefined> {
  const rows = await q.query<{ priority: number; opened_at: Date }>(
    `select priority, opened_at from cases where marketplace = $1 and queue = $2 and ${isOpen}
       and priority <= $3 and (-priority, opened_at, id) > (-$3::int, $4::timestamptz, $5)
     order by priority desc, opened_at, id limit $6`,
    [marketplace, queue, after.priority, after.opened_at, after.id, steps],
    "place_behind",
  );
  return rows.at(-1);
}

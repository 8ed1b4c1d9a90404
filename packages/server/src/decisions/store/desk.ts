/** SQL over decisions for the desk: what stands of a subject, what was decided in an account's life, the search, a person's decision. */
import type { Decision, Outcome, SubjectKind } from "@assay/contract";
import { likePattern, type Querier } from "../../db/index.ts";

/** Decisions on a subject that were not undone, newest first. */
export async function subjectDecisions(
  q: Querier,
  marketplace: string,
  kind: string,
  id: string,
  limit: number,
): Promise<Decision[]> {
  const rows = await q.query<{ answer: Decision }>(
    `select answer from decisions where marketplace = $1 and kind = $2 and subject_id = $3 and undone_at is null
     order by at desc, decided_at desc, id desc limit $4`,
    [marketplace, kind, id, limit],
    "subject_decisions",
  );
  return rows.map((row) => row.answer);
}

/** Decisions on an event that were not undone, newest first. */
export async function eventDecisions(q: Querier, marketplace: string, eventId: string): Promise<Decision[]> {
  const rows = await q.query<{ answer: Decision }>(
    `select answer from decisions where marketplace = $1 and event_id = $2 and undone_at is null
     order by decided_at desc, id desc`,
    [marketplace, eventId],
    "event_decisions",
  );
  return rows.map((row) => row.answer);
}

/**
 * Locks the decision that stands on an event until the transaction ends, and with it the event against being decided again.
 * To be locked before the subject, as the pipeline's commit does.
 */
export async function lockStanding(tx: Querier, marketplace: string, eventId: string): Promise<void> {
  await tx.query("select id from decisions where marketplace = $1 and event_id = $2 and standing for update", [
    marketplace,
    eventId,
  ]);
}

/** Inserts a person's decision; it stands in the place of those before it on the same event. */
export async function insertPersonDecision(
  tx: Querier,
  marketplace: string,
  answer: Decision,
  of: { owner: string; at: Date; by: string },
): Promise<void> {
  await tx.query("update decisions set standing = false where marketplace = $1 and event_id = $2 and standing", [
    marketplace,
    answer.event_id,
  ]);
  await tx.query(
    `insert into decisions (marketplace, id, event_id, kind, subject_id, revision, owner, at, mode, outcome, visibility,
       reason_codes, answer, decided_by, decided_at, effective_at, took_ms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      marketplace,
      answer.decision_id,
      answer.event_id,
      answer.subject.kind,
      answer.subject.id,
      answer.subject.revision ?? null,
      of.owner,
      of.at,
      answer.mode,
      answer.outcome,
      answer.visibility,
      answer.reasons.map((reason) => reason.code),
      JSON.stringify(answer),
      of.by,
      answer.decided_at,
      answer.effective_at,
      answer.took_ms,
    ],
  );
}

/** Takes a person's decision back: the newest before it on the same event stands again. */
export async function undoDecision(tx: Querier, marketplace: string, id: string): Promise<void> {
  const [undone] = await tx.query<{ event_id: string }>(
    "update decisions set undone_at = now(), standing = false where marketplace = $1 and id = $2 returning event_id",
    [marketplace, id],
  );
  await tx.query(
    `update decisions set standing = true where marketplace = $1 and id = (
       select id from decisions where marketplace = $1 and event_id = $2 and undone_at is null
       order by decided_at desc, id desc limit 1)`,
    [marketplace, undone?.event_id],
  );
}

/** A decision on an older event counts no more, or counts again. */
export async function setStanding(tx: Querier, marketplace: string, id: string, standing: boolean): Promise<boolean> {
  const rows = await tx.query(
    "update decisions set standing = $3 where marketplace = $1 and id = $2 and standing <> $3 returning id",
    [marketplace, id, standing],
  );
  return rows.length > 0;
}

export interface EventFilter {
  /** Words of the title, or the id of an event, subject or account. */
  q?: string | undefined;
  type?: string | undefined;
  kind?: string | undefined;
  outcome?: string | undefined;
  account?: string | undefined;
  /** Who decided. */
  by?: "rule" | "person" | undefined;
  /** Accounts that the words name in another way, such as by their telephone number. */
  owners?: readonly string[];
  /** Queues whose subjects this person may not see. */
  hidden?: readonly string[];
  /** Whom samples are kept from that they look at blind. */
  person?: string;
  /** Received between, RFC 3339. */
  from?: string | undefined;
  to?: string | undefined;
}

/** Sort key: when it was received (full precision, as text), and the event's id. */
export type EventKey = [receivedAt: string, id: string];

export interface FoundEvent {
  id: string;
  type: string;
  kind: SubjectKind;
  subject_id: string;
  revision: number | null;
  owner: string;
  at: Date;
  received_at: Date;
  key_at: string;
  title: string;
  mode: string;
  answer: Decision | null;
}

/** Events with the decision that stands, newest first; at most `limit + 1`. */
export function searchEvents(
  q: Querier,
  marketplace: string,
  filter: EventFilter,
  before: EventKey | undefined,
  limit: number,
): Promise<FoundEvent[]> {
  const where = ["e.marketplace = $1"];
  const values: unknown[] = [marketplace];
  const value = (given: unknown) => `$${values.push(given)}`;
  if (filter.type !== undefined) where.push(`e.type = ${value(filter.type)}`);
  if (filter.kind !== undefined) where.push(`e.kind = ${value(filter.kind)}`);
  if (filter.account !== undefined) where.push(`e.owner = ${value(filter.account)}`);
  if (filter.from !== undefined) where.push(`e.received_at >= ${value(filter.from)}::timestamptz`);
  if (filter.to !== undefined) where.push(`e.received_at < ${value(filter.to)}::timestamptz`);
  if (filter.outcome !== undefined) where.push(`d.outcome = ${value(filter.outcome)}`);
  if (filter.by !== undefined) where.push(`d.decided_by ${filter.by === "rule" ? "=" : "<>"} 'rule'`);
  if (filter.q) {
    const id = value(filter.q);
    const words = value(likePattern(filter.q));
    where.push(
      `(e.title ilike ${words} or e.id = ${id} or e.subject_id = ${id} or e.owner = ${id}${
        filter.owners?.length ? ` or e.owner = any(${value(filter.owners)})` : ""
      })`,
    );
  }
  if (filter.hidden?.length) {
    where.push(
      `(e.kind, e.subject_id) not in (select c.kind, c.subject_id from cases c where c.marketplace = $1 and c.queue = any(${value(filter.hidden)}))`,
    );
  }
  if (filter.person !== undefined) {
    where.push(
      `not exists (select from cases c where c.marketplace = $1 and c.kind = e.kind and c.subject_id = e.subject_id
         and c.quality_item is not null and c.shown_as is null and c.state <> 'resolved' and c.queue <> 'adjudication' and ${value(filter.person)} = any(c.shown_to))`,
    );
  }
  if (before) where.push(`(e.received_at, e.id) < (${value(before[0])}::timestamptz, ${value(before[1])})`);
  return q.query<FoundEvent>(
    `select e.id, e.type, e.kind, e.subject_id, e.revision, e.owner, e.at, e.received_at, e.received_at::text as key_at,
       left(e.title, 200) as title, e.mode, d.answer
     from events e left join decisions d on d.marketplace = $1 and d.event_id = e.id and d.standing
     where ${where.join(" and ")} order by e.received_at desc, e.id desc limit ${limit + 1}`,
    values,
  );
}

export interface LifeRow {
  at: Date;
  event_id: string;
  type: string;
  kind: SubjectKind;
  subject_id: string;
  revision: number | null;
  title: string;
  outcome: Outcome | null;
  /** Something was said of it. */
  reasoned: boolean;
}

/** The newest events of an account with what was decided, newest first. Read by index, kind by kind. */
export function lifeOf(
  q: Querier,
  marketplace: string,
  account: string,
  kinds: readonly string[],
  limit: number,
): Promise<LifeRow[]> {
  return q.query<LifeRow>(
    `select e.at, e.id as event_id, e.type, e.kind, e.subject_id, e.revision, left(e.title, 120) as title, d.outcome,
       coalesce(cardinality(d.reason_codes), 0) > 0 as reasoned
     from (
       select x.* from unnest($3::text[]) k(kind) cross join lateral (
         select at, id, type, kind, subject_id, revision, title from events
         where marketplace = $1 and owner = $2 and kind = k.kind order by at desc limit $4) x
       order by x.at desc, x.id desc limit $4) e
     left join decisions d on d.marketplace = $1 and d.event_id = e.id and d.standing
     order by e.at desc, e.id desc`,
    [marketplace, account, kinds, limit],
    "life_of",
  );
}

/** SQL over events and subjects for the desk: a subject as it stands, an account's life, and what a person's decision changes. */
import type { Outcome, SubjectKind, Visibility } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

export interface SubjectRow {
  kind: SubjectKind;
  id: string;
  owner: string;
  revision: number | null;
  event_id: string;
  state: Record<string, unknown>;
  title: string;
  at: Date;
  created_at: Date;
  decision_id: string | null;
  outcome: Outcome | null;
  visibility: Visibility | null;
  approved: Record<string, unknown> | null;
  approved_event: string | null;
  approved_revision: number | null;
  approved_at: Date | null;
}

const columns = `kind, id, owner, revision, event_id, state, title, at, created_at, decision_id, outcome, visibility,
  approved, approved_event, approved_revision, approved_at`;

export async function subjectRow(
  q: Querier,
  marketplace: string,
  kind: string,
  id: string,
): Promise<SubjectRow | undefined> {
  const [row] = await q.query<SubjectRow>(
    `select ${columns} from subjects where marketplace = $1 and kind = $2 and id = $3`,
    [marketplace, kind, id],
    "subject_row",
  );
  return row;
}

/** The same, locked until the transaction ends. Lock it before the subject's cases: the pipeline's commit does. */
export async function lockSubject(
  tx: Querier,
  marketplace: string,
  kind: string,
  id: string,
): Promise<SubjectRow | undefined> {
  const [row] = await tx.query<SubjectRow>(
    `select ${columns} from subjects where marketplace = $1 and kind = $2 and id = $3 for update`,
    [marketplace, kind, id],
  );
  return row;
}

/** What of a subject an undo puts back. Kept with the resolution, as JSON. */
export type BeforeDecision = Pick<
  SubjectRow,
  "event_id" | "decision_id" | "outcome" | "visibility" | "approved_event" | "approved_revision"
> & { approved: Record<string, unknown> | null; approved_at: string | null };

/** A person's decision on the state that stands; an approval makes it the approved one. */
export async function decideSubject(
  tx: Querier,
  marketplace: string,
  { kind, id }: Pick<SubjectRow, "kind" | "id">,
  decision: { id: string; outcome: Outcome; visibility: Visibility },
): Promise<void> {
  await tx.query(
    `update subjects set decision_id = $4, outcome = $5, visibility = $6${
      decision.outcome === "approve"
        ? ", approved = state, approved_event = event_id, approved_revision = revision, approved_at = at"
        : ""
    } where marketplace = $1 and kind = $2 and id = $3`,
    [marketplace, kind, id, decision.id, decision.outcome, decision.visibility],
  );
}

/**
 * Puts back what stood before an undone decision. A revision that came since keeps its own decision; what the undone
 * decision had approved is not approved any more.
 */
export async function restoreSubject(
  tx: Querier,
  marketplace: string,
  { kind, id }: Pick<SubjectRow, "kind" | "id">,
  undone: string,
  before: BeforeDecision,
): Promise<void> {
  await tx.query(
    `update subjects set decision_id = $5, outcome = $6, visibility = $7
     where marketplace = $1 and kind = $2 and id = $3 and decision_id = $4`,
    [marketplace, kind, id, undone, before.decision_id, before.outcome, before.visibility],
  );
  await tx.query(
    `update subjects set approved = $5, approved_event = $6, approved_revision = $7, approved_at = $8
     where marketplace = $1 and kind = $2 and id = $3 and approved_event = $4`,
    [
      marketplace,
      kind,
      id,
      before.event_id,
      before.approved && JSON.stringify(before.approved),
      before.approved_event,
      before.approved_revision,
      before.approved_at,
    ],
  );
}

export interface AccountCounts {
  listings: number;
  live: number;
  refused: number;
  review: number;
  messages: number;
}

/** What an account has, as it stands now. `live`: listings that people can see. */
export async function accountCounts(q: Querier, marketplace: string, account: string): Promise<AccountCounts> {
  const [row] = await q.query<AccountCounts>(
    `select count(*) filter (where kind = 'listing')::int as listings,
       count(*) filter (where kind = 'listing' and not ended and visibility not in ('held', 'removed'))::int as live,
       count(*) filter (where outcome = 'refuse')::int as refused,
       count(*) filter (where outcome = 'review')::int as review,
       count(*) filter (where kind = 'message')::int as messages
     from subjects where marketplace = $1 and owner = $2`,
    [marketplace, account],
    "account_counts",
  );
  return row!;
}

/** When an owner was first seen; undefined for one that never was. */
export async function firstSeen(q: Querier, marketplace: string, owner: string): Promise<Date | undefined> {
  const [row] = await q.query<{ first_at: Date }>(
    "select first_at from owner_activity where marketplace = $1 and owner = $2",
    [marketplace, owner],
    "first_seen",
  );
  return row?.first_at;
}

export interface MessageRow {
  id: string;
  from: string;
  at: Date;
  text: string;
}

/** The messages of an event's conversation before it, oldest first: the last 30. Texts are cut at 500 characters. */
export async function messagesBefore(q: Querier, marketplace: string, eventId: string): Promise<MessageRow[]> {
  const rows = await q.query<MessageRow>(
    `select p.subject_id as id, p.owner as "from", p.at, p.title as text
     from events e join events p on p.marketplace = $1 and p.conversation = e.conversation and p.at <= e.at
     where e.marketplace = $1 and e.id = $2 and p.subject_id <> e.subject_id
     order by p.at desc, p.id desc limit 30`,
    [marketplace, eventId],
    "messages_before",
  );
  return rows.reverse();
}

/** The conversation that an event belongs to, if any. */
export async function conversationOf(q: Querier, marketplace: string, eventId: string): Promise<string | undefined> {
  const [row] = await q.query<{ conversation: string | null }>(
    "select conversation from events where marketplace = $1 and id = $2",
    [marketplace, eventId],
    "conversation_of",
  );
  return row?.conversation ?? undefined;
}

/** @returns how many events came in since; read by index */
export async function eventsSince(q: Querier, marketplace: string, hours: number): Promise<number> {
  const [row] = await q.query<{ n: number }>(
    "select count(*)::int as n from events where marketplace = $1 and received_at > now() - $2 * interval '1 hour'",
    [marketplace, hours],
    "events_since",
  );
  return row?.n ?? 0;
}

/** Titles of events' subjects as they were then. */
export async function titlesOf(
  q: Querier,
  marketplace: string,
  events: readonly string[],
): Promise<Map<string, string>> {
  const rows = await q.query<{ id: string; title: string }>(
    "select id, left(title, 200) as title from events where marketplace = $1 and id = any($2)",
    [marketplace, events],
  );
  return new Map(rows.map((row) => [row.id, row.title]));
}

/** What is up now: not ended, and seen as it is, in part, or by fewer. */
const live = "not s.ended and s.visibility in ('visible', 'masked', 'limited')";

export interface LiveSubject {
  kind: SubjectKind;
  subject_id: string;
  event_id: string;
  owner: string;
  state: Record<string, unknown>;
}

/** The next live subjects after one, by kind and id. */
export function liveSubjects(
  q: Querier,
  marketplace: string,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<LiveSubject[]> {
  return q.query<LiveSubject>(
    `select s.kind, s.id as subject_id, s.event_id, s.owner, s.state from subjects s
     where s.marketplace = $1 and (s.kind, s.id) > ($2, $3) and ${live} order by s.kind, s.id limit $4`,
    [marketplace, after?.[0] ?? "", after?.[1] ?? "", limit],
  );
}

/** Those of some subjects that are live. */
export function liveByName(
  q: Querier,
  marketplace: string,
  names: readonly { kind: string; id: string }[],
): Promise<Pick<LiveSubject, "kind" | "subject_id" | "event_id">[]> {
  return q.query(
    `select distinct s.kind, s.id as subject_id, s.event_id from unnest($2::text[], $3::text[]) n(kind, id)
     join subjects s on s.marketplace = $1 and s.kind = n.kind and s.id = n.id where ${live} order by 1, 2`,
    [marketplace, names.map(({ kind }) => kind), names.map(({ id }) => id)],
  );
}

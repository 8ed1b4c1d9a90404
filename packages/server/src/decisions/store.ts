/** SQL over the decisions. */
import type { Decision, History, Measurements } from "@assay/contract";
import type { Querier } from "../db/index.ts";

/** What a decision was taken from, beside the stored event: enough to take it again. */
export interface Basis {
  history: History;
  measurements: Measurements;
  /** `stage@version` of every policy that was in force. */
  policies: string[];
  /** The version of the marketplace's lists, and the moment as of which entries had expired or not, RFC 3339: entries are kept with both. */
  lists_version: number;
  lists_at: string;
  /** What was stopped by hand, where anything was: rules as `stage/rule`, detectors by id. */
  stopped?: { rules: readonly string[]; detectors: readonly string[] };
}

export interface StoredDecision {
  answer: Decision;
  basis: Basis | null;
  event_id: string;
  decided_by: string;
  undone_at: Date | null;
}

const columns = "answer, basis, event_id, decided_by, undone_at";

export async function loadDecision(db: Querier, marketplace: string, id: string): Promise<StoredDecision | undefined> {
  const [row] = await db.query<StoredDecision>(`select ${columns} from decisions where marketplace = $1 and id = $2`, [
    marketplace,
    id,
  ]);
  return row;
}

/** The decisions on one event, oldest first. */
export async function decisionsOf(db: Querier, marketplace: string, eventId: string): Promise<StoredDecision[]> {
  return db.query<StoredDecision>(
    `select ${columns} from decisions where marketplace = $1 and event_id = $2 order by decided_at, id`,
    [marketplace, eventId],
    "decisions_of",
  );
}

/** Fragments for the one read (`q`) and the one write (`ok`). */
export const readFragment = {
  /** The first answer given for this event id, for a caller who asks again. */
  columns: `(select d.answer from decisions d where d.marketplace = $1 and d.event_id = q.event_id order by d.decided_at, d.id limit 1) as first_answer,
    (select d.answer from decisions d where d.marketplace = $1 and d.event_id = q.event_id and d.standing and not q.first limit 1) as standing_answer,
    exists (select from decisions d where d.marketplace = $1 and d.event_id = q.event_id and d.standing and d.decided_by <> 'rule' and not q.first) as by_person`,
};

export const writeFragments = {
  // Waits for a person who is deciding at this moment, and then finds that it does not stand any more.
  still: `still as (
    select d.id from decisions d join input i on d.id = i.replaces where d.marketplace = $1 and d.standing and not i.first for update of d)`,
  decisions: `d as (
    insert into decisions (marketplace, id, event_id, kind, subject_id, revision, owner, at, mode, outcome, visibility, reason_codes, rules, answer, basis, decided_by, decided_at, effective_at, took_ms)
    select $1, decision_id, event_id, kind, subject_id, revision, owner, at, mode, outcome, visibility,
      array(select json_array_elements_text(reason_codes)), array(select json_array_elements_text(rules)), answer, basis, 'rule', decided_at, decided_at, took_ms from ok),
  superseded as (update decisions d set standing = false from ok where not ok.first and d.marketplace = $1 and d.event_id = ok.event_id and d.standing and d.id <> ok.decision_id)`,
};

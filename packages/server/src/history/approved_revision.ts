import { lastRevision, stateOfRow } from "./revisions.ts";
import { historyValue } from "./value.ts";

/** The last approved state of the same subject: what an edit is judged against. */
export const approvedRevision = historyValue({
  key: "approved_revision",
  sql: `(select json_build_object('revision', p.revision, 'event', p.body)
    from decisions d join events p on p.marketplace = $1 and p.id = d.event_id
    where d.marketplace = $1 and d.kind = q.kind and d.subject_id = q.subject_id and d.outcome = 'approve' and d.standing
      and d.at <= q.at and d.event_id <> q.event_id
    order by d.at desc limit 1)`,
  fromRow: stateOfRow,
  fold: lastRevision<"approved_revision">(({ outcome }) => outcome === "approve"),
});

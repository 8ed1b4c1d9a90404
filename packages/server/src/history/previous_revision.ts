import { lastRevision, stateOfRow } from "./revisions.ts";
import { historyValue } from "./value.ts";

/** The state of the same subject before this event, approved or not. */
export const previousRevision = historyValue({
  key: "previous_revision",
  sql: `(select json_build_object('revision', p.revision, 'event', p.body)
    from events p where p.marketplace = $1 and p.kind = q.kind and p.subject_id = q.subject_id and p.at <= q.at and p.id <> q.event_id
    order by p.at desc limit 1)`,
  fromRow: stateOfRow,
  fold: lastRevision<"previous_revision">(() => true),
});

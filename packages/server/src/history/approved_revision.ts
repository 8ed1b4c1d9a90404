import type { HistoryValues } from "@assay/contract";
import { entry, historyValue, type StoredRevision } from "./value.ts";

type Approved = NonNullable<HistoryValues["approved_revision"]>;

export const approvedRevision = historyValue<"approved_revision", Map<string, (Approved & { ms: number })[]>>({
  key: "approved_revision",
  sql: `(select json_build_object('revision', p.revision, 'event', p.body)
    from decisions d join events p on p.marketplace = $1 and p.id = d.event_id
    where d.marketplace = $1 and d.kind = q.kind and d.subject_id = q.subject_id and d.outcome = 'approve' and d.standing
      and d.at <= q.at and d.event_id <> q.event_id
    order by d.at desc limit 1)`,
  fromRow: (row: StoredRevision | null) =>
    row && stateOf({ revision: row.revision, at: row.event.time, data: row.event.data }),
  fold: {
    start: () => new Map(),
    add(subjects, { intake: { subject, event, at }, outcome }) {
      if (outcome !== "approve") return;
      const revision = subject.revision === undefined ? {} : { revision: subject.revision };
      entry(subjects, `${subject.kind} ${subject.id}`, () => []).push({
        ...revision,
        at: event.time,
        data: event.data,
        ms: at,
      });
    },
    read(subjects, { subject, at }) {
      const past = (subjects.get(`${subject.kind} ${subject.id}`) ?? []).filter((state) => state.ms <= at);
      const last = past.sort((a, b) => a.ms - b.ms).at(-1);
      return last ? stateOf(last) : null;
    },
  },
});

function stateOf({
  revision,
  at,
  data,
}: Omit<Approved, "revision"> & { revision?: number | null | undefined }): Approved {
  return { ...(typeof revision === "number" && { revision }), at, data };
}

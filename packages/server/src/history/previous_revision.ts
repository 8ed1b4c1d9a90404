import type { HistoryValues } from "@assay/contract";
import { entry, historyValue, type StoredRevision } from "./value.ts";

type State = NonNullable<HistoryValues["previous_revision"]>;

export const previousRevision = historyValue<"previous_revision", Map<string, (State & { ms: number })[]>>({
  key: "previous_revision",
  sql: `(select json_build_object('revision', p.revision, 'event', p.body)
    from events p where p.marketplace = $1 and p.kind = q.kind and p.subject_id = q.subject_id and p.at <= q.at and p.id <> q.event_id
    order by p.at desc limit 1)`,
  fromRow: (row: StoredRevision | null) =>
    row && stateOf({ revision: row.revision, at: row.event.time, data: row.event.data }),
  fold: {
    start: () => new Map(),
    add(subjects, { intake: { subject, event, at } }) {
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

function stateOf({ revision, at, data }: Omit<State, "revision"> & { revision?: number | null | undefined }): State {
  return { ...(typeof revision === "number" && { revision }), at, data };
}

/** What the approved and the previous revision share: how a stored event becomes a state, and the last of them before a moment. */
import type { HistoryValues } from "@assay/contract";
import type { Intake } from "../intake/index.ts";
import { entry, type Fold, type PastEvent, type StoredRevision } from "./value.ts";

type State = NonNullable<HistoryValues["previous_revision"]>;
type States = Map<string, (State & { ms: number })[]>;

export function stateOfRow(row: StoredRevision | null): State | null {
  return row && stateOf({ revision: row.revision, at: row.event.time, data: row.event.data });
}

/** @param counts which past events are taken */
export function lastRevision<K extends "approved_revision" | "previous_revision">(
  counts: (past: PastEvent) => boolean,
): Fold<K, States> {
  return {
    start: () => new Map(),
    add(subjects, past) {
      if (!counts(past)) return;
      const { subject, event, at } = past.intake;
      const revision = subject.revision === undefined ? {} : { revision: subject.revision };
      entry(subjects, keyOf(past.intake), () => []).push({ ...revision, at: event.time, data: event.data, ms: at });
    },
    read(subjects, now) {
      const past = (subjects.get(keyOf(now)) ?? []).filter((state) => state.ms <= now.at);
      const last = past.sort((a, b) => a.ms - b.ms).at(-1);
      return (last ? stateOf(last) : null) as HistoryValues[K];
    },
  };
}

const keyOf = ({ subject }: Intake) => `${subject.kind} ${subject.id}`;

function stateOf({ revision, at, data }: Omit<State, "revision"> & { revision?: number | null | undefined }): State {
  return { ...(typeof revision === "number" && { revision }), at, data };
}

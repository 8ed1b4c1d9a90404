/**
 * One value of the history: how it is read from the database, and how it comes out of the raw events.
 * Both must agree (test/history.db.test.ts feeds the same events to both).
 */
import type { HistoryKey, HistoryValues, Outcome, Signal } from "@assay/contract";
import type { Intake } from "../intake/index.ts";
import type { PictureMatch } from "../measure/index.ts";

export interface HistoryValue<K extends HistoryKey = HistoryKey, S = unknown> {
  key: K;
  /**
   * SQL of one json value, as of the event. `$1` is the marketplace; the row `q` has event_id, kind, subject_id, owner, at, category,
   * currency, conversation, counterpart, identifiers (json array of kind and value), refs (json array of picture references). Reads by index, at most a constant number of rows.
   */
  sql: string;
  /** Finishes in code what SQL cannot say; most values need nothing. */
  fromRow?: (value: never) => HistoryValues[K];
  /** Absent where the value does not come from events (banks of known pictures). */
  fold?: Fold<K, S>;
}

/** The same from raw events, in the order they were received: `add` after each, `read` before it. */
export interface Fold<K extends HistoryKey, S> {
  start(): S;
  add(state: S, past: PastEvent): void;
  read(state: S, now: Intake, pictures: MeasuredPictures): HistoryValues[K];
}

/** What was measured of pictures: no event says it. */
export interface MeasuredPictures {
  /** Content of a picture reference, where it was had. */
  contentOf(ref: string): string | undefined;
  /** The other contents that show the same photo. */
  sameAs(content: string): readonly PictureMatch[];
}

/**
 * A stored event as SQL hands it over: whole. PostgreSQL's json operators cannot look into a json value that holds `\u0000`,
 * and a seller may write one.
 */
export interface StoredRevision {
  revision: number | null;
  event: { time: string; data: Record<string, unknown> };
}

/** An event that has been decided. */
export interface PastEvent {
  intake: Intake;
  outcome: Outcome;
  /** What detectors saw when it was first decided. */
  signals: readonly Signal[];
}

/** Keeps a value's key, its fold's state and its result in step. */
export function historyValue<const K extends HistoryKey, S>(value: HistoryValue<K, S>): HistoryValue {
  return value as unknown as HistoryValue;
}

export const dayMs = 86_400_000;

/** Get, or put what `make` gives. */
export function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

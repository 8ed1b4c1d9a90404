/** What a detector is: a pure function from a subject and its history to what it saw. It never judges. */
import type {
  Client,
  DetectorDeclaration,
  HistoryKey,
  HistoryValues,
  MeasurementKey,
  Measurements,
  Signal,
  Subject,
} from "@assay/contract";
import type { ListBook } from "./lists/index.ts";
import { coverAllowed } from "./lists/texts.ts";

/** Every list of the marketplace by name, its values as they stand. */
export type OperatorLists = Readonly<Record<string, readonly string[]>>;

export interface DetectorInput<H extends HistoryKey = HistoryKey, M extends MeasurementKey = MeasurementKey> {
  subject: Subject;
  /** `listing.created` and the like. */
  eventType: string;
  /** The event's time in ms since 1970. The only clock that a detector has. */
  at: number;
  client?: Client | undefined;
  history: Pick<HistoryValues, H>;
  measurements: Pick<Measurements, M>;
  /** The marketplace's own lists, as of the event; without them a detector does without. */
  lists?: OperatorLists | undefined;
  /** The entries of these lists that are looked for in texts, compiled. What its allow-lists hold, no detector is shown. */
  listed?: ListBook | undefined;
}

/** What `detect` answers; the runner adds the detector's id and version. */
export type Finding = Omit<Signal, "detector" | "version">;

export interface Detector<H extends HistoryKey = HistoryKey, M extends MeasurementKey = MeasurementKey>
  extends DetectorDeclaration {
  readonly history: readonly H[];
  readonly measurements: readonly M[];
  /** Pure and bounded: no clock, no I/O, input capped by itself. May throw; the runner turns that into `unknown`. */
  detect(input: DetectorInput<H, M>): Finding;
}

/** Keeps the declared history and measurements in step with what `detect` may read. */
export function defineDetector<const H extends HistoryKey, const M extends MeasurementKey>(
  detector: Detector<H, M>,
): Detector {
  return detector as unknown as Detector;
}

/** Nothing there; `more` may say `thin` and n. */
export function clear(score = 0, more: Partial<Finding> = {}): Finding {
  return { state: "clear", score, evidence: [], ...more };
}

/** The look failed or has not finished; `reason` says why. Never the same as clear. */
export function unknown(reason: string): Finding {
  return { state: "unknown", reason, evidence: [] };
}

/**
 * Runs one detector. What it throws becomes an `unknown` signal with the reason, so that one failing detector does not stop the others.
 * @param onError told of what was thrown, for counting
 */
export function runDetector(detector: Detector, input: DetectorInput, onError?: (error: unknown) => void): Signal {
  const { id, version } = detector;
  try {
    if (input.listed) coverAllowed(input.subject, input.listed, input.history.account_profile);
    return { detector: id, version, ...detector.detect(input) };
  } catch (error) {
    onError?.(error);
    const reason = `the detector failed: ${error instanceof Error ? error.message : String(error)}`;
    return { detector: id, version, ...unknown(reason.slice(0, 300)) };
  }
}

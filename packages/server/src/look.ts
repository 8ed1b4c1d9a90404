/** Detect: every detector whose input is there looks at one subject. */
import type { History, Measurements, Signal } from "@assay/contract";
import { detectors, type ListBook, type OperatorLists, runDetector } from "@assay/detectors";
import type { Intake } from "./intake/index.ts";

export interface Look {
  signals: Signal[];
  /** Detectors that wait for a measurement. */
  pending: string[];
}

/**
 * @param lists the marketplace's own: values by list name, and what of them is looked for in texts
 * @param onError told of each detector that threw, for counting; its signal is `unknown`
 */
export function look(
  intake: Intake,
  history: History,
  measurements: Measurements,
  lists: { values: OperatorLists; book: ListBook },
  onError: (detector: string, error: unknown) => void,
): Look {
  const { subject, event, at } = intake;
  const signals: Signal[] = [];
  const pending: string[] = [];
  for (const detector of detectors) {
    if (!detector.subjects.includes(subject.kind)) continue;
    const results = detector.measurements.flatMap<{ state: string }>((key) => measurements[key] ?? []);
    if (detector.measurements.length > 0 && results.length === 0) continue; // no pictures, nothing to look at
    if (results.some((result) => result.state === "pending")) {
      pending.push(detector.id);
      continue;
    }
    const input = {
      subject,
      eventType: event.type,
      at,
      client: event.client,
      history: history as Required<History>,
      measurements: measurements as Required<Measurements>,
      lists: lists.values,
      listed: lists.book,
    };
    signals.push(runDetector(detector, input, (error) => onError(detector.id, error)));
  }
  return { signals, pending };
}

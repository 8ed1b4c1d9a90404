/** Detect: every detector whose input is there looks at one subject. */
import type { History, Measurements, Picture, Signal, Subject } from "@assay/contract";
import { detectors, type ListBook, type OperatorLists, runDetector } from "@assay/detectors";
import type { Intake } from "./intake/index.ts";

export interface Look {
  /** The subject as it was looked at: with the texts that were read in its pictures. */
  subject: Subject;
  signals: Signal[];
  /** Detectors that wait for a measurement. */
  pending: string[];
}

export interface Watch {
  onDetector?: (detector: string, ms: number) => void;
  onDetectorError?: (detector: string, error: unknown) => void;
}

/**
 * @param lists the marketplace's own: values by list name, and what of them is looked for in texts
 * @param watch told what each detector took, in ms, and of each that threw; its signal is `unknown`
 * @param looks which detectors look, by id; all of them without it
 */
export function look(
  intake: Intake,
  history: History,
  measurements: Measurements,
  lists: { values: OperatorLists; book: ListBook },
  watch: Watch = {},
  looks: (detector: string) => boolean = () => true,
): Look {
  const { event, at } = intake;
  const subject = withPictureTexts(intake.subject, measurements);
  const signals: Signal[] = [];
  const pending: string[] = [];
  for (const detector of detectors) {
    if (!detector.subjects.includes(subject.kind) || !looks(detector.id)) continue;
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
    const started = watch.onDetector ? performance.now() : 0;
    signals.push(runDetector(detector, input, (error) => watch.onDetectorError?.(detector.id, error)));
    watch.onDetector?.(detector.id, performance.now() - started);
  }
  return { subject, signals, pending };
}

/** What was read in a picture is a text field of the subject, `pictures[N].text`, in place of what the caller may have sent there. */
function withPictureTexts(subject: Subject, { picture_text: texts = [] }: Measurements): Subject {
  const { pictures } = subject.data;
  if (!Array.isArray(pictures) || !texts.some((text) => text.state === "done")) return subject;
  const read = (pictures as Picture[]).map((picture, index) => {
    const text = texts[index];
    return text?.state === "done" ? { ...picture, text: text.value.text } : picture;
  });
  return { ...subject, data: { ...subject.data, pictures: read } };
}

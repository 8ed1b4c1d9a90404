/** Runs shipped detectors on a text as a marketplace would send it: everything that one reads is filled in or empty. */
import { type HistoryValues, type Signal, type Subject, type SubjectKind, subjectKinds } from "@assay/contract";
import { type Detector, type DetectorInput, detectors, runDetector } from "@assay/detectors";

const emptyHistory: Partial<HistoryValues> = {
  account_profile: { known: false, age_days: 0, listings_total: 0, refusals_90d: 0 },
  approved_revision: null,
  previous_revision: null,
  comparable_prices: [],
  similar_listings: [],
  category_words: [],
  seller_batch: { habit: { days: 0, most: 0, mean: 0 }, peers: { sellers: 0, p50: 0, p95: 0, p99: 0 }, ads: [] },
  linked_batch: [],
  conversation_before: [],
  review_past: { orders_known: false, bought: 0, sold: 0, reviewed_back: [], recent: [] },
  account_links: [],
  seller_window: { listings_24h: 0, listings_1h: 0 },
  sender_window: { messages_24h: 0, recipients_24h: 0, messages_1h: 0 },
};

/** For folds: no picture was measured. */
export const noPictures = { contentOf: () => undefined, sameAs: () => [] };

/** The fixed time at which all evaluation texts are judged: 2026-11-21T12:00:00Z, in ms. */
const at = Date.UTC(2026, 10, 21, 12);

export function subjectOf(kind: SubjectKind, data: Record<string, unknown>): Subject {
  const whole = { id: "s1", [subjectKinds[kind].owner]: "a1", ...data };
  return { kind, id: "s1", owner: "a1", data: whole };
}

export function inputOf(
  kind: SubjectKind,
  data: Record<string, unknown>,
  history: Partial<HistoryValues> = {},
): DetectorInput {
  return {
    subject: subjectOf(kind, data),
    eventType: `${kind}.created`,
    at,
    history: { ...emptyHistory, ...history } as DetectorInput["history"],
    measurements: {},
  };
}

/** A detector by id, or nothing while it is not there; then its rows are left out and named. */
function detectorOf(id: string): Detector | undefined {
  return detectors.find((detector) => detector.id === id);
}

/** One detector's signal; throws when the detector is not there or failed, for an evaluation must not pass by failing. */
export function signalOf(id: string, input: DetectorInput): Signal {
  const detector = detectorOf(id);
  if (!detector) throw new Error(`there is no detector ${id}`);
  return runDetector(detector, input, (error) => {
    throw error;
  });
}

/** A text as a subject of a kind: an ad whose first line is its title, or a message, review, question. */
export function textInput(kind: SubjectKind, text: string, history: Partial<HistoryValues> = {}): DetectorInput {
  return inputOf(kind, kind === "listing" ? { description: text } : { text }, history);
}

/** Detectors that read text, those of a kind of subject. */
export function textDetectors(kind: SubjectKind): Detector[] {
  return detectors.filter(
    (detector) =>
      (detector.id.startsWith("text_") || detector.id === "review_authenticity") && detector.subjects.includes(kind),
  );
}

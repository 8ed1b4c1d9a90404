/** Everything that the detectors point at, each under a key, so that a highlight and its reason can find each other. */
import type { Evidence, Signal, SubjectRef } from "@assay/contract";
import type { Span } from "../text/segments.ts";

export interface Find {
  /** `detector#n`: stable within one decision. */
  key: string;
  signal: Signal;
  evidence: Evidence;
}

/** Where a span stands: a field of the subject itself, or of another one such as an earlier message. */
export interface Place {
  subject?: SubjectRef | undefined;
  field: string;
}

export function findsOf(signals: readonly Signal[]): Find[] {
  return signals.flatMap((signal) =>
    signal.evidence.map((evidence, index) => ({ key: `${signal.detector}#${index}`, signal, evidence })),
  );
}

const placeKey = ({ subject, field }: Place) => (subject ? `${subject.kind}/${subject.id}/${field}` : field);

/** All spans of these finds by the place they stand in; a split find has one span a part. */
export class SpanIndex {
  readonly #spans = new Map<string, Span[]>();

  /** @param own the subject that the decision is about; parts that name it are its own */
  constructor(finds: readonly Find[], own: { kind: string; id: string }) {
    for (const { key, evidence } of finds) {
      if (evidence.type !== "span") continue;
      const parts = evidence.parts?.length
        ? evidence.parts
        : [{ field: evidence.field, start: evidence.start, end: evidence.end }];
      for (const part of parts) {
        const subject = "subject" in part ? part.subject : undefined;
        const isOwn = !subject || (subject.kind === own.kind && subject.id === own.id);
        const place = placeKey({ field: part.field, subject: isOwn ? undefined : subject });
        this.#spans.set(place, [...(this.#spans.get(place) ?? []), { key, start: part.start, end: part.end }]);
      }
    }
  }

  at(place: Place): Span[] {
    return this.#spans.get(placeKey(place)) ?? [];
  }
}

/** The text that stands at a path such as `description`, `pictures[0].text` or `price.amount`; undefined when there is none. */
export function textAt(state: unknown, path: string): string | undefined {
  let value = state;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== "")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
}

export type EvidenceOf<K extends Evidence["type"]> = Extract<Evidence, { type: K }>;

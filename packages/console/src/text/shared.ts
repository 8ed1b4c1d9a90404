/** What two texts have in common, as spans of each. */
import { textDifference } from "./difference.ts";
import type { Span } from "./segments.ts";

/** Shorter runs than this, in UTF-16 units without blanks at the ends, are common to any two texts. */
const leastRun = 6;

export const sharedKey = "shared";

/** @returns spans of `a` and of `b` that stand in the other too, in the same order; none where hardly anything does */
export function sharedSpans(a: string, b: string): { a: Span[]; b: Span[] } {
  const spans = { a: [] as Span[], b: [] as Span[] };
  let [atA, atB] = [0, 0];
  for (const { kind, text } of textDifference(a, b)) {
    if (kind === "same" && text.trim().length >= leastRun) {
      spans.a.push({ key: sharedKey, start: atA, end: atA + text.length });
      spans.b.push({ key: sharedKey, start: atB, end: atB + text.length });
    }
    if (kind !== "added") atA += text.length;
    if (kind !== "removed") atB += text.length;
  }
  return spans;
}

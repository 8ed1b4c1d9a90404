/** Cuts a text at the borders of its spans, so that overlapping highlights can be drawn over the original characters. */

export interface Span {
  /** Names the find that the span belongs to; several spans (the parts of a split find) may share it. */
  key: string;
  /** UTF-16 code-unit indices into the original text; `end` is exclusive. */
  start: number;
  end: number;
}

export interface Segment {
  start: number;
  end: number;
  /** Keys of the spans that cover the whole segment, in the order given; empty outside of every span. */
  keys: string[];
}

/**
 * Segments that together cover `text` from `from` to `to` exactly once, in order. Spans are clamped to the text and widened to whole
 * code points (half a surrogate pair cannot be drawn); empty and reversed ones are left out.
 */
export function segments(text: string, spans: readonly Span[], from = 0, to = text.length): Segment[] {
  const kept = spans
    .map((span) => ({
      key: span.key,
      start: wholePoint(text, Math.max(from, span.start), -1),
      end: wholePoint(text, Math.min(to, span.end), 1),
    }))
    .filter((span) => Number.isFinite(span.start) && Number.isFinite(span.end) && span.start < span.end);
  const borders = [...new Set([from, to, ...kept.flatMap((span) => [span.start, span.end])])]
    .filter((border) => border >= from && border <= to)
    .sort((a, b) => a - b);
  const result: Segment[] = [];
  for (let i = 0; i + 1 < borders.length; i++) {
    const start = borders[i]!;
    const end = borders[i + 1]!;
    const keys = [...new Set(kept.filter((span) => span.start <= start && span.end >= end).map((span) => span.key))];
    result.push({ start, end, keys });
  }
  return result;
}

function wholePoint(text: string, index: number, step: 1 | -1): number {
  const inside = isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index));
  return inside ? index + step : index;
}
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * Where spans found in `before` lie in `after`, the same text as typed on: those before the first difference stay, those behind the last
 * one move with it, those across the edit are dropped. So highlights do not flicker between a keystroke and its answer.
 */
export function carrySpans<T extends { start: number; end: number }>(before: string, after: string, spans: T[]): T[] {
  if (before === after) return spans;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const moved = after.length - before.length;
  return spans.flatMap((span) => {
    if (span.end <= head) return [span];
    if (span.start >= before.length - tail) return [{ ...span, start: span.start + moved, end: span.end + moved }];
    return [];
  });
}

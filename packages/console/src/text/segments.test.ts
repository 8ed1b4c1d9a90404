import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carrySpans, type Span, segments } from "./segments.ts";

const drawn = (text: string, spans: Span[]) =>
  segments(text, spans).map((segment) => [text.slice(segment.start, segment.end), segment.keys.join("+")]);

describe("segments", () => {
  test("a text without spans is one plain segment, an empty text none", () => {
    expect(drawn("plain", [])).toEqual([["plain", ""]]);
    expect(drawn("", [])).toEqual([]);
  });

  test("overlapping and nested spans are cut at every border", () => {
    const spans = [
      { key: "a", start: 0, end: 6 },
      { key: "b", start: 4, end: 10 },
      { key: "c", start: 5, end: 6 },
    ];
    expect(drawn("0123456789!", spans)).toEqual([
      ["0123", "a"],
      ["4", "a+b"],
      ["5", "a+b+c"],
      ["6789", "b"],
      ["!", ""],
    ]);
  });

  test("a border inside of a surrogate pair moves out of it", () => {
    const text = "a😀b";
    expect(drawn(text, [{ key: "x", start: 2, end: 4 }])).toEqual([
      ["a", ""],
      ["😀b", "x"],
    ]);
    expect(drawn(text, [{ key: "x", start: 0, end: 2 }])).toEqual([
      ["a😀", "x"],
      ["b", ""],
    ]);
  });

  test("spans beyond the text are clamped, reversed and empty ones left out", () => {
    const spans = [
      { key: "far", start: 2, end: 99 },
      { key: "reversed", start: 3, end: 1 },
      { key: "empty", start: 1, end: 1 },
    ];
    expect(drawn("abc", spans)).toEqual([
      ["ab", ""],
      ["c", "far"],
    ]);
  });

  test("whatever the spans, the segments give the text back, each once and in order", () => {
    const span = fc.record({
      key: fc.constantFrom("a", "b", "c"),
      start: fc.integer({ min: -3, max: 40 }),
      end: fc.integer({ min: -3, max: 40 }),
    });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
        const result = segments(text, spans);
        expect(result.map((segment) => text.slice(segment.start, segment.end)).join("")).toBe(text);
        for (const segment of result) expect(segment.start).toBeLessThan(segment.end);
      }),
    );
  });
});

describe("carrySpans", () => {
  const spans = [
    { key: "a", start: 0, end: 3 },
    { key: "b", start: 8, end: 11 },
  ];
  test("what stands before an edit stays, what stands behind moves along", () => {
    expect(carrySpans("one two three", "one or two three", spans)).toEqual([
      { key: "a", start: 0, end: 3 },
      { key: "b", start: 11, end: 14 },
    ]);
  });
  test("what the edit cuts through is dropped", () => {
    expect(carrySpans("one two three", "one two txhree", spans)).toEqual([{ key: "a", start: 0, end: 3 }]);
  });
  test("a carried span always covers the same words", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, old, fresh, tail) => {
        const before = head + old + tail;
        const after = head + fresh + tail;
        const whole = [
          { key: "head", start: 0, end: head.length },
          { key: "tail", start: before.length - tail.length, end: before.length },
        ];
        for (const span of carrySpans(before, after, whole)) {
          expect(after.slice(span.start, span.end)).toBe(span.key === "head" ? head : tail);
        }
      }),
    );
  });
});

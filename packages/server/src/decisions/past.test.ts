import fc from "fast-check";
import { expect, test } from "vitest";
import { seenIn } from "./store/past.ts";

const text = fc.string({ unit: "binary", maxLength: 40 }).map((value) => `${value}{"detector":"a"],"pending":`);

test("signals are read out of an answer's text as if all of it were read, whatever stands in its texts", () => {
  const signal = fc.record({
    detector: fc.constantFrom("a", "ab", "b"),
    version: fc.nat(),
    state: fc.constantFrom("found", "clear"),
    values: fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(text, fc.double({ noNaN: true }))),
    evidence: fc.array(fc.record({ type: fc.constant("span"), value: text }), { maxLength: 3 }),
  });
  const signals = fc.uniqueArray(signal, { selector: ({ detector }) => detector, maxLength: 3 });
  fc.assert(
    fc.property(signals, fc.array(text, { maxLength: 2 }), (all, pending) => {
      const clean = pending.map((id) => id.replaceAll(/[\]"\\]/g, ""));
      const answer = JSON.stringify({ reasons: [{ code: '"signals":[' }], signals: all, pending: clean, cases: [] });
      const whole = JSON.parse(answer) as { signals: { detector: string }[]; pending: string[] };
      const read = seenIn(answer, ["a", "b"]);
      expect(read.pending).toEqual(whole.pending);
      expect(read.signals.toSorted((x, y) => (x.detector < y.detector ? -1 : 1))).toEqual(
        whole.signals
          .filter(({ detector }) => detector !== "ab")
          .toSorted((x, y) => (x.detector < y.detector ? -1 : 1)),
      );
    }),
  );
});

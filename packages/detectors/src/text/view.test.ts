import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashOf, viewOf, wordFlags } from "./view.ts";

const plain = (text: string) => viewOf("text", text).plain;

describe("normalisation", () => {
  it.each([
    ["PayPal", "paypal", "ASCII is lower-cased"],
    ["Écran très abîmé", "ecran tres abime", "accents"],
    ["e\u0301te\u0301", "ete", "combining accents"],
    ["Straße œuvre ærø", "strasse oeuvre aero", "letters that are two"],
    ["p\u200ba\u200dy\u00adpal", "paypal", "zero-width and soft hyphens"],
    ["\u202epal\u202c", "pal", "bidi"],
    ["раураl", "paypal", "Cyrillic look-alikes"],
    ["Ｗｈａｔｓａｐｐ", "whatsapp", "full-width"],
    ["𝓹𝓪𝔂𝓹𝓪𝓵", "paypal", "mathematical letters"],
    ["ⓟⓐⓨ 🅿🅰🆈", "pay pay", "circled and boxed letters"],
    ["0️⃣6️⃣", "06", "keycaps"],
    ["٠٦ ०६ ０６", "06 06 06", "digits of other scripts"],
    ["❶➋③", "123", "circled digits"],
    ["a\u00a0b\u2009c", "a b c", "spaces"],
    ["itâ€™s Ã©tÃ©, Â£40, RentalsÂ |Â Â ", "it's ete, £40, rentals |", "UTF-8 read as windows-1252"],
    ["Âge NÃO CÂBLE", "age nao cable", "letters that only look like it"],
    ["50 € – 20 £", "50 € - 20 £", "money stays, dashes are one"],
  ])("%s → %s (%s)", (text, expected) => {
    expect(plain(text).trim()).toBe(expected);
  });

  it("maps a place back to the original, marks included", () => {
    const text = "x 0️⃣6️⃣ é\u0301 y";
    const view = viewOf("text", text);
    const at = view.plain.indexOf("06");
    const { start, end } = view.toOriginal(at, at + 2);
    expect(text.slice(start, end)).toBe("0️⃣6️⃣");
  });

  it("leaves zero-width characters behind a word out of its place", () => {
    const text = "pay\u200b\u200b me";
    const { start, end } = viewOf("text", text).toOriginal(0, 3);
    expect(text.slice(start, end)).toBe("pay");
  });

  it("maps every stretch of any text into bounds, never empty, in order", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
        const view = viewOf("text", text);
        let last = 0;
        for (let i = 0; i < view.plain.length; i++) {
          const { start, end } = view.toOriginal(i, i + 1);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(last);
          last = start;
        }
      }),
    );
  });

  it("hashes words as hashOf does", () => {
    const view = viewOf("text", "one two-three");
    expect(Array.from({ length: view.tokens.count }, (_, t) => view.word(t))).toEqual(["one", "two", "three"]);
    for (let t = 0; t < view.tokens.count; t++) expect(view.tokens.hash[t]).toBe(hashOf(view.word(t)));
  });

  it("knows where sentences end", () => {
    const { tokens } = viewOf("text", "no money. Order now, e.g. today\n\n- next");
    const breaks = Array.from({ length: tokens.count }, (_, t) => (tokens.flags[t]! & wordFlags.breaks) !== 0);
    expect(breaks).toEqual([false, false, true, false, false, false, true, true]);
  });
});

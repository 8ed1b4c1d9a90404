import { describe, expect, it } from "vitest";
import { compilePhrases } from "./phrases.ts";
import { viewOf } from "./view.ts";

function found(phrases: string[], text: string, options = {}): string[] {
  const view = viewOf("text", text);
  return compilePhrases(phrases, options)
    .find(view)
    .map(({ start, end }) => {
      const place = view.toOriginal(start, end);
      return text.slice(place.start, place.end);
    });
}

describe("phrases", () => {
  it.each([
    ["paypal", "Pay by PаyPal now", "PаyPal"],
    ["paypal", "p a y p a l", "p a y p a l"],
    ["western union", "w.e.s.t.e.r.n u.n.i.o.n", "w.e.s.t.e.r.n u.n.i.o.n"],
    ["viagra", "v1agra!", "v1agra"],
    ["paypal", "paaaaypaaaal", "paaaaypaaaal"],
    ["whatsapp", "whats app", "whats app"],
    ["transf*", "transferring it", "transferring"],
    ["send .. money", "send me the money", "send me the money"],
    ["pa(y|id) (by|with) card", "paid with card", "paid with card"],
    ["gift (card|voucher|)", "a gift", "gift"],
    ["écran", "ECRAN", "ECRAN"],
  ])("%s is in %s", (phrase, text, expected) => {
    expect(found([phrase], text)).toContain(expected);
  });

  it.each([
    ["ass", "a classic pass"],
    ["money order", "no money. Order now"],
    ["send .. money", "send it over to me with all the money"],
    ["pen is", "the pen was"],
    ["ass", "Galaxy A55"],
    ["transf*", "a trans fat"],
  ])("%s is not in %s", (phrase, text) => {
    expect(found([phrase], text)).toEqual([]);
  });

  it("takes an operator's phrases as they stand", () => {
    expect(found(["call (now)", "50%*"], "please call now, 50%", { literal: true })).toEqual(["call now", "50"]);
  });

  it("may run over the end of a sentence when asked", () => {
    expect(found(["money order"], "money. Order", { acrossSentences: true })).toEqual(["money. Order"]);
  });

  it("finds the same among many phrases as alone", () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `word${i % 997} other${i}`);
    const text = "word5 other5 and send me the money";
    expect(found([...many, "send .. money"], text)).toEqual(["word5 other5", "send me the money"]);
  });
});

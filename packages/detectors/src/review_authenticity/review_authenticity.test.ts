import { describe, expect, it } from "vitest";
import { runDetector } from "../detector.ts";
import { reviewAuthenticity } from "./review_authenticity.ts";

const nothing = { orders_known: false, bought: 0, sold: 0, reviewed_back: [], recent: [] };

function look(text: string, more: Record<string, unknown> = {}, past = nothing) {
  return runDetector(reviewAuthenticity, {
    subject: { kind: "review", id: "s1", owner: "a1", data: { id: "s1", author: "a1", text, ...more } },
    eventType: "review.posted",
    at: 0,
    history: { review_past: past, account_links: [] },
    measurements: {},
  } as unknown as Parameters<typeof runDetector>[1]);
}

describe("review_authenticity", () => {
  it.each([
    ["I got a free sample in exchange for this review", "paid"],
    ["Rate me back and I'll rate you", "exchanged"],
    ["Venez voir ma boutique, code promo MARIE", "advertisement"],
    ["Make money from home with this trick", "not_about_deal"],
  ])("%s: %s", (text, kind) => {
    const { state, values } = look(text);
    expect(state).toBe("found");
    expect(values).toEqual({ kind });
  });

  it("does not know of a buyer when no order was sent, and does not say that there was none", () => {
    const text = "Not received yet, haven't tried it yet";
    expect(look(text).state).toBe("unknown");
    expect(look(text, { order: "o1" }).state).toBe("clear");
    expect(look("Great seller, quick delivery").state).toBe("clear");
  });

  it("believes a denial", () => {
    expect(look("I was not paid for this review").state).toBe("clear");
  });

  it("takes an unknown order for unknown, and a known absence for what it is", () => {
    expect(look("Great seller", { about: "a2" }).state).toBe("clear");
    const known = { ...nothing, orders_known: true };
    expect(look("Great seller", { about: "a2" }, known).scores).toEqual({ not_a_buyer: 0.6 });
    expect(look("Great seller", { about: "a2", order: "o1" }, known).state).toBe("clear");
    expect(look("Great buyer", { about: "a2" }, { ...known, sold: 1 }).state).toBe("clear");
  });
});

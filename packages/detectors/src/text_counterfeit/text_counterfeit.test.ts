import { describe, expect, it } from "vitest";
import { runDetector } from "../detector.ts";
import { textCounterfeit } from "./text_counterfeit.ts";

function look(title: string, description: string, more: Record<string, unknown> = {}) {
  return runDetector(textCounterfeit, {
    subject: { kind: "listing", id: "s1", owner: "a1", data: { id: "s1", seller: "a1", title, description, ...more } },
    eventType: "listing.created",
    at: 0,
    history: {},
    measurements: {},
  } as unknown as Parameters<typeof runDetector>[1]);
}
const euros = (amount: number) => ({ price: { amount, currency: "EUR" } });

describe("text_counterfeit", () => {
  it("names the brand, from the text or from the ad's own field", () => {
    expect(look("Gucci belt", "mirror quality").values).toEqual({ brand: "gucci" });
    expect(look("Belt", "mirror quality", { brand: "Gucci" }).values).toEqual({ brand: "Gucci" });
  });

  it("doubts a luxury brand at a price that it cannot have, more so without papers", () => {
    const text = "no box, no receipt, wholesale available";
    const cheap = look("Rolex watch", text, euros(40)).score!;
    expect(cheap).toBeGreaterThan(look("Rolex watch", text, euros(4000)).score!);
    expect(cheap).toBeGreaterThan(0.5);
    expect(look("Rolex watch", "no box", euros(4000)).state).toBe("clear");
  });

  it("leaves honest replicas and honest denials alone", () => {
    expect(look("Eames chair", "replica, good condition").state).toBe("clear");
    expect(look("Chanel bag", "authentic, with receipt, no replica").state).toBe("clear");
    expect(look("Manteau en fausse fourrure", "Zara").state).toBe("clear");
  });

  it("does not believe a claim of authenticity beside mirror quality", () => {
    expect(look("Louis Vuitton bag", "100% authentic, mirror quality AAA").state).toBe("found");
  });
});

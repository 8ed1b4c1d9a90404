import { describe, expect, it } from "vitest";
import { runDetector } from "../detector.ts";
import { textOffPlatformPayment } from "./text_off_platform_payment.ts";

function look(text: string, kind: "message" | "listing" = "message") {
  const data =
    kind === "listing" ? { id: "s1", seller: "a1", title: "Sofa", description: text } : { id: "s1", from: "a1", text };
  return runDetector(textOffPlatformPayment, {
    subject: { kind, id: "s1", owner: "a1", data },
    eventType: `${kind}.created`,
    at: 0,
    history: {},
    measurements: {},
  } as unknown as Parameters<typeof runDetector>[1]);
}

describe("text_off_platform_payment", () => {
  it("names the method and marks its words", () => {
    const text = "Please buy two Steam gift cards and send me the codes";
    const { state, values, evidence } = look(text);
    expect(state).toBe("found");
    expect(values).toEqual({ method: "gift_card" });
    const [span] = evidence;
    expect(span).toMatchObject({ type: "span", field: "text", kind: "gift_card" });
    if (span?.type === "span") expect(text.slice(span.start, span.end)).toBe("Steam gift cards");
  });

  it("marks the original characters of what is disguised", () => {
    const text = "Payment by W3stern Un1on only";
    const [span] = look(text).evidence;
    expect(span?.type === "span" && text.slice(span.start, span.end)).toBe("W3stern Un1on");
  });

  it("weighs the same words by what stands around them", () => {
    const score = (text: string) => look(text).score!;
    expect(score("Send it by bank transfer, then I ship")).toBeGreaterThan(0.7);
    expect(score("I paid by bank transfer in 2019, invoice included")).toBeLessThan(0.3);
    expect(score("I don't do bank transfers")).toBeLessThan(0.1);
    expect(score("He asked me to send a bank transfer, is this a scam?")).toBeLessThan(0.4);
  });

  it("takes an ad that lists what is accepted for what it is", () => {
    expect(look("Cash or PayPal accepted, pick up only", "listing").state).toBe("clear");
    expect(look("Cash only, no Zelle, no PayPal, no checks", "listing").score).toBeLessThan(0.1);
    expect(look("Payment by Western Union only, ships worldwide", "listing").state).toBe("found");
  });

  it("finds a courier only where money passes through its hands", () => {
    expect(look("My courier will collect the sofa on Monday").state).toBe("clear");
    expect(look("My courier will collect the sofa and bring the cash in an envelope").state).toBe("found");
  });

  it("never finds cash in person", () => {
    for (const text of [
      "Cash on collection, see you at six",
      "Espèces lors de la remise en main propre",
      "Barzahlung bei Abholung",
      "Pago en efectivo en mano",
      "Contanti al ritiro",
    ]) {
      expect(look(text).score, text).toBeLessThan(0.2);
    }
  });
});

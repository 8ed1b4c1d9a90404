import { describe, expect, it } from "vitest";
import { compileCues } from "./cues.ts";
import { viewOf } from "./index.ts";
import { isNegated } from "./negation.ts";

const reader = compileCues({ paypal: { any: ["paypal"] } });
function denied(text: string): boolean {
  const view = viewOf("text", text);
  const [hit] = reader.read(view);
  if (!hit) throw new Error(`no PayPal in: ${text}`);
  return isNegated(view, hit.firstToken, hit.endToken);
}

describe("negation", () => {
  it.each([
    "no PayPal",
    "No checks, Venmo or PayPal please",
    "I don't accept PayPal",
    "I do not take PayPal",
    "PayPal not accepted",
    "pas de PayPal",
    "je n'accepte pas PayPal",
    "ni virement ni PayPal",
    "PayPal refusé",
    "kein PayPal",
    "Ich nehme PayPal nicht",
    "ohne PayPal",
    "no acepto PayPal",
    "nada de transferencias, ni PayPal",
    "non accetto PayPal",
    "niente PayPal",
  ])("denies: %s", (text) => {
    expect(denied(text)).toBe(true);
  });

  it.each([
    "PayPal only",
    "No problem, PayPal is fine",
    "no fees with PayPal",
    "I don't take cash, only PayPal",
    "No cash please, send it by PayPal",
    "Not today. PayPal is fine",
    "je n'accepte que PayPal",
    "pas de souci pour PayPal",
    "pas d'espèces, plutôt PayPal",
    "keine Überweisung, sondern PayPal",
    "kein Problem, PayPal geht",
    "no tengo Bizum pero PayPal sí",
    "non contanti ma PayPal",
    "why don't you ask. PayPal works",
  ])("does not deny: %s", (text) => {
    expect(denied(text)).toBe(false);
  });
});

import type { SubjectKind } from "@assay/contract";
import { describe, expect, it } from "vitest";
import { type DetectorInput, runDetector } from "../detector.ts";
import { listingEdit } from "./listing_edit.ts";
import { sameWords } from "./wording.ts";

const approved = {
  id: "l1",
  seller: "a1",
  title: "Dining table, solid oak, 180 cm",
  description: "Solid oak table for six people, oiled last year, some marks of use. Pick-up only.",
  category: "furniture",
  price: { amount: 200, currency: "EUR" },
  pictures: [1, 2, 3, 4].map((n) => ({ url: `https://img.example/${n}.jpg?sig=${n}` })),
};

function signalOf(change: Record<string, unknown>, before: Record<string, unknown> = approved, previous = before) {
  const state = (data: Record<string, unknown>) => ({ at: "2026-11-20T00:00:00Z", data });
  const input = {
    subject: { kind: "listing" as SubjectKind, id: "l1", owner: "a1", data: { ...approved, ...change } },
    eventType: "listing.updated",
    at: 0,
    history: {
      approved_revision: state(before),
      previous_revision: state(previous),
      account_profile: { known: false },
    },
    measurements: {},
  };
  return runDetector(listingEdit, input as unknown as DetectorInput);
}

const price = (amount: number, more = {}) => ({ price: { amount, currency: "EUR", ...more } });

describe("prices", () => {
  it.each([180, 150, 100, 70, 260, 300])("may move to %d", (amount) => {
    expect(signalOf(price(amount)).state).toBe("clear");
  });
  it.each([420, 2000, 30, 10, 1])("may not jump to %d", (amount) => {
    const signal = signalOf(price(amount));
    expect(signal).toMatchObject({ state: "found", values: { price_ratio: amount / 200 } });
    expect(signal.evidence).toEqual([
      { type: "change", field: "price", before: "200 EUR", after: `${amount} EUR`, kind: "price" },
    ]);
  });
});

describe("pictures", () => {
  const urls = (...names: string[]) => ({
    pictures: names.map((name) => ({ url: `https://img.example/${name}.jpg` })),
  });
  it.each([
    ["kept under other signatures", ["1", "2", "3", "4"]],
    ["put in another order", ["4", "3", "2", "1"]],
    ["one more", ["1", "2", "3", "4", "5"]],
    ["one less", ["1", "2", "4"]],
    ["one exchanged", ["1", "2", "3", "5"]],
  ])("may be %s", (_, names) => expect(signalOf(urls(...names)).state).toBe("clear"));

  it("may not all be others", () => {
    const signal = signalOf(urls("5", "6", "7", "8"));
    expect(signal).toMatchObject({ state: "found", values: { pictures_replaced: 1 } });
    expect(signal.evidence).toMatchObject([{ before: "4 pictures", after: "4 pictures, 0 of them as before" }]);
  });
});

describe("edit after edit", () => {
  it("adds up, for it is the approved revision that counts", () => {
    const steps = [price(260), { title: "Table, oak" }, { pictures: [{ url: "https://img.example/9.jpg" }] }];
    const before = { ...approved, ...steps[0], ...steps[1] };
    expect(signalOf(steps[0]!).state).toBe("clear");
    expect(signalOf({ ...steps[0], ...steps[1] }).state).toBe("clear");
    const all = { ...price(390), title: "Oak chairs", description: "Six chairs of oak.", ...steps[2] };
    expect(signalOf(all, approved, before)).toMatchObject({ state: "found", values: { against: "approved" } });
  });

  it("is judged by each new way of contact and payment once", () => {
    const signal = signalOf({ description: `${approved.description} Telegram only, Telegram! Pay by gift card.` });
    const ways = signal.evidence.filter((one) => one.type === "change" && one.before === null);
    expect(ways).toMatchObject([
      { kind: "payment", after: "gift card" },
      { kind: "contact", after: "telegram" },
    ]);
  });
});

describe("words", () => {
  it("forgive typos, not other numbers", () => {
    expect(sameWords("Samsung Galxy S21 phone", "Samsung Galaxy S21 phone")).toMatchObject({
      kept: 1,
      otherNumbers: false,
    });
    expect(sameWords("Samsung Galaxy S21", "Samsung Galaxy S24")).toMatchObject({ otherNumbers: true });
    expect(sameWords("Lampe de bureau", "Vélo de course").alike).toBeLessThan(0.2);
  });
});

import { describe, expect, test } from "vitest";
import { fieldFor, priceOf, schemaOrgNames } from "./names.ts";

test.each([
  ["Titre", "title"],
  ["item condition", "condition"],
  ["itemCondition", "condition"],
  ["image_link", "picture"],
  ["Product Type", "category"],
  ["priceCurrency", "currency"],
  ["Beschreibung", "description"],
  ["colour", undefined],
])("column %s is %s", (column, field) => {
  expect(fieldFor(column)).toBe(field);
});

describe("prices as exports write them", () => {
  test.each([
    ["120", { amount: 120 }],
    ["1 200,50 €", { amount: 1200.5, currency: "EUR" }],
    ["1.200,5 EUR", { amount: 1200.5, currency: "EUR" }],
    ["15.00 USD", { amount: 15, currency: "USD" }],
    ["$1,200", { amount: 1200, currency: "USD" }],
    ["1’200.00 CHF", { amount: 1200, currency: "CHF" }],
    ["12.345", { amount: 12345 }],
    [",5", { amount: 5 }],
    [7.25, { amount: 7.25 }],
    ["free", undefined],
    ["-5", undefined],
    [Number.NaN, undefined],
    [null, undefined],
  ])("%s", (written, price) => {
    expect(priceOf(written)).toEqual(price);
  });

  test("a currency beside it wins", () => {
    expect(priceOf("100 €", "gbp")).toEqual({ amount: 100, currency: "GBP" });
  });
});

test("schema.org's and Merchant Center's names are ours on import, and what is ours stays", () => {
  const event = {
    id: "e",
    type: "listing.created",
    data: {
      id: "l",
      seller: "s",
      name: "Bike",
      title: "City bike",
      itemCondition: "UsedCondition",
      image_link: "https://x/1.jpg",
      price: "15.00 USD",
      gtin13: "4006381333931",
    },
  };
  expect(schemaOrgNames(event)).toMatchObject({
    data: {
      title: "City bike",
      condition: "UsedCondition",
      pictures: [{ url: "https://x/1.jpg" }],
      price: { amount: 15, currency: "USD" },
      gtin: "4006381333931",
    },
  });
  const message = { id: "e", type: "message.sent", data: { id: "m", name: "x" } };
  expect(schemaOrgNames(message)).toEqual(message);
  expect(schemaOrgNames(null)).toBeNull();
});

import type { HistoryValues } from "@assay/contract";
import { expect, it } from "vitest";
import { type DetectorInput, runDetector } from "../detector.ts";
import { listingBurst } from "./listing_burst.ts";

const ads = (n: number): HistoryValues["linked_batch"] =>
  Array.from({ length: n }, (_, i) => ({
    id: `b${i}`,
    seller: "a1",
    title: `Linen shirt ${i}`,
    category: "clothes",
    currency: "EUR",
    amount: 12,
    origin: "",
    pictures: 0,
    outcome: "approve" as const,
    age_hours: 1,
  }));

function signalOf(n: number, most: number, amount: number, category = "clothes") {
  const data = { id: "l1", seller: "a1", title: "Linen shirt", category, price: { amount, currency: "EUR" } };
  const seller_batch = {
    habit: { days: 1, most, mean: most },
    peers: { sellers: 0, p50: 0, p95: 0, p99: 0 },
    ads: ads(n),
  };
  const subject = { kind: "listing", id: "l1", owner: "a1", data };
  const history = { seller_batch, linked_batch: [] };
  return runDetector(listingBurst, {
    subject,
    eventType: "listing.created",
    at: 0,
    history,
    measurements: {},
  } as unknown as DetectorInput);
}

it("says that there are many, and finds none of them that is like the rest", () => {
  expect(signalOf(12, 1, 12)).toMatchObject({
    state: "clear",
    values: { burst: true, ads: 13, limit: 5, accounts: 1 },
  });
});

it("pulls out the one that is not, with the window as evidence", () => {
  const signal = signalOf(12, 1, 900, "phones");
  expect(signal.state).toBe("found");
  expect(signal.evidence[0]).toMatchObject({ type: "window", count: 13, limit: 5 });
});

it("measures a seller by its own busiest day", () => {
  expect(signalOf(12, 7, 900, "phones")).toMatchObject({ state: "clear", values: { burst: false, limit: 14 } });
});

import { parseEvent, subjectKindNames } from "@assay/contract";
import { expect, expectTypeOf, test } from "vitest";
import { event, type StateOf } from "../src/index.ts";

test("builds events that the contract accepts", () => {
  const built = [
    event("account.created", { id: "a1", name: "Zoé", country: "FR", capacity: "private" }),
    event("session.started", { id: "s1", account: "a1" }, { client: { ip: "2001:db8::1", device: "d1" } }),
    event("listing.created", { id: "l1", seller: "a1", condition: { grade: "good" }, price: { amount: 5 } }),
    event("message.sent", { id: "m1", from: "a1", to: "a2", text: "Bonjour" }),
    event("order.placed", { id: "o1", buyer: "a2", listing: "l1" }),
    event("review.posted", { id: "r1", author: "a2", about: "a1", rating: 5 }),
    event("report.made", { id: "p1", by: "a2", about: "l1" }),
  ];
  for (const one of built) expect(() => parseEvent(one, Date.now())).not.toThrow();
  expect(new Set(built.map((one) => one.id)).size).toBe(built.length);
});

test("keeps what the caller gives", () => {
  const time = new Date("2026-11-01T08:00:00Z");
  expect(event("account.created", { id: "a1" }, { id: "e1", time, marketplace: "brocante" })).toEqual({
    id: "e1",
    type: "account.created",
    time: "2026-11-01T08:00:00.000Z",
    marketplace: "brocante",
    data: { id: "a1" },
  });
});

test("the compiler knows each kind's owner", () => {
  expectTypeOf<StateOf<"listing">["seller"]>().toEqualTypeOf<string>();
  expectTypeOf<StateOf<"order">["buyer"]>().toEqualTypeOf<string>();
  // @ts-expect-error a listing has a seller
  event("listing.created", { id: "l1" });
  // @ts-expect-error no such kind
  event("banana.peeled", { id: "b1" });
  expect(subjectKindNames.length).toBeGreaterThan(10);
});

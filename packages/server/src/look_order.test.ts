import { expect, it } from "vitest";
import { accept } from "./intake/index.ts";
import { LookOrder } from "./look_order.ts";

const at = Date.parse("2026-11-21T10:00:00Z");
const from = (seller: string, mode: "live" | "shadow" | "backfill" = "live") =>
  accept(
    { id: "e1", type: "listing.created", time: "2026-11-21T10:00:00Z", data: { id: "l1", seller } },
    "m",
    mode,
    at,
  );

it("puts an owner's flood behind everybody else's first picture, and forgets it", () => {
  const order = new LookOrder();
  const flood = Array.from({ length: 20 }, () => order.of(from("busy"), "alone", at));
  expect(flood).toEqual(flood.toSorted((a, b) => a - b));
  expect(flood.at(-1)).toBe(19);
  expect(order.of(from("new"), "alone", at)).toBe(0);
  expect(order.of(from("busy"), "alone", at + 10 * 60_000)).toBe(0);
  for (let i = 0; i < 500; i++) order.of(from("busy"), "alone", at);
  expect(order.of(from("busy"), "alone", at), "however much, before what came in bulk").toBeLessThan(100);
});

it("puts whoever waits first, then what came alone, in bulk, in shadow, and the past last", () => {
  const all = [
    new LookOrder().of(from("a"), "waited_for", at),
    new LookOrder().of(from("a"), "alone", at),
    new LookOrder().of(from("a"), "batch", at),
    new LookOrder().of(from("a", "shadow"), "alone", at),
    new LookOrder().of(from("a", "backfill"), "waited_for", at),
  ];
  expect(all).toEqual([-100, 0, 100, 300, 1000]);
});

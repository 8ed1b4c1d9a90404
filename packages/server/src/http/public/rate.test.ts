import { expect, test } from "vitest";
import { RateLimit } from "./rate.ts";

test("an address may do it so many times in a window; a network of IPv6 counts as one, another address for itself", () => {
  let now = 0;
  const limit = new RateLimit(2, 60_000, () => now);
  limit.take("2001:db8::1");
  limit.take("2001:db8::ffff:2");
  expect(() => limit.take("2001:db8::3")).toThrow("Try again in 1 minutes.");
  limit.take("2001:db8:0:1::1");
  limit.take("192.0.2.1");
  limit.take("::ffff:192.0.2.1");
  expect(() => limit.take("192.0.2.1")).toThrow();
  now = 60_001;
  limit.take("192.0.2.1");
});

import { expect, test } from "vitest";
import { Lockout } from "./lockout.ts";

test("five failures lead to a wait that doubles, up to a quarter of an hour, and success clears it", () => {
  let now = 1_000_000;
  const lockout = new Lockout(() => now);
  const waits: number[] = [];
  for (let failure = 1; failure <= 12; failure++) {
    lockout.failed("ana");
    waits.push(lockout.wait("ana"));
  }
  expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  expect(lockout.wait("bob")).toBe(0);
  now += 899_001;
  expect(lockout.wait("ana")).toBe(1);
  now += 999;
  expect(lockout.wait("ana")).toBe(0);
  lockout.succeeded("ana");
  lockout.failed("ana");
  expect(lockout.wait("ana")).toBe(0);
});

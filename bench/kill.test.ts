import { expect, test } from "vitest";
import { killRounds } from "./kill.ts";

test("kill -9 under load loses nothing acknowledged and decides nothing twice", async () => {
  const result = await killRounds(2, 1);
  expect(result.acknowledged).toBeGreaterThan(0);
  expect({ lost: result.lost, wrong: result.wrong, undelivered: result.undelivered }).toEqual({
    lost: [],
    wrong: [],
    undelivered: [],
  });
}, 240_000);

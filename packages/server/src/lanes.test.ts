import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Lanes, type Queued, urgencies } from "./lanes.ts";

interface Item extends Queued {
  n: number;
}

const item = (n: number, keys: string[], urgency: Item["urgency"] = "soon"): Item => ({
  n,
  keys,
  urgency,
  marketplace: "m",
});

/** Works groups one tick later, and keeps what it was given. */
function recorded() {
  const groups: number[][] = [];
  const lanes = new Lanes<Item, number>(async (_marketplace, items) => {
    groups.push(items.map(({ n }) => n));
    await sleep(1);
    return items.map(({ n }) => ({ status: "fulfilled", value: n }));
  });
  return { lanes, groups };
}

test("what shares a key is worked in the order it came, whatever its urgency", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(...urgencies)), { maxLength: 60 }),
      async (asked) => {
        const { lanes, groups } = recorded();
        await Promise.all(asked.map(([owner, urgency], n) => lanes.submit(item(n, [`o${owner}`], urgency))));
        const order = groups.flat();
        expect(order.toSorted((a, b) => a - b)).toEqual(asked.map((_, n) => n));
        for (let owner = 0; owner < 5; owner++) {
          const own = order.filter((n) => asked[n]![0] === owner);
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
        for (const group of groups) expect(new Set(group.map((n) => asked[n]![0])).size).toBe(group.length);
      },
    ),
    { numRuns: 40 },
  );
});

test("what is urgent overtakes what nobody waits for", async () => {
  const { lanes, groups } = recorded();
  const past = Array.from({ length: 400 }, (_, n) => lanes.submit(item(n, [`p${n}`], "whenever")));
  const chat = lanes.submit(item(1000, ["chat"], "now"));
  await Promise.all([...past, chat]);
  // Three groups were under way when it came.
  expect(groups.findIndex((group) => group.includes(1000))).toBe(3);
});

test("what would wait too long is refused, the least urgent first; and taken again once the queue has moved", async () => {
  let free = () => {};
  const held = new Promise<void>((resolve) => {
    free = resolve;
  });
  const lanes = new Lanes<Item, number>(async (_marketplace, items) => {
    await held;
    return items.map(({ n }) => ({ status: "fulfilled", value: n }));
  });
  const now = vi.spyOn(performance, "now");
  now.mockReturnValue(0);
  const all = [0, 1, 2, 3].map((n) => lanes.submit(item(n, [`k${n}`])));
  const admitted = (at: number) => {
    now.mockReturnValue(at);
    return urgencies.filter((urgency) => lanes.admits("m", urgency));
  };
  expect(admitted(50)).toEqual(["now", "soon", "whenever"]);
  expect(admitted(150)).toEqual(["now", "soon"]);
  expect(admitted(500)).toEqual(["now"]);
  expect(admitted(1500)).toEqual([]);
  expect(lanes.admits("another", "whenever")).toBe(true);
  now.mockRestore();
  free();
  await Promise.all(all);
  expect(lanes.admits("m", "whenever")).toBe(true);
  expect(lanes.depth).toBe(0);
});

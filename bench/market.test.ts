import { expect, test } from "vitest";
import { measureMarket } from "./market.ts";

// A short form: times are the bench's. Here: one read and one write for a decision, which touch a bounded number of pages however
// much is stored.
test("a decision reads no more where more is stored", async () => {
  const sizes = { template: 250, listings: [1000, 10_000], account: [100, 3000], rounds: 1, each: 3 } as const;
  const { market, account } = await measureMarket(sizes, () => {});
  for (const { kind, pages, statements } of [...market, ...account]) {
    expect.soft({ kind, ...statements, others: 0 }).toEqual({ kind, reads: 1, writes: 1, others: 0 });
    expect.soft(pages.read[0], kind).toBeGreaterThan(0);
    expect.soft(pages.read[1], `pages that ${kind} reads`).toBeLessThan(2000);
    expect.soft(pages.write[1], `pages that ${kind} writes`).toBeLessThan(200);
  }
}, 180_000);

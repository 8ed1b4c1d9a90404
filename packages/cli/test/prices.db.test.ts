/** A marketplace's past prices come from a CSV, and the next ad is compared with them: the command line and the server, as they run. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Decision } from "@assay/contract";
import { AssayClient } from "@assay/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, runServer } from "./server.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-prices-"));
let server: RunningServer;

beforeAll(async () => {
  server = await runServer();
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Forty bicycles between 380 and 458 euros that were sold, and ten bad ads at a tenth that were refused. */
function csv(): string {
  const rows = ["titre;catégorie;marque;prix;état;statut"];
  for (let n = 0; n < 40; n++)
    rows.push(`Velora K100 city bike ${n};bikes;Velora;${380 + 2 * n},00 €;bon;${n % 2 ? "sold" : "published"}`);
  for (let n = 0; n < 10; n++) rows.push(`Velora K100 city bike;bikes;Velora;40 €;bon;rejected`);
  return `${rows.join("\n")}\n`;
}

const bike = (id: string, amount: number) => ({
  id: `e-${id}`,
  type: "listing.created" as const,
  time: new Date().toISOString(),
  data: {
    id,
    seller: `seller-of-${id}`,
    title: "Velora K100 city bike",
    description: "Serviced in spring, stored indoors.",
    category: "bikes",
    brand: "Velora",
    price: { amount, currency: "EUR" },
  },
});
const priceOf = ({ signals }: Decision) => signals.find(({ detector }) => detector === "price_outlier");

test("prices loaded from a CSV are what the next ad is compared with; refused ads taught nothing", async () => {
  const client = new AssayClient({ url: server.url, apiKey: server.apiKey });
  // Before: too little to compare with.
  expect(priceOf(await client.events.send(bike("before", 400)))).toMatchObject({ state: "clear", thin: true });

  const file = join(folder, "past.csv");
  writeFileSync(file, csv());
  const imported = await server.assay("import", file, "--incumbent", "statut", "--currency", "EUR");
  expect(imported.said).toContain(`50 events of ${file} imported`);
  expect(imported.said).not.toContain("is not understood");
  expect(imported.status).toBe(0);

  expect(priceOf(await client.events.send(bike("usual", 410)))).toMatchObject({ state: "clear" });
  const bait = priceOf(await client.events.send(bike("bait", 45)))!;
  expect(bait).toMatchObject({ state: "found", values: { reading: "price" } });
  expect(bait.values!.quantile as number).toBeLessThan(0.01);
  const band = bait.evidence.find(({ type }) => type === "distribution")!;
  expect(band).toMatchObject({ type: "distribution", unit: "EUR", value: 45 });
  if (band.type !== "distribution") throw new Error("no band");
  expect(band.band.p50).toBeGreaterThan(380);
  expect(band.examples!.every(({ value }) => value >= 380)).toBe(true);
}, 120_000);

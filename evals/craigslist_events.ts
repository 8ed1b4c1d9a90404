/**
 * The Craigslist ads as events on standard output, for `assay check`:
 * `node evals/craigslist_events.ts [--data DIR] > ads.jsonl && npx --no-install assay check ads.jsonl --report ads.html`
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

interface Ad {
  id: string;
  title: string;
  text: string;
  price: number | null;
  category: string;
}

const { values } = parseArgs({ options: { data: { type: "string", default: "../shared/data" } } });
const file = join(values.data, "craigslist_listings/tune/data.jsonl");
const start = Date.parse("2026-10-01T00:00:00Z");
let line = 0;
for (const text of readFileSync(file, "utf8").trimEnd().split("\n")) {
  const ad = JSON.parse(text) as Ad;
  const event = {
    id: `craigslist-${ad.id}`,
    type: "listing.created",
    // The set has no dates: a minute between ads, in the order of the file.
    time: new Date(start + line++ * 60_000).toISOString(),
    data: {
      id: ad.id,
      // Nor has it sellers: one for each ad.
      seller: `seller-of-${ad.id}`,
      title: ad.title,
      // The text repeats the title as its first line.
      description: ad.text.startsWith(`${ad.title}\n`) ? ad.text.slice(ad.title.length + 1) : ad.text,
      category: ad.category,
      language: "en",
      ...(typeof ad.price === "number" && ad.price >= 0 && { price: { amount: ad.price, currency: "USD" } }),
    },
  };
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

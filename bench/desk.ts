/**
 * `npm run bench -- desk [--cases 100000]`: how long it takes from the key that decides a case until the next one is painted, in Chromium,
 * with so many open cases stored. The floor is what the same browser takes to paint a changed word.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { adminLink, ownApiKey, startAssay } from "@assay/server";
import pg from "pg";
import { chromium, type Page } from "playwright-core";
import { ask } from "./process.ts";

/** Key presses that count, after those that warm up. */
const presses = 40;
const warmUp = 5;
/** Time between two decisions, in ms: a fast moderator. */
const pause = 600;
const sellers = 5000;

/** @param say told of each step */
export async function benchDesk(cases: number, say: (text: string) => void = () => {}): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "assay-bench-desk-"));
  const assay = await startAssay({ dataDir, port: 0, logLevel: "error" });
  try {
    const apiKey = await ownApiKey(assay);
    say("asking for a few cases by the front door");
    await seed({ url: assay.url, apiKey });
    say(`copying them to ${cases} open cases`);
    await copyCases(assay.connection, cases);
    const browser = await chromium.launch({
      executablePath: process.env["ASSAY_CHROMIUM"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
      page.setDefaultTimeout(30_000);
      await page.goto(await adminLink(assay));
      await page.getByRole("button", { name: "Later" }).click();
      await page.goto(`${assay.url}/queues`);
      const opened = performance.now();
      await page.getByRole("button", { name: "Work all queues" }).click();
      await page.waitForURL("**/cases/**");
      await page.locator("h1").waitFor();
      const firstMs = performance.now() - opened;
      say("deciding");
      const floor = await paints(page);
      const times: number[] = [];
      for (let n = 0; n < warmUp + presses; n++) {
        await sleep(pause);
        const took = await decide(page);
        if (n >= warmUp) times.push(took);
      }
      const [open] = (
        await query<{ n: number }>(assay.connection, "select count(*)::int as n from cases where state <> 'resolved'")
      ).rows;
      const ms = (value: number) => `${value.toFixed(0)} ms`;
      return [
        "| what | figure |",
        "|---|---|",
        `| open cases stored | ${open!.n} |`,
        `| decisions by key | ${times.length} |`,
        `| key to next case painted, median | ${ms(quantile(times, 0.5))} (limit 100 ms) |`,
        `| 90th percentile | ${ms(quantile(times, 0.9))} |`,
        `| worst | ${ms(Math.max(...times))} |`,
        `| floor: one changed word painted, median of 20 | ${ms(quantile(floor, 0.5))} |`,
        `| median as a multiple of the floor | ${(quantile(times, 0.5) / quantile(floor, 0.5)).toFixed(1)} |`,
        `| "Work all queues" to the first case | ${ms(firstMs)} |`,
      ].join("\n");
    } finally {
      await browser.close();
    }
  } finally {
    await assay.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Presses the key that approves. @returns ms from the key's event until a frame with another case's title was painted */
async function decide(page: Page): Promise<number> {
  await page.evaluate(watch);
  await page.keyboard.press("a");
  return page.evaluate<number>("window.painted");
}

/** In the page: `painted` is told the time from the next key to another title. The frame that shows it has been painted when the callback of the one after runs. */
const watch = `{
  const title = document.querySelector("h1").textContent;
  let from = 0;
  window.addEventListener("keydown", () => { from = performance.now(); }, { capture: true, once: true });
  window.painted = new Promise((resolve, reject) => {
    const look = new MutationObserver(() => {
      const now = document.querySelector("h1")?.textContent;
      if (from === 0 || !now || now === title) return;
      look.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
    });
    look.observe(document.body, { subtree: true, childList: true, characterData: true });
    setTimeout(() => reject(new Error("no other case was shown within 10 s: " + document.body.innerText.slice(0, 300))), 10000);
  });
  window.painted.catch(() => {});
}
undefined;`;

/** What the browser needs to paint one changed word, 20 times, in ms. */
const paints = (page: Page) =>
  page.evaluate<number[]>(`(async () => {
    const times = [];
    const word = document.body.appendChild(document.createElement("span"));
    for (let n = 0; n < 20; n++) {
      await new Promise((done) => setTimeout(done, 50));
      const from = performance.now();
      word.textContent = String(n);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      times.push(performance.now() - from);
    }
    word.remove();
    return times;
  })()`);

/** Phones at their price, then some far too cheap from new accounts, which need a person. */
async function seed(assay: { url: string; apiKey: string }): Promise<void> {
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const send = async (id: string, type: string, time: string, data: object) => {
    const { status, body } = await ask(assay, "POST", "/v1/events", { id, type, time, data });
    if (status !== 200) throw new Error(`${id}: ${status} ${JSON.stringify(body)}`);
  };
  const phone = (id: string, seller: string, amount: number) => ({
    id,
    seller,
    title: `Fairphone 4, ${id}`,
    description: "Works well, comes with its charger. I moved abroad and must sell at once. Collection in Nantes.",
    category: "phones",
    brand: "Fairphone",
    condition: "good",
    price: { amount, currency: "EUR", type: "fixed" },
    language: "en",
  });
  for (let n = 0; n < 40; n++) {
    await send(`e-old-${n}`, "listing.created", at(900 - n), phone(`old-${n}`, `old-seller-${n}`, 300 + n * 5));
  }
  for (let n = 0; n < templates; n++) {
    const seller = `template-seller-${n}`;
    const account = { id: seller, name: `Seller ${n}`, country: "FR", capacity: "private" };
    await send(`e-account-${n}`, "account.created", at(30), account);
    await send(`template-event-${n}`, "listing.created", at(1), phone(`template-listing-${n}`, seller, 30 + n));
  }
}
const templates = 5;

/** Copies what the front door made, with ids of their own, as the owner of the tables. */
async function copyCases(connection: pg.ClientConfig, cases: number): Promise<void> {
  const ids = ["template-event-", "template-listing-", "template-seller-"];
  const names = (text: string) => {
    const own = ["'copy-event-' || i", "'copy-listing-' || i", `'copy-seller-' || i % ${sellers}`];
    return ids.reduce((made, id, index) => `replace(${made}, '${id}' || n, ${own[index]})`, text);
  };
  const copy = async (table: string, changed: Record<string, string>, join: string) => {
    const { rows } = await query<{ name: string }>(
      connection,
      `select column_name as name from information_schema.columns where table_schema = 'assay' and table_name = '${table}' order by ordinal_position`,
    );
    const columns = rows.map((row) => row.name);
    const values = columns.map((name) => changed[name] ?? `t.${name}`);
    await query(
      connection,
      `insert into ${table} (${columns.join(", ")}) select ${values.join(", ")}
       from generate_series(1, ${cases}) i cross join lateral (select i % ${templates} as n) x join ${table} t on ${join}`,
    );
  };
  const seller = `'copy-seller-' || i % ${sellers}`;
  const at = (name: string) => `t.${name} - i * interval '1 second'`;
  const ref = { subject_id: "'copy-listing-' || i", owner: seller, event_id: "'copy-event-' || i" };
  const { subject_id: _, ...ownRef } = ref;
  const title = "'Fairphone 4, copy ' || i";
  const decision = "'dec_copy' || i";
  const subject = "t.kind = 'listing' and t.subject_id = 'template-listing-' || n";
  await copy(
    "events",
    {
      id: "'copy-event-' || i",
      subject_id: ref.subject_id,
      owner: seller,
      title,
      at: at("at"),
      body: `${names("t.body::text")}::json`,
    },
    subject,
  );
  await copy(
    "subjects",
    { ...ownRef, id: "'copy-listing-' || i", title, decision_id: decision, state: `${names("t.state::text")}::json` },
    "t.kind = 'listing' and t.id = 'template-listing-' || n",
  );
  await copy(
    "decisions",
    {
      ...ref,
      id: decision,
      decided_at: at("decided_at"),
      answer: `replace(${names("t.answer::text")}, t.id, ${decision})::json`,
    },
    `${subject} and t.standing`,
  );
  await copy(
    "cases",
    {
      ...ref,
      id: "'cas_copy' || i",
      title,
      decision_id: decision,
      opened_at: at("opened_at"),
      priority: "50 + i % 50",
    },
    subject,
  );
  await query(connection, "analyze");
}

async function query<T extends pg.QueryResultRow>(connection: pg.ClientConfig, text: string) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query("set search_path = assay");
    return await client.query<T>(text);
  } finally {
    await client.end();
  }
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;
}

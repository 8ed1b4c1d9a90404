/** A lead's QA week: a sample is drawn, two moderators look at it blind, they disagree once, the lead settles it, and the figures say so. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CaseView } from "@assay/contract";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Assay, ago, call, startAssay } from "./assay.ts";

/** Put in by the debugger, which the content security policy does not bind. */
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Where pictures of the pages go, when they are wanted. */
const pictures = process.env["ASSAY_SCREENSHOTS"];
let assay: Assay;
let browser: Browser;
const mistakes: string[] = [];

const newPage = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => mistakes.push(error.message));
  return page;
};
const enter = async (link: string): Promise<Page> => {
  const page = await newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Later" }).click();
  await page.locator("h1").waitFor();
  return page;
};
const listing = (n: number, description: string) => ({
  id: `e-ad${n}`,
  type: "listing.created",
  time: ago(0.5 + n / 100),
  data: {
    id: `ad${n}`,
    seller: `s${n}`,
    title: `Walnut chair, lot ${n}`,
    description,
    category: "furniture",
    price: { amount: 60 + n, currency: "EUR" },
    language: n % 2 ? "fr" : "en",
  },
});

beforeAll(async () => {
  assay = await startAssay();
  for (let n = 0; n < 6; n++)
    await call(assay, "POST", "/events", listing(n, `From a flat in Lyon, number ${n}, picked up by appointment.`));
  browser = await chromium.launch({
    executablePath: process.env["ASSAY_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
});
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

const asking = async <T>(page: Page, method: string, path: string, body?: unknown): Promise<T> =>
  page.evaluate(
    async ([method, path, body]) => {
      const response = await fetch(`/v1${path}`, {
        method: method as string,
        headers: { "x-assay-csrf": "1", ...(body ? { "content-type": "application/json" } : {}) },
        ...(body ? { body: body as string } : {}),
      });
      return response.json();
    },
    [method, path, body === undefined ? "" : JSON.stringify(body)],
  );

async function clean(page: Page, path: string): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    return violations
      .filter((each) => each.impact === "serious" || each.impact === "critical")
      .map((each) => `${each.id}: ${each.nodes[0]?.html}`);
  });
  expect(found, path).toEqual([]);
}

test("a lead's QA week: drawn, answered blind by two, settled by a third, and the figures appear", async () => {
  const lead = await enter(assay.console_url);
  const people: Page[] = [];
  for (const name of ["ana", "ben"]) {
    const { link } = await asking<{ link: string }>(lead, "POST", "/users", {
      email: `${name}@market.example`,
      name,
      roles: ["moderator"],
    });
    people.push(await enter(link.replace(/^https?:\/\/[^/]+/, assay.url)));
  }
  await lead.goto(`${assay.url}/quality`);
  await lead.getByText("Nothing is settled yet").waitFor();
  await lead.getByRole("tab", { name: "Samples" }).click();
  await lead.getByRole("button", { name: "Draw", exact: true }).click();
  await lead.getByText(/items drawn; they wait/).waitFor();

  // Each moderator works the queue by keyboard; ben refuses the third lot, everything else is approved.
  for (const [index, page] of people.entries()) {
    await page.goto(`${assay.url}/queues`);
    await page
      .getByRole("button", { name: "Work the queue quality" })
      .click()
      .catch(async () => {
        await page.goto(`${assay.url}/queues/quality`);
        await page.getByRole("button", { name: "Start", exact: true }).click();
      });
    for (let n = 0; n < 6; n++) {
      await page.getByText("A sample: say what you would decide").waitFor();
      const shown = page.locator("[data-shown]");
      const id = (await shown.getAttribute("data-shown"))!;
      const view = await asking<CaseView>(page, "GET", `/cases/${id}`);
      expect(view.decision.outcome).toBe("review");
      expect(view.view.decisions).toEqual([]);
      await page
        .getByRole("button", { name: /^Approve/ })
        .and(page.locator(":enabled"))
        .waitFor();
      const title = (await page.locator("h1").textContent())!;
      if (index === 1 && title.endsWith("lot 3")) {
        await page.keyboard.press("r");
        await page.keyboard.press("1");
      } else await page.keyboard.press("a");
      await page.waitForFunction(
        (before) => document.querySelector("[data-shown]")?.getAttribute("data-shown") !== before,
        id,
      );
    }
  }

  await lead.goto(`${assay.url}/queues/adjudication`);
  await lead.getByRole("button", { name: "Start", exact: true }).click();
  await lead.getByText("Two people answered differently").waitFor();
  expect(await lead.getByText(/^One answer/).count()).toBe(2);
  await lead
    .getByRole("button", { name: /^Approve/ })
    .and(lead.locator(":enabled"))
    .waitFor();
  await clean(lead, "adjudication");
  await lead.keyboard.press("a");
  await lead.waitForURL(/queues/);

  await lead.goto(`${assay.url}/quality`);
  const errors = lead.locator("dl > div").filter({ hasText: "Decisions that were wrong" });
  await errors.getByText("0%").first().waitFor();
  await lead.getByRole("heading", { name: "How far two people say the same" }).waitFor();
  const all = lead.getByRole("row", { name: /^All/ });
  expect(await all.textContent()).toContain("83.3%");
  await clean(lead, "/quality");
  await lead.getByRole("tab", { name: "Items" }).click();
  await lead.getByRole("cell", { name: /ben: Refuse/ }).waitFor();
  await clean(lead, "/quality?tab=items");
  // A moderator reads the figures and their own row, and has neither samples nor items.
  await people[0]!.goto(`${assay.url}/quality`);
  await people[0]!.getByRole("row", { name: /^ana/ }).waitFor();
  expect(await people[0]!.getByRole("row", { name: /^ben/ }).count()).toBe(0);
  expect(await people[0]!.getByRole("tab", { name: "Items" }).count()).toBe(0);
  if (pictures) await photograph(lead);
  expect(mistakes).toEqual([]);
});

/** Pictures of the lead's pages: light, dark, narrow, French. */
async function photograph(page: Page): Promise<void> {
  const paths = {
    figures: "/quality",
    samples: "/quality?tab=samples",
    items: "/quality?tab=items",
    golden: "/quality?tab=golden",
  };
  for (const [name, path] of Object.entries(paths)) {
    for (const look of ["light", "dark", "narrow"] as const) {
      await page.setViewportSize(look === "narrow" ? { width: 390, height: 844 } : { width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: look === "dark" ? "dark" : "light" });
      await page.goto(`${assay.url}${path}`, { waitUntil: "networkidle" });
      await page.screenshot({ path: `${pictures}/${name}-${look}.png`, fullPage: true });
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await asking(page, "PATCH", "/me", { language: "fr" });
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(`${assay.url}${path}`, { waitUntil: "networkidle" });
    await page.screenshot({ path: `${pictures}/${name}-french.png`, fullPage: true });
  }
}

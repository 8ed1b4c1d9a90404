/** The shop in a real browser, on a real Assay: `assay start --demo`, as a newcomer starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draw } from "../src/pictures/draw.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-market-"));
const root = join(import.meta.dirname, "../../..");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let assay: ChildProcess;
let market: string;
let browser: Browser;

beforeAll(async () => {
  const args = [
    join(root, "packages/cli/bin/assay.js"),
    "start",
    "--demo",
    "--data",
    join(folder, "data"),
    "--port",
    "0",
  ];
  assay = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  market = await new Promise((resolve, reject) => {
    let said = "";
    assay.stderr!.on("data", (chunk) => {
      said += chunk;
      const found = /The marketplace\s+(http:\S+)/.exec(said);
      if (found) resolve(found[1]!);
    });
    assay.once("exit", (code) => reject(new Error(`assay ended with ${code}: ${said.slice(-2000)}`)));
  });
  browser = await chromium.launch({
    executablePath: process.env["ASSAY_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
});

afterAll(async () => {
  await browser?.close();
  if (assay.exitCode === null) {
    const ended = once(assay, "exit");
    assay.kill("SIGTERM");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

async function open(width: number, locale: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale });
  return context.newPage();
}

async function signUp(page: Page, name: string): Promise<void> {
  await page.goto(`${market}/signup`);
  await page.fill("input[name=name]", name);
  // People of their own: accounts that share an address are looked at as a ring.
  await page.fill("input[name=email]", `${randomBytes(4).toString("hex")}@example.com`);
  await page.click("form[action='/signup'] button");
  await page.waitForURL(`${market}/mine`);
}

async function post(page: Page, title: string, description: string, price: string): Promise<void> {
  await page.goto(`${market}/sell`);
  await page.fill("input[name=title]", title);
  await page.fill("textarea[name=description]", description);
  await page.fill("input[name=price]", price);
  await page.selectOption("select[name=category]", "furniture");
}

/** Serious and critical findings of axe, and whether the page is wider than the window. */
async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(`(async () => {
    const { violations } = await axe.run();
    const bad = violations.filter((one) => ["serious", "critical"].includes(one.impact));
    const wide = document.documentElement.scrollWidth > innerWidth ? ["wider than the window"] : [];
    return [...bad.map((one) => one.id + ": " + one.nodes[0].html), ...wide];
  })()`) as Promise<string[]>;
}

test.each([
  [390, "fr-FR"],
  [1280, "en-GB"],
] as const)("at %d pixels in %s every page fits and is accessible", async (width, locale) => {
  const page = await open(width, locale);
  await page.goto(market);
  expect(await page.locator(".card").count()).toBe(24);
  expect(await faults(page)).toEqual([]);
  await page.locator(".card a").first().click();
  await page.locator("article.ad").waitFor();
  expect(await faults(page)).toEqual([]);
  await signUp(page, "Maud");
  for (const path of ["/sell", "/mine", "/messages", "/login", "/signup"]) {
    await page.goto(market + path);
    expect(await faults(page), path).toEqual([]);
  }
  await page.context().close();
});

test("an ordinary ad with a picture is approved and stands in the shop", async () => {
  const page = await open(1280, "en-GB");
  await signUp(page, "Ada");
  await post(page, "Beech stool", "Solid beech, three legs, 45 cm high. A few marks on the seat.", "18");
  const buffer = await draw({ shape: "shelf", tint: "brown", seed: 41 });
  await page.setInputFiles("input[type=file]", { name: "stool.png", mimeType: "image/png", buffer });
  expect(await page.locator(".preview img").count()).toBe(1);
  await page.click("main button:has-text('Publish')");
  // pictures are looked at after the answer; the page follows by itself
  await page.locator(".status.online").waitFor({ timeout: 60_000 });
  await page.goto(`${market}/?q=beech+stool`);
  expect(await page.locator(".card .title").allTextContents()).toEqual(["Beech stool"]);
  await page.context().close();
});

test("an ad with a telephone number goes back with its reason, and is up once it is mended", async () => {
  const page = await open(390, "en-GB");
  await signUp(page, "Ben");
  await post(page, "Walnut bookend", "A pair, heavy. Call me on 07700 900 123 in the evening.", "12");
  await page.click("main button:has-text('Publish')");
  await page.locator(".status.changes .statement").waitFor();
  expect(await faults(page)).toEqual([]);
  await page.click("text=Fix and resubmit");
  await page.fill("textarea[name=description]", "A pair, heavy, with felt underneath.");
  await page.click("main button:has-text('Save')");
  await page.locator(".status.online").waitFor();
  await page.context().close();
});

test("a telephone number in a first message is hidden from both", async () => {
  const page = await open(1280, "fr-FR");
  await signUp(page, "Chloé");
  await page.goto(market);
  await page.locator(".card a").first().click();
  await page.fill("textarea[name=text]", "Bonjour, appelez-moi au 06 39 98 01 77 merci");
  await page.click("form[action$='/message'] button");
  const bubble = page.locator(".chat .mine span");
  await bubble.waitFor();
  expect(await bubble.textContent()).toMatch(/appelez-moi au •+ merci/);
  await page.context().close();
});

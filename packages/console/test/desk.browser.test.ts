/** The desk in a real browser on a real server: log in, decide, undo, search, try, and every page looked at by axe. */
import { createRequire } from "node:module";
import type { ActionStatus, Case, CaseView, ListEntry } from "@assay/contract";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Assay, call, seed, startAssay } from "./assay.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let assay: Assay;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const mistakes: string[] = [];

beforeAll(async () => {
  assay = await startAssay();
  await seed(assay);
  browser = await chromium.launch({
    executablePath: process.env["ASSAY_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => mistakes.push(error.message));
  page.on("console", (line) => {
    if (/Content Security Policy|Warning:/.test(line.text())) mistakes.push(line.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

const open = async (path: string) => {
  await page.goto(`${assay.url}${path}`);
  await page.locator("h1").first().waitFor();
};
const caseOf = async (subject: string): Promise<Case> => {
  const { data } = await call<{ data: Case[] }>(assay, "GET", `/cases?q=${subject}`);
  const found = data.find((each) => each.subject.id === subject);
  if (!found) throw new Error(`there is no open case of ${subject}`);
  return found;
};
const viewOf = (caseId: string) => call<CaseView>(assay, "GET", `/cases/${caseId}`);
const shownCase = () => new URL(page.url()).pathname.replace("/cases/", "");

test("a one-time link logs in, asks for a password, and works once", async () => {
  await page.goto(assay.console_url);
  await page.getByLabel("New password").fill("correct horse battery");
  await page.getByRole("button", { name: "Save and open the desk" }).click();
  await page.waitForURL(`${assay.url}/`);

  const other = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await other.goto(assay.console_url);
  await other.getByRole("alert").waitFor();
  expect(await other.getByRole("alert").textContent()).toContain("used already");
  await other.goto(`${assay.url}/queues`);
  await other.getByLabel("E-mail address").fill("admin@localhost");
  await other.locator("input[type=password]").fill("not the password");
  await other.getByRole("button", { name: "Log in" }).click();
  await other.getByRole("alert").waitFor();
  await other.context().close();
});

describe("a case", () => {
  test("shows highlights over the original characters, the price on its band, and the seller", async () => {
    const { id } = await caseOf("cheap-one");
    await open(`/cases/${id}`);
    const mark = page.locator("mark", { hasText: /^06 39 98 01 00$/ });
    await mark.hover();
    expect(await page.getByRole("tooltip").textContent()).toContain("+33639980100");
    expect(await page.getByRole("img", { name: /comparable ads cost/ }).count()).toBe(1);
    const seller = page.locator("#account");
    expect(await seller.getByRole("link", { name: "New one" }).first().getAttribute("href")).toBe("/accounts/new-one");
  });

  test("is refused by two keys, moves on, and undo within the hold sends nothing", async () => {
    const { id } = await caseOf("cheap-one");
    await open(`/cases/${id}`);
    await page.keyboard.press("r");
    await page.getByRole("region", { name: "Refuse: why?" }).waitFor();
    await page.keyboard.press("1");
    await page.getByRole("status").getByText("Refused").waitFor();
    expect(shownCase()).not.toBe(id);
    const refused = await viewOf(id);
    expect(refused.case.state).toBe("resolved");
    expect(refused.decision).toMatchObject({ outcome: "refuse", by: "person" });

    await page.keyboard.press("z");
    await page.waitForURL(`**/cases/${id}`);
    await expect.poll(async () => (await viewOf(id)).case.state).toBe("open");
    const { data } = await call<{ data: ActionStatus[] }>(assay, "GET", "/actions?limit=100");
    const told = data.filter((each) => each.action.data.decision_id === refused.decision.decision_id);
    expect(told.filter((each) => each.state !== "cancelled")).toEqual([]);
  });

  test("is approved by one key", async () => {
    const { id } = await caseOf("cheap-two");
    await open(`/cases/${id}`);
    await page.keyboard.press("a");
    await page.getByRole("status").getByText("Approved").waitFor();
    const { case: resolved, decision } = await viewOf(id);
    expect(resolved.state).toBe("resolved");
    expect(decision).toMatchObject({ outcome: "approve", by: "person" });
  });

  test("keys are silent in a text field, and a note stays with the account", async () => {
    const { id } = await caseOf("cheap-three");
    await open(`/cases/${id}`);
    await page.keyboard.press("n");
    const note = page.getByRole("dialog").getByRole("textbox");
    await note.waitFor();
    await note.pressSequentially("area fare: ask again");
    await page.keyboard.press("Control+Enter");
    await page.getByText("area fare: ask again", { exact: true }).waitFor();
    expect((await viewOf(id)).case.state).toBe("open");
    expect((await viewOf(id)).notes.map((each) => each.text)).toEqual(["area fare: ask again"]);
  });

  test("a highlighted number, or selected words, go on a list with one key, and come off it with one", async () => {
    const { id } = await caseOf("cheap-three");
    const numbers = () =>
      call<{ data: ListEntry[] }>(assay, "GET", "/lists/blocked_phones/entries").then(({ data }) => data);
    await open(`/cases/${id}`);
    await page.locator("mark", { hasText: /^06 39 98 01 02$/ }).hover();
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog", { name: "Put on a list" });
    expect(await dialog.getByLabel("Entry").inputValue()).toBe("+33639980102");
    expect(await dialog.getByLabel("List").inputValue()).toBe("blocked_phones");
    // The seed's ads are among the newest texts: one of them holds it.
    await dialog.getByText(/Of the last \d+ texts, 1 hold/).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel("Reason").fill("rings and vanishes");
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("“+33639980102” is on blocked_phones.").waitFor();
    expect(await numbers()).toMatchObject([
      { value: "+33639980102", kind: "phone", reason: "rings and vanishes", source: `case ${id}`, expires_at: null },
    ]);
    await page.keyboard.press("z");
    await page.getByRole("status").getByText("is off blocked_phones again").waitFor();
    expect(await numbers()).toEqual([]);

    await page.mouse.move(0, 0);
    await page
      .getByText("moved abroad")
      .first()
      .evaluate((element) => {
        const text = [...element.childNodes].find((node) => node.textContent?.includes("moved abroad"))!;
        const at = text.textContent!.indexOf("moved abroad");
        const inside = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let node = inside.nextNode();
        while (node && !node.textContent?.includes("moved abroad")) node = inside.nextNode();
        getSelection()!.setBaseAndExtent(node!, at, node!, at + "moved abroad".length);
      });
    await page.keyboard.press("t");
    expect(await dialog.getByLabel("Entry").inputValue()).toBe("moved abroad");
    expect(await dialog.getByLabel("List").inputValue()).toBe("blocked_words");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("put on");
    await page.keyboard.press("Enter");
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    expect((await viewOf(id)).case.state).toBe("open");
  });

  test("of an edit shows before and after against the approved revision", async () => {
    const { id } = await caseOf("bike");
    await open(`/cases/${id}`);
    const panel = page.locator("section", { has: page.getByRole("heading", { name: "Before and after" }) });
    expect(await panel.locator("del").first().textContent()).toBe("Child's bicycle, 16 inches");
    expect(await panel.locator("ins").first().textContent()).toBe("MacBook Pro 16 with invoice");
    await page.keyboard.press("d");
    await panel.locator("del").first().waitFor({ state: "detached" });
  });

  test("held by someone else can be looked at, not decided", async () => {
    const { id } = await caseOf("cheap-three");
    await open("/settings?tab=users");
    await page.getByLabel("E-mail address").fill("bruno@market.example");
    await page.getByLabel("Name").fill("Bruno");
    await page.getByRole("button", { name: "Make a one-time link" }).click();
    const link = await page.getByLabel("One-time link for bruno@market.example").inputValue();
    const bruno = await (await browser.newContext({ locale: "fr-FR" })).newPage();
    await bruno.goto(link);
    await bruno.getByRole("button", { name: /Later|Plus tard/ }).click();
    await open(`/cases/${id}`); // renews this person's claim
    await bruno.goto(`${assay.url}/cases/${id}`);
    await bruno.getByText(/Also held by|Également tenu par/).waitFor();
    expect(await bruno.getByRole("button", { name: /^(Approve|Approuver)/ }).isDisabled()).toBe(true);
    await bruno.context().close();
  });

  test("with hostile texts runs nothing and breaks no layout", async () => {
    const { id } = await caseOf("nasty");
    for (const path of [
      `/cases/${id}`,
      "/events/e-nasty-2",
      "/subjects/listing/nasty",
      "/accounts/new-nasty",
      "/search?q=onerror",
    ]) {
      await open(path);
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => "broken" in window)).toBe(false);
      expect(await sideways(page), path).toBe(0);
      expect(await page.locator('a[href*="evil.example"], a[href^="javascript:"]').count()).toBe(0);
    }
  });
});

test("search finds an event, shows its decision, and a replay gives the same", async () => {
  await open("/search");
  await page.getByLabel("Words").fill("nearly new");
  await page.waitForURL("**/search?q=nearly*");
  await page.getByRole("link", { name: "Fairphone 4 nearly new, two" }).click();
  await page.getByRole("heading", { name: "2 decisions" }).waitFor();
  expect(await page.getByRole("button", { name: "Replay" }).count()).toBe(0); // a person's, which cannot be computed
  await page.getByRole("button", { name: /In review/ }).click();
  await page.getByRole("button", { name: "Replay" }).click();
  await page.getByText("The same came out").waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "Fairphone 4 nearly new, two" }).waitFor();
  expect(page.url()).toContain("q=nearly");
});

test("Try it decides while one types, and marks the words in the field", async () => {
  await open("/try");
  await page.getByLabel("Title").fill("Garden chair");
  await page.getByText("It goes through.").waitFor();
  await page.getByLabel("Description").fill("Painted white. Phone me: 06 39 98 01 77");
  await page.locator("mark", { hasText: "06 39 98 01 77" }).waitFor();
  await page.getByText("+33639980177").waitFor();
});

test("the desk speaks French once it is told to", async () => {
  await open("/settings");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Français" }).click();
  await page.getByRole("heading", { name: "Réglages" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("fr");
  await page.getByRole("combobox", { name: "Langue" }).click();
  await page.getByRole("option", { name: "English" }).click();
  await page.getByRole("heading", { name: "Settings" }).waitFor();
});

test("a key can be changed, and all can be switched off", async () => {
  await open("/settings");
  await page.getByRole("button", { name: /Change the key for Search/ }).click();
  await page.keyboard.press("q");
  await page.locator("h1").click();
  await page.keyboard.press("q");
  await page.waitForURL("**/search");
  await open("/settings");
  const onOff = page.getByRole("switch", { name: "On" });
  await onOff.focus();
  await page.keyboard.press("Space");
  await page.locator("h1").click();
  await page.keyboard.press("q");
  await page.waitForTimeout(200);
  expect(new URL(page.url()).pathname).toBe("/settings");
  await onOff.focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Back to the original keys" }).click();
});

const sideways = (on: Page) =>
  on.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each([
  { name: "light, 1280 wide", width: 1280, colorScheme: "light" as const },
  { name: "dark, 1280 wide", width: 1280, colorScheme: "dark" as const },
  { name: "light, 390 wide", width: 390, colorScheme: "light" as const },
])("every page, $name,", ({ width, colorScheme }) => {
  test("has no serious axe violation and does not scroll sideways", async () => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    const { id } = await caseOf("cheap-three");
    const { id: edit } = await caseOf("bike");
    const paths = [
      "/",
      "/queues",
      "/queues/pricing",
      `/cases/${id}`,
      `/cases/${edit}`,
      "/search",
      "/events/e-cheap-one",
      "/accounts/new-one",
      "/accounts/new-one/links",
      "/touches?kind=device&value=nothing",
      "/subjects/listing/bike",
      "/try",
      "/policies",
      "/lists",
      "/policies?tab=reasons",
      "/policies?stage=listing&view=source",
      "/detectors",
      "/settings",
      "/settings?tab=users",
      "/settings?tab=keys",
      "/settings?tab=webhooks",
      "/settings?tab=banks",
      "/settings?tab=reviewer",
      "/nowhere",
    ];
    for (const path of paths) {
      await page.goto(`${assay.url}${path}`);
      await page.locator("h1, h2").first().waitFor();
      await page.waitForTimeout(250);
      expect(await sideways(page), `${path} scrolls sideways`).toBe(0);
      expect(await violations(page), path).toEqual([]);
    }
    const stranger = await (await browser.newContext({ viewport: { width, height: 844 }, colorScheme })).newPage();
    await stranger.goto(`${assay.url}/login`);
    await stranger.locator("h1").waitFor();
    expect(await violations(stranger), "/login").toEqual([]);
    await stranger.context().close();
  });
});

/** What axe finds serious or worse, as `rule: element`. */
async function violations(on: Page): Promise<string[]> {
  await on.evaluate(await axeSource);
  return on.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations
      .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
      .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  });
}
const axeSource = import("node:fs/promises").then(({ readFile }) => readFile(axe, "utf8"));

test("nothing failed on the way: no exception, no policy violation", () => {
  expect(mistakes).toEqual([]);
});

/** A moderator's shift by keyboard, two moderators on one queue, decisions on several cases at once, playbooks; on a real server in Chromium. */
import { createRequire } from "node:module";
import type { ActionStatus, Case, CaseView, Confirmation, Decision } from "@assay/contract";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Assay, ago, call, hostile, seed, startAssay } from "./assay.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let assay: Assay;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const mistakes: string[] = [];

const account = (id: string, days: number, more: object = {}) => ({
  id: `e-${id}`,
  type: "account.created",
  time: ago(days),
  client: { device: `dev-${id}` },
  data: { id, name: `Name ${id}`, email: `${id}@mail.example`, country: "FR", capacity: "private", ...more },
});
const message = (id: string, from: string, text: string) => ({
  id: `e-${id}`,
  type: "message.sent",
  time: ago(0.01),
  data: { id, from, to: "old-1", listing: "old-ad-1", text, language: "en" },
});
const phone = (id: string, seller: string, price: number) => ({
  id: `e-${id}`,
  type: "listing.created",
  time: ago(0.1),
  data: {
    id,
    seller,
    revision: 1,
    title: `Fairphone 4, lot ${id}`,
    description: "I moved abroad and must sell at once.",
    category: "phones",
    brand: "Fairphone",
    condition: "good",
    price: { amount: price, currency: "EUR", type: "fixed" },
    language: "en",
  },
});
/** A message that needs a person, in the queue `scams`. */
const doubtful = (id: string, from: string) =>
  message(
    id,
    from,
    `We settle it the blue P app, the option for friends so that neither of us pays a fee. The site's fees are a joke. ${id}.`,
  );
/** Ads, messages and profiles that need a person: at least 30 cases. */
async function shift(): Promise<void> {
  for (let n = 0; n < 14; n++) {
    await call(assay, "POST", "/events", account(`s${n}`, 40));
    await call(assay, "POST", "/events", phone(`lot${n}`, `s${n}`, 30 + n));
  }
  for (let n = 0; n < 48; n++) {
    const text =
      n % 2
        ? `I know where you live, number ${n}. You will see what happens if you do not send it, I will hurt you.`
        : `Réglez par USDT ou Bitcoin et j'expédie dans la journée, numéro ${n}.`;
    await call(assay, "POST", "/events", message(`msg${n}`, `s${n % 14}`, text));
  }
  for (let n = 0; n < 6; n++) {
    const description = `Seller number ${n}. I take payment by Western Union or gift cards only.`;
    await call(assay, "POST", "/events", account(`p${n}`, 1, { description }));
  }
}

const newPage = async (made: BrowserContext) => {
  const opened = await made.newPage();
  opened.setDefaultTimeout(15_000);
  opened.on("pageerror", (error) => mistakes.push(error.message));
  opened.on("console", (line) => {
    if (/Content Security Policy|Warning:/.test(line.text())) mistakes.push(line.text());
  });
  return opened;
};
beforeAll(async () => {
  assay = await startAssay();
  await seed(assay);
  await shift();
  browser = await chromium.launch({
    executablePath: process.env["ASSAY_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  page = await newPage(context);
  await page.goto(assay.console_url);
  await page.getByRole("button", { name: "Later" }).click();
  await page.locator("h1").waitFor();
});
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

const open = async (path: string) => {
  await page.goto(`${assay.url}${path}`);
  await page.locator("h1, h2").first().waitFor();
};
const shownCase = (on: Page) => /\/cases\/([^/?]+)/.exec(on.url())?.[1];
const openCases = async () => (await call<{ data: Case[] }>(assay, "GET", "/cases?limit=100")).data;
const caseView = (id: string) => call<CaseView>(assay, "GET", `/cases/${id}`);
/** The server knows what the screen has shown already. */
const settled = (id: string) =>
  expect.poll(async () => (await caseView(id)).case.state, { timeout: 10_000 }).not.toBe("open");

test("the first load is under 300 kB, compressed", async () => {
  const fresh = await browser.newContext({ locale: "en-GB", storageState: await context.storageState() });
  const first = await fresh.newPage();
  const sizes: Promise<number>[] = [];
  first.on("requestfinished", (request) => {
    if (!request.url().includes("/v1/")) sizes.push(request.sizes().then((size) => size.responseBodySize));
  });
  await first.goto(`${assay.url}/queues`, { waitUntil: "networkidle" });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(3);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThan(300_000);
  await fresh.close();
});

/** Waits until a case other than this one is drawn. @returns its id */
async function drawn(other: string): Promise<string> {
  const shown = page.locator(`[data-shown]:not([data-shown="${other}"])`);
  await shown.waitFor();
  return (await shown.getAttribute("data-shown"))!;
}

test("a shift of thirty mixed cases by keyboard alone", async () => {
  const before = await openCases();
  expect(before.length).toBeGreaterThanOrEqual(30);
  expect(new Set(before.map((each) => each.subject.kind)).size).toBeGreaterThanOrEqual(3);
  await open("/queues");
  await page.getByRole("button", { name: "Work all queues" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/cases/**");
  const keys = [
    ["a"],
    ["r", "1"],
    ["f", "1"],
    ["a"],
    ["r", "2"],
    ["e", "text:Please look", "Control+Enter"],
    ["s", "1"],
    ["n", "text:Seen before", "Control+Enter", "a"],
  ];
  const passed = new Set<string>();
  for (let n = 0; passed.size < 30; n++) {
    const id = await drawn("");
    const said = (await page.getByRole("status").allTextContents()).join(" | ");
    expect(passed.has(id), `${id} came back as number ${n}: ${said}`).toBe(false);
    await page.waitForFunction(
      () => document.querySelector<HTMLButtonElement>("button[data-outcome=approve]")?.disabled === false,
    );
    for (const key of keys[n % keys.length]!) {
      if (key.startsWith("text:")) {
        await page.getByRole("dialog").getByRole("textbox").pressSequentially(key.slice(5));
      } else {
        await page.keyboard.press(key);
        if (key === "s") await page.getByRole("dialog").waitFor();
        if (key === "r" || key === "f") await page.getByRole("region", { name: /why\?|of what\?/ }).waitFor();
        if (key === "Control+Enter") await page.getByRole("dialog").waitFor({ state: "detached" });
      }
    }
    passed.add(id);
    // Drawn, not only asked for: a key that comes before still meets the case that was decided.
    if (passed.size < 30) await drawn(id);
    if (page.url().endsWith("/queues")) break;
  }
  expect(passed.size).toBe(30);
  for (const id of passed) {
    const { case: after } = await caseView(id);
    expect(after.state === "open" ? after.queue : after.state).toMatch(/^(resolved|snoozed|escalation)$/);
  }
});

test("two moderators on one queue never decide the same case", async () => {
  for (let n = 0; n < 12; n++) {
    await call(assay, "POST", "/events", doubtful(`twin${n}`, "old-7"));
  }
  const mine = (await openCases()).filter((each) => each.subject.id.startsWith("twin"));
  expect(mine).toHaveLength(12);
  const invite = async (name: string) => {
    await open("/settings?tab=users");
    await page.getByLabel("E-mail address").fill(`${name}@market.example`);
    await page.getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Make a one-time link" }).click();
    const link = await page.getByLabel(`One-time link for ${name}@market.example`).inputValue();
    const other = await newPage(await browser.newContext({ locale: "en-GB" }));
    await other.goto(link);
    await other.getByRole("button", { name: "Later" }).click();
    await other.locator("h1").waitFor();
    return other;
  };
  const people = [await invite("ana"), await invite("ben")];
  const work = async (on: Page) => {
    await on.goto(`${assay.url}/queues/scams`);
    await on.getByRole("button", { name: "Start", exact: true }).click();
    for (let n = 0; n < 150; n++) {
      await on.waitForTimeout(150);
      if (!shownCase(on)) return;
      const approve = on.getByRole("button", { name: /^Approve/ });
      if (await approve.isEnabled().catch(() => false)) await on.keyboard.press("a");
    }
  };
  await Promise.all(people.map(work));
  const deciders = await Promise.all(
    mine.map(async ({ id, subject }) => {
      await settled(id);
      const { decisions } = await call<{ decisions: Decision[] }>(assay, "GET", `/subjects/message/${subject.id}`);
      return decisions.filter((decision) => decision.by === "person").length;
    }),
  );
  expect(deciders).toEqual(Array(12).fill(1));
  for (const person of people) await person.context().close();
});

test("several cases are decided at once from the list, shown by name, and taken back with nothing sent", async () => {
  for (let n = 0; n < 3; n++) {
    await call(assay, "POST", "/events", doubtful(`bulk${n}`, "old-8"));
  }
  await open("/queues/scams?q=bulk");
  await page.getByRole("link", { name: /bulk2/ }).waitFor();
  for (const key of ["j", "c", "j", "c", "j", "c"]) await page.keyboard.press(key);
  await page.getByText("3 selected").waitFor();
  await page.keyboard.press("r");
  await page.getByRole("region", { name: "Refuse: why?" }).waitFor();
  await page.keyboard.press("1");
  await page.getByRole("status").getByText("3 cases").waitFor();
  const refused = await Promise.all([0, 1, 2].map(async (n) => decisionOf(`bulk${n}`, "message")));
  expect(refused.map((decision) => decision.outcome)).toEqual(Array(3).fill("refuse"));
  await page.keyboard.press("z");
  await page
    .getByRole("status")
    .getByText(/Taken back|undone/i)
    .waitFor();
  const { data } = await call<{ data: ActionStatus[] }>(assay, "GET", "/actions?limit=100");
  const told = data.filter((each) => refused.some((decision) => decision.decision_id === each.action.data.decision_id));
  expect(told.map((each) => each.state)).toEqual(Array(3).fill("cancelled"));
  await page.getByRole("link", { name: /bulk0/ }).waitFor();
});
const decisionOf = async (id: string, kind = "listing") =>
  (await call<{ decisions: Decision[] }>(assay, "GET", `/subjects/${kind}/${id}`)).decisions[0]!;

test("a playbook shows what it does, does it, and is taken back by one key", async () => {
  await call(assay, "POST", "/events", account("crook", 40, { phone: "+33639980155" }));
  for (const id of ["fine1", "fine2"]) await call(assay, "POST", "/events", phone(id, "crook", 400));
  await call(assay, "POST", "/events", doubtful("crooked", "crook"));
  const [found] = (await openCases()).filter((each) => each.subject.id === "crooked");
  await open(`/cases/${found!.id}`);
  await page.keyboard.press("x");
  const panel = page.getByRole("region", { name: "Playbook: all of this at once" });
  await panel.getByText("+33639980155").waitFor();
  for (const text of ["Fairphone 4, lot fine1", "dev-crook", "Seller 1", "a second person confirms"]) {
    await panel.getByText(text).first().waitFor();
  }
  await page.keyboard.press("x");
  await page
    .getByRole("status")
    .getByText(/things done/)
    .waitFor();
  expect((await decisionOf("fine1")).outcome).toBe("refuse");
  await page.keyboard.press("z");
  await page.waitForURL(`**/cases/${found!.id}`);
  await expect.poll(async () => (await decisionOf("fine1")).by).toBe("rule");
  expect((await decisionOf("fine1")).outcome).toBe("approve");
  const { data } = await call<{ data: Confirmation[] }>(assay, "GET", "/confirmations");
  expect(data).toEqual([]);
});

const sideways = (on: Page) =>
  on.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const axeSource = import("node:fs/promises").then(({ readFile }) => readFile(axe, "utf8"));
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

test.each([
  { width: 1280, colorScheme: "light" as const },
  { width: 1280, colorScheme: "dark" as const },
  { width: 390, colorScheme: "light" as const },
])("the new pages at $width, $colorScheme: axe clean, no sideways scroll, hostile texts run nothing", async (look) => {
  await page.setViewportSize({ width: look.width, height: 844 });
  await page.emulateMedia({ colorScheme: look.colorScheme });
  await call(assay, "POST", "/events", {
    ...account(`nasty-${look.width}-${look.colorScheme}`, 9),
    data: { id: `nasty-${look.width}-${look.colorScheme}`, name: hostile.title },
  });
  const seller = `nasty-${look.width}-${look.colorScheme}`;
  const nastyMessage = doubtful(`m-${seller}`, seller);
  const text = `${nastyMessage.data.text} ${hostile.title} ${hostile.description}`;
  await call(assay, "POST", "/events", { ...nastyMessage, data: { ...nastyMessage.data, text } });
  const [nasty] = (await openCases()).filter((each) => each.owner === seller);
  for (const path of [
    "/queues",
    "/queues/all",
    "/queues/all?mode=grid",
    "/queues/scams",
    "/confirmations",
    "/search?q=onerror",
  ]) {
    await open(path);
    await page.waitForTimeout(300);
    expect(await sideways(page), path).toBe(0);
    expect(await violations(page), path).toEqual([]);
  }
  expect(nasty).toBeDefined();
  await open(`/cases/${nasty!.id}`);
  await page.keyboard.press("x");
  await page.getByRole("region", { name: "Playbook: all of this at once" }).getByText("Refuse this").waitFor();
  expect(await sideways(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => "broken" in window)).toBe(false);
});

test("nothing failed on the way", () => {
  expect(mistakes).toEqual([]);
});

/** The review screen over cases of every kind, in a real browser on a real server. */
import type { Case, CaseView } from "@assay/contract";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Assay, call, startAssay } from "./assay.ts";
import { seedKinds, written } from "./review_seed.ts";

let assay: Assay;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  assay = await startAssay();
  await seedKinds(assay);
  browser = await chromium.launch({
    executablePath: process.env["ASSAY_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" })).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(assay.console_url);
  await page.getByLabel("New password").fill("correct horse battery");
  await page.getByRole("button", { name: "Save and open the desk" }).click();
  await page.waitForURL(`${assay.url}/`);
});
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

const caseOf = async (subject: string, state = "open"): Promise<Case> => {
  const { data } = await call<{ data: Case[] }>(assay, "GET", `/cases?state=${state}&q=${subject}`);
  const found = data.find((each) => each.subject.id === subject);
  if (!found) throw new Error(`there is no ${state} case of ${subject}`);
  return found;
};
const viewOf = (id: string) => call<CaseView>(assay, "GET", `/cases/${id}`);
/** Once everything that is read in its pictures was read: until then a find may be missing. */
const openCase = async (subject: string): Promise<string> => {
  const { id } = await caseOf(subject);
  await expect.poll(async () => (await viewOf(id)).decision.pending, { timeout: 60_000, interval: 300 }).toEqual([]);
  await page.goto(`${assay.url}/cases/${id}`);
  await page.locator(`[data-shown="${id}"]`).waitFor();
  return id;
};

describe("pictures", () => {
  test("show what was read in them on its place, with the reasons of the text; the zoom keeps them", async () => {
    await openCase("picture-ad");
    await page.keyboard.press("ArrowRight");
    const box = page.getByRole("button", { name: "A telephone number in the picture: +33639980102" });
    await box.hover();
    const card = page.getByRole("tooltip");
    expect(await card.textContent()).toContain("Contact details");
    expect(await card.textContent()).toContain("+33639980102");
    const read = page.getByRole("region", { name: "Read in picture 2" });
    expect(await read.locator("mark[data-pointed]").count()).toBe(1);

    // The box lies over the letters: those were drawn on a strip from 39 % to 59 % of the height.
    const [frame, drawn] = [await box.locator("..").boundingBox(), await box.boundingBox()];
    const middle = (drawn!.y + drawn!.height / 2 - frame!.y) / frame!.height;
    expect(middle).toBeGreaterThan(0.39);
    expect(middle).toBeLessThan(0.59);

    await page.getByRole("button", { name: "Enlarge" }).click({ position: { x: 8, y: 8 } });
    const dialog = page.getByRole("dialog");
    const inZoom = dialog.getByRole("button", { name: /^A telephone number in the picture/ });
    const before = await inZoom.boundingBox();
    await dialog.getByRole("button", { name: "Larger" }).click();
    await dialog.getByRole("button", { name: "Larger" }).click();
    await expect.poll(async () => (await inZoom.boundingBox())!.width).toBeGreaterThan(before!.width * 1.2);
    await page.keyboard.press("Escape");
  });

  test("are veiled as the person chose, and shown for as long as the key or the veil is held", async () => {
    await page.goto(`${assay.url}/settings`);
    await page.getByRole("combobox", { name: "Every other picture, for me" }).click();
    await page.getByRole("option", { name: "blurred", exact: true }).click();
    await openCase("picture-ad");
    const blurred = page.locator("img[data-blur]");
    await blurred.first().waitFor();
    expect(await page.locator("main img:not([data-blur])").count()).toBe(0);
    await page.keyboard.down("Space");
    await expect.poll(() => blurred.count()).toBe(0);
    await page.keyboard.up("Space");
    await expect.poll(() => blurred.count()).toBeGreaterThan(1);
    const veil = page.getByRole("button", { name: /Hold to see/ });
    await veil.hover();
    await page.mouse.down();
    await expect.poll(() => blurred.count()).toBe(0);
    await page.mouse.up();
    await expect.poll(() => blurred.count()).toBeGreaterThan(1);
    await page.evaluate(() => localStorage.removeItem("assay.preferences"));
  });

  test("that are tried are read, and what is found in them is marked", async () => {
    await page.goto(`${assay.url}/try`);
    await page.getByLabel("Title").fill("Garden chair");
    const buffer = await written("Ring 06 39 98 01 44", "#8899aa");
    await page.locator("input[type=file]").setInputFiles({ name: "chair.jpg", mimeType: "image/jpeg", buffer });
    const found = page.getByRole("button", { name: /telephone number.*\+33639980144/ });
    await found.waitFor({ timeout: 60_000 });
    expect(await page.getByRole("region", { name: "Read in picture 1" }).locator("mark").count()).toBe(1);
  });
});

describe("an ad and its copies", () => {
  const side = (name: string) => page.getByRole("region", { name, exact: true });

  test("stand side by side: what they share, who was first, whose, what was decided", async () => {
    await openCase("bike-copy-2");
    await page.locator("#twins").waitFor();
    expect(await page.locator("#twins").getByRole("radio").count()).toBe(2);
    await page.locator("#twins label", { hasText: "Olga Maurer" }).click();
    const [olga, tim] = [page.locator("#twins label").nth(0), page.locator("#twins label").nth(1)];
    await olga.click();
    const other = side("The other ad");
    expect(await other.getByText("came first").count()).toBe(1);
    expect(await side("This ad").getByText("came first").count()).toBe(0);
    expect(await other.getByRole("link", { name: "Olga Maurer" }).getAttribute("href")).toBe("/accounts/olga");
    expect(await other.getByText("Approved").count()).toBe(1);
    // All of the original's text stands in the copy; the copy's own words are not outlined.
    expect((await other.locator("mark").allTextContents()).join("")).toContain("leather saddle");
    await tim.click();
    expect(await other.getByText("Quick sale").count()).toBe(1);
    expect(await other.locator("mark", { hasText: "Quick sale" }).count()).toBe(0);
    const pair = page.locator("#twins img");
    expect(await pair.count()).toBe(2);
  });

  test("are decided together by two keys and taken back together by one", async () => {
    const id = await openCase("bike-copy-2");
    const { id: second } = await caseOf("bike-copy");
    await page.keyboard.press("c");
    await page.getByText("and 1 more case with it").first().waitFor();
    await page.keyboard.press("r");
    await page.getByRole("region", { name: "Refuse: why?" }).waitFor();
    await page.keyboard.press("1");
    await expect.poll(async () => (await viewOf(second)).case.state, { timeout: 10_000 }).toBe("resolved");
    const [one, two] = await Promise.all([viewOf(id), viewOf(second)]);
    expect([one.decision.outcome, two.decision.outcome]).toEqual(["refuse", "refuse"]);
    expect(two.decision.reasons.map((reason) => reason.code)).toEqual(
      one.decision.reasons.map((reason) => reason.code),
    );
    await page.keyboard.press("z");
    await expect.poll(async () => (await viewOf(id)).case.state).toBe("open");
    await expect.poll(async () => (await viewOf(second)).case.state).toBe("open");
  });
});

/** Setting up a second factor and logging in with it, as a person does it. */
import { Secret, TOTP } from "otpauth";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Assay, startAssay } from "./assay.ts";

let assay: Assay;
let browser: Browser;
let page: Page;
const password = "correct horse battery";

beforeAll(async () => {
  assay = await startAssay();
  browser = await chromium.launch({
    executablePath: process.env["ASSAY_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" })).newPage();
  page.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

const codeOf = (secret: string, stepsOn: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsOn * 30_000 });

test("set up with an app's code, asked for at the next log-in, demanded of everybody", async () => {
  await page.goto(assay.console_url);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Save and open the desk" }).click();
  await page.goto(`${assay.url}/settings`);
  await page.getByRole("button", { name: "Set it up" }).click();
  await page.getByAltText("QR code for an authenticator app").waitFor();
  const secret = (await page.locator("code").first().textContent())!.trim();
  await page.getByLabel("Code of the app").fill("000000");
  await page.getByRole("button", { name: "Put it in force" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Code of the app").fill(codeOf(secret, 0));
  await page.getByRole("button", { name: "Put it in force" }).click();
  const codes = (await page.locator("pre").textContent())!.split("\n");
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await page.getByText("On: a code of your authenticator app").waitFor();

  // Another browser: the password alone does not do.
  const other = await (await browser.newContext({ viewport: { width: 390, height: 800 }, locale: "en-GB" })).newPage();
  await other.goto(`${assay.url}/login`);
  await other.getByLabel("E-mail address").fill("admin@localhost");
  await other.locator("input[type=password]").fill(password);
  await other.getByRole("button", { name: "Log in" }).click();
  await other.getByLabel("Code of the app").fill(codeOf(secret, 1));
  await other.getByRole("button", { name: "Log in" }).click();
  await other.waitForURL(`${assay.url}/`);

  // Everybody needs one: an invited person lands where it is set up, and nowhere else.
  await page.goto(`${assay.url}/settings?tab=users`);
  await page.getByLabel("Everybody needs a second factor").click();
  await page.getByLabel("E-mail address").fill("new@example.org");
  await page.getByLabel("Name").first().fill("New");
  await page.getByRole("button", { name: "Make a one-time link" }).click();
  const link = await page.getByLabel("One-time link for new@example.org").inputValue();
  const newcomer = await (
    await browser.newContext({ viewport: { width: 390, height: 800 }, locale: "en-GB" })
  ).newPage();
  await newcomer.goto(link);
  await newcomer.getByRole("button", { name: "Later" }).click();
  await newcomer.waitForURL(/second-factor/);
  await newcomer.goto(`${assay.url}/queues`);
  await newcomer.waitForURL(/second-factor/);
  await newcomer.getByRole("button", { name: "Set it up" }).click();
  const own = (await newcomer.locator("code").first().textContent())!.trim();
  await newcomer.getByLabel("Code of the app").fill(codeOf(own, 0));
  await newcomer.getByRole("button", { name: "Put it in force" }).click();
  await newcomer.getByRole("button", { name: "I have kept them" }).click();
  await newcomer.waitForURL(`${assay.url}/queues`);
}, 180_000);

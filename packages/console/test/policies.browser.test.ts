/** From nothing to a rule in force at 5 %, as a policy manager and a second person do it. */
import type { Decision, PolicyInForce } from "@assay/contract";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Assay, ago, call, startAssay } from "./assay.ts";

let assay: Assay;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  assay = await startAssay();
  browser = await chromium.launch({
    executablePath: process.env["ASSAY_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  page = await open();
  for (let n = 0; n < 12; n++) {
    await call(assay, "POST", "/events", {
      id: `past-${n}`,
      type: "listing.created",
      time: ago(3 - n / 10),
      data: {
        id: `past-${n}`,
        seller: `past-${n}`,
        title: n < 8 ? `Lamp ${n} !!!` : `Lamp ${n}`,
        category: "furniture",
      },
    });
  }
});
afterAll(async () => {
  await browser?.close();
  await assay?.stop();
});

async function open(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  const made = await context.newPage();
  made.setDefaultTimeout(30_000);
  return made;
}

async function pick(of: Page, label: string, text: string): Promise<void> {
  const field = of.getByRole("combobox", { name: label }).first();
  await field.click();
  if (await field.isEditable()) await field.fill(text);
  await of.getByRole("option", { name: text, exact: true }).click();
}

test("a rule is written in the form and as a line, goes live for 5 % by a second person's yes, and decides", async () => {
  await page.goto(assay.console_url);
  await page.getByRole("button", { name: "Later" }).click();
  await page.goto(`${assay.url}/policies?stage=listing`);
  await page.getByLabel("What the change is for").fill("Ads that shout");
  await page.getByRole("button", { name: "Change this policy" }).click();
  await page.getByRole("button", { name: "New rule" }).click();
  await page.getByLabel("Name of the rule").fill("shouted-title");
  await page.getByLabel("What it catches").fill("A title that shouts");

  // The form: a line is made, and the same condition stands below it as CEL.
  await page.getByRole("button", { name: "Add a line" }).click();
  await pick(page, "Field", "listing.title");
  await pick(page, "Comparison", "contains");
  await page.getByLabel("Value", { exact: true }).fill("!!!");
  await page.getByText('listing.title.contains("!!!")', { exact: true }).waitFor();

  // The line: a mistake is named at its place, then mended; the form follows.
  await page.getByText("Line (CEL)").click();
  const line = page.getByRole("textbox", { name: "When it matches" });
  await line.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" && account.age_dayz < 30");
  await page.keyboard.press("Escape");
  await page.getByRole("alert").filter({ hasText: "age_days" }).waitFor();
  await page.locator(".cm-lintRange-error").waitFor();
  for (let n = 0; n < "z < 30".length; n++) await page.keyboard.press("Backspace");
  await page.keyboard.type("s < 30");
  await page.keyboard.press("Escape");
  await page.getByText("No mistakes").waitFor();
  await page.getByText("Form", { exact: true }).click();
  expect(await page.getByRole("combobox", { name: "Field" }).count()).toBe(2);

  await pick(page, "Reason", "Too thin to sell, shouting or stuffed with words");
  await page.getByText("live", { exact: true }).click();
  await page.getByText("5 %", { exact: true }).click();
  await page.getByRole("button", { name: "Save into the draft" }).click();
  await page.getByRole("button", { name: /A title that shouts.*new/ }).waitFor();

  // What it would have done: eight of the twelve ads of the last days shout.
  await page.getByRole("button", { name: "Try it on the past" }).click();
  await page.getByText(/decisions looked at, each as of its own time/).waitFor({ timeout: 60_000 });
  const result = page.getByRole("region", { name: "shouted-title" });
  expect(await result.locator("dd").first().textContent()).toBe("8");
  await result.getByText("8 matches drawn at random").click();
  await result.getByRole("link", { name: "Lamp 7 !!!" }).waitFor();

  await page.getByText("Changes", { exact: true }).first().click();
  await page.getByText('listing.title.contains("!!!") && account.age_days < 30').waitFor();
  await page.getByRole("button", { name: "Propose it" }).click();
  // Nobody says yes to their own.
  expect(await page.getByRole("button", { name: "Put it in force" }).isDisabled()).toBe(true);

  const address = page.url();
  const link = await page.evaluate(async () => {
    const response = await fetch("/v1/users", {
      method: "POST",
      headers: { "content-type": "application/json", "x-assay-csrf": "1" },
      body: JSON.stringify({ email: "second@example.org", name: "Second person", roles: ["lead"] }),
    });
    return ((await response.json()) as { link: string }).link;
  });
  const second = await open();
  await second.goto(link);
  await second.getByRole("button", { name: "Later" }).click();
  await second.goto(address);
  await second.getByRole("button", { name: "Put it in force" }).click();
  await second.getByText("in force", { exact: true }).waitFor();

  const policy = await call<PolicyInForce>(assay, "GET", "/policies/listing");
  expect(policy.rules.find(({ id }) => id === "shouted-title")).toMatchObject({ status: "live", rollout: 5 });
  await expect
    .poll(
      async () => {
        const decisions = await Promise.all(
          Array.from({ length: 40 }, (_, n) => n).map((n) =>
            call<Decision>(assay, "POST", "/events", {
              id: `shout-${policy.version}-${Math.random()}-${n}`,
              type: "listing.created",
              time: ago(0),
              data: {
                id: `shout-${Math.random()}`,
                seller: `shouter-${n}`,
                title: `Desk ${n} !!!`,
                category: "furniture",
              },
            }),
          ),
        );
        const hit = decisions.filter(({ reasons }) => reasons.some(({ rule }) => rule === "shouted-title")).length;
        return hit > 0 && hit < 20;
      },
      { timeout: 60_000 },
    )
    .toBe(true);

  const held = async () => {
    const { data } = await call<{ data: { subject: { id: string } }[] }>(assay, "GET", "/cases?limit=100");
    return data.filter(({ subject }) => subject.id.startsWith("shout-")).length;
  };
  expect(await held()).toBeGreaterThan(0);
  // It hurts: it is stopped, and what it did is undone.
  await page.goto(`${assay.url}/policies?stage=listing`);
  await page.locator("#rule-shouted-title").getByRole("button", { name: "Stop" }).click();
  await page.getByLabel("Why").fill("It catches honest sellers");
  await page.getByText("Last 7 days", { exact: true }).click();
  await page.getByText(/decisions? would be taken again without it \(In review \d+\)/).waitFor();
  await page.getByRole("button", { name: "Stop it and decide again" }).click();
  await page.getByText("It catches honest sellers").waitFor();
  await expect.poll(held, { timeout: 60_000 }).toBe(0);
  await page.getByRole("button", { name: "Let it go on" }).click();
  await page.getByText("It catches honest sellers").waitFor({ state: "detached" });
}, 300_000);

import { afterEach, beforeEach, expect, test } from "vitest";
import { type Market, startMarket } from "../src/market.ts";
import { draw } from "../src/pictures/draw.ts";
import { type StandIn, standIn, webhookSecret } from "./stand-in.ts";

let assay: StandIn;
let market: Market;

beforeEach(async () => {
  assay = await standIn();
  market = await startMarket({
    assay: assay.url,
    apiKey: "key",
    webhookSecrets: [webhookSecret],
    port: 0,
    seed: "1",
    pace: 0,
    until: Date.now(),
  });
});
afterEach(async () => {
  await market[Symbol.asyncDispose]();
  await assay[Symbol.asyncDispose]();
  expect(assay.refused).toEqual([]);
});

/** A browser without scripts: cookies, forms, pages. */
class Visitor {
  readonly #jar = new Map<string, string>();

  async #go(path: string, init: RequestInit = {}): Promise<string> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(cookie && { cookie }), "accept-language": "en", ...init.headers };
    const response = await fetch(new URL(path, market.url), { ...init, redirect: "manual", headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.#jar.set(name, value);
      else this.#jar.delete(name);
    }
    const location = response.headers.get("location");
    return location ? this.#go(location) : response.text();
  }

  see(path: string): Promise<string> {
    return this.#go(path);
  }

  fill(path: string, fields: Record<string, string>): Promise<string> {
    return this.#go(path, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  }

  upload(path: string, fields: Record<string, string>, files: Buffer[] = []): Promise<string> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const file of files)
      form.append("pictures", new Blob([new Uint8Array(file)], { type: "image/png" }), "photo.png");
    return this.#go(path, { method: "POST", body: form });
  }

  async joins(name: string): Promise<this> {
    await this.fill("/signup", { name, email: `${name.toLowerCase()}@example.com` });
    return this;
  }
}

const lamp = { title: "Desk lamp", description: "Brass, works.", category: "furniture", grade: "good", price: "25" };
const idOf = (page: string) => /\/ads\/(lst_\w+)\/(?:edit|buy)/.exec(page)![1]!;
const visible = async (title: string) =>
  (await new Visitor().see(`/?q=${encodeURIComponent(title)}`)).includes(`>${title}<`);
const last = () => assay.events.at(-1)!;

test("the past fills the shop, which can be browsed, searched and read in French", async () => {
  const visitor = new Visitor();
  const home = await visitor.see("/");
  expect(home.match(/<li class="card">/g)?.length).toBe(24);
  expect(await visitor.see("/?category=bikes")).toContain('aria-current="page">Bikes');
  expect(await visitor.see("/?q=zzzz-nothing")).toContain("Nothing here yet.");
  expect(await visitor.fill("/language", { back: "/" })).toContain("La seconde main de premier choix");
  const path = /href="(\/ads\/[^"]+)"/.exec(home)![1]!;
  expect(await visitor.see(path)).toContain("Acheter");
});

test("joining, selling, asking, chatting, buying and reviewing are events that fit the contract", async () => {
  const seller = await new Visitor().joins("Ada");
  expect(last().event).toMatchObject({ type: "account.created", data: { name: "Ada", email: "ada@example.com" } });
  const picture = await draw({ shape: "sofa", tint: "blue", seed: 1 });
  const id = idOf(await seller.upload("/sell", lamp, [picture]));
  expect(assay.uploads.length).toBe(1);
  expect(last().event).toMatchObject({
    type: "listing.created",
    client: { device: expect.stringMatching(/^dev_/), user_agent: expect.any(String) },
    data: { id, revision: 1, title: "Desk lamp", price: { amount: 25, currency: "EUR" }, condition: { grade: "good" } },
  });
  expect((last().subject.data["pictures"] as { content: string }[])[0]?.content).toMatch(/^sha256:/);
  const shown = /src="(\/uploads\/[^"]+)"/.exec(await new Visitor().see(`/ads/${id}`))![1]!;
  const served = await fetch(new URL(shown, market.url));
  expect(Buffer.from(await served.arrayBuffer()).equals(picture)).toBe(true);

  const buyer = await new Visitor().joins("Bob");
  expect(await buyer.fill(`/ads/${id}/question`, { text: "How tall is it?" })).toContain("How tall is it?");
  expect(last().event.type).toBe("question.asked");
  expect(await buyer.fill(`/ads/${id}/message`, { text: "Is it still there?" })).toContain("Is it still there?");
  expect(last().event).toMatchObject({ type: "message.sent", data: { listing: id, text: "Is it still there?" } });
  expect(await seller.see("/messages")).toContain("Bob");
  expect(await seller.see(`/messages/${encodeURIComponent(last().event.data["conversation"] as string)}`)).toContain(
    "Is it still there?",
  );
  await buyer.fill(`/ads/${id}/buy`, {});
  expect(assay.events.slice(-2).map(({ event }) => event.type)).toEqual(["order.placed", "listing.removed"]);
  expect(await visible("Desk lamp")).toBe(false);
  const order = assay.events.at(-2)!.event.data.id;
  await buyer.fill(`/orders/${order}/review`, { rating: "4", text: "Bright." });
  expect(last().event).toMatchObject({
    type: "review.posted",
    data: { order, rating: 4, about: expect.stringMatching(/^acc_/) },
  });
  expect(await buyer.see("/mine")).toContain("Thank you!");
});

test("a refused ad shows why, and nobody else sees it", async () => {
  const seller = await new Visitor().joins("Ada");
  const page = await seller.upload("/sell", { ...lamp, title: "Odd lamp", description: "REFUSE this" });
  expect(page).toContain("Your ad was not accepted.");
  expect(page).toContain("Because of refuse.");
  expect(page).not.toContain("Fix and resubmit");
  expect(await visible("Odd lamp")).toBe(false);
});

test("a fixable ad shows what to do, and is up once it is mended", async () => {
  const seller = await new Visitor().joins("Ada");
  const page = await seller.upload("/sell", { ...lamp, title: "Vague lamp", description: "FIX this" });
  expect(page).toContain("Because of fix.");
  expect(page).toContain("Fix and resubmit");
  expect(await visible("Vague lamp")).toBe(false);
  const id = idOf(page);
  expect(await seller.see(`/ads/${id}/edit`)).toContain("FIX this");
  await seller.upload(`/ads/${id}`, { ...lamp, title: "Vague lamp", description: "Brass, 40 cm." });
  expect(last().event).toMatchObject({ type: "listing.updated", data: { id, revision: 2 } });
  expect(await visible("Vague lamp")).toBe(true);
});

test("a held ad is being checked until a signed webhook says otherwise", async () => {
  const seller = await new Visitor().joins("Ada");
  const page = await seller.upload("/sell", { ...lamp, title: "Slow lamp", description: "HOLD it" });
  expect(page).toContain("Being checked");
  expect(await visible("Slow lamp")).toBe(false);
  const approved = { outcome: "approve", visibility: "visible" } as const;
  const forged = await assay.tell(market.url, last().event.id, approved, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  expect(forged.status).toBe(401);
  expect(await visible("Slow lamp")).toBe(false);
  expect((await assay.tell(market.url, last().event.id, approved)).status).toBe(204);
  expect(await visible("Slow lamp")).toBe(true);
  await assay.tell(market.url, last().event.id, { outcome: "refuse", visibility: "removed" });
  expect(await visible("Slow lamp")).toBe(false);
});

test("an edit that waits leaves the earlier version up", async () => {
  const seller = await new Visitor().joins("Ada");
  const id = idOf(await seller.upload("/sell", { ...lamp, title: "First lamp" }));
  const mine = await seller.upload(`/ads/${id}`, { ...lamp, title: "Second lamp", description: "HOLD it" });
  expect(mine).toContain("the earlier version stays up");
  expect(await visible("First lamp")).toBe(true);
  expect(await visible("Second lamp")).toBe(false);
  await assay.tell(market.url, last().event.id, { outcome: "approve", visibility: "visible" });
  expect(await visible("Second lamp")).toBe(true);
});

test("a masked message hides what was found, and a held one is not delivered", async () => {
  const seller = await new Visitor().joins("Ada");
  const id = idOf(await seller.upload("/sell", lamp));
  const buyer = await new Visitor().joins("Bob");
  await buyer.fill(`/ads/${id}/message`, { text: "Reach me at MASK today" });
  const path = `/messages/${encodeURIComponent(`${id}:${last().subject.owner}`)}`;
  const read = await seller.see(path);
  expect(read).toContain("Reach me at •••• today");
  expect(read).toContain("Parts of this message are hidden.");
  await buyer.fill(path, { text: "HOLD on" });
  expect(await buyer.see(path)).toContain("Being checked, not delivered yet.");
  expect(await seller.see(path)).not.toContain("HOLD on");
});

test("a suspended account's ads are gone", async () => {
  const seller = await new Visitor().joins("Ada");
  await seller.upload("/sell", { ...lamp, title: "Last lamp" });
  const { event, subject } = last();
  expect(await visible("Last lamp")).toBe(true);
  const scope = { kind: "account", id: subject.owner };
  await assay.tell(market.url, event.id, { restrictions: [{ type: "suspend", scope, reason: "fraud" }] });
  expect(await visible("Last lamp")).toBe(false);
  expect(await seller.see("/mine")).toContain("Your account is suspended.");
});

test("while Assay is away nothing is shown unchecked, and it is sent when Assay is back", async () => {
  const seller = await new Visitor().joins("Ada");
  assay.down = true;
  const page = await seller.upload("/sell", { ...lamp, title: "Patient lamp" });
  expect(page).toContain("It will be tried again by itself.");
  expect(await visible("Patient lamp")).toBe(false);
  expect(market.desk.waiting).toBe(1);
  assay.down = false;
  await market.desk.sendAgain();
  expect(market.desk.waiting).toBe(0);
  expect(await visible("Patient lamp")).toBe(true);
});

test("what is no picture is sent back with the form as it was filled in", async () => {
  const seller = await new Visitor().joins("Ada");
  const page = await seller.upload("/sell", { ...lamp, title: "Blank lamp" }, [Buffer.from("not a picture")]);
  expect(page).toContain("A picture could not be taken");
  expect(page).toContain('value="Blank lamp"');
  expect(assay.events.some(({ event }) => event.type === "listing.created")).toBe(false);
});

test("others' ads cannot be edited or taken down, and texts are shown as text", async () => {
  const seller = await new Visitor().joins("Ada");
  const id = idOf(await seller.upload("/sell", { ...lamp, title: "<script>alert(1)</script>" }));
  expect(await new Visitor().see(`/ads/${id}`)).toContain("&lt;script&gt;alert(1)");
  const thief = await new Visitor().joins("Eve");
  const before = assay.events.length;
  await thief.upload(`/ads/${id}`, { ...lamp, title: "Mine now" });
  await thief.fill(`/ads/${id}/remove`, {});
  expect(assay.events.length).toBe(before);
  expect(
    (
      await fetch(`${market.url}/language`, {
        method: "POST",
        body: "back=//evil.example",
        redirect: "manual",
        headers: { "content-type": "application/x-www-form-urlencoded" },
      })
    ).headers.get("location"),
  ).toBe("/");
});

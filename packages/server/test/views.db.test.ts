import type { AccountView, Catalogue, Decision, EventRow, EventView, Overview, SubjectView } from "@assay/contract";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const analyst = await desk.asUser(["analyst"]);
const lead = await desk.asUser(["lead"]);
const key = await desk.asKey();

const send = (event: object) => key<Decision>("POST", "/v1/events", { time: new Date().toISOString(), ...event });
await send({ id: "v1", type: "account.created", data: { id: "ana", name: "Ana", country: "FR" } });
await send({
  id: "v2",
  type: "listing.created",
  data: {
    id: "lamp",
    seller: "ana",
    title: "Lamp 100% brass_old",
    category: "lamps",
    price: { amount: 20, currency: "EUR" },
  },
});
await send({
  id: "v3",
  type: "listing.updated",
  data: { id: "lamp", seller: "ana", title: "Review lamp", category: "lamps", price: { amount: 15, currency: "EUR" } },
});
await send({
  id: "v4",
  type: "listing.created",
  data: { id: "gun", seller: "ana", title: "Refuse gun", category: "other" },
});
await send({
  id: "v5",
  type: "message.sent",
  data: { id: "m1", from: "ana", to: "bob", conversation: "c", text: "Hello \u0000 \ud800 there" },
});

const events = async (query: string) =>
  (await analyst.ask<{ data: EventRow[] }>("GET", `/v1/events?${query}`)).body.data.map((row) => row.event_id);

test("events are found by what they say and what they are", async () => {
  expect(await events("")).toEqual(["v5", "v4", "v3", "v2", "v1"]);
  expect(await events("kind=listing")).toEqual(["v4", "v3", "v2"]);
  expect(await events("type=listing.updated")).toEqual(["v3"]);
  expect(await events("outcome=refuse")).toEqual(["v4"]);
  expect(await events("account=bob")).toEqual([]);
  expect(await events("q=lamp")).toEqual(["v3", "v2"]);
  expect(await events("q=gun")).toEqual(["v4"]);
  expect(await events("from=2020-01-01&to=2020-01-02")).toEqual([]);
  // What means something to the database means nothing here.
  expect(await events(`q=${encodeURIComponent("100%")}`)).toEqual(["v2"]);
  expect(await events(`q=${encodeURIComponent("_")}`)).toEqual(["v2"]);
  expect(await events(`q=${encodeURIComponent("'; drop table events; --")}`)).toEqual([]);
  expect((await analyst.ask("GET", `/v1/events?q=${encodeURIComponent("a\u0000b")}`)).status).toBe(400);
  for (const day of ["yesterday", "2026-02-30", "0000-01-01"]) {
    expect((await analyst.ask("GET", `/v1/events?from=${day}`)).status, day).toBe(400);
  }
  expect((await analyst.ask("GET", "/v1/events?limit=101")).status).toBe(400);
});

test("the search goes page by page without losing or repeating one", async () => {
  const seen: string[] = [];
  let cursor = "";
  for (;;) {
    const { body } = await analyst.ask<{ data: EventRow[]; next_cursor?: string; has_more: boolean }>(
      "GET",
      `/v1/events?limit=2${cursor}`,
    );
    seen.push(...body.data.map((row) => row.event_id));
    expect(body.has_more).toBe(body.next_cursor !== undefined);
    if (!body.next_cursor) break;
    cursor = `&cursor=${body.next_cursor}`;
  }
  expect(seen).toEqual(["v5", "v4", "v3", "v2", "v1"]);
});

test("one event with its decisions and actions", async () => {
  const { body } = await analyst.ask<EventView>("GET", "/v1/events/v4/view");
  expect(body.event).toMatchObject({ id: "v4", data: { title: "Refuse gun" } });
  expect(body.decisions.map((decision) => decision.outcome)).toEqual(["refuse"]);
  expect(body.actions.map((action) => action.action.data.decision_id)).toEqual([body.decisions[0]!.decision_id]);
  // What people write to each other is closed to people at the desk (personal.db.test.ts).
  const odd = await key<EventView>("GET", "/v1/events/v5/view");
  expect((odd.body.event as { data: { text: string } }).data.text).toBe("Hello \u0000 \ud800 there");
  expect((await analyst.ask("GET", "/v1/events/none/view")).status).toBe(404);
});

test("an edit stands beside the approved state before it", async () => {
  const { body } = await analyst.ask<SubjectView>("GET", "/v1/subjects/listing/lamp");
  expect(body.data.title).toBe("Review lamp");
  expect(body.approved?.data.title).toBe("Lamp 100% brass_old");
  expect(body.decisions.map((decision) => decision.outcome)).toEqual(["review", "approve"]);
  expect((await analyst.ask<SubjectView>("GET", "/v1/subjects/account/ana")).body.approved).toBeUndefined();
  expect((await analyst.ask("GET", "/v1/subjects/listing/none")).status).toBe(404);
  expect((await analyst.ask("GET", "/v1/subjects/sandwich/none")).status).toBe(400);
});

test("an account with its life, newest first", async () => {
  const { body } = await analyst.ask<AccountView>("GET", "/v1/accounts/ana");
  expect(body).toMatchObject({
    known: true,
    data: { name: "Ana" },
    counts: { listings: 2, refused: 1, review: 1, messages: 1 },
  });
  expect(body.life.map((item) => [item.event_id, item.outcome])).toEqual([
    ["v5", "approve"],
    ["v4", "refuse"],
    ["v3", "review"],
    ["v2", "approve"],
    ["v1", "approve"],
  ]);
  expect(body.open_cases.map((one) => one.subject.id)).toEqual(["lamp"]);
  expect((await analyst.ask("GET", "/v1/accounts/none")).status).toBe(404);
});

test("the overview adds up", async () => {
  const { body } = await analyst.ask<Overview>("GET", "/v1/overview");
  expect(body).toMatchObject({ events: 5, outcomes: { approve: 3, review: 1, refuse: 1 }, open_cases: 1 });
  expect(body.automated).toBeCloseTo(4 / 5);
  expect(body.hours).toHaveLength(24);
  const sum = body.hours.flatMap((hour) => Object.values(hour.outcomes)).reduce((a, b) => a + b, 0);
  expect(sum).toBe(5);
  expect(body.reasons).toEqual(
    expect.arrayContaining([
      { code: "price_bait", n: 1 },
      { code: "prohibited_item", n: 1 },
    ]),
  );
  expect(body.took_ms.p99).toBeGreaterThan(0);
});

test("the catalogue names what the console needs", async () => {
  const { body } = await analyst.ask<Catalogue>("GET", "/v1/catalogue");
  expect(body.policies).toEqual([expect.objectContaining({ stage: "listing", version: 1, rules: 2 })]);
  expect(body.queues).toEqual(expect.arrayContaining(["pricing", "escalation"]));
  expect(body.categories).toEqual(["lamps"]);
  expect(body.reasons.length).toBeGreaterThan(10);
});

const upload = (bytes: Buffer) => desk.upload(lead.cookie, bytes);

test("a picture goes in as a file and comes out as a smaller copy of another kind", async () => {
  const noise = Buffer.from(Array.from({ length: 800 * 600 * 3 }, (_, i) => (i * 7919 + (i >> 7)) % 256));
  const jpeg = await sharp(noise, { raw: { width: 800, height: 600, channels: 3 } })
    .withExif({ IFD0: { Copyright: "a secret place" } })
    .jpeg()
    .toBuffer();
  const uploaded = await upload(jpeg);
  expect(uploaded.json()).toMatchObject({ width: 800, height: 600, mime: "image/jpeg" });
  const { content } = uploaded.json<{ content: string }>();
  const copy = await desk.app.inject({
    method: "GET",
    url: `/v1/pictures/${content}?w=160`,
    headers: { cookie: lead.cookie },
  });
  expect([copy.statusCode, copy.headers["content-type"]]).toEqual([200, "image/webp"]);
  expect(await sharp(copy.rawPayload).metadata()).toMatchObject({ width: 160, height: 120, format: "webp" });
  expect(copy.rawPayload.includes("a secret place")).toBe(false);
  expect((await lead.ask("GET", `/v1/pictures/${content}?w=161`)).status).toBe(400);

  const added = await lead.ask("POST", "/v1/banks/stolen/entries", { content, label: "seen before" });
  expect(added.body).toMatchObject({ bank: "stolen", label: "seen before", added_by: lead.id });
  expect(added.body.hash).toMatch(/^[0-9a-f]{64}$/);
  const list = await lead.ask<{ data: object[]; has_more: boolean }>("GET", "/v1/banks/stolen");
  expect(list.body).toEqual({ data: [added.body], has_more: false });
  expect((await lead.ask("GET", "/v1/banks")).body).toEqual({ data: [{ bank: "stolen", entries: 1 }] });
  expect((await lead.ask("DELETE", `/v1/banks/stolen/entries/${added.body.id}`)).status).toBe(204);
  expect((await lead.ask("GET", "/v1/banks")).body).toEqual({ data: [] });
});

test("what is no picture is refused and says why", async () => {
  const answer = await upload(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  expect([answer.statusCode, answer.json().code]).toEqual([400, "invalid_picture"]);
  const none = await lead.ask("POST", "/v1/pictures", {});
  expect(none.status).toBe(400);
});

test("banks refuse what is neither a hash nor a picture that is here", async () => {
  const add = (body: object) => lead.ask("POST", "/v1/banks/stolen/entries", { label: "x", ...body });
  expect((await add({})).status).toBe(400);
  expect((await add({ hash: "zz" })).status).toBe(400);
  expect((await add({ content: `sha256:${"0".repeat(64)}` })).status).toBe(404);
  expect(
    (await lead.ask("POST", "/v1/banks/Not%20a%20name/entries", { hash: "0".repeat(64), label: "x" })).status,
  ).toBe(400);
});

import type { AccountView, CaseRow, CaseView, EventRow, Queue, QueueForecast, QueueSettings } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { usualSettings } from "../src/cases/lanes.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const lead = await desk.asUser(["lead"]);
const admin = await desk.asUser(["admin"]);
const one = await desk.asUser(["moderator"]);
const two = await desk.asUser(["moderator"]);
type Who = typeof lead;

const set = async (queue: string, change: Partial<QueueSettings>, who: Who = lead) =>
  (await who.ask("PUT", `/v1/queues/${queue}`, { ...usualSettings, ...change })).status;
const next = async (who: Who, queue: string) =>
  (await who.ask<{ case_id: string | null }>("POST", `/v1/queues/${queue}/next`)).body.case_id;
const put = async (queue: string, seller: string) => {
  const made = await desk.openCase(seller);
  await admin.ask("POST", `/v1/cases/${made.caseId}/move`, { queue });
  return made;
};

test("a paused queue hands nothing out, not even among all", async () => {
  const { caseId } = await put("halted", "q1");
  await set("halted", { paused: true });
  expect(await next(one, "halted")).toBeNull();
  for (let id = await next(one, "all"); id; id = null) expect(id).not.toBe(caseId);
  await set("halted", {});
  expect(await next(one, "halted")).toBe(caseId);
});

test("a queue of some people is handed out to them only", async () => {
  const { caseId } = await put("experts", "q2");
  await set("experts", { people: [two.id] });
  expect(await next(one, "experts")).toBeNull();
  expect(await next(two, "experts")).toBe(caseId);
});

test("what is over its limit is given to people of another queue, once theirs is empty", async () => {
  const ids = [await put("busy", "q3"), await put("busy", "q3b")].map((made) => made.caseId);
  await set("busy", { overflow_at: 2, overflow_to: "calm" });
  expect(await next(one, "calm")).toBeNull();
  await set("busy", { overflow_at: 1, overflow_to: "calm" });
  expect(ids).toContain(await next(one, "calm"));
});

test("a deadline is set when a case is opened, moved, or the queue's changes", async () => {
  await set("pricing", { due_minutes: 30 });
  const { caseId } = await desk.openCase("q4");
  const due = async () => {
    const { body } = await one.ask<CaseView>("GET", `/v1/cases/${caseId}`);
    return (Date.parse(body.case.due_at!) - Date.parse(body.case.opened_at)) / 60_000;
  };
  expect(await due()).toBeCloseTo(30, 1);
  await set("pricing", { due_minutes: 90, guidelines: "Look at the band first." });
  expect(await due()).toBeCloseTo(90, 1);
  expect((await one.ask<CaseView>("GET", `/v1/cases/${caseId}`)).body.guidelines).toBe("Look at the band first.");
  await one.ask("POST", `/v1/cases/${caseId}/move`, { queue: "authority_orders" });
  expect(await due()).toBeCloseTo(24 * 60, 0);
  await set("pricing", {});
});

test("what is quarantined is seen by few, and nowhere else", async () => {
  const { caseId, listing, decision } = await desk.openCase("q5");
  const secret = "Review this desk";
  const note = "what was seen in it";
  await one.ask("POST", `/v1/cases/${caseId}/note`, { text: note });
  await one.ask("POST", `/v1/cases/${caseId}/move`, { queue: "quarantine" });
  const seen = async (who: Who) => ({
    list: (await who.ask<{ data: CaseRow[] }>("GET", "/v1/cases?owner=q5")).body.data.length,
    queue: (await who.ask<{ data: Queue[] }>("GET", "/v1/queues")).body.data.some((queue) => queue.id === "quarantine"),
    view: (await who.ask("GET", `/v1/cases/${caseId}`)).status,
    subject: (await who.ask("GET", `/v1/subjects/listing/${listing}`)).status,
    event: (await who.ask("GET", `/v1/events/${decision.event_id}/view`)).status,
    search: (await who.ask<{ data: EventRow[] }>("GET", "/v1/events?account=q5")).body.data.length,
    life: (await who.ask<AccountView>("GET", "/v1/accounts/q5")).body.life.some((item) => item.title === secret),
    open: (await who.ask<AccountView>("GET", "/v1/accounts/q5")).body.open_cases.length,
    claim: (await who.ask("POST", `/v1/cases/${caseId}/claim`)).status,
    decision: (await who.ask("GET", `/v1/decisions/${decision.decision_id}`)).status,
    latest: (await who.ask("GET", `/v1/events/${decision.event_id}`)).status,
    replay: (await who.ask("POST", `/v1/decisions/${decision.decision_id}/replay`)).status,
    notes: (await who.ask<AccountView>("GET", "/v1/accounts/q5")).body.notes.length,
    label: (await who.ask("POST", `/v1/cases/${caseId}/labels`, { about: "outcome", value: "wrong" })).status,
    plan: (await who.ask("GET", `/v1/cases/${caseId}/playbooks/scammer`)).status,
  });
  const nothing = {
    list: 0,
    queue: false,
    view: 404,
    subject: 404,
    event: 404,
    search: 0,
    life: false,
    open: 0,
    claim: 404,
    decision: 404,
    latest: 404,
    replay: 404,
    notes: 0,
    label: 404,
    plan: 404,
  };
  const all = {
    list: 1,
    queue: true,
    view: 200,
    subject: 200,
    event: 200,
    search: 1,
    life: true,
    open: 1,
    claim: 200,
    decision: 200,
    latest: 200,
    replay: 200,
    notes: 1,
    label: 200,
    plan: 200,
  };
  expect(await seen(one)).toEqual(nothing);
  expect(await seen(lead)).toEqual(nothing);
  const resolve = { outcome: "approve", decision_id: decision.decision_id };
  expect((await one.ask("POST", `/v1/cases/${caseId}/resolve`, resolve)).status).toBe(404);
  // A lead may not open it for themselves.
  expect(await set("quarantine", { people: [lead.id] })).toBe(404);
  expect(await set("quarantine", { restricted: true, people: [two.id], due_minutes: 60 }, admin)).toBe(200);
  expect(await seen(admin)).toEqual(all);
  await admin.ask("POST", `/v1/cases/${caseId}/release`);
  expect(await seen(two)).toEqual(all);
});

test("an account in a restricted queue is in no link, touch or page of who may not see it", async () => {
  const key = await desk.asKey();
  const account = (id: string) => ({
    id: `e-${id}`,
    type: "account.created",
    time: new Date().toISOString(),
    client: { device: "dev-shared" },
    data: { id, name: `Name of ${id}`, email: `${id}@mail.example`, phone: "+33612345678" },
  });
  for (const id of ["q7", "q7b"]) await key("POST", "/v1/events", account(id));
  await desk.database.owner.query(
    `insert into cases (marketplace, id, type, queue, priority, kind, subject_id, owner, title, reasons, decision_id, event_id)
     values ('a', 'cas_hidden', 'moderation', 'quarantine', 90, 'account', 'q7', 'q7', 'Name of q7', '[]', 'dec_x', 'e-q7')`,
  );
  const touches = (who: Who) =>
    who.ask<{ data: { account: string }[] }>("GET", "/v1/touches?kind=phone&value=%2B33612345678");
  expect((await touches(one)).body.data.map((row) => row.account)).toEqual(["q7b"]);
  expect((await touches(admin)).body.data.map((row) => row.account).sort()).toEqual(["q7", "q7b"]);
  expect(JSON.stringify((await one.ask("GET", "/v1/accounts/q7b/links")).body)).not.toContain('"q7"');
  expect((await one.ask("GET", "/v1/accounts/q7/links")).status).toBe(404);
  expect(JSON.stringify((await one.ask("GET", "/v1/accounts/q7")).body)).not.toContain("mail.example");
  expect(JSON.stringify((await admin.ask("GET", "/v1/accounts/q7b/links")).body)).toContain('"q7"');
});

test("the forecast counts what came and went by hour", async () => {
  await put("weather", "q6");
  await put("weather", "q6b");
  const { body } = await lead.ask<QueueForecast>("GET", "/v1/queues/weather/forecast");
  expect(body).toMatchObject({ open: 2, days: 0, next: [] });
  expect(body.past.reduce((sum, hour) => sum + hour.arrived, 0)).toBe(2);
  await desk.database.owner.query(
    "update cases set opened_at = now() - interval '50 hours' where queue = 'weather' and owner = 'q6'",
  );
  await desk.database.owner.query(
    "update cases set opened_at = now() - interval '40 hours' where queue = 'weather' and owner = 'q6b'",
  );
  const { body: later } = await lead.ask<QueueForecast>("GET", "/v1/queues/weather/forecast");
  expect([later.days, later.next.length]).toEqual([2, 24]);
  expect(later.next.at(-1)!.backlog).toBeCloseTo(2.5);
});

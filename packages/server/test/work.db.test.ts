/** What people are given and what not, what they have seen, queues by the clock; and the dashboard. */
import type { CaseView, Dashboard, Exposure, QueueSettings, WorkSettings } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { agePriorities } from "../src/cases/index.ts";
import { usualSettings } from "../src/cases/lanes.ts";
import { tendQueues } from "../src/jobs/index.ts";
import { dashboard } from "../src/quality/index.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const { owner } = desk.database;
const lead = await desk.asUser(["lead"]);
const one = await desk.asUser(["moderator"]);
const two = await desk.asUser(["moderator"]);
type Who = typeof lead;

const set = async (queue: string, change: Partial<QueueSettings>) =>
  (await lead.ask("PUT", `/v1/queues/${queue}`, { ...usualSettings, ...change })).status;
const next = async (who: Who, queue: string) =>
  (await who.ask<{ case_id: string | null }>("POST", `/v1/queues/${queue}/next`, {})).body.case_id;
let n = 0;
/** A case in a queue of its own, with what it is about. */
const put = async (queue: string, about: { topics?: string[]; language?: string } = {}) => {
  const made = await desk.openCase(`w${++n}`);
  await owner.query("update cases set queue = $2, topics = $3, language = $4 where id = $1", [
    made.caseId,
    queue,
    about.topics ?? [],
    about.language ?? null,
  ]);
  return made.caseId;
};
const work: Omit<WorkSettings, "skills"> = { languages: [], topics_out: [], severe_cap: null, break_after: 60 };
const settle = (who: Who, change: Partial<typeof work>) => who.ask("PUT", "/v1/me/work", { ...work, ...change });

test("what a case is about is known when it is opened: its language and what is hard to look at", async () => {
  await desk.deps.policies.save(
    "a",
    "listing",
    `policy: listing
rules:
  - id: look-at-it
    when: listing.title.startsWith("Review")
    then: { outcome: review, queue: pricing, priority: 70, reason: price_bait }
    unknown: ignore
  - id: harm
    when: listing.title.startsWith("Harm")
    then: { outcome: review, queue: harm, priority: 50, reason: threat }
    unknown: ignore
`,
    "test",
  );
  desk.deps.policies.forget("a");
  const key = await desk.asKey();
  const sent = await key<{ cases: string[] }>("POST", "/v1/events", {
    id: "e-harm",
    type: "listing.created",
    time: new Date().toISOString(),
    data: { id: "harm1", seller: "h1", title: "Harm to come", language: "fr" },
  });
  const { rows } = await owner.query(
    "select language, topics, base_priority from cases where id = $1",
    sent.body.cases,
  );
  expect(rows).toEqual([{ language: "fr", topics: ["violence"], base_priority: 50 }]);
});

test("who opted out of a topic, or does not read a language, is not given it; not as the next case either", async () => {
  const hard = await put("mixed", { topics: ["violence"], language: "en" });
  const french = await put("mixed", { language: "fr" });
  await settle(one, { topics_out: ["violence"], languages: ["en"] });
  expect(await next(one, "mixed")).toBeNull();
  const plain = await put("mixed");
  expect(await next(one, "mixed")).toBe(plain);
  expect((await one.ask<CaseView>("GET", `/v1/cases/${plain}`)).body.next).toEqual([]);
  const free = (await two.ask<CaseView>("GET", `/v1/cases/${plain}`)).body.next;
  expect(free.sort()).toEqual([hard, french].sort());
  await settle(one, {});
});

test("severe cases stop at the cap, alternate with others, and are counted once each", async () => {
  for (let each = 0; each < 4; each++) await put("severe", { topics: ["minors"] });
  const light = await put("severe");
  await owner.query("update cases set priority = 1 where id = $1", [light]);
  const given: string[] = [];
  for (let id = await next(two, "severe"); id && given.length < 5; id = await next(two, "severe")) {
    given.push(id);
    // Looked at again, it is no second one.
    await two.ask("POST", `/v1/cases/${id}/claim`);
    await owner.query("update cases set state = 'resolved', resolved_at = now(), resolved_by = $2 where id = $1", [
      id,
      two.id,
    ]);
  }
  expect(given).toHaveLength(5);
  // After three of them the light one came, though it is the least urgent.
  expect(given.indexOf(light)).toBe(3);
  const mine = (await two.ask<Exposure>("GET", "/v1/me/exposure")).body;
  expect([mine.today.severe, mine.shift.severe]).toEqual([4, 4]);
  expect(mine.topics).toEqual([{ topic: "minors", n: 4 }]);
  await put("severe", { topics: ["minors"] });
  await settle(two, { severe_cap: 4 });
  expect(await next(two, "severe")).toBeNull();
  expect((await two.ask<Exposure>("GET", "/v1/me/exposure")).body.cap_reached).toBe(true);
  // A lead does not raise what a person has set, and sees exposure; a moderator sees nobody else's.
  expect((await lead.ask("PUT", `/v1/wellbeing/${two.id}`, { skills: [], severe_cap: 9 })).status).toBe(403);
  const all = await lead.ask<{ data: Exposure[] }>("GET", "/v1/wellbeing");
  expect(all.body.data.find(({ person }) => person === two.id)!.today.severe).toBe(4);
  expect((await one.ask("GET", "/v1/wellbeing")).status).toBe(403);
  await settle(two, {});
});

test("a queue asks for skills, which a lead gives", async () => {
  const id = await put("watches");
  await set("watches", { skills: ["horology"] });
  expect(await next(one, "watches")).toBeNull();
  expect((await lead.ask("PUT", `/v1/wellbeing/${one.id}`, { skills: ["horology"], severe_cap: null })).status).toBe(
    200,
  );
  expect(await next(one, "watches")).toBe(id);
  // One's own settings leave the skills as they are.
  expect((await settle(one, { languages: ["fr"] })).body).toMatchObject({ skills: ["horology"] });
  await settle(one, {});
});

test("who is not certified for a queue is given its golden cases only, until enough are right", async () => {
  const made = await desk.openCase("cert");
  await lead.ask("POST", `/v1/cases/${made.caseId}/resolve`, {
    outcome: "refuse",
    reasons: ["scam"],
    decision_id: made.decision.decision_id,
  });
  const known = (await owner.query("select decision_id from subjects where id = $1", [made.listing])).rows[0]
    .decision_id;
  await lead.ask("POST", "/v1/quality/golden", {
    decision_id: known,
    queue: "exam",
    outcome: "refuse",
    reasons: ["scam"],
  });
  const real = await put("exam");
  await set("exam", { certify_accuracy: 0.8, certify_n: 1 });
  const golden = (await next(one, "exam"))!;
  expect(golden).not.toBe(real);
  const { body } = await one.ask<CaseView>("GET", `/v1/cases/${golden}`);
  await one.ask("POST", `/v1/cases/${golden}/resolve`, {
    outcome: "refuse",
    reasons: ["scam"],
    decision_id: body.decision.decision_id,
  });
  expect(await next(one, "exam")).toBe(real);
});

test("a snoozed case comes back when what it waits for happens", async () => {
  const made = await desk.openCase("wait");
  const until = new Date(Date.now() + 86_400_000).toISOString();
  await one.ask("POST", `/v1/cases/${made.caseId}/snooze`, { until, wait_for: "edit" });
  const state = async () => (await owner.query("select state from cases where id = $1", [made.caseId])).rows[0].state;
  await tendQueues(desk.deps);
  expect(await state()).toBe("snoozed");
  await desk.sendListing({ id: made.listing, title: "Review this desk again", seller: "wait", revision: 2 });
  await tendQueues(desk.deps);
  expect(await state()).toBe("open");
});

test("priority grows with exposure and age, and not twice", async () => {
  const id = await put("aging");
  await owner.query(
    "update cases set priority = 40, base_priority = 40, opened_at = now() - interval '12 hours' where id = $1",
    [id],
  );
  const priority = async () => (await owner.query("select priority from cases where id = $1", [id])).rows[0].priority;
  const q = desk.deps.db.for("a");
  await agePriorities(q, "a");
  expect(await priority()).toBe(60);
  await owner.query(
    "update subjects set visibility = 'visible' where id = (select subject_id from cases where id = $1)",
    [id],
  );
  await agePriorities(q, "a");
  expect(await priority()).toBe(75);
  expect(await agePriorities(q, "a")).toBe(0);
});

test("a queue is dealt out in turn to who is there", async () => {
  const ids = [await put("dealt"), await put("dealt"), await put("dealt"), await put("dealt")];
  await set("dealt", { hand_out: "round_robin", people: [one.id, two.id] });
  await tendQueues(desk.deps);
  const { rows } = await owner.query(
    "select assigned_to, count(*)::int as n from cases where id = any($1) group by 1",
    [ids],
  );
  expect(rows.map((row) => row.n)).toEqual([2, 2]);
  const mine = (await owner.query("select id from cases where assigned_to = $1", [one.id])).rows.map((row) => row.id);
  expect(mine).toContain(await next(one, "dealt"));
  // What was dealt half an hour ago is anybody's.
  await owner.query(
    "update cases set assigned_at = now() - interval '31 minutes', claimed_by = null, claimed_until = null where id = any($1)",
    [ids],
  );
  await owner.query("update cases set priority = 99 where id = (select id from cases where assigned_to = $1 limit 1)", [
    two.id,
  ]);
  expect(await next(one, "dealt")).not.toBeNull();
});

test("the dashboard counts by the marketplace's own days, also on the one with 25 hours", async () => {
  const q = desk.deps.db.for("a");
  const settings = {
    schedule: null,
    golden_share: 0.02,
    time_zone: "Europe/Paris",
    cost_per_hour: 30,
    currency: "EUR",
  };
  // Clocks went back on 25 October 2026: from 22:00 UTC the day before to 23:00 UTC.
  const put = (id: string, at: string, outcome: string, by: string) =>
    owner.query(
      `insert into decisions (marketplace, id, event_id, kind, subject_id, owner, at, mode, outcome, visibility, answer, decided_by, decided_at)
       values ('a', $1, $1, 'listing', $1, 'dst', $2, 'live', $3, 'visible', '{}', $4, $2)`,
      [id, at, outcome, by],
    );
  await put("before", "2026-10-24T21:59:00Z", "approve", "rule");
  await put("first", "2026-10-24T22:00:00Z", "approve", "rule");
  await put("last", "2026-10-25T22:59:00Z", "refuse", "usr_x");
  await put("after", "2026-10-25T23:00:00Z", "approve", "rule");
  const shown = await dashboard(q, "a", { days: 3, hidden: [], settings, now: new Date("2026-10-26T12:00:00Z") });
  expect(shown.days.map(({ day, decided }) => [day, decided])).toEqual([
    ["2026-10-24", { "rule/approve": 1 }],
    ["2026-10-25", { "rule/approve": 1, "person/refuse": 1 }],
    ["2026-10-26", { "rule/approve": 1 }],
  ]);
  const [, long] = shown.days;
  expect((Date.parse(long!.to) - Date.parse(long!.from)) / 3_600_000).toBe(25);
  expect(shown.automation).toMatchObject({ decisions: 4, by_rule: 3, share: 0.75 });
});

test("the dashboard: harm that escaped, deadlines, cost, and figures that lead to their cases", async () => {
  const key = await desk.asKey();
  await desk.sendListing({ id: "escape", title: "Fine at first", seller: "esc" });
  const at = new Date().toISOString();
  for (const [id, to] of [
    ["m1", "buyer1"],
    ["m2", "buyer1"],
    ["m3", "buyer2"],
  ]) {
    await key("POST", "/v1/events", {
      id: `e-${id}`,
      type: "message.sent",
      time: at,
      data: { id, from: "esc", to, text: "still here" },
    });
  }
  await owner.query("update decisions set decided_at = now() - interval '30 minutes' where subject_id = 'escape'");
  await owner.query(
    "update cases set due_at = now() - interval '1 minute' where queue = 'mixed' and state <> 'resolved'",
  );
  await desk.sendListing({ id: "escape", title: "Refuse it now", seller: "esc", revision: 2 });
  await owner.query(
    "update decisions set outcome = 'refuse', visibility = 'removed' where subject_id = 'escape' and revision = 2",
  );
  const { body } = await lead.ask<Dashboard>("GET", "/v1/dashboard?days=2");
  const worst = body.escaped.worst.find(({ subject }) => subject.id === "escape")!;
  expect(worst.reached).toBe(2);
  expect(worst.minutes).toBeCloseTo(30, 0);
  expect(body.queues.find(({ queue }) => queue === "mixed")!.overdue).toBeGreaterThan(0);
  expect(body.cost.per_hour).toBeNull();
  const today = body.days.at(-1)!;
  const cases = await lead.ask<{ data: unknown[] }>(
    "GET",
    `/v1/cases?due=missed&opened_from=${today.from}&opened_to=${today.to}&limit=100`,
  );
  expect(cases.body.data).toHaveLength(body.queues.reduce((sum, queue) => sum + queue.overdue, 0));
  await lead.ask("PUT", "/v1/quality/settings", {
    schedule: null,
    golden_share: 0.02,
    time_zone: "Europe/Paris",
    cost_per_hour: 30,
    currency: "EUR",
  });
  expect((await lead.ask<Dashboard>("GET", "/v1/dashboard")).body.cost.per_hour).toBe(30);
  expect((await lead.ask("PUT", "/v1/quality/settings", { schedule: null, time_zone: "Mars/Base" })).status).toBe(400);
});

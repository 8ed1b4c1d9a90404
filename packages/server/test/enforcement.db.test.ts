/** What is stopped at once, undone as a whole, and swept over everything that is live. */
import type {
  Decision,
  PolicyRun,
  Problem,
  Replay,
  ReversalPreview,
  ReversalView,
  SweepView,
  Switch,
} from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { workRun } from "../src/jobs/index.ts";
import { Pipeline } from "../src/pipeline.ts";
import { PolicyBook } from "../src/policies/index.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const lead = await desk.asUser(["lead"]);
const moderator = await desk.asUser(["moderator"]);
const { db, owner } = desk.database;

/** Another process: policies of its own. */
const other = new Pipeline({ db, policies: new PolicyBook(db) });
let sent = 0;
const elsewhere = (title: string) =>
  other.submit(
    {
      id: `o${++sent}`,
      type: "listing.created",
      time: new Date().toISOString(),
      data: { id: `o${sent}`, seller: "s", title },
    },
    "a",
  );
async function within(ms: number, check: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + ms;
  while (!(await check())) {
    expect(Date.now(), "in time").toBeLessThan(until);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const stop = (kind: string, target: string) =>
  lead.ask<Switch>("POST", "/v1/switches", { kind, target, reason: "it hurts" });

test("a rule is stopped within a second in every process, is silent meanwhile, and goes on again; a replay knows", async () => {
  expect((await elsewhere("Refuse")).outcome).toBe("refuse");
  const { body, status } = await stop("rule", "listing/never");
  expect([status, body]).toMatchObject([200, { kind: "rule", target: "listing/never", stopped_by: lead.id }]);
  expect((await stop("rule", "listing/never")).body.id).toBe(body.id);
  // Half a second until it is seen, and the time of a decision.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const silent = await elsewhere("Refuse");
  expect(silent.outcome).toBe("approve");
  expect((await desk.sendListing({ id: "r1", title: "Refuse" })).outcome).toBe("approve");
  expect((await lead.ask("POST", `/v1/switches/${body.id}/start`)).status).toBe(200);
  expect((await lead.ask("POST", `/v1/switches/${body.id}/start`)).status).toBe(404);
  await within(3000, async () => (await elsewhere("Refuse")).outcome === "refuse");
  const replayed = await lead.ask<Replay>("POST", `/v1/decisions/${silent.decision_id}/replay`);
  expect(replayed.body).toMatchObject({ same: true });
  const { body: all } = await lead.ask<{ data: Switch[] }>("GET", "/v1/switches");
  expect(all.data[0]).toMatchObject({ id: body.id, started_by: lead.id });
  expect((await stop("rule", "listing/nothing")).status).toBe(404);
  expect(
    (await moderator.ask("POST", "/v1/switches", { kind: "enforcement", target: "all", reason: "x" })).status,
  ).toBe(403);
});

test("a detector is stopped: it says nothing, and a replay agrees", async () => {
  const title = "Lamp, +33 6 39 98 01 02";
  const signalsOf = ({ signals }: Decision) => signals.map(({ detector }) => detector);
  expect(signalsOf(await desk.sendListing({ id: "d1", title }))).toContain("text_contact_details");
  const { body } = await stop("detector", "text_contact_details");
  const without = await desk.sendListing({ id: "d2", title });
  expect(signalsOf(without)).not.toContain("text_contact_details");
  await lead.ask("POST", `/v1/switches/${body.id}/start`);
  expect(signalsOf(await desk.sendListing({ id: "d3", title }))).toContain("text_contact_details");
  const replayed = await lead.ask<Replay>("POST", `/v1/decisions/${without.decision_id}/replay`);
  expect(replayed.body).toMatchObject({ same: true, differences: [] });
});

test("all enforcement is stopped: everything is decided as in shadow, nothing is told, no case opens", async () => {
  const { body } = await stop("enforcement", "all");
  const decision = await desk.sendListing({ id: "e1", title: "Review this" });
  expect(decision).toMatchObject({ mode: "shadow", outcome: "review", cases: [] });
  const { rows } = await owner.query(
    "select count(*)::int as n from actions where payload->'data'->'subject'->>'id' = 'e1'",
  );
  expect(rows[0].n).toBe(0);
  await lead.ask("POST", `/v1/switches/${body.id}/start`);
  expect((await desk.sendListing({ id: "e2", title: "Review this" })).mode).toBe("live");
});

async function work<T>(run: { id: string }, path: string): Promise<T> {
  for (let slice = 0; slice < 30 && (await workRun(desk.deps, "a", run.id)); slice++);
  return (await lead.ask<T>("GET", `${path}/${run.id}`)).body;
}

test("what a rule did is undone at once: reinstated, cases closed, the marketplace told; what others ask for and people said stays", async () => {
  const source = `policy: listing
rules:
  - { id: hasty, when: 'listing.title.contains("amp")', then: { outcome: refuse, reason: scam, restrict: [suspend] }, unknown: ignore }
  - { id: careful, when: 'listing.title.contains("odd")', then: { outcome: review, reason: scam }, unknown: ignore }
`;
  await desk.deps.policies.save("a", "listing", source, "test");
  const before = new Date(Date.now() - 1000).toISOString();
  const sendAll = (titles: Record<string, string>) =>
    Promise.all(Object.entries(titles).map(([id, title]) => desk.sendListing({ id, title, seller: `of ${id}` })));
  const decided = await sendAll({ v1: "Lamp", v2: "Lamp", v3: "Lamp, odd", v4: "odd", v5: "Chair" });
  expect(decided.map(({ outcome }) => outcome)).toEqual(["refuse", "refuse", "refuse", "review", "approve"]);

  const ask = { stage: "listing", rule: "hasty", since: before };
  const preview = await lead.ask<ReversalPreview>("POST", "/v1/reversals/preview", ask);
  expect(preview.body).toEqual({ n: 3, by_outcome: { refuse: 3 } });
  const started = await lead.ask<ReversalView>("POST", "/v1/reversals", { ...ask, reason: "too hasty" });
  expect(started.body).toMatchObject({ state: "queued", total: 3 });
  const done = await work<ReversalView>(started.body, "/v1/reversals");
  expect(done).toMatchObject({ state: "done", done: 3, changes: { "refuse → approve": 2, "refuse → review": 1 } });
  const { rows } = await owner.query("select id, outcome, visibility from subjects where id ~ '^v' order by id");
  expect(rows.map(({ id, outcome, visibility }) => `${id} ${outcome} ${visibility}`)).toEqual([
    "v1 approve visible",
    "v2 approve visible",
    "v3 review held",
    "v4 review held",
    "v5 approve visible",
  ]);
  const told = await owner.query(
    "select payload->'data'->>'outcome' as outcome, payload->'data'->'restrictions' as restrictions from actions where payload->'data'->'subject'->>'id' = 'v1' order by created_at",
  );
  expect(told.rows).toMatchObject([{ outcome: "refuse" }, { outcome: "approve", restrictions: [] }]);
  expect((await desk.sendListing({ id: "v6", title: "Lamp" })).outcome).toBe("approve");
  expect((await lead.ask<Problem>("POST", "/v1/reversals", { ...ask, rule: "nothing", reason: "x" })).status).toBe(404);
  const runs = await lead.ask<{ data: PolicyRun[] }>("GET", "/v1/policy-runs?kind=reversal");
  expect(runs.body.data[0]).toMatchObject({ title: "listing/hasty" });
});

test("a sweep finds what is live by a rule, by an entry and passes over what changed before the takedown", async () => {
  const source = `policy: listing
rules:
  - { id: swords, status: draft, when: 'listing.title.contains("sword")', then: { outcome: refuse, reason: prohibited_item }, unknown: ignore }
`;
  await desk.deps.policies.save("a", "listing", source, "test");
  for (const id of ["w1", "w2", "w3"])
    await desk.sendListing({ id, title: `A sword ${id}, +33 6 39 98 02 0${id.at(-1)}`, seller: id });
  await desk.sendListing({ id: "w4", title: "A chair", seller: "w4" });
  const sweep = await lead.ask<SweepView>("POST", "/v1/sweeps", { what: { stage: "listing", rule: "swords" } });
  const found = await work<SweepView>(sweep.body, "/v1/sweeps");
  expect(found).toMatchObject({ state: "done", matched: 3, taken_down: 0 });
  expect(found.items.map(({ subject }) => subject.id).sort()).toEqual(["w1", "w2", "w3"]);
  const phones = await lead.ask<SweepView>("POST", "/v1/sweeps", {
    what: { list: "blocked_phones", values: ["+33639980202"] },
  });
  expect((await work<SweepView>(phones.body, "/v1/sweeps")).items.map(({ subject }) => subject.id)).toEqual(["w2"]);

  await desk.sendListing({ id: "w2", title: "A stick", seller: "w2", revision: 2 });
  const body = { outcome: "refuse", reason: "prohibited_item", per_minute: 600, leave_out: ["listing w3"] };
  const taking = await lead.ask<SweepView>("POST", `/v1/sweeps/${sweep.body.id}/takedown`, body);
  expect(taking.status, JSON.stringify(taking.body)).toBe(200);
  const taken = await work<SweepView>(taking.body, "/v1/sweeps");
  expect(taken).toMatchObject({ state: "done", matched: 3, taken_down: 1, left: 2 });
  expect(Object.fromEntries(taken.items.map(({ subject, note }) => [subject.id, note]))).toEqual({
    w1: "refuse",
    w2: "it has changed since",
    w3: "left out",
  });
  const { rows } = await owner.query("select id, visibility from subjects where id ~ '^w' order by id");
  expect(rows.map(({ visibility }) => visibility)).toEqual(["removed", "visible", "visible", "visible"]);
  for (const wrong of [
    { list: "allowed_phones", values: ["x"] },
    { list: "blocked_phones", values: ["none"] },
  ]) {
    expect((await lead.ask("POST", "/v1/sweeps", { what: wrong })).status).toBe(400);
  }
  expect((await lead.ask("POST", "/v1/sweeps", { what: { stage: "listing", rule: "nothing" } })).status).toBe(404);
  expect((await lead.ask("POST", `/v1/sweeps/${taking.body.id}/takedown`, body)).status).toBe(400);
});

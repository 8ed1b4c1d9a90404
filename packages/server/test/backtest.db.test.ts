/** Backtests: what a rule would have done to what is stored, as of each event's time. */
import type { BacktestRequest, BacktestView, Decision, PolicyRun, Problem } from "@assay/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workRun } from "../src/jobs/index.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const writer = await desk.asUser(["policy_manager"]);
const moderator = await desk.asUser(["moderator"]);
const { owner } = desk.database;
const from = "2020-01-01T00:00:00Z";
const when = (id: string, condition: string, more: object = {}) => ({
  id,
  when: condition,
  then: { outcome: "review" as const, queue: "pricing", reason: "price_bait" },
  unknown: "ignore" as const,
  status: "live" as const,
  ...more,
});

async function run(request: Partial<BacktestRequest> & Pick<BacktestRequest, "try">): Promise<BacktestView> {
  const started = await writer.ask<BacktestView>("POST", "/v1/backtests", { stage: "listing", from, ...request });
  expect(started.status, JSON.stringify(started.body)).toBe(200);
  let slices = 0;
  while (await workRun(desk.deps, "a", started.body.id)) slices += 1;
  expect(slices).toBeLessThan(50);
  const { body } = await writer.ask<BacktestView>("GET", `/v1/backtests/${started.body.id}`);
  expect(body.state, body.problem).toBe("done");
  return body;
}

const decisions = new Map<string, Decision>();
beforeAll(async () => {
  for (let i = 0; i < 12; i++) {
    const title = i < 4 ? `Review lamp ${i}` : `Lamp ${i}`;
    decisions.set(`l${i}`, await desk.sendListing({ id: `l${i}`, title, seller: `s${i}` }));
  }
  // Two of the four that went to people were bad, one was fine; one still waits.
  for (const [i, outcome] of (["refuse", "refuse", "approve"] as const).entries()) {
    const decision = decisions.get(`l${i}`)!;
    const reasons = outcome === "refuse" ? ["price_bait"] : [];
    const body = { outcome, reasons, decision_id: decision.decision_id };
    const resolved = await moderator.ask("POST", `/v1/cases/${decision.cases[0]}/resolve`, body);
    expect(resolved.status).toBe(200);
  }
  for (const [id, type] of Object.entries({ l5: "appeal", l6: "report" })) {
    await owner.query(
      `insert into cases (marketplace, id, type, queue, priority, kind, subject_id, owner, title, reasons, decision_id, event_id)
       values ('a', $1, $2, 'x', 1, 'listing', $3, 's', 't', '[]', 'd', 'e')`,
      [`cas_${id}`, type, id],
    );
  }
}, 60_000);

test("matches are split by what became of them, and counted by what they add", async () => {
  const { result, request, total } = await run({ try: { rule: when("lamps", 'listing.title.contains("amp")') } });
  expect(request).toMatchObject({ tried: "lamps", rules: ["lamps"], lists: "then" });
  const [rule] = result!.rules;
  expect(total).toBe(12);
  expect(rule).toMatchObject({
    matched: 12,
    split: { upheld: 2, overturned: 1, appealed: 1, reported: 1, unknown: 7 },
    precision: { n: 3, value: 2 / 3 },
    // Four went to people already; eight went up.
    adds: 8,
    delayed: 8,
    cases: 8,
    hours: (8 * 45) / 3600,
  });
  expect(rule!.precision.low).toBeCloseTo(0.2077, 3);
  expect(rule!.sample).toHaveLength(12);
  expect(rule!.sample.find(({ subject }) => subject.id === "l5")).toMatchObject({ truth: "appealed", title: "Lamp 5" });
  expect(rule!.by_day.reduce((sum, { n }) => sum + n, 0)).toBe(12);
  expect(result!.together).toMatchObject({ matched: 12, adds: 8 });
});

test("the sample is drawn at random, of the size asked for, and the same for the same run", async () => {
  const { result, id } = await run({ try: { rule: when("lamps", 'listing.title.contains("amp")') }, sample: 3 });
  expect(result!.rules[0]!.sample).toHaveLength(3);
  const again = await writer.ask<BacktestView>("GET", `/v1/backtests/${id}`);
  expect(again.body.result).toEqual(result);
});

test("lists are as they were at each event, or as they are", async () => {
  await writer.ask("POST", "/v1/lists/trusted_sellers/entries", { values: ["s4", "s5"] });
  desk.deps.policies.forget("a");
  decisions.set("l4b", await desk.sendListing({ id: "l4b", title: "Later lamp", seller: "s4" }));
  const rule = when("trusted", "account.id in lists.trusted_sellers");
  expect((await run({ try: { rule } })).result!.rules[0]!.matched).toBe(1);
  expect((await run({ try: { rule }, lists: "now" })).result!.rules[0]!.matched).toBe(3);
});

test("history is read as it was stored; what was not stored is computed as of the event's time", async () => {
  const rule = when("known", "account.known && account.listings_total >= 1.0");
  const stored = await run({ try: { rule } });
  expect(stored.result).toMatchObject({ recomputed: 0, needs_recompute: {} });
  // s4's second ad: when it came, one was there.
  expect(stored.result!.rules[0]!.sample.map(({ subject }) => subject.id)).toEqual(["l4b"]);
  await owner.query(
    `update decisions set basis = (basis::jsonb #- '{history,account_profile}')::json where subject_id in ('l4b', 'l7')`,
  );
  const computed = await run({ try: { rule } });
  expect(computed.result).toMatchObject({ recomputed: 2 });
  expect(computed.result!.rules[0]!.sample.map(({ subject }) => subject.id)).toEqual(["l4b"]);
});

test("signals of another version are computed anew from what is stored, or counted as lacking", async () => {
  const rule = when("contact", "signals.text_contact_details.found");
  const sent = { id: "phone", title: "Lamp, call +33 6 39 98 01 02", seller: "s20" };
  await desk.sendListing(sent);
  expect((await run({ try: { rule } })).result!.rules[0]!.matched).toBe(1);
  await owner.query(
    `update decisions set answer = replace(answer::text, '"detector":"text_contact_details","version":', '"detector":"text_contact_details","version":9')::json where subject_id = 'phone'`,
  );
  const anew = await run({ try: { rule } });
  expect([anew.result!.recomputed, anew.result!.rules[0]!.matched]).toEqual([1, 1]);
  await owner.query("update decisions set basis = null where subject_id = 'phone'");
  const lacking = await run({ try: { rule } });
  expect(lacking.result!.needs_recompute).toEqual({ "the event or what it was decided from": 1 });
});

test("exempt rules are minded, and rollout, status and expiry of the rule are not", async () => {
  const exempting = `policy: listing
rules:
  - { id: ours, when: account.id == "s4", exempt: [lamps], unknown: ignore }
  - { id: lamps, status: draft, rollout: 1, expires: "2021-01-01T00:00:00Z", when: 'listing.title.contains("amp")', then: { outcome: refuse, reason: scam }, unknown: ignore }
`;
  const { result } = await run({ try: { source: exempting }, rules: ["lamps"] });
  expect(result!.rules[0]).toMatchObject({ matched: 12, exempted: 2 });
});

test("two versions are decided side by side", async () => {
  const strict = `policy: listing\nrules:\n  - { id: no, when: 'listing.title.startsWith("Review")', then: { outcome: refuse, reason: scam }, unknown: ignore }\n`;
  const { result } = await run({ try: { source: strict }, compare: { version: 1 } });
  expect(result!.compare).toMatchObject({
    tried: { refuse: 4, approve: 10 },
    compared: { review: 4, approve: 10 },
    cases: { tried: 0, compared: 4 },
    differ: 4,
    cells: [{ tried: "refuse", compared: "review", n: 4, split: { upheld: 2, overturned: 1, unknown: 1 } }],
  });
  expect(result!.compare!.sample).toHaveLength(4);
});

test("it is stopped when somebody asks, goes on after a slice, and says what is wrong before it begins", async () => {
  const rule = when("lamps", "true");
  const ask = { stage: "listing", from, try: { rule } };
  const { body } = await writer.ask<BacktestView>("POST", "/v1/backtests", ask);
  expect(body).toMatchObject({ state: "queued", result: null });
  expect((await writer.ask("POST", `/v1/policy-runs/${body.id}/cancel`)).status).toBe(200);
  expect(await workRun(desk.deps, "a", body.id)).toBe(false);
  const cancelled = await writer.ask<BacktestView>("GET", `/v1/backtests/${body.id}`);
  expect(cancelled.body.state).toBe("cancelled");
  const listed = await writer.ask<{ data: PolicyRun[] }>("GET", "/v1/policy-runs?kind=backtest");
  expect(listed.body.data[0]).toMatchObject({ id: body.id, title: "lamps" });

  const wrong = await writer.ask<Problem>("POST", "/v1/backtests", {
    ...ask,
    try: { rule: when("odd", "listing.titel == 1") },
  });
  expect([wrong.status, wrong.body.code]).toEqual([400, "invalid_policy"]);
  expect((await writer.ask("POST", "/v1/backtests", { ...ask, to: from })).status).toBe(400);
  expect((await writer.ask("POST", "/v1/backtests", { ...ask, try: { version: 999 } })).status).toBe(404);
  expect((await writer.ask<Problem>("POST", "/v1/backtests", { ...ask, try: { version: 1 } })).body.detail).toContain(
    "Nothing differs",
  );
  expect((await moderator.ask("POST", "/v1/backtests", ask)).status).toBe(403);
});

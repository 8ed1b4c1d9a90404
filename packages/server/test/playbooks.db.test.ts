import type { Action, Case, CaseView, Confirmation, Decision, PlaybookPlan, PlaybookRun } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const holdMs = 700;
const desk = await testDesk({ undoHoldMs: holdMs });
afterAll(() => desk.close());
const moderator = await desk.asUser(["moderator"]);
const colleague = await desk.asUser(["moderator"]);
const lead = await desk.asUser(["lead"]);
const { owner } = desk.database;

let sent = 0;
const send = (type: string, data: object, client?: object) => {
  const time = new Date().toISOString();
  return desk.deps.pipeline.submit({ id: `p${++sent}`, type, time, data, ...(client && { client }) } as never, "a");
};
const rows = async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows;

/** An account with a phone, a device, a payout, two ads that are up, one that waits, an order as seller, and two people it wrote to. */
async function scammer(id: string) {
  await send("account.created", { id, name: `Name of ${id}`, phone: "+33 6 39 98 01 02" }, { device: `dev-${id}` });
  await send("payout_method.changed", { id: `pay-${id}`, account: id, fingerprint: `iban-${id}` });
  for (const n of [1, 2]) await desk.sendListing({ id: `${id}-up${n}`, title: "Good chair", seller: id });
  const waits = await desk.sendListing({ id: `${id}-waits`, title: "Review this lamp", seller: id });
  await send("order.placed", { id: `${id}-order`, buyer: "buyer1", seller: id, listing: `${id}-up1` });
  await send("order.placed", { id: `${id}-over`, buyer: "buyer2", seller: id, listing: `${id}-up1` });
  await send("order.completed", { id: `${id}-over`, buyer: "buyer2", seller: id, listing: `${id}-up1` });
  for (const to of ["buyer1", "buyer2", "buyer1"])
    await send("message.sent", { id: `m${sent}`, from: id, to, text: "Hello" });
  const decision = await desk.sendListing({ id: `${id}-case`, title: "Review this phone", seller: id });
  return { decision, caseId: decision.cases[0]!, waits };
}
const preview = (caseId: string, who = moderator) =>
  who.ask<PlaybookPlan>("GET", `/v1/cases/${caseId}/playbooks/scammer`);
const run = (caseId: string, fingerprint: string, who = moderator) =>
  who.ask<PlaybookRun>("POST", `/v1/cases/${caseId}/playbooks/scammer`, { fingerprint });
const pass = () => new Promise((done) => setTimeout(done, holdMs + 100));
/** Everything that a run may change, for comparing before and after. */
const state = (id: string) =>
  Promise.all([
    rows(
      "select kind, id, decision_id, outcome, visibility from subjects where owner = $1 or id like $2 order by 1, 2",
      [id, `${id}%`],
    ),
    rows("select id, state, resolved_by from cases where owner = $1 or subject_id like $2 order by 1", [id, `${id}%`]),
    rows("select list, value from list_entries where removed_at is null order by 1, 2"),
    rows("select kind, subject_id, about, value from labels order by 1, 2, 3"),
    rows("select listing from comparables where seller = $1 order by 1", [id]),
  ]);

test("shows what it would do, does just that, and all of it is undone as one, with nothing sent", async () => {
  const { caseId } = await scammer("s1");
  const before = await state("s1");
  const { body: plan } = await preview(caseId);
  const ids = Object.fromEntries(plan.effects.map(({ step, items }) => [step, items.map((item) => item.id).sort()]));
  expect(ids).toEqual({
    refuse: ["s1-case"],
    refuse_listings: ["s1-up1", "s1-up2", "s1-waits"],
    block_phones: ["+33639980102"],
    block_devices: ["dev-s1"],
    block_payouts: ["iban-s1"],
    hold_orders: ["s1-order"],
    warn_contacts: ["buyer1", "buyer2"],
    hold_payout: ["s1"],
    suspend: ["s1"],
  });
  expect(plan.effects.filter((effect) => effect.confirm).map((effect) => effect.step)).toEqual([
    "hold_payout",
    "suspend",
  ]);
  expect(await state("s1")).toEqual(before);

  const { status, body: done } = await run(caseId, plan.fingerprint);
  expect(status).toBe(200);
  const listings = await rows(
    "select id, outcome, visibility from subjects where owner = 's1' and kind = 'listing' order by 1",
  );
  expect(listings.map(({ outcome, visibility }) => `${outcome} ${visibility}`)).toEqual(
    Array(4).fill("refuse removed"),
  );
  expect(
    await rows("select id, outcome, visibility from subjects where kind = 'order' and id like 's1%' order by 1"),
  ).toEqual([
    { id: "s1-order", outcome: "review", visibility: "held" },
    { id: "s1-over", outcome: "approve", visibility: "visible" },
  ]);
  const [order] = await rows("select queue, state from cases where kind = 'order' and subject_id = 's1-order'");
  expect(order).toEqual({ queue: "orders", state: "open" });
  expect(await rows("select state, resolved_by from cases where owner = 's1' and kind = 'listing'")).toEqual(
    Array(2).fill({ state: "resolved", resolved_by: moderator.id }),
  );
  expect(done.confirmations.map(({ step, state: is }) => [step, is])).toEqual([
    ["hold_payout", "pending"],
    ["suspend", "pending"],
  ]);
  // The account itself is untouched until somebody else says so.
  expect(await rows("select outcome from subjects where kind = 'account' and id = 's1'")).toEqual([
    { outcome: "approve" },
  ]);

  const undone = await moderator.ask<Case>("POST", `/v1/cases/${caseId}/undo`);
  expect([undone.status, undone.body]).toMatchObject([200, { id: caseId, state: "open", claimed_by: moderator.id }]);
  expect(await state("s1")).toEqual(before);
  await pass();
  const [{ details }] = await rows("select details from audit_log where what = 'playbook.run' and subject = $1", [
    caseId,
  ]);
  const actions = await rows("select state from actions where decision_id = any($1)", [details.decisions]);
  // Four ads, one order, one warning.
  expect(actions).toEqual(Array(6).fill({ state: "cancelled" }));
  const closed = await lead.ask("POST", `/v1/confirmations/${done.confirmations[0]!.id}/confirm`, {});
  expect([closed.status, closed.body]).toMatchObject([409, { code: "confirmation_closed" }]);
  const log = await rows("select what from audit_log where subject = $1 order by seq", [caseId]);
  expect(log.map((entry) => entry.what)).toEqual(["playbook.run", "playbook.undone"]);
});

test("a related case undoes the same run", async () => {
  const { caseId, waits } = await scammer("s2");
  const before = await state("s2");
  await run(caseId, (await preview(caseId)).body.fingerprint);
  const undone = await moderator.ask<Case>("POST", `/v1/cases/${waits.cases[0]}/undo`);
  expect(undone.body).toMatchObject({ id: caseId, state: "open" });
  expect(await state("s2")).toEqual(before);
});

test("the people whom it wrote to are warned when the hold has passed, by an action of its own", async () => {
  const { caseId } = await scammer("s3");
  const { body } = await run(caseId, (await preview(caseId)).body.fingerprint);
  const actions = await rows("select payload, state, next_attempt_at from actions where decision_id = $1", [
    body.decision.decision_id,
  ]);
  const warning = actions.map((row) => row.payload as Action).find((action) => action.type === "people.warned")!;
  expect(warning.data).toMatchObject({ about: "s3", accounts: ["buyer1", "buyer2"], subject: { id: "s3-case" } });
  expect(Object.keys((warning.data as { texts: object }).texts)).toEqual(["en", "fr"]);
  for (const { next_attempt_at } of actions) expect(next_attempt_at.toISOString()).toBe(body.undo_until);
});

test("nothing happens when it would do something else than was shown", async () => {
  const { caseId } = await scammer("s4");
  const { body: plan } = await preview(caseId);
  await desk.sendListing({ id: "s4-new", title: "Another chair", seller: "s4" });
  const before = await state("s4");
  const { status, body } = await run(caseId, plan.fingerprint);
  expect([status, body]).toMatchObject([409, { code: "plan_changed" }]);
  expect(await state("s4")).toEqual(before);
});

test("what somebody else works on is left alone, and shown as such", async () => {
  const { caseId, waits } = await scammer("s5");
  await colleague.ask("POST", `/v1/cases/${waits.cases[0]}/claim`);
  const { body: plan } = await preview(caseId);
  const listings = plan.effects.find((effect) => effect.step === "refuse_listings")!.items;
  expect(listings.filter((item) => item.left).map(({ id, left }) => [id, left])).toEqual([
    ["s5-waits", "held_by_other"],
  ]);
  expect((await run(caseId, plan.fingerprint)).status).toBe(200);
  const view = await colleague.ask<CaseView>("GET", `/v1/cases/${waits.cases[0]}`);
  expect(view.body.case).toMatchObject({ state: "open", claimed_by: colleague.id });
});

test("a ban and a payout hold need a second person, and happen once", async () => {
  const { caseId } = await scammer("s6");
  const fingerprint = (await preview(caseId)).body.fingerprint;
  const { confirmations } = (await run(caseId, fingerprint)).body;
  const [payout, ban] = confirmations as [Confirmation, Confirmation];
  const say = (who: typeof lead, { id }: Confirmation, verb: string) =>
    who.ask("POST", `/v1/confirmations/${id}/${verb}`, {});
  expect((await say(lead, ban, "confirm")).body).toMatchObject({ code: "confirmation_closed" }); // the hold lasts
  await pass();
  expect((await say(moderator, ban, "confirm")).status).toBe(403);
  const both = await Promise.all([say(lead, ban, "confirm"), say(lead, ban, "confirm")]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await say(lead, payout, "decline")).body).toMatchObject({ state: "declined", decided_by: lead.id });
  expect(await rows("select outcome, visibility from subjects where kind = 'account' and id = 's6'")).toEqual([
    { outcome: "refuse", visibility: "removed" },
  ]);
  const [account] = await rows("select decision_id from subjects where kind = 'account' and id = 's6'");
  const { body: decision } = await lead.ask<Decision>("GET", `/v1/decisions/${account.decision_id}`);
  expect(decision.restrictions).toEqual([{ type: "suspend", scope: { kind: "account", id: "s6" }, reason: "scam" }]);
  expect(await rows("select value from list_entries where list = 'blocked_accounts' and value = 's6'")).toHaveLength(1);
  expect((await moderator.ask("POST", `/v1/cases/${caseId}/undo`)).body).toMatchObject({ code: "undo_expired" });
});

test("whoever asked cannot say yes to it, whatever they may do", async () => {
  const { caseId } = await scammer("s7");
  const { body } = await run(caseId, (await preview(caseId, lead)).body.fingerprint, lead);
  await pass();
  const own = await lead.ask("POST", `/v1/confirmations/${body.confirmations[0]!.id}/confirm`, {});
  expect([own.status, own.body]).toMatchObject([403, { code: "forbidden" }]);
});

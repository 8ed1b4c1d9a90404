import type { Case, CaseView, Label, Note, Queue } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());

const moderator = await desk.asUser(["moderator"]);
const colleague = await desk.asUser(["moderator"]);
const lead = await desk.asUser(["lead"]);

const next = async (who: typeof moderator, queue: string, after?: string) =>
  (await who.ask<{ case_id: string | null }>("POST", `/v1/queues/${queue}/next`, { after })).body.case_id;
const moved = (caseId: string, queue: string) => lead.ask("POST", `/v1/cases/${caseId}/move`, { queue });

test("moderators who pull at the same moment never get the same case", async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => desk.asUser(["moderator"])));
  const opened = new Set<string>();
  for (let i = 0; i < 24; i++) {
    const { caseId } = await desk.openCase(`rush${i}`);
    await moved(caseId, "rush");
    opened.add(caseId);
  }
  const pulled: string[] = [];
  await Promise.all(
    people.map(async (person) => {
      for (let id = await next(person, "rush"); id; id = await next(person, "rush")) {
        pulled.push(id);
        expect((await moved(id, "elsewhere")).status).toBe(409); // held by another
        // Out of the way, as a resolution would be: one's own claim is answered again.
        await person.ask("POST", `/v1/cases/${id}/move`, { queue: "rush-done" });
      }
    }),
  );
  expect(pulled).toHaveLength(24);
  expect(new Set(pulled)).toEqual(opened);
});

test("the next case is the most urgent, then the oldest; the one before it is given back", async () => {
  const [first, second, third] = [await desk.openCase("o1"), await desk.openCase("o2"), await desk.openCase("o3")];
  for (const { caseId } of [first, second, third]) await moved(caseId, "order");
  await desk.database.owner.query("update cases set priority = 90 where id = $1", [third!.caseId]);
  expect(await next(moderator, "order")).toBe(third!.caseId);
  expect(await next(moderator, "order", third!.caseId)).toBe(first!.caseId);
  const view = await moderator.ask<CaseView>("GET", `/v1/cases/${first!.caseId}`);
  expect(view.body.next).toEqual([second!.caseId, third!.caseId]);
  const released = await moderator.ask<Case>("GET", `/v1/cases?queue=order`);
  expect((released.body as unknown as { data: Case[] }).data.map((c) => c.claimed_by)).toEqual([
    undefined,
    moderator.id,
    undefined,
  ]);
  // Behind the last one it begins again.
  expect(await next(moderator, "order", second!.caseId)).toBe(third!.caseId);
});

test("a claim keeps others out until it lapses", async () => {
  const { caseId } = await desk.openCase();
  expect((await moderator.ask("POST", `/v1/cases/${caseId}/claim`)).status).toBe(200);
  const refused = await colleague.ask("POST", `/v1/cases/${caseId}/claim`);
  expect([refused.status, refused.body.code]).toEqual([409, "case_taken"]);
  expect((await colleague.ask("POST", `/v1/cases/${caseId}/release`)).status).toBe(409);
  await desk.database.owner.query("update cases set claimed_until = now() - interval '1 second' where id = $1", [
    caseId,
  ]);
  const taken = await colleague.ask<Case>("POST", `/v1/cases/${caseId}/claim`);
  expect(taken.body.claimed_by).toBe(colleague.id);
  expect(Date.parse(taken.body.claimed_until!)).toBeGreaterThan(Date.now() + 9 * 60_000);
});

test("a lead releases what another person holds", async () => {
  const { caseId } = await desk.openCase();
  await moderator.ask("POST", `/v1/cases/${caseId}/claim`);
  const released = await lead.ask<Case>("POST", `/v1/cases/${caseId}/release`);
  expect([released.status, released.body.claimed_by]).toEqual([200, undefined]);
});

test("a snoozed case leaves its queue and comes back when the time has come", async () => {
  const { caseId } = await desk.openCase();
  await moved(caseId, "snooze");
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const snoozed = await moderator.ask<Case>("POST", `/v1/cases/${caseId}/snooze`, { until });
  expect([snoozed.body.state, snoozed.body.snoozed_until]).toEqual(["snoozed", until]);
  expect(await next(moderator, "snooze")).toBeNull();
  const list = await moderator.ask<{ data: Case[] }>("GET", "/v1/cases?state=snoozed");
  expect(list.body.data.map((c) => c.id)).toContain(caseId);
  await desk.database.owner.query("update cases set snoozed_until = now() - interval '1 second' where id = $1", [
    caseId,
  ]);
  expect((await moderator.ask<{ data: Case[] }>("GET", "/v1/cases?queue=snooze")).body.data[0]?.state).toBe("open");
  expect(await next(moderator, "snooze")).toBe(caseId);
  const past = await moderator.ask("POST", `/v1/cases/${caseId}/snooze`, { until: "2020-01-01T00:00:00Z" });
  expect(past.status).toBe(400);
});

test("an escalation goes to its own queue, ahead, with its note", async () => {
  const { caseId } = await desk.openCase("esc");
  const escalated = await moderator.ask<Case>("POST", `/v1/cases/${caseId}/escalate`, { note: "Stolen, I think" });
  expect(escalated.body).toMatchObject({ queue: "escalation", priority: 90, state: "open" });
  const view = await lead.ask<CaseView>("GET", `/v1/cases/${caseId}`);
  expect(view.body.notes.map((note) => note.text)).toEqual(["Stolen, I think"]);
  // Not handed back to whom it was taken from, unless they go where it went.
  expect(await next(moderator, "all")).not.toBe(caseId);
  const { caseId: other } = await desk.openCase("esc2");
  const beside = await moderator.ask<CaseView>("GET", `/v1/cases/${other}?next=all`);
  expect(beside.body.next).not.toContain(caseId);
  expect(await next(lead, "escalation")).toBe(caseId);
});

test("a note resurfaces with the next case of the same account, under its author's name", async () => {
  const before = await desk.openCase("noted");
  const note = await moderator.ask<Note>("POST", `/v1/cases/${before.caseId}/note`, { text: "Sent the receipt" });
  expect(note.body.author).toMatch(/^Person /);
  const after = await desk.openCase("noted");
  const view = await colleague.ask<CaseView>("GET", `/v1/cases/${after.caseId}`);
  expect(view.body.notes).toEqual([note.body]);
});

test("a label says what was wrong with a signal", async () => {
  const { caseId, decision } = await desk.openCase();
  const path = `/v1/cases/${caseId}/labels`;
  const label = await moderator.ask<Label>("POST", path, { about: "signal:price_outlier", value: "wrong" });
  expect(label.body).toMatchObject({ about: "signal:price_outlier", value: "wrong", by: moderator.id });
  expect(label.body.decision_id).toBe(decision.decision_id);
});

test("activity renews the claim of whoever holds it", async () => {
  const { caseId } = await desk.openCase();
  await moderator.ask("POST", `/v1/cases/${caseId}/claim`);
  await desk.database.owner.query("update cases set claimed_until = now() + interval '5 seconds' where id = $1", [
    caseId,
  ]);
  await moderator.ask("POST", `/v1/cases/${caseId}/note`, { text: "still here" });
  const { body } = await moderator.ask<CaseView>("GET", `/v1/cases/${caseId}`);
  expect(Date.parse(body.case.claimed_until!)).toBeGreaterThan(Date.now() + 9 * 60_000);
});

test("the view holds what the screen shows", async () => {
  const { caseId, decision, listing } = await desk.openCase("whole");
  await colleague.ask("POST", `/v1/cases/${caseId}/claim`);
  const { status, body } = await moderator.ask<CaseView>("GET", `/v1/cases/${caseId}`);
  expect(status).toBe(200);
  expect(body.case).toMatchObject({ claimed_by: colleague.id, claimed_by_name: expect.stringMatching(/^Person /) });
  expect(body.decision.decision_id).toBe(decision.decision_id);
  expect(body.view).toMatchObject({ owner: "whole", subject: { kind: "listing", id: listing, revision: 1 } });
  expect(body.view.data.title).toBe("Review this desk");
  expect(body.account).toMatchObject({ known: true, counts: { listings: 1, live: 0, review: 1 } });
  expect(body.account.life.map((item) => item.outcome)).toEqual(["review"]);
  expect(body.rules[0]).toMatchObject({ rule: "look-at-it", policy: "listing@1" });
  expect(body.statements.price_bait?.language).toBe("en");
  expect(body.stale).toBe(false);
});

test("the list goes on where it ended, page by page, and each case stands on one page", async () => {
  const all = await moderator.ask<{ data: Case[] }>("GET", "/v1/cases?limit=100");
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query: string = cursor ? `&cursor=${cursor}` : "";
    const page = await moderator.ask<{ data: Case[]; next_cursor?: string }>("GET", `/v1/cases?limit=7${query}`);
    seen.push(...page.body.data.map((c) => c.id));
    cursor = page.body.next_cursor;
  } while (cursor);
  expect(seen).toEqual(all.body.data.map((c) => c.id));
  expect((await moderator.ask("GET", "/v1/cases?cursor=nonsense")).status).toBe(400);
});

test("queues count what waits, and those of the policies are there when nothing does", async () => {
  const { body } = await moderator.ask<{ data: Queue[] }>("GET", "/v1/queues");
  expect(body.data.find((queue) => queue.id === "rush-done")).toMatchObject({ open: 24, claimed: 0 });
  expect(body.data.map((queue) => queue.id)).toContain("pricing");
});

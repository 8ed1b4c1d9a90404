import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Action, Case, CaseView, Decision, Label, Resolved, SubjectView } from "@assay/contract";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addEndpoint } from "../src/actions/index.ts";
import { closeGuard } from "../src/measure/index.ts";
import { testDesk } from "./desk.ts";

const holdMs = 1500;
const received: Action[] = [];
let secret = "";
const receiver = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  received.push(new Webhook(secret).verify(body, request.headers as Record<string, string>) as Action);
  response.writeHead(204).end();
});
await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;

const desk = await testDesk({ undoHoldMs: holdMs }, { allow: [host] });
beforeAll(async () => {
  const endpoint = await desk.deps.db.transaction("a", (tx) => addEndpoint(tx, "a", `http://${host}/hook`));
  secret = endpoint.secret!;
  desk.deps.delivery.start();
});
afterAll(async () => {
  await desk.close();
  await closeGuard();
  receiver.close();
});

const moderator = await desk.asUser(["moderator"]);
const colleague = await desk.asUser(["moderator"]);
const key = await desk.asKey();

type Who = typeof moderator;
const resolve = (who: Who, caseId: string, body: object) =>
  who.ask<Resolved>("POST", `/v1/cases/${caseId}/resolve`, body);
const undo = (who: Who, caseId: string) => who.ask<Case>("POST", `/v1/cases/${caseId}/undo`);
const subject = async (id: string) => (await moderator.ask<SubjectView>("GET", `/v1/subjects/listing/${id}`)).body;
const row = async (id: string) =>
  (await desk.database.owner.query("select * from subjects where kind = 'listing' and id = $1", [id])).rows[0];
const sentFor = (decisionId: string) => received.filter((action) => action.data.decision_id === decisionId);
const until = async (what: () => boolean | Promise<boolean>) => {
  while (!(await what())) await sleep(20);
};

test("a refusal is told when the hold has passed, and not before, with its statement", async () => {
  const { caseId, decision, listing } = await desk.openCase("r1");
  const answer = await resolve(moderator, caseId, {
    outcome: "refuse",
    reasons: ["prohibited_item"],
    decision_id: decision.decision_id,
  });
  expect(answer.status).toBe(200);
  const { decision: made, undo_until, case: resolved } = answer.body;
  expect(made).toMatchObject({ outcome: "refuse", visibility: "removed", by: "person", cases: [caseId] });
  expect(made.reasons).toEqual([{ code: "prohibited_item", outcome: "refuse" }]);
  expect(made.signals).toEqual(decision.signals);
  expect(resolved).toMatchObject({ state: "resolved", resolved_by: moderator.id, undo_until });
  expect(Date.parse(made.effective_at!) - Date.parse(made.decided_at!)).toBe(holdMs);

  await until(() => sentFor(made.decision_id).length > 0);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(made.effective_at!));
  const [action] = sentFor(made.decision_id);
  expect(action).toMatchObject({ type: "decision.made", marketplace: "a", data: made });
  expect(made.statement?.text).toMatch(/^This cannot be published\./);
  expect((await row(listing)).visibility).toBe("removed");
  const late = await undo(moderator, caseId);
  expect([late.status, late.body]).toMatchObject([409, { code: "undo_expired" }]);
});

test("nothing is ever sent of a decision that was undone, and everything is as it was", async () => {
  const undone: string[] = [];
  for (const outcome of ["approve", "refuse", "request_changes"] as const) {
    const { caseId, decision, listing } = await desk.openCase(`u-${outcome}`);
    const before = await row(listing);
    const prices = "select * from comparables where listing = $1";
    const reasons = outcome === "approve" ? [] : ["contact_details"];
    const answer = await resolve(moderator, caseId, { outcome, reasons, decision_id: decision.decision_id });
    undone.push(answer.body.decision.decision_id);
    expect((await row(listing)).outcome).toBe(outcome);
    const reopened = await undo(moderator, caseId);
    expect(reopened.body).toMatchObject({ id: caseId, state: "open", claimed_by: moderator.id });
    expect(reopened.body.undo_until).toBeUndefined();
    expect(await row(listing)).toEqual(before);
    expect((await desk.database.owner.query(prices, [listing])).rows).toEqual([]);
    const latest = await key<Decision>("GET", `/v1/events/${decision.event_id}`);
    expect(latest.body.decision_id).toBe(decision.decision_id);
    expect((await subject(listing)).decisions.map((d) => d.decision_id)).toEqual([decision.decision_id]);
    const again = await undo(moderator, caseId);
    expect(again.status).toBe(409);
  }
  const labels = await desk.database.owner.query(
    "select * from labels where about = 'outcome' and by = $1 and value = 'overturned'",
    [moderator.id],
  );
  expect(labels.rows).toEqual([]);
  // Well past the moment when it would have gone out, with the delivery loop at work.
  await sleep(holdMs + 500);
  const { caseId, decision } = await desk.openCase("u-later");
  const later = await resolve(moderator, caseId, { outcome: "approve", decision_id: decision.decision_id });
  await until(() => sentFor(later.body.decision.decision_id).length > 0);
  expect(undone.flatMap(sentFor)).toEqual([]);
  const { rows } = await desk.database.owner.query("select state from actions where decision_id = any($1)", [undone]);
  expect(rows).toEqual([{ state: "cancelled" }, { state: "cancelled" }, { state: "cancelled" }]);
});

test("undo against delivery at the last moment: either it was undone or it was sent, never both", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const { caseId, decision } = await desk.openCase(`race${index}`);
      const answer = await resolve(moderator, caseId, { outcome: "approve", decision_id: decision.decision_id });
      const { decision_id } = answer.body.decision;
      await sleep(Date.parse(answer.body.undo_until) - Date.now() - 30 + index * 5);
      return { decision_id, status: (await undo(moderator, caseId)).status };
    }),
  );
  await sleep(600);
  for (const { decision_id, status } of outcomes) {
    expect([decision_id, sentFor(decision_id).length]).toEqual([decision_id, status === 200 ? 0 : 1]);
  }
});

test("an approval makes the state the approved one and its price comparable", async () => {
  const { caseId, decision, listing } = await desk.openCase("ap");
  await resolve(moderator, caseId, { outcome: "approve", decision_id: decision.decision_id, note: "Fine" });
  expect(await row(listing)).toMatchObject({
    outcome: "approve",
    visibility: "visible",
    approved_event: decision.event_id,
  });
  const prices = await desk.database.owner.query(
    "select amount, category, currency, seller from comparables where listing = $1",
    [listing],
  );
  expect(prices.rows).toEqual([{ amount: 120, category: "furniture", currency: "EUR", seller: "ap" }]);
  const label = await desk.database.owner.query<Label>("select about, value from labels where decision_id = $1", [
    decision.decision_id,
  ]);
  expect(label.rows).toEqual([{ about: "outcome", value: "overturned" }]);
  const view = await moderator.ask<CaseView>("GET", `/v1/cases/${caseId}`);
  expect(view.body.notes.map((note) => note.text)).toEqual(["Fine"]);
});

test("an edit that is to be changed leaves the approved revision up", async () => {
  await desk.sendListing({ id: "edited", title: "Desk", seller: "ed" });
  const decision = await desk.sendListing({ id: "edited", title: "Review my new desk", seller: "ed", revision: 2 });
  const caseId = decision.cases[0]!;
  const view = await moderator.ask<CaseView>("GET", `/v1/cases/${caseId}`);
  expect(view.body.view.approved).toMatchObject({ revision: 1, data: { title: "Desk" } });
  const answer = await resolve(moderator, caseId, {
    outcome: "request_changes",
    reasons: ["contact_details"],
    decision_id: decision.decision_id,
  });
  expect(answer.body.decision.visibility).toBe("previous_revision");
});

test("nobody decides what they did not see", async () => {
  const shown = await desk.sendListing({ id: "moving", title: "Review one", seller: "mv" });
  const caseId = shown.cases[0]!;
  await desk.sendListing({ id: "moving", title: "Review two", seller: "mv", revision: 2 });
  const refused = await resolve(moderator, caseId, { outcome: "approve", decision_id: shown.decision_id });
  expect([refused.status, refused.body]).toMatchObject([409, { code: "revision_changed" }]);
  const view = await moderator.ask<CaseView>("GET", `/v1/cases/${caseId}`);
  expect(view.body.view.data.title).toBe("Review two");
  const { decision_id } = view.body.decision;
  expect((await resolve(moderator, caseId, { outcome: "approve", decision_id })).status).toBe(200);
});

test("a revision that comes during the hold keeps its own decision when the one before it is undone", async () => {
  const first = await desk.sendListing({ id: "late", title: "Review one", seller: "lt" });
  const caseId = first.cases[0]!;
  await resolve(moderator, caseId, { outcome: "approve", decision_id: first.decision_id });
  const second = await desk.sendListing({ id: "late", title: "Review two", seller: "lt", revision: 2 });
  const held = await undo(moderator, caseId);
  expect(held.body).toMatchObject({ id: second.cases[0], state: "open", claimed_by: moderator.id });
  expect(await row("late")).toMatchObject({
    decision_id: second.decision_id,
    outcome: "review",
    approved: null,
    approved_event: null,
  });
});

test("a case is resolved once, by whoever holds it, with reasons that exist", async () => {
  const { caseId, decision } = await desk.openCase("once");
  const body = { outcome: "refuse", reasons: ["prohibited_item"], decision_id: decision.decision_id };
  await colleague.ask("POST", `/v1/cases/${caseId}/claim`);
  expect((await resolve(moderator, caseId, body)).body).toMatchObject({ code: "case_taken" });
  expect((await resolve(colleague, caseId, { ...body, reasons: [] })).status).toBe(400);
  expect((await resolve(colleague, caseId, { ...body, reasons: ["no_such_reason"] })).status).toBe(400);
  expect((await resolve(colleague, caseId, { ...body, outcome: "review" })).status).toBe(400);
  const both = await Promise.all([resolve(colleague, caseId, body), resolve(colleague, caseId, body)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await resolve(colleague, caseId, body)).body).toMatchObject({ code: "case_resolved" });
  expect((await undo(moderator, caseId)).status).toBe(403);
  expect((await resolve(moderator, "cas_none", body)).status).toBe(404);
});

test("rules are told how they did", async () => {
  const { caseId } = await desk.openCase("records");
  const view = await moderator.ask<CaseView>("GET", `/v1/cases/${caseId}`);
  const record = view.body.rules[0]!;
  expect(record).toMatchObject({ rule: "look-at-it", policy: "listing@1" });
  expect(record.fired).toBeGreaterThan(0);
});

test("a measurement that arrives at the moment of a person's decision does not decide over them", async () => {
  const results = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const { caseId, decision, listing } = await desk.openCase(`meet${index}`);
      const [answer] = await Promise.all([
        resolve(moderator, caseId, { outcome: "approve", decision_id: decision.decision_id }),
        sleep((index % 8) / 2).then(() => desk.deps.pipeline.redecide("a", decision.event_id)),
      ]);
      const latest = await key<Decision>("GET", `/v1/events/${decision.event_id}`);
      return { listing, status: answer.status, latest: latest.body };
    }),
  );
  // Either the person was told that what they saw had changed, or what they said stands.
  for (const { listing, status, latest } of results) {
    expect([status, latest.by]).toEqual(status === 200 ? [200, "person"] : [409, "rule"]);
    const { decision_id, outcome } = await row(listing);
    expect([decision_id, outcome]).toEqual([latest.decision_id, status === 200 ? "approve" : "review"]);
  }
});

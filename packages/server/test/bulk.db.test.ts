import type { BulkResult, CaseRow, SavedFilter } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const desk = await testDesk({ undoHoldMs: 60_000 });
afterAll(() => desk.close());
const moderator = await desk.asUser(["moderator"]);
const colleague = await desk.asUser(["moderator"]);

const open = async (n: number, seller: string) =>
  Promise.all(
    Array.from({ length: n }, async () => {
      const { caseId, decision } = await desk.openCase(seller);
      return { id: caseId, decision_id: decision.decision_id };
    }),
  );
const list = async (query: string, who = moderator) =>
  (await who.ask<{ data: CaseRow[] }>("GET", `/v1/cases?limit=100&${query}`)).body.data;

test("one decision for several: what one meets does not stop the others, and all are taken back", async () => {
  const cases = await open(4, "b1");
  await colleague.ask("POST", `/v1/cases/${cases[1]!.id}/claim`);
  const body = { cases: [...cases, { id: "cas_none", decision_id: "dec_none" }], outcome: "refuse", reasons: ["scam"] };
  const { status, body: done } = await moderator.ask<BulkResult>("POST", "/v1/cases/resolve", body);
  expect(status).toBe(200);
  expect(done.results.map(({ ok, code }) => (ok ? "ok" : code))).toEqual(["ok", "case_taken", "ok", "ok", "not_found"]);
  expect(done.results.map((result) => result.id)).toEqual(body.cases.map((one) => one.id));
  expect((await list("owner=b1")).map((row) => row.id)).toEqual([cases[1]!.id]);
  const taken = done.results.filter((result) => result.ok).map((result) => result.id);
  const undone = await moderator.ask<BulkResult>("POST", "/v1/cases/undo", { cases: taken });
  expect(undone.body.results.every((result) => result.ok)).toBe(true);
  expect(await list("owner=b1")).toHaveLength(4);
  const sent = await desk.database.owner.query(
    "select 1 from actions where state <> 'cancelled' and decision_id in (select id from decisions where owner = 'b1' and decided_by <> 'rule')",
  );
  expect(sent.rows).toEqual([]);
});

test("a decision that was not shown is not answered, and a reason is needed", async () => {
  const [one] = await open(1, "b2");
  const wrong = { cases: [{ ...one!, decision_id: "dec_other" }], outcome: "approve" };
  const { body } = await moderator.ask<BulkResult>("POST", "/v1/cases/resolve", wrong);
  expect(body.results).toEqual([{ id: one!.id, ok: false, code: "revision_changed" }]);
  const bare = await moderator.ask("POST", "/v1/cases/resolve", { cases: [one], outcome: "refuse" });
  expect(bare.status).toBe(400);
});

test("two people who decide the same cases at once never both decide one", async () => {
  const cases = await open(12, "b3");
  const approve = (who: typeof moderator, order: typeof cases) =>
    who.ask<BulkResult>("POST", "/v1/cases/resolve", { cases: order, outcome: "approve" });
  const [a, b] = await Promise.all([approve(moderator, cases), approve(colleague, cases.toReversed())]);
  const won = [...a.body.results, ...b.body.results].filter((result) => result.ok).map((result) => result.id);
  expect(won.sort()).toEqual(cases.map((one) => one.id).sort());
});

test("cases are filtered by kind, reason, holder, owner and priority", async () => {
  const cases = await open(3, "b4");
  await moderator.ask("POST", `/v1/cases/${cases[0]!.id}/claim`);
  await colleague.ask("POST", `/v1/cases/${cases[1]!.id}/claim`);
  const ids = async (query: string) => (await list(`owner=b4&${query}`)).map((row) => row.id).sort();
  const at = (...places: number[]) => places.map((place) => cases[place]!.id).sort();
  expect(await ids("held=me")).toEqual(at(0));
  expect(await ids("held=others")).toEqual(at(1));
  expect(await ids("held=nobody")).toEqual(at(2));
  expect(await ids("reason=price_bait&kind=listing&priority_from=70")).toEqual(at(0, 1, 2));
  expect(await ids("reason=scam")).toEqual([]);
  expect(await ids("kind=message")).toEqual([]);
  expect(await ids("priority_from=71")).toEqual([]);
});

test("a kept filter is one's own unless it is shared, and only one's own can be removed", async () => {
  const keep = (shared: boolean) =>
    moderator.ask<SavedFilter>("POST", "/v1/filters", {
      name: `F ${shared}`,
      shared,
      filter: { reason: "scam", priority_from: 50 },
    });
  const [own, shared] = [(await keep(false)).body, (await keep(true)).body];
  const of = async (who: typeof moderator) => (await who.ask<{ data: SavedFilter[] }>("GET", "/v1/filters")).body.data;
  expect(await of(moderator)).toEqual([own, shared]);
  expect(await of(colleague)).toEqual([{ ...shared, own: false }]);
  expect((await colleague.ask("DELETE", `/v1/filters/${shared.id}`)).status).toBe(404);
  expect((await moderator.ask("DELETE", `/v1/filters/${shared.id}`)).status).toBe(204);
  expect(await of(colleague)).toEqual([]);
  const bad = await moderator.ask("POST", "/v1/filters", { name: "x", filter: { nonsense: "1" } });
  expect(bad.status).toBe(400);
});

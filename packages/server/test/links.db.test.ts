/** Accounts that belong together: drawn from what they share, joined and parted by people, found from any value. */
import type { AccountLinks, Decision } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { relink } from "../src/history/index.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const key = await desk.asKey();
const analyst = await desk.asUser(["analyst"]);

let sent = 0;
async function account(id: string, data: Record<string, unknown>, client: Record<string, unknown> = {}) {
  const event = { id: `a${++sent}`, type: "account.created", time: new Date(Date.now() - 60_000 + sent).toISOString() };
  const { body } = await key<Decision>("POST", "/v1/events", { ...event, client, data: { id, name: id, ...data } });
  await desk.deps.db.transaction("a", (tx) => relink(tx, "a", id));
  return body;
}
const links = async (id: string) => (await analyst.ask<AccountLinks>("GET", `/v1/accounts/${id}/links`)).body;
const members = async (id: string) => (await links(id)).component?.members.map((member) => member.account).sort();

test("a shared phone and device make a component, whatever way the phone is written", async () => {
  await account("p1", { phone: "06 39 98 01 02", country: "FR" }, { device: "d-1", ip: "203.0.113.1" });
  await account("p2", { phone: "+33 6 39 98 01 02" }, { device: "d-1", ip: "203.0.113.2" });
  const view = await links("p2");
  expect(view.shares).toMatchObject([{ other: { account: "p1" }, state: "found" }]);
  expect(view.shares[0]!.shared.map(({ kind }) => kind)).toEqual(["device", "phone"]);
  expect(view.component).toMatchObject({ size: 2, banned: 0 });
});

test("components grow together, and fall apart where a person parts the one link between them", async () => {
  await account("p3", { email: "someone@example.org" });
  await account("p4", { email: "someone+2@example.org" }, {});
  expect(await members("p4")).toEqual(["p3", "p4"]);
  // One account with the marks of both.
  await account("p5", { email: "someone@example.org", phone: "+33639980102" }, {});
  expect(await members("p1")).toEqual(["p1", "p2", "p3", "p4", "p5"]);
  for (const other of ["p1", "p2"]) {
    const { status } = await analyst.ask("POST", "/v1/accounts/p5/links", {
      account: other,
      state: "parted",
      note: "her son",
    });
    expect(status).toBe(200);
  }
  expect(await members("p1")).toEqual(["p1", "p2"]);
  expect(await members("p5")).toEqual(["p3", "p4", "p5"]);
  // What a person parted stays parted when the account is drawn anew.
  await account("p5", { email: "someone@example.org", phone: "+33639980102", name: "p5 again" });
  expect(await members("p1")).toEqual(["p1", "p2"]);
  const parted = (await links("p5")).shares.find(({ other }) => other.account === "p1");
  expect(parted).toMatchObject({ state: "parted", note: "her son" });
  await analyst.ask("POST", "/v1/accounts/p5/links", { account: "p1", state: "found" });
  expect(await members("p1")).toEqual(["p1", "p2", "p3", "p4", "p5"]);
});

test("a person joins two that share nothing; that is audited, and detectors know of it", async () => {
  await account("q1", {});
  await account("q2", {});
  expect((await links("q1")).component).toBeUndefined();
  await analyst.ask("POST", "/v1/accounts/q1/links", { account: "q2", state: "joined", note: "same handwriting" });
  expect(await members("q2")).toEqual(["q1", "q2"]);
  const rows = await desk.deps.db.query<{ what: string; subject: string }>(
    "a",
    "select what, subject from audit_log order by seq desc limit 1",
  );
  expect(rows).toEqual([{ what: "accounts.joined", subject: "q1" }]);
  const again = await account("q2", { name: "q2 again" });
  const [basis] = await desk.deps.db.query<{ basis: { history: { account_links: unknown } } }>(
    "a",
    "select basis from decisions where id = $1",
    [again.decision_id],
  );
  expect(basis!.basis.history.account_links).toMatchObject([
    { account: "q1", shared: [{ kind: "person", n: 1 }], banned: false, refusals: 0 },
  ]);
});

test("an office on one address of the net is not a gang", async () => {
  for (let i = 0; i < 12; i++) await account(`o${i}`, {}, { ip: "198.51.100.20", device: `own-${i}` });
  expect((await links("o3")).component).toBeUndefined();
  expect((await links("o3")).shares[0]!.likelihood).toBeLessThan(0.05);
});

test("what else a value touches, from any spelling, page by page", async () => {
  const path = `/v1/touches?kind=phone&value=${encodeURIComponent("06 39 98 01 02")}&country=FR&limit=2`;
  const first = (await analyst.ask<{ data: { account: string }[]; next_cursor: string; value: string }>("GET", path))
    .body;
  expect(first).toMatchObject({ value: "+33639980102", has_more: true });
  expect(first.data.map(({ account }) => account)).toEqual(["p1", "p2"]);
  const second = await analyst.ask<{ data: { account: string }[] }>("GET", `${path}&cursor=${first.next_cursor}`);
  expect(second.body.data.map(({ account }) => account)).toEqual(["p5"]);
  expect((await analyst.ask("GET", "/v1/touches?kind=phone&value=abc")).status).toBe(400);
  expect((await analyst.ask("GET", "/v1/touches?kind=shoe&value=42")).status).toBe(400);
});

test("shut out under one name, found under the next", async () => {
  const admin = await desk.asUser(["admin"]);
  const added = await admin.ask("POST", "/v1/lists/blocked_accounts/entries", { values: ["bad1"] });
  expect(added.status).toBe(200);
  await account("bad1", { phone: "+33639980555" }, { device: "d-bad" });
  const next = await account("bad2", { phone: "+33639980555" }, { device: "d-bad" });
  expect(next.signals.find(({ detector }) => detector === "account_links")).toMatchObject({
    state: "found",
    values: { banned: 1 },
  });
  const near = await links("bad2");
  expect(near.component).toMatchObject({ size: 2, banned: 1, distance_to_banned: 1 });
});

test("who may only read cannot join", async () => {
  const auditor = await desk.asUser(["auditor"]);
  expect((await auditor.ask("POST", "/v1/accounts/q1/links", { account: "q2", state: "parted" })).status).toBe(403);
  expect((await analyst.ask("POST", "/v1/accounts/q1/links", { account: "q1", state: "parted" })).status).toBe(400);
  expect((await analyst.ask("POST", "/v1/accounts/q1/links", { account: "nobody", state: "parted" })).status).toBe(404);
});

import { afterAll, expect, test } from "vitest";
import { appendAudit, verifyAudit } from "../src/audit/index.ts";
import { testDatabase } from "./database.ts";

const database = await testDatabase();
afterAll(() => database.drop());
const { db, owner } = database;

const append = (marketplace: string, n: number) =>
  db.transaction(marketplace, (tx) =>
    appendAudit(tx, marketplace, {
      actor: "usr_1",
      what: "case.resolved",
      subject: `cas_${n}`,
      details: { n, b: [1, { z: "é\u0000\ud800", a: null }] },
    }),
  );
for (let n = 1; n <= 12; n++) await append("a", n);

test("an untouched chain holds, and names its head", async () => {
  const verdict = await verifyAudit(db, "a");
  expect(verdict).toMatchObject({ entries: 12 });
  expect(verdict.broken).toBeUndefined();
  const { rows } = await owner.query("select hash from audit_log where marketplace = 'a' and seq = 12");
  expect(verdict.head).toBe(rows[0].hash);
});

test("appends at the same moment stand one after the other", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => append("busy", n)));
  expect(await verifyAudit(db, "busy")).toMatchObject({ entries: 20 });
});

test("an entry of a transaction that failed is not there", async () => {
  await expect(
    db.transaction("rolled-back", async (tx) => {
      await appendAudit(tx, "rolled-back", { actor: "x", what: "y" });
      throw new Error("stop");
    }),
  ).rejects.toThrow("stop");
  expect(await verifyAudit(db, "rolled-back")).toMatchObject({ entries: 0 });
});

test("the server's own role can neither change nor delete an entry", async () => {
  await expect(db.query("a", "update audit_log set actor = 'x'")).rejects.toThrow(/permission denied/);
  await expect(db.query("a", "delete from audit_log")).rejects.toThrow(/permission denied/);
});

// Whoever owns the database can do it; then it shows, at the first entry that is not as it was.
const tampering: [string, string, { seq: number; why: string }][] = [
  ["who did it", "update audit_log set actor = 'usr_2' where seq = 5", { seq: 5, why: "changed" }],
  ["what was done", "update audit_log set what = 'case.undone' where seq = 1", { seq: 1, why: "changed" }],
  ["when", "update audit_log set at = at + interval '1 second' where seq = 12", { seq: 12, why: "changed" }],
  ["to what", "update audit_log set subject = 'cas_99' where seq = 3", { seq: 3, why: "changed" }],
  ["a detail", `update audit_log set details = '{"n":7}' where seq = 7`, { seq: 7, why: "changed" }],
  ["its hash", "update audit_log set hash = repeat('f', 64) where seq = 4", { seq: 4, why: "changed" }],
  ["an entry cut out", "delete from audit_log where seq = 6", { seq: 6, why: "missing" }],
  ["the first cut off", "delete from audit_log where seq = 1", { seq: 1, why: "missing" }],
  [
    "one cut out and the rest moved up",
    "delete from audit_log where seq = 6; update audit_log set seq = -seq where seq > 6; update audit_log set seq = -seq - 1 where seq < 0",
    { seq: 6, why: "not_linked" },
  ],
  [
    "two exchanged",
    "update audit_log set seq = case seq when 8 then -9 when 9 then -8 end where seq in (8, 9); update audit_log set seq = -seq where seq < 0",
    { seq: 8, why: "not_linked" },
  ],
];
for (const [what, sql, broken] of tampering) {
  test(`tampering is found: ${what}`, async () => {
    await owner.query("create table kept as select * from audit_log");
    await owner.query(sql.replaceAll(/where /g, "where marketplace = 'a' and "));
    expect((await verifyAudit(db, "a")).broken).toEqual(broken);
    await owner.query("delete from audit_log; insert into audit_log select * from kept; drop table kept");
    expect((await verifyAudit(db, "a")).broken).toBeUndefined();
  });
}

test("a cut tail shows against a head kept elsewhere", async () => {
  const before = await verifyAudit(db, "a");
  await owner.query("delete from audit_log where marketplace = 'a' and seq = 12");
  const after = await verifyAudit(db, "a");
  expect(after.broken).toBeUndefined();
  expect([after.entries, after.head === before.head]).toEqual([11, false]);
});

import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { genesis, linkHash } from "../src/audit/chain.ts";
import {
  AuditSigner,
  appendAudit,
  readAudit,
  readHeads,
  type SignedHead,
  type StoredLink,
  verifyChain,
} from "../src/audit/index.ts";
import { testDatabase } from "./database.ts";

const database = await testDatabase();
afterAll(() => database.drop());
const { db, owner } = database;
const folder = mkdtempSync(join(tmpdir(), "assay-audit-"));
afterAll(() => rmSync(folder, { recursive: true }));
const signer = new AuditSigner(join(folder, "key.pem"), join(folder, "heads"));

const verify = (marketplace: string, heads: SignedHead[] = [], keys: string[] = []) =>
  verifyChain((after, limit) => readAudit(db.for(marketplace), marketplace, after, limit), heads, keys);

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
  const verdict = await verify("a");
  expect(verdict).toMatchObject({ entries: 12 });
  expect(verdict.broken).toBeUndefined();
  const { rows } = await owner.query("select hash from audit_log where marketplace = 'a' and seq = 12");
  expect(verdict.head).toBe(rows[0].hash);
});

test("appends at the same moment stand one after the other", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => append("busy", n)));
  expect(await verify("busy")).toMatchObject({ entries: 20 });
});

test("an entry of a transaction that failed is not there", async () => {
  await expect(
    db.transaction("rolled-back", async (tx) => {
      await appendAudit(tx, "rolled-back", { actor: "x", what: "y" });
      throw new Error("stop");
    }),
  ).rejects.toThrow("stop");
  expect(await verify("rolled-back")).toMatchObject({ entries: 0 });
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
    expect((await verify("a")).broken).toEqual(broken);
    await owner.query("delete from audit_log; insert into audit_log select * from kept; drop table kept");
    expect((await verify("a")).broken).toBeUndefined();
  });
}

test("a head is signed once for what is new, kept in the database and in a file that only its owner reads", async () => {
  const head = await signer.sign(db, "a");
  expect(head).toMatchObject({ marketplace: "a", seq: 12, key_id: signer.keyId });
  expect(await signer.sign(db, "a")).toBeUndefined();
  const stored = await readHeads(db.for("a"), "a", 0, 10);
  expect(stored).toEqual([head]);
  const lines = readFileSync(join(folder, "heads", "a.jsonl"), "utf8")
    .trim()
    .split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([head]);
  expect(statSync(join(folder, "key.pem")).mode & 0o777).toBe(0o600);
  expect(await verify("a", stored, [signer.publicKey])).toMatchObject({ entries: 12, heads: 1 });
  // The same key again, as after a restart.
  expect(new AuditSigner(join(folder, "key.pem"), folder).keyId).toBe(signer.keyId);
});

test("a head that another key signed, or that was changed, is no head", async () => {
  const [head] = await readHeads(db.for("a"), "a", 0, 1);
  const stranger = new AuditSigner(join(folder, "stranger.pem"), join(folder, "strangers"));
  expect((await verify("a", [head!], [stranger.publicKey])).broken).toEqual({ seq: 12, why: "head_not_signed" });
  const changed = { ...head!, seq: 11 };
  expect((await verify("a", [changed], [signer.publicKey])).broken).toEqual({ seq: 11, why: "head_not_signed" });
  const elsewhere = { ...head!, marketplace: "b" };
  expect((await verify("a", [elsewhere], [signer.publicKey])).broken?.why).toBe("head_not_signed");
});

test("the server's own role can neither change nor delete a head", async () => {
  await expect(db.query("a", "update audit_heads set seq = 1")).rejects.toThrow(/permission denied/);
  await expect(db.query("a", "delete from audit_heads")).rejects.toThrow(/permission denied/);
});

test("1,000 random edits, deletions, insertions, reorderings and cut tails are found, with and without the rest hashed anew", async () => {
  const market = "long";
  const heads: SignedHead[] = [];
  for (let n = 1; n <= 36; n++) {
    await append(market, n);
    if (n % 12 === 0) heads.push((await signer.sign(db, market))!);
  }
  const whole = await readAudit(db.for(market), market, 0, 1000);
  expect(await verify(market, heads, [signer.publicKey])).toMatchObject({ entries: 36, heads: 3 });
  const random = randomFrom(20_261_122);
  const found: Record<string, number> = {};
  for (let round = 0; round < 1000; round++) {
    const { kind, links } = tamper(whole, random);
    // Owner of the database, in a transaction that is taken back.
    await owner.query("begin");
    await owner.query("delete from audit_log where marketplace = $1", [market]);
    const column = (name: keyof StoredLink) => links.map((link) => link[name]);
    await owner.query(
      `insert into audit_log (marketplace, seq, at, actor, what, subject, details, previous_hash, hash)
       select $1, * from unnest($2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::json[], $8::text[], $9::text[])`,
      [
        market,
        ...(["seq", "at", "actor", "what", "subject"] as const).map(column),
        links.map((link) => JSON.stringify(link.details)),
        column("previous_hash"),
        column("hash"),
      ],
    );
    const read = async (after: number, limit: number) => {
      const { rows } = await owner.query<Omit<StoredLink, "at"> & { at: Date }>(
        `select seq, at, actor, what, subject, details, previous_hash, hash from audit_log
         where marketplace = $1 and seq > $2 order by seq limit $3`,
        [market, after, limit],
      );
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    };
    const { broken } = await verifyChain(read, heads, [signer.publicKey]);
    await owner.query("rollback");
    expect(broken, `round ${round}: ${kind}`).toBeDefined();
    found[kind] = (found[kind] ?? 0) + 1;
  }
  expect(Object.keys(found).sort()).toEqual(Object.keys(tamperings).sort());
}, 240_000);

/** Numbers in [0, n) that are the same each time (mulberry32). */
function randomFrom(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n);
  };
}

/** As somebody would who knows how the chain is made. */
function rehashed(links: StoredLink[]): StoredLink[] {
  let previous = genesis;
  return links.map((link, index) => {
    const { hash: _, ...moved } = { ...link, seq: index + 1, previous_hash: previous };
    previous = linkHash(moved);
    return { ...moved, hash: previous };
  });
}

type Random = (n: number) => number;
const swapped = (links: StoredLink[], at: number) => links.with(at, links[at + 1]!).with(at + 1, links[at]!);
const edited = (links: StoredLink[], random: Random) => {
  const at = random(links.length);
  const field = (["actor", "what", "subject"] as const)[random(3)]!;
  return links.with(at, { ...links[at]!, [field]: `${links[at]![field]}x` });
};
const tamperings: Record<string, (links: StoredLink[], random: Random) => StoredLink[]> = {
  edit: edited,
  "edit, rest hashed anew": (links, random) => rehashed(edited(links, random)),
  "a time": (links, random) => {
    const at = random(links.length);
    return links.with(at, { ...links[at]!, at: "2020-01-01T00:00:00.000Z" });
  },
  "a detail": (links, random) => {
    const at = random(links.length);
    return links.with(at, { ...links[at]!, details: { n: -1 } });
  },
  deletion: (links, random) => links.toSpliced(random(links.length), 1),
  "deletion, rest hashed anew": (links, random) => rehashed(links.toSpliced(random(links.length), 1)),
  "insertion, rest hashed anew": (links, random) => {
    const at = random(links.length);
    return rehashed(links.toSpliced(at, 0, { ...links[at]!, actor: "usr_forged" }));
  },
  reordering: (links, random) =>
    swapped(links, random(links.length - 1)).map((link, index) => ({ ...link, seq: index + 1 })),
  "reordering, rest hashed anew": (links, random) => rehashed(swapped(links, random(links.length - 1))),
  "cut tail": (links, random) => links.slice(0, random(links.length)),
};
function tamper(links: StoredLink[], random: Random): { kind: string; links: StoredLink[] } {
  const kinds = Object.keys(tamperings);
  const kind = kinds[random(kinds.length)]!;
  return { kind, links: tamperings[kind]!(links, random) };
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Decision, eventExamples, type Problem } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { measureEvent } from "../src/jobs/index.ts";
import { Decoder, Pictures } from "../src/measure/index.ts";
import { Pipeline } from "../src/pipeline.ts";
import { PolicyBook } from "../src/policies/index.ts";
import { replay } from "../src/replay.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const { deps, database } = desk;
const { pipeline, db } = deps;

let count = 0;
const listing = (change: object = {}, envelope: object = {}) => {
  const n = ++count;
  return {
    id: `evt-${n}`,
    type: "listing.created",
    time: "2026-11-21T10:00:00Z",
    data: {
      id: `lst-${n}`,
      seller: `acc-${n}`,
      title: "City bike",
      price: { amount: 100, currency: "EUR" },
      ...change,
    },
    ...envelope,
  };
};
const rows = async (sql: string, values: unknown[] = []) => (await database.owner.query(sql, values)).rows;

test("the same id and body gives the first answer again, whatever the order of its keys", async () => {
  const event = listing();
  const first = await pipeline.submit(event, "a");
  const turned = Object.fromEntries(Object.entries(event).reverse());
  expect(await pipeline.submit(turned, "a")).toEqual(JSON.parse(JSON.stringify(first)));
  expect(await rows("select 1 from decisions where event_id = $1", [event.id])).toHaveLength(1);
});

test("the same id with another body is refused with both hashes", async () => {
  const event = listing();
  await pipeline.submit(event, "a");
  const ask = await desk.asKey();
  const { status, body } = await ask<Problem>("POST", "/v1/events", { ...event, time: "2026-11-21T11:00:00Z" });
  expect(status).toBe(422);
  expect(body.code).toBe("event_id_reused");
  expect(body.stored_hash).toMatch(/^[0-9a-f]{64}$/);
  expect(body.given_hash).not.toBe(body.stored_hash);
});

test("the same id in flight is refused, and decided once", async () => {
  const event = listing();
  const results = await Promise.allSettled([pipeline.submit(event, "a"), pipeline.submit(event, "a")]);
  // Which of the two comes first is not said.
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = results.find((result) => result.status === "rejected")!;
  expect(refused.reason.code).toBe("event_in_flight");
});

test("a batch answers in order, and one bad event harms no other", async () => {
  const events = [listing(), listing({ title: 5 }), { nonsense: true }, listing({ title: "Refuse me" })];
  const ask = await desk.asKey();
  const { body } = await ask<{ results: (Decision & Problem)[] }>("POST", "/v1/events", { events });
  expect(body.results.map((result) => result.code ?? result.outcome)).toEqual([
    "approve",
    "invalid_event",
    "invalid_event",
    "refuse",
  ]);
});

test("what breaks a group is found by halving it", async () => {
  await database.owner.query(`create function fail_on_poison() returns trigger language plpgsql as $$
    begin if new.title = 'poison' then raise exception 'poisoned'; end if; return new; end $$`);
  await database.owner.query(
    "create trigger poison before insert on events for each row execute function fail_on_poison()",
  );
  const events = Array.from({ length: 20 }, (_, n) => listing(n === 13 ? { title: "poison" } : {}));
  const results = await Promise.allSettled(events.map((event) => pipeline.submit(event, "a")));
  await database.owner.query("drop trigger poison on events");
  expect(results.flatMap((result, index) => (result.status === "rejected" ? index : []))).toEqual([13]);
  expect(await rows("select 1 from events where id = any($1)", [events.map((event) => event.id)])).toHaveLength(19);
});

test("an older revision that comes late is decided and kept, and replaces nothing", async () => {
  const newer = listing({ id: "late", seller: "late", revision: 2, title: "Review me, newest" });
  const older = listing({ id: "late", seller: "late", revision: 1, title: "Refuse me, older" });
  await pipeline.submit(newer, "a");
  expect((await pipeline.submit(older, "a")).outcome).toBe("refuse");
  const [subject] = await rows("select revision, title, outcome from subjects where id = 'late'");
  expect(subject).toEqual({ revision: 2, title: "Review me, newest", outcome: "review" });
  expect(await rows("select decision_id from cases where subject_id = 'late'")).toHaveLength(1);
  expect(
    await rows("select 1 from actions a join decisions d on d.id = a.decision_id where d.event_id = $1", [older.id]),
  ).toHaveLength(0);
});

test("an edit of an approved ad that needs a person leaves the approved revision up", async () => {
  const seller = "edits";
  await pipeline.submit(listing({ id: "edited", seller, revision: 1, title: "City bike" }), "a");
  const edit = listing(
    { id: "edited", seller, revision: 2, title: "Review this" },
    { type: "listing.updated", time: "2026-11-21T11:00:00Z" },
  );
  const decision = await pipeline.submit(edit, "a");
  expect(decision).toMatchObject({ outcome: "review", visibility: "previous_revision" });
  const [subject] = await rows(
    "select approved_revision, approved->>'title' as title from subjects where id = 'edited'",
  );
  expect(subject).toEqual({ approved_revision: 1, title: "City bike" });
});

test("two processes that decide events of one owner at once do not miss each other", async () => {
  await new PolicyBook(db).save(
    "burst",
    "listing",
    "policy: listing\nrules:\n  - id: many\n    when: history.seller_window.listings_24h >= 3\n    then: { outcome: review, queue: scams, reason: price_bait }\n    unknown: review\n",
    "test",
  );
  const others = [1, 2, 3, 4].map(() => new Pipeline({ db, policies: new PolicyBook(db) }));
  for (let round = 0; round < 5; round++) {
    const seller = `burst-${round}`;
    const decisions = await Promise.all(others.map((process) => process.submit(listing({ seller }), "burst")));
    // One at least comes fourth, whoever it is.
    expect(decisions.filter((decision) => decision.outcome === "review").length).toBeGreaterThanOrEqual(1);
  }
});

test("shadow: everything is decided and kept, no case is opened and nothing is to be delivered", async () => {
  const ask = await desk.asKey("quiet");
  const manager = await desk.asUser(["policy_manager"], "quiet");
  expect((await manager.ask("PATCH", "/v1/marketplace", { mode: "shadow" })).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 1100)); // the mode is read anew every second
  for (const title of ["Refuse me", "Review me", "City bike"]) {
    const { body } = await ask<Decision>(
      "POST",
      "/v1/events",
      listing({ title }, { incumbent: { outcome: "approve" } }),
    );
    expect(body.mode).toBe("shadow");
  }
  expect(
    await rows(
      "select outcome, e.incumbent_outcome from decisions d join events e on e.marketplace = d.marketplace and e.id = d.event_id where d.marketplace = 'quiet' order by 1",
    ),
  ).toEqual([
    { outcome: "approve", incumbent_outcome: "approve" },
    { outcome: "refuse", incumbent_outcome: "approve" },
    { outcome: "review", incumbent_outcome: "approve" },
  ]);
  expect((await manager.ask("GET", "/v1/comparison")).body).toEqual({
    n: 3,
    cells: ["approve", "refuse", "review"].map((assay) => ({ incumbent: "approve", assay, n: 1 })),
  });
  expect(
    await rows(
      "select 1 from cases where marketplace = 'quiet' union all select 1 from actions where marketplace = 'quiet'",
    ),
  ).toEqual([]);
});

test("backfill: the past is taken as it was decided, and teaches", async () => {
  const seller = "veteran";
  const past = listing(
    { id: "old", seller, revision: 1, title: "Review me" },
    { time: "2025-01-01T00:00:00Z", incumbent: { outcome: "approve" } },
  );
  const banned = listing(
    { seller, title: "City bike" },
    { time: "2025-02-01T00:00:00Z", incumbent: { outcome: "refuse" } },
  );
  expect(await pipeline.submit(past, "a", "backfill")).toMatchObject({
    mode: "backfill",
    outcome: "approve",
    cases: [],
  });
  expect(await pipeline.submit(banned, "a", "backfill")).toMatchObject({ outcome: "refuse", visibility: "removed" });
  expect(await rows("select 1 from cases where owner = $1", [seller])).toEqual([]);
  expect(
    await rows("select 1 from actions a join decisions d on d.id = a.decision_id where d.owner = $1", [seller]),
  ).toEqual([]);
  const edit = await pipeline.submit(
    listing({ id: "old", seller, revision: 2, title: "Review this" }, { type: "listing.updated" }),
    "a",
  );
  expect(edit.visibility).toBe("previous_revision");
});

test("a replay gives the same, also after the policy changed; a changed record is shown", async () => {
  const decision = await pipeline.submit(listing({ title: "Review me" }), "a");
  expect(await replay(db, deps.policies, "a", decision.decision_id)).toMatchObject({ same: true, differences: [] });
  const before = (await deps.policies.current("a")).sources.find((policy) => policy.stage === "listing")!.source;
  await deps.policies.save("a", "listing", "policy: listing\nrules: []\n", "test");
  expect((await replay(db, deps.policies, "a", decision.decision_id)).same).toBe(true);
  await deps.policies.save("a", "listing", before, "test");
  await database.owner.query(
    "update decisions set answer = replace(answer::text, 'price_bait', 'prohibited_item')::json where id = $1",
    [decision.decision_id],
  );
  expect((await replay(db, deps.policies, "a", decision.decision_id)).differences).toEqual([
    { path: "/reasons/0/code", stored: "prohibited_item", recomputed: "price_bait" },
  ]);
});

test("published examples of every kind are decided", async () => {
  for (const event of eventExamples) {
    const decision = await pipeline.submit(event, "a");
    expect(decision.event_id).toBe(event.id);
  }
});

test("a picture is looked at after the answer, and the event decided again; who waits gets that", async () => {
  // The smallest PNG there is, of one grey pixel.
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
    "base64",
  );
  const server = createServer((request, response) => {
    if (request.url === "/ok.png") response.setHeader("content-type", "image/png").end(png);
    else response.writeHead(500).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const decoder = new Decoder();
  const pictures = new Pictures({ folder: `${deps.config.dataDir}/pictures`, decoder, allow: [host] });
  try {
    const event = listing({ pictures: [{ url: `http://${host}/ok.png` }] });
    const first = await pipeline.submit(event, "a");
    expect(first.pending).toContain("image_file");
    const waiting = pipeline.submit(listing({ pictures: [{ url: `http://${host}/ok.png?2` }] }), "a", "live", 20_000);
    const again = await measureEvent({ ...deps, pictures }, "a", event.id);
    expect(again!.pending).toEqual([]);
    expect(again!.signals.find((signal) => signal.detector === "image_file")?.state).not.toBe("unknown");
    expect(
      await rows("select standing from decisions where event_id = $1 order by decided_at, id", [event.id]),
    ).toEqual([{ standing: false }, { standing: true }]);
    await measureEvent({ ...deps, pictures }, "a", `evt-${count}`);
    expect((await waiting).pending).toEqual([]);

    const broken = listing({
      pictures: [{ url: `http://${host}/broken.png` }, { url: "http://10.0.0.1/private.png" }],
    });
    await pipeline.submit(broken, "a");
    const unknown = await measureEvent({ ...deps, pictures }, "a", broken.id);
    expect(unknown!.signals.filter((signal) => signal.state === "unknown").map((signal) => signal.detector)).toContain(
      "image_known",
    );
  } finally {
    await decoder.close();
    server.close();
  }
});

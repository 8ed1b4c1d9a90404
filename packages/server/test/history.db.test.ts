/** What SQL reads of the past and what comes out of the raw events is the same, whatever order the events come in. */
import type { HistoryKey, Outcome } from "@assay/contract";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { history, type MeasuredPictures, type PastEvent } from "../src/history/index.ts";
import { accept } from "../src/intake/index.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());

const start = Date.parse("2026-11-01T00:00:00Z");
const person = fc.constantFrom("p1", "p2", "p3");
const at = fc.integer({ min: 0, max: 72 * 60 }).map((minutes) => new Date(start + minutes * 60_000).toISOString());
const amount = fc.constantFrom(0, 5, 80.5, 120);

const listing = fc.record({
  type: fc.constantFrom("listing.created", "listing.updated", "listing.sold", "listing.removed"),
  time: at,
  data: fc.record({
    id: fc.constantFrom("l1", "l2", "l3", "l4"),
    title: fc.constantFrom(
      "Bike",
      "Acme bike 2019",
      "Acme bike 2018 old",
      "Refuse this",
      "Review this",
      "Vélo \u0000 \ud800",
      "x".repeat(90),
    ),
    category: fc.constantFrom("bikes", "phones"),
    brand: fc.option(fc.constantFrom("Acme", "Umlaut Ä\u0000"), { nil: undefined }),
    description: fc.constantFrom(
      "Blue frame of 54 cm, eight gears, new tyres, bought in 2019 and hardly ridden since.",
      "Short",
      "",
    ),
    pictures: fc.constantFrom(
      [],
      [{ url: "https://img.example/1.jpg?w=3" }],
      [{ url: "https://img.example/1.jpg" }, { url: "x" }],
    ),
    condition: fc.constantFrom("new", "good", "used, fine"),
    price: fc.record({ amount, currency: fc.constantFrom("EUR", "USD"), type: fc.constantFrom("fixed", "swap") }),
  }),
});
const message = fc.record({
  type: fc.constantFrom("message.sent"),
  time: at,
  data: fc.record({
    id: fc.uuid(),
    from: person,
    to: person,
    conversation: fc.constantFrom("c1", "c2"),
    text: fc.string({ maxLength: 600 }),
  }),
});
const question = fc.record({
  type: fc.constantFrom("question.asked"),
  time: at,
  data: fc.record({ id: fc.uuid(), from: person, listing: fc.constantFrom("l1", "l2"), text: fc.string() }),
});
const account = fc.record({
  type: fc.constantFrom("account.updated"),
  time: at,
  data: fc.record({
    id: person,
    country: fc.constantFrom("FR", "DE"),
    name: fc.string(),
    capacity: fc.constantFrom("private", "trader"),
  }),
});

const client = fc.record(
  { ip: fc.constantFrom("203.0.113.7", "198.51.100.9"), device: fc.constantFrom("d1", "d2", "d\u00003") },
  { requiredKeys: [] },
);
const session = fc.record({
  type: fc.constantFrom("session.started"),
  time: at,
  client,
  data: fc.record({ id: fc.uuid(), account: person }),
});
const payout = fc.record({
  type: fc.constantFrom("payout_method.added", "payout_method.changed"),
  time: at,
  client,
  data: fc.record({ id: fc.uuid(), account: person, fingerprint: fc.constantFrom("f1", "f2") }),
});
const review = fc.record({
  type: fc.constantFrom("review.posted"),
  time: at,
  data: fc.record({
    id: fc.uuid(),
    author: person,
    about: person,
    rating: fc.constantFrom(1, 5),
    text: fc.constantFrom(
      "Good",
      "A very fine seller, quick and friendly, thank you",
      "Rate me back \u0000 and I will rate you",
    ),
  }),
});
const order = fc.record({
  type: fc.constantFrom("order.placed"),
  time: at,
  data: fc.record({ id: fc.constantFrom("o1", "o2", "o3"), buyer: person, seller: person }),
});

/** No pictures here: `reused_pictures.db.test.ts` has them. */
const nothingMeasured: MeasuredPictures = { contentOf: () => undefined, sameAs: () => [] };

test("read and fold agree", async () => {
  let run = 0;
  const covered = new Set<HistoryKey>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(listing, listing, message, question, account, session, payout, review, order), {
        minLength: 5,
        maxLength: 25,
      }),
      async (events) => {
        const marketplace = `h${++run}`;
        await desk.asKey(marketplace);
        const folds = Object.values(history).flatMap(({ key, fold }) =>
          fold ? [{ key, fold, state: fold.start() }] : [],
        );
        for (const [index, { type, time, data, ...more }] of events.entries()) {
          // One moment, one event: which of two simultaneous ones came first is nobody's to say.
          const moment = new Date(Date.parse(time) + index).toISOString();
          // A listing has one seller.
          const owner = type.startsWith("listing") ? { seller: data.id === "l1" ? "p1" : "p2" } : {};
          const body = { id: `e${index}`, type, time: moment, ...more, data: { ...data, ...owner } };
          const decision = await desk.deps.pipeline.submit(body, marketplace);
          const [row] = await desk.deps.db.query<{ basis: { history: Record<string, unknown> } }>(
            marketplace,
            "select basis from decisions where id = $1",
            [decision.decision_id],
          );
          const intake = accept(body, marketplace, "live", Number.MAX_SAFE_INTEGER);
          for (const { key, fold, state } of folds) {
            if (!(key in row!.basis.history)) continue;
            covered.add(key);
            expect({ [key]: row!.basis.history[key] }, `${type} ${index}`).toEqual({
              [key]: JSON.parse(JSON.stringify(fold.read(state, intake, nothingMeasured))),
            });
          }
          const past: PastEvent = { intake, outcome: decision.outcome as Outcome, signals: decision.signals };
          for (const { fold, state } of folds) fold.add(state, past);
        }
      },
    ),
    { numRuns: 25 },
  );
  expect([...covered].sort()).toEqual(
    expect.arrayContaining([
      "account_links",
      "account_profile",
      "account_trail",
      "approved_revision",
      "comparable_prices",
      "conversation_before",
      "review_past",
      "sender_trail",
    ]),
  );
}, 120_000);

import { setTimeout as sleep } from "node:timers/promises";
import type { Action, Decision } from "@assay/contract";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Broker, connectBroker, EventConsumer, publishAction } from "../src/stream/index.ts";
import { type TestDesk, testDesk } from "./desk.ts";
import { natsBinary, startNats } from "./nats.ts";

// Without the server's binary (Debian: nats-server) there is nothing to test against; CI has it.
const streamed = natsBinary || process.env.CI ? test : test.skip;

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk({}, { receivers: [{ id: "stream", send: (...args) => publishAction(broker!, ...args) }] });
  await desk.asKey("a");
});
afterAll(() => desk.close());

let broker: Broker | undefined;

const listing = (n: number, seller: string, title: string) => ({
  id: `s-${seller}-${n}`,
  type: n === 0 ? "listing.created" : "listing.updated",
  time: new Date().toISOString(),
  data: { id: `l-${seller}`, seller, title: `${title} ${n}`, price: { amount: 100, currency: "EUR" } },
});

function consumer(on: Broker): EventConsumer {
  return new EventConsumer({
    broker: on,
    log: pino({ level: "silent" }),
    database: desk.database.connection,
    isMarketplace: (id) => desk.deps.access.isMarketplace(id),
    submit: (body, marketplace) => desk.deps.pipeline.submit(body, marketplace),
  });
}

/** What stands on a subject, as text, once there is as much of it. */
async function read(on: Broker, stream: string, subject: string, count: number): Promise<string[]> {
  const until = Date.now() + 20_000;
  for (;;) {
    const { state } = await on.manager.streams.info(stream);
    const found: string[] = [];
    for (let seq = 1; seq <= state.last_seq; seq++) {
      const message = await on.manager.streams.getMessage(stream, { seq });
      if (message?.subject === subject) found.push(message.string());
    }
    if (found.length >= count || Date.now() > until) return found;
    await sleep(200);
  }
}
const parsed = <T>(texts: string[]) => texts.map((text) => JSON.parse(text) as T);

streamed(
  "events come from the broker, decisions and actions go to it, and what cannot be decided is set aside",
  async () => {
    const nats = await startNats(1);
    broker = await connectBroker({ url: nats.url, replicas: 1 });
    const reader = consumer(broker);
    try {
      const publish = (body: unknown, subject = "assay.events.a") =>
        broker!.client.publish(subject, typeof body === "string" ? body : JSON.stringify(body));
      await publish(listing(0, "one", "A desk"));
      await publish(listing(0, "two", "Refuse this"), "assay.events.a.shop.7");
      await publish("no json {");
      await publish({ ...listing(0, "three", "A chair"), time: "yesterday" });
      await publish({ ...listing(0, "one", "Another body") });
      await publish(listing(0, "four", "A lamp"), "assay.events.nowhere");
      reader.start();
      desk.deps.delivery.start();
      const decisions = parsed<Decision>(await read(broker, "ASSAY_ANSWERS", "assay.decisions.a", 2));
      expect(decisions.map(({ subject, outcome }) => [subject.id, outcome]).toSorted()).toEqual([
        ["l-one", "approve"],
        ["l-two", "refuse"],
      ]);
      const [action] = parsed<Action>(await read(broker, "ASSAY_ANSWERS", "assay.actions.a", 1));
      expect(action).toMatchObject({ type: "decision.made", data: { subject: { id: "l-two" } } });
      expect(await read(broker, "ASSAY_DEAD", "assay.dead.a", 3)).toContain("no json {");
      await read(broker, "ASSAY_DEAD", "assay.dead.nowhere", 1);
      const info = await broker.manager.streams.info("ASSAY_DEAD", { subjects_filter: ">" });
      expect(info.state.subjects).toEqual({ "assay.dead.a": 3, "assay.dead.nowhere": 1 });
      const first = await broker.manager.streams.getMessage("ASSAY_DEAD", { last_by_subj: "assay.dead.nowhere" });
      expect(first!.header.get("Assay-Error")).toBe("not_found");
      const consumed = await broker.manager.consumers.info("ASSAY_EVENTS", "assay");
      expect([consumed.num_ack_pending, consumed.num_pending]).toEqual([0, 0]);
    } finally {
      await reader.stop();
      await desk.deps.delivery.stop();
      await broker.close();
      await nats.stop();
    }
  },
  60_000,
);

streamed(
  "of two processes one reads, and the other goes on where it ended",
  async () => {
    const nats = await startNats(1);
    const [one, two] = await Promise.all([1, 2].map(() => connectBroker({ url: nats.url, replicas: 1 })));
    const readers = [consumer(one!), consumer(two!)];
    try {
      readers[0]!.start();
      await sleep(700);
      readers[1]!.start();
      for (let n = 0; n < 20; n++)
        await one!.client.publish("assay.events.a", JSON.stringify(listing(n, "relay", "Desk")));
      await read(one!, "ASSAY_ANSWERS", "assay.decisions.a", 20);
      await readers[0]!.stop();
      for (let n = 20; n < 40; n++)
        await one!.client.publish("assay.events.a", JSON.stringify(listing(n, "relay", "Desk")));
      const all = parsed<Decision>(await read(one!, "ASSAY_ANSWERS", "assay.decisions.a", 40));
      expect(all.map(({ event_id }) => event_id)).toEqual(Array.from({ length: 40 }, (_, n) => `s-relay-${n}`));
    } finally {
      await Promise.all(readers.map((reader) => reader.stop()));
      await Promise.all([one!.close(), two!.close()]);
      await nats.stop();
    }
  },
  60_000,
);

streamed(
  "a server of a cluster of three dies under load: nothing acknowledged is lost, each owner's order is kept",
  async () => {
    const nats = await startNats(3);
    broker = await connectBroker({ url: nats.url, replicas: 3 });
    const sender = await connectBroker({ url: nats.url, replicas: 3 });
    const reader = consumer(broker);
    const sellers = Array.from({ length: 8 }, (_, n) => `c${n}`);
    const acknowledged: string[] = [];
    try {
      reader.start();
      const load = sellers.map(async (seller) => {
        for (let n = 0; n < 40; n++) {
          const event = listing(n, seller, "Desk");
          // As a sender does: again until the broker says that it has it. The id makes it one.
          for (;;) {
            const stored = await sender.client
              .publish("assay.events.a", JSON.stringify(event), { msgID: event.id, timeout: 1000 })
              .catch(() => undefined);
            if (stored) break;
            await sleep(100);
          }
          acknowledged.push(event.id);
        }
      });
      await sleep(400);
      const { cluster } = await broker.manager.streams.info("ASSAY_EVENTS");
      const leader = Number(cluster!.leader!.slice(1));
      await nats.kill(leader);
      await sleep(1500);
      await nats.restart(leader);
      await Promise.all(load);
      expect(acknowledged).toHaveLength(320);

      const until = Date.now() + 90_000;
      let decided: { id: string; subject_id: string }[] = [];
      while (decided.length < 320 && Date.now() < until) {
        await sleep(300);
        decided = (
          await desk.database.owner.query(
            "select id, subject_id from events where marketplace = 'a' and id like 's-c%' order by received_at, id",
          )
        ).rows;
      }
      expect(decided.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
      const { rows: decisions } = await desk.database.owner.query(
        "select event_id, decided_at, answer->>'decision_id' as id from decisions where marketplace = 'a' and event_id like 's-c%' order by decided_at",
      );
      expect(decisions).toHaveLength(320);
      for (const seller of sellers) {
        const own = decisions
          .filter(({ event_id }) => event_id.startsWith(`s-${seller}-`))
          .map(({ event_id }) => Number(event_id.split("-")[2]));
        expect(own).toEqual(own.toSorted((a, b) => a - b));
      }
    } finally {
      await reader.stop();
      await Promise.all([broker.close(), sender.close()]);
      await nats.stop();
    }
  },
  180_000,
);

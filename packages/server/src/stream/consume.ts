/**
 * Events in: a durable consumer that acknowledges what is decided and committed, and nothing before. One process of an installation
 * reads the stream at a time, so that events of one owner are decided in the order they were published; another takes over when it ends.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { AssayError, type Decision, errors, type SubjectKind, subjectKinds } from "@assay/contract";
import { AckPolicy, type ConsumerMessages, type JsMsg } from "@nats-io/jetstream";
import { headers, nanos } from "@nats-io/transport-node";
import pg from "pg";
import type { Logger } from "pino";
import type { Broker } from "./broker.ts";
import { deadSubject, decisionSubject, eventStream, marketplaceOfSubject } from "./subjects.ts";

export interface ConsumeOptions {
  broker: Broker;
  log: Logger;
  /** For a connection of its own, which holds the lock of the one reader. */
  database: pg.ClientConfig;
  isMarketplace: (id: string) => Promise<boolean>;
  /** Decides one event durably. */
  submit: (body: unknown, marketplace: string) => Promise<Decision>;
}

const durable = "assay";
/** Most that are handed over and not yet acknowledged: the broker keeps the rest. This is the back-pressure. */
const mostUnderWay = 256;
/** After which what was not acknowledged is delivered again, in ms; work that lasts longer says so meanwhile. */
const ackWaitMs = 10_000;
/** How long one request for messages stands, in ms: a broker that went silent is noticed within about as long. */
const requestMs = 4_000;
/** Times that an event may take its reader down, or fail for a reason nobody foresaw, before it is set aside. */
const mostFailures = 5;
/** How often a process that does not read asks whether it may, in ms. */
const turnMs = 500;

export class EventConsumer {
  readonly #options: ConsumeOptions;
  readonly #stop = new AbortController();
  #loop: Promise<void> | undefined;

  constructor(options: ConsumeOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Takes nothing more and lets what is under way end. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await this.#readWhileLocked();
      } catch (error) {
        this.#options.log.warn({ err: error }, "reading events from the broker was interrupted; it is taken up again");
      }
      await this.#pause(turnMs);
    }
  }

  /** Reads until stopped, or until the lock's connection is lost: then another process may be reading already. */
  async #readWhileLocked(): Promise<void> {
    const { broker, database } = this.#options;
    const lock = new pg.Client(database);
    let messages: ConsumerMessages | undefined;
    const end = () => messages?.stop();
    lock.on("error", end);
    lock.on("end", end);
    this.#stop.signal.addEventListener("abort", end);
    try {
      await lock.connect();
      const { rows } = await lock.query(
        "select pg_try_advisory_lock(hashtextextended('assay event stream', 0)) as mine",
      );
      if (!rows[0]?.mine) return;
      await broker.manager.consumers.add(eventStream.name, {
        durable_name: durable,
        ack_policy: AckPolicy.Explicit,
        ack_wait: nanos(ackWaitMs),
        max_ack_pending: mostUnderWay,
      });
      const consumer = await broker.client.consumers.get(eventStream.name, durable);
      messages = await consumer.consume({ max_messages: mostUnderWay, expires: requestMs });
      await this.#read(messages);
    } finally {
      messages?.stop();
      this.#stop.signal.removeEventListener("abort", end);
      await lock.end().catch(() => {});
    }
  }

  async #read(messages: ConsumerMessages): Promise<void> {
    const latest = new Map<string, Promise<void>>();
    for await (const message of messages) {
      if (this.#stop.signal.aborted) break;
      const body = parse(message);
      const key = `${marketplaceOfSubject(message.subject)} ${ownerOf(body)}`;
      // One after the other where the owner is the same, however often one of them has to be tried again.
      const work = (latest.get(key) ?? Promise.resolve()).then(() => this.#work(message, body));
      latest.set(key, work);
      void work.then(() => latest.get(key) === work && latest.delete(key));
    }
    await Promise.all(latest.values());
  }

  /** Never rejects: what is not acknowledged comes again. */
  async #work(message: JsMsg, body: unknown): Promise<void> {
    const marketplace = marketplaceOfSubject(message.subject);
    const alive = setInterval(() => message.working(), ackWaitMs / 3);
    try {
      for (let attempt = 0; !this.#stop.signal.aborted; attempt++) {
        const result = await this.#submit(body, marketplace);
        if (result.decision) {
          await this.#answer(result.decision, marketplace);
          message.ack();
          return;
        }
        const { code, detail } = result;
        const failures = attempt + message.info.deliveryCount;
        const refused = errors[code].status < 500 && code !== "event_in_flight";
        if (refused || (code === "internal" && failures >= mostFailures)) {
          await this.#setAside(message, marketplace, code, detail);
          message.ack();
          return;
        }
        // Assay or its database is busy or away: the event waits here, and those of its owner behind it.
        await this.#pause(Math.min(100 * 2 ** attempt, 5000) * (0.5 + Math.random()));
      }
    } catch (error) {
      this.#options.log.warn({ err: error, marketplace, seq: message.seq }, "the broker did not take an answer");
      message.nak(1000);
    } finally {
      clearInterval(alive);
    }
  }

  async #submit(body: unknown, marketplace: string) {
    const { submit, isMarketplace } = this.#options;
    try {
      if (!(await isMarketplace(marketplace)))
        throw new AssayError("not_found", `There is no marketplace ${marketplace}.`);
      return { decision: await submit(body, marketplace) };
    } catch (error) {
      if (error instanceof AssayError) return { code: error.code, detail: error.message };
      this.#options.log.error({ err: error, marketplace }, "an event from the broker could not be decided");
      return { code: "internal" as const, detail: errors.internal.title };
    }
  }

  /** Before the event is acknowledged, so it may go out twice: under one id, which the broker drops and receivers can. */
  async #answer(decision: Decision, marketplace: string): Promise<void> {
    await this.#options.broker.client.publish(decisionSubject(marketplace), JSON.stringify(decision), {
      msgID: decision.decision_id,
    });
  }

  async #setAside(message: JsMsg, marketplace: string, code: string, detail: string): Promise<void> {
    this.#options.log.warn({ marketplace, seq: message.seq, code, detail }, "an event from the broker was set aside");
    const about = headers();
    about.set("Assay-Error", code);
    about.set("Assay-Error-Detail", detail.replace(/[^\x20-\x7e]+/g, " ").slice(0, 500));
    about.set("Assay-Subject", message.subject);
    about.set("Assay-Sequence", String(message.seq));
    await this.#options.broker.client.publish(deadSubject(marketplace), message.data, {
      headers: about,
      msgID: `dead ${message.seq}`,
    });
  }

  #pause(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.#stop.signal }).catch(() => {});
  }
}

/** The body, or a text that no event can be: what it lacks is told by the one who checks events. */
function parse(message: JsMsg): unknown {
  try {
    return message.json();
  } catch {
    return message.string();
  }
}

/** Whose events keep their order among each other: read without checking, as far as it goes. */
function ownerOf(body: unknown): string {
  const { type, data } = (body ?? {}) as { type?: unknown; data?: Record<string, unknown> };
  const kind = typeof type === "string" ? type.slice(0, Math.max(0, type.indexOf("."))) : "";
  const field = Object.hasOwn(subjectKinds, kind) ? subjectKinds[kind as SubjectKind].owner : "id";
  return String(data?.[field] ?? "");
}

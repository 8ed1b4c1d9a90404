/** The delivery loop: takes due actions out of the outbox and posts them until the endpoints have them. At least once; never before they are due. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Database } from "../db/index.ts";
import { pauseAfter } from "./backoff.ts";
import { type DeliveryResult, deliveryMs, send } from "./send.ts";
import * as store from "./store/delivery.ts";
import { listEndpoints, setEnabled } from "./store/endpoints.ts";

/** Who else gets every action, beside the webhook endpoints: a stream. */
export interface Receiver {
  /** What the outbox remembers it by. */
  id: string;
  send(marketplace: string, action: { id: string; body: string }, timeoutMs: number): Promise<DeliveryResult>;
}

export interface DeliveryOptions {
  db: Database;
  log: Logger;
  /** `host:port` pairs that may be private: the demo's own market. */
  allow: readonly string[];
  receivers?: readonly Receiver[];
  /** How often the outbox is looked at, in ms. */
  pollMs?: number;
  /** Time limit of one delivery, in ms. */
  timeoutMs?: number;
}

/** Deliveries at once for one marketplace, so that a slow receiver holds up no other. */
const atOnce = 16;
/** After which a delivery whose process died is taken up again, in ms; longer than any delivery lasts. */
const leaseMs = 60_000;
/** How long actions wait before somebody looks again whether there is an endpoint, in ms. */
const noEndpointMs = 30 * 60_000;
/** The least time between two looks at the outbox, in ms. */
const leastPauseMs = 20;
/** How long a shutdown waits for deliveries under way, in ms. */
const stopMs = 5_000;

export class ActionDelivery {
  readonly #options: Required<DeliveryOptions>;
  readonly #underway = new Map<string, Set<Promise<void>>>();
  #pause = new AbortController();
  #loop: Promise<void> | undefined;
  #stopped = false;

  constructor(options: DeliveryOptions) {
    this.#options = { pollMs: 500, timeoutMs: deliveryMs, receivers: [], ...options };
  }

  start(): void {
    this.#stopped = false;
    this.#loop ??= this.#run();
  }

  /** Looks at the outbox now rather than at the next turn. */
  wake(): void {
    this.#pause.abort();
  }

  /** Takes nothing more, and waits a little for what is under way; what is cut is sent again after its lease. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#loop;
    this.#loop = undefined;
    const rest = [...this.#underway.values()].flatMap((deliveries) => [...deliveries]);
    if (rest.length > 0) await Promise.race([Promise.all(rest), sleep(stopMs, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    const { db, log, pollMs } = this.#options;
    while (!this.#stopped) {
      this.#pause = new AbortController();
      try {
        const marketplaces = await store.marketplacesWithDueActions(db.for(""));
        await Promise.all(marketplaces.map((marketplace) => this.#take(marketplace)));
      } catch (error) {
        log.error({ err: error }, "the outbox could not be read");
      }
      if (this.#stopped) return;
      await sleep(pollMs, undefined, { signal: this.#pause.signal }).catch(() => undefined);
      // Woken with every decision of a busy hour: not more often than this.
      if (!this.#stopped && this.#pause.signal.aborted) await sleep(leastPauseMs);
    }
  }

  async #take(marketplace: string): Promise<void> {
    const underway = this.#underway.get(marketplace) ?? new Set();
    this.#underway.set(marketplace, underway);
    const room = atOnce - underway.size;
    if (room <= 0) return;
    const q = this.#options.db.for(marketplace);
    const receivers = [...(await this.#endpoints(marketplace)), ...this.#options.receivers];
    if (receivers.length === 0) return store.putOff(q, marketplace, noEndpointMs);
    const due = await store.claimDue(q, marketplace, room, leaseMs);
    for (const action of due) {
      const delivery = this.#deliver(marketplace, action, receivers)
        .catch((error) =>
          this.#options.log.error({ err: error, action: action.id }, "a delivery could not be recorded"),
        )
        .finally(() => {
          underway.delete(delivery);
          // There was more than one turn could take.
          if (due.length === room) this.wake();
        });
      underway.add(delivery);
    }
  }

  /** The marketplace's webhooks. */
  async #endpoints(marketplace: string): Promise<Receiver[]> {
    const { db, allow } = this.#options;
    const endpoints = await listEndpoints(db.for(marketplace), marketplace);
    return endpoints
      .filter((endpoint) => endpoint.enabled)
      .map(({ id, url, secrets }) => ({
        id,
        send: (_marketplace, action, timeoutMs) => send(url, { ...action, secrets }, allow, timeoutMs),
      }));
  }

  async #deliver(marketplace: string, action: store.DueAction, receivers: readonly Receiver[]): Promise<void> {
    const { db, log, timeoutMs } = this.#options;
    const q = db.for(marketplace);
    const waiting = receivers.filter((receiver) => !action.delivered_to.includes(receiver.id));
    const results = await Promise.all(
      waiting.map(async (receiver) => ({ receiver, result: await receiver.send(marketplace, action, timeoutMs) })),
    );
    const to = [...action.delivered_to];
    const errors: string[] = [];
    for (const { receiver, result } of results) {
      if (result.ok) to.push(receiver.id);
      else {
        errors.push(result.error);
        if (result.gone) {
          await setEnabled(q, marketplace, receiver.id, false, "The endpoint answered 410 Gone.");
          log.warn({ marketplace, endpoint: receiver.id }, "a webhook endpoint is gone and was disabled");
        }
      }
    }
    if (errors.length === 0) return store.markDelivered(q, marketplace, action.id, to);
    const pauseMs = pauseAfter(action.attempts, Math.random());
    await store.markFailed(q, marketplace, action.id, { to, error: errors.join("; ").slice(0, 1000), pauseMs });
  }
}

/** The market's side of Assay: everything that users do is sent there, and what comes back is obeyed. */
import {
  type ApiErrorCode,
  AssayApiError,
  type AssayClient,
  type AssayEvent,
  type Decision,
  verifyWebhook,
  type WebhookHeaders,
} from "@assay/sdk";
import type { Shop } from "./shop.ts";

const neverTaken: ReadonlySet<ApiErrorCode> = new Set([
  "invalid_json",
  "invalid_event",
  "event_too_deep",
  "event_in_future",
  "event_id_reused",
  "body_too_large",
]);

export class Desk {
  readonly #client: AssayClient;
  readonly #shop: Shop;
  readonly #secrets: readonly string[];
  /** Events that Assay has not answered; nobody sees what they are about until it has. */
  readonly #unsent = new Map<string, AssayEvent>();

  constructor(client: AssayClient, shop: Shop, secrets: readonly string[]) {
    this.#client = client;
    this.#shop = shop;
    this.#secrets = secrets;
  }

  /** Sends an event and obeys the answer, which may wait for pictures so many seconds. When none comes it is kept for `sendAgain`, and gives `undefined`. */
  async send(event: AssayEvent, wait?: number): Promise<Decision | undefined> {
    // first as unsent: a webhook about it may be quicker than the answer
    this.#shop.record(event, "unsent");
    try {
      const decision = await this.#client.events.send(event, { ...(wait !== undefined && { wait }) });
      this.#shop.apply(decision);
      return decision;
    } catch (error) {
      // what Assay will never take is not tried again, and stays unseen
      if (error instanceof AssayApiError && neverTaken.has(error.code)) {
        console.error(`market: event ${event.id} (${event.type}) is lost: ${error.message}`);
        return undefined;
      }
      if (this.#unsent.size === 0) console.error(`market: Assay does not decide: ${String(error).slice(0, 300)}`);
      this.#unsent.set(event.id, event);
      return undefined;
    }
  }

  /** How many events wait for Assay to come back. */
  get waiting(): number {
    return this.#unsent.size;
  }

  /** Sends what waits, oldest first, until one fails again. */
  async sendAgain(): Promise<void> {
    for (const [id, event] of this.#unsent) {
      try {
        this.#shop.apply(await this.#client.events.send(event));
        this.#unsent.delete(id);
      } catch (error) {
        if (!(error instanceof AssayApiError && neverTaken.has(error.code))) return;
        this.#unsent.delete(id);
      }
    }
  }

  /**
   * Takes a webhook: later decisions by people, slow looks and appeals. True when it was about something of ours.
   * @throws WebhookVerificationError when it is not from Assay
   */
  receive(body: string, headers: WebhookHeaders): boolean {
    const action = verifyWebhook(body, headers, this.#secrets);
    if (action.type === "people.warned") return this.#shop.warn(action.data);
    return action.type === "decision.made" && this.#shop.apply(action.data);
  }

  /**
   * Asks for the latest decision of events that another process sends, such as the past. Stops at the first that is not
   * known yet, and says whether it came to the end.
   */
  async catchUp(eventIds: Iterable<string>, signal: AbortSignal): Promise<boolean> {
    for (const id of eventIds) {
      if (signal.aborted) return false;
      try {
        this.#shop.apply(await this.#client.events.get(id));
      } catch {
        return false;
      }
    }
    return true;
  }

  /** Gives a picture to Assay; `undefined` when it could not be taken. */
  async upload(bytes: Uint8Array, mime: string): Promise<{ content: string } | { problem: string }> {
    try {
      const { content } = await this.#client.pictures.upload(bytes, mime);
      return { content };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }
}

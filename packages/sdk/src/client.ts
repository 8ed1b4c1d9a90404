/** The client that a marketplace's backend holds: one object, one method for each thing that the API answers. */
import type { AssayEvent, Decision, Problem } from "@assay/contract";
import { isProblem } from "./api-error.ts";
import { exchange, type Request, type TransportOptions } from "./transport.ts";

export interface SendOptions {
  /** Seconds to wait for slow looks (pictures, models) before the decision is answered; without it they arrive by webhook. */
  wait?: number;
  /** `backfill` tells of the past: Assay learns from it, and opens no cases and sends no webhooks. */
  mode?: "backfill";
}

/** What became of one event of several. */
export type SendResult = { ok: true; decision: Decision } | { ok: false; problem: Problem };

/** A picture that Assay holds; `content` goes into an event as `pictures: [{ content }]`. */
export interface UploadedPicture {
  /** Content hash, `sha256:…`. */
  content: string;
  width: number;
  height: number;
  mime: string;
}

/** A body may hold 1 MB; what is sent stays clearly below. */
const batchBytes = 800_000;
const batchEvents = 100;

export class AssayClient {
  readonly events: {
    /** Sends what happened and answers what Assay decided. Sending the same event again gives the same answer. */
    send(event: AssayEvent, options?: SendOptions): Promise<Decision>;
    /** Sends many, in batches below the body limit, in order. One bad event fails alone: its result is a problem. */
    sendMany(events: readonly AssayEvent[], options?: SendOptions): Promise<SendResult[]>;
    /** The latest decision about an event, which a person or a slow look may have changed since it was sent. */
    get(id: string): Promise<Decision>;
  };
  readonly decisions: {
    get(id: string): Promise<Decision>;
  };
  readonly pictures: {
    /** Stores a picture (JPEG, PNG or WebP) by its content, so that Assay need not fetch it. */
    upload(bytes: Uint8Array, mime: string): Promise<UploadedPicture>;
  };

  /** @throws every method: AssayApiError for an error answer, AssayConnectionError when no answer came */
  constructor(options: TransportOptions) {
    const call = <T>(request: Request) => exchange(options, request) as Promise<T>;
    this.events = {
      send: (event, { wait, mode } = {}) =>
        call({
          method: "POST",
          path: eventsPath(mode),
          body: JSON.stringify(event),
          ...(wait !== undefined && { wait }),
        }),
      sendMany: async (events, { wait, mode } = {}) => {
        const results: SendResult[] = [];
        for (const body of batches(events)) {
          const answer = await call<{ results: (Decision | Problem)[] }>({
            method: "POST",
            path: eventsPath(mode),
            body,
            ...(wait !== undefined && { wait }),
          });
          for (const result of answer.results) {
            results.push(isProblem(result) ? { ok: false, problem: result } : { ok: true, decision: result });
          }
        }
        return results;
      },
      get: (id) => call({ method: "GET", path: `/v1/events/${encodeURIComponent(id)}` }),
    };
    this.decisions = {
      get: (id) => call({ method: "GET", path: `/v1/decisions/${encodeURIComponent(id)}` }),
    };
    this.pictures = {
      upload: (bytes, mime) => {
        const form = new FormData();
        form.append("file", new Blob([new Uint8Array(bytes)], { type: mime }), "picture");
        return call({ method: "POST", path: "/v1/pictures", body: form });
      },
    };
  }
}

const eventsPath = (mode: SendOptions["mode"]) => (mode === undefined ? "/v1/events" : `/v1/events?mode=${mode}`);

/** Bodies `{"events":[…]}` that respect the limits; a single event above them goes alone and gets the server's answer. */
function* batches(events: readonly AssayEvent[]): Generator<string> {
  let batch: string[] = [];
  let size = 0;
  for (const event of events) {
    const json = JSON.stringify(event);
    const bytes = new TextEncoder().encode(json).length + 1;
    if (batch.length > 0 && (size + bytes > batchBytes || batch.length >= batchEvents)) {
      yield `{"events":[${batch.join()}]}`;
      batch = [];
      size = 0;
    }
    batch.push(json);
    size += bytes;
  }
  if (batch.length > 0) yield `{"events":[${batch.join()}]}`;
}

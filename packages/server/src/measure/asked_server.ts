/**
 * A server of others that is asked over HTTP, at an address that the operator chose (so private ones are allowed): within a time limit,
 * tried again where that helps, left alone while it is down. Redirects are never followed: what is sent goes where the operator said.
 */
import type { Outcome } from "./killable.ts";

export interface AskedServerOptions {
  /** How the server is called in reasons: "the reviewer". */
  name: string;
  /** Longest wait for one answer, tries included, in ms. */
  timeoutMs: number;
  /** After so many failures in a row nothing is asked for a minute; 5 unless said. */
  breakAfter?: number;
  /** The clock, for tests. */
  now?: () => number;
}

export interface ServerQuestion {
  url: URL;
  /** `POST` unless said. */
  method?: "GET" | "POST";
  headers: Record<string, string>;
  body?: string | FormData;
}

const restMs = 60_000;
const largestAnswer = 262_144;
const longestRetryWait = 5_000;

export class AskedServer {
  readonly #options: Required<AskedServerOptions>;
  #failures = 0;
  #restsUntil = 0;

  constructor(options: AskedServerOptions) {
    this.#options = { breakAfter: 5, now: Date.now, ...options };
  }

  /** Until when nothing is asked, in ms since 1970; undefined while it is. */
  get restsUntil(): number | undefined {
    return this.#options.now() < this.#restsUntil ? this.#restsUntil : undefined;
  }

  /**
   * Never rejects: an error status, slowness, a redirect, an answer over 256 kB or one that `read` does not believe is a reason.
   * @param read makes the value of an answer's body; may throw, which counts as an answer that cannot be read
   * @param spend asked once before the server is; says why nothing may be asked any more, or counts this question
   */
  async ask<T>(
    question: ServerQuestion,
    read: (body: string) => Outcome<T>,
    spend?: () => Promise<string | undefined>,
  ): Promise<Outcome<T>> {
    const { name, now, breakAfter } = this.#options;
    // While the server is down each try would only cost its time limit.
    if (now() < this.#restsUntil) {
      const reason = `${name} failed ${this.#failures} times in a row and is left alone for a minute`;
      return { ok: false, reason };
    }
    const spent = await spend?.();
    if (spent) return { ok: false, reason: spent };
    const outcome = await this.#ask(question, read);
    this.#failures = outcome.ok ? 0 : this.#failures + 1;
    if (this.#failures >= breakAfter) this.#restsUntil = now() + restMs;
    return outcome;
  }

  async #ask<T>(
    { url, method = "POST", headers, body }: ServerQuestion,
    read: (body: string) => Outcome<T>,
  ): Promise<Outcome<T>> {
    const { name, timeoutMs, now } = this.#options;
    const until = now() + timeoutMs;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      for (let attempt = 1; ; attempt++) {
        const response = await fetch(url, {
          method,
          headers,
          ...(body !== undefined && { body }),
          redirect: "error",
          signal,
        });
        if (response.ok) return read(await bodyOf(response));
        await response.body?.cancel();
        const wait = retryWait(response, attempt);
        if (wait === undefined || now() + wait >= until) {
          return { ok: false, reason: `${name} answered ${response.status}` };
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    } catch (error) {
      if (signal.aborted) return { ok: false, reason: `${name} did not answer in ${timeoutMs} ms` };
      return { ok: false, reason: `${name} could not be asked: ${messageOf(error)}`.slice(0, 300) };
    }
  }
}

/** `fetch` says only that it failed; the cause says why. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
}

/** Reads at most 256 kB; more throws. */
async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) throw new RangeError("the answer is larger than 256 kB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** How long to wait before another try, in ms; undefined when there is to be none. Only 429 and 5xx are tried again, twice. */
function retryWait(response: Response, attempt: number): number | undefined {
  if ((response.status !== 429 && response.status < 500) || attempt > 2) return undefined;
  const after = Number(response.headers.get("retry-after"));
  const wait = after > 0 ? after * 1000 : 200 * 2 ** attempt;
  return wait > longestRetryWait ? undefined : wait;
}

/** One HTTP exchange with Assay: authentication, time limit, and repeating what may be repeated. */
import { AssayApiError, AssayConnectionError, isProblem } from "./api-error.ts";

export interface TransportOptions {
  /** Where Assay listens, such as `http://127.0.0.1:4000`. */
  url: string;
  apiKey: string;
  /** Another `fetch`, for proxies and tests. */
  fetch?: typeof fetch;
  /** Time limit of one attempt, in ms; 10,000 by default. What the caller waits for (`wait`) is added. */
  timeoutMs?: number;
  /** How often a failed attempt is repeated; 4 by default, 0 for never. */
  retries?: number;
  /** First pause before repeating, in ms; doubles each time up to 20 s. 200 by default. */
  backoffMs?: number;
}

export interface Request {
  method: "GET" | "POST";
  path: string;
  /** JSON, or a form whose boundary `fetch` sets. */
  body?: string | FormData;
  /** Seconds that the server may hold the request (`Prefer: wait`). */
  wait?: number;
}

const longestPauseMs = 20_000;
const retryable = new Set([429, 503]);

/**
 * Sends a request until it is answered. Repeats on 429, 503 and where no answer came, which is safe since event ids make
 * posting idempotent; `Retry-After` is honoured. A 409 `event_in_flight` is repeated only after an attempt of this very
 * call was cut, since then it is our own event that is in flight.
 * @throws AssayApiError for an error answer, AssayConnectionError when none came
 */
export async function exchange(options: TransportOptions, request: Request): Promise<unknown> {
  const attempts = (options.retries ?? 4) + 1;
  let cut = false;
  for (let attempt = 1; ; attempt++) {
    let response: Response;
    let text: string;
    try {
      response = await send(options, request);
      text = await response.text();
    } catch (cause) {
      if (attempt >= attempts) throw new AssayConnectionError(attempt, cause);
      cut = true;
      await pause(backoff(options, attempt));
      continue;
    }
    const body = parse(text);
    if (response.ok && body !== undefined) return body;
    const error = new AssayApiError(
      response.status,
      isProblem(body) ? body : undefined,
      response.headers.get("x-request-id") ?? undefined,
    );
    const again = retryable.has(response.status) || (cut && error.code === "event_in_flight");
    if (!again || attempt >= attempts) throw error;
    await pause(retryAfterMs(response) ?? backoff(options, attempt));
  }
}

function send(options: TransportOptions, request: Request): Promise<Response> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${options.apiKey}`,
    accept: "application/json",
  };
  if (typeof request.body === "string") headers["content-type"] = "application/json";
  if (request.wait !== undefined) headers["prefer"] = `wait=${request.wait}`;
  return (options.fetch ?? fetch)(new URL(request.path, options.url), {
    method: request.method,
    headers,
    ...(request.body !== undefined && { body: request.body }),
    signal: AbortSignal.timeout((options.timeoutMs ?? 10_000) + (request.wait ?? 0) * 1000),
  });
}

/** "Full jitter": anywhere between nothing and the doubled pause, so that clients that failed together do not return together. */
function backoff(options: TransportOptions, attempt: number): number {
  return Math.random() * Math.min(longestPauseMs, (options.backoffMs ?? 200) * 2 ** (attempt - 1));
}

/** `Retry-After` in ms: seconds or an HTTP date (RFC 9110, 10.2.3); bounded, so that a mistake does not hang the caller. */
function retryAfterMs(response: Response): number | undefined {
  const value = response.headers.get("retry-after");
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, Math.min(ms, longestPauseMs));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The client of the Commission's DSA transparency database: batches, retries, and what each answer means for each statement. */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type DsaStatement, dsaBatch } from "./dsa_rules.ts";

export interface DsaClientOptions {
  /** Base address of the API, ending in `/`: `https://transparency.dsa.ec.europa.eu/api/v1/`. */
  url: string;
  token: string;
  /** For one call, in ms. */
  timeoutMs?: number;
  /** Calls for one batch that meet a failure of the other side, or a limit. */
  attempts?: number;
  /** First pause in ms; doubled each time, spread by up to half. */
  pauseMs?: number;
  /** Longest pause that `Retry-After` may ask for, in ms. */
  longestPauseMs?: number;
}

/** `sent`: it is in the database, by this call or one before. `refused`: with the errors by field. `failed`: not known; to be sent again. */
export type DsaResult =
  | { puid: string; state: "sent"; uuid?: string }
  | { puid: string; state: "refused"; errors: Record<string, string[]> }
  | { puid: string; state: "failed"; reason: string };

const fieldErrors = z.record(z.string(), z.array(z.string()));
const createdSchema = z.looseObject({
  statements: z.array(z.looseObject({ puid: z.string(), uuid: z.string().optional() })),
});
const rejectedSchema = z.looseObject({ errors: z.record(z.string(), z.unknown()) });

/** The other side failed, or asks to wait. */
class Later extends Error {
  readonly waitMs: number | undefined;
  constructor(message: string, waitMs?: number) {
    super(message);
    this.waitMs = waitMs;
  }
}
/** Nothing that is sent again would be taken. */
class Hopeless extends Error {}

export class DsaClient {
  readonly #options: Required<DsaClientOptions>;

  constructor(options: DsaClientOptions) {
    this.#options = { timeoutMs: 30_000, attempts: 6, pauseMs: 1000, longestPauseMs: 60_000, ...options };
  }

  /** @param statements at most 100, each checked by `dsaProblems`. @returns a result for each, in order */
  async push(statements: readonly DsaStatement[]): Promise<DsaResult[]> {
    if (statements.length > dsaBatch) throw new RangeError(`at most ${dsaBatch} statements are sent at once`);
    const results = new Map<string, DsaResult>();
    let left = [...statements];
    let failures = 0;
    while (left.length > 0) {
      try {
        const done = await this.#call(left);
        for (const result of done) results.set(result.puid, result);
        const before = left.length;
        left = left.filter(({ puid }) => !results.has(puid));
        // An answer that settles nothing would be asked for without end.
        if (left.length === before) throw new Later("the answer names none of what was sent");
      } catch (error) {
        failures++;
        const reason = error instanceof Error ? error.message : String(error);
        if (error instanceof Hopeless || failures >= this.#options.attempts) {
          for (const { puid } of left) results.set(puid, { puid, state: "failed", reason });
          break;
        }
        const usual = this.#options.pauseMs * 2 ** (failures - 1) * (1 + Math.random() / 2);
        const asked = error instanceof Later ? (error.waitMs ?? usual) : usual;
        await sleep(Math.min(asked, this.#options.longestPauseMs));
      }
    }
    return statements.map(({ puid }) => results.get(puid)!);
  }

  /** What one call settled; the rest is to be sent again. */
  async #call(statements: readonly DsaStatement[]): Promise<DsaResult[]> {
    const response = await this.#fetch("statements", { method: "POST", body: JSON.stringify({ statements }) });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.status === 201) {
      const created = createdSchema.safeParse(body);
      if (!created.success) throw new Later("the answer to what was created cannot be read");
      const ours = new Set(statements.map(({ puid }) => puid));
      return created.data.statements
        .filter(({ puid }) => ours.has(puid))
        .map(({ puid, uuid }) => ({ puid, state: "sent", ...(uuid && { uuid }) }));
    }
    if (response.status === 422) return this.#rejected(statements, body);
    if (response.status === 429 || response.status >= 500) {
      const seconds = Number(response.headers.get("retry-after"));
      throw new Later(`the database answers ${response.status}`, seconds > 0 ? seconds * 1000 : undefined);
    }
    throw new Hopeless(
      `the database answers ${response.status}${response.status === 401 ? ": the token is not good" : ""}`,
    );
  }

  /** One mistake rejects a whole batch: those that are named are out, the others are sent again without them. */
  async #rejected(statements: readonly DsaStatement[], body: unknown): Promise<DsaResult[]> {
    const rejected = rejectedSchema.safeParse(body);
    const results: DsaResult[] = [];
    for (const [name, given] of Object.entries(rejected.success ? rejected.data.errors : {})) {
      const index = Number(/^statement_(\d+)$/.exec(name)?.[1] ?? Number.NaN);
      const statement = statements[index];
      if (!statement) continue;
      const errors = fieldErrors.safeParse(given);
      const told = errors.success ? errors.data : { statement: [JSON.stringify(given).slice(0, 500)] };
      // Sent before, when no answer came back: it is there.
      const there = Object.keys(told).join() === "puid" && (await this.#isThere(statement.puid));
      results.push(
        there ? { puid: statement.puid, state: "sent" } : { puid: statement.puid, state: "refused", errors: told },
      );
    }
    if (results.length === 0)
      throw new Hopeless(`the batch was rejected without a reason: ${JSON.stringify(body).slice(0, 300)}`);
    return results;
  }

  async #isThere(puid: string): Promise<boolean> {
    const response = await this.#fetch(`statement/existing-puid/${encodeURIComponent(puid)}`, { redirect: "manual" });
    await response.body?.cancel();
    if (response.status === 302 || response.status === 200) return true;
    if (response.status === 404) return false;
    throw new Later(`the database answers ${response.status}`);
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const { url, token, timeoutMs } = this.#options;
    return fetch(new URL(path, url), {
      ...init,
      headers: { authorization: `Bearer ${token}`, accept: "application/json", "content-type": "application/json" },
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: Error) => {
      throw new Later(
        error.name === "TimeoutError" ? `no answer within ${timeoutMs} ms` : `it cannot be reached: ${error.message}`,
      );
    });
  }
}

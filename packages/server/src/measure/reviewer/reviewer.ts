/**
 * A reviewer by language model: asks a server that the operator runs or rents, off unless configured. It never approves by failing:
 * a refusal, nonsense, slowness, an error status or an empty budget is `failed` with the reason, which detectors turn into `unknown`.
 */
import { createHash } from "node:crypto";
import type { SpanEvidence } from "@assay/contract";
import {
  buildPrompt,
  maxFieldLength,
  type ReviewAnswer,
  type ReviewedFields,
  type ReviewQuestion,
  reviewAnswerSchema,
} from "./prompt.ts";
import { buildRequest, type ReviewerProtocol, readAnswer } from "./protocol.ts";

export interface ReviewerOptions {
  protocol: ReviewerProtocol;
  /** Base address, such as `http://127.0.0.1:8080/v1/`. The operator's own choice, so private addresses are allowed. */
  url: string;
  model: string;
  apiKey?: string;
  /** Longest wait for one review, tries included, in ms; 20,000 unless said. */
  timeoutMs?: number;
  /** After so many failures in a row nothing is asked for a minute; 5 unless said. */
  breakAfter?: number;
  /** The clock, for tests. */
  now?: () => number;
}

/** What a review says. `quotes` that are not in the text were dropped and counted in `unfounded`. */
export interface Review {
  findings: { code: string; probability: number; evidence: SpanEvidence }[];
  /** Categories without a quote, from a moderation server. */
  scores: Record<string, number>;
  /** The text tries to instruct its reviewer. */
  instructions: boolean;
  unfounded: number;
  /** A field was longer than what is sent; its end was not reviewed. */
  cut: boolean;
  /** As the server counts them; 0 where it does not. */
  tokens: number;
}

export type ReviewResult = { state: "done"; value: Review } | { state: "failed"; reason: string };

/** Asked before each request and told after it, so that a day's budget holds. */
export interface ReviewBudget {
  /** Why no more may be asked today; undefined when this one may, which is then counted. */
  spend(): Promise<string | undefined>;
  used(tokens: number): Promise<void>;
}

const restMs = 60_000;
const largestAnswer = 262_144;
const longestRetryWait = 5_000;

export class Reviewer {
  readonly #options: Required<ReviewerOptions>;
  readonly #asking = new Map<string, Promise<ReviewResult>>();
  #failures = 0;
  #restsUntil = 0;

  constructor(options: ReviewerOptions) {
    this.#options = { apiKey: "", timeoutMs: 20_000, breakAfter: 5, now: Date.now, ...options };
  }

  get model(): string {
    return this.#options.model;
  }

  /** The name of a question and of who is asked it: what is answered to one name is answered to all that have it. */
  nameOf(question: ReviewQuestion): string {
    const { protocol, url, model } = this.#options;
    return createHash("sha256")
      .update(JSON.stringify([protocol, url, model, question]))
      .digest("hex");
  }

  /** Reviews texts against a policy. Never rejects. The same question while one is being asked is asked once. */
  async review(question: ReviewQuestion, budget?: ReviewBudget): Promise<ReviewResult> {
    const name = this.nameOf(question);
    let asking = this.#asking.get(name);
    if (!asking) {
      asking = this.#guarded(question, budget).finally(() => this.#asking.delete(name));
      this.#asking.set(name, asking);
    }
    return asking;
  }

  /** Within the budget, and not while the server is down: then each try would only cost its time limit. */
  async #guarded(question: ReviewQuestion, budget: ReviewBudget | undefined): Promise<ReviewResult> {
    const { now, breakAfter } = this.#options;
    if (now() < this.#restsUntil) {
      return {
        state: "failed",
        reason: `the reviewer failed ${this.#failures} times in a row and is left alone for a minute`,
      };
    }
    const spent = await budget?.spend();
    if (spent) return { state: "failed", reason: spent };
    const result = await this.#ask(question);
    if (result.state === "done") await budget?.used(result.value.tokens);
    this.#failures = result.state === "failed" ? this.#failures + 1 : 0;
    if (this.#failures >= breakAfter) this.#restsUntil = now() + restMs;
    return result;
  }

  async #ask(question: ReviewQuestion): Promise<ReviewResult> {
    const { protocol, model, apiKey, url, timeoutMs, now } = this.#options;
    const request = buildRequest(protocol, model, apiKey, buildPrompt(question));
    const until = now() + timeoutMs;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      for (let attempt = 1; ; attempt++) {
        const response = await fetch(new URL(request.path, url), {
          method: "POST",
          headers: { "content-type": "application/json", ...request.headers },
          body: JSON.stringify(request.body),
          redirect: "error",
          signal,
        });
        if (response.ok) return this.#believe(question, await bodyOf(response));
        await response.body?.cancel();
        const wait = retryWait(response, attempt);
        if (wait === undefined || now() + wait >= until) {
          return { state: "failed", reason: `the reviewer answered ${response.status}` };
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    } catch (error) {
      if (signal.aborted) return { state: "failed", reason: `the reviewer did not answer in ${timeoutMs} ms` };
      const reason = error instanceof Error ? error.message : String(error);
      return { state: "failed", reason: `the reviewer could not be asked: ${reason}`.slice(0, 300) };
    }
  }

  #believe(question: ReviewQuestion, body: string): ReviewResult {
    let answer: ReturnType<typeof readAnswer>;
    let review: ReviewAnswer;
    let tokens: number;
    try {
      answer = readAnswer(this.#options.protocol, JSON.parse(body));
      if (answer.type === "refused") {
        return { state: "failed", reason: `the reviewer refused: ${answer.reason}`.slice(0, 300) };
      }
      if (answer.type === "categories") {
        return { state: "done", value: ofCategories(question, answer.scores) };
      }
      tokens = answer.tokens;
      review = reviewAnswerSchema.parse(JSON.parse(unfenced(answer.text)));
    } catch {
      return { state: "failed", reason: "the reviewer's answer does not follow the schema" };
    }
    const value = { ...founded(question, review), tokens };
    // Accusations of which none can be shown say nothing either way.
    if (value.unfounded > 0 && value.findings.length === 0) {
      return { state: "failed", reason: "the reviewer quoted only what is not in the text" };
    }
    return { state: "done", value };
  }
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

/** Some models wrap JSON in a Markdown fence. */
function unfenced(text: string): string {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)?.[1] ?? text;
}

function ofCategories({ fields }: ReviewQuestion, scores: Record<string, number>): Review {
  return { findings: [], scores, instructions: false, unfounded: 0, cut: isCut(fields), tokens: 0 };
}

function isCut(fields: ReviewedFields): boolean {
  return Object.values(fields).some((text) => text.length > maxFieldLength);
}

/** Keeps what can be shown: a known code, and a quote that stands in the named field, letter by letter. */
function founded(
  { codes, fields }: ReviewQuestion,
  { violations, instructions }: ReviewAnswer,
): Omit<Review, "tokens"> {
  const findings: Review["findings"] = [];
  for (const { code, field, quote, probability } of violations) {
    const text = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const start = text?.indexOf(quote) ?? -1;
    if (start < 0 || !codes.includes(code)) continue;
    const evidence: SpanEvidence = { type: "span", field, start, end: start + quote.length, kind: code };
    findings.push({ code, probability, evidence });
  }
  const unfounded = violations.length - findings.length;
  return { findings, scores: {}, instructions, unfounded, cut: isCut(fields) };
}

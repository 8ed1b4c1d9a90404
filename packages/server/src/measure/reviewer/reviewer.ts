/**
 * A reviewer by language model: asks a server that the operator runs or rents, off unless configured. It never approves by failing:
 * a refusal, nonsense, slowness, an error status or an empty budget is `failed` with the reason, which detectors turn into `unknown`.
 */
import { createHash } from "node:crypto";
import type { SpanEvidence } from "@assay/contract";
import { LRUCache } from "lru-cache";
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
  /** Most reviews a day (UTC); 1,000 unless said. Answers from the cache are free. */
  reviewsPerDay?: number;
  /** Most tokens a day (UTC), as the server counts them; no limit unless said. */
  tokensPerDay?: number;
  /** Answers kept; 5,000 unless said. */
  cached?: number;
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
}

export type ReviewResult = { state: "done"; value: Review; cached: boolean } | { state: "failed"; reason: string };

const day = 86_400_000;
const largestAnswer = 262_144;
const longestRetryWait = 5_000;

export class Reviewer {
  readonly #options: Required<Omit<ReviewerOptions, "tokensPerDay">> & { tokensPerDay: number };
  readonly #answers: LRUCache<string, Review>;
  readonly #asking = new Map<string, Promise<ReviewResult>>();
  #today = 0;
  #reviews = 0;
  #tokens = 0;

  constructor(options: ReviewerOptions) {
    this.#options = {
      apiKey: "",
      timeoutMs: 20_000,
      reviewsPerDay: 1_000,
      tokensPerDay: Number.POSITIVE_INFINITY,
      cached: 5_000,
      now: Date.now,
      ...options,
    };
    this.#answers = new LRUCache({ max: this.#options.cached });
  }

  /** Reviews texts against a policy. Never rejects. The same question while one is being asked is asked once. */
  async review(question: ReviewQuestion): Promise<ReviewResult> {
    const { protocol, url, model } = this.#options;
    const key = createHash("sha256")
      .update(JSON.stringify([protocol, url, model, question]))
      .digest("base64");
    const known = this.#answers.get(key);
    if (known) return { state: "done", value: known, cached: true };
    let asking = this.#asking.get(key);
    if (!asking) {
      asking = this.#ask(question).finally(() => this.#asking.delete(key));
      this.#asking.set(key, asking);
    }
    const result = await asking;
    if (result.state === "done") this.#answers.set(key, result.value);
    return result;
  }

  async #ask(question: ReviewQuestion): Promise<ReviewResult> {
    const spent = this.#spend();
    if (spent) return { state: "failed", reason: spent };
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

  /** Why no more may be asked today; counts this review otherwise. */
  #spend(): string | undefined {
    const { now, reviewsPerDay, tokensPerDay } = this.#options;
    const today = Math.floor(now() / day);
    if (today !== this.#today) {
      this.#today = today;
      this.#reviews = 0;
      this.#tokens = 0;
    }
    if (this.#reviews >= reviewsPerDay) return `the budget of ${reviewsPerDay} reviews a day is spent`;
    if (this.#tokens >= tokensPerDay) return `the budget of ${tokensPerDay} tokens a day is spent`;
    this.#reviews += 1;
    return undefined;
  }

  #believe(question: ReviewQuestion, body: string): ReviewResult {
    let answer: ReturnType<typeof readAnswer>;
    let review: ReviewAnswer;
    try {
      answer = readAnswer(this.#options.protocol, JSON.parse(body));
      if (answer.type === "refused") {
        return { state: "failed", reason: `the reviewer refused: ${answer.reason}`.slice(0, 300) };
      }
      if (answer.type === "categories") {
        return { state: "done", cached: false, value: ofCategories(question, answer.scores) };
      }
      this.#tokens += answer.tokens;
      review = reviewAnswerSchema.parse(JSON.parse(unfenced(answer.text)));
    } catch {
      return { state: "failed", reason: "the reviewer's answer does not follow the schema" };
    }
    const value = founded(question, review);
    // Accusations of which none can be shown say nothing either way.
    if (value.unfounded > 0 && value.findings.length === 0) {
      return { state: "failed", reason: "the reviewer quoted only what is not in the text" };
    }
    return { state: "done", cached: false, value };
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
  return { findings: [], scores, instructions: false, unfounded: 0, cut: isCut(fields) };
}

function isCut(fields: ReviewedFields): boolean {
  return Object.values(fields).some((text) => text.length > maxFieldLength);
}

/** Keeps what can be shown: a known code, and a quote that stands in the named field, letter by letter. */
function founded({ codes, fields }: ReviewQuestion, { violations, instructions }: ReviewAnswer): Review {
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

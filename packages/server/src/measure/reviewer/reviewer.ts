/**
 * A reviewer by language model: asks a server that the operator runs or rents, off unless configured. It never approves by failing:
 * a refusal, nonsense, slowness, an error status or an empty budget is `failed` with the reason, which detectors turn into `unknown`.
 */
import { createHash } from "node:crypto";
import type { SpanEvidence } from "@assay/contract";
import { AskedServer } from "../asked_server.ts";
import type { Outcome } from "../killable.ts";
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

export class Reviewer {
  readonly #options: Required<Omit<ReviewerOptions, "timeoutMs" | "breakAfter" | "now">>;
  readonly #server: AskedServer;
  readonly #asking = new Map<string, Promise<ReviewResult>>();

  constructor({ timeoutMs = 20_000, breakAfter = 5, now = Date.now, ...options }: ReviewerOptions) {
    this.#options = { apiKey: "", ...options };
    this.#server = new AskedServer({ name: "the reviewer", timeoutMs, breakAfter, now });
  }

  get model(): string {
    return this.#options.model;
  }

  /** Until when nothing is asked, since it failed too often in a row, in ms since 1970; undefined while it is asked. */
  get restsUntil(): number | undefined {
    return this.#server.restsUntil;
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
      asking = this.#ask(question, budget).finally(() => this.#asking.delete(name));
      this.#asking.set(name, asking);
    }
    return asking;
  }

  async #ask(question: ReviewQuestion, budget: ReviewBudget | undefined): Promise<ReviewResult> {
    const { protocol, model, apiKey, url } = this.#options;
    const request = buildRequest(protocol, model, apiKey, buildPrompt(question));
    const outcome = await this.#server.ask(
      {
        url: new URL(request.path, url),
        headers: { "content-type": "application/json", ...request.headers },
        body: JSON.stringify(request.body),
      },
      (body) => this.#believe(question, body),
      budget && (() => budget.spend()),
    );
    if (!outcome.ok) return { state: "failed", reason: outcome.reason };
    await budget?.used(outcome.value.tokens);
    return { state: "done", value: outcome.value };
  }

  #believe(question: ReviewQuestion, body: string): Outcome<Review> {
    let answer: ReturnType<typeof readAnswer>;
    let review: ReviewAnswer;
    let tokens: number;
    try {
      answer = readAnswer(this.#options.protocol, JSON.parse(body));
      if (answer.type === "refused") {
        return { ok: false, reason: `the reviewer refused: ${answer.reason}`.slice(0, 300) };
      }
      if (answer.type === "categories") {
        return { ok: true, value: ofCategories(question, answer.scores) };
      }
      tokens = answer.tokens;
      review = reviewAnswerSchema.parse(JSON.parse(unfenced(answer.text)));
    } catch {
      return { ok: false, reason: "the reviewer's answer does not follow the schema" };
    }
    const value = { ...founded(question, review), tokens };
    // Accusations of which none can be shown say nothing either way.
    if (value.unfounded > 0 && value.findings.length === 0) {
      return { ok: false, reason: "the reviewer quoted only what is not in the text" };
    }
    return { ok: true, value };
  }
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

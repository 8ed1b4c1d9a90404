/** The reviewing language model and the operator's own text model: what they are, what they took, and asking the first about a text. */
import {
  type ReviewerState,
  type ReviewTry,
  reviewerStateSchema,
  reviewTrySchema,
  type SubjectKind,
  textFields,
} from "@assay/contract";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { dayOf, reviewerSpending } from "../measure/index.ts";
import { type App, principalOf } from "./route.ts";

export async function reviewerRoutes(app: App, { config, db, texts, policies }: Deps): Promise<void> {
  app.get(
    "/v1/reviewer",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "The reviewing language model: what it is, what it may spend and has spent, how it failed last",
        response: { 200: reviewerStateSchema },
      },
    },
    async (request): Promise<ReviewerState> => {
      const { marketplace } = principalOf(request);
      const { settings } = await policies.current(marketplace);
      const { today, month, lastError } = await reviewerSpending(db.for(marketplace), marketplace, dayOf(Date.now()));
      const limits = texts.limits(settings);
      const rests = texts.reviewer?.restsUntil;
      return {
        server: config.reviewer
          ? {
              protocol: config.reviewer.protocol,
              url: shownUrl(config.reviewer.url),
              model: config.reviewer.model,
              has_key: config.reviewer.apiKey !== "",
              timeout_ms: config.reviewer.timeoutMs,
              most_reviews_per_day: config.reviewer.reviewsPerDay,
              rests_until: rests === undefined ? null : new Date(rests).toISOString(),
            }
          : null,
        settings: settings.reviewer ?? null,
        limits: limits
          ? {
              reviews_per_day: limits.reviews,
              tokens_per_day: limits.tokens,
              tokens_per_month: limits.monthTokens ?? null,
            }
          : null,
        today,
        month,
        last_error: lastError ? { reason: lastError.reason, at: lastError.at.toISOString() } : null,
        text_model: modelOf(texts.model),
      };
    },
  );

  app.post(
    "/v1/reviewer/try",
    {
      config: { permission: "policy.write" },
      schema: {
        summary: "Ask the reviewing model about a text, really: counts towards the budget, nothing of it is kept",
        body: z.object({
          kind: z.enum(Object.keys(textFields) as [SubjectKind, ...SubjectKind[]]).default("listing"),
          text: z.string().trim().min(1).max(8000),
        }),
        response: { 200: reviewTrySchema },
      },
    },
    async (request): Promise<ReviewTry> => {
      const { marketplace } = principalOf(request);
      const { kind, text } = request.body;
      const started = performance.now();
      const result = await texts.tryReview(marketplace, kind, { [textFields[kind]!.at(-1)!]: text });
      const took_ms = Math.round(performance.now() - started);
      if (result.state === "failed") return { state: "failed", reason: result.reason, took_ms };
      const { findings, scores, instructions, unfounded, tokens } = result.value;
      return {
        state: "done",
        took_ms,
        findings: findings.map(({ code, probability, evidence: { start, end } }) => ({
          code,
          probability,
          start,
          end,
        })),
        scores,
        instructions,
        unfounded,
        tokens,
      };
    },
  );
}

/** Without what may be secret in an address: a name, a password, a query. */
function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function modelOf(model: Deps["texts"]["model"]): ReviewerState["text_model"] {
  if (!model) return null;
  const { labels, languages, subjects } = model.manifest;
  return {
    title: model.title,
    labels: labels.flatMap(({ label, kind, threshold }) =>
      kind && threshold !== undefined ? [{ label, kind, threshold }] : [],
    ),
    languages: languages ?? null,
    subjects,
  };
}

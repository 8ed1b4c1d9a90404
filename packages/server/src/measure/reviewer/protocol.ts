/**
 * The wire formats a reviewer can be asked in: OpenAI's chat completions (spoken by most local servers too) and moderations, and
 * Anthropic's messages. Each builds a request and reads the answer's text or flags; none decides anything.
 */
import { z } from "zod";

export type ReviewerProtocol = "openai_chat" | "openai_moderation" | "anthropic_messages";

export interface Prompt {
  system: string;
  user: string;
  /** The texts alone, for servers that take no instructions. */
  plain: string;
  /** JSON schema that the answer must follow. */
  schema: Record<string, unknown>;
  maxTokens: number;
}

export interface WireRequest {
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

/** What came back, before it is believed: text that should hold JSON, category scores, or a refusal. */
export type WireAnswer =
  | { type: "text"; text: string; tokens: number }
  | { type: "categories"; scores: Record<string, number> }
  | { type: "refused"; reason: string };

const usage = z.object({ total_tokens: z.number().optional() }).optional();

const chatAnswer = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage,
});

const moderationAnswer = z.object({
  results: z.array(z.object({ category_scores: z.record(z.string(), z.number().min(0).max(1)) })).min(1),
});

const messagesAnswer = z.object({
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  stop_reason: z.string().nullish(),
  usage: z.object({ input_tokens: z.number(), output_tokens: z.number() }).optional(),
});

export function buildRequest(protocol: ReviewerProtocol, model: string, apiKey: string, prompt: Prompt): WireRequest {
  const bearer: Record<string, string> = apiKey === "" ? {} : { authorization: `Bearer ${apiKey}` };
  switch (protocol) {
    case "openai_chat":
      return {
        path: "chat/completions",
        headers: bearer,
        body: {
          model,
          temperature: 0,
          max_tokens: prompt.maxTokens,
          messages: [
            { role: "system", content: prompt.system },
            { role: "user", content: prompt.user },
          ],
          response_format: {
            type: "json_schema",
            json_schema: { name: "review", strict: true, schema: prompt.schema },
          },
        },
      };
    case "openai_moderation":
      return { path: "moderations", headers: bearer, body: { model, input: prompt.plain } };
    case "anthropic_messages":
      return {
        path: "messages",
        headers: { "x-api-key": apiKey, "anthropic-version": "2023-06-01" },
        body: {
          model,
          max_tokens: prompt.maxTokens,
          temperature: 0,
          system: `${prompt.system}\nAnswer with one JSON object that follows this schema, and nothing else:\n${JSON.stringify(prompt.schema)}`,
          messages: [{ role: "user", content: prompt.user }],
        },
      };
  }
}

/** Reads an answer's body; throws (Zod's error) where it is not what the protocol promises. */
export function readAnswer(protocol: ReviewerProtocol, body: unknown): WireAnswer {
  switch (protocol) {
    case "openai_chat": {
      const { choices, usage: used } = chatAnswer.parse(body);
      const { message, finish_reason } = choices[0]!;
      if (message.refusal) return { type: "refused", reason: message.refusal };
      if (finish_reason === "content_filter") return { type: "refused", reason: "content filter" };
      return { type: "text", text: message.content ?? "", tokens: used?.total_tokens ?? 0 };
    }
    case "openai_moderation": {
      return { type: "categories", scores: moderationAnswer.parse(body).results[0]!.category_scores };
    }
    case "anthropic_messages": {
      const { content, stop_reason, usage: used } = messagesAnswer.parse(body);
      if (stop_reason === "refusal") return { type: "refused", reason: "the model refused" };
      const text = content.flatMap((part) => (part.type === "text" ? [part.text ?? ""] : [])).join("");
      return { type: "text", text, tokens: (used?.input_tokens ?? 0) + (used?.output_tokens ?? 0) };
    }
  }
}

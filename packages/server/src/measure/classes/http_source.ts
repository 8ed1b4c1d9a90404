/** Any provider that takes a picture over HTTP and answers JSON: what is sent and where the scores stand is configuration. */
import type { HttpSourceConfig, OpenaiSourceConfig } from "../../config/index.ts";
import { AskedServer, type ServerQuestion } from "../asked_server.ts";
import { copyMime } from "../pictures.ts";
import { scoreAt, valuesAt } from "./answer_path.ts";
import type { ClassSource, SourceLabel } from "./source.ts";

export function httpSource(config: HttpSourceConfig & { question: string }): ClassSource {
  const { name, question, marketplaces, labels, per_day: perDay, succeeds_when: conditions } = config;
  const server = new AskedServer({ name, timeoutMs: config.timeout_ms });
  return {
    name,
    question,
    marketplaces,
    perDay,
    labels: labels.map(
      ({ class: of, label, at, threshold }): SourceLabel => ({ class: of, label: label ?? endOf(at), threshold }),
    ),
    look: (picture, spend) =>
      server.ask(
        requestOf(config.request, picture),
        (body) => {
          let answer: unknown;
          try {
            answer = JSON.parse(body);
          } catch {
            return { ok: false, reason: `${name} answered what is no JSON` };
          }
          try {
            const unmet = conditions.find(({ at, is }) => !valuesAt(answer, at).includes(is));
            if (unmet) return { ok: false, reason: `${name} did not say ${JSON.stringify(unmet.is)} at ${unmet.at}` };
            const value = labels.map(({ at, and, out_of }) =>
              Math.min(scoreAt(answer, at, out_of), and === undefined ? 1 : scoreAt(answer, and, out_of)),
            );
            return { ok: true, value };
          } catch (error) {
            return { ok: false, reason: `${name} was not understood: ${(error as Error).message}`.slice(0, 300) };
          }
        },
        spend,
      ),
    close() {},
  };
}

/**
 * OpenAI's moderation protocol with a picture. Of its categories those that look at pictures: harassment, hate, illicit and `sexual/minors`
 * are of texts alone. What of a category looked at the picture is in `category_applied_input_types`, which must be there.
 */
export function openaiSource({
  url,
  model,
  api_key,
  thresholds,
  ...rest
}: OpenaiSourceConfig & { question: string }): ClassSource {
  const classes = { violence: "violence", "violence/graphic": "gore", sexual: "sexual" } as const;
  const categories = Object.keys(classes) as (keyof typeof classes)[];
  const pointer = (category: string) => category.replaceAll("/", "~1");
  return httpSource({
    ...rest,
    type: "http",
    request: {
      method: "POST",
      url: new URL("moderations", url.endsWith("/") ? url : `${url}/`).href,
      headers: api_key === "" ? {} : { authorization: `Bearer ${api_key}` },
      json: { model, input: [{ type: "image_url", image_url: { url: "{data_url}" } }] },
    },
    succeeds_when: categories.map((category) => ({
      at: `/results/0/category_applied_input_types/${pointer(category)}/*`,
      is: "image",
    })),
    labels: categories.map((category) => ({
      class: classes[category],
      label: category,
      at: `/results/0/category_scores/${pointer(category)}`,
      out_of: 1,
      threshold: thresholds[category],
    })),
  });
}

function requestOf(
  { method, url, headers, json, multipart }: HttpSourceConfig["request"],
  picture: Uint8Array,
): ServerQuestion {
  const question = { method, url: new URL(url), headers };
  if (json !== undefined) {
    const base64 = Buffer.from(picture).toString("base64");
    const filled = (_: string, value: unknown) =>
      typeof value === "string"
        ? value.replaceAll("{data_url}", `data:${copyMime};base64,${base64}`).replaceAll("{base64}", base64)
        : value;
    const body = JSON.stringify(json, filled);
    return { ...question, headers: { "content-type": "application/json", ...headers }, body };
  }
  if (multipart !== undefined) {
    const body = new FormData();
    for (const [field, value] of Object.entries(multipart)) {
      if (value === "{picture}")
        body.set(field, new Blob([new Uint8Array(picture)], { type: copyMime }), "picture.webp");
      else body.set(field, value);
    }
    return { ...question, body };
  }
  return question;
}

/** The last segment of a path that is a name: `firearm` of `/weapon/classes/firearm`, `yes_nazi` of `…/[class=yes_nazi]/score`. */
function endOf(paths: string | readonly string[]): string {
  const segments = (typeof paths === "string" ? paths : paths[0]!).split("/");
  const selected = segments.findLast((segment) => segment.startsWith("["));
  return (selected?.slice(selected.indexOf("=") + 1, -1) ?? segments.at(-1)!).slice(0, 80);
}

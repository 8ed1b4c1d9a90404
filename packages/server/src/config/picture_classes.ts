/** Who looks at pictures for symbols, weapons, drugs and the like: the file that `ASSAY_PICTURE_CLASSES` names, checked at the start. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pictureClasses } from "@assay/contract";
import { z } from "zod";

const share = z.number().min(0).max(1);
/** One path into an answer, or several of which the highest counts; see `measure/classes/answer_path.ts`. */
const paths = z.union([z.string().startsWith("/"), z.array(z.string().startsWith("/")).min(1)]);

const labelSchema = z.strictObject({
  class: z.enum(pictureClasses),
  /** The provider's name for it; the end of the path unless said. */
  label: z.string().min(1).max(80).optional(),
  at: paths,
  /** Only as sure as this one too: `sexual content` and `a minor`. */
  and: paths.optional(),
  /** What the provider calls certain: 1 unless said. */
  out_of: z.number().positive().default(1),
  threshold: share,
});

const everySource = {
  /** Names the source in reasons, evidence and what is stored. */
  name: z.string().regex(/^[a-z0-9_]{1,40}$/, "a name is of a-z, 0-9 and _, at most 40"),
  /** For people who read the file. */
  about: z.string().optional(),
  /** Marketplaces whose pictures it is shown; all unless said. */
  marketplaces: z.array(z.string()).optional(),
};
const everyServer = {
  /** Longest wait for one answer, tries included, in ms. */
  timeout_ms: z.int().min(100).max(120_000).default(15_000),
  /** Most pictures of a marketplace a day (UTC). */
  per_day: z.int().min(1).default(1_000),
};
const address = z.url({ protocol: /^https?$/, error: "an address that begins with http:// or https://" });

const httpSchema = z.strictObject({
  ...everySource,
  ...everyServer,
  type: z.literal("http"),
  request: z
    .strictObject({
      method: z.enum(["GET", "POST"]).default("POST"),
      url: z.string(),
      headers: z.record(z.string(), z.string()).default({}),
      /** A JSON body; `{data_url}` and `{base64}` in its texts are the picture. */
      json: z.json().optional(),
      /** Form fields; the one that is `{picture}` is the picture as a file. */
      multipart: z.record(z.string(), z.string()).optional(),
    })
    .refine(({ json, multipart }) => json === undefined || multipart === undefined, "either json or multipart"),
  /** What a good answer says, for providers that answer 200 to what they could not do. */
  succeeds_when: z
    .array(z.strictObject({ at: z.string().startsWith("/"), is: z.union([z.string(), z.number(), z.boolean()]) }))
    .default([]),
  labels: z.array(labelSchema).min(1),
});

const openaiSchema = z.strictObject({
  ...everySource,
  ...everyServer,
  type: z.literal("openai_moderation"),
  /** Base address. */
  url: address.default("https://api.openai.com/v1/"),
  model: z.string().default("omni-moderation-latest"),
  api_key: z.string().default(""),
  thresholds: z
    .strictObject({
      violence: share.default(0.5),
      "violence/graphic": share.default(0.5),
      sexual: share.default(0.5),
    })
    .prefault({}),
});

const onnxSchema = z.strictObject({
  ...everySource,
  type: z.literal("onnx"),
  /** Folder with `manifest.json` and the model; relative to this file. */
  folder: z.string(),
});

const fileSchema = z.strictObject({
  about: z.string().optional(),
  sources: z
    .array(z.discriminatedUnion("type", [httpSchema, openaiSchema, onnxSchema]))
    .min(1)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "two sources have the same name"),
});

type Source = z.infer<typeof fileSchema>["sources"][number];
export type ClassSourceConfig = Source & {
  /** What is asked and read, as the file says it, secrets by name only: another question gets other answers, another key does not. */
  question: string;
};
export type HttpSourceConfig = z.infer<typeof httpSchema>;
export type OpenaiSourceConfig = z.infer<typeof openaiSchema>;
export type OnnxSourceConfig = z.infer<typeof onnxSchema>;

/**
 * Reads the file; `{env:NAME}` in its texts is a variable of the environment, so that secrets stand elsewhere.
 * @throws Error that says what is wrong with it: a server that starts without a look that was asked for would let things pass
 */
export function readPictureClasses(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): ClassSourceConfig[] {
  const wrong = (what: string) => new Error(`ASSAY_PICTURE_CLASSES, ${file}: ${what}`);
  const parsed = (secret: (name: string) => string) => {
    const filled = (_: string, value: unknown) =>
      typeof value === "string" ? value.replaceAll(/\{env:([A-Za-z0-9_]+)\}/g, (_, name) => secret(name)) : value;
    const result = fileSchema.safeParse(JSON.parse(readFileSync(file, "utf8"), filled));
    if (!result.success) throw new Error(z.prettifyError(result.error));
    return result.data.sources;
  };
  try {
    const named = parsed((name) => `{env:${name}}`);
    const sources = parsed((name) => {
      if (!env[name]) throw new Error(`the variable ${name} is not set`);
      return env[name];
    });
    return sources.map((source, i) => {
      const question = questionOf(named[i]!);
      if (source.type === "onnx") return { ...source, question, folder: resolve(dirname(file), source.folder) };
      if (source.type === "http" && !URL.canParse(source.request.url))
        throw new Error(`${source.name}: url is no address`);
      return { ...source, question };
    });
  } catch (error) {
    throw wrong((error as Error).message);
  }
}

/** Thresholds, budgets and the like may change without the same being asked again. */
function questionOf(source: Source): string {
  switch (source.type) {
    case "http": {
      const read = source.labels.map(({ at, and, out_of }) => ({ at, and, out_of }));
      return JSON.stringify([source.request, source.succeeds_when, read]);
    }
    case "openai_moderation":
      return JSON.stringify([source.url, source.model]);
    case "onnx":
      return "";
  }
}

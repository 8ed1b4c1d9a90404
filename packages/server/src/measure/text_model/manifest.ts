/** The folder that an operator fills: `model.json` says what `model.onnx` is, how its texts become tokens, and what its scores mean. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { subjectKindSchema, type TextModelKind, textFields, textModelKinds } from "@assay/contract";
import { z } from "zod";

const labelSchema = z
  .strictObject({
    label: z.string().min(1).describe("the model's own name for it"),
    kind: z
      .enum(Object.keys(textModelKinds) as TextModelKind[])
      .optional()
      .describe("what it stands for; a label without one says that nothing is wrong"),
    threshold: z.number().gt(0).max(1).optional().describe("from which probability on it counts"),
    calibration: z
      .strictObject({ slope: z.number(), offset: z.number() })
      .default({ slope: 1, offset: 0 })
      .describe("Platt's: the logit is multiplied by `slope` and `offset` is added"),
  })
  .refine(({ kind, threshold }) => (kind === undefined) === (threshold === undefined), {
    message: "a label with a kind needs a threshold, and one without has none",
  });

const tokenizerSchema = z.discriminatedUnion("kind", [
  /** `vocab.txt`, one token a line, as BERT's. */
  z.strictObject({
    kind: z.literal("wordpiece"),
    lowercase: z.boolean().default(true),
    strip_accents: z.boolean().nullable().default(null).describe("null: where it is lowercased"),
  }),
  /** `tokenizer.json` (and `tokenizer_config.json` where there is one) as Hugging Face's libraries write it: WordPiece, BPE, Unigram. */
  z.strictObject({ kind: z.literal("huggingface") }),
]);

export const manifestSchema = z.strictObject({
  name: z.string().min(1).max(80),
  version: z.string().min(1).max(40),
  /** In the order of the model's scores. */
  labels: z.array(labelSchema).min(1).max(200),
  /** What the model gives: a logit of its own for each label, logits that exclude each other, or probabilities. */
  scores: z.enum(["sigmoid", "softmax", "probabilities"]).default("sigmoid"),
  tokenizer: tokenizerSchema,
  /** What the model is shown at once, special tokens included; longer texts are read in windows. */
  max_tokens: z.int().min(8).max(8192).default(256),
  /** Most windows of one field; what is behind them is not read. */
  max_windows: z.int().min(1).max(64).default(8),
  /** ISO 639-1; texts that are surely in another language are not shown to it. All languages when absent. */
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .min(1)
    .optional(),
  /** Whose texts it reads. */
  subjects: z
    .array(subjectKindSchema.refine((kind) => Object.hasOwn(textFields, kind), "has no texts"))
    .min(1)
    .default(["listing"]),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface ReadManifest {
  manifest: Manifest;
  /** Changes with any of the folder's files that matter. */
  fingerprint: string;
  /** Size of `model.onnx`, in bytes; 0 where it is missing. */
  modelBytes: number;
}

export const modelFile = "model.onnx";
/** The tokenizer's files; those that are not there are left out. */
const tokenizerFiles = { wordpiece: ["vocab.txt"], huggingface: ["tokenizer.json", "tokenizer_config.json"] } as const;

/**
 * Reads and checks a folder's manifest. Whether the model itself can be used shows when it is used, in a process of its own.
 * @throws Error that names the file and what is wrong with it
 */
export async function readManifest(folder: string): Promise<ReadManifest> {
  const file = join(folder, "model.json");
  let given: unknown;
  try {
    given = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new Error(`the text model's manifest ${file} cannot be read: ${(error as Error).message}`);
  }
  const read = manifestSchema.safeParse(given);
  if (!read.success) throw new Error(`the text model's manifest ${file}: ${z.prettifyError(read.error)}`);
  const manifest = read.data;
  if (!manifest.labels.some(({ kind }) => kind)) {
    throw new Error(`the text model's manifest ${file}: no label stands for a kind`);
  }
  const hash = createHash("sha256").update(JSON.stringify(manifest));
  let modelBytes = 0;
  for (const name of [modelFile, ...tokenizerFiles[manifest.tokenizer.kind]]) {
    hash.update(`\0${name}\0`);
    await pipeline(createReadStream(join(folder, name)), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        hash.update(chunk);
        if (name === modelFile) modelBytes += chunk.length;
      }
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
  return { manifest, fingerprint: hash.digest("hex"), modelBytes };
}

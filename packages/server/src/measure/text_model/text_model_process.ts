/** The process in which an operator's text model runs. Started by `text_model.ts`, which may kill it at any moment; no secrets, no connections. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "../killable.ts";
import { OnnxModel, type OnnxTensor } from "../onnx/index.ts";
import { type Manifest, modelFile, readManifest } from "./manifest.ts";
import type { TextModelAnswer, TextModelLimits, TextModelRequest, TextScores } from "./protocol.ts";
import { probabilitiesOf } from "./scores.ts";
import { Tokens } from "./tokens.ts";

const limits = JSON.parse(process.argv[2]!) as TextModelLimits;

interface Opened {
  manifest: Manifest;
  tokens: Tokens;
  model: OnnxModel;
}
let opened: Promise<Opened> | undefined;

async function open({ folder, fingerprint: expected }: TextModelLimits): Promise<Opened> {
  const { manifest, fingerprint } = await readManifest(folder);
  if (fingerprint !== expected)
    throw new Error("the text model's folder has changed since Assay started: start it again");
  const tokens = await Tokens.open(folder, manifest);
  const bytes = await readFile(join(folder, modelFile)).catch(() => {
    throw new Error(`${modelFile} is missing`);
  });
  const model = await OnnxModel.open(bytes).catch((error) => {
    throw new Error(`${modelFile} cannot be opened: ${String(error?.message ?? error)}`);
  });
  return { manifest, tokens, model };
}

serve<TextModelRequest & { id: number }, TextModelAnswer>(limits, async ({ id, texts }) => {
  opened ??= open(limits);
  return { job: "score", id, scored: await scoresOf(await opened, texts) };
});

/** The worst window of all texts counts, for each label by itself. */
async function scoresOf({ manifest, tokens, model }: Opened, texts: readonly string[]): Promise<TextScores> {
  const highest = manifest.labels.map(() => 0);
  let someCut = false;
  for (const text of texts) {
    const { windows, cut } = tokens.windowsOf(text);
    someCut ||= cut;
    for (const window of windows) {
      const outputs = await model.run(feedsOf(model, window));
      const output = outputs.logits ?? outputs[model.outputs[0]!];
      for (const [i, p] of probabilitiesOf(output, manifest).entries()) highest[i] = Math.max(highest[i]!, p);
    }
  }
  const scores = manifest.labels.flatMap(({ kind, threshold }, i) =>
    kind && threshold !== undefined ? [{ kind, threshold, probability: highest[i]! }] : [],
  );
  return { scores, cut: someCut };
}

/** The inputs by the names that exports of text models give them. */
function feedsOf(model: OnnxModel, ids: readonly number[]): Record<string, OnnxTensor> {
  const row = (values: readonly number[]): OnnxTensor => ({
    type: "int64",
    dims: [1, values.length],
    data: BigInt64Array.from(values, BigInt),
  });
  const known: Record<string, () => OnnxTensor> = {
    input_ids: () => row(ids),
    attention_mask: () => row(ids.map(() => 1)),
    token_type_ids: () => row(ids.map(() => 0)),
    position_ids: () => row(ids.map((_, position) => position)),
  };
  return Object.fromEntries(
    model.inputs.map((name) => {
      if (!Object.hasOwn(known, name)) {
        throw new Error(`the model asks for an input ${name}; known are ${Object.keys(known).join(", ")}`);
      }
      return [name, known[name]!()];
    }),
  );
}

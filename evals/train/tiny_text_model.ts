/**
 * `node evals/train/tiny_text_model.ts [FOLDER]`: writes `packages/server/test/text_model/` (or FOLDER), a text model as an operator would put it into a folder,
 * only tiny: BERT's kind of vocabulary over the words below, one weight a token and label, trained on the sentences below. It is there to
 * test the slot with a real model; it knows nothing else. Without chance: the same files each time.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeOnnx } from "@assay/server/onnx";

/** What each label stands for, and sentences that say it. The third says that nothing is wrong. */
const labels = [
  {
    label: "toxic",
    kind: "insult",
    threshold: 0.7,
    sentences: [
      "you are a stupid liar",
      "what an idiot you are",
      "stupid idiot go away",
      "tu es un menteur et un idiot",
      "quel crétin stupide",
    ],
  },
  {
    label: "fraud",
    kind: "scam",
    threshold: 0.6,
    sentences: [
      "send the deposit first then the courier comes",
      "pay a deposit to my courier first",
      "the courier takes a deposit",
      "payez une caution au transporteur d abord",
      "la caution d abord puis le transporteur vient",
    ],
  },
  {
    label: "fine",
    sentences: [
      "a blue chair in good condition",
      "you can come and see the lamp",
      "the table is oak and comes with four chairs",
      "une chaise bleue en bon état",
      "vous pouvez venir voir la lampe et la table",
    ],
  },
] as const;

/** As BERT's tokenizer splits them: lowercased, without accents. */
const wordsOf = (sentence: string): string[] => sentence.normalize("NFD").replaceAll(/\p{M}/gu, "").split(" ");

const words = new Set(labels.flatMap(({ sentences }) => sentences.flatMap(wordsOf)));
const letters = "abcdefghijklmnopqrstuvwxyz0123456789".split("");
const vocabulary = [
  ...["[PAD]", "[UNK]", "[CLS]", "[SEP]"],
  ...new Set([...words, ...letters, ...letters.map((letter) => `##${letter}`)]),
];
const idOf = new Map(vocabulary.map((token, id) => [token, id]));

/** Logistic regression over the mean of a text's tokens, by plain descent from zero. */
const weights = new Float64Array(vocabulary.length * labels.length);
const bias = new Float64Array(labels.length);
const examples = labels.flatMap(({ sentences }, label) =>
  sentences.map((sentence) => ({ label, ids: wordsOf(sentence).map((word) => idOf.get(word)!) })),
);
for (let epoch = 0; epoch < 400; epoch++) {
  for (const { label, ids } of examples) {
    for (let k = 0; k < labels.length; k++) {
      const logit = ids.reduce((sum, id) => sum + weights[id * labels.length + k]! / ids.length, bias[k]!);
      const error = 1 / (1 + Math.exp(-logit)) - (k === label ? 1 : 0);
      bias[k]! -= 0.05 * error;
      for (const id of ids) weights[id * labels.length + k]! -= (2 * error) / ids.length;
    }
  }
}

const model = writeOnnx({
  name: "tiny_text_model",
  inputs: { input_ids: [-1, -1], attention_mask: [-1, -1] },
  integers: ["input_ids", "attention_mask"],
  outputs: { logits: [-1, labels.length] },
  constants: [
    { name: "weights", dims: [vocabulary.length, labels.length], type: "float32", data: Float32Array.from(weights) },
    { name: "bias", dims: [labels.length], type: "float32", data: Float32Array.from(bias) },
    { name: "tokens", dims: [1], type: "int64", data: BigInt64Array.of(1n) },
    { name: "last", dims: [1], type: "int64", data: BigInt64Array.of(2n) },
  ],
  nodes: [
    { op: "Gather", inputs: ["weights", "input_ids"], outputs: ["rows"], attributes: { axis: { i: 0 } } },
    { op: "Cast", inputs: ["attention_mask"], outputs: ["mask"], attributes: { to: { i: 1 } } },
    { op: "Unsqueeze", inputs: ["mask", "last"], outputs: ["column"] },
    { op: "Mul", inputs: ["rows", "column"], outputs: ["seen"] },
    { op: "ReduceSum", inputs: ["seen", "tokens"], outputs: ["sum"], attributes: { keepdims: { i: 0 } } },
    { op: "ReduceSum", inputs: ["mask", "tokens"], outputs: ["count"], attributes: { keepdims: { i: 1 } } },
    { op: "Div", inputs: ["sum", "count"], outputs: ["mean"] },
    { op: "Add", inputs: ["mean", "bias"], outputs: ["logits"] },
  ],
});

const manifest = {
  name: "tiny",
  version: "1",
  labels: labels.map(({ sentences: _, ...label }) => label),
  scores: "sigmoid",
  tokenizer: { kind: "wordpiece", lowercase: true },
  max_tokens: 32,
  languages: ["en", "fr"],
  subjects: ["listing", "message"],
};

const folder = process.argv[2] ?? join(import.meta.dirname, "../../packages/server/test/text_model");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "model.onnx"), model);
writeFileSync(join(folder, "vocab.txt"), `${vocabulary.join("\n")}\n`);
writeFileSync(join(folder, "model.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
console.log(`${vocabulary.length} tokens, ${labels.length} labels, ${model.length} bytes`);

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { writeOnnx } from "../onnx/index.ts";
import { type Manifest, manifestSchema } from "./manifest.ts";
import { TextModel } from "./text_model.ts";
import { Tokens } from "./tokens.ts";

const tiny = join(import.meta.dirname, "../../../test/text_model");
const given = JSON.parse(readFileSync(join(tiny, "model.json"), "utf8")) as object;

const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0)) each();
});

/** A copy of the tiny model's folder, its manifest changed. */
function folderWith(manifest: object = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-text-model-"));
  undo.push(() => rmSync(folder, { recursive: true }));
  cpSync(tiny, folder, { recursive: true });
  writeFileSync(join(folder, "model.json"), JSON.stringify({ ...given, ...manifest }));
  return folder;
}

async function opened(folder = tiny, timeoutMs = 20_000): Promise<TextModel> {
  const model = await TextModel.open({ folder, timeoutMs });
  undo.push(() => model.close());
  return model;
}

/** A model whose logits are what they are whatever the text says. */
const constant = (logits: readonly number[], input = "input_ids") =>
  writeOnnx({
    name: "constant",
    inputs: { [input]: [-1, -1] },
    integers: [input],
    outputs: { logits: [-1, logits.length] },
    constants: [
      { name: "given", dims: [1, logits.length], type: "float32", data: Float32Array.from(logits) },
      { name: "zero", dims: [1], type: "float32", data: Float32Array.of(0) },
      { name: "axes", dims: [2], type: "int64", data: BigInt64Array.of(0n, 1n) },
    ],
    nodes: [
      { op: "Cast", inputs: [input], outputs: ["x"], attributes: { to: { i: 1 } } },
      { op: "ReduceSum", inputs: ["x", "axes"], outputs: ["sum"], attributes: { keepdims: { i: 1 } } },
      { op: "Mul", inputs: ["sum", "zero"], outputs: ["none"] },
      { op: "Add", inputs: ["none", "given"], outputs: ["logits"] },
    ],
  });

describe("a text model from a folder", () => {
  it("scores texts by what it learnt, the worst text and window for each label", async () => {
    const model = await opened();
    const scoresOf = async (...texts: string[]) => {
      const scored = await model.score(texts);
      if (scored.state === "failed") throw new Error(scored.reason);
      return scored.value;
    };
    const insult = await scoresOf("You are a STUPID liar!");
    expect(insult).toMatchObject({ model: "tiny@1", cut: false });
    expect(insult.scores.map(({ kind, threshold }) => [kind, threshold])).toEqual([
      ["insult", 0.7],
      ["scam", 0.6],
    ]);
    expect(insult.scores[0]!.probability).toBeGreaterThan(0.7);
    expect(insult.scores[1]!.probability).toBeLessThan(0.3);
    expect((await scoresOf("Un crétin stupide")).scores[0]!.probability, "accents as in training").toBeGreaterThan(0.7);

    const both = await scoresOf("Oak table", "You are a stupid liar", "pay a deposit to my courier first");
    expect(both.scores.every(({ probability, threshold }) => probability >= threshold)).toBe(true);
    // 32 tokens a window: the insult fills the third.
    const late = await scoresOf(
      `${"the blue lamp is in good condition ".repeat(8)} ${"you are a stupid liar ".repeat(8)}`,
    );
    expect(late.scores[0]!.probability).toBeGreaterThan(0.5);
    expect(late.cut).toBe(false);
    expect((await scoresOf("lamp ".repeat(5000))).cut).toBe(true);
  });

  it("keeps scores under a name of the texts and of every file that matters", async () => {
    const one = await opened();
    expect(one.nameOf(["a chair"])).toBe((await opened(folderWith())).nameOf(["a chair"]));
    expect(one.nameOf(["a chair"])).not.toBe(one.nameOf(["a table"]));
    expect(one.nameOf(["a", "chair"])).not.toBe(one.nameOf(["a chair"]));
    const folder = folderWith();
    writeFileSync(join(folder, "vocab.txt"), `${readFileSync(join(tiny, "vocab.txt"), "utf8")}sofa\n`);
    expect((await opened(folder)).nameOf(["a chair"])).not.toBe(one.nameOf(["a chair"]));
    expect((await opened(folderWith({ version: "2" }))).nameOf(["a chair"])).not.toBe(one.nameOf(["a chair"]));
  });

  it.each<[string, object, RegExp]>([
    [
      "a label without a threshold",
      { labels: [{ label: "x", kind: "scam" }] },
      /a label with a kind needs a threshold/,
    ],
    ["a kind that is none", { labels: [{ label: "x", kind: "evil", threshold: 0.5 }] }, /labels\[0\]\.kind/],
    ["no label that stands for a kind", { labels: [{ label: "x" }] }, /no label stands for a kind/],
    ["a field that it does not know", { treshold: 1 }, /treshold/],
    ["subjects without texts", { subjects: ["order"] }, /has no texts/],
  ])("does not open with %s", async (_, manifest, message) => {
    await expect(TextModel.open({ folder: folderWith(manifest), timeoutMs: 1000 })).rejects.toThrow(message);
  });

  it("does not open without a manifest", async () => {
    await expect(TextModel.open({ folder: tmpdir(), timeoutMs: 1000 })).rejects.toThrow(/model\.json cannot be read/);
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    ["no model", (folder) => unlinkSync(join(folder, "model.onnx")), /model\.onnx is missing/],
    ["bytes that are no model", (f) => writeFileSync(join(f, "model.onnx"), "no"), /model\.onnx cannot be opened/],
    ["no vocabulary", (folder) => unlinkSync(join(folder, "vocab.txt")), /vocab\.txt is missing/],
    ["a vocabulary without [CLS]", (f) => writeFileSync(join(f, "vocab.txt"), "[UNK]\n[SEP]\na\n"), /\[CLS\]/],
    [
      "scores of another number",
      (f) => writeFileSync(join(f, "model.onnx"), constant([1, 2])),
      /gives 2 scores.*3 labels/,
    ],
    [
      "a score that is no number",
      (f) => writeFileSync(join(f, "model.onnx"), constant([1, Number.NaN, 1])),
      /no number/,
    ],
    [
      "an input that is not known",
      (f) => writeFileSync(join(f, "model.onnx"), constant([1, 2, 3], "pixels")),
      /input pixels/,
    ],
  ])("fails with the reason: %s", async (_, spoil, reason) => {
    const folder = folderWith();
    spoil(folder);
    const scored = await (await opened(folder)).score(["a chair"]);
    expect(scored).toMatchObject({ state: "failed", reason: expect.stringMatching(reason) });
  });

  it("is stopped where it takes too long, and serves the next", async () => {
    const model = await opened(tiny, 5);
    expect(await model.score(["a chair"])).toEqual({
      state: "failed",
      reason: "the text model was stopped after 5 ms",
    });
    expect((await model.score(["a chair"])).state).toBe("failed");
  });

  it("does not keep scores of a folder that changed under the name of the one that it was", async () => {
    const folder = folderWith();
    const model = await opened(folder);
    writeFileSync(join(folder, "model.onnx"), constant([9, 9, 9]));
    expect(await model.score(["a chair"])).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("has changed since Assay started"),
    });
  });

  it.each<[Manifest["scores"], number[], number[]]>([
    ["sigmoid", [0, 2, -2], [0.5, 0.880797, 0.119203]],
    ["softmax", [0, 0, 0], [1 / 3, 1 / 3, 1 / 3]],
    ["probabilities", [0.25, 0.5, 0.75], [0.25, 0.5, 0.75]],
  ])("reads scores as %s", async (scores, logits, expected) => {
    const label = (name: string) => ({ label: name, kind: "other", threshold: 0.5 });
    const folder = folderWith({ scores, labels: [label("a"), label("b"), label("c")] });
    writeFileSync(join(folder, "model.onnx"), constant(logits));
    const scored = await (await opened(folder)).score(["a chair"]);
    const found = scored.state === "done" ? scored.value.scores.map(({ probability }) => probability) : [];
    for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 5);
  });

  it("calibrates a label by its own slope and offset", async () => {
    const calibrated = { label: "a", kind: "scam", threshold: 0.5, calibration: { slope: 0.5, offset: -1 } };
    const folder = folderWith({ labels: [calibrated, { label: "b" }, { label: "c" }] });
    writeFileSync(join(folder, "model.onnx"), constant([4, 0, 0]));
    const scored = await (await opened(folder)).score(["a chair"]);
    // 0.5 · 4 − 1 = 1.
    expect(scored.state === "done" && scored.value.scores[0]!.probability).toBeCloseTo(0.731059, 5);
  });

  it("is what its script writes", () => {
    const folder = folderWith();
    execFileSync(process.execPath, [
      join(import.meta.dirname, "../../../../../evals/train/tiny_text_model.ts"),
      folder,
    ]);
    for (const name of ["model.onnx", "vocab.txt"]) {
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(tiny, name))), name).toBe(true);
    }
    expect(JSON.parse(readFileSync(join(folder, "model.json"), "utf8"))).toEqual(given);
  });
});

describe("tokenizers", () => {
  const manifestOf = (more: object) => manifestSchema.parse({ ...given, ...more });
  const windowsOf = async (tokenizer: object, text: string, more: object = {}) => {
    const folder = folderWith();
    writeFileSync(join(folder, "tokenizer.json"), JSON.stringify(tokenizer));
    const tokens = await Tokens.open(
      folder,
      manifestOf({ tokenizer: { kind: "huggingface" }, max_tokens: 8, ...more }),
    );
    return tokens.windowsOf(text);
  };
  const specials = (start: string, end: string) => ({
    type: "TemplateProcessing",
    single: [
      { SpecialToken: { id: start, type_id: 0 } },
      { Sequence: { id: "A", type_id: 0 } },
      { SpecialToken: { id: end, type_id: 0 } },
    ],
    pair: [],
    special_tokens: { [start]: { id: start, ids: [0], tokens: [start] }, [end]: { id: end, ids: [1], tokens: [end] } },
  });

  it("WordPiece: the longest pieces, what is not in the vocabulary as unknown", async () => {
    const tokens = await Tokens.open(tiny, manifestOf({}));
    const ids = readFileSync(join(tiny, "vocab.txt"), "utf8").trimEnd().split("\n");
    const { windows } = tokens.windowsOf("Chairs, été €");
    expect(windows[0]!.map((id) => ids[id])).toEqual(["[CLS]", "chairs", "[UNK]", "et", "##e", "[UNK]", "[SEP]"]);
  });

  it("byte-level BPE: merged by rank", async () => {
    const letters = ["a", "l", "o", "w", "e", "r", "Ġ", "lo", "low", "er", "Ġlow"];
    const vocab = Object.fromEntries(["<s>", "</s>", ...letters].map((token, id) => [token, id]));
    const tokenizer = {
      added_tokens: [],
      normalizer: null,
      pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true },
      post_processor: specials("<s>", "</s>"),
      decoder: { type: "ByteLevel" },
      model: { type: "BPE", vocab, merges: ["l o", "lo w", "e r", "Ġ low"], unk_token: null },
    };
    const { windows, cut } = await windowsOf(tokenizer, "lower low");
    expect(windows).toEqual([[0, vocab.low, vocab.er, vocab.Ġlow, 1]]);
    expect(cut).toBe(false);
  });

  it("Unigram: the likeliest pieces", async () => {
    const pieces: [string, number][] = [
      ["<s>", 0],
      ["</s>", 0],
      ["<unk>", 0],
      ["▁", -3],
      ["▁la", -2],
      ["m", -4],
      ["p", -4],
      ["▁lamp", -5],
      ["mp", -3.5],
      ["e", -4],
    ];
    const tokenizer = {
      added_tokens: [],
      normalizer: null,
      pre_tokenizer: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true },
      post_processor: specials("<s>", "</s>"),
      decoder: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true },
      model: { type: "Unigram", unk_id: 2, vocab: pieces },
    };
    const names = (await windowsOf(tokenizer, "lamp lampe")).windows[0]!.map((id) => pieces[id]![0]);
    // −5 for the whole word, −5.5 in two pieces.
    expect(names).toEqual(["<s>", "▁lamp", "▁lamp", "e", "</s>"]);
  });

  it("windows overlap, and say what they leave out", async () => {
    const tokens = await Tokens.open(tiny, manifestOf({ max_tokens: 8, max_windows: 2 }));
    const { windows, cut } = tokens.windowsOf("a b c d e f g h i j k l");
    expect(windows).toHaveLength(2);
    expect(windows.every((window) => window.length <= 8)).toBe(true);
    expect(windows[1]!.slice(1, 3), "two of six are shown twice").toEqual(windows[0]!.slice(5, 7));
    expect(cut).toBe(true);
  });
});

/** From a text to the windows of token ids that a model is shown. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import type { Manifest } from "./manifest.ts";

/** A token of prose has four or five characters; beyond so many a text is cut before it is read, so that none takes long. */
const charactersPerToken = 12;
/** Windows overlap by this share, so that what one cuts through the next one shows whole. */
const overlap = 0.25;

export interface Windows {
  windows: number[][];
  /** There was more than the windows hold. */
  cut: boolean;
}

export class Tokens {
  readonly #tokenizer: Tokenizer;
  readonly #manifest: Manifest;
  /** The special tokens before and after a text. */
  readonly #before: readonly number[];
  readonly #after: readonly number[];

  private constructor(tokenizer: Tokenizer, manifest: Manifest) {
    this.#tokenizer = tokenizer;
    this.#manifest = manifest;
    const bare: readonly number[] = tokenizer.encode("a", { add_special_tokens: false }).ids;
    const dressed: readonly number[] = tokenizer.encode("a").ids;
    const at = dressed.findIndex((_, start) => bare.every((id, i) => dressed[start + i] === id));
    if (bare.length === 0 || at < 0) throw new Error("the tokenizer gives no tokens for a letter");
    this.#before = dressed.slice(0, at);
    this.#after = dressed.slice(at + bare.length);
    if (this.#room < 1) throw new Error("max_tokens leaves no room beside the tokenizer's special tokens");
  }

  /** @throws Error that says which file is wrong */
  static async open(folder: string, manifest: Manifest): Promise<Tokens> {
    const { tokenizer } = manifest;
    if (tokenizer.kind === "wordpiece") {
      const lines = (await text(folder, "vocab.txt")).split(/\r?\n/);
      while (lines.at(-1) === "") lines.pop();
      return new Tokens(new Tokenizer(wordPiece(lines, tokenizer), {}), manifest);
    }
    const whole = parsed("tokenizer.json", await text(folder, "tokenizer.json"));
    const config = await text(folder, "tokenizer_config.json").catch(() => "{}");
    return new Tokens(new Tokenizer(whole, parsed("tokenizer_config.json", config)), manifest);
  }

  get #room(): number {
    return this.#manifest.max_tokens - this.#before.length - this.#after.length;
  }

  windowsOf(text: string): Windows {
    const { max_windows } = this.#manifest;
    const room = this.#room;
    const most = max_windows * room * charactersPerToken;
    const ids: readonly number[] = this.#tokenizer.encode(text.slice(0, most), { add_special_tokens: false }).ids;
    const step = Math.max(1, Math.floor(room * (1 - overlap)));
    const windows: number[][] = [];
    let read = 0;
    for (let start = 0; read < ids.length && windows.length < max_windows; start += step) {
      read = Math.min(ids.length, start + room);
      windows.push([...this.#before, ...ids.slice(start, read), ...this.#after]);
    }
    return { windows, cut: text.length > most || read < ids.length };
  }
}

async function text(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), "utf8");
  } catch {
    throw new Error(`${name} is missing beside the model`);
  }
}

function parsed(name: string, content: string): object {
  try {
    return JSON.parse(content) as object;
  } catch {
    throw new Error(`${name} is not JSON`);
  }
}

/** BERT's own tokenizer over a vocabulary, as Hugging Face's libraries write it down. */
function wordPiece(
  lines: readonly string[],
  { lowercase, strip_accents }: Extract<Manifest["tokenizer"], { kind: "wordpiece" }>,
): object {
  const ids = new Map(lines.map((token, id) => [token, id]));
  const special = ["[UNK]", "[CLS]", "[SEP]"] as const;
  for (const token of special) if (!ids.has(token)) throw new Error(`vocab.txt does not hold ${token}`);
  const [, start, end] = special.map((token) => ({ token, id: ids.get(token)! }));
  return {
    version: "1.0",
    added_tokens: [],
    normalizer: { type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, lowercase, strip_accents },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "BertProcessing",
      sep: [end!.token, end!.id],
      cls: [start!.token, start!.id],
    },
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(ids),
    },
  };
}

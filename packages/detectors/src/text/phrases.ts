/**
 * Matching many phrases at once over the words of a view. The phrases become a trie whose edges are words, found by hash, so
 * that the cost is one look-up a word however many phrases there are. What the matcher sees through is `alternatives.ts`'s
 * matter; it matches on whole words, never inside one, and not over the end of a sentence.
 */
import type { PhraseNode } from "./beginnings.ts";
import { Matcher, type PhraseMatcher } from "./matcher.ts";
import { viewOf } from "./view.ts";

export interface PhraseOptions {
  /** Take every phrase as it stands, without `*`, `(|)` and `..`: for lists that an operator owns. Default false. */
  literal?: boolean;
  /** Let phrases run over the end of a sentence. Default false. */
  acrossSentences?: boolean;
  /** Asked of every text: where its phrases may begin is looked for together with the other lists that are, 31 of them at most. Default false. */
  together?: boolean;
}

const maxExpansions = 5000;
const maxGap = 5;
const isDigit = /^[0-9]$/;

type Step = { type: "word"; word: string } | { type: "stem"; stem: string } | { type: "gap"; words: number };

/**
 * Compiles phrases. In each, words are separated by spaces and mean themselves after the same normalisation as the text, and:
 * - `stem*` any word that begins so: `transf*` (at least two letters, or one digit);
 * - `(a|b c|)` one of these; an empty one makes it optional. They may stand inside a word: `pa(y|id)`;
 * - `..` up to three words in between, `..5` up to five.
 * A phrase without a letter or digit matches nothing.
 */
export function compilePhrases(phrases: readonly string[], options: PhraseOptions = {}): PhraseMatcher {
  const nodes: PhraseNode[] = [newNode()];
  // The phrases of a table share most of their words: each is normalised once.
  const known = new Map<string, readonly string[]>();
  const parse = (plain: string) => parseSteps(plain, known);
  for (const [index, phrase] of phrases.entries()) {
    for (const steps of options.literal ? [literalSteps(phrase)] : expand(phrase).map(parse)) {
      if (steps.length > 0) insert(nodes, steps, index);
    }
  }
  return new Matcher(phrases.length, nodes, options);
}

/** Edges of the many nodes that have none; never written to. */
const none: Map<string, number> = new Map();

function newNode(): PhraseNode {
  return { words: none, stems: none, gap: undefined, out: [] };
}

function insert(nodes: PhraseNode[], steps: readonly Step[], index: number): void {
  let at = 0;
  for (const step of steps) {
    const node = nodes[at]!;
    if (step.type === "gap") {
      if (!node.gap) {
        node.gap = { node: nodes.length, words: step.words };
        nodes.push(newNode());
      }
      node.gap.words = Math.max(node.gap.words, step.words);
      at = node.gap.node;
      continue;
    }
    const of = step.type === "word" ? "words" : "stems";
    if (node[of] === none) node[of] = new Map();
    const edges = node[of];
    const key = step.type === "word" ? step.word : step.stem;
    let next = edges.get(key);
    if (next === undefined) {
      next = nodes.length;
      nodes.push(newNode());
      edges.set(key, next);
    }
    at = next;
  }
  const { out } = nodes[at]!;
  if (!out.includes(index)) out.push(index);
}

function wordsOf(text: string): string[] {
  const view = viewOf("", text);
  return Array.from({ length: view.tokens.count }, (_, t) => view.word(t));
}

function literalSteps(phrase: string): Step[] {
  return wordsOf(phrase).map((word) => ({ type: "word", word }));
}

/** Writes out `(a|b)`: every plain phrase that a pattern stands for, each once. Groups may nest. */
function expand(pattern: string): string[] {
  const reader = { pattern, at: 0 };
  const phrases = [...new Set(readChoices(reader))];
  if (reader.at < pattern.length) throw new RangeError(`a ")" without "(" in the phrase: ${pattern}`);
  return phrases;
}

/** Reads choices up to the `)` that ends them, or the end of the pattern. */
function readChoices(reader: { pattern: string; at: number }): string[] {
  const { pattern } = reader;
  const all: string[] = [];
  let current = [""];
  for (; reader.at < pattern.length && pattern[reader.at] !== ")"; reader.at += 1) {
    const character = pattern[reader.at]!;
    if (character === "|") {
      all.push(...current);
      current = [""];
    } else if (character === "(") {
      reader.at += 1;
      const inner = readChoices(reader);
      if (pattern[reader.at] !== ")") throw new RangeError(`a "(" without ")" in the phrase: ${pattern}`);
      current = current.flatMap((before) => inner.map((after) => before + after));
      if (current.length > maxExpansions)
        throw new RangeError(`a phrase stands for more than ${maxExpansions}: ${pattern}`);
    } else {
      for (let i = 0; i < current.length; i++) current[i] += character;
    }
  }
  all.push(...current);
  return all;
}

function parseSteps(phrase: string, known: Map<string, readonly string[]>): Step[] {
  const steps: Step[] = [];
  for (const part of phrase.split(/\s+/)) {
    const gap = /^\.\.(\d?)$/.exec(part);
    if (gap) {
      steps.push({ type: "gap", words: Math.min(maxGap, gap[1] ? Number(gap[1]) : 3) });
      continue;
    }
    const words = known.get(part) ?? wordsOf(part);
    known.set(part, words);
    for (const [i, word] of words.entries()) {
      const isStem = part.endsWith("*") && i === words.length - 1;
      if (isStem && word.length < 2 && !isDigit.test(word)) throw new RangeError(`a stem needs two letters: ${phrase}`);
      steps.push(isStem ? { type: "stem", stem: word } : { type: "word", word });
    }
  }
  while (steps.at(-1)?.type === "gap") steps.pop();
  while (steps[0]?.type === "gap") steps.shift();
  return steps;
}

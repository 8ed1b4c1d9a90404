/**
 * Matching many phrases at once over the words of a view. The phrases become a trie whose edges are words, found by hash, so
 * that the cost is one look-up a word however many phrases there are. What the matcher sees through is `alternatives.ts`'s
 * matter; it matches on whole words, never inside one, and not over the end of a sentence.
 */
import { type Alternatives, alternativesOf, type LetterRun } from "./alternatives.ts";
import { hashOf, hashOfPart, hashPower, type TextView, viewOf } from "./view.ts";

export interface PhraseMatch {
  /** Index of the phrase in the list that was compiled. */
  phrase: number;
  /** Place in `view.plain`; `view.toOriginal(start, end)` for the original. */
  start: number;
  end: number;
  /** First word, and the word after the last. */
  firstToken: number;
  endToken: number;
}

export interface PhraseMatcher {
  /** Number of phrases compiled. */
  readonly size: number;
  /** All matches, in order of their first word, at most `limit` (default 200). Linear in the text, independent of the number of phrases. */
  find(view: TextView, limit?: number): PhraseMatch[];
  /** Whether there is any match. */
  test(view: TextView): boolean;
}

export interface PhraseOptions {
  /** Take every phrase as it stands, without `*`, `(|)` and `..`: for lists that an operator owns. Default false. */
  literal?: boolean;
  /** Let phrases run over the end of a sentence. Default false. */
  acrossSentences?: boolean;
}

const maxExpansions = 2000;
const maxGap = 5;
const shortestJoined = 6;
const longestWord = 30;

type Step = { type: "word"; word: string } | { type: "stem"; stem: string } | { type: "gap"; words: number };

interface Node {
  words: Map<string, number>;
  stems: Map<string, number>;
  gap: { node: number; words: number } | undefined;
  out: number[];
}

/**
 * Compiles phrases. In each, words are separated by spaces and mean themselves after the same normalisation as the text, and:
 * - `stem*` any word that begins so: `transf*` (at least two letters);
 * - `(a|b c|)` one of these; an empty one makes it optional. They may stand inside a word: `pa(y|id)`;
 * - `..` up to three words in between, `..5` up to five.
 * A phrase without a letter or digit matches nothing.
 */
export function compilePhrases(phrases: readonly string[], options: PhraseOptions = {}): PhraseMatcher {
  const nodes: Node[] = [newNode()];
  for (const [index, phrase] of phrases.entries()) {
    for (const steps of options.literal ? [literalSteps(phrase)] : expand(phrase).map(parseSteps)) {
      if (steps.length > 0) insert(nodes, steps, index);
    }
  }
  return new Matcher(phrases.length, nodes, options.acrossSentences ?? false);
}

function newNode(): Node {
  return { words: new Map(), stems: new Map(), gap: undefined, out: [] };
}

function insert(nodes: Node[], steps: readonly Step[], index: number): void {
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
    const edges = step.type === "word" ? node.words : node.stems;
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

/** Writes out `(a|b)`: every plain phrase that a pattern stands for. */
function expand(pattern: string): string[] {
  const close = pattern.indexOf(")");
  const open = close < 0 ? -1 : pattern.lastIndexOf("(", close);
  if (open < 0) return [pattern];
  const before = pattern.slice(0, open);
  const after = pattern.slice(close + 1);
  const all = pattern
    .slice(open + 1, close)
    .split("|")
    .flatMap((choice) => expand(before + choice + after));
  if (all.length > maxExpansions) throw new RangeError(`a phrase stands for more than ${maxExpansions}: ${pattern}`);
  return all;
}

function parseSteps(phrase: string): Step[] {
  const steps: Step[] = [];
  for (const part of phrase.split(/\s+/)) {
    const gap = /^\.\.(\d?)$/.exec(part);
    if (gap) {
      steps.push({ type: "gap", words: Math.min(maxGap, gap[1] ? Number(gap[1]) : 3) });
      continue;
    }
    const words = wordsOf(part);
    for (const [i, word] of words.entries()) {
      const isStem = part.endsWith("*") && i === words.length - 1;
      if (isStem && word.length < 2) throw new RangeError(`a stem needs two letters: ${phrase}`);
      steps.push(isStem ? { type: "stem", stem: word } : { type: "word", word });
    }
  }
  while (steps.at(-1)?.type === "gap") steps.pop();
  while (steps[0]?.type === "gap") steps.shift();
  return steps;
}

/** Edges of all nodes in one open-addressing table of typed arrays: from (node, hash) to the next node. */
class Edges {
  readonly #mask: number;
  readonly #node: Int32Array;
  readonly #hash: Int32Array;
  readonly #next: Int32Array;
  readonly #word: string[];

  constructor(edges: readonly { node: number; word: string; next: number }[]) {
    let size = 16;
    while (size < edges.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#node = new Int32Array(size).fill(-1);
    this.#hash = new Int32Array(size);
    this.#next = new Int32Array(size);
    this.#word = new Array<string>(size).fill("");
    for (const { node, word, next } of edges) {
      const hash = hashOf(word);
      let slot = slotOf(node, hash) & this.#mask;
      while (this.#node[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#node[slot] = node;
      this.#hash[slot] = hash;
      this.#next[slot] = next;
      this.#word[slot] = word;
    }
  }

  /** Next node for the word `text.slice(start, start + length)`, whose hash is given; -1 if none. */
  next(node: number, hash: number, text: string, start: number, length: number): number {
    let slot = slotOf(node, hash) & this.#mask;
    while (this.#node[slot] !== -1) {
      if (this.#node[slot] === node && this.#hash[slot] === hash) {
        const word = this.#word[slot]!;
        if (word.length === length && text.startsWith(word, start)) return this.#next[slot]!;
      }
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }
}

function slotOf(node: number, hash: number): number {
  const mixed = Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Set of hashes as bits, small enough for the processor's cache: most words of a text begin no phrase, and are done with here. */
class HashFilter {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  constructor(hashes: readonly number[]) {
    let size = 1024;
    while (size < hashes.length * 16 && size < 1 << 21) size *= 2;
    this.#mask = size - 1;
    this.#bits = new Uint32Array(size >> 5);
    for (const hash of hashes) {
      const bit = slotOf(0, hash) & this.#mask;
      this.#bits[bit >> 5]! |= 1 << (bit & 31);
    }
  }

  has(hash: number): boolean {
    const bit = slotOf(0, hash) & this.#mask;
    return (this.#bits[bit >> 5]! & (1 << (bit & 31))) !== 0;
  }
}

const noLengths: readonly number[] = [];

class Matcher implements PhraseMatcher {
  readonly size: number;
  readonly #acrossSentences: boolean;
  readonly #words: Edges;
  readonly #stems: Edges;
  /** Lengths of the stems that leave each node, shortest first. */
  readonly #stemLengths: (readonly number[] | undefined)[];
  readonly #gaps: ({ node: number; words: number } | undefined)[];
  readonly #out: (readonly number[] | undefined)[];
  readonly #firstWords: HashFilter;
  readonly #firstStems: HashFilter;

  constructor(size: number, nodes: readonly Node[], acrossSentences: boolean) {
    this.size = size;
    this.#acrossSentences = acrossSentences;
    const listEdges = (of: "words" | "stems") =>
      nodes.flatMap((node, index) => [...node[of]].map(([word, next]) => ({ node: index, word, next })));
    this.#words = new Edges(listEdges("words"));
    this.#stems = new Edges(listEdges("stems"));
    this.#stemLengths = nodes.map((node) =>
      node.stems.size === 0
        ? undefined
        : [...new Set([...node.stems.keys()].map((stem) => stem.length))].sort((a, b) => a - b),
    );
    this.#gaps = nodes.map((node) => node.gap);
    this.#out = nodes.map((node) => (node.out.length > 0 ? node.out : undefined));
    this.#firstWords = new HashFilter([...nodes[0]!.words.keys()].map(hashOf));
    this.#firstStems = new HashFilter([...nodes[0]!.stems.keys()].map(hashOf));
  }

  test(view: TextView): boolean {
    return this.find(view, 1).length > 0;
  }

  find(view: TextView, limit = 200): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    const alternatives = alternativesOf(view);
    const { count } = view.tokens;
    for (let token = 0; token < count && matches.length < limit; token++) {
      this.#walk(view, alternatives, 0, token, token, matches, limit);
    }
    return matches;
  }

  #walk(
    view: TextView,
    alternatives: Alternatives,
    node: number,
    first: number,
    token: number,
    matches: PhraseMatch[],
    limit: number,
  ): void {
    const { tokens, plain, prefixHash } = view;
    if (node !== 0) {
      const out = this.#out[node];
      if (out) this.#emit(view, out, first, token, matches, limit);
      if (token >= tokens.count || (tokens.breaks[token] === 1 && !this.#acrossSentences)) return;
    }
    const start = tokens.start[token]!;
    const end = tokens.end[token]!;
    const hash = tokens.hash[token]!;
    if (node !== 0 || this.#firstWords.has(hash)) {
      const next = this.#words.next(node, hash, plain, start, end - start);
      if (next >= 0) this.#walk(view, alternatives, next, first, token + 1, matches, limit);
    }
    for (const length of this.#stemLengths[node] ?? noLengths) {
      if (length > end - start) break;
      const stemHash = hashOfPart(prefixHash, start, start + length);
      if (node === 0 && !this.#firstStems.has(stemHash)) continue;
      const next = this.#stems.next(node, stemHash, plain, start, length);
      if (next >= 0) this.#walk(view, alternatives, next, first, token + 1, matches, limit);
    }
    if (token + 1 < tokens.count) {
      const next = this.#joined(view, node, token);
      if (next >= 0) this.#walk(view, alternatives, next, first, token + 2, matches, limit);
    }
    for (const other of alternatives.byWord.get(token) ?? []) {
      const next = this.#edge(node, other.word, other.hash);
      if (next >= 0) this.#walk(view, alternatives, next, first, other.to, matches, limit);
    }
    for (const run of alternatives.runs) {
      if (token >= run.from && token < run.from + run.letters.length) {
        this.#spelt(view, alternatives, node, first, token, run, matches, limit);
      }
    }
    const gap = node === 0 ? undefined : this.#gaps[node];
    if (gap) {
      for (let skip = 0; skip <= gap.words && token + skip < tokens.count; skip++) {
        if (skip > 0 && tokens.breaks[token + skip] === 1 && !this.#acrossSentences) break;
        this.#walk(view, alternatives, gap.node, first, token + skip, matches, limit);
      }
    }
  }

  /** Edge for a word that does not stand in the text as it is: exact first, then the longest stem. */
  #edge(node: number, word: string, hash: number): number {
    const next = this.#words.next(node, hash, word, 0, word.length);
    if (next >= 0) return next;
    for (const length of (this.#stemLengths[node] ?? noLengths).toReversed()) {
      if (length > word.length) continue;
      const stem = this.#stems.next(node, hashOf(word.slice(0, length)), word, 0, length);
      if (stem >= 0) return stem;
    }
    return -1;
  }

  /** Edge for two words written apart that are one in the phrase: `pay pal`, `whats-app`. */
  #joined(view: TextView, node: number, token: number): number {
    const { tokens, plain } = view;
    const start = tokens.start[token]!;
    const middle = tokens.end[token]!;
    const next = tokens.start[token + 1]!;
    const end = tokens.end[token + 1]!;
    const length = middle - start + end - next;
    if (next - middle !== 1 || length < shortestJoined || length > longestWord) return -1;
    const hash = (Math.imul(tokens.hash[token]!, hashPower(end - next)) + tokens.hash[token + 1]!) | 0;
    if (node === 0 && !this.#firstWords.has(hash)) return -1;
    const code = plain.charCodeAt(middle);
    if (code !== 32 && code !== 45 && code !== 95 && code !== 46 && code !== 10) return -1;
    return this.#words.next(node, hash, plain.slice(start, middle) + plain.slice(next, end), 0, length);
  }

  /** Follows every word that the letters of a run spell from here: `c a s h a p p` holds `cash` and `app`. */
  #spelt(
    view: TextView,
    alternatives: Alternatives,
    node: number,
    first: number,
    token: number,
    run: LetterRun,
    matches: PhraseMatch[],
    limit: number,
  ): void {
    const from = token - run.from;
    for (let to = from + 2; to <= Math.min(run.letters.length, from + longestWord); to++) {
      const hash = hashOfPart(run.prefixHash, from, to);
      const next = this.#words.next(node, hash, run.letters, from, to - from);
      if (next >= 0) this.#walk(view, alternatives, next, first, run.from + to, matches, limit);
    }
  }

  #emit(
    view: TextView,
    out: readonly number[],
    first: number,
    end: number,
    matches: PhraseMatch[],
    limit: number,
  ): void {
    for (const phrase of out) {
      if (matches.length >= limit) return;
      if (matches.some((m) => m.firstToken === first && m.endToken === end && m.phrase === phrase)) continue;
      matches.push({
        phrase,
        start: view.tokens.start[first]!,
        end: view.tokens.end[end - 1]!,
        firstToken: first,
        endToken: end,
      });
    }
  }
}

/** The walk of compiled phrases over a view's words. `phrases.ts` says what phrases are and makes the trie. */
import { type Alternatives, alternativesOf, type LetterRun } from "./alternatives.ts";
import { Beginnings, joinedHash, joinTogether, longestWord, marksTogether, type PhraseNode } from "./beginnings.ts";
import { hashOf, hashOfPart, type TextView, wordFlags } from "./view.ts";

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

/**
 * Edges of all nodes in one open-addressing table: from (node, hash of the word) to the next node; stems under the complement
 * of their hash. A filter of bits before it, small enough for the processor's cache, says no to most words at once.
 */
class Edges {
  readonly #mask: number;
  /** Node, hash and next node of each slot, side by side; node -1 where the slot is free. */
  readonly #slots: Int32Array;
  readonly #word: string[];
  readonly #filter: Uint32Array;
  readonly #filterMask: number;

  constructor(nodes: readonly PhraseNode[]) {
    const edges = nodes.flatMap((node, from) => [
      ...[...node.words].map(([word, next]) => ({ from, hash: hashOf(word), word, next })),
      ...[...node.stems].map(([word, next]) => ({ from, hash: ~hashOf(word), word, next })),
    ]);
    let size = 16;
    while (size < edges.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 4).fill(-1);
    this.#word = new Array<string>(size).fill("");
    const bits = Math.min(size * 8, 1 << 23);
    this.#filterMask = bits - 1;
    this.#filter = new Uint32Array(bits >> 5);
    for (const { from, hash, word, next } of edges) {
      const key = keyOf(from, hash);
      this.#filter[(key & this.#filterMask) >> 5]! |= 1 << (key & 31);
      let slot = key & this.#mask;
      while (this.#slots[slot * 4] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots.set([from, hash, next], slot * 4);
      this.#word[slot] = word;
    }
  }

  /** Next node, -1 if none. With `word`, only if that is the edge's; without, by its hash alone. */
  next(node: number, hash: number, word?: string): number {
    const key = keyOf(node, hash);
    if ((this.#filter[(key & this.#filterMask) >> 5]! & (1 << (key & 31))) === 0) return -1;
    const slots = this.#slots;
    let slot = key & this.#mask;
    while (slots[slot * 4] !== -1) {
      if (
        slots[slot * 4] === node &&
        slots[slot * 4 + 1] === hash &&
        (word === undefined || word === this.#word[slot])
      ) {
        return slots[slot * 4 + 2]!;
      }
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }
}

function keyOf(node: number, hash: number): number {
  const mixed = Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** One look for phrases that begin at one word. */
interface Walk {
  view: TextView;
  alternatives: Alternatives;
  first: number;
  /** Undefined while only hashes are compared, to see whether any phrase may begin here. */
  matches: PhraseMatch[] | undefined;
  limit: number;
}

// Marks of the text that is being looked at, for matchers that look alone.
let scratch = new Int32Array(1024);

export class Matcher implements PhraseMatcher {
  readonly size: number;
  readonly #acrossSentences: boolean;
  readonly #edges: Edges;
  /** Lengths of the stems that leave each node, shortest first. */
  readonly #stemLengths: (readonly number[] | undefined)[];
  readonly #gaps: (PhraseNode["gap"] | undefined)[];
  readonly #out: (readonly number[] | undefined)[];
  /** Absent when where phrases begin is looked for together with others. */
  readonly #beginnings: Beginnings | undefined;
  readonly #bit: number;

  constructor(
    size: number,
    nodes: readonly PhraseNode[],
    { acrossSentences = false, together = false }: { acrossSentences?: boolean; together?: boolean },
  ) {
    this.size = size;
    this.#acrossSentences = acrossSentences;
    this.#beginnings = together ? undefined : new Beginnings([nodes]);
    this.#bit = together ? joinTogether(nodes) : 1;
    this.#edges = new Edges(nodes);
    this.#stemLengths = nodes.map((node) =>
      node.stems.size === 0
        ? undefined
        : [...new Set([...node.stems.keys()].map((stem) => stem.length))].sort((a, b) => a - b),
    );
    this.#gaps = nodes.map((node) => node.gap);
    this.#out = nodes.map((node) => (node.out.length > 0 ? node.out : undefined));
  }

  test(view: TextView): boolean {
    return this.find(view, 1).length > 0;
  }

  find(view: TextView, limit = 200): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    const { count } = view.tokens;
    if (scratch.length < count) scratch = new Int32Array(count * 2);
    const marks = this.#beginnings ? this.#beginnings.mark(view, scratch) : marksTogether(view);
    const bit = this.#bit;
    if ((marks.any & bit) === 0) return matches;
    const { at } = marks;
    const walk: Walk = { view, alternatives: alternativesOf(view), first: 0, matches: undefined, limit };
    for (let token = 0; token < count && matches.length < limit; token++) {
      if ((at[token]! & bit) === 0) continue;
      walk.first = token;
      walk.matches = undefined;
      // By hash first; the few that lead to a phrase are walked again, comparing every word.
      if (!this.#from(walk, 0, token)) continue;
      walk.matches = matches;
      this.#from(walk, 0, token);
    }
    return matches;
  }

  /** Follows every edge from a node at a word. True when a phrase was reached. */
  #from(walk: Walk, node: number, token: number): boolean {
    const { view, alternatives, matches } = walk;
    const { tokens, plain, prefixHash } = view;
    if (node !== 0) {
      const out = this.#out[node];
      if (out !== undefined) {
        if (matches === undefined) return true;
        emit(walk, matches, out, token);
      }
      if (token >= tokens.count || this.#stops(view, token)) return false;
    }
    const start = tokens.start[token]!;
    const end = tokens.end[token]!;
    const hash = tokens.hash[token]!;
    const edges = this.#edges;
    const exact = edges.next(node, hash, matches && plain.slice(start, end));
    if (exact >= 0 && this.#from(walk, exact, token + 1)) return true;
    const lengths = this.#stemLengths[node];
    if (lengths !== undefined) {
      for (let i = 0; i < lengths.length && lengths[i]! <= end - start; i++) {
        const stop = start + lengths[i]!;
        const next = edges.next(node, ~hashOfPart(prefixHash, start, stop), matches && plain.slice(start, stop));
        if (next >= 0 && this.#from(walk, next, token + 1)) return true;
      }
    }
    if (token + 1 < tokens.count) {
      const next = this.#joined(walk, node, token);
      if (next >= 0 && this.#from(walk, next, token + 2)) return true;
    }
    if (alternatives.covered !== undefined && alternatives.covered[token] !== 0) {
      for (const other of alternatives.byWord.get(token) ?? []) {
        const next = this.#read(node, other.word, other.hash);
        if (next >= 0 && this.#from(walk, next, other.to)) return true;
      }
      const run = runAt(alternatives.runs, token);
      if (run && this.#spelt(walk, node, token, run)) return true;
    }
    const gap = this.#gaps[node];
    if (gap !== undefined) {
      for (let skip = 0; skip <= gap.words && token + skip < tokens.count; skip++) {
        if (skip > 0 && this.#stops(view, token + skip)) break;
        if (this.#from(walk, gap.node, token + skip)) return true;
      }
    }
    return false;
  }

  #stops(view: TextView, token: number): boolean {
    return !this.#acrossSentences && (view.tokens.flags[token]! & wordFlags.breaks) !== 0;
  }

  /** Edge for a word that does not stand in the text as it is: exact first, then the longest stem. */
  #read(node: number, word: string, hash: number): number {
    const next = this.#edges.next(node, hash, word);
    if (next >= 0) return next;
    const lengths = this.#stemLengths[node];
    for (let i = (lengths?.length ?? 0) - 1; i >= 0; i--) {
      const length = lengths![i]!;
      if (length > word.length) continue;
      const begin = word.slice(0, length);
      const stem = this.#edges.next(node, ~hashOf(begin), begin);
      if (stem >= 0) return stem;
    }
    return -1;
  }

  /** Edge for two words written apart that are one in the phrase: `pay pal`, `whats-app`. */
  #joined(walk: Walk, node: number, token: number): number {
    const hash = joinedHash(walk.view, token);
    if (hash === undefined) return -1;
    if (walk.matches === undefined) return this.#edges.next(node, hash);
    return this.#edges.next(node, hash, walk.view.word(token) + walk.view.word(token + 1));
  }

  /** Follows every word that the letters of a run spell from here: `c a s h a p p` holds `cash` and `app`. */
  #spelt(walk: Walk, node: number, token: number, run: LetterRun): boolean {
    const from = token - run.from;
    for (let to = from + 2; to <= Math.min(run.letters.length, from + longestWord); to++) {
      const hash = hashOfPart(run.prefixHash, from, to);
      const next = this.#edges.next(node, hash, walk.matches && run.letters.slice(from, to));
      if (next >= 0 && this.#from(walk, next, run.from + to)) return true;
    }
    return false;
  }
}

/** The run that a word belongs to, by binary search: runs are in order and do not overlap. */
function runAt(runs: readonly LetterRun[], token: number): LetterRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (token < run.from) high = middle - 1;
    else if (token >= run.from + run.letters.length) low = middle + 1;
    else return run;
  }
  return undefined;
}

function emit(walk: Walk, matches: PhraseMatch[], out: readonly number[], end: number): void {
  const { first, limit } = walk;
  const { tokens } = walk.view;
  for (const phrase of out) {
    if (matches.length >= limit) return;
    if (matches.some((m) => m.firstToken === first && m.endToken === end && m.phrase === phrase)) continue;
    const start = tokens.start[first]!;
    matches.push({ phrase, start, end: tokens.end[end - 1]!, firstToken: first, endToken: end });
  }
}

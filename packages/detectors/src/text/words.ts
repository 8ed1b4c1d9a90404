/** Words looked up by the hash that a view already holds: one bit of a small filter says no to nearly all of them. */
import { hashOf, hashOfPart, type TextView } from "./view.ts";

export class WordTable {
  readonly #mask: number;
  readonly #hash: Int32Array;
  readonly #value: Int32Array;
  readonly #word: string[];
  readonly #filter: Uint32Array;

  /** @param entries words in plain form (lower-case, no accents), each with a number above 0; the last of equal words counts */
  constructor(entries: Iterable<readonly [word: string, value: number]>) {
    const unique = new Map(entries);
    let size = 64;
    while (size < unique.size * 2) size *= 2;
    this.#mask = size - 1;
    this.#hash = new Int32Array(size);
    this.#value = new Int32Array(size);
    this.#word = new Array<string>(size).fill("");
    this.#filter = new Uint32Array(size / 4);
    for (const [word, value] of unique) {
      const hash = hashOf(word);
      const key = mix(hash);
      const bit = key & (size * 8 - 1);
      this.#filter[bit >> 5]! |= 1 << (bit & 31);
      let slot = key & this.#mask;
      while (this.#value[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#hash[slot] = hash;
      this.#value[slot] = value;
      this.#word[slot] = word;
    }
  }

  /** Value of a word of a view, 0 if the table does not hold it. */
  at(view: TextView, token: number): number {
    const { hash, start, end } = view.tokens;
    return this.#find(view, hash[token]!, start[token]!, end[token]!);
  }

  /** Value of `view.plain.slice(start, end)`, 0 if the table does not hold it. */
  atPart(view: TextView, start: number, end: number): number {
    return this.#find(view, hashOfPart(view.prefixHash, start, end), start, end);
  }

  #find(view: TextView, hash: number, start: number, end: number): number {
    const key = mix(hash);
    const bit = key & ((this.#mask + 1) * 8 - 1);
    if ((this.#filter[bit >> 5]! & (1 << (bit & 31))) === 0) return 0;
    for (let slot = key & this.#mask; this.#value[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#hash[slot] === hash && this.#word[slot] === view.plain.slice(start, end)) return this.#value[slot]!;
    }
    return 0;
  }

  /** Value of any plain word, 0 if the table does not hold it. */
  get(word: string): number {
    const hash = hashOf(word);
    for (let slot = mix(hash) & this.#mask; this.#value[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#hash[slot] === hash && this.#word[slot] === word) return this.#value[slot]!;
    }
    return 0;
  }
}

function mix(hash: number): number {
  const mixed = Math.imul(hash, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

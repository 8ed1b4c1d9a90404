/** Many short texts looked for at once, as they stand: one look at a table for each character, however many there are. */

/** Figures of which one says whether anything may begin at a place. */
const bits = 1 << 16;

export class Literals {
  readonly #filter = new Uint8Array(bits);
  /** Indices by the first three characters, or by all where there are fewer. */
  readonly #byHead = new Map<string, { literal: string; index: number }[]>();
  readonly #lengths: readonly number[];

  /** @param literals each with the number that a find is reported under; empty ones are left out */
  constructor(literals: Iterable<readonly [literal: string, index: number]>) {
    for (const [literal, index] of literals) {
      if (literal === "") continue;
      const head = literal.slice(0, 3);
      const known = this.#byHead.get(head);
      if (known) known.push({ literal, index });
      else this.#byHead.set(head, [{ literal, index }]);
      this.#filter[keyOf(head, 0, head.length)] = 1;
    }
    this.#lengths = [...new Set([...this.#byHead.keys()].map(({ length }) => length))];
  }

  get size(): number {
    return this.#byHead.size;
  }

  /** Calls back at every place where one stands, in the text's order. */
  find(text: string, see: (index: number, start: number, end: number) => void): void {
    for (let at = 0; at < text.length; at++) {
      for (const length of this.#lengths) {
        if (at + length > text.length || this.#filter[keyOf(text, at, length)] === 0) continue;
        for (const { literal, index } of this.#byHead.get(text.slice(at, at + length)) ?? []) {
          if (text.startsWith(literal, at)) see(index, at, at + literal.length);
        }
      }
    }
  }
}

function keyOf(text: string, at: number, length: number): number {
  let key = length;
  for (let i = at; i < at + length; i++) key = Math.imul(key, 0x01000193) ^ text.charCodeAt(i);
  return (key ^ (key >>> 16)) & (bits - 1);
}

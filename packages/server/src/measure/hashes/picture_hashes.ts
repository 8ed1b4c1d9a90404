/** The hashes of one marketplace's pictures, and which of them a new picture may be. Decided by `samePicture`, which compares in full. */
import { maxSought, type Print, pdqMatchBits, pdqMinQuality, printMarksAt, printPdqAt } from "@assay/detectors/image";
import { HashIndex } from "./hash_index.ts";
import type { LearntHashes } from "./hash_protocol.ts";

/** Marks within so many bits are taken for the same: an angle of 14°. Of unrelated photos, three pairs in a thousand have one. */
const markBits = 20;
/** A mark that so many pictures have is a letter, a logo, a shop's frame: it tells nothing. */
const commonFrom = 100;

export class PictureHashes {
  readonly #maxHashes: number;
  /** PDQ of whole pictures. */
  #whole = new HashIndex();
  /** Their marks. */
  #marks = new HashIndex();

  /** @param maxHashes of marks; beyond, those of the oldest pictures go */
  constructor(maxHashes: number) {
    this.#maxHashes = maxHashes;
  }

  get size(): number {
    return this.#whole.size + this.#marks.size;
  }

  get bytes(): number {
    return this.#whole.bytes + this.#marks.bytes;
  }

  learn(pictures: readonly LearntHashes[]): void {
    for (const { seq, start } of pictures) {
      // A blank wall is near every blank wall.
      if (start[1]! >= pdqMinQuality) this.#whole.add(wordsAt(start, printPdqAt, 8), seq);
      this.#marks.add(wordsAt(start, printMarksAt, 8 * Math.min(start[2]!, maxSought)), seq);
    }
    const most = this.#maxHashes;
    if (this.#marks.size > most) this.#marks = this.#marks.latest(Math.floor(most * 0.8));
    if (this.#whole.size > most) this.#whole = this.#whole.latest(Math.floor(most * 0.8));
  }

  /**
   * By the hash of the whole, and by the votes of its marks; of as many votes, the first to be seen.
   * @param print fresh
   * @param limit by each of the two
   * @returns numbers of pictures, the likeliest first
   */
  find(print: Print, limit: number): number[] {
    const nearest = new Map<number, number>();
    if (print.turned && print.quality >= pdqMinQuality) {
      for (let turn = 0; turn < 8; turn++) {
        for (const { id, bits } of this.#whole.search(print.turned, 8 * turn, pdqMatchBits)) {
          nearest.set(id, Math.min(bits, nearest.get(id) ?? 256));
        }
      }
    }
    const votes = new Map<number, number>();
    for (let mark = 0; mark < print.marks.n; mark++) {
      for (const hashes of [print.marks.hashes, print.marks.mirrored]) {
        const seen = new Set(this.#marks.search(hashes, 8 * mark, markBits).map(({ id }) => id));
        if (seen.size >= commonFrom) continue;
        for (const id of seen) votes.set(id, (votes.get(id) ?? 0) + 1);
      }
    }
    const byWhole = [...nearest].sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, limit);
    const byMarks = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
    return [...new Set([...byWhole, ...byMarks].map(([seq]) => seq))];
  }
}

function wordsAt(bytes: Uint8Array, at: number, count: number): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: count }, (_, i) => view.getUint32(at + 4 * i, true));
}

/**
 * Hashes of 256 bits in memory, found again exactly within a number of bits.
 *
 * Multi-index hashing (M. Norouzi, A. Punjani, D. Fleet, "Fast exact search in Hamming space with multi-index hashing", 2014): a hash
 * is cut into slots, each slot with a table of its own. Of two hashes within r bits, one slot differs by at most r/slots bits, so that
 * looking up every slot with so few bits changed finds all of them; what is found is then compared in full. Nothing is missed and
 * nothing is approximate (hash_index.test.ts holds it against brute force).
 */
interface Scheme {
  slots: number;
  /** Bits of a slot; what is over at the end belongs to none. */
  bits: number;
}
/** Small tables while there are few hashes, and slots so wide that a bucket holds about one where there are many. */
const few: Scheme = { slots: 16, bits: 16 };
const many: Scheme = { slots: 11, bits: 23 };
const manyFrom = 1_000_000;

const maxRadius = 32;

export interface HashHit {
  /** What the hash was added under. */
  id: number;
  /** 0 to `radius`. */
  bits: number;
}

export class HashIndex {
  #size = 0;
  #words: Uint32Array = new Uint32Array(8 * 1024);
  #ids: Uint32Array = new Uint32Array(1024);
  #scheme = few;
  /** For each slot and value, the newest entry plus one; 0 is none. Then entries are chained. */
  #heads: Uint32Array[] = tables(few);
  #next: Uint32Array[] = chains(few, 1024);
  /** Room for one slot's buckets: the value itself, with one bit changed, with two. */
  readonly #links = new Uint32Array(1 + 23 + (23 * 22) / 2);

  get size(): number {
    return this.#size;
  }

  /** Bytes that the arrays take. */
  get bytes(): number {
    return [this.#words, this.#ids, ...this.#heads, ...this.#next].reduce((sum, array) => sum + array.byteLength, 0);
  }

  /** Makes room for so many hashes in all, so that adding them does not copy; they may be more. */
  reserve(total: number): void {
    const scheme = total > manyFrom ? many : this.#scheme;
    const capacity = Math.max(this.#ids.length, total);
    if (scheme === this.#scheme && capacity === this.#ids.length) return;
    this.#words = grown(this.#words, 8 * capacity);
    this.#ids = grown(this.#ids, capacity);
    if (scheme === this.#scheme) {
      this.#next = this.#next.map((chain) => grown(chain, capacity));
      return;
    }
    this.#scheme = scheme;
    this.#heads = tables(scheme);
    this.#next = chains(scheme, capacity);
    for (let entry = 0; entry < this.#size; entry++) this.#link(entry);
  }

  /**
   * @param words eight a hash
   * @param id 0 to 2³² − 1; several hashes may have one
   */
  add(words: Uint32Array, id: number): void {
    for (let at = 0; at + 8 <= words.length; at += 8) {
      if (this.#size === this.#ids.length) this.reserve(Math.ceil(this.#size * 1.5));
      const entry = this.#size++;
      this.#words.set(words.subarray(at, at + 8), 8 * entry);
      this.#ids[entry] = id;
      this.#link(entry);
    }
  }

  /** An index of the hashes that were added last. */
  latest(count: number): HashIndex {
    const index = new HashIndex();
    index.reserve(count);
    for (let entry = Math.max(0, this.#size - count); entry < this.#size; entry++) {
      index.add(this.#words.subarray(8 * entry, 8 * entry + 8), this.#ids[entry]!);
    }
    return index;
  }

  /**
   * All hashes within `radius` bits of one.
   * @param words the hash's eight words begin `at`
   * @param radius 0 to 32 bits: each slot is looked up with at most two bits changed
   * @throws RangeError beyond
   */
  search(words: Uint32Array, at: number, radius: number): HashHit[] {
    const { slots } = this.#scheme;
    const least = Math.floor(radius / slots);
    if (radius < 0 || radius > maxRadius) throw new RangeError(`a radius of ${radius} bits is not looked up exactly`);
    // With the whole radius spent, only so many slots can each hold one bit more than the others.
    const fully = radius - slots * least + 1;
    const found = new Map<number, number>();
    for (let slot = 0; slot < slots; slot++) {
      const changes = slot < fully ? least : least - 1;
      if (changes >= 0) this.#look(slot, changes, words, at, radius, found);
    }
    return [...found].map(([entry, distance]) => ({ id: this.#ids[entry]!, bits: distance }));
  }

  /** One slot with up to `changes` bits changed. First the buckets, then their hashes: the processor fetches each lot at once. */
  #look(slot: number, changes: number, words: Uint32Array, at: number, radius: number, found: Map<number, number>) {
    const { bits } = this.#scheme;
    const heads = this.#heads[slot]!;
    const next = this.#next[slot]!;
    const value = slotOf(words, at, slot, bits);
    const links = this.#links;
    let n = 0;
    links[n++] = heads[value]!;
    for (let i = 0; i < bits && changes > 0; i++) {
      const one = value ^ (1 << i);
      links[n++] = heads[one]!;
      for (let j = i + 1; j < bits && changes > 1; j++) links[n++] = heads[one ^ (1 << j)]!;
    }
    const all = this.#words;
    while (n > 0) {
      let left = 0;
      for (let i = 0; i < n; i++) {
        const link = links[i]!;
        if (link === 0) continue;
        const entry = link - 1;
        // Most differ by more in their first half already.
        let distance = 0;
        for (let word = 0; word < 8 && distance <= radius; word += 4)
          distance += halfBits(all, 8 * entry + word, words, at + word);
        if (distance <= radius) found.set(entry, distance);
        links[left++] = next[entry]!;
      }
      n = left;
    }
  }

  #link(entry: number): void {
    const { slots, bits } = this.#scheme;
    for (let slot = 0; slot < slots; slot++) {
      const heads = this.#heads[slot]!;
      const value = slotOf(this.#words, 8 * entry, slot, bits);
      this.#next[slot]![entry] = heads[value]!;
      heads[value] = entry + 1;
    }
  }
}

const tables = ({ slots, bits }: Scheme) => Array.from({ length: slots }, () => new Uint32Array(2 ** bits));
const chains = ({ slots }: Scheme, capacity: number) => Array.from({ length: slots }, () => new Uint32Array(capacity));

/** Bits in which four words differ. */
function halfBits(a: Uint32Array, at: number, b: Uint32Array, bt: number): number {
  let sum = 0;
  for (let word = 0; word < 4; word++) {
    let x = (a[at + word]! ^ b[bt + word]!) >>> 0;
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    sum += (((x + (x >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return sum;
}

function grown(array: Uint32Array, length: number): Uint32Array {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}

function slotOf(words: Uint32Array, at: number, slot: number, bits: number): number {
  const from = slot * bits;
  const word = at + (from >> 5);
  const shift = from & 31;
  const low = words[word]! >>> shift;
  const value = shift + bits > 32 ? low | (words[word + 1]! << (32 - shift)) : low;
  return value & (2 ** bits - 1);
}

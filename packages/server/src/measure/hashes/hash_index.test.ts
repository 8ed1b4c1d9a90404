import { bitsBetween } from "@assay/detectors/image";
import fc from "fast-check";
import { expect, it } from "vitest";
import { HashIndex } from "./hash_index.ts";

function randomWords(n: number, seed: number): Uint32Array {
  let state = seed || 1;
  return Uint32Array.from({ length: 8 * n }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  });
}

/** A copy with so many of its bits changed; which, the seed says. */
function near(words: Uint32Array, at: number, changed: number, seed: number): Uint32Array {
  const hash = words.slice(at, at + 8);
  const places = Array.from({ length: 256 }, (_, i) => i).sort(
    (a, b) => Math.imul(a + seed, 0x9e3779b1) - Math.imul(b + seed, 0x9e3779b1),
  );
  for (const place of places.slice(0, changed)) hash[place >> 5]! ^= 1 << (place & 31);
  return hash;
}

function brute(words: Uint32Array, hash: Uint32Array, radius: number) {
  const hits: { id: number; bits: number }[] = [];
  for (let id = 0; 8 * id < words.length; id++) {
    const bits = bitsBetween(words, 8 * id, hash, 0);
    if (bits <= radius) hits.push({ id, bits });
  }
  return hits;
}

const byId = (hits: { id: number; bits: number }[]) => hits.toSorted((a, b) => a.id - b.id);

// With few hashes and, by room for a million, with the tables for many.
for (const reserved of [0, 1_100_000]) {
  it(`finds what brute force finds, with room for ${reserved}`, () => {
    const index = new HashIndex();
    if (reserved > 0) index.reserve(reserved);
    const around = randomWords(20, 7);
    const all: number[] = [];
    // Twenty clouds of near hashes at every distance from 0 to 60 bits, among random ones.
    for (let i = 0; i < 20; i++) {
      for (let changed = 0; changed <= 60; changed += 2) all.push(...near(around, 8 * i, changed, 31 * i + changed));
    }
    all.push(...randomWords(2000, 99));
    const words = Uint32Array.from(all);
    for (let id = 0; 8 * id < words.length; id++) index.add(words.subarray(8 * id, 8 * id + 8), id);
    expect(index.size).toBe(words.length / 8);
    let found = 0;
    fc.assert(
      fc.property(
        fc.nat(700),
        fc.integer({ min: 0, max: 40 }),
        fc.nat(),
        fc.constantFrom(0, 1, 10, 11, 20, 31, 32),
        (from, changed, seed, radius) => {
          const hash = near(words, 8 * from, changed, seed);
          const hits = byId(index.search(hash, 0, radius));
          expect(hits).toEqual(brute(words, hash, radius));
          found += hits.length;
        },
      ),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(300);
  });
}

it("keeps what it has when it grows past a million and changes its tables", () => {
  const index = new HashIndex();
  const words = randomWords(1500, 3);
  index.add(words, 5);
  index.reserve(1_000_001);
  const hash = near(words, 8 * 1234, 31, 1);
  expect(index.search(hash, 0, 31)).toEqual([{ id: 5, bits: 31 }]);
});

it("refuses a radius that it could not look up exactly", () => {
  expect(() => new HashIndex().search(new Uint32Array(8), 0, 33)).toThrow(RangeError);
});

/** 256-bit hashes as eight 32-bit words. */

/** Words of 64 hex digits. */
export function wordsOf(hex: string): Uint32Array {
  return Uint32Array.from({ length: 8 }, (_, i) => Number.parseInt(hex.slice(8 * i, 8 * i + 8), 16));
}

/** Bits in which two hashes differ, 0 to 256; `a` and `b` hold many, `at` and `bt` are where theirs begin. */
export function bitsBetween(a: Uint32Array, at: number, b: Uint32Array, bt: number): number {
  let sum = 0;
  for (let word = 0; word < 8; word++) {
    let x = (a[at + word]! ^ b[bt + word]!) >>> 0;
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    sum += (((x + (x >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return sum;
}

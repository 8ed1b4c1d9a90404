/**
 * The words that models have met, each under a number: what a word is worth is worked out once, not every time it is read. All of it lies in
 * flat arrays, for reading from scattered objects costs more than the sums. What is kept of a word follows from the word alone, so it does not
 * matter what was read before.
 */

/** Numbers are below this. The table is emptied when half of it is used: words of real texts come again, those of hostile ones fill it. */
const slotBits = 16;
export const wordNumbers = 1 << slotBits;
/** So many units of a word tell it from others; of longer ones, the hash and the length do the rest, and nothing more is read of them. */
export const comparedUnits = 40;

/** Of each number: hash of the word, place of its units, length (0 where the number is free), classes. */
const stride = 4;
const records = new Int32Array(wordNumbers * stride);
let unitsOf = new Uint16Array(1 << 18);
let unitsUsed = 0;
let used = 0;
let emptied = 1;

/** Grows each time that the table is emptied: numbers of before mean nothing from then on. */
export function lexiconAge(): number {
  return emptied;
}

/** Makes room for so many new words; may empty the table. */
export function reserveWords(count: number): void {
  if (used + count <= wordNumbers / 2) return;
  records.fill(0);
  used = 0;
  unitsUsed = 0;
  emptied += 1;
}

/**
 * Number of the word `plain.slice(from, to)`, which is not empty. Room must have been made for it.
 * @param classesOf classes of a word that was not met before, as bits
 */
export function numberOf(
  plain: string,
  from: number,
  to: number,
  hash: number,
  classesOf: (plain: string, from: number, to: number, hash: number) => number,
): number {
  const length = to - from;
  const compared = length < comparedUnits ? length : comparedUnits;
  let number = Math.imul(hash, 0x9e3779b1) >>> (32 - slotBits);
  for (; ; number = (number + 1) & (wordNumbers - 1)) {
    const at = number * stride;
    const there = records[at + 2]!;
    if (there === 0) break;
    if (records[at] !== hash || there !== length) continue;
    let unit = records[at + 1]!;
    let i = from;
    const end = from + compared;
    while (i < end && unitsOf[unit] === plain.charCodeAt(i)) {
      unit += 1;
      i += 1;
    }
    if (i === end) return number;
  }
  if (unitsUsed + compared > unitsOf.length) {
    const more = new Uint16Array(unitsOf.length * 2);
    more.set(unitsOf);
    unitsOf = more;
  }
  const at = number * stride;
  records[at] = hash;
  records[at + 1] = unitsUsed;
  records[at + 2] = length;
  records[at + 3] = classesOf(plain, from, to, hash);
  for (let i = from; i < from + compared; i++) unitsOf[unitsUsed++] = plain.charCodeAt(i);
  used += 1;
  return number;
}

export function classesOfNumber(number: number): number {
  return records[number * stride + 3]!;
}

export function hashOfNumber(number: number): number {
  return records[number * stride]!;
}

/** The first `comparedUnits` of a word. */
export function beginningOf(number: number): string {
  const at = number * stride;
  const from = records[at + 1]!;
  return String.fromCharCode(...unitsOf.subarray(from, from + Math.min(comparedUnits, records[at + 2]!)));
}

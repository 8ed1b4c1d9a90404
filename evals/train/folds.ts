/** Folds for cross-validation that keep groups whole: rows of one template, author or copy never sit on both sides. */

/** Fold of a group's name, 0 to `folds - 1`: by hash, so that it does not depend on order or on other rows. FNV-1a. */
export function foldOf(group: string, folds: number, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < group.length; i++) hash = Math.imul(hash ^ group.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) % folds;
}

/**
 * Joins groups whose rows are near copies of one another (a template and its misspelt form, a repost): any two rows whose sets of
 * character trigrams overlap by `least` (Jaccard) or more end in one group. Answers a group name for each row.
 * Candidates are the rows sharing the smallest of `bands` min-hashes, so a few pairs close to `least` may be missed.
 */
export function joinNearCopies(texts: readonly string[], groups: readonly string[], least = 0.6, bands = 24): string[] {
  const parent = new Map<string, string>();
  const root = (group: string): string => {
    let at = group;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  const grams = texts.map(trigrams);
  for (let band = 0; band < bands; band++) {
    const seen = new Map<number, number[]>();
    for (let row = 0; row < texts.length; row++) {
      let smallest = 0xffffffff;
      for (const gram of grams[row]!) {
        const hash = Math.imul(gram ^ Math.imul(band + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
        if (hash < smallest) smallest = hash;
      }
      const rows = seen.get(smallest);
      if (!rows) {
        seen.set(smallest, [row]);
        continue;
      }
      for (const other of rows.slice(0, 50)) {
        const [a, b] = [root(groups[row]!), root(groups[other]!)];
        if (a !== b && jaccard(grams[row]!, grams[other]!) >= least) parent.set(a, b);
      }
      rows.push(row);
    }
  }
  return groups.map(root);
}

function trigrams(text: string): Set<number> {
  const plain = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const found = new Set<number>();
  for (let i = 0; i + 2 < plain.length; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + 3; j++) hash = Math.imul(hash ^ plain.charCodeAt(j), 0x01000193);
    found.add(hash);
  }
  return found;
}

function jaccard(a: Set<number>, b: Set<number>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return shared / (a.size + b.size - shared);
}

/** Gradient-boosted trees for two classes (Friedman 2001, "Greedy function approximation"), small and exact: for tables of a few thousand rows. */

interface Leaf {
  value: number;
}
interface Split {
  column: number;
  at: number;
  low: Node;
  high: Node;
}
type Node = Leaf | Split;

const rounds = 120;
const depth = 3;
const rate = 0.15;
/** Fewest rows in a leaf, and what is added to the second derivatives. */
const fewest = 8;
const ridge = 1;

/** @returns log odds of a row */
export function boost(
  rows: readonly (readonly number[])[],
  actual: readonly boolean[],
): (row: readonly number[]) => number {
  const positives = actual.filter(Boolean).length;
  const start = Math.log((positives + 1) / (actual.length - positives + 1));
  const logits = new Float64Array(rows.length).fill(start);
  const orders = rows[0]!.map((_, column) => [...rows.keys()].sort((a, b) => rows[a]![column]! - rows[b]![column]!));
  const trees: Node[] = [];
  for (let round = 0; round < rounds; round++) {
    const gradient = logits.map((logit, i) => Number(actual[i]) - 1 / (1 + Math.exp(-logit)));
    const curvature = logits.map((logit) => {
      const p = 1 / (1 + Math.exp(-logit));
      return p * (1 - p);
    });
    const tree = grow(rows, orders, gradient, curvature, new Set(rows.keys()), depth);
    trees.push(tree);
    for (const [i, row] of rows.entries()) logits[i]! += rate * valueIn(tree, row);
  }
  return (row) => trees.reduce((logit, tree) => logit + rate * valueIn(tree, row), start);
}

function grow(
  rows: readonly (readonly number[])[],
  orders: readonly (readonly number[])[],
  gradient: Float64Array,
  curvature: Float64Array,
  among: ReadonlySet<number>,
  levels: number,
): Node {
  let [g, h] = [0, ridge];
  for (const i of among) {
    g += gradient[i]!;
    h += curvature[i]!;
  }
  const leaf: Leaf = { value: g / h };
  if (levels === 0 || among.size < 2 * fewest) return leaf;
  let best: { gain: number; column: number; at: number } | undefined;
  for (const [column, order] of orders.entries()) {
    let [gLow, hLow, n] = [0, ridge, 0];
    let before = Number.NaN;
    for (const i of order) {
      if (!among.has(i)) continue;
      const value = rows[i]![column]!;
      if (n >= fewest && among.size - n >= fewest && value !== before) {
        const gHigh = g - gLow;
        const hHigh = h - hLow + ridge;
        const gain = (gLow * gLow) / hLow + (gHigh * gHigh) / hHigh - (g * g) / h;
        if (gain > (best?.gain ?? 1e-6)) best = { gain, column, at: (before + value) / 2 };
      }
      gLow += gradient[i]!;
      hLow += curvature[i]!;
      n += 1;
      before = value;
    }
  }
  if (!best) return leaf;
  const { column, at } = best;
  const side = (low: boolean) => new Set([...among].filter((i) => rows[i]![column]! <= at === low));
  return {
    column,
    at,
    low: grow(rows, orders, gradient, curvature, side(true), levels - 1),
    high: grow(rows, orders, gradient, curvature, side(false), levels - 1),
  };
}

function valueIn(tree: Node, row: readonly number[]): number {
  let node = tree;
  while ("column" in node) node = row[node.column]! <= node.at ? node.low : node.high;
  return node.value;
}

/** Logistic regression over the columns, standardised, by full gradient descent: the floor. @returns log odds of a row */
export function logisticRegression(
  rows: readonly (readonly number[])[],
  actual: readonly boolean[],
): (row: readonly number[]) => number {
  const columns = rows[0]!.length;
  const means = Array.from({ length: columns }, (_, c) => rows.reduce((sum, row) => sum + row[c]!, 0) / rows.length);
  const spreads = means.map(
    (mean, c) => Math.sqrt(rows.reduce((s, row) => s + (row[c]! - mean) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map((row) => row.map((value, c) => (value - means[c]!) / spreads[c]!));
  const weights = new Float64Array(columns + 1);
  const logit = (row: readonly number[]) => row.reduce((sum, value, c) => sum + value * weights[c]!, weights[columns]!);
  for (let step = 0; step < 2000; step++) {
    const slope = new Float64Array(columns + 1);
    for (const [i, row] of scaled.entries()) {
      const error = Number(actual[i]) - 1 / (1 + Math.exp(-logit(row)));
      for (let c = 0; c < columns; c++) slope[c]! += error * row[c]!;
      slope[columns]! += error;
    }
    for (let c = 0; c <= columns; c++) weights[c]! += (1.5 * slope[c]!) / rows.length;
  }
  return (row) => logit(row.map((value, c) => (value - means[c]!) / spreads[c]!));
}

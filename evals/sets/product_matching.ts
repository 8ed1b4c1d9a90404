/** The same product in other words: the text part of `listing_duplicate`, and nothing else of it. */
import { alike } from "@assay/detectors/market";
import type { Evaluation, Row } from "../evaluation.ts";
import { auc, confusion } from "../measure.ts";

interface Side {
  name?: string;
  title?: string;
  description?: string;
}
interface Pair {
  a: Side;
  b: Side;
  label: number;
  set: string;
}

/** What the detector takes for the same thing. */
const threshold = 0.5;

const textOf = ({ name, title, description }: Side) => ({ title: name ?? title ?? "", description: description ?? "" });
const wordsOf = (side: Side) =>
  new Set(
    textOf(side)
      .title.toLowerCase()
      .match(/[a-z0-9]+/g) ?? [],
  );

function jaccard({ a, b }: Pair): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared || 1);
}

/** The best that any threshold gives: kind to the floor, which is not ours to set. */
function bestF1(pairs: readonly Pair[], score: (pair: Pair) => number): number {
  const scored = pairs.map((pair) => ({ actual: Number(pair.label) === 1, score: score(pair) }));
  const f1s = Array.from(
    { length: 39 },
    (_, i) => confusion(scored.map((one) => ({ actual: one.actual, said: one.score >= (i + 1) / 40 }))).f1,
  );
  return Math.max(...f1s.filter((value) => !Number.isNaN(value)));
}

export const evaluation: Evaluation = {
  set: "product_matching",
  part: "listings",
  title: "The same product in other words",
  source: "megagonlabs/ditto (GitHub), Apache-2.0: Abt-Buy, Amazon-Google, Walmart-Amazon (Magellan), WDC.",
  run(data) {
    const pairs = data.rows<Pair>();
    return [...Map.groupBy(pairs, ({ set }) => set)].map(([set, some]): Row => {
      const scored = some.map((pair) => ({
        actual: Number(pair.label) === 1,
        score: alike(textOf(pair.a), textOf(pair.b)).thing,
      }));
      const said = confusion(scored.map(({ actual, score }) => ({ actual, said: score >= threshold })));
      return {
        task: set,
        n: some.length,
        precision: said.precision,
        recall: said.recall,
        f1: said.f1,
        auc: auc(scored),
        floor: { name: "F1 of title Jaccard, best threshold", value: bestF1(some, jaccard) },
        ...(set === "Abt-Buy" && { bar: { of: "f1" as const, value: 0.65 } }),
      };
    });
  },
};

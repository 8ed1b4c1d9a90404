import { heldOut, shipped } from "../abuse.ts";
import type { Evaluation, Row } from "../evaluation.ts";
import { averagePrecision } from "../measure.ts";
import { ownScores } from "../own_scores.ts";
import { type Head, heads } from "../train/abuse/corpus.ts";

interface Prompt {
  text: string;
  g: string;
  labels: Partial<Record<string, 0 | 1>>;
}

/** Much of a prompt is example upon example. */
const longest = 4000;
const cost = 1;

const categories: Readonly<Record<string, Head>> = { S: "sexual", H: "hate", V: "threat", HR: "insult" };

export const evaluation: Evaluation = {
  set: "openai_moderation",
  title: "Categories of a moderation policy",
  source: "openai/moderation-api-release (GitHub), MIT. A category that a row does not name is unknown there.",
  run(data): Row[] {
    const rows = data.rows<Prompt>();
    const cross = heldOut(data, "openai_moderation");
    const figures = Object.entries(categories).map(([category, head]) => {
      const known = rows.flatMap((row, index) => {
        const label = row.labels[category];
        const { logits } = cross[index]!;
        const figures = heads.map((one) => logits[one]);
        const text = row.text.slice(0, longest);
        return label === undefined ? [] : [{ actual: label === 1, text, group: row.g, figures, z: logits[head] }];
      });
      const own = ownScores(known, cost);
      return {
        category,
        head,
        n: known.length,
        share: known.filter(({ actual }) => actual).length / known.length,
        positives: known.filter(({ actual }) => actual).length,
        own: averagePrecision(known.map(({ actual }, index) => ({ actual, score: own[index]! }))),
        held: averagePrecision(known.map(({ actual, z }) => ({ actual, score: z }))),
        ours: averagePrecision(known.map(({ actual, text }) => ({ actual, score: shipped(text).scores[head]! }))),
      };
    });
    const mean = (of: (figure: (typeof figures)[number]) => number) =>
      figures.reduce((sum, figure) => sum + of(figure), 0) / figures.length;
    return [
      {
        task: "sexual, hate, violence, harassment: mean area under precision-recall, a model of the set for each kind, which also sees what the recipe of text_abuse says of it, cross-validated",
        n: rows.length,
        other: { name: "mean AUPRC", value: mean(({ own }) => own) },
        bar: { of: "other", value: 0.7 },
        floor: { name: "by chance", value: mean(({ share }) => share) },
        note: "self-harm is no kind of text_abuse",
      },
      {
        task: "the same, the recipe of text_abuse alone (all trainable sets), cross-validated",
        n: rows.length,
        other: { name: "mean AUPRC", value: mean(({ held }) => held) },
      },
      ...figures.map(({ category, head, n, positives, share, own, ours }) => ({
        task: `${category} by ${head}, ${positives} rows of it, cross-validated; peer: shipped (trained on these rows)`,
        n,
        other: { name: "AUPRC", value: own },
        floor: { name: "by chance", value: share },
        peer: { name: "shipped", value: ours },
      })),
    ];
  },
};

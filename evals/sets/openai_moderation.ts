import { heldOut, shipped } from "../abuse.ts";
import type { Evaluation, Row } from "../evaluation.ts";
import { averagePrecision } from "../measure.ts";
import type { Head } from "../train/abuse/corpus.ts";

interface Prompt {
  text: string;
  labels: Partial<Record<string, 0 | 1>>;
}

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
        return label === undefined ? [] : [{ actual: label === 1, text: row.text, z: cross[index]!.logits[head] }];
      });
      return {
        category,
        head,
        n: known.length,
        share: known.filter(({ actual }) => actual).length / known.length,
        held: averagePrecision(known.map(({ actual, z }) => ({ actual, score: z }))),
        ours: averagePrecision(known.map(({ actual, text }) => ({ actual, score: shipped(text).scores[head]! }))),
      };
    });
    const mean = (of: (figure: (typeof figures)[number]) => number) =>
      figures.reduce((sum, figure) => sum + of(figure), 0) / figures.length;
    return [
      {
        task: "sexual, hate, violence, harassment: mean area under precision-recall, cross-validated",
        n: rows.length,
        other: { name: "mean AUPRC", value: mean(({ held }) => held) },
        bar: { of: "other", value: 0.7 },
        floor: { name: "by chance", value: mean(({ share }) => share) },
        note: "self-harm is no kind of text_abuse",
      },
      ...figures.map(({ category, head, n, share, held, ours }) => ({
        task: `${category} by ${head}, cross-validated; peer: shipped (trained on these rows)`,
        n,
        other: { name: "AUPRC", value: held },
        floor: { name: "by chance", value: share },
        peer: { name: "shipped", value: ours },
      })),
    ];
  },
};

import type { Evaluation } from "../evaluation.ts";
import { confusion } from "../measure.ts";
import { bitsApart, lookAtAll, samePdq, sameShown } from "../pictures.ts";

export const evaluation: Evaluation = {
  set: "near_dup_images",
  part: "pictures",
  title: "Near-duplicate pictures",
  source: "idealo/imagededup (GitHub), Apache-2.0 for the repository; UKBench pictures.",
  async run(data) {
    const pairs = data.rows<{ a: string; b: string; label: string; mod?: string }>("tune/pairs.jsonl");
    const files = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
    const { looked } = await lookAtAll(files.map((file) => data.path(`raw/${file}`)));
    const looks = new Map(files.map((file, i) => [file, looked[i]!.look]));
    const judged = pairs.map(({ a, b, label, mod }) => {
      const [left, right] = [looks.get(a), looks.get(b)];
      const bits = bitsApart(left, right);
      return { mod, actual: label === "same", said: sameShown(left, right), byPdq: samePdq(left, right), bits };
    });
    const { precision, recall, f1 } = confusion(judged);
    const byPdq = confusion(judged.map(({ actual, byPdq: said }) => ({ actual, said })));
    const missed = judged
      .filter((one) => one.actual && !one.said)
      .map(({ mod, bits }) => `${mod}: ${bits ?? "no hash"}`);
    return [
      {
        task: "pairs judged",
        n: judged.length,
        precision,
        recall,
        f1,
        bar: { of: "precision", value: 1 },
        floor: { name: "F1 of PDQ alone, any orientation", value: byPdq.f1 },
        ...(missed.length > 0 && { note: `missed ${missed.join(", ")}` }),
      },
    ];
  },
};

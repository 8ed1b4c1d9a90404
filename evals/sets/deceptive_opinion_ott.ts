import type { Evaluation } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { ownModel } from "../own_model.ts";
import { signalOf, textInput } from "../screen.ts";

interface Review {
  text: string;
  label: "truthful" | "deceptive";
  g: string;
}

export const evaluation: Evaluation = {
  set: "deceptive_opinion_ott",
  title: "Invented reviews",
  source: "Ott et al. 2011, as in isha-2812/nlp_opinion_spamming (GitHub), non-commercial: measured only.",
  run(data) {
    const rows = data.rows<Review>();
    const own = ownModel(rows.map(({ text, label, g }) => ({ text, actual: label === "deceptive", group: g })));
    const hits = rows.filter(
      ({ text }) => signalOf("review_authenticity", textInput("review", text)).state === "found",
    );
    return [
      {
        task: "a model cross-validated on the set, by group",
        n: own.ours.n,
        precision: own.ours.precision,
        recall: own.ours.recall,
        f1: own.ours.f1,
        floor: { name: "naive Bayes", value: own.naiveBayes.f1 },
        note: "what is invented about hotels says nothing of sales: no such weights are shipped",
      },
      {
        task: "review_authenticity as shipped finds advertising, paid or off-topic ones among them",
        n: rows.length,
        benign: perThousand(hits.length, rows.length),
      },
    ];
  },
};

import type { Evaluation } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { signalOf, textDetectors, textInput } from "../screen.ts";

interface Review {
  text: string;
}

export const evaluation: Evaluation = {
  set: "vinted_app_reviews_fr",
  title: "Honest French reviews",
  source: "juliencloarec/R4DS (GitHub), no licence stated: measured only.",
  run(data) {
    const texts = data.rows<Review>().map(({ text }) => text);
    const detectors = textDetectors("review").filter(({ id }) => id !== "text_link");
    const hits = detectors.map(({ id }) => ({
      id,
      hit: new Set(texts.filter((text) => signalOf(id, textInput("review", text)).state === "found")),
    }));
    const any = texts.filter((text) => hits.some(({ hit }) => hit.has(text)));
    return [
      {
        task: "any text detector, links apart",
        n: texts.length,
        benign: perThousand(any.length, texts.length),
        bar: { of: "benign", value: 25 },
      },
      ...hits.map(({ id, hit }) => ({ task: id, n: texts.length, benign: perThousand(hit.size, texts.length) })),
    ];
  },
};

import type { Evaluation } from "../evaluation.ts";
import { confusion } from "../measure.ts";
import { ownModel } from "../own_model.ts";
import { signalOf, textInput } from "../screen.ts";
import { withShape } from "../shapes.ts";

interface Comment {
  text: string;
  label: "spam" | "ham";
  video: string;
}

/** Comments are stored as HTML. */
const plain = (text: string) =>
  text
    .replace(/<br\s*\/?>/g, "\n")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("\ufeff", "");

export const evaluation: Evaluation = {
  set: "youtube_spam",
  title: "Advertising in comments",
  source: "tuliocasagrande/youtube-spam-experiment (GitHub), no licence stated: measured only.",
  run(data) {
    const rows = data.rows<Comment>().map((row) => ({ ...row, text: plain(row.text) }));
    const own = ownModel(
      rows.map(({ text, label, video }) => ({ text: withShape(text), actual: label === "spam", group: video })),
    );
    const shipped = confusion(
      rows.map(({ text, label }) => ({
        actual: label === "spam",
        said: ["review_authenticity", "text_scam"].some(
          (id) => signalOf(id, textInput("review", text)).state === "found",
        ),
      })),
    );
    return [
      {
        task: "a model cross-validated on the set, by video",
        n: own.ours.n,
        precision: own.ours.precision,
        recall: own.ours.recall,
        f1: own.ours.f1,
        bar: { of: "f1", value: 0.93 },
        floor: { name: "naive Bayes", value: own.naiveBayes.f1 },
      },
      {
        task: "review_authenticity and text_scam as shipped, comments as reviews",
        n: shipped.n,
        precision: shipped.precision,
        recall: shipped.recall,
        f1: shipped.f1,
        benign: 1000 * shipped.falseRate,
      },
    ];
  },
};

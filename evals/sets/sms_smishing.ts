import type { Evaluation, Row } from "../evaluation.ts";
import { confusion, perThousand } from "../measure.ts";
import { ownModel } from "../own_model.ts";
import { signalOf, textDetectors, textInput } from "../screen.ts";
import { withShape } from "../shapes.ts";

interface Sms {
  text: string;
  label: "ham" | "smishing" | "spam";
  g: string;
}

const letters = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, "");

export const evaluation: Evaluation = {
  set: "sms_smishing",
  title: "Scam and spam in text messages",
  source: "Mishra & Soni (Mendeley Data), as in armando013005/ML-SPAM (GitHub), no licence stated: measured only.",
  also: ["sms_spam_en_fr_de_hi"],
  run(data) {
    const rows = data.rows<Sms>();
    const own = ownModel(
      rows.map(({ text, label, g }) => ({ text: withShape(text), actual: label !== "ham", group: g })),
    );
    const trainedOn = new Set(
      data.rows<Sms>("../sms_spam_en_fr_de_hi/tune/data.jsonl").map(({ text }) => letters(text)),
    );
    const shipped = (task: string, some: readonly Sms[]): Row => {
      const outcomes = some.map(({ text, label }) => ({
        actual: label !== "ham",
        said: signalOf("text_scam", textInput("message", text)).state === "found",
      }));
      const { n, precision, recall, f1, falseRate } = confusion(outcomes);
      return { task, n, precision, recall, f1, benign: 1000 * falseRate };
    };
    const ham = rows.filter(({ label }) => label === "ham");
    const anyFound = ham.filter(({ text }) =>
      textDetectors("message").some(
        ({ id }) => id !== "text_link" && signalOf(id, textInput("message", text)).state === "found",
      ),
    );
    return [
      {
        task: "a model cross-validated on the set, by group",
        n: own.ours.n,
        precision: own.ours.precision,
        recall: own.ours.recall,
        f1: own.ours.f1,
        benign: 1000 * own.ours.falseRate,
        bar: { of: "f1", value: 0.97 },
        floor: { name: "naive Bayes", value: own.naiveBayes.f1 },
      },
      shipped("text_scam as shipped, all messages (some are in the set that it was trained on)", rows),
      shipped(
        "text_scam as shipped, messages that it was not trained on",
        rows.filter(({ text }) => !trainedOn.has(letters(text))),
      ),
      {
        task: "ham that any text detector finds, links apart",
        n: ham.length,
        benign: perThousand(anyFound.length, ham.length),
        bar: { of: "benign", value: 25 },
      },
    ];
  },
};

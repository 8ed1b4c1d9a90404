/** What the operator's own model says of the texts: scores, since such a model does not say where. */
import { type Evidence, type TextModelKind, textModelKinds } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";

export const textModel = defineDetector({
  id: "text_model",
  version: 1,
  title: "The operator's own model",
  summary:
    "What a model that the operator put into a folder scores the texts, per kind and with the model's own thresholds. Does not run unless there is one.",
  subjects: ["account", "listing", "message", "question", "review"],
  history: [],
  measurements: ["text_model"],
  cost: "slow",
  kinds: textModelKinds,
  values: {
    kind: { type: "string", title: "the kind that is furthest over its threshold, or nearest to it" },
    model: { type: "string", title: "name and version of the model" },
  },
  detect({ measurements: { text_model: results } }) {
    const result = results?.[0];
    if (!result) return clear();
    if (result.state === "pending") return unknown("the model has not read the texts yet");
    if (result.state === "failed") return unknown(result.reason);
    const { model, scores: given, cut } = result.value;
    // Labels may share a kind: the one that says most speaks for it.
    const said = given.toSorted((a, b) => b.probability - b.threshold - (a.probability - a.threshold));
    const scores: Partial<Record<TextModelKind, number>> = {};
    const evidence: Evidence[] = [];
    for (const { kind, probability, threshold } of said) {
      scores[kind] = Math.max(scores[kind] ?? 0, probability);
      const shown = evidence.some((one) => one.type === "score" && one.label === kind);
      if (probability >= threshold && !shown) evidence.push({ type: "score", label: kind, value: probability });
    }
    const score = Math.max(0, ...Object.values(scores));
    const values = { model, ...(said[0] && { kind: said[0].kind }) };
    if (evidence.length > 0) return { state: "found", score, scores, values, evidence };
    // What was not read may hold anything.
    if (cut) return unknown("a text is longer than what the model is shown");
    return clear(score, { scores, values });
  },
});

/** Which language a text is in, and whether that is the one it is said to be in. */
import type { SpanEvidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { textsOf } from "../text/index.ts";
import { languageOf } from "../text/language.ts";

export const textLanguage = defineDetector({
  id: "text_language",
  version: 1,
  title: "Language",
  summary: "The language of the text, found when it is surely another than the subject declares.",
  subjects: ["account", "listing", "message", "question", "review"],
  history: [],
  measurements: [],
  cost: "micro",
  kinds: { other_language: "a text in another language than declared" },
  values: {
    language: { type: "string", title: "language of the longest text, ISO 639-1; empty when it cannot be told" },
    sure: { type: "bool", title: "whether there was enough text to be sure" },
  },
  detect({ subject }) {
    const views = textsOf(subject).filter((view) => !view.field.startsWith("pictures"));
    const view = views.reduce<(typeof views)[number] | undefined>(
      (longest, other) => (longest && longest.plain.length >= other.plain.length ? longest : other),
      undefined,
    );
    if (!view) return clear(0, { values: { language: "", sure: false } });
    const { language, sure } = languageOf(view);
    const values = { language, sure };
    const declared = typeof subject.data.language === "string" ? subject.data.language.slice(0, 2).toLowerCase() : "";
    if (!sure || !/^[a-z]{2}$/.test(declared) || declared === language) {
      return clear(declared !== "" && language !== "" && declared !== language ? 0.3 : 0, { values });
    }
    const span: SpanEvidence = {
      type: "span",
      field: view.field,
      start: 0,
      end: view.original.length,
      kind: "other_language",
      value: language,
    };
    return { state: "found", score: 0.95, values, evidence: [span] };
  },
});

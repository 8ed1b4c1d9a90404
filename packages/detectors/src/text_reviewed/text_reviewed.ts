/** What a reviewing language model says of the texts, where an operator has one; only what it could quote. */
import type { Evidence } from "@assay/contract";
import { clear, defineDetector, unknown } from "../detector.ts";
import { compilePhrases, spanOf, textsOf } from "../text/index.ts";

/** From this probability on a violation counts. */
const operatingPoint = 0.5;
const maxEvidence = 50;

/**
 * Words addressed to whoever reviews by machine. A model that was talked over says nothing of it, so that it does not depend on
 * the model whether they are seen.
 */
const addressed = compilePhrases([
  "(ignore|disregard|forget|override) ..2 (previous|prior|above|earlier|preceding|system) ..1 (instruction*|prompt*|rule*|direction*)",
  "(ignore|disregard|forget|override) (all|any|the|your|every) ..2 (instruction*|prompt*|guideline*)",
  "(system|developer) (prompt|message) ..2 (approve|allow|override|update*)",
  "you are (a|an|the) ..2 (language model|ai model|chatbot|reviewer|moderator|assistant|classifier)",
  "(ai|llm|gpt|model|automated) (reviewer*|moderator*|moderation|classifier*) ..3 (approve|allow|accept|skip|ignore|must|should)",
  "(respond|answer|reply|return|output) ..2 (only |)(with |) ..2 (violations|no violations|instructions false|json)",
  "(ignore*|oublie*) ..3 (instructions|consignes|directives) ..2 (precedentes|ci dessus|systeme)",
  "(tu es|vous etes) (un|une) ..2 (modele de langage|ia|intelligence artificielle|moderateur automatique)",
  "(ignorier*|vergiss*) ..3 (vorherig*|obig*|bisherig*) (anweisung*|regeln)",
  "(ignora*|olvida*) ..3 (instrucciones|indicaciones) (anteriores|previas|de arriba)",
  "(ignora*|dimentica*) ..3 (istruzioni|indicazioni) (precedenti|sopra)",
]);

export const textReviewed = defineDetector({
  id: "text_reviewed",
  version: 1,
  title: "Reviewed by a language model",
  summary:
    "What a language model that the operator runs or rents says of the texts under the policy's own words; only what it can quote. Off unless switched on.",
  subjects: ["account", "listing", "message", "question", "review"],
  history: [],
  measurements: ["text_review"],
  cost: "slow",
  kinds: {
    violation: "words that the model holds against the policy; the value is the reason code",
    instructions: "words addressed to whoever reviews by machine",
  },
  values: {
    reason: { type: "string", title: "reason code of the likeliest violation; a moderation server's category" },
    model: { type: "string", title: "the model that was asked" },
  },
  detect({ subject, measurements: { text_review: results } }) {
    const result = results?.[0];
    if (!result) return clear();
    if (result.state === "pending") return unknown("the texts were not reviewed yet");
    if (result.state === "failed") return unknown(result.reason);
    const { model, findings, scores, instructions, cut } = result.value;
    const evidence: Evidence[] = [];
    for (const view of textsOf(subject)) {
      for (const { start, end } of addressed.find(view, 10)) evidence.push(spanOf(view, start, end, "instructions"));
    }
    const talkedTo = evidence.length > 0 || instructions;
    const violations = findings.filter(({ probability }) => probability >= operatingPoint);
    for (const { field, start, end, code } of violations) {
      evidence.push({ type: "span", field, start, end, kind: "violation", value: code });
    }
    const categories = Object.entries(scores).filter(([, score]) => score >= operatingPoint);
    for (const [label, value] of categories) evidence.push({ type: "score", label, value });
    if (instructions) evidence.push({ type: "score", label: "instructions", value: 1 });
    const named = [
      ...findings.map(({ code, probability }) => [code, probability] as const),
      ...Object.entries(scores),
    ].sort((a, b) => b[1] - a[1]);
    const worst = named[0];
    const kinds = {
      violation: worst?.[1] ?? 0,
      // Nobody sells a bicycle with a word to the moderator's machine; it is not yet a violation that the policy names.
      instructions: talkedTo ? 0.9 : 0,
    };
    const values = { model, ...(worst && { reason: worst[0] }) };
    const score = Math.max(kinds.violation, kinds.instructions);
    if (evidence.length > 0) {
      return { state: "found", score, scores: kinds, values, evidence: evidence.slice(0, maxEvidence) };
    }
    // What was not read may hold anything.
    if (cut) return unknown("a text is longer than what the reviewer is sent");
    return clear(score, { scores: kinds, values });
  },
});

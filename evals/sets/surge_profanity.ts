import { shipped } from "../abuse.ts";
import type { Evaluation, Row } from "../evaluation.ts";
import { obscene } from "../peers.ts";

interface Term {
  text: string;
  label: "Mild" | "Strong" | "Severe";
}

export const evaluation: Evaluation = {
  set: "surge_profanity",
  title: "Profanities, each alone",
  source: "surge-ai/profanity (GitHub), MIT. Phrases of text_abuse were chosen with its help.",
  run(data): Row[] {
    const all = data.rows<Term>();
    return ["Severe", "Strong", "Mild"].map((severity) => {
      const terms = all.filter((term) => term.label === severity);
      const share = (hits: (term: Term) => boolean) => terms.filter(hits).length / terms.length;
      return {
        task: `${severity}: found`,
        n: terms.length,
        recall: share((term) => shipped(term.text).found),
        peer: { name: "obscenity", value: share((term) => obscene(term.text)) },
      };
    });
  },
};

/** Numbers that should not be in a public text: bank accounts, cards, identity and tax numbers. Each proves itself by its checksum. */
import { clear, defineDetector } from "../detector.ts";
import { type IdentifierKind, identifierKinds } from "../text/identifiers.ts";
import { identifiersOf, spanOf, textsOf } from "../text/index.ts";

const operatingPoint = 0.5;
const maxEvidence = 50;
const kinds = Object.keys(identifierKinds) as IdentifierKind[];

export const textPersonalData = defineDetector({
  id: "text_personal_data",
  version: 1,
  title: "Personal data",
  summary: "Bank accounts, payment cards, and identity, tax and document numbers, proved by their checksums.",
  subjects: ["account", "listing", "message", "question", "review"],
  history: [],
  measurements: [],
  cost: "micro",
  kinds: identifierKinds,
  values: Object.fromEntries(
    kinds.map((kind) => [kind, { type: "bool", title: `holds ${identifierKinds[kind]}` }]),
  ) as Record<IdentifierKind, { type: "bool"; title: string }>,
  detect({ subject }) {
    const values = Object.fromEntries(kinds.map((kind) => [kind, false]));
    const scores: Partial<Record<IdentifierKind, number>> = {};
    const evidence = [];
    let best = 0;
    for (const view of textsOf(subject)) {
      for (const found of identifiersOf(view)) {
        // Traders must show their company's numbers (DSA art. 30), in an ad and in a profile.
        const owed = found.kind === "company_id" && (subject.kind === "listing" || subject.kind === "account");
        const score = Math.round((owed ? found.score * 0.4 : found.score) * 1000) / 1000;
        best = Math.max(best, score);
        scores[found.kind] = Math.max(scores[found.kind] ?? 0, score);
        if (score < operatingPoint || evidence.length >= maxEvidence) continue;
        values[found.kind] = true;
        evidence.push(spanOf(view, found.start, found.end, found.kind, found.value));
      }
    }
    return evidence.length === 0
      ? clear(best, { scores, values })
      : { state: "found", score: best, scores, values, evidence };
  },
});

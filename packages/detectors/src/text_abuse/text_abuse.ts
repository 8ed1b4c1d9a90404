import type { SpanEvidence } from "@assay/contract";
import { defineDetector, type Finding } from "../detector.ts";
import { compilePhrases, spanOf, type TextView, textsOf } from "../text/index.ts";
import { type HeadScore, readModel, scoreText, wordsThatTell } from "../text/model/linear.ts";
import { agesUnder18 } from "./age.ts";
import { type AbuseKind, abuseKinds, groups, innocent, type PhraseGroup } from "./phrases.ts";
import weights from "./text_abuse.weights.json" with { type: "json" };

const model = readModel(weights);
const groupOf: PhraseGroup[] = [];
const matcher = compilePhrases(
  groups.flatMap((group) => {
    for (const _ of group.phrases) groupOf.push(group);
    return group.phrases;
  }),
  { together: true },
);
const innocents = compilePhrases(innocent);

/** A phrase that has innocent uses counts from this probability of the heads that its kind goes by. */
const leaning = 0.35;
const headsOf: Readonly<Partial<Record<AbuseKind, readonly string[]>>> = {
  hate: ["hate", "insult"],
  insult: ["insult", "hate"],
  vulgarity: ["insult", "hate", "sexual"],
  sexual: ["sexual"],
  prostitution: ["sexual"],
};
const mostSpans = 20;

interface Sight {
  start: number;
  end: number;
  kind: AbuseKind;
  score: number;
}

/** What phrases and ages show in one text, the innocent ones left out. */
function phrasesIn(view: TextView, heads: readonly HeadScore[]): Sight[] {
  const matches = matcher.find(view);
  const sights: Sight[] = agesUnder18(view).map((place) => ({ ...place, kind: "minor", score: 0.9 }));
  if (matches.length === 0) return sights;
  const spared = innocents.find(view);
  for (const { phrase, start, end } of matches) {
    const { kind, score, when } = groupOf[phrase]!;
    if (spared.some((place) => place.start <= start && end <= place.end)) continue;
    if (when === "model" && !heads.some((head) => head.probability >= leaning && headsOf[kind]?.includes(head.kind)))
      continue;
    sights.push({ start, end, kind, score });
  }
  return sights;
}

/** What the model finds in one text beside what phrases show, marked on the words that tell. */
function modelled(view: TextView, heads: readonly HeadScore[], phrases: readonly Sight[]): Sight[] {
  return heads
    .filter((head) => head.found && !phrases.some(({ kind }) => kind === head.kind))
    .flatMap((head) =>
      wordsThatTell(model, view, head).map((place) => ({
        ...place,
        kind: head.kind as AbuseKind,
        score: head.probability,
      })),
    );
}

/** Places of one kind that overlap, as one; in reading order. */
function merged(sights: readonly Sight[]): Sight[] {
  const made: Sight[] = [];
  for (const sight of sights.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = made.findLast(({ kind }) => kind === sight.kind);
    if (last && sight.start < last.end) {
      last.end = Math.max(last.end, sight.end);
      last.score = Math.max(last.score, sight.score);
    } else made.push({ ...sight });
  }
  return made;
}

export const textAbuse = defineDetector({
  id: "text_abuse",
  version: 1,
  title: "Abusive text",
  summary:
    "Finds hate, harassment, insults, vulgarity, threats, sexual content, prostitution and signs of a minor in a text, by phrases and by a small model trained here.",
  subjects: ["account", "listing", "message", "question", "review"],
  history: [],
  measurements: [],
  cost: "micro",
  kinds: abuseKinds,
  values: {},
  detect({ subject }): Finding {
    const scores = Object.fromEntries(Object.keys(abuseKinds).map((kind) => [kind, 0])) as Record<AbuseKind, number>;
    const evidence: SpanEvidence[] = [];
    let found = false;
    for (const view of textsOf(subject)) {
      const heads = scoreText(model, view);
      for (const { kind, probability } of heads) {
        scores[kind as AbuseKind] = Math.max(scores[kind as AbuseKind], probability);
      }
      const phrases = phrasesIn(view, heads);
      const sights = merged([...phrases, ...modelled(view, heads, phrases)]);
      for (const { start, end, kind, score } of sights) {
        found = true;
        scores[kind] = Math.max(scores[kind], score);
        if (evidence.length < mostSpans) evidence.push(spanOf(view, start, end, kind));
      }
    }
    return { state: found ? "found" : "clear", score: Math.max(...Object.values(scores)), scores, evidence };
  },
});

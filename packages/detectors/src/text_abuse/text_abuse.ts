import type { SpanEvidence } from "@assay/contract";
import { defineDetector, type Finding } from "../detector.ts";
import { spanOf, type TextView, textsOf } from "../text/index.ts";
import type { WordClass } from "../text/model/classes.ts";
import { classesBetween } from "../text/model/features.ts";
import { type HeadScore, readModel, scoreText, tokensOf, wordsThatTell } from "../text/model/linear.ts";
import { type AbuseKind, abuseKinds } from "./phrases.ts";
import { type Sight, saidIn } from "./said.ts";
import weights from "./text_abuse.weights.json" with { type: "json" };

const model = readModel(weights);
const mostSpans = 20;

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

/** The most that the model says of hate which names nobody. */
const mostAimless = 0.3;
const targets: readonly WordClass[] = ["group", "slur", "vermin", "they"];

/**
 * Whether the words by which the model finds hate name nobody who can be hated: no group, no slur, nothing that people are called who are not
 * held for people, not even "they". Hate is of somebody; what the model saw then are words that it knows from elsewhere.
 */
function isAimless(view: TextView, head: HeadScore): boolean {
  if (head.kind !== "hate" || !head.found) return false;
  const { from, to } = tokensOf(view, head);
  const classes = classesBetween(view, from, to);
  return !targets.some((name) => classes.has(name));
}

function aimless(head: HeadScore): HeadScore {
  return { ...head, found: false, probability: Math.min(head.probability, mostAimless) };
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
  version: 2,
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
      const heads = scoreText(model, view).map((head) => (isAimless(view, head) ? aimless(head) : head));
      for (const { kind, probability } of heads) {
        scores[kind as AbuseKind] = Math.max(scores[kind as AbuseKind], probability);
      }
      const phrases = saidIn(view, heads);
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

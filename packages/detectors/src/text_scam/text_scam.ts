/**
 * The stories that cost people money: several cues together make a pattern, in one text or over the last messages that the same
 * person wrote in a conversation ("your item is sold" … "open this link" … "enter your card"). Beside the patterns, a small model
 * trained on scams and unsolicited messages reads messages and questions.
 */
import type { SpanEvidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { spanOf, type TextView, textsOf } from "../text/index.ts";
import { type HeadScore, readModel, scoreText, wordsThatTell } from "../text/model/linear.ts";
import { patterns } from "./phrases.ts";
import { type Place, placesOf, tellingOf } from "./stories.ts";
import weights from "./text_scam.weights.json" with { type: "json" };

const model = readModel(weights);

/** Of what a pattern is worth when a part of it stands in an earlier message. */
const splitFactor = 0.92;
/** Of what it is worth in a public ad, where deposits, fees and links have honest reasons. */
const publicFactor = 0.8;
/** From here a weak pattern and the model speak for each other. */
const inkling = 0.3;

const kinds = {
  phishing: "a threat or a promise that leads to a link or to data",
  verification_code: "a one-time code is asked for",
  fake_support: "somebody poses as the site's support, a bank or a carrier",
  advance_fee: "fees before a larger sum comes",
  prize: "a prize or a lottery",
  overpayment: "more money than the price, the rest to be passed on",
  absent_buyer: "a buyer or seller who cannot be seen, and wants another channel",
  advance_rent: "a deposit before anything was seen; keys by post",
  quick_money: "quick or guaranteed riches",
  mule: "work that passes on money or parcels",
  loan: "loans without questions",
  relative: "a relative with a new number who needs money",
  unsolicited: "reads like a scam or unsolicited advertising, to a model trained on such messages",
} as const satisfies Record<string, string>;
type Kind = keyof typeof kinds;

interface Learned {
  view: TextView;
  head: HeadScore;
}

export const textScam = defineDetector({
  id: "text_scam",
  version: 2,
  title: "Scam",
  summary: "Recognises the stories of scams: phishing, codes, advance fees, overpayment, false support, quick money.",
  subjects: ["listing", "message", "question", "account", "review"],
  history: ["conversation_before"],
  measurements: [],
  cost: "micro",
  kinds,
  values: { pattern: { type: "string", title: "Pattern of the scam" } },
  detect({ subject, history }) {
    const views = textsOf(subject);
    const isPublic = subject.kind === "listing" || subject.kind === "account";
    const places = placesOf(views, subject.owner, history.conversation_before);
    const scores: Partial<Record<Kind, number>> = {};
    const told = new Map<Place, Kind>();
    for (const pattern of places.size === 0 ? [] : patterns) {
      const telling = tellingOf(pattern, places);
      if (!telling) continue;
      const isSplit = telling.some((place) => place.message !== undefined);
      const probability = pattern.score * (isSplit ? splitFactor : 1) * (isPublic ? publicFactor : 1);
      scores[pattern.kind] = Math.max(scores[pattern.kind] ?? 0, probability);
      if (probability >= 0.5) for (const place of telling) if (!told.has(place)) told.set(place, pattern.kind);
    }
    const story = Math.max(0, ...Object.values(scores));
    // Only what is written to a person is like what the model has read.
    const learned = subject.kind === "message" || subject.kind === "question" ? modelled(views) : [];
    const unsolicited = Math.max(0, ...learned.map(({ head }) => head.probability));
    if (unsolicited >= 0.05) scores.unsolicited = unsolicited;

    const together = 1 - (1 - story) * (1 - unsolicited);
    const modelFound = learned.some(({ head }) => head.found);
    const agree = story >= inkling && unsolicited >= inkling && together >= 0.5;
    if (story < 0.5 && !modelFound && !agree) return clear(Math.min(together, 0.49), { scores });
    const [pattern] = Object.entries(scores).reduce((a, b) => (b[1] > a[1] ? b : a));
    return {
      state: "found",
      score: Math.max(together, 0.5),
      scores,
      values: { pattern },
      evidence: told.size > 0 ? tellingSpans(told) : learned.flatMap(modelSpans),
    };
  },
});

function modelled(views: readonly TextView[]): Learned[] {
  return views.flatMap((view) => scoreText(model, view).map((head) => ({ view, head })));
}

function modelSpans({ view, head }: Learned): SpanEvidence[] {
  return wordsThatTell(model, view, head).map(({ start, end }) => spanOf(view, start, end, head.kind));
}

/** Spans for what stands in the subject; what stands in earlier messages is added to the first of them as parts. */
function tellingSpans(told: ReadonlyMap<Place, Kind>): SpanEvidence[] {
  const spans: SpanEvidence[] = [];
  const earlier: Place[] = [];
  for (const [place, kind] of told) {
    const { view, hit } = place;
    if (place.message !== undefined) earlier.push(place);
    else spans.push(spanOf(view, hit.start, hit.end, kind, hit.cue));
  }
  const [first] = spans;
  if (first && earlier.length > 0) {
    first.parts = [
      { field: first.field, start: first.start, end: first.end },
      ...earlier.map(({ view, hit, message }) => ({
        subject: { kind: "message" as const, id: message! },
        field: view.field,
        ...view.toOriginal(hit.start, hit.end),
      })),
    ];
  }
  return spans;
}

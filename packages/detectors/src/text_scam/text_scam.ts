/**
 * The stories that cost people money: several cues together make a pattern, in one text or over the last messages that the same
 * person wrote in a conversation ("your item is sold" … "open this link" … "enter your card").
 */
import type { SpanEvidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { type CueHit, compileCues, sentenceOf, wordsBetween } from "../text/cues.ts";
import { spanOf, type TextView, textsOf, viewOf } from "../text/index.ts";
import { isNegated } from "../text/negation.ts";
import { type Cue, cues, patterns, warnings } from "./phrases.ts";

const cueReader = compileCues(cues);
const warningReader = compileCues(warnings);

/** Where a cue stands: in the subject, or in an earlier message. */
interface Place {
  view: TextView;
  hit: CueHit<Cue>;
  message?: string;
}

/** Cues that are denials themselves. */
const mayBeDenied: ReadonlySet<Cue> = new Set(["absent_story", "cannot_come", "mule", "loan"]);
/** Farthest that two cues of one pattern stand apart in one text, in words. */
const reach = 40;
/** Only the last messages of a conversation make one story with this one. */
const messagesBack = 6;
/** Of what a pattern is worth when a part of it stands in an earlier message. */
const splitFactor = 0.92;
/** Of what it is worth in a public ad, where deposits, fees and links have honest reasons. */
const publicFactor = 0.8;

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
} as const satisfies Record<string, string>;

export const textScam = defineDetector({
  id: "text_scam",
  version: 1,
  title: "Scam",
  summary: "Recognises the stories of scams: phishing, codes, advance fees, overpayment, false support, quick money.",
  subjects: ["listing", "message", "question", "account", "review"],
  history: ["conversation_before"],
  measurements: [],
  cost: "micro",
  kinds,
  values: { pattern: { type: "string", title: "Pattern of the scam" } },
  detect({ subject, history }) {
    const here = textsOf(subject).flatMap((view) => placesIn(view));
    if (here.length === 0) return clear();
    const before = earlierPlaces(subject.owner, history.conversation_before);
    const byCue = new Map<Cue, Place[]>();
    for (const place of [...here, ...before]) {
      const { cue } = place.hit;
      const list = byCue.get(cue);
      if (list) list.push(place);
      else byCue.set(cue, [place]);
    }

    const scores: Record<string, number> = {};
    const told = new Set<Place>();
    for (const { kind, all, score } of patterns) {
      const places = nearest(all.map((cue) => byCue.get(cue) ?? []));
      if (!places) continue;
      let probability: number = score;
      if (places.some((place) => place.message !== undefined)) probability *= splitFactor;
      if (subject.kind === "listing" || subject.kind === "account") probability *= publicFactor;
      scores[kind] = Math.max(scores[kind] ?? 0, probability);
      if (probability >= 0.5) for (const place of places) told.add(place);
    }
    const [pattern, best] = Object.entries(scores).reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
    // Two patterns at once leave less room for chance than the better of them.
    const score = 1 - (1 - best) * (Object.values(scores).filter((other) => other >= 0.5).length > 1 ? 0.6 : 1);
    if (best < 0.5) return clear(score, { scores });
    return { state: "found", score, scores, values: { pattern }, evidence: evidenceOf(pattern, [...told]) };
  },
});

/** One place for each cue, one of them in the subject, as close together as they come: within `reach` words, or in different texts. */
function nearest(choices: readonly (readonly Place[])[]): readonly Place[] | undefined {
  const [firsts = [], seconds] = choices;
  if (!seconds) {
    const only = firsts.find((place) => place.message === undefined);
    return only && [only];
  }
  let best: readonly Place[] | undefined;
  let least = reach + 1;
  for (const first of firsts) {
    for (const second of seconds) {
      if (first.message !== undefined && second.message !== undefined) continue;
      const distance = first.view === second.view ? wordsBetween(first.hit, second.hit) : reach;
      if (distance >= least) continue;
      least = distance;
      best = [first, second];
    }
  }
  return best;
}

/** Cues of a text that nobody denies there or warns of. */
function placesIn(view: TextView, message?: string): Place[] {
  const hits = cueReader.read(view);
  if (hits.length === 0) return [];
  const warned = warningReader.read(view).map((hit) => sentenceOf(view, hit.firstToken));
  return (
    hits
      .filter(({ firstToken }) => !warned.some(({ from, to }) => firstToken >= from && firstToken < to))
      // "You won't": the negation is behind the cue.
      .filter(({ end }) => !view.plain.startsWith("'t", end))
      .filter(({ cue, firstToken, endToken }) => mayBeDenied.has(cue) || !isNegated(view, firstToken, endToken))
      .map((hit) => ({ view, hit, ...(message !== undefined && { message }) }))
  );
}

function earlierPlaces(owner: string, messages: readonly { id: string; from: string; text: string }[]): Place[] {
  return messages
    .filter(({ from }) => from === owner)
    .slice(-messagesBack)
    .reverse()
    .flatMap(({ id, text }) => placesIn(viewOf("text", text), id));
}

/** Spans for what stands in the subject; what stands in earlier messages is added to the first of them as parts. */
function evidenceOf(kind: string, places: readonly Place[]): SpanEvidence[] {
  const spans = places
    .filter((place) => place.message === undefined)
    .map(({ view, hit }) => spanOf(view, hit.start, hit.end, kind, hit.cue));
  const earlier = places.filter((place) => place.message !== undefined);
  const [firstSpan] = spans;
  if (firstSpan && earlier.length > 0) {
    firstSpan.parts = [
      { field: firstSpan.field, start: firstSpan.start, end: firstSpan.end },
      ...earlier.map(({ view, hit, message }) => ({
        subject: { kind: "message" as const, id: message! },
        field: view.field,
        ...view.toOriginal(hit.start, hit.end),
      })),
    ];
  }
  return spans.sort((a, b) => (a.field === b.field ? a.start - b.start : 0));
}

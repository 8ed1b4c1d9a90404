/** Where the cues of a scam's story stand: in the subject, or in the last messages that the same person wrote before. */
import { type CueHit, compileCues, sentenceOf, wordsBetween } from "../text/cues.ts";
import { type TextView, viewOf } from "../text/index.ts";
import { isNegated } from "../text/negation.ts";
import { type Cue, cues, type Pattern, warnings } from "./phrases.ts";

const cueReader = compileCues(cues, { together: true });
const warningReader = compileCues(warnings);

export interface Place {
  view: TextView;
  hit: CueHit<Cue>;
  /** Id of the earlier message that it stands in. */
  message?: string;
}

export type Places = ReadonlyMap<Cue, readonly Place[]>;

/** Cues that are denials themselves. */
const mayBeDenied: ReadonlySet<Cue> = new Set([
  "absent_story",
  "cannot_come",
  "mule",
  "loan",
  "easy_job",
  "account_threat",
]);
/** Farthest that two cues of one pattern stand apart in one text, in words. */
const reach = 40;
/** Only the last messages of a conversation make one story with this one. */
const messagesBack = 6;

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

/**
 * Every cue of a subject's texts with its places, those of the owner's earlier messages after its own.
 * Empty when nothing stands in the subject itself: what was said before was judged then.
 */
export function placesOf(
  views: readonly TextView[],
  owner: string,
  before: readonly { id: string; from: string; text: string }[],
): Places {
  const byCue = new Map<Cue, Place[]>();
  const here = views.flatMap((view) => placesIn(view));
  if (here.length === 0) return byCue;
  const earlier = before
    .filter(({ from }) => from === owner)
    .slice(-messagesBack)
    .reverse()
    .flatMap(({ id, text }) => placesIn(viewOf("text", text), id));
  for (const place of [...here, ...earlier]) {
    const list = byCue.get(place.hit.cue);
    if (list) list.push(place);
    else byCue.set(place.hit.cue, [place]);
  }
  return byCue;
}

/** Where a pattern is told: a place for each of its cues, one of them in the subject, as close together as they come; or nothing. */
export function tellingOf({ all }: Pattern, places: Places): readonly Place[] | undefined {
  const [firsts = [], seconds] = all.map((cue) => places.get(cue) ?? []);
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

/** What phrases and ages say of a text, without the model or with it. */
import { compilePhrases, type TextView } from "../text/index.ts";
import type { HeadScore } from "../text/model/linear.ts";
import { agesUnder18 } from "./age.ts";
import { type AbuseKind, groups, innocent, type PhraseGroup } from "./phrases.ts";

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

export interface Sight {
  start: number;
  end: number;
  kind: AbuseKind;
  score: number;
}

/**
 * What phrases and ages show in one text, the innocent ones left out.
 * @param heads what the model says of it; without them, phrases that have innocent uses do not count
 */
export function saidIn(view: TextView, heads: readonly HeadScore[] = []): Sight[] {
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

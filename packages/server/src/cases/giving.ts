/** What a person is given: not the topics that they opted out of, no more severe cases than they bear, only languages that they read. */
import { severe, type Topic, topicSeverity, topics } from "@assay/contract";
import type { Querier } from "../db/index.ts";
import { lastSeverities, severeToday, workSettingsOf } from "./store/people.ts";

export interface Given {
  /** Topics that are kept from them now. */
  away: Topic[];
  /** None: every language. */
  languages: string[];
  /** Whether severe cases are kept away only so that they alternate with others: given all the same where there is nothing else. */
  rotates: boolean;
}

/** After so many severe cases one after the other another kind comes next. */
const severeInARow = 3;
const severeTopics = topics.filter((topic) => topicSeverity[topic] >= severe);

/** @param zone the marketplace's time zone, in which the cap counts by day */
export async function givenTo(q: Querier, marketplace: string, person: string, zone: string): Promise<Given> {
  const { topics_out, languages, severe_cap } = await workSettingsOf(q, marketplace, person);
  const seen = severe_cap === null ? 0 : await severeToday(q, marketplace, person, zone, severe);
  const last = await lastSeverities(q, marketplace, person, severeInARow);
  const capped = severe_cap !== null && seen >= severe_cap;
  const rotates = !capped && last.length === severeInARow && last.every((each) => each >= severe);
  const away = new Set([...topics_out, ...(capped || rotates ? severeTopics : [])]);
  return { away: [...away], languages, rotates };
}

/** The same without what only alternates. */
export async function withoutRotation(q: Querier, marketplace: string, person: string, given: Given): Promise<Given> {
  if (!given.rotates) return given;
  const { topics_out } = await workSettingsOf(q, marketplace, person);
  return { ...given, away: topics_out, rotates: false };
}

/** Everything that the review screen shows of one case, read side by side. */
import { AssayError, type Case, type CaseRow, type CaseView, type ReasonCode } from "@assay/contract";
import { type Principal, userNames } from "../access/index.ts";
import { caseById, caseOf, givenTo, idsAfter, labelsOf, lanesFor } from "../cases/index.ts";
import type { Database, Querier } from "../db/index.ts";
import { languagesFor, loadDecision } from "../decisions/index.ts";
import { subjectRow, subjectStates } from "../intake/index.ts";
import type { RuleRecords } from "../quality/index.ts";
import type { Voices } from "../voices.ts";
import { accountView } from "./account_view.ts";
import { seenMessages, statements, withNames, writersOf } from "./case_parts.ts";
import { neededFields, seenAs, sightOf } from "./personal.ts";
import { requireTold } from "./quarantine.ts";
import { sampleView } from "./sample_view.ts";
import { picturesOf, pictureViews, subjectView } from "./subject_view.ts";
import { twinsOf } from "./twins.ts";
import { waitingView } from "./waiting_view.ts";

export interface CaseViewDeps {
  db: Database;
  rules: RuleRecords;
  reasons: readonly ReasonCode[];
  voices: Voices;
  /** The time zone of a marketplace. */
  zoneOf(marketplace: string): Promise<string>;
}

/**
 * Shows the subject as it is now, with the newest decision on it, which is the one that a resolution answers, whichever
 * revision the case was opened for. `stale`: that decision is not on the revision shown, and a resolution would be refused.
 * @param person who looks: what others hold is not among the next cases
 * @param all the next cases are those of every queue
 * @throws AssayError `not_found`
 */
export async function caseView(
  { db, rules, reasons, voices, zoneOf }: CaseViewDeps,
  person: Principal,
  id: string,
  all = false,
): Promise<CaseView> {
  const { marketplace } = person;
  const q = db.for(marketplace);
  const [row, lanes] = await Promise.all([caseById(q, marketplace, id), lanesFor(q, person)]);
  if (!row || lanes.hidden.includes(row.queue)) throw new AssayError("not_found", `There is no case ${id}.`);
  const given = await givenTo(q, marketplace, person.id, await zoneOf(marketplace));
  if (row.quality_item) return sampleView(q, person, row, { lanes, given, rules, reasons, voices }, all);
  await requireTold(q, person, { kind: row.kind, id: row.subject_id });
  const subject = await subjectRow(q, marketplace, row.kind, row.subject_id);
  if (!subject) throw new AssayError("not_found", `The subject of case ${id} is not here any more.`);
  const decision = await loadDecision(q, marketplace, subject.decision_id ?? row.decision_id);
  if (!decision) throw new AssayError("not_found", `The decision of case ${id} is not here any more.`);
  const needed = neededFields(decision.answer);
  const [shown, view, sight, account, conversation, records, next, labels] = await Promise.all([
    withNames(q, [caseOf(row)]),
    subjectView(q, marketplace, subject),
    sightOf(q, person),
    accountView(q, person, row.owner, undefined, needed),
    // A case that a rule, a report or a person opened is what points at the conversation.
    row.kind === "message" ? seenMessages(q, person, subject.event_id) : [],
    rules.of(marketplace, row.reasons),
    idsAfter(q, marketplace, row, person.id, all ? undefined : row.queue, lanes.closed, given),
    labelsOf(q, marketplace, subject.decision_id ?? row.decision_id),
  ]);
  const [names, twins, labellers] = await Promise.all([
    writersOf(q, marketplace, conversation),
    twinsOf(q, person, decision.answer),
    userNames(q, [...new Set(labels.map((label) => label.by))]),
  ]);
  return {
    case: shown[0]!,
    decision: decision.answer,
    view: seenAs(view, sight, needed),
    account,
    conversation,
    twins,
    rules: records,
    notes: account.notes,
    labels: labels.map((label) => ({ ...label, by: labellers.get(label.by) ?? label.by })),
    names,
    guidelines: lanes.of(row.queue).guidelines,
    ...(await waitingView(q, marketplace, row)),
    statements: statements(reasons, await voices.of(marketplace), [
      ...languagesFor(account.data, undefined),
      ...languagesFor(subject.state, undefined),
    ]),
    next,
    stale: row.state !== "resolved" && decision.event_id !== subject.event_id,
  };
}

/** The same cases, each with the first picture of what it is about. */
export async function withPictures(q: Querier, marketplace: string, cases: readonly Case[]): Promise<CaseRow[]> {
  const states = await subjectStates(
    q,
    marketplace,
    cases.map(({ subject }) => subject),
  );
  const first = cases.map(({ subject }) => picturesOf(states.get(`${subject.kind} ${subject.id}`) ?? {})[0]);
  const views = await pictureViews(
    q,
    marketplace,
    first.filter((picture) => picture !== undefined),
  );
  let at = 0;
  return cases.map((one, index) => (first[index] ? { ...one, picture: views[at++]! } : one));
}

/** Golden items: decisions whose answer is known, mixed into a queue so that nobody can tell. */
import { type AnswerOutcome, AssayError } from "@assay/contract";
import type { Principal } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import { type CaseRow, openSample, placeBehind } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { decisionsOf } from "../decisions/index.ts";
import { itemOf } from "./draw.ts";
import { decisionToKnow } from "./store/draws.ts";
import { goldenFor, type ItemRow, insertItem, itemById, reviewsOf, setItem } from "./store/items.ts";

/** Share of cases that are golden where the marketplace says nothing. */
export const usualGoldenShare = 0.02;
/** A golden case comes so many cases later: those next are on the person's screen already. */
const stepsBehind = 6;
/** How urgent a case is that is answered to learn, 0 to 100. */
const calibrationPriority = 50;

/**
 * @param known the answer, and why; the queue in which it is asked
 * @throws AssayError `not_found` for a decision that is not there
 */
export async function addGolden(
  tx: Querier,
  person: Principal,
  known: {
    decision_id: string;
    queue: string;
    outcome: AnswerOutcome;
    reasons: string[];
    note?: string | undefined;
  },
): Promise<string> {
  const { marketplace } = person;
  const row = await decisionToKnow(tx, marketplace, known.decision_id);
  if (!row) throw new AssayError("not_found", `There is no decision ${known.decision_id}.`);
  const id = await insertItem(tx, marketplace, {
    ...itemOf(row),
    draw: null,
    queue: known.queue,
    stratum: "",
    population: 0,
    probability: 1,
    reviews: 1,
    state: "done",
    truth: known.outcome,
    truth_reasons: known.reasons,
    settled_by: person.id,
    ...(known.note !== undefined && { note: known.note }),
  });
  const { queue, outcome } = known;
  await appendAudit(tx, marketplace, {
    actor: person.id,
    what: "quality.golden_added",
    subject: id,
    details: { queue, outcome },
  });
  return id;
}

/** It is mixed in no more; what was answered stays. */
export async function withdrawGolden(tx: Querier, person: Principal, id: string): Promise<void> {
  const item = await itemById(tx, person.marketplace, id, true);
  if (!item || item.draw !== null) throw new AssayError("not_found");
  await setItem(tx, person.marketplace, id, { ...item, state: "withdrawn" });
  await appendAudit(tx, person.marketplace, {
    actor: person.id,
    what: "quality.golden_withdrawn",
    subject: id,
    details: {},
  });
}

/**
 * Once a person has answered a case: perhaps puts a golden one into the queue, a few cases behind.
 * @param chance in [0, 1]
 * @param dice in [0, 1)
 */
export async function mixGolden(
  tx: Querier,
  marketplace: string,
  person: string,
  after: Pick<CaseRow, "id" | "queue" | "priority" | "opened_at">,
  chance: number,
  dice = Math.random(),
): Promise<string | undefined> {
  if (dice >= chance) return undefined;
  const item = await goldenFor(tx, marketplace, after.queue, person);
  if (!item) return undefined;
  const place = await placeBehind(tx, marketplace, after.queue, after, stepsBehind);
  return openGolden(tx, marketplace, item, place ?? after);
}

/** A golden case of a queue for somebody who is not certified for it yet; undefined where there is none that they have not answered. */
export async function calibrationCase(tx: Querier, person: Principal, queue: string): Promise<string | undefined> {
  const item = await goldenFor(tx, person.marketplace, queue, person.id);
  return item && openGolden(tx, person.marketplace, item, { priority: calibrationPriority, opened_at: new Date() });
}

/** @returns the case; undefined where another of the subject is open */
export async function openGolden(
  tx: Querier,
  marketplace: string,
  item: ItemRow,
  place: { priority: number; opened_at: Date },
): Promise<string | undefined> {
  const [asked, answered] = [await askedDecision(tx, marketplace, item), await reviewsOf(tx, marketplace, [item.id])];
  return openSample(tx, marketplace, {
    ...item,
    item: item.id,
    queue: item.queue ?? "",
    priority: place.priority,
    reasons: asked?.reasons ?? [],
    shownAs: "moderation",
    notFor: [item.decided_by, ...answered.map(({ person }) => person)],
    // After the one whose place it takes, before the next: times are kept to the microsecond, dates to the millisecond.
    openedAt: new Date(place.opened_at.getTime() + 1),
  });
}

/** What the rules made of it before any person did: what a golden case shows, as any case does. */
export async function askedDecision(q: Querier, marketplace: string, item: Pick<ItemRow, "event_id">) {
  const all = await decisionsOf(q, marketplace, item.event_id);
  return all.findLast((each) => each.decided_by === "rule")?.answer;
}

/** What a person does with a case beside resolving it. Each is one transaction with its audit entry, and needs the case to be free or theirs. */
import { AssayError, type Case, type Label, type Note, severityOf } from "@assay/contract";
import type { Principal } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Database, Querier } from "../db/index.ts";
import { caseOf, requireWorkable } from "./case.ts";
import { givenTo, withoutRotation } from "./giving.ts";
import { lanesFor } from "./lanes.ts";
import * as cases from "./store/cases.ts";
import * as claims from "./store/claims.ts";
import * as notes from "./store/notes.ts";
import { recordView, topicsOfCase } from "./store/people.ts";

export interface WorkDeps {
  db: Database;
  /** How long a claim lasts without activity, in ms. */
  claimMs: number;
}

/** Where escalated cases go. */
export const escalationQueue = "escalation";
/** By how much an escalation raises the priority, up to 100. */
const escalationRaise = 20;
/** Longest snooze, in ms: 30 days. */
const longestSnoozeMs = 30 * 24 * 3_600_000;

/** Takes the next case of a queue and lets go of the one before it. @param zone the marketplace's time zone. @returns null when there is nothing to do */
export async function takeNext(
  { db, claimMs }: WorkDeps,
  person: Principal,
  queue: string | undefined,
  after: string | undefined,
  zone: string,
): Promise<string | null> {
  return db.transaction(person.marketplace, async (tx) => {
    const { marketplace, id } = person;
    if (after !== undefined) await claims.release(tx, marketplace, after, id);
    const lanes = await lanesFor(tx, person);
    const given = await givenTo(tx, marketplace, id, zone);
    const take = async (from: string | undefined) => {
      const first = await claims.claimNext(tx, marketplace, id, from, after, claimMs, lanes.closed, given);
      if (first !== null || !given.rotates) return first;
      const any = await withoutRotation(tx, marketplace, id, given);
      return claims.claimNext(tx, marketplace, id, from, after, claimMs, lanes.closed, any);
    };
    const own = await take(queue);
    if (own !== null) await seen(tx, person, own);
    if (own !== null || queue === undefined) return own;
    for (const row of lanes.all) {
      if (row.overflow_to !== queue || row.overflow_at === null) continue;
      if ((await cases.openCount(tx, marketplace, row.queue)) <= row.overflow_at) continue;
      const taken = await take(row.queue);
      if (taken === null) continue;
      await seen(tx, person, taken);
      return taken;
    }
    return null;
  });
}

/** @throws AssayError `case_taken`, `case_resolved`, `not_found` */
export async function takeCase({ db, claimMs }: WorkDeps, person: Principal, id: string): Promise<Case> {
  const q = db.for(person.marketplace);
  const known = await cases.caseById(q, person.marketplace, id);
  if (known && (await lanesFor(q, person)).hidden.includes(known.queue)) throw new AssayError("not_found");
  const taken = await claims.claim(q, person.marketplace, id, person.id, claimMs);
  if (taken) await seen(q, person, id);
  const row = await cases.caseById(q, person.marketplace, id);
  return caseOf(taken && row ? row : requireWorkable(row, person.id));
}

/** What is handed out is seen: it counts towards what the person has had before their eyes. */
async function seen(q: Querier, person: Principal, id: string): Promise<void> {
  const topics = await topicsOfCase(q, person.marketplace, id);
  await recordView(q, person.marketplace, { person: person.id, caseId: id, severity: severityOf(topics), topics });
}

/** Gives a case back. With `case.assign` another person's as well. */
export async function releaseCase({ db }: WorkDeps, person: Principal, id: string): Promise<Case> {
  return db.transaction(person.marketplace, async (tx) => {
    const row = await lockSeen(tx, person, id);
    if (row.claimed_by !== null && row.claimed_by !== person.id) {
      if (!person.permissions.has("case.assign")) throw new AssayError("case_taken");
      await claims.release(tx, person.marketplace, id, undefined);
      await record(tx, person, "case.released", id, { held_by: row.claimed_by });
    } else await claims.release(tx, person.marketplace, id, person.id);
    return shown(tx, person, id);
  });
}

/** What a case can wait for, beside a time: whatever comes first. */
export const waitedFor = ["edit", "message", "order", "appeal"] as const;

/** Out of the queue until then. @param waitFor what ends it sooner */
export function snoozeCase(
  deps: WorkDeps,
  person: Principal,
  id: string,
  until: Date,
  waitFor?: (typeof waitedFor)[number],
): Promise<Case> {
  const ahead = until.getTime() - Date.now();
  if (!(ahead > 0 && ahead <= longestSnoozeMs)) {
    throw new AssayError("invalid_request", "A case can be snoozed until a time in the next 30 days.");
  }
  return change(deps, person, id, async (tx) => {
    await cases.snooze(tx, person.marketplace, id, until, waitFor);
    await record(tx, person, "case.snoozed", id, { until: until.toISOString(), ...(waitFor && { wait_for: waitFor }) });
  });
}

export function moveCase(
  deps: WorkDeps,
  person: Principal,
  id: string,
  to: { queue: string; note?: string | undefined },
): Promise<Case> {
  return change(deps, person, id, async (tx, row) => {
    await cases.move(
      tx,
      person.marketplace,
      id,
      to.queue,
      row.priority,
      (await lanesFor(tx, person)).of(to.queue).due_minutes,
      person.id,
    );
    await writeNote(tx, person, row, to.note);
    await record(tx, person, "case.moved", id, { from: row.queue, to: to.queue });
  });
}

/** To people who may say more, with a word to them, and ahead of what was as urgent. */
export function escalateCase(deps: WorkDeps, person: Principal, id: string, note: string): Promise<Case> {
  return change(deps, person, id, async (tx, row) => {
    const priority = Math.min(100, row.priority + escalationRaise);
    const { due_minutes } = (await lanesFor(tx, person)).of(escalationQueue);
    await cases.move(tx, person.marketplace, id, escalationQueue, priority, due_minutes, person.id);
    await writeNote(tx, person, row, note);
    await record(tx, person, "case.escalated", id, { from: row.queue });
  });
}

/** A note stays with the account: it is shown with its next case too. Whoever reads a case may write one. */
export async function noteOnCase(
  { db, claimMs }: WorkDeps,
  person: Principal,
  id: string,
  text: string,
): Promise<Note> {
  return db.transaction(person.marketplace, async (tx) => {
    const row = await lockSeen(tx, person, id);
    await renew(tx, person, row, claimMs);
    const note = (await writeNote(tx, person, row, text))!;
    await record(tx, person, "case.noted", id, { note: note.id });
    return note;
  });
}

/** What a person says of one signal or of the outcome, for measuring and learning. */
export async function labelCase(
  { db, claimMs }: WorkDeps,
  person: Principal,
  id: string,
  label: { about: string; value: string },
): Promise<Label> {
  return db.transaction(person.marketplace, async (tx) => {
    const row = await lockSeen(tx, person, id);
    await renew(tx, person, row, claimMs);
    const made = await notes.insertLabel(tx, person.marketplace, {
      kind: row.kind,
      subjectId: row.subject_id,
      decisionId: row.decision_id,
      by: person.id,
      ...label,
    });
    await record(tx, person, "case.labelled", id, label);
    return made;
  });
}

async function change(
  { db }: WorkDeps,
  person: Principal,
  id: string,
  run: (tx: Querier, row: cases.CaseRow) => Promise<void>,
): Promise<Case> {
  return db.transaction(person.marketplace, async (tx) => {
    const row = requireWorkable(await lockSeen(tx, person, id), person.id);
    await run(tx, row);
    return shown(tx, person, id);
  });
}

/** @throws AssayError `not_found`, also for one that this person may not see */
async function lockSeen(tx: Querier, person: Principal, id: string): Promise<cases.CaseRow> {
  const row = await cases.lockCase(tx, person.marketplace, id);
  if (!row || (await lanesFor(tx, person)).hidden.includes(row.queue)) throw new AssayError("not_found");
  return row;
}

async function shown(tx: Querier, person: Principal, id: string): Promise<Case> {
  return caseOf((await cases.caseById(tx, person.marketplace, id))!);
}

/** Activity keeps the claim of whoever holds it. */
async function renew(tx: Querier, person: Principal, row: cases.CaseRow, claimMs: number): Promise<void> {
  if (row.claimed_by === person.id) await claims.claim(tx, person.marketplace, row.id, person.id, claimMs);
}

async function writeNote(
  tx: Querier,
  person: Principal,
  row: cases.CaseRow,
  text: string | undefined,
): Promise<Note | undefined> {
  if (!text) return undefined;
  const note = { caseId: row.id, account: row.owner, author: person.id, text };
  return { ...(await notes.insertNote(tx, person.marketplace, note)), author: person.name };
}

function record(
  tx: Querier,
  person: Principal,
  what: string,
  subject: string,
  details: Record<string, unknown>,
): Promise<void> {
  return appendAudit(tx, person.marketplace, { actor: person.id, what, subject, details });
}

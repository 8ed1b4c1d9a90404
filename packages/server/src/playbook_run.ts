/** Runs a playbook on a case, in one transaction, and takes all of it back as one while the hold lasts. */
import {
  type Action,
  AssayError,
  type Case,
  type Decision,
  kindOfList,
  type Playbook,
  type PlaybookItem,
  type PlaybookPlan,
  type PlaybookRun,
  type PlaybookStep,
  type SubjectKind,
} from "@assay/contract";
import type { Principal } from "./access/index.ts";
import { insertAction } from "./actions/index.ts";
import { appendAudit } from "./audit/index.ts";
import * as cases from "./cases/index.ts";
import { confirmationsOf } from "./confirmations.ts";
import { type Database, newId, type Querier } from "./db/index.ts";
import { loadDecision } from "./decisions/index.ts";
import { loadEvent, subjectRow } from "./intake/index.ts";
import { decideByPerson, lockDecided, type StoredDecisionBefore, storedOf, takeBack } from "./person_decision.ts";
import { type BlockStep, blockLists, planPlaybook } from "./playbook_plan.ts";
import { addToList, removeFromList } from "./policies/index.ts";
import { lockWork, type ResolutionDeps, reopenCase, requireReasons, undoResolution } from "./resolution.ts";

export interface PlaybookDeps extends ResolutionDeps {
  playbooks: readonly Playbook[];
  /** Lists have changed. */
  forget(marketplace: string): void;
}

/** Queue of orders that a playbook held: each has to be let go or called off by a person. */
const ordersQueue = "orders";
const ordersPriority = 60;

/** What a run did, for its undo. */
interface Done {
  /** In the order in which they were made. `case_id` where a case was resolved with it. */
  decisions: { kind: SubjectKind; id: string; case_id?: string; follow_up?: string; stored: StoredDecisionBefore }[];
  values: { list: string; values: string[] }[];
}

/** @throws AssayError `not_found` for a playbook or case that is not there */
export async function previewPlaybook(
  deps: Pick<PlaybookDeps, "db" | "playbooks" | "reasons">,
  person: Principal,
  caseId: string,
  playbookId: string,
  reason?: string,
): Promise<PlaybookPlan> {
  const { marketplace } = person;
  const playbook = playbookOf(deps.playbooks, playbookId);
  requireReasons(deps.reasons, reason === undefined ? [] : [reason]);
  const q = deps.db.for(marketplace);
  const work = await cases.caseById(q, marketplace, caseId);
  if (!work || (await cases.lanesFor(q, person)).hidden.includes(work.queue)) {
    throw new AssayError("not_found", `There is no case ${caseId}.`);
  }
  return planOf(q, marketplace, playbook, work, { person: person.id, reason: reason ?? playbook.reason });
}

/**
 * Does what was shown, or nothing.
 * @param given `fingerprint` of the plan that was shown
 * @throws AssayError `plan_changed` when it would do something else now; what resolving a case throws
 */
export async function runPlaybook(
  deps: PlaybookDeps,
  person: Principal,
  caseId: string,
  playbookId: string,
  given: { fingerprint: string; reason?: string | undefined; note?: string | undefined },
): Promise<PlaybookRun> {
  const { marketplace } = person;
  const playbook = playbookOf(deps.playbooks, playbookId);
  const reason = given.reason ?? playbook.reason;
  requireReasons(deps.reasons, [reason]);
  const voice = await deps.voices.of(marketplace);
  const result = await deps.db.transaction(marketplace, async (tx) => {
    const { work, subject } = await lockWork(tx, person, caseId);
    const plan = await planOf(tx, marketplace, playbook, work, { person: person.id, reason });
    if (plan.fingerprint !== given.fingerprint) throw new AssayError("plan_changed");
    const run = newId("run");
    const decidedAt = new Date();
    const effectiveAt = new Date(decidedAt.getTime() + deps.undoHoldMs);
    const deciding = { reasons: deps.reasons, voice, by: person.id, decidedAt, effectiveAt };
    const done: Done = { decisions: [], values: [] };
    const items = (step: PlaybookStep): PlaybookItem[] =>
      plan.effects.find((effect) => effect.step === step)?.items.filter((item) => item.left === undefined) ?? [];

    const main = await decideOn(subject.kind, subject.id, "refuse");
    for (const item of sorted(items("refuse_listings"))) await decideOn("listing", item.id, "refuse");
    for (const item of sorted(items("hold_orders"))) await decideOn("order", item.id, "review");
    for (const step of Object.keys(blockLists) as BlockStep[]) {
      const values = items(step).map((item) => item.id);
      if (values.length === 0) continue;
      const list = blockLists[step];
      const kind = kindOfList(list);
      const entries = values.map((value) => ({ kind, value, reason, source: `${playbook.id} · ${caseId}` }));
      await addToList(tx, marketplace, list, entries, person.id);
      done.values.push({ list, values });
    }
    const warned = items("warn_contacts").map((item) => item.id);
    if (warned.length > 0 && playbook.warning && main.mode === "live") {
      const action = warningOf(marketplace, main, work.owner, warned, playbook.warning);
      await insertAction(tx, marketplace, action, main.decision_id, effectiveAt);
    }
    if (given.note) {
      await cases.insertNote(tx, marketplace, { caseId, account: work.owner, author: person.id, text: given.note });
    }
    const asked: cases.ConfirmationRow[] = [];
    for (const step of ["hold_payout", "suspend"] as const) {
      if (items(step).length === 0) continue;
      const ask = { run, case_id: caseId, playbook: playbook.id, step, account: work.owner, reason };
      const by = { decision_id: main.decision_id, asked_by: person.id, open_from: effectiveAt };
      asked.push(await cases.askConfirmation(tx, marketplace, { ...ask, ...by }));
    }
    const { effects } = plan;
    const row = { id: run, playbook: playbook.id, case_id: caseId, account: work.owner, by: person.id };
    await cases.insertRun(tx, marketplace, { ...row, undo_until: effectiveAt, effects, done });
    await appendAudit(tx, marketplace, {
      actor: person.id,
      what: "playbook.run",
      subject: caseId,
      details: {
        run,
        playbook: playbook.id,
        account: work.owner,
        reason,
        decisions: done.decisions.map((one) => one.stored.decision_id),
        effects: Object.fromEntries(effects.map((effect) => [effect.step, items(effect.step).length])),
      },
    });
    return {
      id: run,
      case: cases.caseOf((await cases.caseById(tx, marketplace, caseId))!),
      decision: main,
      effects,
      confirmations: await confirmationsOf(tx, marketplace, asked),
      undo_until: effectiveAt.toISOString(),
    };

    /** Decides one subject and resolves the case that is open on it, or opens one where somebody has to go on. */
    async function decideOn(kind: SubjectKind, id: string, outcome: "refuse" | "review"): Promise<Decision> {
      const own = id === subject.id && kind === subject.kind;
      const target = own ? subject : await lockDecided(tx, marketplace, kind, id);
      const shown = await loadDecision(tx, marketplace, target.decision_id ?? (own ? work.decision_id : ""));
      const event = await loadEvent(tx, marketplace, target.event_id);
      if (!shown || !event) throw new AssayError("plan_changed");
      const open = own
        ? work
        : await cases.openTwin(tx, marketplace, { kind: target.kind, subject_id: id, type: "moderation" });
      if (open && !own) cases.requireWorkable(open, person.id);
      const made = await decideByPerson(
        deciding,
        tx,
        { marketplace, subject: target, shown, event },
        { outcome, codes: [reason], cases: open ? [open.id] : [], judged: own },
      );
      const stored = storedOf(made);
      const { decision } = made;
      let followUp: string | undefined;
      if (outcome === "refuse" && open) {
        await cases.resolve(tx, marketplace, open.id, person.id, { ...stored, run }, effectiveAt);
      } else if (outcome === "review") {
        const { event_id, revision, owner, title } = target;
        const about = { kind: target.kind, subject_id: id, revision, owner, title: title || id, event_id };
        const to = { queue: ordersQueue, priority: ordersPriority, reasons: decision.reasons };
        followUp = await cases.openFollowUp(tx, marketplace, { ...about, ...to, decision_id: decision.decision_id });
      }
      done.decisions.push({
        kind,
        id,
        ...(outcome === "refuse" && open && { case_id: open.id }),
        ...(followUp !== undefined && { follow_up: followUp }),
        stored,
      });
      return decision;
    }
  });
  deps.forget(marketplace);
  return result;
}

/**
 * Takes back all that a run did, while its hold lasts; the person holds its case again, the others are free.
 * @throws AssayError `undo_expired`, `forbidden` for another person's run
 */
export async function undoRun(deps: UndoDeps, person: Principal, runId: string): Promise<string> {
  const { marketplace } = person;
  const caseId = await deps.db.transaction(marketplace, async (tx) => {
    const run = await cases.lockRun(tx, marketplace, runId);
    if (!run) throw new AssayError("not_found");
    if (run.undone_at || run.undo_until.getTime() <= Date.now()) throw new AssayError("undo_expired");
    if (run.by !== person.id) throw new AssayError("forbidden", "Another person ran this playbook.");
    const { decisions, values } = run.done as Done;
    if (!(await cases.withdrawConfirmations(tx, marketplace, runId))) throw new AssayError("undo_expired");
    for (const one of decisions.toReversed()) {
      await lockDecided(tx, marketplace, one.kind, one.id);
      if (one.follow_up) await cases.removeFollowUp(tx, marketplace, one.follow_up);
      await takeBack(tx, marketplace, one, one.stored, person.id);
      const work = one.case_id ? await cases.lockCase(tx, marketplace, one.case_id) : undefined;
      if (work) await reopenCase(tx, person, work, work.id === run.case_id ? deps.claimMs : undefined);
    }
    for (const { list, values: added } of values) {
      await removeFromList(tx, marketplace, list, added, person.id);
    }
    await cases.markRunUndone(tx, marketplace, runId);
    await appendAudit(tx, marketplace, {
      actor: person.id,
      what: "playbook.undone",
      subject: run.case_id,
      details: { run: runId, decisions: decisions.map((one) => one.stored.decision_id) },
    });
    return run.case_id;
  });
  deps.forget(marketplace);
  return caseId;
}

type UndoDeps = Pick<PlaybookDeps, "claimMs" | "forget"> & { db: Database };

/** Undoes a resolution, and where it belongs to a playbook's run, all of the run. */
export async function undoCase(deps: PlaybookDeps, person: Principal, caseId: string): Promise<Case> {
  const { marketplace } = person;
  const run = await cases.runOf(deps.db.for(marketplace), marketplace, caseId);
  if (run === undefined) return undoResolution(deps, person, caseId);
  const ranOn = await undoRun(deps, person, run);
  return cases.caseOf((await cases.caseById(deps.db.for(marketplace), marketplace, ranOn))!);
}

function playbookOf(playbooks: readonly Playbook[], id: string): Playbook {
  const playbook = playbooks.find((one) => one.id === id);
  if (!playbook) throw new AssayError("not_found", `There is no playbook ${id}.`);
  return playbook;
}

async function planOf(
  q: Querier,
  marketplace: string,
  playbook: Playbook,
  work: cases.CaseRow,
  by: { person: string; reason: string },
): Promise<PlaybookPlan> {
  if (work.state === "resolved") throw new AssayError("case_resolved");
  const subject = await subjectRow(q, marketplace, work.kind, work.subject_id);
  const standing = subject && (await loadDecision(q, marketplace, subject.decision_id ?? work.decision_id));
  if (!subject || !standing) throw new AssayError("not_found");
  return planPlaybook(q, marketplace, playbook, { work, subject, decision: standing.answer }, by);
}

function warningOf(
  marketplace: string,
  decision: Decision,
  about: string,
  accounts: string[],
  texts: { en: string; fr: string },
): Action {
  const { decision_id, event_id, subject, reasons } = decision;
  return {
    id: newId("act"),
    type: "people.warned",
    timestamp: decision.effective_at!,
    marketplace,
    data: { decision_id, event_id, subject, about, accounts, reasons, texts },
  };
}

/** Always in the same order, so that two runs never wait for each other. */
const sorted = (items: readonly PlaybookItem[]) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

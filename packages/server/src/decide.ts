/** Decide: from what the policies said to one decision, and to everything that is written of it. */
import {
  type Action,
  type Decision,
  endingVerbs,
  type Measurements,
  type Price,
  type Reason,
  type ReasonCode,
  type Restriction,
  type Topic,
  topicsOf,
} from "@assay/contract";
import { linkedFrom, togetherness } from "@assay/detectors";
import type { PolicyDecision } from "@assay/policy";
import type { Write } from "./commit.ts";
import { newId } from "./db/index.ts";
import { type Basis, languagesFor, statementOf, type Voice } from "./decisions/index.ts";
import type { Gathered } from "./gather.ts";
import { comparableOf, foundBy, identifiersOf, soughtColumns, spreadOf, trailOf } from "./history/index.ts";
import type { Intake } from "./intake/index.ts";
import type { Look } from "./look.ts";
import type { MarketplacePolicies } from "./policies/index.ts";

export interface Judged {
  intake: Intake;
  gathered: Gathered;
  measurements: Measurements;
  looked: Look;
  judged: PolicyDecision;
  /** When the event was received, in ms since 1970. */
  receivedAt: number;
}

/** The decision as it is answered. */
export function decisionOf(
  { intake, gathered, looked, judged }: Judged,
  codes: readonly ReasonCode[],
  voice: Voice,
  decidedAt: number,
): Decision {
  const { event, subject, mode } = intake;
  const backfill = mode === "backfill";
  // The past was decided elsewhere; it is taken as it was, and nobody is asked about it again.
  const outcome = backfill
    ? (event.incumbent?.outcome ?? (judged.outcome === "refuse" ? "refuse" : "approve"))
    : judged.outcome;
  const visibility = backfill ? (outcome === "refuse" ? "removed" : "visible") : judged.visibility;
  const asksForWork = mode === "live" && gathered.newest && (judged.cases.length > 0 || judged.holds.length > 0);
  const decision: Decision = {
    event_id: event.id,
    decision_id: newId("dec"),
    mode,
    subject: {
      kind: subject.kind,
      id: subject.id,
      ...(subject.revision !== undefined && { revision: subject.revision }),
    },
    outcome,
    visibility,
    restrictions: backfill ? [] : (judged.restrictions as Restriction[]),
    reasons: judged.reasons,
    signals: looked.signals,
    pending: looked.pending,
    cases: asksForWork ? [gathered.openCase ?? newId("cas")] : [],
    by: "rule",
    decided_at: new Date(decidedAt).toISOString(),
    effective_at: new Date(decidedAt).toISOString(),
    took_ms: 0,
  };
  const languages = languagesFor(subject.data, event.client?.locale);
  const statement = statementOf(decision, { codes, voice, languages });
  return statement ? { ...decision, statement } : decision;
}

/** Everything that is written of a decision. */
export function writeOf(
  input: Judged,
  decision: Decision,
  policies: MarketplacePolicies,
  codes: readonly ReasonCode[],
  first: boolean,
): Write {
  const { intake, gathered, measurements, judged, receivedAt } = input;
  const { event, subject, mode } = intake;
  const work = workOf(judged, receivedAt, Date.parse(decision.decided_at!));
  const opens = decision.cases.length > 0;
  const comparable = decision.outcome === "approve" ? comparableOf(intake) : undefined;
  const basis: Basis = {
    history: gathered.history,
    measurements,
    policies: policies.sources.map(({ stage, version }) => `${stage}@${version}`),
    lists_at: policies.lists.at,
    lists_version: policies.lists.version,
    ...(policies.stopped.rules.length + policies.stopped.detectors.length > 0 && { stopped: policies.stopped }),
  };
  const action = isTold(decision, gathered, first) ? actionOf(intake.marketplace, decision) : undefined;
  const past = { intake, outcome: decision.outcome, signals: decision.signals };
  return {
    event_id: event.id,
    first,
    type: event.type,
    kind: subject.kind,
    subject_id: subject.id,
    revision: subject.revision ?? null,
    owner: subject.owner,
    at: new Date(intake.at).toISOString(),
    mode,
    body_hash: intake.bodyHash,
    body: JSON.stringify(event),
    state: JSON.stringify(event.data),
    title: intake.title,
    conversation: intake.conversation,
    counterpart: intake.counterpart,
    incumbent: event.incumbent?.outcome ?? null,
    ended: endingVerbs.has(event.type.slice(event.type.indexOf(".") + 1)),
    decision_id: decision.decision_id,
    replaces: first ? null : (gathered.standing?.decision_id ?? null),
    outcome: decision.outcome,
    visibility: decision.visibility,
    approved: decision.outcome === "approve",
    reason_codes: JSON.stringify([...new Set(decision.reasons.map((reason) => reason.code))]),
    rules: JSON.stringify(decision.reasons.flatMap((reason) => (reason.rule ? `${reason.policy}/${reason.rule}` : []))),
    answer: JSON.stringify(decision),
    basis: JSON.stringify(basis),
    // The past was decided in the past.
    decided_at: mode === "backfill" ? new Date(intake.at).toISOString() : decision.decided_at!,
    took_ms: decision.took_ms,
    comparable: comparable !== undefined,
    amount: (subject.data.price as Price | undefined)?.amount ?? 0,
    brand: comparable?.brand ?? null,
    condition: comparable?.condition ?? null,
    ...marketColumns(intake, comparable),
    case_id: opens ? decision.cases[0]! : null,
    queue: opens ? work.queue : null,
    priority: opens ? work.priority : null,
    case_reasons: opens ? JSON.stringify(work.reasons) : null,
    case_visible_at: opens ? new Date(work.visibleAt).toISOString() : null,
    case_language: opens ? spokenIn(subject.data) : null,
    case_topics: JSON.stringify(opens ? caseTopics(work.reasons, codes) : []),
    closes_case: !opens && gathered.newest && gathered.openCase !== null,
    action_id: action?.id ?? null,
    action: action ? JSON.stringify(action) : null,
    measure: decision.pending.length > 0 && first,
    measure_priority: 0,
    trail: JSON.stringify(first ? trailOf(past) : []),
    identifiers: JSON.stringify(first ? identifiersOf(past) : []),
    relink: (gathered.history.account_links ?? []).some(({ shared }) => togetherness(shared) >= linkedFrom),
    refs: JSON.stringify(intake.pictureRefs),
  };
}

/** What the market will be remembered by. */
function marketColumns(intake: Intake, comparable: ReturnType<typeof comparableOf>) {
  const { category, currency, print, origin } = foundBy(intake);
  const { price_keys, bands, words } = soughtColumns(intake);
  return {
    category,
    currency,
    comparable_title: comparable?.title ?? "",
    comparable_kind: comparable?.kind ?? "whole",
    sold: intake.event.type === "listing.sold",
    price_keys,
    print_title: print.title,
    print_text: print.text,
    digest: print.digest,
    marks: print.marks,
    picture_keys: `{${print.pictures.join()}}`,
    origin,
    bands,
    words,
    spread: spreadOf(intake.subject.owner),
  };
}

/** Two letters; nothing for what is no language's name. */
function spokenIn({ language }: Record<string, unknown>): string | null {
  return typeof language === "string" && /^[a-z]{2}\b/i.test(language) ? language.slice(0, 2).toLowerCase() : null;
}

function caseTopics(reasons: readonly Reason[], codes: readonly ReasonCode[]): Topic[] {
  const named = new Set(reasons.map((reason) => reason.code));
  return [...new Set(codes.filter(({ code }) => named.has(code)).flatMap(topicsOf))];
}

/** One case a subject: the most pressing of what the rules asked for. A case that only waits for an answer shows up when it is overdue. */
function workOf(judged: PolicyDecision, receivedAt: number, now: number) {
  const asked = judged.cases.toSorted((a, b) => b.priority - a.priority)[0];
  if (asked) {
    const reasons: Reason[] = judged.cases.flatMap((request) => request.reasons);
    return { queue: asked.queue, priority: asked.priority, reasons, visibleAt: now };
  }
  const hold = judged.holds.toSorted((a, b) => b.priority - a.priority)[0];
  return {
    queue: hold?.queue ?? null,
    priority: hold?.priority ?? 0,
    reasons: judged.holds.map((held) => held.reason),
    visibleAt: receivedAt + Math.min(...judged.holds.map((held) => held.after_ms)),
  };
}

/** The caller has the answer; a webhook follows where something is to be done, or where it is not what was answered before. */
function isTold(decision: Decision, gathered: Gathered, first: boolean): boolean {
  if (decision.mode !== "live" || !gathered.newest) return false;
  if (first)
    return decision.outcome !== "approve" || decision.visibility !== "visible" || decision.restrictions.length > 0;
  const before = gathered.standing;
  return (
    before?.outcome !== decision.outcome ||
    before.visibility !== decision.visibility ||
    JSON.stringify(before.restrictions) !== JSON.stringify(decision.restrictions)
  );
}

/** What a webhook says of a decision. */
export function actionOf(marketplace: string, decision: Decision): Action {
  return {
    id: newId("act"),
    type: "decision.made",
    timestamp: decision.effective_at ?? decision.decided_at!,
    marketplace,
    data: decision,
  };
}

/** What a replay compares: ids and timings apart. */
export function comparableDecision(decision: Decision): Pick<
  Decision,
  "outcome" | "visibility" | "reasons" | "signals"
> & {
  restrictions: Decision["restrictions"];
} {
  const { outcome, visibility, reasons, signals, restrictions } = decision;
  return { outcome, visibility, restrictions, reasons, signals };
}

/** A case of the quality programme as it is shown: the subject as it was when it was decided, and nothing of what was made of it since. */
import { AssayError, type CaseQuality, type CaseView, type ReasonCode } from "@assay/contract";
import type { Principal } from "../access/index.ts";
import { type CaseRow, caseOf, type Given, idsAfter, type Lanes, markShown } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { languagesFor, loadDecision } from "../decisions/index.ts";
import { conversationOf, loadEvent, type SubjectRow, subjectRow } from "../intake/index.ts";
import {
  askedDecision,
  blindDecision,
  type ItemRow,
  itemById,
  type RuleRecords,
  reviewsOf,
  roleIn,
} from "../quality/index.ts";
import type { Voices } from "../voices.ts";
import { accountView } from "./account_view.ts";
import { seenMessages, statements, withNames, writersOf } from "./case_parts.ts";
import { seenAs, sightOf } from "./personal.ts";
import { subjectView } from "./subject_view.ts";

/**
 * A sample is shown blind until it is settled: no outcome, no reasons, no rules, no labels, nobody's answer, the account as it was before.
 * Whoever settles a disagreement is shown both answers, without names. A golden case looks like the case that it once was.
 * @throws AssayError `not_found`
 */
export async function sampleView(
  q: Querier,
  person: Principal,
  row: CaseRow,
  {
    lanes,
    given,
    rules,
    reasons,
    voices,
  }: { lanes: Lanes; given: Given; rules: RuleRecords; reasons: readonly ReasonCode[]; voices: Voices },
  all: boolean,
): Promise<CaseView> {
  const { marketplace } = person;
  const [item, event, now] = await Promise.all([
    itemById(q, marketplace, row.quality_item ?? ""),
    loadEvent(q, marketplace, row.event_id),
    subjectRow(q, marketplace, row.kind, row.subject_id),
  ]);
  const stored = item && (await loadDecision(q, marketplace, item.decision_id));
  if (!item || !event || !now || !stored)
    throw new AssayError("not_found", "What this case is about is not here any more.");
  await markShown(q, marketplace, row.id, person.id);
  const golden = item.draw === null;
  const settled = row.state === "resolved" && !golden;
  const asked = golden ? await askedDecision(q, marketplace, item) : undefined;
  const decision = settled ? stored.answer : blindDecision(stored.answer, item.decision_id, asked?.reasons);
  const subject = asItWas(now, event);
  const before = {
    at: item.decided_at,
    subject: { kind: row.kind, id: row.subject_id },
    outcome: now.outcome,
    visibility: now.visibility,
  };
  const [view, account, named, sight, records, next, shown] = await Promise.all([
    subjectView(q, marketplace, subject),
    accountView(q, person, row.owner, before),
    row.kind === "message" ? conversationOf(q, marketplace, row.event_id) : undefined,
    sightOf(q, person),
    golden ? rules.of(marketplace, decision.reasons) : [],
    idsAfter(q, marketplace, row, person.id, all ? undefined : row.queue, lanes.closed, given),
    withNames(q, [caseOf(row)]),
  ]);
  // A sample is no reason to read what people write to each other: whoever needs it to answer says so, blind to what was found.
  const sealed = row.kind === "message" && !golden && !sight.conversation(named ?? `message ${row.subject_id}`);
  const conversation = row.kind === "message" && !sealed ? await seenMessages(q, person, row.event_id) : [];
  const quality = await qualityOf(q, person, item);
  return {
    case: shown[0]!,
    decision,
    view: { ...seenAs(view, sight), decisions: [] },
    ...(sealed && { sealed_conversation: named ?? `message ${row.subject_id}` }),
    account,
    conversation,
    // What became of its copies would tell.
    twins: [],
    rules: records,
    notes: account.notes,
    labels: [],
    names: await writersOf(q, marketplace, conversation),
    guidelines: lanes.of(golden ? row.queue : (item.queue ?? row.queue)).guidelines,
    // Blind: what was reported or contested of it since is not shown.
    appeals: [],
    reports: [],
    statements: statements(reasons, await voices.of(marketplace), languagesFor(subject.state, undefined)),
    next,
    stale: false,
    ...(quality && { quality }),
  };
}

/** The subject at the event that was decided; what was approved since is not what it was compared with. */
function asItWas(now: SubjectRow, event: NonNullable<Awaited<ReturnType<typeof loadEvent>>>): SubjectRow {
  const { data, revision } = event.subject;
  const at = new Date(event.event.time);
  const earlier = now.approved_at !== null && now.approved_at < at && now.approved_event !== event.event.id;
  return {
    ...now,
    state: data,
    revision: revision ?? null,
    event_id: event.event.id,
    at,
    ...(!earlier && { approved: null, approved_event: null, approved_revision: null, approved_at: null }),
  };
}

async function qualityOf(q: Querier, person: Principal, item: ItemRow): Promise<CaseQuality | undefined> {
  const leads = person.permissions.has("quality.manage");
  const role = roleIn(item);
  if (role === "golden" && !leads) return undefined;
  const reviews = await reviewsOf(q, person.marketplace, [item.id]);
  const disputed = role === "adjudication" && leads && !reviews.some((review) => review.person === person.id);
  return {
    item: item.id,
    role,
    answers: role === "golden" ? 0 : reviews.length,
    of: item.reviews,
    ...(disputed && {
      disputed: {
        decided: { outcome: item.outcome, reasons: item.reasons, by_person: item.decided_by !== "rule" },
        answers: reviews.map(({ outcome, reasons, note }) => ({ outcome, reasons, ...(note !== null && { note }) })),
      },
    }),
  };
}

/** A report that came in: whom it is about is found, its case opened or joined. Done once a report, however often it is tried. */
import {
  type ReportType,
  reportQueueRanks,
  reportQueues,
  reportReasonOf,
  reportsQueue,
  reportTypes,
  type SubjectKind,
  subjectKinds,
} from "@assay/contract";
import { appendAudit } from "./audit/index.ts";
import { laneFor, openOrJoin } from "./cases/index.ts";
import type { Database, Querier } from "./db/index.ts";
import { spokenOf } from "./decisions/index.ts";
import { type Intake, loadEvent, lockSubject, type SubjectRow, subjectRow, subjectsNamed } from "./intake/index.ts";
import {
  insertReport,
  openReportsOf,
  type ReportRow,
  reliabilityOf,
  reportById,
  reporterRecord,
  reportPriority,
} from "./notices/index.ts";
import { knownOf } from "./policies/index.ts";
import type { Voices } from "./voices.ts";

/** Accounts, names of reporters and mail domains whose reports go first (Digital Services Act, article 22). */
export const trustedFlaggers = "trusted_flaggers";

export interface ReportingDeps {
  db: Database;
  voices: Voices;
}

/**
 * Works a stored `report.…` event.
 * @returns the report as it is worked; undefined where the event is gone, or is not live: what is in shadow opens no cases
 */
export async function workReport(
  { db, voices }: ReportingDeps,
  marketplace: string,
  eventId: string,
): Promise<ReportRow | undefined> {
  const event = await loadEvent(db.for(marketplace), marketplace, eventId);
  if (event?.subject.kind !== "report" || event.mode !== "live") return undefined;
  const { language } = await voices.of(marketplace);
  return db.transaction(marketplace, async (tx) => {
    const { id, owner: by, data } = event.subject;
    const known = await reportById(tx, marketplace, id);
    if (known) return known;
    const about = await aboutOf(tx, marketplace, event);
    // In the order in which deciding locks: the subject, then its cases.
    const subject = await lockSubject(tx, marketplace, about.kind, about.id);
    if (!subject) return undefined;
    const text = (field: string) => (typeof data[field] === "string" ? (data[field] as string) : undefined);
    const type: ReportType = reportTypes.find((one) => one === text("type")) ?? "notice";
    const reason = reportReasonOf(text("reason"));
    const trusted = await isTrusted(tx, marketplace, by, text("email"));
    const reliability = reliabilityOf(await reporterRecord(tx, marketplace, by));
    const deadline = deadlineOf(text("deadline"));
    const others = await openReportsOf(tx, marketplace, subject);
    const lane = await laneFor(tx, marketplace, subject, reportQueues[type] ?? reason.queue ?? reportsQueue);
    const priority =
      type === "notice"
        ? reportPriority(reason.priority, { reliability, trusted }, others)
        : Math.max(reason.priority, specialPriority[type]);
    const caseId = await openOrJoin(
      tx,
      marketplace,
      {
        type: "report",
        queue: lane.queue,
        due_at: deadline && (!lane.due_at || deadline < lane.due_at) ? deadline : lane.due_at,
        priority,
        kind: subject.kind,
        subject_id: subject.id,
        revision: subject.revision,
        owner: subject.owner,
        title: titleOf(subject, reason.title.en),
        reasons: [],
        decision_id: subject.decision_id ?? "",
        event_id: subject.event_id,
        not_for: [],
      },
      reportQueueRanks,
    );
    const row = {
      id,
      event_id: eventId,
      by,
      type,
      reason: reason.code,
      subject_kind: subject.kind,
      subject_id: subject.id,
      case_id: caseId,
      language: spokenOf([text("language"), event.event.client?.locale, language]),
      trusted,
      reliability,
      deadline,
    };
    await insertReport(tx, marketplace, row);
    const details = { report: id, type, reason: reason.code, subject: `${subject.kind} ${subject.id}` };
    await appendAudit(tx, marketplace, { actor: by, what: "report.received", subject: caseId, details });
    return reportById(tx, marketplace, id);
  });
}

/** What is ordered or endangers people goes before what is only said. */
const specialPriority: Record<Exclude<ReportType, "notice">, number> = {
  authority_order: 95,
  product_safety_alert: 85,
  rights_claim: 60,
};

function deadlineOf(text: string | undefined): Date | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : new Date(at);
}

const titleOf = (subject: SubjectRow, reason: string): string =>
  subject.title || (subject.kind === "report" ? reason : subject.id);

/** By its own name, by its e-mail address, or by the domain of that. */
async function isTrusted(q: Querier, marketplace: string, by: string, email: string | undefined): Promise<boolean> {
  const address = email?.trim().toLowerCase();
  const names = [by, ...(address ? [address, address.slice(address.indexOf("@") + 1)] : [])];
  return (await knownOf(q, marketplace, trustedFlaggers, names)).size > 0;
}

/** Kinds that a bare id or an address is looked for among, the likeliest first. */
const likely = [
  "listing",
  "account",
  "review",
  "message",
  "question",
  "order",
] as const satisfies readonly SubjectKind[];

/** What a report is about: what it names, else what its address leads to, else itself, for a person to find out. */
async function aboutOf(
  q: Querier,
  marketplace: string,
  { subject }: Intake,
): Promise<{ kind: SubjectKind; id: string }> {
  const { about, url } = subject.data as { about?: string | { kind: string; id: string }; url?: string };
  if (typeof about === "object" && Object.hasOwn(subjectKinds, about.kind)) {
    const named = { kind: about.kind as SubjectKind, id: about.id };
    if (await subjectRow(q, marketplace, named.kind, named.id)) return named;
  }
  const ids = [typeof about === "object" ? about.id : about, ...idsIn(url)].filter((id) => id !== undefined);
  const found = await subjectsNamed(q, marketplace, likely, ids);
  for (const kind of likely) {
    // The last part of an address says most: /users/anna/ads/17 is about the ad.
    const match = ids.toReversed().find((id) => found.some((one) => one.kind === kind && one.id === id));
    if (match !== undefined) return { kind, id: match };
  }
  return { kind: "report", id: subject.id };
}

/** Most parts of an address that are looked up. */
const maxParts = 20;

/** What in an address may be an id: each part of its path, what stands in it after a dash, and the values of its query. */
export function idsIn(url: string | undefined): string[] {
  if (!url?.trim()) return [];
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address) return [url.trim().slice(0, 200)];
  const parts = [...address.pathname.split("/"), ...address.searchParams.values()].flatMap((part) => {
    const plain = decoded(part).replace(/\.html?$/, "");
    const tail = /[-_~.]([A-Za-z0-9]+)$/.exec(plain)?.[1];
    const head = /^([A-Za-z0-9]+)[-_~.]/.exec(plain)?.[1];
    return [head, tail, plain];
  });
  const named = parts.filter((part): part is string => part !== undefined && part !== "" && part.length <= 200);
  return [...new Set(named)].slice(-maxParts);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Which queues a person works, and which they may not even see. */
import type { QueueSettings } from "@assay/contract";
import type { Principal } from "../access/index.ts";
import type { Querier } from "../db/index.ts";
import { goldenRecord, workSettingsOf } from "./store/people.ts";
import { queueAmong, queueSettings, type SettingsRow } from "./store/queues.ts";
import { adjudicationQueue } from "./store/samples.ts";

export const usualSettings: QueueSettings = {
  paused: false,
  due_minutes: null,
  people: [],
  restricted: false,
  overflow_at: null,
  overflow_to: null,
  guidelines: "",
  skills: [],
  hand_out: "pull",
  certify_accuracy: null,
  certify_n: 10,
};

/**
 * Queues that are special from the start, until a lead says otherwise: suspected sexual abuse of minors and threats to life are seen by
 * few and due within the hour; orders of authorities, product-safety alerts and rightsholders' claims have deadlines. The product makes
 * it possible to comply; which deadline binds is for the marketplace's lawyers.
 */
export const specialLanes: Readonly<Record<string, Partial<QueueSettings>>> = {
  quarantine: { restricted: true, due_minutes: 60 },
  authority_orders: { due_minutes: 24 * 60 },
  product_safety: { due_minutes: 2 * 24 * 60 },
  rightsholders: { due_minutes: 3 * 24 * 60 },
  reports: { due_minutes: 24 * 60 },
  appeals: { due_minutes: 7 * 24 * 60 },
  [adjudicationQueue]: {},
};

/** Where what is contested is worked. */
export const appealsQueue = "appeals";

/**
 * Where more work on a subject belongs: in the queue that few may see, where the subject stands in one; else where it was asked for.
 * @returns the queue with its deadline, from now
 */
export async function laneFor(
  q: Querier,
  marketplace: string,
  subject: { kind: string; id: string },
  queue: string,
): Promise<{ queue: string; due_at: Date | null }> {
  const { all, of } = await settingsOf(q, marketplace);
  const restricted = all.filter((row) => row.restricted).map((row) => row.queue);
  const to = (await queueAmong(q, marketplace, restricted, subject)) ?? queue;
  const minutes = of(to).due_minutes;
  return { queue: to, due_at: minutes === null ? null : new Date(Date.now() + minutes * 60_000) };
}

export interface Lanes {
  of(queue: string): QueueSettings;
  /** What this person may not see. */
  hidden: string[];
  /** What is not handed out to this person now: hidden, paused, or for others. */
  closed: string[];
  all: SettingsRow[];
  /** Where this person's answers to golden cases do not suffice yet: nothing but golden cases is handed out. */
  uncertified: string[];
}

export async function lanesFor(
  q: Querier,
  person: Pick<Principal, "id" | "marketplace" | "permissions">,
): Promise<Lanes> {
  const { of, all } = await settingsOf(q, person.marketplace);
  const sees = (row: SettingsRow) =>
    !row.restricted || row.people.includes(person.id) || person.permissions.has("case.restricted");
  const asks = all.filter((row) => row.skills.length > 0);
  const certified = all.filter((row) => row.certify_accuracy !== null);
  const skills = asks.length > 0 ? (await workSettingsOf(q, person.marketplace, person.id)).skills : [];
  const record = certified.length > 0 ? await goldenRecord(q, person.marketplace, person.id) : [];
  const uncertified = certified
    .filter(({ queue, certify_accuracy, certify_n }) => {
      const { n, correct } = record.find((each) => each.queue === queue) ?? { n: 0, correct: 0 };
      return n < certify_n || correct / n < certify_accuracy!;
    })
    .map((row) => row.queue);
  const settles = person.permissions.has("quality.manage");
  const works = (row: SettingsRow) =>
    !row.paused &&
    !uncertified.includes(row.queue) &&
    row.skills.every((skill) => skills.includes(skill)) &&
    (row.queue !== adjudicationQueue || settles) &&
    (row.people.length === 0 || row.people.includes(person.id));
  return {
    of,
    all,
    uncertified,
    hidden: all.filter((row) => !sees(row)).map((row) => row.queue),
    closed: all.filter((row) => !sees(row) || !works(row)).map((row) => row.queue),
  };
}

async function settingsOf(q: Querier, marketplace: string) {
  const rows = await queueSettings(q, marketplace);
  const stored = new Map(rows.map(({ queue, ...settings }) => [queue, settings]));
  const names = new Set([...Object.keys(specialLanes), ...stored.keys()]);
  const of = (queue: string): QueueSettings => stored.get(queue) ?? { ...usualSettings, ...specialLanes[queue] };
  return { of, all: [...names].map((queue): SettingsRow => ({ ...of(queue), queue })) };
}

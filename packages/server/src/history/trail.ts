/** The rows of the trail: what each event leaves behind of an account, as it is stored and as it is folded. */
import { detectors, outcomeWeights, sentTraitOf, trailAccount, traitOf } from "@assay/detectors";
import type { Intake } from "../intake/index.ts";
import { entry, type PastEvent } from "./value.ts";

export interface TrailRow {
  account: string;
  kind: string;
  trait: Record<string, unknown>;
}

/** What an event leaves. Made once, when it is first decided. */
export function trailOf(past: PastEvent): TrailRow[] {
  const { intake } = past;
  const rows: TrailRow[] = [];
  const account = trailAccount(intake.subject);
  const trait = account === undefined ? undefined : traitOf(intake.subject, intake.event.type, intake.event.client);
  if (account !== undefined && trait) rows.push({ account, kind: intake.subject.kind, trait: { ...trait } });
  const sent = sentTraitOf(intake.subject);
  if (sent) {
    rows.push({
      account: intake.subject.owner,
      kind: "message",
      trait: { ...sent, conversation: intake.conversation },
    });
  }
  const parts = riskParts(past);
  if (Object.keys(parts).length > 0) rows.push({ account: intake.subject.owner, kind: "mark", trait: { parts } });
  return rows;
}

const riskWeights = new Map(detectors.flatMap(({ id, risk }) => (risk ? [[id, risk] as const] : [])));

/** What an event adds to the risk of its owner. What a review says of somebody else's account is not its author's. */
function riskParts({ intake, outcome, signals }: PastEvent): Record<string, number> {
  const parts: Record<string, number> = {};
  if (outcomeWeights[outcome] > 0) parts[outcome] = outcomeWeights[outcome];
  if (intake.subject.kind === "review") return parts;
  for (const { detector, state, score } of signals) {
    const weight = riskWeights.get(detector);
    if (state === "found" && weight) parts[detector] = Math.round(weight * (score ?? 1) * 1000) / 1000;
  }
  return parts;
}

export interface TrailEntry {
  at: number;
  id: string;
  trait: Record<string, unknown>;
}

/** account and kind → entries. */
export type Trails = Map<string, TrailEntry[]>;

export function addToTrails(trails: Trails, past: PastEvent): void {
  const { at, event } = past.intake;
  for (const { account, kind, trait } of trailOf(past)) {
    entry(trails, `${kind} ${account}`, () => []).push({ at, id: event.id, trait });
  }
}

/** The newest of a kind before an event, newest first. @param sinceMs how far back, in ms */
export function readTrails(
  trails: Trails,
  account: string,
  kind: string,
  now: Intake,
  limit: number,
  sinceMs = Number.POSITIVE_INFINITY,
): TrailEntry[] {
  return (trails.get(`${kind} ${account}`) ?? [])
    .filter((past) => past.at <= now.at && past.at > now.at - sinceMs)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, limit);
}

/** SQL: rows `[at in ms, trait]` of one kind before the event, newest first. @param account SQL of the account */
export function trailSql(account: string, kind: string, limit: number, since?: string): string {
  return `(select coalesce(json_agg(json_build_array(round(extract(epoch from x.at) * 1000), x.trait) order by x.at desc, x.event_id desc), '[]')
    from (select t.at, t.event_id, t.trait from trail t where t.marketplace = $1 and t.account = ${account} and t.kind = '${kind}'
      and t.at <= q.at ${since ? `and t.at > q.at - interval '${since}'` : ""} and t.event_id <> q.event_id
      order by t.at desc, t.event_id desc limit ${limit}) x)`;
}

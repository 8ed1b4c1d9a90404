/** SQL of how people work: their settings, what they have had before their eyes, what they are certified for. */
import type { Topic, WorkSettings } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

export const usualWork: WorkSettings = { languages: [], skills: [], topics_out: [], severe_cap: null, break_after: 60 };

export interface WorkRow extends WorkSettings {
  user_id: string;
}
const columns = "languages, skills, topics_out, severe_cap, break_after";

/** Settings of the people who have any; of one person only, where it is given. */
export function workSettings(q: Querier, marketplace: string, person?: string): Promise<WorkRow[]> {
  return q.query<WorkRow>(
    `select user_id, ${columns} from work_settings where marketplace = $1 and ($2::text is null or user_id = $2)`,
    [marketplace, person ?? null],
    "work_settings",
  );
}

export async function workSettingsOf(q: Querier, marketplace: string, person: string): Promise<WorkSettings> {
  const [row] = await workSettings(q, marketplace, person);
  if (!row) return usualWork;
  const { user_id: _, ...settings } = row;
  return settings;
}

export async function saveWorkSettings(
  tx: Querier,
  marketplace: string,
  person: string,
  settings: WorkSettings,
): Promise<void> {
  await tx.query(
    `insert into work_settings (marketplace, user_id, ${columns}) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (marketplace, user_id) do update set languages = excluded.languages, skills = excluded.skills,
       topics_out = excluded.topics_out, severe_cap = excluded.severe_cap, break_after = excluded.break_after`,
    [
      marketplace,
      person,
      settings.languages,
      settings.skills,
      settings.topics_out,
      settings.severe_cap,
      settings.break_after,
    ],
  );
}

/** A case is before this person's eyes; the first time counts. */
export async function recordView(
  q: Querier,
  marketplace: string,
  view: { person: string; caseId: string; severity: number; topics: readonly string[] },
): Promise<void> {
  await q.query(
    `insert into case_views (marketplace, person, case_id, severity, topics) values ($1, $2, $3, $4, $5)
     on conflict (marketplace, person, case_id) do nothing`,
    [marketplace, view.person, view.caseId, view.severity, [...view.topics]],
    "record_view",
  );
}

/** The topics of a case as they were found when it was opened. */
export async function topicsOfCase(q: Querier, marketplace: string, id: string): Promise<Topic[]> {
  const [row] = await q.query<{ topics: Topic[] }>(
    "select topics from cases where marketplace = $1 and id = $2",
    [marketplace, id],
    "topics_of_case",
  );
  return row?.topics ?? [];
}

/** How heavy the last cases of a person were, the newest first, within two hours. */
export async function lastSeverities(q: Querier, marketplace: string, person: string, n: number): Promise<number[]> {
  const rows = await q.query<{ severity: number }>(
    `select severity from case_views where marketplace = $1 and person = $2 and at > now() - interval '2 hours'
     order by at desc limit $3`,
    [marketplace, person, n],
    "last_severities",
  );
  return rows.map((row) => row.severity);
}

/** Severe cases that a person has seen since midnight in a time zone. */
export async function severeToday(
  q: Querier,
  marketplace: string,
  person: string,
  zone: string,
  least: number,
): Promise<number> {
  const [row] = await q.query<{ n: number }>(
    `select count(*)::int as n from case_views where marketplace = $1 and person = $2 and severity >= $4
       and at >= date_trunc('day', now() at time zone $3) at time zone $3`,
    [marketplace, person, zone, least],
    "severe_today",
  );
  return row?.n ?? 0;
}

export interface ViewRow {
  person: string;
  at: Date;
  severity: number;
  topics: Topic[];
  /** Local day in the time zone asked for, `YYYY-MM-DD`. */
  day: string;
}

/** What people have seen in the last fourteen local days, oldest first; one person's only, where it is given. */
export function viewsSince(q: Querier, marketplace: string, zone: string, person?: string): Promise<ViewRow[]> {
  return q.query<ViewRow>(
    `select person, at, severity, topics, to_char(at at time zone $2, 'YYYY-MM-DD') as day from case_views
     where marketplace = $1 and ($3::text is null or person = $3)
       and at >= (date_trunc('day', now() at time zone $2) - interval '13 days') at time zone $2
     order by at limit 200000`,
    [marketplace, zone, person ?? null],
  );
}

/** Golden answers of a person in the last ninety days, by queue. */
export function goldenRecord(
  q: Querier,
  marketplace: string,
  person: string,
): Promise<{ queue: string; n: number; correct: number }[]> {
  return q.query(
    `select i.queue, count(*)::int as n, count(*) filter (where r.correct)::int as correct
     from quality_reviews r join quality_items i on i.marketplace = $1 and i.id = r.item
     where r.marketplace = $1 and r.person = $2 and r.role = 'golden' and r.at > now() - interval '90 days' group by 1`,
    [marketplace, person],
    "golden_record",
  );
}

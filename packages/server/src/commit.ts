/** The one write: a group of decisions, each with its event, subject, case, action and job, in one atomic statement. */
import type { Mode } from "@assay/contract";
import { writeFragments as actions } from "./actions/index.ts";
import { writeFragments as cases } from "./cases/index.ts";
import type { Database } from "./db/index.ts";
import { writeFragments as decisions } from "./decisions/index.ts";
import {
  accountFragments as accounts,
  writeFragments as history,
  pictureFragments as pictures,
} from "./history/index.ts";
import { writeFragments as intake } from "./intake/index.ts";

/** One decision as it is written. Json values are given as text. */
export interface Write {
  event_id: string;
  /** False when a stored event is decided again: then only what hangs on the decision is written. */
  first: boolean;
  type: string;
  kind: string;
  subject_id: string;
  revision: number | null;
  owner: string;
  at: string;
  mode: Mode;
  body_hash: string;
  body: string;
  state: string;
  title: string;
  conversation: string | null;
  counterpart: string | null;
  incumbent: string | null;
  ended: boolean;
  decision_id: string;
  /** The decision that stood when a stored event was decided again: nothing is written unless it still does. */
  replaces: string | null;
  outcome: string;
  visibility: string;
  approved: boolean;
  reason_codes: string;
  rules: string;
  answer: string;
  basis: string;
  decided_at: string;
  took_ms: number;
  comparable: boolean;
  category: string;
  currency: string;
  amount: number;
  brand: string | null;
  condition: string | null;
  comparable_title: string;
  comparable_kind: string;
  sold: boolean;
  price_keys: string;
  print_title: string;
  print_text: string;
  digest: number;
  marks: string;
  picture_keys: string;
  origin: string;
  bands: string;
  words: string;
  spread: number;
  case_id: string | null;
  queue: string | null;
  priority: number | null;
  case_reasons: string | null;
  case_visible_at: string | null;
  /** Two letters, and what of it is hard to look at. */
  case_language: string | null;
  case_topics: string;
  closes_case: boolean;
  action_id: string | null;
  action: string | null;
  measure: boolean;
  /** When its pictures are looked at: lower goes first. */
  measure_priority: number;
  /** What it leaves on accounts' trails. */
  trail: string;
  /** What ties the owner to other accounts: kind and value. */
  identifiers: string;
  /** Whether the owner's links are to be drawn anew. */
  relink: boolean;
  /** What its pictures are known by. */
  refs: string;
}

const columns: Record<keyof Write, string> = {
  event_id: "text",
  first: "boolean",
  type: "text",
  kind: "text",
  subject_id: "text",
  revision: "int",
  owner: "text",
  at: "timestamptz",
  mode: "text",
  body_hash: "text",
  body: "json",
  state: "json",
  title: "text",
  conversation: "text",
  counterpart: "text",
  incumbent: "text",
  ended: "boolean",
  decision_id: "text",
  replaces: "text",
  outcome: "text",
  visibility: "text",
  approved: "boolean",
  reason_codes: "json",
  rules: "json",
  answer: "json",
  basis: "json",
  decided_at: "timestamptz",
  took_ms: "real",
  comparable: "boolean",
  category: "text",
  currency: "text",
  amount: "double precision",
  brand: "text",
  condition: "text",
  comparable_title: "text",
  comparable_kind: "text",
  sold: "boolean",
  price_keys: "text",
  print_title: "text",
  print_text: "text",
  digest: "bigint",
  marks: "text",
  picture_keys: "text",
  origin: "text",
  bands: "text",
  words: "text",
  spread: "int",
  case_id: "text",
  queue: "text",
  priority: "int",
  case_reasons: "json",
  case_visible_at: "timestamptz",
  case_language: "text",
  case_topics: "json",
  closes_case: "boolean",
  action_id: "text",
  action: "json",
  measure: "boolean",
  measure_priority: "int",
  trail: "json",
  identifiers: "json",
  relink: "boolean",
  refs: "json",
};
const names = Object.keys(columns) as (keyof Write)[];

const text = `with input as (
  select * from unnest(${names.map((name, index) => `$${index + 2}::${columns[name]}[]`).join(", ")}) t(${names.join(", ")})),
${[
  decisions.still,
  intake.events,
  intake.subjects,
  intake.activity,
  decisions.decisions,
  history,
  accounts.trail,
  accounts.identifiers,
  pictures.uses,
  cases.cases,
  cases.closed,
  actions.actions,
].join(",\n")}
select ok.event_id, coalesce(o.seq, 0)::int as seq,
  case when ok.measure then add_job('measure', json_build_object('marketplace', $1, 'event', ok.event_id), 'measure ' || $1 || ' ' || ok.event_id, null, ok.measure_priority) end,
  case when ok.first and ok.kind = 'report' and ok.mode = 'live' then add_job('report', json_build_object('marketplace', $1, 'event', ok.event_id), 'report ' || $1 || ' ' || ok.event_id, null) end,
  case when ok.relink then add_job('links', json_build_object('marketplace', $1, 'account', ok.owner), 'links ' || $1 || ' ' || ok.owner, null) end
from ok left join o on o.owner = ok.owner`;

/**
 * @returns the owner's sequence number after each event that was written; absent is an event id that another process stored meanwhile, and
 *   one whose decision was replaced meanwhile by another process or a person
 */
export async function commit(
  db: Database,
  marketplace: string,
  writes: readonly Write[],
): Promise<Map<string, number>> {
  const values = names.map((name) => writes.map((write) => write[name]));
  const rows = await db.query<{ event_id: string; seq: number }>(marketplace, text, [marketplace, ...values], "commit");
  return new Map(rows.map((row) => [row.event_id, row.seq]));
}

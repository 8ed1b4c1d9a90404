/** SQL of the items and what people said of them. */
import type { AnswerOutcome, ErrorType, Outcome, QualityItem, SubjectKind } from "@assay/contract";
import { newId, type Querier } from "../../db/index.ts";

export interface ItemRow {
  id: string;
  draw: string | null;
  kind: SubjectKind;
  subject_id: string;
  owner: string;
  decision_id: string;
  event_id: string;
  title: string;
  outcome: Outcome;
  reasons: string[];
  decided_by: string;
  decided_at: Date;
  rules: string[];
  detectors: string[];
  queue: string | null;
  language: string | null;
  stratum: string;
  population: number;
  probability: number;
  reviews: number;
  state: QualityItem["state"];
  truth: AnswerOutcome | null;
  truth_reasons: string[];
  settled_by: string | null;
  error_type: ErrorType | null;
  note: string | null;
  made_at: Date;
  done_at: Date | null;
}
const columns = `id, draw, kind, subject_id, owner, decision_id, event_id, title, outcome, reasons, decided_by, decided_at, rules, detectors,
  queue, language, stratum, population, probability, reviews, state, truth, truth_reasons, settled_by, error_type, note, made_at, done_at`;

export type NewItem = Omit<ItemRow, "id" | "made_at" | "done_at" | "error_type" | "note"> & {
  note?: string | undefined;
};

export async function insertItem(tx: Querier, marketplace: string, item: NewItem): Promise<string> {
  const id = newId("qit");
  const names = Object.keys(item).filter((name) => item[name as keyof NewItem] !== undefined);
  await tx.query(
    `insert into quality_items (marketplace, id, ${names.join(", ")}) values ($1, $2, ${names.map((_, n) => `$${n + 3}`).join(", ")})`,
    [marketplace, id, ...names.map((name) => item[name as keyof NewItem])],
  );
  return id;
}

export async function itemById(
  q: Querier,
  marketplace: string,
  id: string,
  lock = false,
): Promise<ItemRow | undefined> {
  const [row] = await q.query<ItemRow>(
    `select ${columns} from quality_items where marketplace = $1 and id = $2${lock ? " for update" : ""}`,
    [marketplace, id],
  );
  return row;
}

export interface ReviewRow {
  item: string;
  person: string;
  role: "review" | "adjudication" | "golden";
  at: Date;
  outcome: AnswerOutcome;
  reasons: string[];
  note: string | null;
  correct: boolean | null;
}

/** What was said of items, the first first. */
export function reviewsOf(q: Querier, marketplace: string, items: readonly string[]): Promise<ReviewRow[]> {
  return q.query<ReviewRow>(
    `select item, person, role, at, outcome, reasons, note, correct from quality_reviews
     where marketplace = $1 and item = any($2) order by at, person`,
    [marketplace, [...items]],
  );
}

export async function insertReview(tx: Querier, marketplace: string, review: Omit<ReviewRow, "at">): Promise<void> {
  await tx.query(
    `insert into quality_reviews (marketplace, item, person, role, outcome, reasons, note, correct)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [marketplace, review.item, review.person, review.role, review.outcome, review.reasons, review.note, review.correct],
  );
}

export async function deleteReview(tx: Querier, marketplace: string, item: string, person: string): Promise<void> {
  await tx.query("delete from quality_reviews where marketplace = $1 and item = $2 and person = $3", [
    marketplace,
    item,
    person,
  ]);
}

/** Where an item stands, and what is held to be right; null where that is open. */
export async function setItem(
  tx: Querier,
  marketplace: string,
  id: string,
  to: Pick<ItemRow, "state" | "truth" | "truth_reasons" | "settled_by" | "error_type">,
): Promise<void> {
  await tx.query(
    `update quality_items set state = $3, truth = $4, truth_reasons = $5, settled_by = $6, error_type = $7,
       done_at = case when $3 = 'done' then now() end
     where marketplace = $1 and id = $2`,
    [marketplace, id, to.state, to.truth, to.truth_reasons, to.settled_by, to.error_type],
  );
}

export async function setError(
  tx: Querier,
  marketplace: string,
  id: string,
  to: { error_type: ErrorType; note: string | undefined },
): Promise<void> {
  await tx.query(
    "update quality_items set error_type = $3, note = coalesce($4, note) where marketplace = $1 and id = $2",
    [marketplace, id, to.error_type, to.note ?? null],
  );
}

export interface ItemFilter {
  /** A draw's id, or `golden`. */
  draw?: string | undefined;
  state?: string | undefined;
  /** Settled against what was decided. */
  wrong?: boolean | undefined;
  error_type?: string | undefined;
  rule?: string | undefined;
  detector?: string | undefined;
  person?: string | undefined;
}

/** Items, the newest first, with the open case of each. */
export function listItems(
  q: Querier,
  marketplace: string,
  filter: ItemFilter,
  before: string | undefined,
  limit: number,
): Promise<(ItemRow & { case_id: string | null })[]> {
  const where = ["i.marketplace = $1"];
  const values: unknown[] = [marketplace];
  const value = (given: unknown) => `$${values.push(given)}`;
  if (filter.draw === "golden") where.push("i.draw is null");
  else if (filter.draw !== undefined) where.push(`i.draw = ${value(filter.draw)}`);
  else where.push("i.draw is not null");
  if (filter.state !== undefined) where.push(`i.state = ${value(filter.state)}`);
  // Whatever says something of the answer is told of settled items only.
  const settled = (condition: string) => where.push(`i.state = 'done' and ${condition}`);
  if (filter.wrong) settled("i.error_type is not null");
  if (filter.error_type !== undefined) settled(`i.error_type = ${value(filter.error_type)}`);
  if (filter.rule !== undefined) {
    const rule = value(filter.rule);
    settled(`exists (select from unnest(i.rules) r(rule) where regexp_replace(r.rule, '@[0-9]+/', '/') = ${rule})`);
  }
  if (filter.detector !== undefined) settled(`${value(filter.detector)} = any(i.detectors)`);
  if (filter.person !== undefined) settled(`i.decided_by = ${value(filter.person)}`);
  if (before !== undefined) where.push(`i.id < ${value(before)}`);
  return q.query(
    `select ${columns
      .split(",")
      .map((name) => `i.${name.trim()}`)
      .join(", ")},
       (select c.id from cases c where c.marketplace = $1 and c.quality_item = i.id and c.state <> 'resolved' limit 1) as case_id
     from quality_items i where ${where.join(" and ")} order by i.id desc limit ${limit + 1}`,
    values,
  );
}

/** Golden items of a queue that a person has not answered, and that nobody looks at now; in no order that could be learnt. */
export async function goldenFor(
  q: Querier,
  marketplace: string,
  queue: string,
  person: string,
): Promise<ItemRow | undefined> {
  const [row] = await q.query<ItemRow>(
    `select ${columns} from quality_items i where marketplace = $1 and queue = $2 and draw is null and state = 'done' and decided_by <> $3
       and not exists (select from quality_reviews r where r.marketplace = $1 and r.item = i.id and r.person = $3)
       and not exists (select from cases c where c.marketplace = $1 and c.kind = i.kind and c.subject_id = i.subject_id and c.state <> 'resolved')
     order by random() limit 1`,
    [marketplace, queue, person],
  );
  return row;
}

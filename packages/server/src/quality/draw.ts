/** Drawing a sample: strata, how many of each, a case for each. By hand, or on the marketplace's schedule. */
import { randomInt } from "node:crypto";
import { AssayError, type Draw, type SampleRequest, type Stratum } from "@assay/contract";
import { userNames } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import { lanesFor, openSample, qualityQueue } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { allocate } from "./statistics/weighted.ts";
import * as draws from "./store/draws.ts";
import { insertItem, type NewItem } from "./store/items.ts";

/** How urgent a sample is, 0 to 100: below what waits for a decision. */
const samplePriority = 20;
const weekMs = 7 * 24 * 3_600_000;

export type Sampling = Pick<SampleRequest, "frame" | "n" | "reviews"> & {
  from?: Date | undefined;
  to?: Date | undefined;
  kinds?: readonly string[] | undefined;
};

/**
 * Draws, and opens a case for each item, within the caller's transaction. A stratum is one kind of subject (and so one stage of the journey),
 * one outcome, and whether rules or a person decided.
 * @param by a person's id, or `schedule`
 * @returns the draw's id
 * @throws AssayError `invalid_request` when there is nothing to draw from, or the time is none
 */
export async function drawSample(tx: Querier, marketplace: string, by: string, asked: Sampling): Promise<string> {
  const to = asked.to ?? new Date();
  // What is live may have been decided at any time.
  const from = asked.from ?? (asked.frame === "live" ? new Date(0) : new Date(to.getTime() - weekMs));
  if (from >= to) throw new AssayError("invalid_request", "from: must be before to");
  const { hidden } = await lanesFor(tx, { id: "", marketplace, permissions: new Set() });
  const frame: draws.Frame = { frame: asked.frame, from, to, kinds: asked.kinds ?? [], hidden };
  const sizes = await draws.stratumSizes(tx, marketplace, frame);
  if (sizes.length === 0)
    throw new AssayError("invalid_request", "Nothing was decided in this time that could be drawn.");
  const counts = allocate(
    sizes.map((size) => size.n),
    asked.n,
  );
  const wanted = sizes.map(({ n: _, ...size }, index) => ({ ...size, n: counts[index]! }));
  const seed = randomInt(2 ** 40);
  const drawn = await draws.drawFrom(tx, marketplace, frame, seed, wanted);
  // Two decisions of one subject cannot be looked at at once: the second is left out, and its stratum counts one fewer drawn.
  const seen = new Set<string>();
  const kept = drawn.filter(({ kind, subject_id }) => {
    const key = `${kind} ${subject_id}`;
    return !seen.has(key) && seen.add(key);
  });
  const strata: Stratum[] = sizes.map((size) => ({
    stratum: stratumName(size),
    kind: size.kind,
    outcome: size.outcome,
    by: size.by_person ? "person" : "rule",
    population: size.n,
    n: kept.filter((row) => stratumName(row) === stratumName(size)).length,
  }));
  const draw = await draws.insertDraw(tx, marketplace, {
    frame: asked.frame,
    by,
    period_from: from,
    period_to: to,
    reviews: asked.reviews,
    strata,
    seed,
  });
  for (const row of kept) {
    const { stratum, population, n } = strata.find((each) => each.stratum === stratumName(row))!;
    const item = await insertItem(tx, marketplace, {
      ...itemOf(row),
      draw,
      stratum,
      population,
      probability: n / population,
      reviews: asked.reviews,
      state: "open",
      truth: null,
      truth_reasons: [],
      settled_by: null,
    });
    await openSample(tx, marketplace, {
      ...row,
      item,
      queue: qualityQueue,
      priority: samplePriority,
      reasons: [],
      notFor: row.by_person ? [row.decided_by] : [],
    });
  }
  await appendAudit(tx, marketplace, {
    actor: by,
    what: "quality.drawn",
    subject: draw,
    details: { frame: asked.frame, n: kept.length, from: from.toISOString(), to: to.toISOString() },
  });
  return draw;
}

const stratumName = ({ kind, outcome, by_person }: Pick<draws.StratumSize, "kind" | "outcome" | "by_person">) =>
  `${kind}/${outcome}/${by_person ? "person" : "rule"}`;

/** What an item keeps of a decision. */
export function itemOf(
  row: draws.DrawnRow,
): Pick<
  NewItem,
  | "kind"
  | "subject_id"
  | "owner"
  | "decision_id"
  | "event_id"
  | "title"
  | "outcome"
  | "reasons"
  | "decided_by"
  | "decided_at"
  | "rules"
  | "detectors"
  | "queue"
  | "language"
> {
  const { kind, subject_id, owner, decision_id, event_id, outcome, reasons, decided_by, decided_at, queue } = row;
  const language = row.body.data?.["language"];
  return {
    kind,
    subject_id,
    owner,
    decision_id,
    event_id,
    title: row.title.slice(0, 160),
    outcome,
    reasons,
    decided_by,
    decided_at,
    rules: row.rules.map((rule) => rule.replace(/@\d+\//, "/")),
    detectors: row.signals.filter((signal) => signal.state === "found").map((signal) => signal.detector),
    queue,
    language:
      typeof language === "string" && /^[a-zA-Z]{2,3}\b/.test(language) ? language.slice(0, 2).toLowerCase() : null,
  };
}

/** Draws as a lead reads them, the newest first. */
export async function drawsOf(q: Querier, marketplace: string, limit: number, id?: string): Promise<Draw[]> {
  const rows = await draws.listDraws(q, marketplace, limit, id);
  const names = await userNames(q, [...new Set(rows.map((row) => row.by))]);
  return rows.map(({ by, at, period_from, period_to, ...row }) => ({
    ...row,
    by: names.get(by) ?? by,
    at: at.toISOString(),
    from: period_from.toISOString(),
    to: period_to.toISOString(),
  }));
}

/** How often a sample is drawn by itself. */
export interface Schedule {
  every: "day" | "week";
  n: number;
  reviews: number;
}

/**
 * Draws what the schedule asks for, where it is time: from the end of the sample before, at most one period back.
 * @returns the draw's id; undefined where it is not time yet, or nothing was decided
 */
export async function drawScheduled(
  tx: Querier,
  marketplace: string,
  { every, n, reviews }: Schedule,
  now: Date,
): Promise<string | undefined> {
  const period = every === "day" ? weekMs / 7 : weekMs;
  const last = await draws.lastScheduled(tx, marketplace);
  if (last && now.getTime() - last.getTime() < period) return undefined;
  const from = new Date(Math.max(last?.getTime() ?? 0, now.getTime() - period));
  try {
    return await drawSample(tx, marketplace, "schedule", { frame: "decisions", n, reviews, from, to: now });
  } catch (error) {
    if (error instanceof AssayError && error.code === "invalid_request") return undefined;
    throw error;
  }
}

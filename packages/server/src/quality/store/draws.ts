/** SQL of drawing: how large each stratum is, and a random sample of each. */
import type { Draw, Outcome, Signal, Stratum, SubjectKind } from "@assay/contract";
import { newId, type Querier } from "../../db/index.ts";

export interface Frame {
  frame: Draw["frame"];
  from: Date;
  to: Date;
  /** None: every kind. */
  kinds: readonly string[];
  /** Queues whose subjects few may see: they are in no sample. */
  hidden: readonly string[];
}

export interface StratumSize {
  kind: SubjectKind;
  outcome: Outcome;
  by_person: boolean;
  n: number;
}

/**
 * What can be drawn: decisions of the time that stand, or those on what is visible now. What waits for a person is not decided; what is
 * under review already, or was golden, is not drawn again; the quarantined is nobody's sample.
 */
const population = ({ frame }: Pick<Frame, "frame">) => `from decisions d ${
  frame === "live"
    ? "join subjects s on s.marketplace = $1 and s.kind = d.kind and s.id = d.subject_id and s.decision_id = d.id and not s.ended and s.visibility not in ('held', 'removed')"
    : ""
}
  where d.marketplace = $1 and d.decided_at >= $2 and d.decided_at < $3 and d.standing and d.undone_at is null
    and d.outcome <> 'review' and d.mode <> 'backfill' and (cardinality($4::text[]) = 0 or d.kind = any($4))
    and not exists (select from cases c where c.marketplace = $1 and c.kind = d.kind and c.subject_id = d.subject_id
      and (c.queue = any($5) or (c.type = 'quality' and c.state <> 'resolved')))`;

const values = (marketplace: string, { from, to, kinds, hidden }: Frame) => [
  marketplace,
  from,
  to,
  [...kinds],
  [...hidden],
];

export function stratumSizes(q: Querier, marketplace: string, frame: Frame): Promise<StratumSize[]> {
  return q.query<StratumSize>(
    `select d.kind, d.outcome, d.decided_by <> 'rule' as by_person, count(*)::int as n ${population(frame)}
     group by 1, 2, 3 order by 1, 2, 3`,
    values(marketplace, frame),
  );
}

export interface DrawnRow {
  decision_id: string;
  event_id: string;
  kind: SubjectKind;
  subject_id: string;
  revision: number | null;
  owner: string;
  title: string;
  outcome: Outcome;
  by_person: boolean;
  decided_by: string;
  decided_at: Date;
  reasons: string[];
  /** `stage@version/rule` of the rules that fired on the event, whoever decided it in the end. */
  rules: string[];
  signals: Signal[];
  body: { data?: Record<string, unknown> };
  queue: string | null;
}

const described = (
  id: string,
) => `select d.id as decision_id, d.event_id, d.kind, d.subject_id, d.revision, d.owner, e.title, d.outcome,
    d.decided_by <> 'rule' as by_person, d.decided_by, d.decided_at, d.reason_codes as reasons, d.answer->'signals' as signals, e.body,
    coalesce((select r.rules from decisions r where r.marketplace = $1 and r.event_id = d.event_id and r.decided_by = 'rule'
      order by r.decided_at desc limit 1), '{}') as rules,
    (select c.queue from cases c where c.marketplace = $1 and c.kind = d.kind and c.subject_id = d.subject_id and c.type <> 'quality'
      order by c.opened_at desc limit 1) as queue
  from ${id} d join events e on e.marketplace = $1 and e.id = d.event_id`;

/** So many of each stratum, each decision as likely as any other of its stratum: ordered by a hash with the seed, so that the draw can be checked. */
export function drawFrom(
  q: Querier,
  marketplace: string,
  frame: Frame,
  seed: number,
  strata: readonly { kind: string; outcome: string; by_person: boolean; n: number }[],
): Promise<DrawnRow[]> {
  return q.query<DrawnRow>(
    `with ranked as (
       select d.*, row_number() over (partition by d.kind, d.outcome, d.decided_by <> 'rule' order by hashtextextended(d.id, $6)) as place
       ${population(frame)}),
     chosen as (
       select r.* from ranked r join json_to_recordset($7) w(kind text, outcome text, by_person boolean, n integer)
         on w.kind = r.kind and w.outcome = r.outcome and w.by_person = (r.decided_by <> 'rule') and r.place <= w.n)
     ${described("chosen")}`,
    [...values(marketplace, frame), seed, JSON.stringify(strata)],
  );
}

/** One decision as it would be drawn; undefined when it is not there. */
export async function decisionToKnow(q: Querier, marketplace: string, id: string): Promise<DrawnRow | undefined> {
  const [row] = await q.query<DrawnRow>(described("(select * from decisions where marketplace = $1 and id = $2)"), [
    marketplace,
    id,
  ]);
  return row;
}

export interface DrawRow {
  id: string;
  frame: Draw["frame"];
  by: string;
  at: Date;
  period_from: Date;
  period_to: Date;
  reviews: number;
  strata: Stratum[];
  n: number;
  open: number;
  disputed: number;
  done: number;
}

export async function insertDraw(
  tx: Querier,
  marketplace: string,
  draw: Pick<DrawRow, "frame" | "by" | "period_from" | "period_to" | "reviews" | "strata"> & { seed: number },
): Promise<string> {
  const id = newId("drw");
  await tx.query(
    `insert into quality_draws (marketplace, id, frame, by, period_from, period_to, reviews, strata, seed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      marketplace,
      id,
      draw.frame,
      draw.by,
      draw.period_from,
      draw.period_to,
      draw.reviews,
      JSON.stringify(draw.strata),
      draw.seed,
    ],
  );
  return id;
}

/** The newest draws with how far they are. */
export function listDraws(q: Querier, marketplace: string, limit: number, id?: string): Promise<DrawRow[]> {
  return q.query<DrawRow>(
    `select d.id, d.frame, d.by, d.at, d.period_from, d.period_to, d.reviews, d.strata, i.n, i.open, i.disputed, i.done
     from quality_draws d cross join lateral (
       select count(*)::int as n, count(*) filter (where state = 'open')::int as open,
         count(*) filter (where state = 'disputed')::int as disputed, count(*) filter (where state = 'done')::int as done
       from quality_items where marketplace = $1 and draw = d.id) i
     where d.marketplace = $1 and ($3::text is null or d.id = $3) order by d.at desc, d.id desc limit $2`,
    [marketplace, limit, id ?? null],
  );
}

/** Until when the schedule has drawn; undefined where it never has. */
export async function lastScheduled(q: Querier, marketplace: string): Promise<Date | undefined> {
  const [row] = await q.query<{ period_to: Date }>(
    "select period_to from quality_draws where marketplace = $1 and by = 'schedule' order by at desc limit 1",
    [marketplace],
  );
  return row?.period_to;
}

/** The figures of the programme: how often decisions are wrong, by whom and how, and how far people agree. */
import {
  type AgreementFigure,
  answerOutcomes,
  errorTypes,
  type JudgedFigure,
  type QualityFigures,
} from "@assay/contract";
import { userNames } from "../access/index.ts";
import type { Querier } from "../db/index.ts";
import { agreement, type Pair } from "./statistics/agreement.ts";
import { difference, nothing, type Share, share } from "./statistics/intervals.ts";
import { type Drawn, weightedShare } from "./statistics/weighted.ts";
import * as store from "./store/figures.ts";

const weekMs = 7 * 24 * 3_600_000;
/** Groups with fewer pairs, or rules with fewer items, say nothing and are left out. */
const leastGroup = 2;
/** A person's minutes are told only beside a quality that is known from so many answers. */
export const leastKnown = 10;
/** Categories in which agreement is counted: the outcomes. */
const categories = [...answerOutcomes];

type Item = Awaited<ReturnType<typeof store.itemsDecided>>[number];
interface Judged extends Drawn {
  item: Item;
  bad: boolean;
  stopped: boolean;
}

/**
 * @param from decisions taken at or after
 * @param minutes median minutes a case of each person, where it is known
 */
export async function qualityFigures(
  q: Querier,
  marketplace: string,
  { from, to }: { from: Date; to: Date },
  minutes: ReadonlyMap<string, number> = new Map(),
): Promise<QualityFigures> {
  const items = await store.itemsDecided(q, marketplace, from, to);
  const ids = items.map((item) => item.id);
  const [answers, overturns, resolved] = await Promise.all([
    store.answersIn(q, marketplace, ids, from, to),
    store.overturnRows(q, marketplace, from, to),
    store.resolvedBy(q, marketplace, from, to),
  ]);
  const sampled = items.filter((item) => item.frame === "decisions");
  const judged = sampled.filter((item) => item.state === "done").map(judgedOf);
  const wrong = ({ item }: Judged) => item.error_type !== null;
  const every = () => true;
  const rate = (of: (one: Judged) => boolean) => weightedShare(judged, of, wrong);
  const weekAgo = to.getTime() - weekMs;
  const now = rate(({ item }) => item.decided_at.getTime() >= weekAgo);
  const before = rate(
    ({ item }) => item.decided_at.getTime() < weekAgo && item.decided_at.getTime() >= weekAgo - weekMs,
  );
  const errors = errorTypes.map((type) => {
    const is = (one: Judged) => one.item.error_type === type;
    return { type, n: judged.filter(is).length, share: weightedShare(judged, every, is) };
  });
  const byItem = Map.groupBy(
    answers.filter((answer) => answer.role === "review"),
    (answer) => answer.item,
  );
  const pairs = items.flatMap((item) => {
    const [first, second] = byItem.get(item.id) ?? [];
    return first && second ? [{ item, pair: [first.outcome, second.outcome] as Pair }] : [];
  });
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    done: judged.length,
    waiting: items.filter((item) => item.state === "open" || item.state === "disputed").length,
    covered: coverage(sampled),
    error_rate: rate(every),
    by_decider: (["rule", "person"] as const).map((name) => ({
      name,
      error_rate: rate(({ item }) => (item.decided_by === "rule") === (name === "rule")),
    })),
    overall: {
      name: "all",
      precision: weightedShare(
        judged,
        (one) => one.stopped,
        (one) => one.bad,
      ),
      recall: weightedShare(
        judged,
        (one) => one.bad,
        (one) => one.stopped,
      ),
    },
    errors: errors.filter(({ n }) => n > 0),
    rules: lookouts(judged, (item) => item.rules),
    detectors: lookouts(judged, (item) => item.detectors),
    people: await people(q, judged, answers, items, overturns, resolved, minutes),
    agreement: {
      all: agreed("all", pairs),
      queue: groups(pairs, (item) => [item.queue ?? ""]),
      reason: groups(pairs, (item) => item.reasons),
      language: groups(pairs, (item) => [item.language ?? ""]),
    },
    overturns: overturnsByReason(overturns),
    drift: { now, before, change: difference(now, before) },
    prevalence: [
      ...Map.groupBy(
        items.filter((item) => item.frame === "live"),
        (item) => item.draw!,
      ),
    ].map(([draw, drawn]) => ({
      draw,
      at: drawn[0]!.drawn_at.toISOString(),
      share: weightedShare(drawn.filter((item) => item.state === "done").map(judgedOf), every, (one) => one.bad),
    })),
  };
}

/** Two draws are two samples: their strata are apart. */
function judgedOf(item: Item): Judged {
  return {
    item,
    stratum: `${item.draw} ${item.stratum}`,
    population: item.population,
    bad: item.truth !== "approve",
    stopped: item.outcome !== "approve",
  };
}

function coverage(items: readonly Item[]): number | null {
  let all = 0;
  let covered = 0;
  for (const drawn of Map.groupBy(items, (item) => item.draw!).values()) {
    const done = new Set(drawn.filter((item) => item.state === "done").map((item) => item.stratum));
    for (const { stratum, population } of drawn[0]!.drawn) {
      all += population;
      if (done.has(stratum)) covered += population;
    }
  }
  return all === 0 ? null : covered / all;
}

/** What each rule or detector that fired was worth: of what it saw, how much was bad; of what was bad, how much it saw. */
function lookouts(judged: readonly Judged[], of: (item: Item) => readonly string[]): JudgedFigure[] {
  const names = new Set(judged.flatMap((one) => of(one.item)));
  return [...names]
    .map((name) => {
      const fired = (one: Judged) => of(one.item).includes(name);
      return {
        name,
        precision: weightedShare(judged, fired, (one) => one.bad),
        recall: weightedShare(judged, (one) => one.bad, fired),
      };
    })
    .sort((a, b) => b.precision.n - a.precision.n || (a.name < b.name ? -1 : 1));
}

function agreed(name: string, pairs: readonly { pair: Pair }[]): AgreementFigure {
  return {
    name,
    ...agreement(
      pairs.map(({ pair }) => pair),
      categories,
    ),
  };
}

function groups(
  pairs: readonly { item: Item; pair: Pair }[],
  of: (item: Item) => readonly string[],
): AgreementFigure[] {
  const named = pairs.flatMap((each) => of(each.item).map((name) => ({ name, ...each })));
  return [...Map.groupBy(named, (each) => each.name)]
    .filter(([name, group]) => name !== "" && group.length >= leastGroup)
    .map(([name, group]) => agreed(name, group))
    .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}

async function people(
  q: Querier,
  judged: readonly Judged[],
  answers: readonly store.PairRow[],
  items: readonly Item[],
  overturns: readonly store.OverturnRow[],
  resolved: readonly { person: string; n: number }[],
  minutes: ReadonlyMap<string, number>,
): Promise<QualityFigures["people"]> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const deciders = judged.map(({ item }) => item.decided_by).filter((id) => id !== "rule");
  const ids = [
    ...new Set([...deciders, ...answers.map(({ person }) => person), ...resolved.map(({ person }) => person)]),
  ];
  const names = await userNames(q, ids);
  return ids
    .filter((id) => names.has(id))
    .map((id) => {
      const own = (one: Judged) => one.item.decided_by === id;
      const golden = answers.filter((answer) => answer.person === id && answer.role === "golden");
      const reviewed = answers.filter(
        ({ person, role, item }) => person === id && role === "review" && byId.get(item)?.state === "done",
      );
      const right = weightedShare(judged, own, (one) => one.item.error_type === null);
      const known = golden.length + right.n + reviewed.length;
      return {
        id,
        name: names.get(id)!,
        right,
        precision: weightedShare(
          judged,
          (one) => own(one) && one.stopped,
          (one) => one.bad,
        ),
        golden: share(golden.filter(({ correct }) => correct).length, golden.length),
        as_reviewer: share(
          reviewed.filter(({ item, outcome }) => byId.get(item)!.truth === outcome).length,
          reviewed.length,
        ),
        overturned: overturnedOf(overturns, id),
        minutes: known >= leastKnown ? (minutes.get(id) ?? null) : null,
        resolved: resolved.find(({ person }) => person === id)?.n ?? 0,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function overturnedOf(rows: readonly store.OverturnRow[], id: string): Share {
  const own = rows.find((row) => row.decided_by === id);
  return own ? share(own.overturned, own.upheld + own.overturned) : nothing;
}

function overturnsByReason(rows: readonly store.OverturnRow[]): QualityFigures["overturns"] {
  return rows
    .flatMap(({ reason, overturned, upheld }) =>
      reason === null ? [] : [{ reason, share: share(overturned, overturned + upheld) }],
    )
    .sort((a, b) => b.share.n - a.share.n);
}

/** What a backtest counts. Of fixed size however long it runs, and plain data, so that it is kept between slices. */
import {
  type BacktestMatch,
  type BacktestResult,
  type BacktestRule,
  type MatchTruth,
  matchTruths,
  type Outcome,
  outcomes,
  type Rule,
  type SubjectKind,
  type Visibility,
  visibilities,
} from "@assay/contract";
import { random, share } from "./quality/index.ts";

type Split = Record<MatchTruth, number>;

interface Counts {
  matched: number;
  split: Split;
  adds: number;
  delayed: number;
  cases: number;
}

interface RuleTally extends Counts {
  unknown: number;
  exempted: number;
  days: Record<string, number>;
  sample: BacktestMatch[];
}

type Compared = BacktestMatch & { tried: Outcome; compared: Outcome };

export interface Tally {
  looked_at: number;
  recomputed: number;
  needs_recompute: Record<string, number>;
  rules: Record<string, RuleTally>;
  together: Counts;
  compare?: {
    tried: Record<string, number>;
    compared: Record<string, number>;
    cases: { tried: number; compared: number };
    cells: Record<string, { n: number; split: Split }>;
    differ: number;
    sample: Compared[];
  };
  /** State of the generator that draws samples: the same run draws the same. */
  random: number;
}

const noSplit = (): Split => Object.fromEntries(matchTruths.map((truth) => [truth, 0])) as Split;
const noCounts = (): Counts => ({ matched: 0, split: noSplit(), adds: 0, delayed: 0, cases: 0 });

export function newTally(rules: readonly string[], compares: boolean, seed: number): Tally {
  const ofRule = (): RuleTally => ({ ...noCounts(), unknown: 0, exempted: 0, days: {}, sample: [] });
  return {
    looked_at: 0,
    recomputed: 0,
    needs_recompute: {},
    rules: Object.fromEntries(rules.map((rule) => [rule, ofRule()])),
    together: noCounts(),
    ...(compares && {
      compare: {
        tried: {},
        compared: {},
        cases: { tried: 0, compared: 0 },
        cells: {},
        differ: 0,
        sample: [],
      },
    }),
    random: seed >>> 0,
  };
}

/** What was decided then of a match, and what is known of it since. */
export interface Past {
  match: Omit<BacktestMatch, "truth">;
  kind: SubjectKind;
  visibility: Visibility;
  /** What people decided of it since. */
  said: Outcome | undefined;
  contested: "appealed" | "reported" | undefined;
}

/** What a rule asks for where it says only what is to be seen, or names a queue. */
const askedBy = (then: Rule["then"]): Outcome => then?.outcome ?? "review";

/** Whether what people decided bears out what was asked for; `review` asked to stop it at least. */
function truthOf({ said, contested }: Past, asked: Outcome): MatchTruth {
  if (said === undefined) return contested ?? "unknown";
  const upheld = asked === "approve" || asked === "refuse" ? said === asked : said !== "approve";
  return upheld ? "upheld" : "overturned";
}

const weaker = (a: Outcome, b: Outcome) => outcomes.indexOf(a) > outcomes.indexOf(b);

/** What one match adds to the counts. */
function effectOf(
  then: Rule["then"],
  { match, kind, visibility }: Past,
): { adds: boolean; delayed: boolean; opens: boolean } {
  const { outcome, queue } = then ?? {};
  const usual: Visibility =
    outcome === "refuse"
      ? "removed"
      : outcome === undefined || outcome === "approve" || kind === "message"
        ? "visible"
        : "held";
  const seen = then?.visibility ?? usual;
  const isHidden = visibilities.indexOf(seen) < visibilities.indexOf(visibility);
  return {
    adds: outcome ? weaker(match.outcome, outcome) : isHidden || queue !== undefined,
    delayed: (outcome === "review" || outcome === "request_changes") && visibility === "visible" && isHidden,
    opens:
      outcome !== "refuse" &&
      (outcome === "review" || queue !== undefined) &&
      match.outcome !== "review" &&
      match.outcome !== "refuse",
  };
}

/** Counts the rules that matched one decision. */
export function countMatches(
  tally: Tally,
  matched: readonly Pick<Rule, "id" | "then">[],
  past: Past,
  sampleSize: number,
): void {
  let strongest: Outcome = "approve";
  const all = { adds: false, delayed: false, opens: false };
  for (const { id, then } of matched) {
    const counts = tally.rules[id]!;
    const truth = truthOf(past, askedBy(then));
    const effect = effectOf(then, past);
    add(counts, truth, effect);
    const day = past.match.at.slice(0, 10);
    counts.days[day] = (counts.days[day] ?? 0) + 1;
    draw(tally, counts.sample, counts.matched, { ...past.match, truth }, sampleSize);
    if (weaker(strongest, askedBy(then))) strongest = askedBy(then);
    for (const key of ["adds", "delayed", "opens"] as const) all[key] ||= effect[key];
  }
  if (matched.length > 0) add(tally.together, truthOf(past, strongest), all);
}

function add(counts: Counts, truth: MatchTruth, { adds, delayed, opens }: ReturnType<typeof effectOf>): void {
  counts.matched += 1;
  counts.split[truth] += 1;
  counts.adds += Number(adds);
  counts.delayed += Number(delayed);
  counts.cases += Number(opens);
}

/** Counts what two versions said of one decision. `past` is read where they differ. */
export function countCompared(
  tally: Tally,
  tried: { outcome: Outcome; cases: number },
  compared: { outcome: Outcome; cases: number },
  past: Past | undefined,
  sampleSize: number,
): void {
  const counts = tally.compare!;
  counts.tried[tried.outcome] = (counts.tried[tried.outcome] ?? 0) + 1;
  counts.compared[compared.outcome] = (counts.compared[compared.outcome] ?? 0) + 1;
  counts.cases.tried += tried.cases;
  counts.cases.compared += compared.cases;
  if (!past) return;
  const key = `${tried.outcome} ${compared.outcome}`;
  counts.cells[key] ??= { n: 0, split: noSplit() };
  const truth = truthOf(past, tried.outcome);
  counts.cells[key].n += 1;
  counts.cells[key].split[truth] += 1;
  counts.differ += 1;
  const drawn = { ...past.match, truth, tried: tried.outcome, compared: compared.outcome };
  draw(tally, counts.sample, counts.differ, drawn, sampleSize);
}

/** Vitter's algorithm R: each of the first `n` that came stands in the sample with the same chance. */
function draw<T>(tally: Tally, sample: T[], n: number, item: T, size: number): void {
  if (sample.length < size) {
    sample.push(item);
    return;
  }
  const place = Math.floor(nextRandom(tally) * n);
  if (place < size) sample[place] = item;
}

/** A number in [0, 1). Each draw's seed is made of the one before, so that a slice goes on where the last one ended. */
function nextRandom(tally: Tally): number {
  const number = random(tally.random)();
  tally.random = Math.floor(number * 2 ** 32) ^ tally.looked_at;
  return number;
}

/** @param waits median hours that a case waits, by queue */
export function resultOf(
  tally: Tally,
  rules: readonly Pick<Rule, "id" | "then">[],
  waits: Readonly<Record<string, number>>,
  secondsPerCase: number,
): BacktestResult {
  const hours = (cases: number) => (cases * secondsPerCase) / 3600;
  const { compare } = tally;
  return {
    looked_at: tally.looked_at,
    recomputed: tally.recomputed,
    needs_recompute: tally.needs_recompute,
    together: { ...tally.together, hours: hours(tally.together.cases) },
    rules: rules.map(({ id, then }): BacktestRule => {
      const { days, sample, ...counts } = tally.rules[id]!;
      const { upheld, overturned } = counts.split;
      return {
        rule: id,
        ...counts,
        precision: share(upheld, upheld + overturned),
        hours: hours(counts.cases),
        wait_hours: then?.queue === undefined ? null : (waits[then.queue] ?? null),
        by_day: Object.entries(days)
          .sort()
          .map(([day, count]) => ({ day, n: count })),
        sample,
      };
    }),
    ...(compare && {
      compare: {
        tried: compare.tried,
        compared: compare.compared,
        cases: compare.cases,
        hours: { tried: hours(compare.cases.tried), compared: hours(compare.cases.compared) },
        differ: compare.differ,
        cells: Object.entries(compare.cells).map(([key, cell]) => {
          const [tried, compared] = key.split(" ") as [Outcome, Outcome];
          return { tried, compared, ...cell };
        }),
        sample: compare.sample,
      },
    }),
  };
}

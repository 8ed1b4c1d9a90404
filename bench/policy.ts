/**
 * `node bench/policy.ts`: what judging a listing by 100 and 200 rules costs, beside cel-js's own evaluator on the same conditions and the
 * same listings in the same run. A-B-A-B, rounds alternating, medians with range; the answers of both are compared first.
 */
import type { DetectorDeclaration, ReasonCode, Signal } from "@assay/contract";
import { compilePolicies, type Policies, type PolicyInput } from "@assay/policy";
import { Environment } from "@marcbachmann/cel-js";

const rounds = 7;
const listings = 1000;
/** A round goes over the listings so often. */
const passes = 20;

const declaration = (id: string, more: Partial<DetectorDeclaration> = {}): DetectorDeclaration => ({
  id,
  version: 1,
  title: id,
  summary: id,
  subjects: ["listing"],
  history: [],
  measurements: [],
  cost: "micro",
  kinds: {},
  values: {},
  ...more,
});
const detectors = [
  declaration("text_contact_details"),
  declaration("text_off_platform_payment"),
  declaration("text_prohibited_item"),
  declaration("text_abuse", { kinds: { hate: "hate", threat: "threat" } }),
  declaration("price_outlier", { values: { quantile: { type: "double", title: "quantile" } } }),
  declaration("listing_edit"),
];

/** The kinds of conditions that policies are made of, with a number that makes each another one. Doubles, as cel-js tells 5 from 5.0. */
const shapes: ((i: number) => string)[] = [
  (i) => `signals.text_contact_details.found && signals.text_contact_details.score >= ${(i % 50) / 50 + 0.001}`,
  (i) => `signals.price_outlier.quantile < ${(i % 20) / 1000 + 0.0001} && account.age_days < ${(i % 60) + 1}.0`,
  (i) => `listing.category == "c${i % 40}" && listing.price.amount > ${i * 20}.0 && !signals.listing_edit.found`,
  (i) => `account.id in lists.sellers${i % 4} || account.refusals_90d > ${(i % 9) + 3}.0`,
  (i) => `listing.title.contains("word${i}") || listing.title.startsWith("rare${i}")`,
  (i) => `signals.text_abuse.scores.hate > ${0.9 + (i % 9) / 100} || signals.text_abuse.scores.threat > 0.95`,
  (i) => `listing.price.amount * 1.2 < ${(i % 30) + 1}.5 && listing.category in ["c1", "c${i % 40}", "c3"]`,
  (i) => `(account.listings_total > ${i % 50}.0 && account.age_days < 2.0) || account.country == "X${i}"`,
];
const conditions = (n: number) => Array.from({ length: n }, (_, i) => shapes[i % shapes.length]!(i));

function inputs(): PolicyInput[] {
  let seed = 20261121;
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const lists = Object.fromEntries(
    [0, 1, 2, 3].map((n) => [`sellers${n}`, Array.from({ length: 50 }, (_, i) => `s${n}-${i}`)]),
  );
  return Array.from({ length: listings }, (_, n) => ({
    subject: {
      kind: "listing" as const,
      id: `l${n}`,
      owner: `s${n % 7}-${n}`,
      data: {
        id: `l${n}`,
        seller: `s${n % 7}-${n}`,
        title: `City bike word${n % 300} in good order`,
        description: "serviced last spring, new tyres ".repeat(20),
        category: `c${Math.floor(random() * 40)}`,
        price: { amount: Math.round(random() * 3000), currency: "EUR" },
      },
    },
    eventId: `e${n}`,
    eventType: "listing.created",
    at: 1_795_000_000_000 + n,
    signals: detectors.map(({ id, kinds, values }): Signal => {
      const score = random() ** 6;
      const scores = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, random() ** 6]));
      const given = Object.fromEntries(Object.keys(values).map((value) => [value, random()]));
      const state = score > 0.8 ? "found" : "clear";
      return { detector: id, version: 1, state, score, scores, values: given, evidence: [] };
    }),
    pending: [],
    history: {
      account_profile: {
        known: true,
        age_days: Math.floor(random() * 900),
        country: "FR",
        listings_total: Math.floor(random() * 60),
        refusals_90d: 0,
      },
      approved_revision: null,
    },
    lists,
  }));
}

function compile(texts: readonly string[]): Policies {
  const rules = texts.map((when, i) => ({
    id: `rule-${i}`,
    when,
    then: { outcome: "review", queue: `q${i % 5}`, priority: i % 100, reason: "price_bait" },
    unknown: "ignore",
  }));
  const source = JSON.stringify({ policy: "listing", rules });
  const codes = ["price_bait", "not_checked"].map((code) => ({ code }) as ReasonCode);
  const lists = ["sellers0", "sellers1", "sellers2", "sellers3"];
  return compilePolicies([{ stage: "listing", version: 1, source }], { detectors, lists, reasons: codes });
}

/** What cel-js is given of the same listing: plain objects, made beforehand, which is to its advantage. */
function contextOf({ subject, signals, history, lists }: PolicyInput) {
  return {
    listing: subject.data,
    account: { id: subject.owner, ...history.account_profile },
    signals: Object.fromEntries(
      signals.map((signal) => [
        signal.detector,
        { found: signal.state === "found", score: signal.score, scores: signal.scores, ...signal.values },
      ]),
    ),
    lists,
  };
}

interface Measured {
  assay: number[];
  library: number[];
  matches: number;
}

function measure(n: number, given: PolicyInput[]): Measured {
  const texts = conditions(n);
  const policies = compile(texts);
  const environment = new Environment({ unlistedVariablesAreDyn: true });
  const parsed = texts.map((text) => environment.parse(text));
  const contexts = given.map(contextOf);
  const assay = () => given.reduce((sum, input) => sum + policies.decide(input).reasons.length, 0);
  const library = () =>
    contexts.reduce((sum, context) => {
      for (const evaluate of parsed) {
        // A field that is not there throws, which is no match.
        try {
          if (evaluate(context) === true) sum++;
        } catch {}
      }
      return sum;
    }, 0);
  const matches = assay();
  if (library() !== matches) throw new Error(`the answers differ: ${matches} and ${library()} matches`);
  const found: Measured = { assay: [], library: [], matches: matches / given.length };
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries({ assay, library })) {
      const before = process.cpuUsage();
      for (let pass = 0; pass < passes; pass++) run();
      const { user, system } = process.cpuUsage(before);
      const microseconds = (user + system) / (passes * given.length);
      // The first round warms both up.
      if (round > 0) found[name as "assay" | "library"].push(microseconds);
    }
  }
  return found;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const shown = (values: readonly number[]) =>
  `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})`;

/** @returns a Markdown table */
export function benchPolicy(say: (text: string) => void): string {
  const given = inputs();
  const rows = [100, 200].map((n) => {
    say(`${n} rules on ${given.length} listings, ${rounds - 1} rounds each …`);
    const { assay, library, matches } = measure(n, given);
    const ratios = assay.map((time, round) => library[round]! / time);
    const ratio = `${median(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)})`;
    return `| ${n} | ${matches.toFixed(2)} | ${shown(assay)} | ${shown(library)} | ${ratio} |`;
  });
  return [
    `Judging a listing: \`decide()\` whole (rules, reasons, cases, visibility) beside cel-js 8 evaluating the conditions alone.`,
    `${given.length} listings, ${rounds - 1} rounds of ${passes} passes, alternating; µs of CPU a listing, median (range).`,
    "",
    "| rules | matches a listing | Assay `decide` | cel-js, conditions only | cel-js ÷ Assay |",
    "| ---: | ---: | ---: | ---: | ---: |",
    ...rows,
    "",
  ].join("\n");
}

/**
 * The simulated marketplace with ground truth, against the whole pipeline on a throwaway database:
 * `node evals/market.ts [--seed a,b] [--fraud 0.01] [--days 24] [--per-hour 6] [--show SCAM|honest] [--write]`.
 * Scammers hear each decision and adapt. The first half of the time is for learning prices and habits and is not
 * counted. Pictures are left out: this measures text and history, and a scam that is written in a picture only is not counted. The figures are of a simulation whose honest people and
 * scammers were written without sight of the detectors; they say how the parts work together, not how the world is.
 */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Decision } from "@assay/contract";
import { type Engine, firstMarketplace, startEngine, throwawayName } from "@assay/server";
import { recipeOf } from "../examples/market/src/pictures/recipe.ts";
import { type CampaignRecord, Ledger } from "../examples/market/src/simulation/ledger.ts";
import { simulate } from "../examples/market/src/simulation/simulate.ts";
import { type Scam, scams, type Truth } from "../examples/market/src/simulation/truth.ts";
import type { Row } from "./evaluation.ts";
import { barPlot } from "./plot.ts";
import { commit, table } from "./report.ts";

interface Seen {
  truth: Truth;
  /** By an honest owner whose account is in a thief's hands too: whoever asks for verification there does right. */
  takenOver: boolean;
  type: string;
  at: number;
  listing: string | undefined;
  account: string;
  stopped: boolean;
  text: string;
  reasons: string;
}

interface Options {
  seeds: string[];
  fraud: number;
  days: number;
  perHour: number;
}

const day = 86_400_000;
/** What people read and pay by; log-ins and accounts are looked at apart. */
const content = new Set(["listing.created", "listing.updated", "message.sent", "question.asked", "review.posted"]);

interface Lived {
  /** The counted last third. */
  seen: Seen[];
  /** The campaigns whose first harm lies in it. */
  campaigns: CampaignRecord[];
}

/** One seed lived through. */
async function live(engine: Engine, seed: string, { fraud, days, perHour }: Options): Promise<Lived> {
  const until = Date.parse("2026-11-20T00:00:00Z");
  const from = until - days * day;
  const seen: Seen[] = [];
  const ledger = new Ledger();
  const counted = until - (days * day) / 2;
  for (const step of simulate({ seed, from, until, fraud, perHour, people: 400, ids: `${seed}_` })) {
    const { event, truth } = step;
    const { pictures, ...data } = event.data;
    const decision = await engine.deps.pipeline.submit({ ...event, data }, firstMarketplace);
    step.decided(decision);
    const at = Date.parse(event.time);
    ledger.take(event, truth, interfered(decision));
    if (at < counted || (!truth.honest && truth.role === "harm" && isCaptioned(pictures))) continue;
    const stolen = truth.honest ? ledger.accounts().get(owner(data)) : undefined;
    seen.push({
      truth,
      takenOver: stolen?.scam === "account_takeover" && stolen.started <= at,
      type: event.type,
      at,
      listing: event.type.startsWith("listing.") ? event.data.id : (data["listing"] as string | undefined),
      account: owner(data),
      stopped: interfered(decision),
      text: [data["title"], data["description"], data["text"]].filter(Boolean).join(" | ").slice(0, 220),
      reasons: decision.reasons.map(({ rule, code }) => rule ?? code).join(),
    });
  }
  return { seen, campaigns: ledger.campaigns().filter(({ harmedFrom }) => (harmedFrom ?? 0) >= counted) };
}

/** Whether words are written across one of its pictures. */
const isCaptioned = (pictures: unknown): boolean =>
  ((pictures ?? []) as { url: string }[]).some(({ url }) => recipeOf(url)?.caption !== undefined);

/** Who answers for an event. */
const owner = (data: Record<string, unknown>): string =>
  String(data["seller"] ?? data["from"] ?? data["author"] ?? data["account"] ?? data["id"]);

/** Any intervention at all: refused, sent back, held, masked, limited, or a case for a person. */
const interfered = ({ outcome, visibility, restrictions, cases }: Decision): boolean =>
  outcome !== "approve" || visibility !== "visible" || restrictions.length > 0 || cases.length > 0;

const share = (all: readonly Seen[]): number => all.filter(({ stopped }) => stopped).length / all.length;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Precision is against the honest people who look like this scam, the hardest to tell from it. */
function scamRow(scam: Scam, all: readonly Seen[], known: readonly CampaignRecord[]): Row | undefined {
  const harm = all.filter(
    ({ truth, type }) => !truth.honest && truth.scam === scam && truth.role === "harm" && content.has(type),
  );
  if (harm.length === 0) return undefined;
  const alike = all.filter(
    ({ truth, type, stopped }) => truth.honest && truth.like === scam && stopped && content.has(type),
  );
  const hits = harm.filter(({ stopped }) => stopped).length;
  const campaigns = known.filter((one) => one.scam === scam);
  const caught = campaigns.filter(({ stoppedAt }) => stoppedAt !== undefined);
  const hours = median(caught.map(({ stoppedAt, harmedFrom }) => (stoppedAt! - harmedFrom!) / 3_600_000));
  const reached = campaigns.reduce((sum, one) => sum + one.reached.size, 0);
  const first = harm.filter(({ truth }) => !truth.honest && truth.attempt === 1);
  return {
    task: scam.replaceAll("_", " "),
    n: harm.length,
    recall: share(harm),
    precision: hits / (hits + alike.length),
    other: { name: "people reached a campaign", value: reached / campaigns.length },
    note: `${caught.length} of ${campaigns.length} campaigns caught, half of them within ${Number.isNaN(hours) ? "–" : hours.toFixed(1)} h of the first harm; first attempts stopped ${first.length ? share(first).toFixed(2) : "–"} (n ${first.length})`,
  };
}

function honestRows(all: readonly Seen[]): Row[] {
  const rows: Row[] = [];
  const add = (task: string, some: readonly Seen[]) => {
    if (some.length > 0) rows.push({ task, n: some.length, benign: share(some) * 1000 });
  };
  const honest = all.filter(({ truth, type, takenOver }) => truth.honest && content.has(type) && !takenOver);
  add(
    "honest ads and edits",
    honest.filter(({ type }) => type.startsWith("listing.")),
  );
  add(
    "honest messages and questions",
    honest.filter(({ type }) => type === "message.sent" || type === "question.asked"),
  );
  add(
    "honest reviews",
    honest.filter(({ type }) => type === "review.posted"),
  );
  add(
    "honest log-ins, payout methods and accounts",
    all.filter(
      ({ truth, type, takenOver }) => truth.honest && !takenOver && /^(?:session|payout_method|account)\./.test(type),
    ),
  );
  add(
    "owners' own events on accounts that are taken over (rightly asked who they are; not among the others)",
    all.filter(({ takenOver }) => takenOver),
  );
  const people = Map.groupBy(
    all.filter(({ truth, takenOver }) => truth.honest && !takenOver),
    ({ account }) => account,
  );
  const sellers = [...people.values()].filter((events) => events.some(({ type }) => type.startsWith("listing.")));
  const touched = sellers.filter((events) => events.some(({ stopped }) => stopped)).length;
  rows.push({ task: "honest sellers touched at all", n: sellers.length, benign: (touched / sellers.length) * 1000 });
  for (const scam of scams) {
    add(
      `honest, looks like ${scam.replaceAll("_", " ")}`,
      honest.filter(({ truth }) => truth.honest && truth.like === scam),
    );
  }
  return rows;
}

/** Which rules touched honest ads, messages and reviews, most often first, as a table. */
function touchingRules(all: readonly Seen[]): string {
  const honest = all.filter(({ truth, type, takenOver }) => truth.honest && content.has(type) && !takenOver);
  const counts = new Map<string, number>();
  for (const { stopped, reasons } of honest) {
    if (stopped) for (const rule of reasons.split(",")) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const rows = [...counts].sort(([, a], [, b]) => b - a);
  return [
    `Of ${honest.length} honest ads, edits, messages and reviews these rules touched:`,
    "",
    "| rule | times | per 1,000 |",
    "| --- | ---: | ---: |",
    ...rows.map(([rule, n]) => `| \`${rule}\` | ${n} | ${((n / honest.length) * 1000).toFixed(1)} |`),
  ].join("\n");
}

export async function marketRows(options: Options): Promise<{ rows: Row[]; seen: Seen[] }> {
  const seen: Seen[] = [];
  const campaigns: CampaignRecord[] = [];
  for (const seed of options.seeds) {
    const engine = await startEngine({
      dataDir: join(tmpdir(), throwawayName()),
      throwaway: true,
      idle: true,
      logLevel: "fatal",
      poolSize: 4,
    });
    try {
      console.error(`market: living through ${seed}`);
      const lived = await live(engine, seed, options);
      seen.push(...lived.seen);
      campaigns.push(...lived.campaigns);
    } finally {
      await engine.stop();
    }
  }
  const judged = seen.filter(
    ({ type, truth, takenOver }) => content.has(type) && !takenOver && (truth.honest || truth.role === "harm"),
  );
  const harm = judged.filter(({ truth }) => !truth.honest);
  const all: Row = {
    task: "all scams together",
    n: harm.length,
    recall: share(harm),
    precision: harm.filter(({ stopped }) => stopped).length / judged.filter(({ stopped }) => stopped).length,
    note: `among ${judged.length} events, ${((harm.length / judged.length) * 100).toFixed(1)} % of them harmful`,
  };
  return { rows: [all, ...scams.flatMap((scam) => scamRow(scam, seen, campaigns) ?? []), ...honestRows(seen)], seen };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "eval-6,eval-7,eval-8" },
      fraud: { type: "string", default: "0.01" },
      days: { type: "string", default: "24" },
      "per-hour": { type: "string", default: "6" },
      /** Prints what went wrong: a scam's misses, or `honest` for honest people stopped. */
      show: { type: "string" },
      /** Writes docs/measured/simulation.md and its plot. */
      write: { type: "boolean", default: false },
    },
  });
  const { rows, seen } = await marketRows({
    seeds: values.seed.split(","),
    fraud: Number(values.fraud),
    days: Number(values.days),
    perHour: Number(values["per-hour"]),
  });
  console.log(`${table(rows)}\n\n${touchingRules(seen)}`);
  if (values.write) {
    const what = `${new Date().toISOString().slice(0, 10)}, commit ${commit()}. Seeds ${values.seed}; ${values.fraud} of the doings are scams.`;
    const how =
      "A simulation with ground truth, without pictures (scams that are written in a picture only are left out); scammers adapt to each refusal, and honest people look like each scam. Thresholds and phrases were set on other seeds (those named tune-), not on these; but all seeds draw on the same stock of sentences, so that what was learnt there helps here. Touched is whoever meets any intervention: refused, sent back, held, masked, limited, warned, or looked at by a person. A scam's precision is against the honest people who look like it; that of the first row against all honest people. Made by `node evals/market.ts --write`.";
    const folder = join(import.meta.dirname, "../docs/measured");
    writeFileSync(
      join(folder, "simulation.md"),
      `# The simulated market\n\n${what}\n${how}\n\n![Recall and precision of each scam](simulation.svg)\n\n${table(rows)}\n\n${touchingRules(seen)}\n`,
    );
    const bars = rows
      .filter((row) => row.recall !== undefined)
      .map((row) => ({
        label: row.task,
        value: row.recall!,
        dot: row.precision ?? Number.NaN,
        note: `n ${row.n}${Number.isFinite(row.other?.value) ? `, ${row.other!.value.toFixed(1)}` : ""}`,
      }));
    const axes = { bar: "share stopped", dot: "precision", note: "n, people reached a campaign" };
    writeFileSync(join(folder, "simulation.svg"), `${barPlot("The simulated market, per scam", axes, bars)}\n`);
  }
  for (const { truth, stopped, type, text, reasons } of seen) {
    if (!content.has(type)) continue;
    const wanted = truth.honest
      ? values.show === "honest" && stopped
      : truth.scam === values.show && truth.role === "harm" && !stopped;
    if (wanted)
      console.log(
        `${type} [${reasons}]${truth.honest ? ` like ${truth.like ?? "nothing"}` : ""} ${JSON.stringify(text)}`,
      );
  }
}

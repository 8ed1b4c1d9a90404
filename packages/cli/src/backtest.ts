/** `assay backtest`: what a rule, a draft or a version would have done to what is stored. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { BacktestRequest, BacktestResult, BacktestView, Stage } from "@assay/contract";
import { stageOfFile } from "@assay/server";
import { ask, type RemoteFlags, remoteOf } from "./remote.ts";

export interface BacktestFlags extends RemoteFlags {
  stage?: Stage;
  rules?: string;
  compare?: string;
  from?: string;
  to?: string;
  lists?: "then" | "now";
  sample?: string;
  json?: boolean;
}

const dayMs = 86_400_000;

/** @returns the exit status: 1 when it failed or was stopped */
export async function backtest(what: string, flags: BacktestFlags): Promise<number> {
  const remote = remoteOf(flags);
  const tried = whatOf(what, flags.stage);
  const request = {
    stage: tried.stage,
    try: tried.given,
    ...(flags.rules !== undefined && { rules: flags.rules.split(",").map((rule) => rule.trim()) }),
    ...(flags.compare !== undefined && { compare: whatOf(flags.compare, tried.stage).given }),
    from: instant(flags.from ?? new Date(Date.now() - 30 * dayMs).toISOString()),
    ...(flags.to !== undefined && { to: instant(flags.to) }),
    ...(flags.lists && { lists: flags.lists }),
    sample: Number(flags.sample ?? 10),
  };
  let run = await ask<BacktestView>(remote, "/v1/backtests", { method: "POST", body: JSON.stringify(request) });
  let stopping = false;
  const stop = () => {
    stopping = true;
  };
  process.once("SIGINT", stop);
  while (run.state === "queued" || run.state === "running") {
    await sleep(500);
    if (stopping) await ask(remote, `/v1/policy-runs/${run.id}/cancel`, { method: "POST" });
    run = await ask<BacktestView>(remote, `/v1/backtests/${run.id}`);
    if (process.stderr.isTTY)
      process.stderr.write(`\r${run.done.toLocaleString("en")} of ${run.total?.toLocaleString("en") ?? "…"} `);
  }
  process.off("SIGINT", stop);
  if (process.stderr.isTTY) process.stderr.write("\r");
  if (flags.json) console.log(JSON.stringify(run));
  else if (run.result) for (const line of linesOf(run.result)) console.log(line);
  if (run.state === "done") return 0;
  console.error(`assay: the backtest was ${run.state}${run.problem ? `: ${run.problem}` : ""}`);
  return 1;
}

/** `listing@4`, `draft:dra_…`, or a file named after its stage. */
function whatOf(what: string, stage: Stage | undefined): { stage: Stage; given: BacktestRequest["try"] } {
  const version = /^([a-z]+)@(\d+)$/.exec(what);
  if (version) return { stage: version[1] as Stage, given: { version: Number(version[2]) } };
  if (what.startsWith("draft:")) {
    if (!stage) throw new Error("a draft needs --stage");
    return { stage, given: { draft: what.slice("draft:".length) } };
  }
  const of = stage ?? stageOfFile(basename(what));
  if (!of)
    throw new Error(
      `${what}: give a file named after its stage (listing.yaml) or --stage, a version (listing@4) or draft:ID`,
    );
  return { stage: of, given: { source: readFileSync(what, "utf8") } };
}

function linesOf({ looked_at, rules, together, recomputed, needs_recompute, compare }: BacktestResult): string[] {
  const lines = [`${looked_at} decisions looked at, ${recomputed} computed anew in part`];
  for (const [what, n] of Object.entries(needs_recompute)) lines.push(`  ${n} lack ${what}`);
  for (const rule of rules) {
    const { split, precision } = rule;
    lines.push("", `${rule.rule}: ${rule.matched} matches, ${rule.unknown} unknown, ${rule.exempted} exempt`);
    lines.push(
      `  ${Object.entries(split)
        .map(([truth, n]) => `${truth} ${n}`)
        .join(", ")}`,
    );
    if (precision.n > 0)
      lines.push(
        `  right in ${percent(precision.value!)} of ${precision.n} that people decided (95 %: ${percent(precision.low!)} to ${percent(precision.high!)})`,
      );
    lines.push(
      `  adds ${rule.adds} to what was stopped, delays ${rule.delayed}, opens ${rule.cases} cases: ${rule.hours.toFixed(1)} hours`,
    );
    for (const match of rule.sample)
      lines.push(`    ${match.truth.padEnd(10)} ${match.decision_id} ${match.title.slice(0, 70)}`);
  }
  if (rules.length > 1)
    lines.push("", `together: ${together.matched} matches, adds ${together.adds}, ${together.hours.toFixed(1)} hours`);
  if (compare) {
    lines.push(
      "",
      `side by side: ${compare.differ} decided differently; cases ${compare.cases.tried} against ${compare.cases.compared}`,
    );
    for (const { tried, compared, n } of compare.cells) lines.push(`  ${tried} where the other says ${compared}: ${n}`);
  }
  return lines;
}

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

function instant(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new Error(`"${text}" is not a time; write it as 2026-11-22T10:00:00Z`);
  return at.toISOString();
}

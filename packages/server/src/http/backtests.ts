/** Backtests, and all long work over what is stored: asked for, followed, stopped. */
import {
  AssayError,
  type BacktestResult,
  type BacktestView,
  backtestRequestSchema,
  backtestViewSchema,
  type PolicyRun,
  pageOf,
  policyRunSchema,
  runKinds,
} from "@assay/contract";
import { z } from "zod";
import { type Principal, userNames } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import { backtestResult, requireBacktest, startBacktest } from "../backtest.ts";
import type { BacktestPlan } from "../backtest_plan.ts";
import type { Querier } from "../db/index.ts";
import type { Deps } from "../deps.ts";
import { askToCancel, type RunRow, runRow, runsOf } from "../policies/index.ts";
import { keyOf, keyTime, pageQuery, toPage } from "./page.ts";
import { hiddenSubjects } from "./quarantine.ts";
import { type App, principalOf } from "./route.ts";

const params = z.object({ id: z.string().max(100) });

function titleOf({ kind, params: given }: RunRow): string {
  const { tried, compared, title } = given as { tried?: string; compared?: string; title?: string };
  return kind === "backtest" ? [tried, compared].filter(Boolean).join(" · ") : (title ?? kind);
}

export async function shownRuns(q: Querier, rows: readonly RunRow[]): Promise<PolicyRun[]> {
  const names = await userNames(q, [...new Set(rows.map((row) => row.created_by))]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: titleOf(row),
    done: row.done,
    ...(row.total !== null && { total: row.total }),
    ...(row.problem !== null && { problem: row.problem }),
    created_by: row.created_by,
    ...(names.has(row.created_by) && { created_by_name: names.get(row.created_by)! }),
    created_at: row.created_at.toISOString(),
    ...(row.started_at && { started_at: row.started_at.toISOString() }),
    ...(row.finished_at && { finished_at: row.finished_at.toISOString() }),
  }));
}

export async function backtestRoutes(app: App, deps: Deps): Promise<void> {
  const { db } = deps;

  async function viewOf(who: Principal, run: RunRow): Promise<BacktestView> {
    const { marketplace } = who;
    const q = db.for(marketplace);
    const [[shown], result, away] = await Promise.all([
      shownRuns(q, [run]),
      backtestResult(deps, marketplace, run),
      who.kind === "user" ? hiddenSubjects(q, who) : new Set<string>(),
    ]);
    const { stage, tried, compared, rules, from, to, lists, seconds_per_case } = run.params as unknown as BacktestPlan;
    const request = {
      stage,
      tried,
      ...(compared !== undefined && { compared }),
      rules,
      from,
      to,
      lists,
      seconds_per_case,
    };
    return { ...shown!, request, result: result && without(result, away) };
  }

  app.post(
    "/v1/backtests",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Try a rule, a draft or a version on what is stored; worked in the background",
        body: backtestRequestSchema,
        response: { 200: backtestViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      return viewOf(who, await startBacktest(deps, who, request.body));
    },
  );

  app.get(
    "/v1/backtests/:id",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "How far a backtest is, and what is known so far",
        params,
        response: { 200: backtestViewSchema },
      },
    },
    async (request) => {
      const who = principalOf(request);
      const run = await runRow(db.for(who.marketplace), who.marketplace, request.params.id);
      return viewOf(who, requireBacktest(run));
    },
  );

  app.get(
    "/v1/policy-runs",
    {
      config: { permission: "policy.read" },
      schema: {
        summary: "Backtests, sweeps and reversals, the newest first",
        querystring: z.object({ ...pageQuery, kind: z.enum(runKinds).optional() }),
        response: { 200: pageOf(policyRunSchema) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { cursor, limit, kind } = request.query;
      const q = db.for(marketplace);
      const rows = await runsOf(q, marketplace, kind, keyOf(cursor, z.tuple([keyTime, z.string()])), limit + 1);
      const page = toPage(
        rows,
        limit,
        (row) => [row.key_at, row.id],
        (row) => row,
      );
      return { ...page, data: await shownRuns(q, page.data) };
    },
  );

  app.post(
    "/v1/policy-runs/:id/cancel",
    {
      config: { permission: "policy.propose" },
      schema: {
        summary: "Stop long work; what it did so far stays",
        params,
        response: { 200: policyRunSchema },
      },
    },
    async (request) => {
      const { marketplace, id: actor } = principalOf(request);
      const { id } = request.params;
      const run = await db.transaction(marketplace, async (tx) => {
        const row = await runRow(tx, marketplace, id);
        if (!row) throw new AssayError("not_found", `There is no run ${id}.`);
        if (await askToCancel(tx, marketplace, id)) {
          await appendAudit(tx, marketplace, { actor, what: "policy.run_cancelled", subject: id });
        }
        return row;
      });
      return (await shownRuns(db.for(marketplace), [run]))[0]!;
    },
  );
}

/** Samples without what this person may not see. */
function without(result: BacktestResult, away: ReadonlySet<string>): BacktestResult {
  if (away.size === 0) return result;
  const seen = ({ subject }: { subject: { kind: string; id: string } }) => !away.has(`${subject.kind} ${subject.id}`);
  return {
    ...result,
    rules: result.rules.map((rule) => ({ ...rule, sample: rule.sample.filter(seen) })),
    ...(result.compare && { compare: { ...result.compare, sample: result.compare.sample.filter(seen) } }),
  };
}

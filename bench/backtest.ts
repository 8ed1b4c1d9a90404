/**
 * `npm run bench -- backtest`: a rule tried on a million stored decisions. The decisions are made by the pipeline from a thousand ads and
 * multiplied in the database, each with an event of its own. The limit: PostgreSQL reading the same columns in the same order, nothing judged.
 */

import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PolicyRun } from "@assay/contract";
import { firstMarketplace, startBacktest, startEngine, throwawayName, workRun } from "@assay/server";
import pg from "pg";
import { ads } from "./ads.ts";

const made = 1000;
/** Resident memory, in MB, at the end of each slice. */
const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);

const rules = {
  "signals only": "signals.text_scam.found && signals.text_scam.score >= 0.5",
  "signals and the account": "signals.price_outlier.quantile < 0.1 && account.age_days < 30",
  "the ad, signals and the account": "listing.price.amount < 50 && !signals.text_scam.found && account.age_days < 365",
};

export async function benchBacktest(decisions: number, say: (text: string) => void): Promise<string> {
  const engine = await startEngine({
    throwaway: true,
    idle: true,
    dataDir: join(tmpdir(), throwawayName()),
    logLevel: "error",
  });
  const owner = new pg.Client(engine.connection);
  await owner.connect();
  try {
    await owner.query("set search_path = assay; set synchronous_commit = off");
    say(`deciding ${made} ads`);
    const next = ads();
    const events = Array.from({ length: made }, () => JSON.parse(next()) as unknown);
    for (let from = 0; from < events.length; from += 100) {
      await engine.deps.pipeline.submitAll(events.slice(from, from + 100), firstMarketplace, "live");
    }
    const times = Math.ceil(decisions / made);
    say(`multiplying by ${times}`);
    for (let from = 1; from < times; from += 50) {
      const to = Math.min(from + 49, times - 1);
      await owner.query(
        `insert into events (marketplace, id, type, kind, subject_id, revision, owner, at, received_at, mode, body_hash, body, title)
         select marketplace, id || '~' || n, type, kind, subject_id || '~' || n, revision, owner, at - make_interval(mins => n), received_at - make_interval(mins => n), mode, body_hash, body, title
         from events cross join generate_series($1::int, $2) n where id not like '%~%'`,
        [from, to],
      );
      await owner.query(
        `insert into decisions (marketplace, id, event_id, kind, subject_id, revision, owner, at, mode, outcome, visibility, standing, reason_codes, rules, answer, basis, decided_by, decided_at)
         select marketplace, id || '~' || n, event_id || '~' || n, kind, subject_id || '~' || n, revision, owner, at - make_interval(mins => n), mode, outcome, visibility, standing, reason_codes, rules, answer, basis, decided_by, decided_at - make_interval(mins => n)
         from decisions cross join generate_series($1::int, $2) n where id not like '%~%'`,
        [from, to],
      );
      say(`  ${Math.min((to + 1) * made, decisions)}`);
    }
    await owner.query("vacuum analyze events, decisions");
    const sizes = await owner.query(
      "select round(avg(octet_length(answer::text)))::int as answer, round(avg(octet_length(basis::text)))::int as basis from (select answer, basis from decisions limit 2000) d",
    );
    const rows: string[] = [];
    for (const [what, when] of Object.entries(rules)) {
      const rule = {
        id: "tried",
        status: "live" as const,
        when,
        then: { outcome: "review" as const, queue: "tried", reason: "price_bait" },
        unknown: "ignore" as const,
      };
      const who = {
        marketplace: firstMarketplace,
        kind: "user" as const,
        id: "bench",
        name: "bench",
        permissions: new Set<never>(),
      };
      const run = await startBacktest(engine.deps, who, {
        stage: "listing",
        try: { rule },
        from: "2000-01-01T00:00:00Z",
        lists: "then",
        sample: 30,
        seconds_per_case: 45,
      });
      const before = [process.cpuUsage(), await postgresCpu(owner)] as const;
      const started = performance.now();
      let slices = 1;
      const memory: number[] = [];
      while (await workRun(engine.deps, firstMarketplace, run.id)) {
        slices += 1;
        memory.push(megabytes());
      }
      const seconds = (performance.now() - started) / 1000;
      const used = process.cpuUsage(before[0]);
      const cpu = [(used.user + used.system) / 1e6, (await postgresCpu(owner)) - before[1]] as const;
      const {
        rows: [done],
      } = await owner.query<PolicyRun & { result: { looked_at: number; rules: { matched: number }[] } }>(
        "select state, result from policy_runs where id = $1",
        [run.id],
      );
      if (done?.state !== "done") throw new Error(`the run is ${done?.state}`);
      const limit = await readOnly(owner, what);
      const half = memory.length >> 1;
      rows.push(
        `| ${what} | ${done.result.looked_at.toLocaleString("en")} | ${done.result.rules[0]!.matched.toLocaleString("en")} | ${seconds.toFixed(0)} s | ${Math.round(done.result.looked_at / seconds).toLocaleString("en")}/s | ${cpu.map((one) => one.toFixed(0)).join(" + ")} s | ${(seconds / limit).toFixed(1)} | ${slices} | ${Math.max(...memory.slice(0, half), 0)} → ${Math.max(...memory.slice(half), 0)} MB |`,
      );
      say(rows.at(-1)!);
    }
    return [
      `A rule tried on stored decisions (an answer of ${sizes.rows[0].answer} bytes and a basis of ${sizes.rows[0].basis} bytes each, on average). "To the limit": time against PostgreSQL reading the same columns in the same run. Memory: the most in the first and in the second half.`,
      "",
      "| what the rule reads | decisions | matches | time | rate | CPU, Node + PostgreSQL | to the limit | slices | memory |",
      "|---|---|---|---|---|---|---|---|---|",
      ...rows,
    ].join("\n");
  } finally {
    await owner.end();
    await engine.stop();
  }
}

/** CPU seconds of all connections of the server's pools so far; 0 where there is no /proc to read. */
async function postgresCpu(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database()",
  );
  return rows.reduce((sum, { pid }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
      // User and system time, in ticks of 10 ms.
      return sum + (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      return sum;
    }
  }, 0);
}

/** Seconds that PostgreSQL takes to read what the rule reads, as text, and to throw it away. */
async function readOnly(owner: pg.Client, what: string): Promise<number> {
  const started = performance.now();
  const basis = what === "signals only" ? "" : " + octet_length(d.basis::text)";
  const event = what.startsWith("the ad") ? " + octet_length(e.body::text)" : "";
  await owner.query(
    `select sum(octet_length(d.answer::text)${basis}${event}) from decisions d ${event ? "join events e on e.marketplace = d.marketplace and e.id = d.event_id" : ""} where d.decided_by = 'rule'`,
  );
  return (performance.now() - started) / 1000;
}

/**
 * `npm run bench -- decisions`: durable text-only decisions a second over HTTP, beside two limits measured in the same run:
 * PostgreSQL alone committing the same rows, and a bare HTTP server that answers a constant. A-B-C, five rounds, medians with range.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedConnection } from "@assay/server";
import pg from "pg";
import { ads } from "./ads.ts";
import { closedLoop, type Latencies, openLoop, type Target } from "./load.ts";
import { startProcess } from "./process.ts";

const rounds = 5;
const seconds = 6;
const clients = 32;

export async function benchDecisions(say: (text: string) => void): Promise<string> {
  const dataDir = join(tmpdir(), `assay-bench-${process.pid}`);
  const assay = await startProcess(dataDir);
  const bare = await startBare();
  const target: Target = {
    url: assay.url,
    path: "/v1/events",
    headers: { authorization: `Bearer ${assay.apiKey}` },
    body: ads(),
  };
  const connection = embeddedConnection(dataDir);
  const found: { assay: Latencies[]; raw: number[]; bare: Latencies[]; added?: Latencies } = {
    assay: [],
    raw: [],
    bare: [],
  };
  try {
    await closedLoop(target, clients, 4); // warm
    const raw = await prepareRaw(connection);
    for (let round = 1; round <= rounds; round++) {
      found.assay.push(await closedLoop(target, clients, seconds));
      found.raw.push(await raw.run());
      found.bare.push(await closedLoop({ ...target, url: bare.url }, clients, seconds));
      say(
        `round ${round}: Assay ${found.assay.at(-1)!.rate.toFixed(0)}/s, PostgreSQL alone ${found.raw.at(-1)!.toFixed(0)}/s (${raw.tool}), bare HTTP ${found.bare.at(-1)!.rate.toFixed(0)}/s`,
      );
    }
    const maximum = median(found.assay.map((run) => run.rate));
    found.added = await openLoop(target, maximum * 0.7, 20);
    const constant = await openLoop({ ...target, url: bare.url }, maximum * 0.7, 10);
    const ratio = (values: number[]) =>
      `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
    const toRaw = found.assay.map((run, index) => run.rate / found.raw[index]!);
    const toBare = found.assay.map((run, index) => run.rate / found.bare[index]!.rate);
    const spread = Math.max(...found.raw) / Math.min(...found.raw) - 1;
    return [
      "| what | figure |",
      "|---|---|",
      `| durable text-only decisions, ${clients} connections, one event a request | ${maximum.toFixed(0)}/s |`,
      `| PostgreSQL alone, the same three-table rows, a commit each, ${clients} clients (${raw.tool}) | ${median(found.raw).toFixed(0)}/s |`,
      `| bare HTTP server with a constant answer | ${median(found.bare.map((run) => run.rate)).toFixed(0)}/s |`,
      `| ratio to PostgreSQL alone, median (range) of ${rounds} | ${ratio(toRaw)} |`,
      `| ratio to bare HTTP, median (range) of ${rounds} | ${ratio(toBare)} |`,
      `| open loop at 70 % of the maximum (${(maximum * 0.7).toFixed(0)}/s, n = ${found.added.n}, failed ${found.added.failed}): p50, p99 | ${found.added.p50} ms, ${found.added.p99} ms |`,
      `| the same rate on the bare server: p50, p99 | ${constant.p50} ms, ${constant.p99} ms |`,
      `| time that Assay adds to publishing an ad at that load: p50, p99 | ${(found.added.p50 - constant.p50).toFixed(2)} ms, ${(found.added.p99 - constant.p99).toFixed(2)} ms |`,
      ...(spread > 0.3
        ? [`| not judged: PostgreSQL alone spread by ${(spread * 100).toFixed(0)} % in this run | |`]
        : []),
    ].join("\n");
  } finally {
    await assay.stop();
    bare.child.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The bare server runs in a process of its own, as Assay does. */
async function startBare(): Promise<{ url: string; child: ReturnType<typeof spawn> }> {
  const code = `const s = require("node:http").createServer((q, r) => { let b = ""; q.on("data", (c) => (b += c)); q.on("end", () => { JSON.parse(b); r.setHeader("content-type", "application/json"); r.end('{"outcome":"approve"}'); }); }); s.listen(0, "127.0.0.1", () => console.log(s.address().port));`;
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once("data", (chunk) => resolve(String(chunk).trim())),
  );
  return { url: `http://127.0.0.1:${port}`, child };
}

/** Rows of the sizes that Assay wrote, into three tables with the same keys, one commit each. */
async function prepareRaw(connection: pg.ClientConfig): Promise<{ tool: string; run: () => Promise<number> }> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query("drop schema if exists bench cascade; create schema bench");
  for (const table of ["events", "subjects", "decisions"]) {
    await client.query(`create table bench.${table} (like assay.${table} including all)`);
  }
  const [sizes] = (
    await client.query(
      "select round(avg(length(e.body::text)))::int as body, round(avg(length(d.answer::text)))::int as answer, round(avg(length(d.basis::text)))::int as basis from assay.events e join assay.decisions d on d.event_id = e.id",
    )
  ).rows as { body: number; answer: number; basis: number }[];
  await client.end();
  const id = "'x' || gen_random_uuid()";
  const json = (length: number) => `('"' || repeat('abcdefg ', ${Math.round(length / 8)}) || '"')::json`;
  const script = `with i as (select ${id} as id, ('a' || (random() * 5000)::int) as owner),
e as (insert into bench.events (marketplace, id, type, kind, subject_id, revision, owner, at, mode, body_hash, body, title) select 'm', id, 'listing.created', 'listing', id, 1, owner, now(), 'live', repeat('0', 64), ${json(sizes!.body)}, 'City bike' from i),
s as (insert into bench.subjects (marketplace, kind, id, owner, revision, event_id, state, title, at, created_at, outcome, visibility) select 'm', 'listing', id, owner, 1, id, ${json(sizes!.body - 80)}, 'City bike', now(), now(), 'approve', 'visible' from i)
insert into bench.decisions (marketplace, id, event_id, kind, subject_id, owner, at, mode, outcome, visibility, answer, basis, decided_by) select 'm', id, id, 'listing', id, owner, now(), 'live', 'approve', 'visible', ${json(sizes!.answer)}, ${json(sizes!.basis)}, 'rule' from i;`;
  const pgbench = pgbenchPath();
  if (pgbench) {
    const file = join(tmpdir(), `assay-bench-${process.pid}.sql`);
    writeFileSync(file, script.replaceAll("\n", " "));
    const args = [
      "-n",
      "-M",
      "prepared",
      "-c",
      String(clients),
      "-j",
      "2",
      "-T",
      String(seconds),
      "-f",
      file,
      "-h",
      String(connection.host),
      "-p",
      String(connection.port),
      "-U",
      String(connection.user),
      String(connection.database),
    ];
    return {
      tool: "pgbench",
      run: async () => {
        const { stdout, stderr } = spawnSync(pgbench, args, { encoding: "utf8" });
        const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
        if (!tps) throw new Error(`pgbench said: ${stdout}${stderr}`);
        return Number(tps);
      },
    };
  }
  return { tool: "node-postgres", run: () => rawByNode(connection, script.replace(/;$/, "")) };
}

async function rawByNode(connection: pg.ClientConfig, text: string): Promise<number> {
  const all = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client(connection);
      await client.connect();
      return client;
    }),
  );
  const until = performance.now() + seconds * 1000;
  let commits = 0;
  await Promise.all(
    all.map(async (client) => {
      while (performance.now() < until) {
        await client.query({ name: "raw", text });
        commits++;
      }
    }),
  );
  await Promise.all(all.map((client) => client.end()));
  return commits / seconds;
}

function pgbenchPath(): string | undefined {
  const folder = "/usr/lib/postgresql";
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .map((version) => join(folder, version, "bin/pgbench"))
    .find((path) => existsSync(path));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Load on an HTTP server: as fast as it takes it (closed loop), or at a given rate whatever it answers (open loop, Poisson). */
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";

export interface Target {
  url: string;
  path: string;
  headers: Record<string, string>;
  /** A new body each time. */
  body: () => string;
}

export interface Latencies {
  /** Answers a second. */
  rate: number;
  p50: number;
  p99: number;
  n: number;
  failed: number;
}

/** `connections` senders, each with one request under way at a time, for `seconds`. */
export async function closedLoop(target: Target, connections: number, seconds: number): Promise<Latencies> {
  const pool = new Pool(target.url, { connections, pipelining: 1 });
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  const times: number[] = [];
  let failed = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const started = performance.now();
        if (await post(pool, target)) times.push(performance.now() - started);
        else failed++;
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  await pool.close();
  return summary(times, failed, took);
}

/** Requests leave at Poisson times, however slow the answers: a server that queues is seen to queue. */
export async function openLoop(target: Target, rate: number, seconds: number): Promise<Latencies> {
  const pool = new Pool(target.url, { connections: 256, pipelining: 1 });
  const times: number[] = [];
  let failed = 0;
  const under: Promise<void>[] = [];
  const began = performance.now();
  for (let due = 0; due < seconds * 1000; due += (-Math.log(1 - Math.random()) / rate) * 1000) {
    const ahead = began + due - performance.now();
    if (ahead > 1) await sleep(ahead);
    // From when it was due, not from when it left: a generator that falls behind may not hide it.
    const started = began + due;
    under.push(
      post(pool, target).then((ok) => {
        if (ok) times.push(performance.now() - started);
        else failed++;
      }),
    );
  }
  await Promise.all(under);
  const took = (performance.now() - began) / 1000;
  await pool.close();
  return summary(times, failed, took);
}

async function post(pool: Pool, { path, headers, body }: Target): Promise<boolean> {
  try {
    const answer = await pool.request({
      method: "POST",
      path,
      headers: { "content-type": "application/json", ...headers },
      body: body(),
    });
    await answer.body.dump();
    return answer.statusCode === 200;
  } catch {
    return false;
  }
}

function summary(times: number[], failed: number, seconds: number): Latencies {
  times.sort((a, b) => a - b);
  const at = (q: number) => Math.round((times[Math.floor(q * (times.length - 1))] ?? Number.NaN) * 100) / 100;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), n: times.length, failed };
}

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
  /** Answered 503 with `Retry-After`: overload, told as the API says. */
  refused: { n: number; p50: number; p99: number };
  /** Anything else. */
  failed: number;
}

/** `connections` senders, each with one request under way at a time, for `seconds`. */
export async function closedLoop(target: Target, connections: number, seconds: number): Promise<Latencies> {
  const pool = new Pool(target.url, { connections, pipelining: 1 });
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  const times = new Times();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const started = performance.now();
        times.add(await post(pool, target), performance.now() - started);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  await pool.close();
  return times.summary(took);
}

/** Requests leave at Poisson times, however slow the answers: a server that queues is seen to queue. */
export async function openLoop(target: Target, rate: number, seconds: number): Promise<Latencies> {
  const pool = new Pool(target.url, { connections: 2048, pipelining: 1 });
  const times = new Times();
  const under: Promise<void>[] = [];
  const began = performance.now();
  for (let due = 0; due < seconds * 1000; due += (-Math.log(1 - Math.random()) / rate) * 1000) {
    const ahead = began + due - performance.now();
    if (ahead > 1) await sleep(ahead);
    // From when it was due, not from when it left: a generator that falls behind may not hide it.
    const started = began + due;
    under.push(post(pool, target).then((answered) => times.add(answered, performance.now() - started)));
  }
  await Promise.all(under);
  const took = (performance.now() - began) / 1000;
  await pool.close();
  return times.summary(took);
}

type Answered = "done" | "refused" | "failed";

async function post(pool: Pool, { path, headers, body }: Target): Promise<Answered> {
  try {
    const answer = await pool.request({
      method: "POST",
      path,
      headers: { "content-type": "application/json", ...headers },
      body: body(),
    });
    await answer.body.dump();
    if (answer.statusCode === 200) return "done";
    return answer.statusCode === 503 && answer.headers["retry-after"] ? "refused" : "failed";
  } catch {
    return "failed";
  }
}

class Times {
  readonly #done: number[] = [];
  readonly #refused: number[] = [];
  #failed = 0;

  add(answered: Answered, ms: number): void {
    if (answered === "done") this.#done.push(ms);
    else if (answered === "refused") this.#refused.push(ms);
    else this.#failed++;
  }

  summary(seconds: number): Latencies {
    const done = quantiles(this.#done);
    return { rate: done.n / seconds, ...done, refused: quantiles(this.#refused), failed: this.#failed };
  }
}

function quantiles(times: readonly number[]): { n: number; p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (q: number) => Math.round((sorted[Math.floor(q * (sorted.length - 1))] ?? Number.NaN) * 100) / 100;
  return { n: sorted.length, p50: at(0.5), p99: at(0.99) };
}

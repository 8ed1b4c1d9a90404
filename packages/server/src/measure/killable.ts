/** Processes that work on what comes from outside, one job at a time each, and may be killed at any moment: what a file does to its reader cannot reach the server. */
import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";

export interface KillableOptions {
  /** The script that each process runs. It is handed `limits` as JSON in its first argument, and answers each message with one that has the same `id`. */
  script: URL;
  /** How the process is called in reasons: "the decoder". */
  name: string;
  limits: KillableLimits;
  /** Processes at once, started with the first jobs. */
  processes: number;
  /** Jobs after which a process is replaced: libraries grow with what they have read. */
  jobsPerProcess: number;
  /** Largest JavaScript heap, in MB; what libraries take beside it is watched by the script itself. */
  heapMb: number;
}

export interface KillableLimits {
  /** Resident memory at which the process ends itself, in MB; see `watchMemory`. */
  maxMemoryMb: number;
  /** Time after which the process is killed, in ms, counted from when it begins with the job. */
  timeoutMs: number;
}

/** The exit code with which a process says that it went over its memory. */
const memoryExitCode = 86;

export type Outcome<T> = { ok: true; value: T } | { ok: false; reason: string };

/** What a process answers when a job threw. */
export interface FailedJob {
  job: "failed";
  id: number;
  reason: string;
}

interface Job<Request, Answer> {
  id: number;
  request: Request;
  crashes: number;
  settle(outcome: Outcome<Answer>): void;
}

interface Worker<Request, Answer> {
  child: ChildProcess;
  job?: Job<Request, Answer>;
  timer?: NodeJS.Timeout;
  /** Set when we ended it; otherwise an exit is a crash. */
  ended?: string;
  done: number;
}

export class Killable<Request extends object, Answer extends { id: number }> {
  readonly #options: KillableOptions;
  readonly #waiting: Job<Request, Answer>[] = [];
  readonly #workers = new Set<Worker<Request, Answer>>();
  #lastId = 0;
  #closed = false;

  constructor(options: KillableOptions) {
    this.#options = options;
  }

  /** Never rejects: a process that was stopped, crashed twice or threw is a reason. */
  ask(request: Request): Promise<Outcome<Answer>> {
    return new Promise((settle) => {
      if (this.#closed) return settle({ ok: false, reason: `${this.#options.name} was closed` });
      this.#waiting.push({ id: ++this.#lastId, request, crashes: 0, settle });
      this.#next();
    });
  }

  /** Process ids of those that run. */
  get pids(): number[] {
    return [...this.#workers].flatMap(({ child }) => child.pid ?? []);
  }

  /** Kills the processes; what waits is answered as failed. */
  close(): void {
    this.#closed = true;
    const reason = `${this.#options.name} was closed`;
    for (const worker of this.#workers) this.#end(worker, reason);
    for (const job of this.#waiting.splice(0)) job.settle({ ok: false, reason });
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#workers].find((worker) => !worker.job && !worker.ended);
      const worker = idle ?? (this.#workers.size < this.#options.processes ? this.#start() : undefined);
      if (!worker) return;
      this.#give(worker, this.#waiting.shift()!);
    }
  }

  #give(worker: Worker<Request, Answer>, job: Job<Request, Answer>): void {
    const { name, limits } = this.#options;
    worker.job = job;
    worker.child.ref();
    worker.child.channel?.ref();
    worker.timer = setTimeout(() => {
      this.#end(worker, `${name} was stopped after ${limits.timeoutMs} ms`);
    }, limits.timeoutMs);
    worker.child.send({ ...job.request, id: job.id }, (error) => {
      if (error) this.#end(worker, `${name} could not be reached`);
    });
  }

  #start(): Worker<Request, Answer> {
    const { script, limits, heapMb } = this.#options;
    const child = fork(script, [JSON.stringify(limits)], {
      serialization: "advanced",
      // Nothing of the server's environment: it may hold secrets.
      env: { UV_THREADPOOL_SIZE: "2" },
      execArgv: [`--max-old-space-size=${heapMb}`],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const worker: Worker<Request, Answer> = { child, done: 0 };
    this.#workers.add(worker);
    child.on("message", (answer: Answer | FailedJob) => this.#answered(worker, answer));
    child.on("error", () => this.#gone(worker, null));
    child.on("exit", (code) => this.#gone(worker, code));
    try {
      // Decisions come first: pictures are worked on with what they leave of the processor.
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // It has ended already, or the system does not let us: then it works at the same priority.
    }
    return worker;
  }

  #answered(worker: Worker<Request, Answer>, answer: Answer | FailedJob): void {
    const { job } = worker;
    if (!job || job.id !== answer.id) return;
    clearTimeout(worker.timer);
    delete worker.job;
    worker.done++;
    job.settle(isFailed(answer) ? { ok: false, reason: answer.reason } : { ok: true, value: answer });
    if (worker.done >= this.#options.jobsPerProcess) {
      this.#end(worker, "renewed");
      return;
    }
    // An idle process does not keep the server's alive.
    worker.child.unref();
    worker.child.channel?.unref();
    this.#next();
  }

  #end(worker: Worker<Request, Answer>, reason: string): void {
    worker.ended ??= reason;
    worker.child.kill("SIGKILL");
  }

  #gone(worker: Worker<Request, Answer>, code: number | null): void {
    if (!this.#workers.delete(worker)) return;
    clearTimeout(worker.timer);
    const { job } = worker;
    const { name, limits } = this.#options;
    if (job) {
      const reason =
        worker.ended ?? (code === memoryExitCode ? `${name} took over ${limits.maxMemoryMb} MB` : undefined);
      // A crash may be what an earlier job left behind: once more in a fresh process.
      if (!reason && ++job.crashes === 1 && !this.#closed) this.#waiting.unshift(job);
      else job.settle({ ok: false, reason: reason ?? `${name} crashed twice` });
    }
    if (!this.#closed) this.#next();
  }
}

const isFailed = (answer: object): answer is FailedJob => "job" in answer && answer.job === "failed";

/** In a process: ends it when it takes more memory than it may. Libraries in threads are caught while they work, others after each job. */
export function watchMemory({ maxMemoryMb }: KillableLimits): () => void {
  const watch = () => {
    if (process.memoryUsage.rss() > maxMemoryMb * 1e6) process.exit(memoryExitCode);
  };
  setInterval(watch, 25).unref();
  return watch;
}

/** In a process: answers each message by `work`; ends with its parent. */
export function serve<Request extends { id: number }, Answer extends { id: number }>(
  limits: KillableLimits,
  work: (request: Request) => Promise<Answer>,
): void {
  const watch = watchMemory(limits);
  process.on("disconnect", () => process.exit(0));
  process.on("message", async (request: Request) => {
    let answer: Answer | FailedJob;
    try {
      answer = await work(request);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      answer = { job: "failed", id: request.id, reason: reason.slice(0, 300) };
    }
    watch();
    process.send?.(answer);
  });
}

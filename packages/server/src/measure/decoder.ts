/** One or two processes that decode pictures, so that what a picture does to its decoder cannot reach the server. */
import { type ChildProcess, fork } from "node:child_process";
import {
  type DecodeAnswer,
  type DecodeLimits,
  type DecodeRequest,
  decodeLimits,
  memoryExitCode,
  type PictureLook,
} from "./decode_protocol.ts";

export interface DecoderOptions extends Partial<DecodeLimits> {
  /** Decoding processes, 1 or 2. They start with the first picture. */
  processes?: number;
  /** Pictures after which a process is replaced: decoders grow with what they have decoded. */
  jobsPerProcess?: number;
}

type Wanted = { job: "look"; bytes: Uint8Array } | { job: "copy"; bytes: Uint8Array; width: number };

interface Job {
  request: DecodeRequest;
  crashes: number;
  settle(answer: DecodeAnswer): void;
}

interface Worker {
  child: ChildProcess;
  job?: Job;
  timer?: NodeJS.Timeout;
  /** Set when we ended it; otherwise an exit is a crash. */
  ended?: string;
  done: number;
}

export type DecodeOutcome<T> = { ok: true; value: T } | { ok: false; reason: string };

export class Decoder {
  readonly limits: DecodeLimits;
  readonly #processes: number;
  readonly #jobsPerProcess: number;
  readonly #waiting: Job[] = [];
  readonly #workers = new Set<Worker>();
  #lastId = 0;
  #closed = false;

  constructor({ processes = 1, jobsPerProcess = 500, ...limits }: DecoderOptions = {}) {
    this.limits = { ...decodeLimits, ...limits };
    this.#processes = processes;
    this.#jobsPerProcess = jobsPerProcess;
  }

  /** Both measurements of a picture. What is wrong with the picture is in `picture_file.problem`; not ok is a decoder that was stopped. */
  async look(bytes: Uint8Array): Promise<DecodeOutcome<PictureLook>> {
    const answer = await this.#ask({ job: "look", bytes });
    return answer.job === "look" ? { ok: true, value: answer.look } : failed(answer);
  }

  /** A copy for the screen, see `copyPicture`; at most `width` pixels wide or high. */
  async copy(bytes: Uint8Array, width: number): Promise<DecodeOutcome<Buffer>> {
    const answer = await this.#ask({ job: "copy", bytes, width });
    return answer.job === "copy" ? { ok: true, value: Buffer.from(answer.copy) } : failed(answer);
  }

  /** Process ids of the running decoders. */
  get pids(): number[] {
    return [...this.#workers].flatMap(({ child }) => child.pid ?? []);
  }

  /** Kills the decoders; what waits is answered as failed. */
  close(): void {
    this.#closed = true;
    for (const worker of this.#workers) this.#end(worker, "the decoder was closed");
    for (const job of this.#waiting.splice(0)) job.settle(stopped(job, "the decoder was closed"));
  }

  #ask(wanted: Wanted): Promise<DecodeAnswer> {
    return new Promise((settle) => {
      const job: Job = { request: { ...wanted, id: ++this.#lastId }, crashes: 0, settle };
      if (this.#closed) return settle(stopped(job, "the decoder was closed"));
      // Too large is known without a process, and must not be copied into one.
      if (wanted.bytes.length > this.limits.maxBytes) wanted.bytes = wanted.bytes.subarray(0, this.limits.maxBytes + 1);
      this.#waiting.push(job);
      this.#next();
    });
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#workers].find((worker) => !worker.job && !worker.ended);
      const worker = idle ?? (this.#workers.size < this.#processes ? this.#start() : undefined);
      if (!worker) return;
      this.#give(worker, this.#waiting.shift()!);
    }
  }

  #give(worker: Worker, job: Job): void {
    worker.job = job;
    worker.child.ref();
    worker.child.channel?.ref();
    worker.timer = setTimeout(() => {
      this.#end(worker, `the decoder was stopped after ${this.limits.timeoutMs} ms`);
    }, this.limits.timeoutMs);
    worker.child.send(job.request, (error) => {
      if (error) this.#end(worker, "the decoder could not be reached");
    });
  }

  #start(): Worker {
    const child = fork(new URL("./decode_process.ts", import.meta.url), [JSON.stringify(this.limits)], {
      serialization: "advanced",
      // Nothing of the server's environment: it may hold secrets.
      env: { UV_THREADPOOL_SIZE: "2" },
      execArgv: ["--max-old-space-size=256"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const worker: Worker = { child, done: 0 };
    this.#workers.add(worker);
    child.on("message", (answer: DecodeAnswer) => this.#answered(worker, answer));
    child.on("error", () => this.#gone(worker, null));
    child.on("exit", (code) => this.#gone(worker, code));
    return worker;
  }

  #answered(worker: Worker, answer: DecodeAnswer): void {
    const { job } = worker;
    if (!job || job.request.id !== answer.id) return;
    clearTimeout(worker.timer);
    delete worker.job;
    worker.done++;
    job.settle(answer);
    if (worker.done >= this.#jobsPerProcess) {
      this.#end(worker, "renewed");
      return;
    }
    // An idle decoder does not keep the server's process alive.
    worker.child.unref();
    worker.child.channel?.unref();
    this.#next();
  }

  #end(worker: Worker, reason: string): void {
    worker.ended ??= reason;
    worker.child.kill("SIGKILL");
  }

  #gone(worker: Worker, code: number | null): void {
    if (!this.#workers.delete(worker)) return;
    clearTimeout(worker.timer);
    const { job } = worker;
    if (job) {
      const reason =
        worker.ended ?? (code === memoryExitCode ? `the decoder took over ${this.limits.maxMemoryMb} MB` : undefined);
      // A crash may be what an earlier picture left behind: once more in a fresh process.
      if (!reason && ++job.crashes === 1 && !this.#closed) this.#waiting.unshift(job);
      else job.settle(stopped(job, reason ?? "the decoder crashed twice"));
    }
    if (!this.#closed) this.#next();
  }
}

const stopped = (job: Job, reason: string): DecodeAnswer => ({ job: "failed", id: job.request.id, reason });

function failed(answer: DecodeAnswer): { ok: false; reason: string } {
  return { ok: false, reason: answer.job === "failed" ? answer.reason : "the decoder gave another answer" };
}

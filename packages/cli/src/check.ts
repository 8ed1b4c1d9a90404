/** `assay check`: what would be decided of a file of events or ads, with nothing installed and nothing kept. */
import { once } from "node:events";
import { statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { AssayError, type Decision, errors } from "@assay/contract";
import { firstMarketplace, startEngine, takeMeasurements, throwawayName } from "@assay/server";
import type { InputLine } from "./input/line.ts";
import { type InputOptions, readInput } from "./input/lines.ts";
import { Report } from "./report/report.ts";

export interface CheckFlags extends InputOptions {
  report?: string;
  /** Runs the slow detectors too. */
  wait: boolean;
}

interface Done {
  line: number;
  /** A decision, or an error with the line's number. */
  answer: Decision | { line: number; error: { code: string; status: number; title: string; detail: string } };
  body?: unknown;
}

/** Lines whose pictures may be under way at once, so that one slow server does not hold up the rest. */
const ahead = 64;

/** @returns the exit status: 1 when a line was bad */
export async function check(file: string, flags: CheckFlags): Promise<number> {
  if (file !== "-") statSync(file); // a missing file is told before a database is made
  const input = readInput(file, flags);
  const engine = await startEngine({
    dataDir: join(tmpdir(), throwawayName()),
    throwaway: true,
    idle: true,
    pathsIn: file === "-" ? process.cwd() : dirname(resolve(file)),
    logLevel: "error",
    poolSize: 4,
  });
  const report = new Report();
  let measured: Promise<unknown> = Promise.resolve();
  const progress = new Progress();
  try {
    const under: Promise<Done>[] = [];
    const finish = async () => {
      const { answer, body } = await under.shift()!;
      progress.count(answer);
      report.add(answer, body);
      if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, "drain");
    };
    for await (const line of input.lines) {
      const first = await decide(line);
      // Decisions are taken line by line, so that each sees the ones before it; pictures are looked at meanwhile.
      under.push(
        "decision_id" in first.answer && first.answer.pending.length > 0 && flags.wait
          ? settled(first)
          : Promise.resolve(first),
      );
      while (under.length > ahead) await finish();
    }
    while (under.length > 0) await finish();
  } finally {
    await engine.stop();
  }
  progress.end([...input.assumptions]);
  if (flags.report !== undefined) {
    writeFileSync(flags.report, report.html({ file, assumptions: [...input.assumptions] }));
    console.error(`assay: the report is in ${flags.report}`);
  }
  return progress.bad > 0 ? 1 : 0;

  async function decide(line: InputLine): Promise<Done> {
    if ("mistake" in line)
      return { line: line.line, answer: problem(line.line, new AssayError("invalid_json", line.mistake)) };
    try {
      const answer = await engine.deps.pipeline.submit(line.body, firstMarketplace);
      return { line: line.line, answer, body: line.body };
    } catch (error) {
      return { line: line.line, answer: problem(line.line, error), body: line.body };
    }
  }

  async function settled(first: Done): Promise<Done> {
    const { event_id } = first.answer as Decision;
    const { deps } = engine;
    const taken = takeMeasurements(deps, firstMarketplace, event_id);
    // Pictures are looked at side by side, and decided on line by line: each knows those before it.
    const before = measured;
    measured = Promise.allSettled([before, taken]);
    await before;
    const there = await taken;
    return { ...first, answer: there ? await deps.pipeline.redecide(firstMarketplace, event_id) : first.answer };
  }
}

function problem(line: number, error: unknown): Exclude<Done["answer"], Decision> {
  const code = error instanceof AssayError ? error.code : "internal";
  const { status, title } = errors[code];
  const detail = error instanceof Error ? error.message : String(error);
  return { line, error: { code, status, title, detail, ...(error instanceof AssayError && error.more) } };
}

/** Progress while it runs and a summary at the end, on standard error. */
class Progress {
  readonly #began = performance.now();
  readonly #outcomes = new Map<string, number>();
  #count = 0;
  #shown = 0;
  bad = 0;

  count(answer: Done["answer"]): void {
    this.#count++;
    if ("error" in answer) this.bad++;
    else this.#outcomes.set(answer.outcome, (this.#outcomes.get(answer.outcome) ?? 0) + 1);
    if (process.stderr.isTTY && performance.now() - this.#shown > 200) {
      this.#shown = performance.now();
      process.stderr.write(`\r${this.#count} lines, ${this.#perSecond()} a second `);
    }
  }

  end(assumptions: readonly string[]): void {
    if (process.stderr.isTTY) process.stderr.write("\r");
    const shares = [...this.#outcomes].map(
      ([outcome, n]) => `${outcome} ${n} (${((n / this.#count) * 100).toFixed(1)} %)`,
    );
    console.error(
      `assay: ${this.#count} lines in ${((performance.now() - this.#began) / 1000).toFixed(1)} s, ${this.#perSecond()} a second`,
    );
    console.error(
      `assay: ${[...shares, ...(this.bad > 0 ? [`not readable ${this.bad}`] : [])].join(", ") || "nothing to decide"}`,
    );
    for (const assumption of assumptions) console.error(`assay: ${assumption}`);
  }

  #perSecond(): number {
    return Math.round(this.#count / Math.max(0.001, (performance.now() - this.#began) / 1000));
  }
}

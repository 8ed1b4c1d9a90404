/** A process that reads pictures: the text and codes in them, what their metadata says, what the nudity network scores. */
import type { DecodeLimits } from "../decode_protocol.ts";
import { Killable, type Outcome } from "../killable.ts";
import {
  type InspectAnswer,
  type Inspected,
  type InspectedKey,
  type InspectRequest,
  inspectedKeys,
  inspectLimits,
} from "./protocol.ts";

export interface InspectorOptions extends Partial<DecodeLimits> {
  /** Processes, 1 unless said; each takes about 250 MB once it has read something. */
  processes?: number;
  /** Pictures after which a process is replaced: WebAssembly memory grows and never shrinks. */
  jobsPerProcess?: number;
}

export class Inspector {
  readonly limits: DecodeLimits;
  readonly #processes: Killable<InspectRequest, InspectAnswer>;

  constructor({ processes = 1, jobsPerProcess = 300, ...limits }: InspectorOptions = {}) {
    this.limits = { ...inspectLimits, ...limits };
    this.#processes = new Killable({
      script: new URL("./inspect_process.ts", import.meta.url),
      name: "the reader",
      limits: this.limits,
      processes,
      jobsPerProcess,
      heapMb: 512,
    });
  }

  /** Each measurement with its value or why it could not be had; not ok is a process that was stopped. */
  async inspect(bytes: Uint8Array, keys: readonly InspectedKey[] = inspectedKeys): Promise<Outcome<Inspected>> {
    const capped = bytes.length > this.limits.maxBytes ? bytes.subarray(0, this.limits.maxBytes + 1) : bytes;
    const outcome = await this.#processes.ask({ job: "inspect", bytes: capped, keys });
    return outcome.ok ? { ok: true, value: outcome.value.inspected } : outcome;
  }

  get pids(): number[] {
    return this.#processes.pids;
  }

  close(): void {
    this.#processes.close();
  }
}

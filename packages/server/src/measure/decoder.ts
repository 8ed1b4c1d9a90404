/** One or two processes that decode pictures. */
import {
  type DecodeAnswer,
  type DecodeLimits,
  type DecodeRequest,
  decodeLimits,
  type PictureLook,
} from "./decode_protocol.ts";
import { Killable, type Outcome } from "./killable.ts";

export interface DecoderOptions extends Partial<DecodeLimits> {
  /** Decoding processes, 1 or 2. They start with the first picture. */
  processes?: number;
  /** Pictures after which a process is replaced. */
  jobsPerProcess?: number;
}

export type DecodeOutcome<T> = Outcome<T>;

export class Decoder {
  readonly limits: DecodeLimits;
  readonly #processes: Killable<DecodeRequest, DecodeAnswer>;

  constructor({ processes = 1, jobsPerProcess = 500, ...limits }: DecoderOptions = {}) {
    this.limits = { ...decodeLimits, ...limits };
    this.#processes = new Killable({
      script: new URL("./decode_process.ts", import.meta.url),
      name: "the decoder",
      limits: this.limits,
      processes,
      jobsPerProcess,
      heapMb: 256,
    });
  }

  /** Both measurements of a picture. What is wrong with the picture is in `picture_file.problem`; not ok is a decoder that was stopped. */
  async look(bytes: Uint8Array): Promise<DecodeOutcome<PictureLook>> {
    const outcome = await this.#processes.ask({ job: "look", bytes: this.#capped(bytes) });
    if (!outcome.ok) return outcome;
    return outcome.value.job === "look" ? { ok: true, value: outcome.value.look } : another;
  }

  /** A copy for the screen, see `copyPicture`; at most `width` pixels wide or high. */
  async copy(bytes: Uint8Array, width: number): Promise<DecodeOutcome<Buffer>> {
    const outcome = await this.#processes.ask({ job: "copy", bytes: this.#capped(bytes), width });
    if (!outcome.ok) return outcome;
    return outcome.value.job === "copy" ? { ok: true, value: Buffer.from(outcome.value.copy) } : another;
  }

  /** Process ids of the running decoders. */
  get pids(): number[] {
    return this.#processes.pids;
  }

  /** Kills the decoders; what waits is answered as failed. */
  close(): void {
    this.#processes.close();
  }

  /** Too large is known without a process, and must not be copied into one. */
  #capped(bytes: Uint8Array): Uint8Array {
    return bytes.length > this.limits.maxBytes ? bytes.subarray(0, this.limits.maxBytes + 1) : bytes;
  }
}

const another = { ok: false, reason: "the decoder gave another answer" } as const;

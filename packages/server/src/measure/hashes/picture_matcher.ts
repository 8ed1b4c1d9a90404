/**
 * Which stored pictures show the same photo as a new one. PostgreSQL holds the prints and the matches; one thread a process holds the
 * hashes to find candidates by, and reads what other processes added before each look-up.
 */
import { Worker } from "node:worker_threads";
import { maxSought, printMarksAt, storedPrint } from "@assay/detectors/image";
import type { Database } from "../../db/index.ts";
import type { HashAnswer, HashLimits, HashRequest, PictureMatch } from "./hash_protocol.ts";
import { hashStarts, keepPrint, printsBySeq, saveMatches } from "./store.ts";

/** Pictures read from the database in one go. */
const batch = 2000;
/** Candidates that are compared, by marks and by the whole hash each. */
export const comparedPictures = 24;
const startBytes = printMarksAt + 32 * maxSought;

interface Asked {
  settle(answer: HashAnswer): void;
}

export class PictureMatcher {
  readonly #db: Database;
  readonly #limits: HashLimits;
  /** The last number that the thread knows, by marketplace. */
  #known = new Map<string, number>();
  /** Reading and asking for one marketplace, one after the other. */
  readonly #turns = new Map<string, Promise<unknown>>();
  #thread: Worker | undefined;
  readonly #asked = new Map<number, Asked>();
  #lastId = 0;
  #closed = false;

  constructor(db: Database, { maxHashes = 10_000_000 }: Partial<HashLimits> = {}) {
    this.#db = db;
    this.#limits = { maxHashes };
  }

  /**
   * Keeps a picture's print, finds the stored ones that show the same photo, and keeps that too, both ways round. The same content
   * again only answers what is new since.
   * @param print as `encodePrint` gives it, fresh
   * @throws when the database fails, or the thread does
   */
  async learn(marketplace: string, content: string, print: Uint8Array): Promise<PictureMatch[]> {
    await keepPrint(this.#db, marketplace, content, storedPrint(print));
    const seqs = await this.#inTurn(marketplace, async () => {
      await this.#catchUp(marketplace);
      const found = await this.#ask({ job: "find", marketplace, print, limit: comparedPictures });
      return found.job === "find" ? found.seqs : [];
    });
    const others = (await printsBySeq(this.#db, marketplace, seqs)).filter((other) => other.content !== content);
    if (others.length === 0) return [];
    const answer = await this.#ask({ job: "compare", print, others: others.map((other) => other.print) });
    const same = answer.job === "compare" ? answer.same : [];
    const matches = others.flatMap(({ content: other }, i) => (same[i] ? [{ content: other, ...same[i] }] : []));
    await saveMatches(this.#db, marketplace, content, matches);
    return matches;
  }

  /** Reads the hashes of marketplaces, so that the first picture does not wait for it. */
  async warm(marketplaces: readonly string[]): Promise<void> {
    for (const marketplace of marketplaces) await this.#inTurn(marketplace, () => this.#catchUp(marketplace));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread?.terminate();
  }

  async #inTurn<T>(marketplace: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(marketplace) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#turns.set(
      marketplace,
      mine.catch(() => {}),
    );
    return mine;
  }

  /** Everything numbered after what is known: numbers are given in the order in which they become visible. */
  async #catchUp(marketplace: string): Promise<void> {
    const thread = this.#start();
    const most = Math.floor(this.#limits.maxHashes / maxSought);
    for (;;) {
      const after = this.#known.get(marketplace) ?? 0;
      const pictures = await hashStarts(this.#db, marketplace, { after, most, limit: batch, bytes: startBytes });
      const last = pictures.at(-1);
      if (!last) return;
      await this.#ask({ job: "learn", marketplace, pictures });
      // A thread that was replaced meanwhile knows nothing yet.
      if (thread === this.#thread) this.#known.set(marketplace, last.seq);
      if (pictures.length < batch) return;
    }
  }

  #start(): Worker {
    if (this.#thread) return this.#thread;
    const thread = new Worker(new URL("./hash_thread.ts", import.meta.url), { workerData: this.#limits, env: {} });
    thread.on("message", ({ id, answer }: { id: number; answer: HashAnswer }) => {
      this.#asked.get(id)?.settle(answer);
      this.#asked.delete(id);
    });
    const gone = (reason: string) => {
      if (this.#thread !== thread) return;
      this.#thread = undefined;
      this.#known = new Map();
      for (const { settle } of this.#asked.values()) settle({ job: "failed", reason });
      this.#asked.clear();
    };
    thread.on("error", (error) => gone(error instanceof Error ? error.message : String(error)));
    thread.on("exit", () => gone("the thread that holds the hashes ended"));
    thread.unref();
    this.#thread = thread;
    return thread;
  }

  async #ask(request: HashRequest): Promise<HashAnswer> {
    if (this.#closed) throw new Error("the picture matcher is closed");
    const thread = this.#start();
    const id = ++this.#lastId;
    const answer = await new Promise<HashAnswer>((settle) => {
      this.#asked.set(id, { settle });
      thread.postMessage({ id, request });
    });
    if (answer.job === "failed") throw new Error(answer.reason);
    return answer;
  }
}

/**
 * The thread that holds the hashes of all pictures and looks new ones up, so that neither building the tables nor comparing pictures
 * holds up a decision. Started by `picture_matcher.ts`; what it holds can be built again from the database.
 */
import { parentPort, workerData } from "node:worker_threads";
import {
  decodePrint,
  maxSought,
  pdqMatchBits,
  pdqMinQuality,
  printMarksAt,
  printPdqAt,
  samePicture,
} from "@assay/detectors/image";
import { HashIndex } from "./hash_index.ts";
import type { HashAnswer, HashLimits, HashRequest, LearntHashes } from "./hash_protocol.ts";

const { maxHashes } = workerData as HashLimits;

/** Marks within so many bits are taken for the same: an angle of 14°. Of unrelated photos, three pairs in a thousand have one. */
const markBits = 20;
/** A mark that so many pictures have is a letter, a logo, a shop's frame: it tells nothing. */
const commonFrom = 100;

interface Held {
  /** PDQ of whole pictures. */
  whole: HashIndex;
  /** Their marks. */
  marks: HashIndex;
}
const held = new Map<string, Held>();

parentPort!.on("message", ({ id, request }: { id: number; request: HashRequest }) => {
  let answer: HashAnswer;
  try {
    answer = work(request);
  } catch (error) {
    answer = { job: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
  parentPort!.postMessage({ id, answer });
});

function work(request: HashRequest): HashAnswer {
  if (request.job === "compare") {
    const print = decodePrint(request.print);
    return { job: "compare", same: request.others.map((other) => samePicture(print, decodePrint(other)) ?? null) };
  }
  let of = held.get(request.marketplace);
  if (!of) {
    of = { whole: new HashIndex(), marks: new HashIndex() };
    held.set(request.marketplace, of);
  }
  if (request.job === "find") return { job: "find", seqs: find(of, request.print, request.limit) };
  for (const picture of request.pictures) learn(of, picture);
  if (of.marks.size > maxHashes) of.marks = of.marks.latest(Math.floor(maxHashes * 0.8));
  if (of.whole.size > maxHashes) of.whole = of.whole.latest(Math.floor(maxHashes * 0.8));
  return { job: "learn", hashes: of.whole.size + of.marks.size, bytes: of.whole.bytes + of.marks.bytes };
}

function learn({ whole, marks }: Held, { seq, start }: LearntHashes): void {
  // A blank wall is near every blank wall.
  if (start[1]! >= pdqMinQuality) whole.add(wordsAt(start, printPdqAt, 8), seq);
  marks.add(wordsAt(start, printMarksAt, 8 * Math.min(start[2]!, maxSought)), seq);
}

/** By the votes of its marks, and by the hash of the whole; of as many votes, the first to be seen. */
function find({ whole, marks }: Held, bytes: Uint8Array, limit: number): number[] {
  const print = decodePrint(bytes);
  const nearest = new Map<number, number>();
  if (print.turned && print.quality >= pdqMinQuality) {
    for (let turn = 0; turn < 8; turn++) {
      for (const { id, bits } of whole.search(print.turned, 8 * turn, pdqMatchBits)) {
        nearest.set(id, Math.min(bits, nearest.get(id) ?? 256));
      }
    }
  }
  const votes = new Map<number, number>();
  for (let mark = 0; mark < print.marks.n; mark++) {
    for (const hashes of [print.marks.hashes, print.marks.mirrored]) {
      const seen = new Set(marks.search(hashes, 8 * mark, markBits).map(({ id }) => id));
      if (seen.size >= commonFrom) continue;
      for (const id of seen) votes.set(id, (votes.get(id) ?? 0) + 1);
    }
  }
  const byWhole = [...nearest].sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, limit);
  const byMarks = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
  return [...new Set([...byWhole, ...byMarks].map(([seq]) => seq))];
}

function wordsAt(bytes: Uint8Array, at: number, count: number): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: count }, (_, i) => view.getUint32(at + 4 * i, true));
}

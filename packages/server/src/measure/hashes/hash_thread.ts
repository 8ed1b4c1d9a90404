/**
 * The thread that holds the hashes of all pictures and looks new ones up, so that neither building the tables nor comparing pictures
 * holds up a decision. Started by `picture_matcher.ts`; what it holds can be built again from the database.
 */
import { parentPort, workerData } from "node:worker_threads";
import { decodePrint, samePicture } from "@assay/detectors/image";
import type { HashAnswer, HashLimits, HashRequest } from "./hash_protocol.ts";
import { PictureHashes } from "./picture_hashes.ts";

const { maxHashes } = workerData as HashLimits;
const held = new Map<string, PictureHashes>();

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
  let hashes = held.get(request.marketplace);
  if (!hashes) {
    hashes = new PictureHashes(maxHashes);
    held.set(request.marketplace, hashes);
  }
  if (request.job === "find") return { job: "find", seqs: hashes.find(decodePrint(request.print), request.limit) };
  hashes.learn(request.pictures);
  return { job: "learn", hashes: hashes.size, bytes: hashes.bytes };
}

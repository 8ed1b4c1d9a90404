/** Pictures through the decoding process, as the server sends them: what came of each, how long it took, what memory it held. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Signal } from "@assay/contract";
import { decodePrint, pdqDistance, pdqMatchBits, samePicture } from "@assay/detectors/image";
import { Decoder, type Inspected, type InspectedKey, Inspector, type PictureLook } from "@assay/server/measure";
import { inputOf, signalOf } from "./screen.ts";

export interface Looked {
  file: string;
  /** Absent when the decoder was stopped or crashed; `reason` says why. */
  look?: PictureLook;
  reason?: string;
  ms: number;
}

export interface LookedAll {
  looked: Looked[];
  /** Resident memory of the decoding process after the first 50 files and after the last, in MB. Linux only, else NaN. */
  memory: { first: number; last: number; most: number };
}

/** Looks at files one after the other in one decoding process. */
export async function lookAtAll(files: readonly string[]): Promise<LookedAll> {
  const decoder = new Decoder();
  const looked: Looked[] = [];
  const memory = { first: Number.NaN, last: Number.NaN, most: 0 };
  for (const [i, file] of files.entries()) {
    const bytes = readFileSync(file);
    const from = performance.now();
    const outcome = await decoder.look(bytes);
    const ms = performance.now() - from;
    looked.push(outcome.ok ? { file, look: outcome.value, ms } : { file, reason: outcome.reason, ms });
    const held = residentMb(decoder.pids[0]);
    if (i === Math.min(49, files.length - 1)) memory.first = held;
    memory.last = held;
    memory.most = Math.max(memory.most, held);
  }
  decoder.close();
  return { looked, memory };
}

function residentMb(pid: number | undefined): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4096) / 1e6;
  } catch {
    return Number.NaN;
  }
}

/** Every file under a folder, sorted. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Fewest bits between one picture in any orientation and another as it stands; undefined where one has no hash. */
export function bitsApart(a: PictureLook | undefined, b: PictureLook | undefined): number | undefined {
  const [hash] = b?.picture_hashes?.pdq ?? [];
  const turned = a?.picture_hashes?.pdq;
  return hash === undefined || !turned ? undefined : Math.min(...turned.map((one) => pdqDistance(one, hash)));
}

/** What PDQ says of a pair: at most 31 bits apart in some orientation. Without a hash, nothing is said. */
export function samePdq(a: PictureLook | undefined, b: PictureLook | undefined): boolean {
  return (bitsApart(a, b) ?? 256) <= pdqMatchBits;
}

/** What `image_reused` says of a pair: whether one shows the photo of the other, or a part of it. */
export function sameShown(a: PictureLook | undefined, b: PictureLook | undefined): boolean {
  return !!a?.print && !!b?.print && samePicture(decodePrint(a.print), decodePrint(b.print)) !== undefined;
}

export interface Read {
  file: string;
  /** Absent when the reader was stopped or crashed; `reason` says why. */
  read?: Inspected;
  reason?: string;
  ms: number;
}

export interface ReadAll {
  all: Read[];
  memory: LookedAll["memory"];
}

/**
 * Reads files one after the other in one reading process (which is replaced now and then), as the server does.
 * @param patient with more time than the server gives, where it is measured what is read, not how soon: others may use the machine
 */
export async function readAll(
  files: readonly string[],
  { keys, patient = false }: { keys?: readonly InspectedKey[]; patient?: boolean } = {},
): Promise<ReadAll> {
  const inspector = new Inspector(patient ? { timeoutMs: 300_000 } : {});
  const all: Read[] = [];
  const memory = { first: Number.NaN, last: Number.NaN, most: 0 };
  for (const [i, file] of files.entries()) {
    const bytes = readFileSync(file);
    const from = performance.now();
    const outcome = await inspector.inspect(bytes, keys);
    const ms = performance.now() - from;
    all.push(outcome.ok ? { file, read: outcome.value, ms } : { file, reason: outcome.reason, ms });
    const held = residentMb(inspector.pids[0]);
    if (i === Math.min(49, files.length - 1)) memory.first = held;
    if (!Number.isNaN(held)) memory.last = held;
    memory.most = Math.max(memory.most, held || 0);
  }
  inspector.close();
  return { all, memory };
}

/** What `image_text` says of an ad with one picture in which this was read. */
export function textSignal(read: Inspected | undefined, country: string): Signal {
  const text = read?.picture_text;
  if (text?.state !== "done") throw new Error(text?.state === "failed" ? text.reason : "the picture was not read");
  const profile = { known: true, age_days: 100, listings_total: 1, refusals_90d: 0, country };
  const input = inputOf(
    "listing",
    { title: "A bag", pictures: [{ url: "https://img.example/0.jpg", text: text.value.text }] },
    { account_profile: profile },
  );
  return signalOf("image_text", { ...input, measurements: { picture_text: [text] } });
}

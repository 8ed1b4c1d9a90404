/** What the thread that holds the hashes is asked and what it answers. */
import type { SamePicture } from "@assay/detectors/image";

/** A stored picture that shows the same photo. */
export interface PictureMatch extends SamePicture {
  content: string;
}

/** The hashes of one stored picture, as they come from the database. */
export interface LearntHashes {
  /** Number of the picture, from 1. */
  seq: number;
  /** `printMarksAt` bytes and 32 for each of its first marks: the beginning of an encoded print. */
  start: Uint8Array;
}

export type HashRequest =
  | { job: "learn"; marketplace: string; pictures: LearntHashes[] }
  /** Which stored pictures a fresh print may be of, the likeliest first. */
  | { job: "find"; marketplace: string; print: Uint8Array; limit: number }
  /** What the print shares with each of the stored ones. */
  | { job: "compare"; print: Uint8Array; others: Uint8Array[] };

export type HashAnswer =
  | { job: "learn"; hashes: number; bytes: number }
  | { job: "find"; seqs: number[] }
  | { job: "compare"; same: (SamePicture | null)[] }
  | { job: "failed"; reason: string };

export interface HashLimits {
  /** Marks kept in memory for each marketplace; beyond, those of the oldest pictures go. */
  maxHashes: number;
}

/** In which order events have their pictures looked at: whoever waits first, the past last, and nobody because another sends much. */
import { LRUCache } from "lru-cache";
import type { Intake } from "./intake/index.ts";

/** How an event came: its sender holds the line, it came by itself, or among others. */
export type Arrival = "waited_for" | "alone" | "batch";

/** An owner's looks are forgotten one by one in this time each, in ms: about what a look takes on a small machine. */
const forgottenInMs = 2_000;
/** More than this does not set anybody further back. */
const mostBehind = 90;
const rememberedOwners = 10_000;

export class LookOrder {
  readonly #owners = new LRUCache<string, { looks: number; at: number }>({ max: rememberedOwners });

  /** The job's priority; lower goes first. An owner's tenth look of a moment comes after everybody else's first. */
  of({ marketplace, mode, subject }: Intake, arrival: Arrival, now: number): number {
    if (mode === "backfill") return 1000;
    const name = `${marketplace} ${subject.owner}`;
    const known = this.#owners.get(name) ?? { looks: 0, at: now };
    const looks = Math.max(0, known.looks - (now - known.at) / forgottenInMs);
    this.#owners.set(name, { looks: looks + 1, at: now });
    const behind = Math.min(mostBehind, Math.ceil(looks));
    return behind + (arrival === "waited_for" ? -100 : arrival === "batch" ? 100 : 0) + (mode === "shadow" ? 300 : 0);
  }
}

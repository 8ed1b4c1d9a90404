/** The measurements that an event waits for, and its decision after them. */

import type { Decision, Picture } from "@assay/contract";
import type { Deps } from "../deps.ts";
import { laterUses } from "../history/index.ts";
import { type Intake, loadEvent, pictureRef } from "../intake/index.ts";
import { readPicture, rememberPicture, savePicture } from "../measure/index.ts";

export type MeasureDeps = Pick<Deps, "db" | "pictures" | "matcher" | "texts" | "classes" | "pipeline">;

export interface Taken {
  intake: Intake;
  /** Contents of other pictures that show the same as one of its own. */
  same: string[];
}

/**
 * Takes the measurements that an event waits for.
 * @returns undefined when the event is gone
 * @throws when the database fails; what a picture lacks is a result, not an error
 */
export async function takeMeasurements(
  { texts, classes, ...memory }: Omit<MeasureDeps, "pipeline">,
  marketplace: string,
  eventId: string,
): Promise<Taken | undefined> {
  const { db, pictures } = memory;
  const intake = await loadEvent(db.for(marketplace), marketplace, eventId);
  if (!intake) return undefined;
  const reviewed = texts.take(intake);
  // Waited for below; a failure in the meantime must not go unheard.
  reviewed.catch(() => {});
  const same: string[] = [];
  for (const picture of (intake.subject.data.pictures as Picture[] | undefined) ?? []) {
    const had = await pictures.get(picture);
    const ref = pictureRef(picture);
    if (had.ok) {
      const matches = await rememberPicture(memory, marketplace, ref, had.value);
      same.push(had.value.content, ...matches.map(({ content }) => content));
      // Whoever is asked elsewhere answers while we read; of the past nobody is asked.
      const asked = intake.mode === "backfill" ? undefined : classes.take(marketplace, had.value.content);
      await Promise.all([readPicture(memory, marketplace, had.value), asked]);
    } else await savePicture(db.for(marketplace), marketplace, ref, { problem: had.reason });
  }
  await reviewed;
  return { intake, same };
}

/**
 * Takes them, and decides again: this event, and others' that used the same pictures after it but were looked at before it. Of two ads
 * that come at once, whichever picture is had first, the later ad is the copy.
 * @returns the new decision; undefined when the event is gone
 */
export async function measureEvent(
  { pipeline, ...deps }: MeasureDeps,
  marketplace: string,
  eventId: string,
): Promise<Decision | undefined> {
  const taken = await takeMeasurements(deps, marketplace, eventId);
  if (!taken) return undefined;
  const decision = await pipeline.redecide(marketplace, eventId);
  const { at, subject } = taken.intake;
  const later = { contents: taken.same, at, owner: subject.owner };
  for (const other of await laterUses(deps.db.for(marketplace), marketplace, later)) {
    await pipeline.redecide(marketplace, other);
  }
  return decision;
}

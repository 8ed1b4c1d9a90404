/** The measurements that an event waits for, and its decision after them. */

import type { Decision, Picture } from "@assay/contract";
import type { Deps } from "../deps.ts";
import { loadEvent, pictureRef } from "../intake/index.ts";
import { rememberPicture, savePicture } from "../measure/index.ts";

export type MeasureDeps = Pick<Deps, "db" | "pictures" | "matcher" | "texts" | "pipeline">;

/**
 * Takes the measurements that an event waits for.
 * @returns false when the event is gone
 * @throws when the database fails; what a picture lacks is a result, not an error
 */
export async function takeMeasurements(
  { texts, ...memory }: Omit<MeasureDeps, "pipeline">,
  marketplace: string,
  eventId: string,
): Promise<boolean> {
  const { db, pictures } = memory;
  const intake = await loadEvent(db.for(marketplace), marketplace, eventId);
  if (!intake) return false;
  const reviewed = texts.take(intake);
  // Waited for below; a failure in the meantime must not go unheard.
  reviewed.catch(() => {});
  for (const picture of (intake.subject.data.pictures as Picture[] | undefined) ?? []) {
    const had = await pictures.get(picture);
    const ref = pictureRef(picture);
    if (had.ok) await rememberPicture(memory, marketplace, ref, had.value);
    else await savePicture(db.for(marketplace), marketplace, ref, { problem: had.reason });
  }
  await reviewed;
  return true;
}

/**
 * Takes them, and decides again.
 * @returns the new decision; undefined when the event is gone
 */
export async function measureEvent(
  { pipeline, ...deps }: MeasureDeps,
  marketplace: string,
  eventId: string,
): Promise<Decision | undefined> {
  return (await takeMeasurements(deps, marketplace, eventId)) ? pipeline.redecide(marketplace, eventId) : undefined;
}

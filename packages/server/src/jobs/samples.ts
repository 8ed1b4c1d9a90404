/** Samples that marketplaces have drawn by themselves. */
import { marketplaceIds } from "../access/index.ts";
import type { Deps } from "../deps.ts";
import { drawScheduled } from "../quality/index.ts";

/**
 * Draws for each marketplace whose schedule says that it is time. One that fails is tried again ten minutes later, and stops no other.
 * @returns the draws made
 */
export async function scheduleSamples(
  { db, policies, log }: Pick<Deps, "db" | "policies" | "log">,
  now = new Date(),
): Promise<string[]> {
  const made: string[] = [];
  for (const marketplace of await marketplaceIds(db)) {
    try {
      const { settings } = await policies.current(marketplace);
      const schedule = settings.quality?.schedule;
      if (!schedule) continue;
      const draw = await db.transaction(marketplace, (tx) => drawScheduled(tx, marketplace, schedule, now));
      if (draw !== undefined) made.push(draw);
    } catch (error) {
      log.warn({ marketplace, err: error }, "the scheduled sample was not drawn");
    }
  }
  return made;
}

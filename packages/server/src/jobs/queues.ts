/** What happens to queues by the clock: cases that waited come back, priorities grow, cases are dealt out in turn. */
import { marketplaceIds } from "../access/index.ts";
import { agePriorities, dealOut, queueSettings, wakeWaiting } from "../cases/index.ts";
import type { Deps } from "../deps.ts";

/** One marketplace that fails stops no other: it is tended again a minute later. */
export async function tendQueues({ db, log }: Pick<Deps, "db" | "log">): Promise<void> {
  for (const marketplace of await marketplaceIds(db)) {
    try {
      const q = db.for(marketplace);
      await wakeWaiting(q, marketplace);
      await agePriorities(q, marketplace);
      for (const { queue, people, paused, hand_out } of await queueSettings(q, marketplace)) {
        if (hand_out === "round_robin" && !paused) await dealOut(q, marketplace, queue, people);
      }
    } catch (error) {
      log.warn({ marketplace, err: error }, "the queues were not tended");
    }
  }
}

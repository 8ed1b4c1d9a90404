/** What few may see is shown nowhere else: the subjects of quarantined cases and their pictures. */
import { AssayError } from "@assay/contract";
import type { Principal } from "../access/index.ts";
import { inQueues, lanesFor } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { subjectsOfPicture } from "../history/index.ts";

/** @throws AssayError `not_found` when the subject stands in a queue that this person may not see */
export async function requireSeen(q: Querier, person: Principal, subject: { kind: string; id: string }): Promise<void> {
  const { hidden } = await lanesFor(q, person);
  if (await inQueues(q, person.marketplace, hidden, subject)) throw new AssayError("not_found");
}

/** Whether a stored picture belongs to a subject that this person may not see. */
export async function isPictureHidden(q: Querier, person: Principal, content: string): Promise<boolean> {
  const { hidden } = await lanesFor(q, person);
  if (hidden.length === 0) return false;
  for (const subject of await subjectsOfPicture(q, person.marketplace, content)) {
    if (await inQueues(q, person.marketplace, hidden, subject)) return true;
  }
  return false;
}

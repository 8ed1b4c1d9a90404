/** What few may see is shown nowhere else: the subjects of quarantined cases and their pictures. */
import { AssayError } from "@assay/contract";
import type { Principal } from "../access/index.ts";
import { inQueues, isBlindTo, lanesFor, subjectsIn } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { subjectsOfPicture } from "../history/index.ts";
import { subjectsOfFile } from "../notices/index.ts";

/**
 * @throws AssayError `not_found` when the subject stands in a queue that this person may not see; `forbidden` while they have a sample of it
 *   before them that is answered without knowing what was decided
 */
export async function requireSeen(q: Querier, person: Principal, subject: { kind: string; id: string }): Promise<void> {
  const { hidden } = await lanesFor(q, person);
  if (await inQueues(q, person.marketplace, hidden, subject)) throw new AssayError("not_found");
  await requireTold(q, person, subject);
}

/** @throws AssayError `forbidden` while they have a sample of it before them that is answered without knowing what was decided */
export async function requireTold(q: Querier, person: Principal, subject: { kind: string; id: string }): Promise<void> {
  if (person.kind === "user" && (await isBlindTo(q, person.marketplace, subject, person.id))) {
    throw new AssayError("forbidden", "This is in a sample that you look at without knowing what was decided.");
  }
}

/** Subjects that this person may not see, as `kind id`; of one account only, where it is given. */
export async function hiddenSubjects(q: Querier, person: Principal, owner?: string): Promise<Set<string>> {
  const { hidden } = await lanesFor(q, person);
  return subjectsIn(q, person.marketplace, hidden, owner);
}

/** Whether a stored picture belongs to a subject that this person may not see. */
export async function isPictureHidden(q: Querier, person: Principal, content: string): Promise<boolean> {
  const { hidden } = await lanesFor(q, person);
  if (hidden.length === 0) return false;
  for (const subject of await subjectsOfPicture(q, person.marketplace, content)) {
    if (await inQueues(q, person.marketplace, hidden, subject)) return true;
  }
  for (const subject of await subjectsOfFile(q, person.marketplace, content)) {
    if (await inQueues(q, person.marketplace, hidden, subject)) return true;
  }
  return false;
}

/** Which playbooks are offered on a case, and in which order. */
import type { Playbook, SubjectKind } from "@assay/contract";

/** Those that fit the kind of subject; the ones suggested for what fired come first. */
export function playbooksFor(all: readonly Playbook[], kind: SubjectKind, fired: readonly string[]): Playbook[] {
  const fitting = all.filter(({ subjects }) => subjects.length === 0 || subjects.includes(kind));
  const suggested = (each: Playbook) => each.suggested_for.some((code) => fired.includes(code));
  return [...fitting.filter(suggested), ...fitting.filter((each) => !suggested(each))];
}

/** Ads that the decision says are like this one: each as it stands, with what is decided of it and the case that waits for it. */
import type { Decision, Twin } from "@assay/contract";
import type { Principal } from "../access/index.ts";
import { caseOf, lanesFor, openCasesOn } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { accountNames, subjectRow } from "../intake/index.ts";
import { hiddenSubjects } from "./quarantine.ts";
import { subjectView } from "./subject_view.ts";

/** Most that are shown side by side with one ad. */
const shownTwins = 6;

/** @param person what they may not see is not among them */
export async function twinsOf(q: Querier, person: Principal, { subject, signals }: Decision): Promise<Twin[]> {
  if (subject.kind !== "listing") return [];
  const { marketplace } = person;
  const named = signals
    .filter((signal) => signal.state === "found")
    .flatMap(({ evidence }) => evidence)
    .flatMap((each) => (each.type === "subject" && each.subject.kind === "listing" ? [each.subject.id] : []));
  const ids = [...new Set(named)].filter((id) => id !== subject.id).slice(0, shownTwins);
  if (ids.length === 0) return [];
  const { hidden } = await lanesFor(q, person);
  const away = await hiddenSubjects(q, person);
  const found = await Promise.all(ids.map((id) => subjectRow(q, marketplace, "listing", id)));
  const rows = found.filter((row) => row !== undefined).filter((row) => !away.has(keyOf(row)));
  const [views, names, open] = await Promise.all([
    Promise.all(rows.map((row) => subjectView(q, marketplace, row))),
    accountNames(
      q,
      marketplace,
      rows.map((row) => row.owner),
    ),
    openCasesOn(q, marketplace, rows),
  ]);
  const waiting = new Map(
    open.filter((row) => !hidden.includes(row.queue)).map((row) => [`${row.kind} ${row.subject_id}`, caseOf(row)]),
  );
  return rows.map((row, index) => {
    const name = names.get(row.owner);
    const one = waiting.get(keyOf(row));
    return {
      view: views[index]!,
      ...(name && { owner_name: name }),
      ...(one && { case: one }),
    };
  });
}

const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;

/** An account as moderators see it: what it says of itself, its life, its open cases, notes about it. */
import { type AccountView, type Note, subjectKindNames } from "@assay/contract";
import { riskOf } from "@assay/detectors";
import { type Principal, userNames } from "../access/index.ts";
import { blindSubjects, caseOf, lanesFor, notesOf, openCasesOf, subjectsIn } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { lifeOf } from "../decisions/index.ts";
import { riskMarksOf, sameHands } from "../history/index.ts";
import { accountCounts, accountNames, firstSeen, subjectRow } from "../intake/index.ts";
import { masked, sightOf } from "./personal.ts";

/** Events shown of one life. */
const shownEvents = 60;
const dayMs = 86_400_000;

/** A moment as of which an account is shown, and what of it is left out: what was decided of one subject. */
export interface Before {
  at: Date;
  subject: { kind: string; id: string };
  outcome: string | null;
  visibility: string | null;
}

/**
 * @param person what they may not see is not in it
 * @param before shows it as it was before something was decided, for who must not know what
 */
export async function accountView(
  q: Querier,
  person: Principal,
  id: string,
  before?: Before,
  /** Fields that stay as they are, because what is judged is about them. */
  needed: ReadonlySet<string> = new Set(),
  now = before?.at.getTime() ?? Date.now(),
): Promise<AccountView> {
  const { marketplace } = person;
  const { hidden } = await lanesFor(q, person);
  const [account, seen, counts, life, open, notes, away, untold, marks, sight] = await Promise.all([
    subjectRow(q, marketplace, "account", id),
    firstSeen(q, marketplace, id),
    accountCounts(q, marketplace, id),
    lifeOf(q, marketplace, id, subjectKindNames, shownEvents),
    openCasesOf(q, marketplace, id, 20),
    notesAbout(q, marketplace, id, hidden),
    subjectsIn(q, marketplace, hidden, id),
    blindSubjects(q, marketplace, id, person.id),
    riskMarksOf(q, marketplace, id),
    sightOf(q, person),
  ]);
  const createdAt = account?.created_at ?? seen;
  const ageDays = createdAt ? Math.max(0, (now - createdAt.getTime()) / dayMs) : 0;
  const isEarlier = (at: Date) => before === undefined || at.getTime() < now;
  const risk = riskOf(before ? marks.filter((mark) => mark.at < now) : marks, now, {
    age_days: ageDays,
    listings_total: counts.listings,
  });
  // An account may stand in such a queue itself.
  const state = away.has(`account ${id}`) ? {} : (account?.state ?? {});
  const shownState = sight.account(id) ? { data: state, masked: [] } : masked("account", state, needed);
  return {
    id,
    known: account !== undefined || seen !== undefined,
    ...shownState,
    ...(createdAt && {
      created_at: createdAt.toISOString(),
      age_days: Math.round(ageDays * 10) / 10,
    }),
    counts: before ? without(counts, before) : counts,
    risk: {
      score: risk.score,
      parts: Object.entries(risk.parts)
        .map(([part, weight]) => ({ part, weight }))
        .sort((a, b) => b.weight - a.weight),
    },
    life: life
      .filter((row) => isEarlier(row.at) && (row.kind !== before?.subject.kind || row.subject_id !== before.subject.id))
      .map((row) => ({
        at: row.at.toISOString(),
        event_id: row.event_id,
        type: row.type,
        subject: { kind: row.kind, id: row.subject_id, ...(row.revision !== null && { revision: row.revision }) },
        title:
          away.has(`${row.kind} ${row.subject_id}`) || (row.kind === "message" && !row.reasoned && !sight.all)
            ? ""
            : row.title,
        ...(row.outcome && !untold.has(`${row.kind} ${row.subject_id}`) && { outcome: row.outcome }),
      })),
    open_cases: open.filter((row) => !hidden.includes(row.queue)).map(caseOf),
    notes: notes.filter((note) => isEarlier(new Date(note.at))),
  };
}

/** The counts as if nothing had been decided of the subject. */
function without(counts: AccountView["counts"], { subject, outcome, visibility }: Before): AccountView["counts"] {
  const live = subject.kind === "listing" && visibility !== null && visibility !== "held" && visibility !== "removed";
  return {
    ...counts,
    live: counts.live - (live ? 1 : 0),
    refused: counts.refused - (outcome === "refuse" ? 1 : 0),
    review: counts.review - (outcome === "review" ? 1 : 0),
  };
}

/** Notes about an account under their authors' names, and about others in the same hands with what ties them; the newest first. */
async function notesAbout(
  q: Querier,
  marketplace: string,
  account: string,
  hidden: readonly string[],
): Promise<Note[]> {
  const near = await sameHands(q, marketplace, account);
  const rows = await notesOf(q, marketplace, [account, ...near.keys()], hidden);
  const [authors, names] = await Promise.all([
    userNames(q, [...new Set(rows.map((row) => row.author))]),
    accountNames(
      q,
      marketplace,
      rows.map((row) => row.account),
    ),
  ]);
  return rows.map((row) => ({
    id: row.id,
    author: authors.get(row.author) ?? row.author,
    at: row.at.toISOString(),
    text: row.text,
    ...(row.account !== account && {
      from: {
        account: row.account,
        name: names.get(row.account) ?? row.account,
        shared: near.get(row.account) ?? [],
      },
    }),
  }));
}

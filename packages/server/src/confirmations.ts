/** What needs a second person: a ban or a payout hold that a playbook asked for is said yes or no to by somebody else. */
import { AssayError, type Confirmation, type Restriction } from "@assay/contract";
import type { Principal } from "./access/index.ts";
import { userNames } from "./access/index.ts";
import { appendAudit } from "./audit/index.ts";
import * as cases from "./cases/index.ts";
import type { Querier } from "./db/index.ts";
import { loadDecision } from "./decisions/index.ts";
import { accountNames, loadEvent, subjectRow } from "./intake/index.ts";
import { decideByPerson, lockDecided } from "./person_decision.ts";
import { suspendedList } from "./playbook_plan.ts";
import { addToList } from "./policies/index.ts";
import type { ResolutionDeps } from "./resolution.ts";

/** Most that a list shows. */
const shown = 200;

export async function confirmationsOf(
  q: Querier,
  marketplace: string,
  rows: readonly cases.ConfirmationRow[],
): Promise<Confirmation[]> {
  const people = rows.flatMap(({ asked_by, decided_by }) => [asked_by, decided_by]).filter((id) => id !== null);
  const users = await userNames(q, [...new Set(people)]);
  const accounts = await accountNames(
    q,
    marketplace,
    rows.map((row) => row.account),
  );
  return rows.map((row) => ({
    id: row.id,
    run: row.run,
    case_id: row.case_id,
    playbook: row.playbook,
    step: row.step,
    account: row.account,
    ...(accounts.has(row.account) && { account_name: accounts.get(row.account)! }),
    reason: row.reason,
    state: row.state,
    asked_by: row.asked_by,
    ...(users.has(row.asked_by) && { asked_by_name: users.get(row.asked_by)! }),
    asked_at: row.asked_at.toISOString(),
    open_from: row.open_from.toISOString(),
    ...(row.decided_by !== null && { decided_by: row.decided_by }),
    ...(row.decided_by !== null && users.has(row.decided_by) && { decided_by_name: users.get(row.decided_by)! }),
    ...(row.decided_at !== null && { decided_at: row.decided_at.toISOString() }),
    ...(row.note !== null && { note: row.note }),
  }));
}

export async function readConfirmations(
  q: Querier,
  person: Principal,
  state: "pending" | "closed",
): Promise<Confirmation[]> {
  const { marketplace } = person;
  const { hidden } = await cases.lanesFor(q, person);
  return confirmationsOf(q, marketplace, await cases.listConfirmations(q, marketplace, state, hidden, shown));
}

/**
 * @throws AssayError `forbidden` for whoever asked, `confirmation_closed` when it was decided or withdrawn, or whoever asked
 *   can still take it back, `revision_changed` when the account changed in this very moment
 */
export async function decideConfirmation(
  deps: Pick<ResolutionDeps, "db" | "reasons" | "voices"> & { forget(marketplace: string): void },
  person: Principal,
  id: string,
  to: { state: "confirmed" | "declined"; note?: string | undefined },
): Promise<Confirmation> {
  const { marketplace } = person;
  const decided = await deps.db.transaction(marketplace, async (tx) => {
    const row = await cases.lockConfirmation(tx, marketplace, id);
    if (!row) throw new AssayError("not_found");
    if (row.asked_by === person.id)
      throw new AssayError("forbidden", "Somebody else than whoever asked has to decide.");
    if (row.state !== "pending") throw new AssayError("confirmation_closed");
    if (row.open_from.getTime() > Date.now()) {
      throw new AssayError("confirmation_closed", "Whoever asked can still take it back; try again in a few seconds.");
    }
    const decisionId = to.state === "confirmed" ? await restrict(tx, deps, person, row) : undefined;
    const closed = await cases.decideConfirmation(tx, marketplace, id, { ...to, by: person.id });
    await appendAudit(tx, marketplace, {
      actor: person.id,
      what: `confirmation.${to.state}`,
      subject: row.case_id,
      details: {
        confirmation: id,
        run: row.run,
        step: row.step,
        account: row.account,
        decision_id: decisionId ?? null,
      },
    });
    return (await confirmationsOf(tx, marketplace, [closed]))[0]!;
  });
  deps.forget(marketplace);
  return decided;
}

/** The restriction as a decision on the account; where the account itself was never sent, on what the playbook was run on. */
async function restrict(
  tx: Querier,
  { reasons, voices }: Pick<ResolutionDeps, "reasons" | "voices">,
  person: Principal,
  row: cases.ConfirmationRow,
): Promise<string> {
  const { marketplace } = person;
  const account = await subjectRow(tx, marketplace, "account", row.account);
  const asked = await loadDecision(tx, marketplace, row.decision_id);
  const ref = account?.decision_id ? { kind: "account", id: row.account } : asked?.answer.subject;
  if (!ref) throw new AssayError("not_found");
  const subject = await lockDecided(tx, marketplace, ref.kind, ref.id);
  const shown = await loadDecision(tx, marketplace, subject.decision_id ?? row.decision_id);
  const event = await loadEvent(tx, marketplace, subject.event_id);
  if (!shown || !event) throw new AssayError("not_found");
  const restriction: Restriction = {
    type: row.step,
    scope: { kind: "account", id: row.account },
    reason: row.reason,
  };
  const suspends = row.step === "suspend" && subject.kind === "account";
  const now = new Date();
  const { decision } = await decideByPerson(
    { reasons, voice: await voices.of(marketplace), by: person.id, decidedAt: now, effectiveAt: now },
    tx,
    { marketplace, subject, shown, event },
    {
      outcome: suspends ? "refuse" : shown.answer.outcome,
      visibility: suspends ? "removed" : shown.answer.visibility,
      codes: [row.reason],
      restrictions: [restriction],
      cases: [],
      judged: false,
    },
  );
  if (row.step === "suspend") {
    const source = `${row.playbook} · ${row.case_id}`;
    const entry = { kind: "value" as const, value: row.account, reason: row.reason, source };
    await addToList(tx, marketplace, suspendedList, [entry], person.id);
  }
  return decision.decision_id;
}

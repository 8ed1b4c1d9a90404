/** What every view of a case is made of. */
import type { Case, CaseView, ReasonCode, Statement } from "@assay/contract";
import { type Principal, userNames } from "../access/index.ts";
import { lanesFor, subjectsIn } from "../cases/index.ts";
import type { Querier } from "../db/index.ts";
import { statementOf, type Voice } from "../decisions/index.ts";
import { accountNames, messagesBefore } from "../intake/index.ts";

/** The conversation before a message, but for what this person may not see. */
export async function seenMessages(q: Querier, person: Principal, eventId: string): Promise<CaseView["conversation"]> {
  const { hidden } = await lanesFor(q, person);
  const [messages, away] = await Promise.all([
    messagesBefore(q, person.marketplace, eventId),
    subjectsIn(q, person.marketplace, hidden),
  ]);
  return messages
    .filter((message) => !away.has(`message ${message.id}`))
    .map((message) => ({ ...message, at: message.at.toISOString() }));
}

export async function writersOf(q: Querier, marketplace: string, conversation: CaseView["conversation"]) {
  const writers = [...new Set(conversation.map((message) => message.from))];
  return Object.fromEntries(await accountNames(q, marketplace, writers));
}

/** The same cases, with the names of the people that they name. */
export async function withNames(q: Querier, cases: readonly Case[]): Promise<Case[]> {
  const ids = cases
    .flatMap(({ claimed_by, resolved_by }) => [claimed_by, resolved_by])
    .filter((id) => id !== undefined);
  const names = await userNames(q, [...new Set(ids)]);
  const name = (field: "claimed_by_name" | "resolved_by_name", id: string | undefined) =>
    id !== undefined && names.has(id) ? { [field]: names.get(id) } : {};
  return cases.map((one) => ({
    ...one,
    ...name("claimed_by_name", one.claimed_by),
    ...name("resolved_by_name", one.resolved_by),
  }));
}

/** As it would read for each reason: a fix is asked for where one is possible, else it is refused. */
export function statements(
  codes: readonly ReasonCode[],
  { contest: _none, ...voice }: Voice,
  languages: (string | undefined)[],
): Record<string, Statement> {
  return Object.fromEntries(
    codes.flatMap(({ code, fixable }) => {
      const [outcome, visibility] = fixable ? (["request_changes", "held"] as const) : (["refuse", "removed"] as const);
      const decided = { outcome, visibility, restrictions: [], reasons: [{ code }], signals: [] };
      const made = { ...decided, by: "person", mode: "live", decision_id: "" } as const;
      const statement = statementOf(made, { codes, voice, languages });
      return statement ? [[code, statement]] : [];
    }),
  );
}

/** `assay statements …`: statements of reasons for the DSA transparency database, from a running Assay. */
import { ask, type RemoteFlags, remoteOf } from "./remote.ts";

export interface StatementFlags extends RemoteFlags {
  from?: string;
  to?: string;
}

interface Exported {
  decision_id: string;
  statement: Record<string, unknown>;
  problems: Record<string, string[]>;
}

interface Pushed {
  sent: number;
  refused: { decision_id: string; errors: Record<string, string[]> }[];
  failed: { decision_id: string; reason: string }[];
  passed_over: number;
  has_more: boolean;
}

const problemsText = (errors: Record<string, string[]>) =>
  Object.entries(errors)
    .map(([field, all]) => `${field} ${all.join(", ")}`)
    .join("; ");

/** Writes batches as the database's API takes them, one JSON object of at most 100 statements a line. @returns the exit status */
export async function exportStatements(flags: StatementFlags): Promise<number> {
  const remote = remoteOf(flags);
  let [written, wrong] = [0, 0];
  for (let cursor: string | undefined, more = true; more; ) {
    const query = new URLSearchParams({ limit: "100", ...spanOf(flags), ...(cursor && { cursor }) });
    const page = await ask<{ data: Exported[]; has_more: boolean; next_cursor?: string }>(
      remote,
      `/v1/statements?${query}`,
    );
    const fine = page.data.filter(({ problems }) => Object.keys(problems).length === 0);
    for (const { decision_id, problems } of page.data) {
      if (Object.keys(problems).length === 0) continue;
      wrong++;
      console.error(`assay: ${decision_id} would be refused: ${problemsText(problems)}`);
    }
    if (fine.length > 0) console.log(JSON.stringify({ statements: fine.map(({ statement }) => statement) }));
    written += fine.length;
    console.error(`assay: ${written} statements`);
    cursor = page.next_cursor;
    more = page.has_more;
  }
  return wrong > 0 ? 1 : 0;
}

/** Has the server send what was not sent yet, batch by batch. @returns the exit status: 1 where something was refused or failed */
export async function push(flags: StatementFlags): Promise<number> {
  const remote = remoteOf(flags);
  const sum = { sent: 0, refused: 0, failed: 0 };
  for (let more = true; more; ) {
    const body = JSON.stringify(spanOf(flags));
    const done = await ask<Pushed>(remote, "/v1/statements/push", { method: "POST", body });
    for (const { decision_id, errors } of done.refused)
      console.error(`assay: ${decision_id} refused: ${problemsText(errors)}`);
    for (const { decision_id, reason } of done.failed) console.error(`assay: ${decision_id} not sent: ${reason}`);
    sum.sent += done.sent;
    sum.refused += done.refused.length;
    sum.failed += done.failed.length;
    console.error(`assay: ${sum.sent} sent, ${sum.refused} refused, ${sum.failed} not sent`);
    // What failed now would fail again: it is tried with the next push.
    more = done.has_more && done.failed.length === 0;
  }
  return sum.refused + sum.failed > 0 ? 1 : 0;
}

const spanOf = ({ from, to }: StatementFlags) => ({ ...(from && { from }), ...(to && { to }) });

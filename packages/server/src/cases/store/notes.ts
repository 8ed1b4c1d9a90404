/** SQL of notes and labels: what people wrote and said was right. */
import type { Label, Note, SubjectKind } from "@assay/contract";
import { newId, type Querier } from "../../db/index.ts";

export interface NoteRow {
  id: string;
  case_id: string | null;
  account: string;
  author: string;
  at: Date;
  text: string;
}

export async function insertNote(
  tx: Querier,
  marketplace: string,
  note: { caseId: string; account: string; author: string; text: string },
): Promise<Omit<Note, "author">> {
  const [row] = await tx.query<{ id: string; at: Date }>(
    `insert into notes (marketplace, id, case_id, account, author, text) values ($1, $2, $3, $4, $5, $6) returning id, at`,
    [marketplace, newId("not"), note.caseId, note.account, note.author, note.text],
  );
  return { id: row!.id, at: row!.at.toISOString(), text: note.text };
}

/** Notes about accounts, from whichever case they were written, but for cases in `hidden` queues; the newest first. */
export function notesOf(
  q: Querier,
  marketplace: string,
  accounts: readonly string[],
  hidden: readonly string[],
): Promise<NoteRow[]> {
  return q.query<NoteRow>(
    `select id, case_id, account, author, at, text from notes n where marketplace = $1 and account = any($2)
       and not exists (select from cases c where c.marketplace = $1 and c.id = n.case_id and c.queue = any($3))
     order by at desc, id desc limit 50`,
    [marketplace, [...accounts], [...hidden]],
    "notes_of",
  );
}

export async function insertLabel(
  tx: Querier,
  marketplace: string,
  label: { kind: SubjectKind; subjectId: string; decisionId: string; about: string; value: string; by: string },
): Promise<Label> {
  const [row] = await tx.query<{ id: string; at: Date }>(
    `insert into labels (marketplace, id, kind, subject_id, decision_id, about, value, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id, at`,
    [marketplace, newId("lbl"), label.kind, label.subjectId, label.decisionId, label.about, label.value, label.by],
  );
  return {
    id: row!.id,
    subject: { kind: label.kind, id: label.subjectId },
    decision_id: label.decisionId,
    about: label.about,
    value: label.value,
    by: label.by,
    at: row!.at.toISOString(),
  };
}

/** What people said of a decision, newest first. */
export async function labelsOf(q: Querier, marketplace: string, decisionId: string): Promise<Label[]> {
  const rows = await q.query<{
    id: string;
    kind: SubjectKind;
    subject_id: string;
    about: string;
    value: string;
    by: string;
    at: Date;
  }>(
    "select id, kind, subject_id, about, value, by, at from labels where marketplace = $1 and decision_id = $2 order by at desc limit 50",
    [marketplace, decisionId],
    "labels_of",
  );
  return rows.map(({ kind, subject_id, at, ...row }) => ({
    ...row,
    subject: { kind, id: subject_id },
    decision_id: decisionId,
    at: at.toISOString(),
  }));
}

export async function deleteLabel(tx: Querier, marketplace: string, id: string): Promise<void> {
  await tx.query("delete from labels where marketplace = $1 and id = $2", [marketplace, id]);
}

/** The one read: everything that the decisions of a group of events need, in one statement for each kind of subject among them. */
import { createHash } from "node:crypto";
import {
  type Decision,
  type History,
  type HistoryKey,
  isOperatorMeasurement,
  type MeasurementKey,
  type SubjectKind,
} from "@assay/contract";
import { detectors } from "@assay/detectors";
import type { Policies } from "@assay/policy";
import { openCaseFragment } from "./cases/index.ts";
import type { Database } from "./db/index.ts";
import { readFragment as decisionsFragment } from "./decisions/index.ts";
import { foundBy, history, soughtColumns } from "./history/index.ts";
import { type Intake, readFragment as intakeFragment } from "./intake/index.ts";
import { readFragment as measureFragment, type PictureRow } from "./measure/index.ts";

export interface Gathered {
  history: History;
  pictures: PictureRow[];
  /** Hash of the body that is stored under this event id, if any, and the answer it was given. */
  storedHash: string | null;
  firstAnswer: Decision | null;
  /** When deciding again: the answer that stands, and whether a person gave it. */
  standing: Decision | null;
  byPerson: boolean;
  /** Number of events of this owner so far. */
  seq: number;
  /** Open moderation case of the subject. */
  openCase: string | null;
  /** False for an older revision than the one that is known: it is decided and kept, and changes nothing now. */
  newest: boolean;
}

/** Measurements of pictures that detectors of a kind of subject declare and that are taken everywhere. */
export function measurementsFor(kind: SubjectKind): MeasurementKey[] {
  const declared = detectors.filter((d) => d.subjects.includes(kind)).flatMap((d) => d.measurements);
  return [...new Set(declared)].filter((key) => !isOperatorMeasurement(key));
}

function historyFor(kind: SubjectKind, policies: Policies): HistoryKey[] {
  const declared = detectors.filter((d) => d.subjects.includes(kind)).flatMap((d) => d.history);
  return [...new Set([...declared, ...policies.historyNeeds(kind)])].sort();
}

/**
 * @param first false when a stored event is decided again
 * @returns one for each intake, in order
 */
export async function gather(
  db: Database,
  marketplace: string,
  intakes: readonly Intake[],
  policies: Policies,
  first: boolean,
): Promise<Gathered[]> {
  const gathered = new Array<Gathered>(intakes.length);
  const kinds = Map.groupBy(intakes.keys(), (index) => intakes[index]!.subject.kind);
  await Promise.all(
    [...kinds].map(async ([kind, indices]) => {
      const keys = historyFor(kind, policies);
      const asked = indices.map((index) => intakes[index]!);
      const rows = await db.query<Row>(
        marketplace,
        statement(keys),
        [marketplace, ...columnsOf(asked), first, ...accountColumnsOf(asked), ...soughtOf(asked)],
        statementName(kind, keys),
      );
      for (const row of rows) gathered[indices[row.i - 1]!] = read(row, keys, asked[row.i - 1]!);
    }),
  );
  return gathered;
}

interface Row {
  i: number;
  stored_hash: string | null;
  first_answer: Decision | null;
  standing_answer: Decision | null;
  by_person: boolean;
  seq: number;
  open_case: string | null;
  newest_event: string | null;
  newest_revision: number | null;
  newest_at: Date | null;
  pictures: PictureRow[];
  [history: `h_${string}`]: unknown;
}

/** PostgreSQL cuts names at 63 bytes; two sets of keys may not share one. */
function statementName(kind: SubjectKind, keys: readonly HistoryKey[]): string {
  return `gather ${kind} ${createHash("md5").update(keys.join(" ")).digest("base64url")}`;
}

const statements = new Map<string, string>();

function statement(keys: readonly HistoryKey[]): string {
  const name = keys.join(" ");
  let text = statements.get(name);
  if (text === undefined) {
    const values = keys.map((key) => `${history[key].sql} as h_${key}`);
    const columns = [
      intakeFragment.columns,
      decisionsFragment.columns,
      openCaseFragment.columns,
      measureFragment.columns,
    ];
    text = `select q.i::int as i, ${[...columns, ...values].join(",\n")}
      from (select *, $11::boolean as first from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::json[], $12::text[], $13::json[],
          $14::text[], $15::text[], $16::text[], $17::text[])
        with ordinality t(event_id, kind, subject_id, owner, at, category, currency, conversation, refs, counterpart, identifiers, price_keys, price_weights, bands, words, i)) q
      ${intakeFragment.joins}`;
    statements.set(name, text);
  }
  return text;
}

function columnsOf(intakes: readonly Intake[]): unknown[] {
  return [
    intakes.map((intake) => intake.event.id),
    intakes.map((intake) => intake.subject.kind),
    intakes.map((intake) => intake.subject.id),
    intakes.map((intake) => intake.subject.owner),
    intakes.map((intake) => new Date(intake.at).toISOString()),
    intakes.map((intake) => foundBy(intake).category),
    intakes.map((intake) => foundBy(intake).currency),
    intakes.map((intake) => intake.conversation),
    intakes.map((intake) => JSON.stringify(intake.pictureRefs)),
  ];
}

function accountColumnsOf(intakes: readonly Intake[]): unknown[] {
  return [intakes.map((intake) => intake.counterpart), intakes.map((intake) => JSON.stringify(intake.identifiers))];
}

function soughtOf(intakes: readonly Intake[]): string[][] {
  const sought = intakes.map(soughtColumns);
  return (["price_keys", "price_weights", "bands", "words"] as const).map((name) => sought.map((one) => one[name]));
}

function read(row: Row, keys: readonly HistoryKey[], { event, subject, at }: Intake): Gathered {
  const values = keys.map((key) => {
    const { fromRow } = history[key];
    const value = row[`h_${key}`];
    return [key, fromRow ? fromRow(value as never) : value];
  });
  return {
    history: Object.fromEntries(values) as History,
    pictures: row.pictures,
    storedHash: row.stored_hash,
    firstAnswer: row.first_answer,
    standing: row.standing_answer,
    byPerson: row.by_person,
    seq: row.seq,
    openCase: row.open_case,
    newest:
      row.newest_at === null || row.newest_event === event.id
        ? true
        : row.newest_revision !== null && subject.revision !== undefined
          ? subject.revision >= row.newest_revision
          : at >= row.newest_at.getTime(),
  };
}

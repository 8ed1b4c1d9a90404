/** The one read: everything that the decisions of a group of events need, in one statement for each kind of subject among them. */
import {
  type Decision,
  type History,
  type HistoryKey,
  isTextMeasurement,
  type MeasurementKey,
  type Price,
  type SubjectKind,
} from "@assay/contract";
import { detectors } from "@assay/detectors";
import type { Policies } from "@assay/policy";
import { openCaseFragment } from "./cases/index.ts";
import type { Database } from "./db/index.ts";
import { readFragment as decisionsFragment } from "./decisions/index.ts";
import { history } from "./history/index.ts";
import { type Intake, readFragment as intakeFragment, storable } from "./intake/index.ts";
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

/** Measurements of pictures that detectors of a kind of subject declare. */
export function measurementsFor(kind: SubjectKind): MeasurementKey[] {
  const declared = detectors.filter((d) => d.subjects.includes(kind)).flatMap((d) => d.measurements);
  return [...new Set(declared)].filter((key) => !isTextMeasurement(key));
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
        [marketplace, ...columnsOf(asked), first, ...accountColumnsOf(asked)],
        `gather ${kind} ${keys.join(" ")}`.slice(0, 60) + keys.length,
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
      from (select *, $11::boolean as first from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::json[], $12::text[], $13::json[])
        with ordinality t(event_id, kind, subject_id, owner, at, category, currency, conversation, refs, counterpart, identifiers, i)) q
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
    intakes.map((intake) => groupColumns(intake).category),
    intakes.map((intake) => groupColumns(intake).currency),
    intakes.map((intake) => intake.conversation),
    intakes.map((intake) => JSON.stringify(intake.pictureRefs)),
  ];
}

function accountColumnsOf(intakes: readonly Intake[]): unknown[] {
  return [intakes.map((intake) => intake.counterpart), intakes.map((intake) => JSON.stringify(intake.identifiers))];
}

/** What a listing is compared within, as it stands in text columns. */
export function groupColumns({ subject }: Intake): { category: string; currency: string } {
  const category = typeof subject.data.category === "string" ? storable(subject.data.category.slice(0, 200)) : "";
  return { category, currency: (subject.data.price as Price | undefined)?.currency ?? "" };
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

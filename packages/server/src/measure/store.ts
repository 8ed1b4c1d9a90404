/** SQL over pictures and what was measured of them. */
import type {
  MeasurementKey,
  MeasurementResult,
  Measurements,
  MeasurementValue,
  TextMeasurementKey,
} from "@assay/contract";
import { newId, type Querier } from "../db/index.ts";
import type { PictureMeasurements } from "./pictures.ts";

/** Raised whenever a picture may measure differently; older measurements are taken again. */
export const measurementVersions: Record<MeasurementKey, number> = {
  picture_file: 1,
  picture_hashes: 2,
  picture_figures: 2,
  text_review: 1,
  text_model: 1,
  picture_text: 1,
  picture_metadata: 1,
  picture_nudity: 1,
  picture_classes: 1,
};

/** A picture that could not be had is tried again for another event after this long. */
const tryAgain = "10 minutes";

/** For the one read: what is known of each picture of the row `q`, in order. */
export const readFragment = {
  columns: `(select coalesce(json_agg(json_build_object('content', p.content, 'problem', case when p.at > now() - interval '${tryAgain}' then p.problem end, 'measured',
      (select json_object_agg(m.measurement, json_build_object('version', m.version, 'value', m.value, 'reason', m.reason))
       from measurements m where m.marketplace = $1 and m.content = p.content)) order by r.i), '[]')
    from json_array_elements_text(q.refs) with ordinality r(ref, i)
    left join lateral (select * from pictures p where p.marketplace = $1 and p.ref = r.ref limit 1) p on true) as pictures`,
};

export interface PictureRow {
  content: string | null;
  /** Why the picture could not be had. */
  problem: string | null;
  measured: Record<string, { version: number; value: unknown; reason: string | null }> | null;
}

/** One result a picture for each measurement: taken, not taken yet, or why it cannot be had. */
export function measurementsOf(rows: readonly PictureRow[], wanted: readonly MeasurementKey[]): Measurements {
  const result = (row: PictureRow, key: MeasurementKey): MeasurementResult<unknown> => {
    if (row.problem !== null) return { state: "failed", reason: row.problem };
    const taken = row.measured?.[key];
    if (!taken || taken.version !== measurementVersions[key]) return { state: "pending" };
    if (taken.value === null) return { state: "failed", reason: taken.reason ?? "no reason was kept" };
    return { state: "done", value: taken.value };
  };
  return Object.fromEntries(wanted.map((key) => [key, rows.map((row) => result(row, key))])) as Measurements;
}

/** Remembers where a picture was had from and what was measured of it. `problem` instead when it could not be had. */
export async function savePicture(
  db: Querier,
  marketplace: string,
  ref: string,
  had: { content: string; measurements: PictureMeasurements } | { problem: string },
): Promise<void> {
  if ("problem" in had) {
    await db.query(
      `insert into pictures (marketplace, ref, problem) values ($1, $2, $3)
       on conflict (marketplace, ref) do update set problem = excluded.problem, at = now() where pictures.content is null`,
      [marketplace, ref, had.problem],
    );
    return;
  }
  const { content, measurements } = had;
  const file = measurements.picture_file.state === "done" ? measurements.picture_file.value : undefined;
  await db.query(
    `with m as (
       insert into measurements (marketplace, content, measurement, version, value, reason)
       select $1, $3, t.* from unnest($7::text[], $8::int[], $9::json[], $10::text[]) t
       on conflict (marketplace, content, measurement) do update
         set version = excluded.version, value = excluded.value, reason = excluded.reason, at = now())
     insert into pictures (marketplace, ref, content, mime, width, height)
     select $1, r, $3, $4, $5, $6 from unnest($2::text[]) r
     on conflict (marketplace, ref) do update
       set content = excluded.content, problem = null, mime = excluded.mime, width = excluded.width, height = excluded.height, at = now()`,
    [
      marketplace,
      [...new Set([ref, content])],
      content,
      file?.mime ?? null,
      file?.width ?? null,
      file?.height ?? null,
      Object.keys(measurements),
      Object.keys(measurements).map((key) => measurementVersions[key as MeasurementKey]),
      Object.values(measurements).map((result) => (result.state === "done" ? JSON.stringify(result.value) : null)),
      Object.values(measurements).map((result) => (result.state === "failed" ? result.reason : null)),
    ],
  );
}

/**
 * What is still to be learnt of a picture whose file was measured: those of some measurements that are not kept, are of an older version,
 * or failed a while ago, for it may go better now; and why the file cannot be looked into, if so.
 */
export async function stillToLearn<K extends string>(
  db: Querier,
  marketplace: string,
  content: string,
  keys: readonly K[],
  versions: Readonly<Record<K, number>>,
): Promise<{ keys: K[]; problem: string | undefined }> {
  const rows = await db.query<{
    measurement: string;
    version: number;
    value: unknown;
    reason: string | null;
    recent: boolean;
  }>(
    `select measurement, version, reason, at > now() - interval '${tryAgain}' as recent,
       case when measurement = 'picture_file' then value end as value
     from measurements where marketplace = $1 and content = $2`,
    [marketplace, content],
  );
  const kept = (key: string) =>
    rows.some(
      (row) => row.measurement === key && row.version === versions[key as K] && (row.reason === null || row.recent),
    );
  const file = rows.find((row) => row.measurement === "picture_file");
  const problem = (file?.value as MeasurementValue<"picture_file"> | null | undefined)?.problem ?? file?.reason;
  return { keys: keys.filter((key) => !kept(key)), problem: problem ?? undefined };
}

/** Keeps measurements of a picture, in place of what was known. */
export async function saveMeasurements(
  db: Querier,
  marketplace: string,
  content: string,
  results: Readonly<Record<string, MeasurementResult<unknown>>>,
  versions: Readonly<Record<string, number>>,
): Promise<void> {
  const taken = Object.entries(results).filter(([, result]) => result.state !== "pending");
  if (taken.length === 0) return;
  await db.query(
    `insert into measurements (marketplace, content, measurement, version, value, reason)
     select $1, $2, t.* from unnest($3::text[], $4::int[], $5::json[], $6::text[]) t
     on conflict (marketplace, content, measurement) do update
       set version = excluded.version, value = excluded.value, reason = excluded.reason, at = now()`,
    [
      marketplace,
      content,
      taken.map(([key]) => key),
      taken.map(([key]) => versions[key]),
      taken.map(([, result]) => (result.state === "done" ? JSON.stringify(result.value) : null)),
      taken.map(([, result]) => (result.state === "failed" ? result.reason : null)),
    ],
  );
}

/** What was read in pictures, by reference; those that were not read, or hold nothing, are absent. */
export async function readTexts(
  db: Querier,
  marketplace: string,
  refs: readonly string[],
): Promise<Map<string, MeasurementValue<"picture_text">>> {
  if (refs.length === 0) return new Map();
  const rows = await db.query<{ ref: string; value: MeasurementValue<"picture_text"> }>(
    `select p.ref, m.value from pictures p join measurements m on m.marketplace = $1 and m.content = p.content
     where p.marketplace = $1 and p.ref = any($2) and m.measurement = 'picture_text' and m.version = $3 and m.value is not null`,
    [marketplace, [...refs], measurementVersions.picture_text],
  );
  return new Map(rows.filter(({ value }) => value.text !== "").map(({ ref, value }) => [ref, value]));
}

export interface StoredPicture {
  ref: string;
  content: string | null;
  problem: string | null;
  mime: string | null;
  width: number | null;
  height: number | null;
}

/** What is known of pictures by reference; those never seen are absent. */
export async function storedPictures(
  db: Querier,
  marketplace: string,
  refs: readonly string[],
): Promise<Map<string, StoredPicture>> {
  if (refs.length === 0) return new Map();
  const rows = await db.query<StoredPicture>(
    "select ref, content, problem, mime, width, height from pictures where marketplace = $1 and ref = any($2)",
    [marketplace, [...refs]],
  );
  return new Map(rows.map((row) => [row.ref, row]));
}

export interface BankRow {
  id: string;
  bank: string;
  label: string;
  hash: string;
  added_by: string;
  added_at: Date;
}

/** Adds a PDQ hash (64 hex digits) to a bank; one that is there already is answered as it is. */
export async function addToBank(
  db: Querier,
  marketplace: string,
  entry: { bank: string; label: string; hash: string; addedBy: string },
): Promise<BankRow> {
  const [row] = await db.query<BankRow>(
    `insert into bank_entries (marketplace, id, bank, label, hash, added_by) values ($1, $2, $3, $4, ('x' || $5)::bit(256), $6)
     on conflict (marketplace, bank, hash) do update set label = excluded.label returning id, bank, label, added_by, added_at`,
    [marketplace, newId("bnk"), entry.bank, entry.label, entry.hash, entry.addedBy],
  );
  return { ...row!, hash: entry.hash };
}

/**
 * Adds many; those that are there keep their entry and take the label.
 * @returns how many were new
 */
export async function addManyToBank(
  db: Querier,
  marketplace: string,
  bank: string,
  entries: readonly { hash: string; label: string }[],
  addedBy: string,
): Promise<number> {
  const rows = await db.query<{ added: boolean }>(
    `insert into bank_entries (marketplace, id, bank, label, hash, added_by)
     select $1, t.id, $2, t.label, ('x' || t.hash)::bit(256), $6 from unnest($3::text[], $4::text[], $5::text[]) t(id, label, hash)
     on conflict (marketplace, bank, hash) do update set label = excluded.label returning xmax = 0 as added`,
    [
      marketplace,
      bank,
      entries.map(() => newId("bnk")),
      entries.map(({ label }) => label),
      entries.map(({ hash }) => hash),
      addedBy,
    ],
  );
  return rows.filter(({ added }) => added).length;
}

export async function removeFromBank(db: Querier, marketplace: string, bank: string, id: string): Promise<boolean> {
  const rows = await db.query(
    "delete from bank_entries where marketplace = $1 and bank = $2 and id = $3 returning id",
    [marketplace, bank, id],
  );
  return rows.length > 0;
}

export async function banks(db: Querier, marketplace: string): Promise<{ bank: string; entries: number }[]> {
  return db.query(
    "select bank, count(*)::int as entries from bank_entries where marketplace = $1 group by bank order by bank",
    [marketplace],
  );
}

/** Entries of a bank after an id, newest first. */
export async function bankEntries(
  db: Querier,
  marketplace: string,
  bank: string,
  before: string | undefined,
  limit: number,
): Promise<BankRow[]> {
  const rows = await db.query<BankRow & { bits: string }>(
    `select id, bank, label, hash::text as bits, added_by, added_at from bank_entries
     where marketplace = $1 and bank = $2 and ($3::text is null or id < $3) order by id desc limit $4`,
    [marketplace, bank, before ?? null, limit],
  );
  return rows.map(({ bits, ...row }) => ({ ...row, hash: BigInt(`0b${bits}`).toString(16).padStart(64, "0") }));
}

/** What was measured of texts under these content names; what failed a while ago may be tried again and counts as not taken. */
export async function measuredTexts(
  db: Querier,
  marketplace: string,
  contents: readonly string[],
): Promise<Map<string, MeasurementResult<unknown>>> {
  const rows = await db.query<{
    content: string;
    measurement: TextMeasurementKey;
    version: number;
    value: unknown;
    reason: string | null;
  }>(
    `select content, measurement, version, value, reason from measurements
     where marketplace = $1 and content = any($2) and (value is not null or at > now() - interval '${tryAgain}')`,
    [marketplace, contents],
    "measured_texts",
  );
  return new Map(
    rows
      .filter(({ measurement, version }) => version === measurementVersions[measurement])
      .map(({ content, value, reason }): [string, MeasurementResult<unknown>] => [
        content,
        value === null ? { state: "failed", reason: reason ?? "no reason was kept" } : { state: "done", value },
      ]),
  );
}

export async function saveTextMeasurement(
  db: Querier,
  marketplace: string,
  content: string,
  measurement: TextMeasurementKey,
  result: { state: "done"; value: unknown } | { state: "failed"; reason: string },
): Promise<void> {
  const done = result.state === "done";
  await db.query(
    `insert into measurements (marketplace, content, measurement, version, value, reason) values ($1, $2, $3, $4, $5, $6)
     on conflict (marketplace, content, measurement) do update
       set version = excluded.version, value = excluded.value, reason = excluded.reason, at = now()`,
    [
      marketplace,
      content,
      measurement,
      measurementVersions[measurement],
      done ? JSON.stringify(result.value) : null,
      done ? null : result.reason,
    ],
  );
}

/** Counts one picture shown to a source on a day. @returns why no more may be shown to it that day; undefined when this one may */
export async function spendLook(
  db: Querier,
  marketplace: string,
  { source, day, most }: { source: string; day: number; most: number },
): Promise<string | undefined> {
  const [spent] = await db.query(
    `insert into look_spending as s (marketplace, source, day, looks) values ($1, $2, $3, 1)
     on conflict (marketplace, source, day) do update set looks = s.looks + 1 where s.looks < $4 returning looks`,
    [marketplace, source, day, most],
  );
  return spent ? undefined : `the budget of ${most} pictures a day for ${source} is spent`;
}

/** SQL over the entries of the marketplaces' lists. Every change is a version; entries are kept after their end, for replays. */
import type { ListKind, ListSummary } from "@assay/contract";
import type { Querier } from "../../db/index.ts";

/** An entry as the flow needs it. */
export interface EntryState {
  list: string;
  kind: ListKind;
  value: string;
  expires_at: Date | null;
}

export interface EntryRow extends EntryState {
  reason: string | null;
  source: string | null;
  note: string | null;
  added_by: string;
  added_at: Date;
  /** `added_at` to the microsecond, for cursors. */
  key_at: string;
}

export interface NewEntry {
  kind: ListKind;
  value: string;
  reason?: string | undefined;
  expires_at?: string | undefined;
  source?: string | undefined;
  note?: string | undefined;
}

/** The version of a marketplace's lists; 0 before the first change. */
export async function listsVersion(q: Querier, marketplace: string): Promise<number> {
  const [row] = await q.query<{ version: string }>("select version from list_versions where marketplace = $1", [
    marketplace,
  ]);
  return Number(row?.version ?? 0);
}

/** Locks the marketplace's lists until the transaction ends. @returns the version of the change that it makes */
async function nextVersion(tx: Querier, marketplace: string): Promise<number> {
  const [row] = await tx.query<{ version: string }>(
    `insert into list_versions (marketplace, version) values ($1, 1)
     on conflict (marketplace) do update set version = list_versions.version + 1 returning version`,
    [marketplace],
  );
  return Number(row!.version);
}

/**
 * What changed after one version up to another, expired entries included; `live` says whether it stands in the list then.
 * @param since -1 for every entry that stands at `version`
 */
export async function listChanges(
  q: Querier,
  marketplace: string,
  since: number,
  version: number,
): Promise<(EntryState & { live: boolean })[]> {
  const rows = await q.query<EntryState & { live: boolean; forever: boolean }>(
    `select list, kind, value, max(expires_at) filter (where live) as expires_at, bool_or(live) as live,
       bool_or(live and expires_at is null) as forever
     from (select *, added_version <= $3 and (removed_version is null or removed_version > $3) as live from list_entries
       where marketplace = $1 and greatest(added_version, coalesce(removed_version, 0)) > $2) e
     where live or $2 >= 0 group by list, kind, value`,
    [marketplace, since, version],
    "list_changes",
  );
  return rows.map(({ forever, ...row }) => ({ ...row, expires_at: forever ? null : row.expires_at }));
}

/** @returns how many were new */
export async function addToList(
  tx: Querier,
  marketplace: string,
  list: string,
  entries: readonly NewEntry[],
  addedBy: string,
): Promise<number> {
  const version = await nextVersion(tx, marketplace);
  const column = (name: keyof NewEntry) => entries.map((entry) => entry[name] ?? null);
  const rows = await tx.query(
    `insert into list_entries (marketplace, list, kind, value, reason, expires_at, source, note, added_by, added_version)
     select distinct on (n.kind, n.value) $1, $2, n.kind, n.value, n.reason, n.expires_at, n.source, n.note, $9, $10
     from unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[]) n(kind, value, reason, expires_at, source, note)
     where not exists (select from list_entries e where e.marketplace = $1 and e.list = $2 and e.kind = n.kind and e.value = n.value
       and e.removed_at is null and (e.expires_at is null or e.expires_at > now()))
     returning value`,
    [
      marketplace,
      list,
      column("kind"),
      column("value"),
      column("reason"),
      column("expires_at"),
      column("source"),
      column("note"),
      addedBy,
      version,
    ],
  );
  return rows.length;
}

/** @returns the entries that stood in the list */
export async function removeFromList(
  tx: Querier,
  marketplace: string,
  list: string,
  values: readonly string[],
  removedBy: string,
): Promise<{ kind: ListKind; value: string }[]> {
  const version = await nextVersion(tx, marketplace);
  return tx.query(
    `update list_entries set removed_at = now(), removed_version = $4, removed_by = $5
     where marketplace = $1 and list = $2 and value = any($3) and removed_at is null returning kind, value`,
    [marketplace, list, values, version, removedBy],
  );
}

const standing = "removed_at is null and (expires_at is null or expires_at > now())";

/** Every list that has or had entries. */
export async function listSummaries(
  q: Querier,
  marketplace: string,
): Promise<Pick<ListSummary, "list" | "entries" | "changed_at">[]> {
  const rows = await q.query<{ list: string; entries: number; changed_at: Date }>(
    `select list, count(*) filter (where ${standing})::int as entries, max(greatest(added_at, removed_at)) as changed_at
     from list_entries where marketplace = $1 group by list order by list`,
    [marketplace],
  );
  return rows.map((row) => ({ ...row, changed_at: row.changed_at.toISOString() }));
}

/** Entries in force, newest first. */
export async function entriesOf(
  q: Querier,
  marketplace: string,
  list: string,
  search: string | undefined,
  before: readonly [at: string, kind: string, value: string] | undefined,
  limit: number,
): Promise<EntryRow[]> {
  return q.query<EntryRow>(
    `select list, kind, value, reason, source, note, added_by, added_at, added_at::text as key_at, expires_at from list_entries
     where marketplace = $1 and list = $2 and ${standing}
       and ($3::text is null or strpos(lower(value), lower($3)) > 0 or strpos(lower(coalesce(reason, '') || ' ' || coalesce(note, '')), lower($3)) > 0)
       and ($4::timestamptz is null or (added_at, kind, value) < ($4, $5, $6))
     order by added_at desc, kind desc, value desc limit $7`,
    [marketplace, list, search ?? null, before?.[0] ?? null, before?.[1] ?? null, before?.[2] ?? null, limit],
  );
}

/** Of these, which stand in the list. */
export async function knownOf(
  q: Querier,
  marketplace: string,
  list: string,
  values: readonly string[],
): Promise<Set<string>> {
  const rows = await q.query<{ key: string }>(
    `select kind || ' ' || value as key from list_entries where marketplace = $1 and list = $2 and value = any($3) and ${standing}`,
    [marketplace, list, values],
  );
  return new Set(rows.map(({ key }) => key));
}

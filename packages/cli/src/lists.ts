/** `assay lists …`: the marketplace's own lists, in a running Assay. */
import { readFileSync } from "node:fs";
import type { ListEntry, ListKind, ListPreview, ListSummary } from "@assay/contract";
import { parse } from "csv-parse/sync";
import { ask, type Remote, type RemoteFlags, remoteOf } from "./remote.ts";

export interface EntryFlags extends RemoteFlags {
  kind?: ListKind;
  country?: string;
  reason?: string;
  note?: string;
  source?: string;
  expires?: string;
  last?: string;
  skipRefused?: boolean;
}

interface Entry {
  value: string;
  kind?: string;
  reason?: string;
  note?: string;
  expires_at?: string;
}

/** Entries sent at once: well under the API's 10,000 and 1 MB. */
const portion = 1000;
const columns = ["value", "kind", "reason", "note", "expires_at"] as const;
const at = (list: string, what: string) => `/v1/lists/${encodeURIComponent(list)}/${what}`;

export async function ls(list: string | undefined, flags: RemoteFlags): Promise<void> {
  const remote = remoteOf(flags);
  if (list === undefined) {
    const { data } = await ask<{ data: ListSummary[] }>(remote, "/v1/lists");
    for (const row of data) {
      console.log(
        `${row.list.padEnd(24)} ${row.kind.padEnd(8)} ${String(row.entries).padStart(8)}${row.allow ? "  allowed" : ""}`,
      );
    }
    return;
  }
  for await (const entry of entriesOf(remote, list)) {
    const more = [entry.reason, entry.expires_at && `until ${entry.expires_at}`, entry.note].filter(Boolean);
    console.log(`${entry.kind.padEnd(8)} ${entry.value}${more.length > 0 ? `  (${more.join("; ")})` : ""}`);
  }
}

export async function add(list: string, values: string[], flags: EntryFlags): Promise<void> {
  const changed = await send(
    remoteOf(flags),
    list,
    values.map((value) => ({ value })),
    flags,
  );
  console.error(`assay: ${changed} added to ${list}`);
}

export async function remove(list: string, values: string[], flags: RemoteFlags): Promise<void> {
  const body = JSON.stringify({ values });
  const { changed } = await ask<{ changed: number }>(remoteOf(flags), at(list, "entries"), { method: "DELETE", body });
  console.error(`assay: ${changed} taken out of ${list}`);
}

/** @returns the exit status: 1 when something was left out */
export async function importList(list: string, file: string, flags: EntryFlags): Promise<number> {
  const remote = remoteOf(flags);
  let entries = readEntries(file);
  let left = 0;
  if (flags.skipRefused) {
    const kept: Entry[] = [];
    for (const part of portions(entries)) {
      const { refused } = await look(remote, list, part, flags, 1);
      for (const { value, reason } of refused) console.error(`assay: left out "${value}": ${reason}`);
      const out = new Set(refused.map(({ value }) => value));
      kept.push(...part.filter(({ value }) => !out.has(value)));
    }
    left = entries.length - kept.length;
    entries = kept;
  }
  let changed = 0;
  for (const part of portions(entries)) changed += await send(remote, list, part, flags);
  console.error(`assay: ${entries.length} read, ${changed} new in ${list}${left > 0 ? `, ${left} left out` : ""}`);
  return left > 0 ? 1 : 0;
}

export async function exportList(list: string, flags: RemoteFlags): Promise<void> {
  console.log(columns.join(","));
  for await (const entry of entriesOf(remoteOf(flags), list)) {
    console.log(columns.map((column) => quoted(entry[column] ?? "")).join(","));
  }
}

export async function preview(list: string, file: string, flags: EntryFlags): Promise<void> {
  const entries = readEntries(file);
  if (entries.length > 10_000) throw new Error("a preview takes up to 10,000 entries");
  const told = await look(remoteOf(flags), list, entries, flags, Number(flags.last));
  console.log(
    `${told.entries} entries, ${told.new} new; of the last ${told.looked_at} stored, ${told.matched} hold at least one`,
  );
  for (const { value, reason } of told.refused) console.log(`  cannot be read: "${value}": ${reason}`);
  for (const { value, kind, n } of told.by_entry) console.log(`  ${String(n).padStart(6)}  ${kind} ${value}`);
  for (const each of told.examples)
    console.log(`  ${each.kind} ${each.id}: …${each.text.replaceAll(/\s+/g, " ")}… (${each.value})`);
}

async function send(remote: Remote, list: string, entries: Entry[], flags: EntryFlags): Promise<number> {
  const body = JSON.stringify({ entries, ...detailsOf(flags) });
  return (await ask<{ changed: number }>(remote, at(list, "entries"), { method: "POST", body })).changed;
}

async function look(
  remote: Remote,
  list: string,
  entries: Entry[],
  flags: EntryFlags,
  last: number,
): Promise<ListPreview> {
  const body = JSON.stringify({ entries, ...detailsOf(flags), last });
  return ask<ListPreview>(remote, at(list, "preview"), { method: "POST", body });
}

function detailsOf({ kind, country, reason, note, source, expires }: EntryFlags): object {
  const given = { kind, country, reason, note, source, expires_at: expires };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

async function* entriesOf(remote: Remote, list: string): AsyncGenerator<ListEntry> {
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: "1000", ...(cursor !== undefined && { cursor }) });
    const page = await ask<{ data: ListEntry[]; next_cursor?: string }>(remote, `${at(list, "entries")}?${query}`);
    yield* page.data;
    cursor = page.next_cursor;
  } while (cursor !== undefined);
}

/** A CSV when its first line has a column `value`, else one value a line; empty lines are passed over. */
function readEntries(file: string): Entry[] {
  const text = readFileSync(file === "-" ? 0 : file, "utf8").replace(/^\ufeff/, "");
  const [first = ""] = text.split(/\r?\n/, 1);
  if (!first.split(/[,;]/).includes("value")) {
    return text.split(/\r?\n/).flatMap((line) => (line.trim() === "" ? [] : [{ value: line.trim() }]));
  }
  const rows = parse(text, {
    columns: true,
    skip_empty_lines: true,
    relax_column_count: true,
    delimiter: first.includes(";") && !first.includes(",") ? ";" : ",",
  }) as Record<string, string>[];
  return rows.flatMap((row) => {
    const given = columns.flatMap((column) => (row[column] ? [[column, row[column]]] : []));
    return row.value ? [Object.fromEntries(given) as Entry] : [];
  });
}

function* portions(entries: readonly Entry[]): Generator<Entry[]> {
  for (let from = 0; from < entries.length; from += portion) yield entries.slice(from, from + portion);
}

const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

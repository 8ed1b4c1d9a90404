/** What new entries of a list would have matched among what is stored: looked at in small portions, so that decisions go on. */
import { setImmediate as breathe } from "node:timers/promises";
import { isAllowList, type ListPreview } from "@assay/contract";
import { findListed, ListBook, type ListedEntry } from "@assay/detectors";
import type { Intake } from "../intake/index.ts";

const portion = 25;
const maxExamples = 20;
const maxByEntry = 200;

/**
 * @param recent the newest stored subjects
 * @param entries in canonical form, each once
 */
export async function previewEntries(
  list: string,
  entries: readonly ListedEntry[],
  recent: readonly Intake[],
): Promise<Pick<ListPreview, "looked_at" | "matched" | "by_entry" | "examples">> {
  const book = new ListBook(entries);
  const side = isAllowList(list) ? book.allowed : book.listed;
  const owners = new Set(entries.flatMap(({ kind, value }) => (kind === "value" ? [value] : [])));
  const counts = new Map<string, ListPreview["by_entry"][number]>();
  const examples: ListPreview["examples"] = [];
  let matched = 0;
  for (const [index, { subject, title }] of recent.entries()) {
    if (index % portion === 0) await breathe();
    const found = findListed(side, subject, {}).map(({ entry, span }) => {
      const text = String(subject.data[span.field] ?? "");
      return { entry, text: text.slice(Math.max(0, span.start - 40), span.end + 40) };
    });
    if (owners.has(subject.owner)) {
      found.push({ entry: { list, kind: "value", value: subject.owner }, text: subject.owner });
    }
    if (found.length === 0) continue;
    matched += 1;
    for (const key of new Set(found.map(({ entry }) => `${entry.kind} ${entry.value}`))) {
      const { kind, value } = found.find(({ entry }) => `${entry.kind} ${entry.value}` === key)!.entry;
      const known = counts.get(key);
      if (known) known.n += 1;
      else counts.set(key, { kind, value, n: 1 });
    }
    if (examples.length < maxExamples) {
      const { entry, text } = found[0]!;
      examples.push({ kind: subject.kind, id: subject.id, title: title.slice(0, 120), value: entry.value, text });
    }
  }
  const byEntry = [...counts.values()].sort((a, b) => b.n - a.n).slice(0, maxByEntry);
  return { looked_at: recent.length, matched, by_entry: byEntry, examples };
}

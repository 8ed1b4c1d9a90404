/** Items as leads read them: what was answered is told once it cannot sway anybody. And the same as a table for other programs. */
import type { QualityItem } from "@assay/contract";
import { userNames } from "../access/index.ts";
import type { Querier } from "../db/index.ts";
import { type ItemFilter, type ItemRow, listItems, type ReviewRow, reviewsOf } from "./store/items.ts";

/** Longest export, in items. */
const exportLimit = 20_000;

/** At most `limit + 1`, the newest first. */
export async function itemsOf(
  q: Querier,
  marketplace: string,
  filter: ItemFilter,
  before: string | undefined,
  limit: number,
): Promise<QualityItem[]> {
  const rows = await listItems(q, marketplace, filter, before, limit);
  const reviews = await reviewsOf(
    q,
    marketplace,
    rows.map((row) => row.id),
  );
  const people = new Set([
    ...rows.flatMap((row) => [row.decided_by, row.settled_by ?? ""]),
    ...reviews.map((review) => review.person),
  ]);
  const names = await userNames(q, [...people]);
  const byItem = Map.groupBy(reviews, (review) => review.item);
  return rows.map((row) => itemView(row, row.case_id, byItem.get(row.id) ?? [], (id) => names.get(id) ?? id));
}

function itemView(
  row: ItemRow,
  caseId: string | null,
  reviews: readonly ReviewRow[],
  name: (id: string) => string,
): QualityItem {
  const golden = row.draw === null;
  // A golden item's answer is known to whoever keeps it; a sample's only once it is settled.
  const told = golden || row.state === "done";
  return {
    id: row.id,
    ...(row.draw !== null && { draw: row.draw }),
    golden,
    ...(caseId !== null && { case_id: caseId }),
    subject: { kind: row.kind, id: row.subject_id },
    title: row.title,
    ...(row.queue !== null && { queue: row.queue }),
    ...(row.language !== null && { language: row.language }),
    state: row.state,
    answers: reviews.length,
    of: row.reviews,
    ...(told && {
      decision_id: row.decision_id,
      event_id: row.event_id,
      decided: {
        outcome: row.outcome,
        reasons: row.reasons,
        by: row.decided_by === "rule" ? "rule" : name(row.decided_by),
        at: row.decided_at.toISOString(),
      },
      ...(row.truth && {
        truth: { outcome: row.truth, reasons: row.truth_reasons, by: name(row.settled_by ?? "") },
      }),
      ...(row.error_type && { error_type: row.error_type }),
      ...(row.note !== null && { note: row.note }),
      reviews: reviews.map(({ person, role, at, outcome, reasons, note, correct }) => ({
        by: name(person),
        role,
        at: at.toISOString(),
        outcome,
        reasons,
        ...(note !== null && { note }),
        ...(correct !== null && { correct }),
      })),
    }),
  };
}

const columns: [name: string, value: (item: QualityItem) => string | number][] = [
  ["item", (item) => item.id],
  ["draw", (item) => item.draw ?? "golden"],
  ["kind", (item) => item.subject.kind],
  ["subject", (item) => item.subject.id],
  ["title", (item) => item.title],
  ["queue", (item) => item.queue ?? ""],
  ["language", (item) => item.language ?? ""],
  ["state", (item) => item.state],
  ["decided", (item) => item.decided?.outcome ?? ""],
  ["decided_reasons", (item) => item.decided?.reasons.join(" ") ?? ""],
  ["decided_by", (item) => item.decided?.by ?? ""],
  ["decided_at", (item) => item.decided?.at ?? ""],
  ["truth", (item) => item.truth?.outcome ?? ""],
  ["truth_reasons", (item) => item.truth?.reasons.join(" ") ?? ""],
  ["settled_by", (item) => item.truth?.by ?? ""],
  ["error", (item) => item.error_type ?? ""],
  ["answers", (item) => item.reviews?.map((review) => `${review.by}: ${review.outcome}`).join("; ") ?? ""],
];

/** The items as CSV (RFC 4180) with a byte-order mark, so that spreadsheets read the letters right. */
export async function exportCsv(q: Querier, marketplace: string, filter: ItemFilter): Promise<string> {
  const items = (await itemsOf(q, marketplace, filter, undefined, exportLimit)).slice(0, exportLimit);
  const lines = [columns.map(([name]) => name), ...items.map((item) => columns.map(([, value]) => cell(value(item))))];
  return `\uFEFF${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

/**
 * One field. What a spreadsheet would take for a formula is made text by an apostrophe in front, which it does not show.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function cell(value: string | number): string {
  const text = String(value);
  // A formula begins at the first thing that is seen: blanks and what has no width before it do not make it harmless.
  const safe = typeof value === "string" && /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Banks as text files, to be exchanged: CSV with the columns `hash` (PDQ, 64 hex digits) and `label`, as ThreatExchange's tools and
 * plain lists of hashes can be read too. docs/banks.md describes it.
 */

/** A spreadsheet runs what begins so. */
const formula = /^[=+\-@\t\r]/;

export interface BankLine {
  hash: string;
  label: string;
}

export interface ReadBank {
  entries: BankLine[];
  /** Lines that could not be read, from 1. */
  bad: { line: number; problem: string }[];
}

const labelColumns = ["label", "note", "name", "description", "text"];
const maxLabel = 200;

/**
 * With a header the columns may stand in any order, and others are passed over; without one, the hash comes first, and after it the
 * label or nothing. `#` begins a comment. A hash that comes twice counts once, with its last label.
 * @param fallback label of a line that has none
 */
export function readBankFile(text: string, fallback: string): ReadBank {
  const entries = new Map<string, BankLine>();
  const bad: ReadBank["bad"] = [];
  let columns: { hash: number; label: number } | undefined;
  for (const [index, raw] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (raw.trim() === "" || raw.startsWith("#")) continue;
    const cells = cellsOf(raw);
    if (!columns) {
      const names = cells.map((cell) => cell.trim().toLowerCase());
      const isHeader = names.includes("hash");
      columns = isHeader
        ? { hash: names.indexOf("hash"), label: names.findIndex((name) => labelColumns.includes(name)) }
        : { hash: 0, label: 1 };
      if (isHeader) continue;
    }
    const hash = (cells[columns.hash] ?? "").trim().toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(hash)) {
      bad.push({ line: index + 1, problem: "the hash is not 64 hex digits" });
      continue;
    }
    const written = (cells[columns.label] ?? "").replace(/^'(?=[=+\-@])/, "").trim();
    const label = (written || fallback).toWellFormed().replaceAll("\0", "\ufffd").slice(0, maxLabel).toWellFormed();
    entries.set(hash, { hash, label });
  }
  return { entries: [...entries.values()], bad };
}

/** The file of a bank, header included. Labels are one line each. */
export function writeBankFile(entries: Iterable<BankLine>): string {
  let text = "hash,label\n";
  for (const { hash, label } of entries) {
    const line = label.replaceAll(/[\r\n\t]+/g, " ");
    const safe = formula.test(line) ? `'${line}` : line;
    text += `${hash},${/[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe}\n`;
  }
  return text;
}

/** RFC 4180 within one line; a semicolon or a tab separates too where there is no comma. */
function cellsOf(line: string): string[] {
  const separator = line.includes(",") ? "," : line.includes(";") ? ";" : "\t";
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (quoted && char === '"' && line[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (char === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (char === separator && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += char;
  }
  cells.push(cell);
  return cells;
}

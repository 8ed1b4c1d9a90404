/** The table that comes out: on the terminal, and as Markdown and JSON under `docs/measured/`. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Evaluation, Part, Row } from "./evaluation.ts";

export interface Section {
  evaluation: Pick<Evaluation, "set" | "title" | "source" | "part">;
  rows: Row[];
  /** When and at which commit, where it was run apart from the rest. */
  apart?: { date: string; commit: string };
}

export interface Report {
  date: string;
  commit: string;
  missing: string[];
  sections: Section[];
}

const columns = [
  "task",
  "n",
  "precision",
  "recall",
  "F1",
  "AUC",
  "other",
  "benign per 1,000",
  "bar",
  "floor",
  "peer",
] as const;

/** The figure that a row's bar is about. */
function figureOf(row: Row): number | undefined {
  if (!row.bar) return undefined;
  return row.bar.of === "other" ? row.other?.value : row[row.bar.of];
}

/** Whether the bar is met; undefined when there is none. A figure that is not defined does not meet it. */
export function meets(row: Row): boolean | undefined {
  if (!row.bar) return undefined;
  const figure = figureOf(row) ?? Number.NaN;
  return row.bar.of === "benign" ? figure <= row.bar.value : figure >= row.bar.value;
}

function rate(value: number | undefined): string {
  if (value === undefined) return "";
  return Number.isNaN(value) ? "–" : value.toFixed(3);
}

function cells(row: Row): string[] {
  const met = meets(row);
  const bar = row.bar && `${row.bar.of === "benign" ? "≤ " : "≥ "}${row.bar.value} ${met ? "met" : "**missed**"}`;
  const named = (figure?: { name: string; value: number }) => (figure ? `${rate(figure.value)} (${figure.name})` : "");
  return [
    row.note ? `${row.task} (${row.note})` : row.task,
    String(row.n),
    rate(row.precision),
    rate(row.recall),
    rate(row.f1),
    rate(row.auc),
    named(row.other),
    row.benign === undefined ? "" : row.benign.toFixed(1),
    bar ?? "",
    named(row.floor),
    named(row.peer),
  ];
}

/** A set's rows as a Markdown table, without the columns that none of them fills. */
export function table(rows: readonly Row[]): string {
  const all = rows.map(cells);
  const shown = columns.map((_, i) => i).filter((i) => all.some((row) => row[i] !== ""));
  const line = (row: readonly string[]) => `| ${shown.map((i) => row[i]!.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(columns), `|${shown.map((i) => (i === 0 ? " --- |" : " ---: |")).join("")}`, ...all.map(line)].join(
    "\n",
  );
}

const headings: Record<Part, string> = {
  text: "What the text detectors see, measured",
  listings: "What the market shows of an ad, measured",
  pictures: "What the picture detectors see, measured",
};

function markdown(report: Report, part: Part): string {
  const rows = report.sections.flatMap((section) => section.rows);
  const barred = rows.filter((row) => row.bar);
  const lines = [
    `# ${headings[part]}`,
    "",
    `Written by \`npm run evals${part === "text" ? "" : ` -- --part ${part}`}\` on ${report.date} at commit \`${report.commit}\`. ${barred.filter((row) => meets(row)).length} of ${barred.length} bars are met.`,
    "",
    "The rows are those of the sets' tune halves; nothing of them is in this repository. *Floor* is the simplest method, *peer* another tool, both run in the same command.",
    `*Benign* is how many of 1,000 honest ${part === "pictures" ? "pictures" : "texts"} were hit.`,
  ];
  if (report.missing.length > 0) lines.push("", `Not there, so passed over: ${report.missing.join(", ")}.`);
  for (const { evaluation, rows, apart } of report.sections) {
    const when = apart ? ` Run apart on ${apart.date} at commit \`${apart.commit}\`.` : "";
    lines.push(
      "",
      `## ${evaluation.title}`,
      "",
      `Set \`${evaluation.set}\`: ${evaluation.source}${when}`,
      "",
      table(rows),
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Writes a part's `.md` and `.json` into the folder. */
export function write(report: Report, part: Part, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${part}.md`), markdown(report, part));
  const sections = report.sections.map(({ evaluation, rows, apart }) => {
    const { set, title, source } = evaluation;
    return {
      set,
      title,
      source,
      ...(apart && { apart }),
      rows: rows.map((row) => ({ ...row, ...(row.bar && { met: meets(row) }) })),
    };
  });
  writeFileSync(join(folder, `${part}.json`), `${JSON.stringify({ ...report, sections }, null, 1)}\n`);
}

/** Puts one set's section, run apart, into the report that stands in the folder; sections follow the order of `sets`. */
export function writeApart(section: Section, part: Part, folder: string, sets: readonly string[]): void {
  type Stored = Omit<Report, "sections"> & { sections: (Section["evaluation"] & Omit<Section, "evaluation">)[] };
  const stored = JSON.parse(readFileSync(join(folder, `${part}.json`), "utf8")) as Stored;
  const others = stored.sections
    // Two evaluations may read the same set.
    .filter(({ set, title }) => set !== section.evaluation.set || title !== section.evaluation.title)
    .map(({ rows, apart, ...evaluation }): Section => ({ evaluation, rows, ...(apart && { apart }) }));
  const before = stored.sections.map(({ title }) => title);
  const place = ({ evaluation: { set, title } }: Section) => sets.indexOf(set) + (before.indexOf(title) + 1) / 1000;
  const apart = { date: new Date().toISOString().slice(0, 10), commit: commit() };
  const sections = [...others, { ...section, apart }].sort((a, b) => place(a) - place(b));
  write({ ...stored, sections }, part, folder);
}

/** Short hash of the commit that is checked out, with `+` when tracked files differ from it. */
export function commit(): string {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
  try {
    return git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "--untracked-files=no") ? "+" : "");
  } catch {
    return "unknown";
  }
}

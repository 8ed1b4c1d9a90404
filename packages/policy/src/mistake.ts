/** A mistake in a policy, told with its place, the line and a cure. */
import { LineCounter } from "yaml";

export interface Mistake {
  /** Stable name of the kind of mistake, such as `unknown_field`. */
  kind: string;
  file: string;
  /** From 1. */
  line: number;
  column: number;
  /** UTF-16 offsets into the file. */
  start: number;
  end: number;
  message: string;
  /** JSON pointer to the place in the policy: `/rules/0/when`. */
  pointer: string;
}

/** A text with the name it is shown under; makes and shows mistakes in it. */
export class SourceFile {
  readonly name: string;
  readonly text: string;
  readonly lines = new LineCounter();

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
    this.lines.addNewLine(0);
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.lines.addNewLine(at + 1);
  }

  mistake(kind: string, message: string, start: number, end: number, pointer: string): Mistake {
    const from = Math.min(Math.max(start, 0), this.text.length);
    const { line, col } = this.lines.linePos(from);
    return {
      kind,
      file: this.name,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      start: from,
      end: Math.max(end, from),
      message,
      pointer,
    };
  }

  /** The mistake as a person reads it: place and message, the line, and a caret under the part that is wrong. */
  show(mistake: Mistake): string {
    const line = this.text.split("\n", mistake.line)[mistake.line - 1]?.replace(/\r$/, "") ?? "";
    const first = mistake.column - 1;
    // A window of a very long line, so that the caret stays in sight.
    const cut = first > 100 ? first - 80 : 0;
    const shown = (cut > 0 ? "…" : "") + line.slice(cut, cut + 140) + (line.length > cut + 140 ? "…" : "");
    const at = first - cut + (cut > 0 ? 1 : 0);
    const width = Math.max(1, Math.min(mistake.end - mistake.start, line.length - first, shown.length - at));
    const gutter = String(mistake.line).length;
    return [
      `${mistake.file}:${mistake.line}:${mistake.column}: ${mistake.message}`,
      `  ${mistake.line} | ${shown.replaceAll("\t", " ")}`,
      `  ${" ".repeat(gutter)} | ${" ".repeat(at)}${"^".repeat(width)}`,
    ].join("\n");
  }
}

/** `; did you mean "amount"?` for the nearest name, if one is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

/** A few of the names that would be right, for when none is near. */
export function oneOf(known: readonly string[], most = 12): string {
  if (known.length === 0) return "there are none";
  const shown = known.slice(0, most).join(", ");
  return known.length > most ? `${shown} … (${known.length})` : shown;
}

/** The name at the smallest edit distance, at most a third of the longer one (one for short names); a name cut short is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const longest = Math.max(name.length, candidate.length);
    if (longest > 100) continue;
    const begins = name.length >= 3 && candidate.toLowerCase().startsWith(name.toLowerCase());
    const distance = begins ? 1 : editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least && distance <= Math.max(1, Math.floor(longest / 3))) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Levenshtein's distance with transposition of neighbours counted as one (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
      }
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

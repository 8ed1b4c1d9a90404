/** Events from a file or standard input: JSON Lines, or a CSV of listings. A line that cannot be read is told, not dropped. */
import { createReadStream } from "node:fs";
import { type CsvOptions, csvEvents } from "./csv.ts";
import type { InputLine } from "./line.ts";
import { schemaOrgNames } from "./names.ts";

export interface InputOptions extends CsvOptions {
  /** Forces the format; otherwise the file's ending says it (`.csv`, `.tsv`), and JSON Lines is assumed. */
  format?: "jsonl" | "csv";
}

export interface Input {
  lines: AsyncIterable<InputLine>;
  /** What was assumed, for the summary; complete once all lines were read. */
  assumptions: Set<string>;
}

/** Longest line of JSON that is read, in UTF-16 units; the API's own limit is 1 MB. */
const maxLine = 1024 * 1024;

/** @param file a path, or `-` for standard input */
export function readInput(file: string, options: InputOptions): Input {
  const stream = file === "-" ? process.stdin : createReadStream(file);
  const assumptions = new Set<string>();
  const format = options.format ?? (/\.(csv|tsv)$/i.test(file) ? "csv" : "jsonl");
  if (format === "csv") {
    const delimiter = options.delimiter ?? (/\.tsv$/i.test(file) ? "\t" : undefined);
    return {
      lines: csvEvents(stream, { ...options, ...(delimiter !== undefined && { delimiter }) }, assumptions),
      assumptions,
    };
  }
  return { lines: jsonLines(stream), assumptions };
}

async function* jsonLines(stream: NodeJS.ReadableStream): AsyncGenerator<InputLine> {
  let line = 0;
  for await (const text of textLines(stream)) {
    line++;
    if (text.trim() === "") continue;
    if (text.length > maxLine) {
      yield { line, mistake: "the line is longer than 1 MB" };
      continue;
    }
    try {
      yield { line, body: schemaOrgNames(JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)) };
    } catch (error) {
      yield { line, mistake: `not valid JSON: ${(error as Error).message}` };
    }
  }
}

/** Lines end with a line feed only: Node's readline also splits at U+2028, which JSON strings may hold. */
async function* textLines(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of stream.setEncoding("utf8")) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** A CSV of listings as events: columns by name or by `--map`, past decisions by `--incumbent`. */
import { parse } from "csv-parse";
import type { InputLine } from "./line.ts";
import { fieldFor, fieldNames, priceOf } from "./names.ts";

export interface CsvOptions {
  /** Our field → the file's column, where names do not tell. */
  map?: Readonly<Record<string, string>>;
  /** Column with what was decided of each ad. */
  incumbent?: string;
  /** ISO 4217 code for prices without one. */
  currency?: string;
  delimiter?: string;
}

const hourMs = 3_600_000;

/** What sites call their decisions. */
const decisionWords: readonly (readonly [RegExp, string])[] = [
  [
    /^(approv|accept|publi|live|active|ok\b|valid|visible|online|keep|clean|ham|good|legit|pass|true|yes|oui|1$|sold|vend|verkauf)/i,
    "approve",
  ],
  [
    /^(refus|reject|remov|delet|block|ban|declin|spam|fraud|scam|bad|suspend|take.?down|supprim|rejet|false|no\b|non\b|0$)/i,
    "refuse",
  ],
  [/^(review|pending|manual|hold|held|queue|attente|moderat)/i, "review"],
  [/^(change|fix|edit|incomplete|modif)/i, "request_changes"],
];

/** Throws where the file as a whole cannot be read: no columns that are ours, or a named column that is not there. */
export async function* csvEvents(
  stream: NodeJS.ReadableStream,
  options: CsvOptions,
  assumptions: Set<string>,
): AsyncGenerator<InputLine> {
  const parser = stream.pipe(
    parse({
      bom: true,
      columns: false,
      delimiter: options.delimiter ?? (await delimiterOf(stream)),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  );
  let fields: (string | undefined)[] | undefined;
  let incumbentAt = -1;
  let row = 0;
  const start = Date.now() - 30 * 24 * hourMs;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (!fields) {
      ({ fields, incumbentAt } = readHeader(record, options, assumptions));
      continue;
    }
    row++;
    if (record.length > fields.length) {
      yield {
        line: info.lines,
        mistake: `the row has ${record.length} columns, the header ${fields.length}: is a quote missing?`,
      };
      continue;
    }
    yield { line: info.lines, body: eventOf(record, fields, incumbentAt, row, start, options, assumptions) };
  }
}

/** What the header line holds most of: comma, semicolon or tab. The stream is left as it was. */
async function delimiterOf(stream: NodeJS.ReadableStream): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    stream.once("readable", resolve);
    stream.once("error", reject);
  });
  const start = stream.read() as Buffer | string | null;
  if (start === null) return ",";
  stream.unshift(start as Buffer);
  const header = String(start).split(/\r?\n/, 1)[0]!;
  const count = (delimiter: string) => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function readHeader(header: string[], { map = {}, incumbent }: CsvOptions, assumptions: Set<string>) {
  const columnOf = (name: string) => {
    const at = header.findIndex((column) => column.trim().toLowerCase() === name.trim().toLowerCase());
    if (at < 0) throw new Error(`there is no column "${name}"; the file has: ${header.join(", ")}`);
    return at;
  };
  const incumbentAt = incumbent === undefined ? -1 : columnOf(incumbent);
  const fields: (string | undefined)[] = header.map((column, at) =>
    at === incumbentAt ? undefined : fieldFor(column),
  );
  for (const [field, column] of Object.entries(map)) {
    if (!(field in fieldNames))
      throw new Error(`--map: "${field}" is no field; known: ${Object.keys(fieldNames).join(", ")}`);
    for (const [at, known] of fields.entries()) if (known === field && field !== "picture") fields[at] = undefined;
    fields[columnOf(column)] = field;
  }
  // Two columns of one meaning: the first is taken, the other kept under its own name.
  const seen = new Set<string>();
  for (const [at, field] of fields.entries()) {
    if (field === undefined || field === "picture") continue;
    if (seen.has(field)) fields[at] = undefined;
    seen.add(field);
  }
  if (!seen.has("title") && !seen.has("description")) {
    throw new Error(
      `no column is a title or a description; say which with --map title=COLUMN. The file has: ${header.join(", ")}`,
    );
  }
  const used = fields.flatMap((field, at) => (field ? `${header[at]} → ${field}` : []));
  const extra = header.filter((_, at) => fields[at] === undefined && at !== incumbentAt);
  assumptions.add(`columns: ${used.join(", ")}${extra.length > 0 ? `; kept as they are: ${extra.join(", ")}` : ""}`);
  // What is not ours keeps its name, so that policies can use it once it is declared.
  return {
    fields: fields.map((field, at) => field ?? (at === incumbentAt ? undefined : `column:${header[at]}`)),
    incumbentAt,
  };
}

function eventOf(
  record: string[],
  fields: (string | undefined)[],
  incumbentAt: number,
  row: number,
  start: number,
  options: CsvOptions,
  assumptions: Set<string>,
): unknown {
  const values: Record<string, string> = {};
  const pictures: string[] = [];
  const extra: Record<string, string> = {};
  for (const [at, field] of fields.entries()) {
    const value = record[at]?.trim();
    if (!field || !value) continue;
    if (field === "picture") pictures.push(...value.split(/[\s,;|]+(?=https?:|[./\w-]+\.(?:jpe?g|png|webp))/i));
    else if (field.startsWith("column:")) extra[field.slice(7)] = value;
    else values[field] = value;
  }
  const { id, seller, time, price, currency, ...rest } = values;
  if (id === undefined) assumptions.add("a missing id is the row's number");
  if (seller === undefined) assumptions.add("a missing seller is one for each row");
  const given =
    time === undefined
      ? Number.NaN
      : Date.parse(/^\d{10}$/.test(time) ? `${new Date(Number(time) * 1000).toISOString()}` : time);
  if (Number.isNaN(given)) assumptions.add("time is the order of rows, where it is missing or no date");
  const at = Number.isNaN(given) ? start + row * 1000 : Math.min(given, Date.now());
  const money = priceOf(price, currency ?? options.currency);
  if (price !== undefined && !money)
    assumptions.add(`prices that are no number are left out, such as "${price.slice(0, 30)}"`);
  const said = incumbentAt < 0 ? undefined : record[incumbentAt]?.trim();
  const outcome = said ? decisionWords.find(([words]) => words.test(said))?.[1] : undefined;
  if (said && !outcome) assumptions.add(`past decision "${said.slice(0, 40)}" is not understood and not compared`);
  const own = id ?? `row-${row}`;
  return {
    id: `csv-${row}-${own}`.slice(0, 200),
    type: "listing.created",
    time: new Date(at).toISOString(),
    ...(said && { incumbent: { ...(outcome && { outcome }), reason: said } }),
    data: {
      ...extra,
      id: own,
      seller: seller ?? `seller-of-row-${row}`,
      ...rest,
      ...(money && { price: money }),
      ...(pictures.length > 0 && {
        pictures: pictures.map((place) => (/^https?:/i.test(place) ? { url: place } : { path: place })),
      }),
    },
  };
}

/** Reads tables out of a measurement file, whatever it names them: every list of flat records is a table. */

export interface Table {
  title: string;
  columns: string[];
  /** Columns that hold numbers only. */
  numeric: Set<string>;
  rows: Record<string, string | number>[];
}

/** @returns the tables, and the file's own single values (date, commit) as `name value` */
export function tablesOf(json: unknown, name = "results"): { tables: Table[]; facts: string[] } {
  if (Array.isArray(json)) {
    const rows = json.filter(isRecord).map((record) => flat(record));
    return rows.length === 0 ? { tables: [], facts: [] } : { tables: [table(name, rows)], facts: [] };
  }
  if (!isRecord(json)) return { tables: [], facts: [] };
  const tables: Table[] = [];
  const facts: string[] = [];
  for (const [key, value] of Object.entries(json)) {
    if (typeof value === "string" || typeof value === "number") facts.push(`${key.replaceAll("_", " ")} ${value}`);
    else tables.push(...tablesOf(value, key).tables);
  }
  return { tables, facts };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function flat(record: Record<string, unknown>, path = ""): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]): [string, string | number][] => {
      const name = path === "" ? key : `${path}.${key}`;
      if (typeof value === "number" || typeof value === "string") return [[name, value]];
      if (typeof value === "boolean") return [[name, String(value)]];
      return isRecord(value) ? Object.entries(flat(value, name)) : [];
    }),
  );
}

function table(title: string, rows: Record<string, string | number>[]): Table {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const numeric = new Set(columns.filter((column) => rows.every((row) => typeof (row[column] ?? 0) === "number")));
  return { title, columns, numeric, rows };
}

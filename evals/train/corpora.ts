/** Reads the trainable sets of the data folder as they are on disk: JSON Lines, one row a line. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Rows of a set's tuning half; none when the set is not there. */
export function rowsOf<Row>(data: string, set: string): Row[] {
  const file = join(data, set, "tune", "data.jsonl");
  if (!existsSync(file)) {
    console.error(`missing: ${file}`);
    return [];
  }
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
}

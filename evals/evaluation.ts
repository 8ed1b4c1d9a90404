/** What an evaluation is: one data set, looked at by our detectors, a floor and a peer in the same run. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One line of the table that comes out. Rates are shares of 1; `benign` is hits per 1,000 honest texts. */
export interface Row {
  /** What was asked: "phones found", "abuse, French". */
  task: string;
  n: number;
  precision?: number;
  recall?: number;
  f1?: number;
  auc?: number;
  /** Another figure, named: `{ name: "balanced accuracy", value: 0.77 }`. */
  other?: { name: string; value: number };
  /** Hits per 1,000 honest texts. */
  benign?: number;
  /** What it must be at least (for `benign`: at most), on the figure that `of` names. */
  bar?: { of: "precision" | "recall" | "f1" | "auc" | "other" | "benign"; value: number };
  /** The same figure by the simplest method, and by a peer, both run here. */
  floor?: { name: string; value: number };
  peer?: { name: string; value: number };
  note?: string;
}

/** A report of its own under `docs/measured/`. */
export type Part = "text" | "listings" | "pictures";

export interface Evaluation {
  /** Folder of the set, and the name for `--only`. */
  set: string;
  title: string;
  /** Where anybody can get it, and its licence. */
  source: string;
  /** The texts are our own, in `evals/texts`, so nothing has to be fetched. */
  own?: true;
  /** Which report it stands in: what the text detectors see, or what the market shows of ads. `text` unless said. */
  part?: Part;
  /** Other folders that it reads. */
  also?: readonly string[];
  run(data: DataSet): Row[] | Promise<Row[]>;
}

/** The folder of all data sets. */
export class DataSet {
  readonly folder: string;
  readonly set: string;

  constructor(folder: string, set: string) {
    this.folder = folder;
    this.set = set;
  }

  static missing(folder: string, evaluation: Evaluation): string | undefined {
    const read = [...(evaluation.own ? [] : [evaluation.set]), ...(evaluation.also ?? [])];
    return read.find((set) => !existsSync(join(folder, set)));
  }

  /** Path of a file; a path that begins with `../` is of another set. */
  path(file: string): string {
    return join(this.folder, this.set, file);
  }

  text(file: string): string {
    return readFileSync(this.path(file), "utf8");
  }

  /** Rows of a JSON Lines file; `tune/data.jsonl` unless named. The caller knows their shape. */
  rows<T>(file = "tune/data.jsonl"): T[] {
    return this.text(file)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as T);
  }
}

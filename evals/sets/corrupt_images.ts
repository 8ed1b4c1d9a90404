import { existsSync } from "node:fs";
import type { Evaluation, Row } from "../evaluation.ts";
import { filesUnder, type Looked, lookAtAll, type ReadAll, readAll } from "../pictures.ts";

/** Every file is answered: with its problem, or decoded; the decoder was neither stopped nor did it crash. */
function answered(task: string, looked: readonly Looked[], memory: { first: number; last: number; most: number }): Row {
  const failed = looked.filter((one) => one.reason !== undefined);
  const problems = new Map<string, number>();
  for (const { look } of looked) {
    const problem = look ? (look.picture_file.problem ?? "decoded") : "stopped";
    problems.set(problem, (problems.get(problem) ?? 0) + 1);
  }
  const slowest = Math.max(...looked.map(({ ms }) => ms)).toFixed(0);
  const shown = [...problems].map(([problem, n]) => `${problem} ${n}`).join(", ");
  const held = `decoder ${memory.first.toFixed(0)} → ${memory.last.toFixed(0)} MB, at most ${memory.most.toFixed(0)}`;
  return {
    task,
    n: looked.length,
    other: { name: "answered by the decoder", value: 1 - failed.length / looked.length },
    bar: { of: "other", value: 1 },
    note: `${shown}; slowest ${slowest} ms; ${held}`,
  };
}

/** The same of the process that reads: text, metadata and nudity each end in a value or a reason. */
function read(task: string, { all, memory }: ReadAll): Row {
  const stopped = all.filter((one) => one.reason !== undefined);
  const results = all.flatMap((one) => Object.values(one.read ?? {}));
  const done = results.filter(({ state }) => state === "done").length;
  const slowest = Math.max(...all.map(({ ms }) => ms)).toFixed(0);
  const held = `reader ${memory.first.toFixed(0)} → ${memory.last.toFixed(0)} MB, at most ${memory.most.toFixed(0)}`;
  const reasons = [...new Set(stopped.map(({ reason }) => reason))].join(", ");
  return {
    task,
    n: all.length,
    other: { name: "answered by the reader", value: 1 - stopped.length / all.length },
    bar: { of: "other", value: 1 },
    note: `${done} measurements, ${results.length - done} reasons${reasons && `; ${reasons}`}; slowest ${slowest} ms; ${held}`,
  };
}

export const evaluation: Evaluation = {
  set: "corrupt_images",
  part: "pictures",
  title: "Damaged and hostile pictures",
  source:
    "Wormnest/imagetestsuite, lunapaint/pngsuite, libjpeg-turbo/seed-corpora (GitHub); bombs and polyglots made by the project.",
  also: ["hostile"],
  async run(data) {
    const files = data.rows<{ file: string; label: string }>("tune/files.jsonl");
    const { looked, memory } = await lookAtAll(files.map(({ file }) => data.path(`raw/${file}`)));
    const problemOf = (i: number) => looked[i]?.look?.picture_file.problem;
    const labelled = (label: string) => files.flatMap((file, i) => (file.label === label ? [i] : []));
    const must = labelled("must_decode");
    const mustNot = labelled("must_reject");
    const rows: Row[] = [
      answered("damaged files answered", looked, memory),
      {
        task: "sound PNGs taken",
        n: must.length,
        recall: must.filter((i) => problemOf(i) === undefined).length / must.length,
        bar: { of: "recall", value: 1 },
        note: must
          .flatMap((i) => (problemOf(i) ? [`${files[i]!.file.split("/").at(-1)}: ${problemOf(i)}`] : []))
          .join(", "),
      },
      {
        task: "unsound PNGs refused",
        n: mustNot.length,
        recall: mustNot.filter((i) => problemOf(i) !== undefined).length / mustNot.length,
        note: mustNot.flatMap((i) => (problemOf(i) ? [] : [`${files[i]!.file.split("/").at(-1)}`])).join(", "),
      },
    ];
    for (const folder of ["../hostile/own/images", "../hostile/image-seeds"]) {
      if (!existsSync(data.path(folder))) continue;
      const hostile = await lookAtAll(filesUnder(data.path(folder)));
      rows.push(answered(`${folder.slice(3)} answered`, hostile.looked, hostile.memory));
      rows.push(
        read(`${folder.slice(3)} read for text, metadata and nudity`, await readAll(filesUnder(data.path(folder)))),
      );
    }
    const third = files.filter((_, i) => i % 3 === 0).map(({ file }) => data.path(`raw/${file}`));
    rows.push(read("every third damaged file, read for text, metadata and nudity", await readAll(third)));
    const again = files.filter((_, i) => i % 2 === 0).map(({ file }) => data.path(`raw/${file}`));
    const many = Array.from({ length: 8 }, () => again).flat();
    const long = await lookAtAll(many);
    rows.push(answered("the same again, over and over: memory does not grow", long.looked, long.memory));
    return rows;
  },
};

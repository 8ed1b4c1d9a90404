/** The functions of conditions: one table, from which calls are compiled, names are suggested and the documentation is made. */
import { limits } from "./limits.ts";
import {
  charAt,
  codePointLength,
  formatNumber,
  indexIn,
  join,
  lastIndexIn,
  lowerAscii,
  parseBool,
  parseNumber,
  replace,
  split,
  substring,
  trim,
  upperAscii,
} from "./text.ts";
import { formatDuration, formatTimestamp, parseDuration, parseTimestamp, timePart, timeParts } from "./time.ts";
import { bool, double, duration, dyn, listOf, mapOf, string, type Type, timestamp } from "./types.ts";
import {
  type Duration,
  type Evaluation,
  Failure,
  instant,
  isList,
  isMap,
  keysOf,
  outOfSteps,
  span,
  spend,
  type Timestamp,
  tooLong,
  type Value,
} from "./value.ts";

/** One way to call a function. */
export interface Overload {
  name: string;
  /** Type of what stands before the dot; absent for `size(x)`. */
  on?: Type;
  parameters: readonly Type[];
  returns: Type;
  summary: string;
  /** Arguments have the declared types; receiver first. Returns `Failure` or `Unknown` and never throws. */
  run(e: Evaluation, a: Value, b: Value, c: Value, d: Value): Value;
}

const failure = (why: string) => new Failure(why);
const noTime = failure("the text is no RFC 3339 time");
const noDuration = failure("the text is no duration");
const noZone = failure("there is no such time zone");

const overloads: Overload[] = [];

function member(
  on: Type,
  name: string,
  parameters: Type[],
  returns: Type,
  summary: string,
  run: Overload["run"],
): void {
  overloads.push({ name, on, parameters, returns, summary, run });
}
function free(name: string, parameters: Type[], returns: Type, summary: string, run: Overload["run"]): void {
  overloads.push({ name, parameters, returns, summary, run });
}
/** A function that goes through a text character by character. */
function ofText(
  name: string,
  parameters: Type[],
  returns: Type,
  summary: string,
  run: (s: string, ...more: Value[]) => Value,
) {
  member(string, name, parameters, returns, summary, (e, s, ...more) => {
    return spend(e, (s as string).length << 1) ? run(s as string, ...more) : outOfSteps;
  });
}
/** A function that looks for one text in another: in the worst case its time grows with both lengths. */
function search(
  name: string,
  parameters: Type[],
  returns: Type,
  summary: string,
  run: (s: string, needle: string, more: Value) => Value,
) {
  member(string, name, parameters, returns, summary, (e, s, needle, more) => {
    const { length } = needle as string;
    if (length > limits.needleLength) return tooLong;
    return spend(e, (s as string).length * (1 + (length >> 6))) ? run(s as string, needle as string, more) : outOfSteps;
  });
}

search("contains", [string], bool, "whether the text holds another, letter by letter", (s, part) => s.includes(part));
search("startsWith", [string], bool, "whether the text begins with another", (s, part) => s.startsWith(part));
search("endsWith", [string], bool, "whether the text ends with another", (s, part) => s.endsWith(part));
ofText("lowerAscii", [], string, "the text with A–Z made small", lowerAscii);
ofText("upperAscii", [], string, "the text with a–z made capital", upperAscii);
ofText("lower", [], string, "the text in small letters of any script (not in CEL's standard)", (s) => s.toLowerCase());
ofText("trim", [], string, "the text without white space at both ends", trim);
ofText("charAt", [double], string, "the character at an index from 0", (s, i) => charAt(s, i as number));
ofText("substring", [double], string, "the text from an index on", (s, from) => substring(s, from as number));
ofText(
  "substring",
  [double, double],
  string,
  "the text from an index up to another, which is left out",
  (s, from, to) => substring(s, from as number, to as number),
);
search("indexOf", [string], double, "index from 0 of the first place where it stands, or -1", (s, part) =>
  indexIn(s, part, 0),
);
search("indexOf", [string, double], double, "the same, from an index on", (s, part, from) =>
  indexIn(s, part, from as number),
);
search("lastIndexOf", [string], double, "index from 0 of the last place where it stands, or -1", (s, part) =>
  lastIndexIn(s, part),
);
search("lastIndexOf", [string, double], double, "the same, up to an index", (s, part, to) =>
  lastIndexIn(s, part, to as number),
);
ofText("replace", [string, string], string, "every place of a text replaced by another", (s, from, to) =>
  replace(s, from as string, to as string, -1),
);
ofText("replace", [string, string, double], string, "the first n places replaced", (s, from, to, n) =>
  replace(s, from as string, to as string, n as number),
);
ofText("split", [string], listOf(string), "the parts between a separator", (s, by) => split(s, by as string, -1));
ofText("split", [string, double], listOf(string), "at most n parts", (s, by, n) => split(s, by as string, n as number));
for (const parameters of [[], [string]]) {
  member(
    listOf(string),
    "join",
    parameters,
    string,
    "one text of all, with a separator between",
    (e, list, separator) => join(e, list as readonly Value[], typeof separator === "string" ? separator : ""),
  );
}

const size: Overload["run"] = (e, value) => {
  if (typeof value === "string") return spend(e, value.length) ? codePointLength(value) : outOfSteps;
  if (isList(value)) return value.length;
  return isMap(value) ? (spend(e, 64) ? keysOf(value).length : outOfSteps) : failure("it has no size");
};
for (const type of [string, listOf(dyn), mapOf(dyn)]) {
  const summary = type === string ? "number of characters" : "number of elements";
  free("size", [type], double, summary, size);
  member(type, "size", [], double, summary, size);
}

/** Reading a number or a time out of a text takes a few µs. */
const parseCost = 256;
free("dyn", [dyn], dyn, "the same value, its type known only when it runs", (_, value) => value);
free("string", [string], string, "the text itself", (_, value) => value);
free("string", [double], string, "a number as text", (_, value) => formatNumber(value as number));
free("string", [bool], string, "true or false as text", (_, value) => String(value));
free("string", [timestamp], string, "a time as RFC 3339", (_, value) => formatTimestamp((value as Timestamp).ms));
free("string", [duration], string, "a duration in seconds, such as 90s", (_, value) =>
  formatDuration((value as Duration).ms),
);
free("double", [double], double, "the number itself", (_, value) => value);
free("double", [string], double, "the number that a text says", (e, value) =>
  spend(e, parseCost) ? parseNumber(value as string) : outOfSteps,
);
free("bool", [bool], bool, "the value itself", (_, value) => value);
free("bool", [string], bool, "the text true or false as a value", (_, value) => parseBool(value as string));
free("timestamp", [string], timestamp, "a time from RFC 3339", (e, value) => {
  if (!spend(e, parseCost)) return outOfSteps;
  const ms = parseTimestamp(value as string);
  return ms === undefined ? noTime : instant(ms);
});
free("timestamp", [timestamp], timestamp, "the time itself", (_, value) => value);
free("timestamp", [double], timestamp, "a time from seconds since 1970", (_, value) =>
  instant((value as number) * 1000),
);
free("duration", [string], duration, 'a length of time, such as "36h", "1h30m", "0.5s"', (e, value) => {
  if (!spend(e, parseCost)) return outOfSteps;
  const ms = parseDuration(value as string);
  return ms === undefined ? noDuration : span(ms);
});
free("duration", [duration], duration, "the duration itself", (_, value) => value);

for (const [name, summary] of Object.entries(timeParts)) {
  member(
    timestamp,
    name,
    [],
    double,
    `${summary}, in UTC`,
    (_, value) => timePart(name, (value as Timestamp).ms, "UTC") ?? noZone,
  );
  member(
    timestamp,
    name,
    [string],
    double,
    `${summary}, in a time zone such as "Europe/Paris" or "+02:00"`,
    // Asking for a zone that does not exist takes 20 µs.
    (e, value, zone) => {
      if (!spend(e, 1 << 13)) return outOfSteps;
      return timePart(name, (value as Timestamp).ms, zone as string) ?? noZone;
    },
  );
}
const durationParts = { getHours: 3_600_000, getMinutes: 60_000, getSeconds: 1000 } as const;
for (const [name, unit] of Object.entries(durationParts)) {
  const summary = `the whole duration in ${name.slice(3).toLowerCase()}, cut to a whole number`;
  member(duration, name, [], double, summary, (_, value) => Math.trunc((value as Duration).ms / unit));
}
member(duration, "getMilliseconds", [], double, "the milliseconds within the last second", (_, value) => {
  return Math.trunc((value as Duration).ms % 1000);
});

const arithmetic: Record<string, [string, (x: number) => number | boolean]> = {
  abs: ["the number without its sign", Math.abs],
  ceil: ["rounded up", Math.ceil],
  floor: ["rounded down", Math.floor],
  // Math.round takes halves up; CEL takes them away from zero.
  round: ["rounded to the nearest, halves away from zero", (x) => Math.sign(x) * Math.round(Math.abs(x))],
  trunc: ["cut to a whole number", Math.trunc],
  sign: ["-1, 0 or 1", Math.sign],
  sqrt: ["square root", Math.sqrt],
  isNaN: ["whether it is not a number", Number.isNaN],
  isInf: ["whether it is infinite", (x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY],
  isFinite: ["whether it is finite", Number.isFinite],
};
for (const [name, [summary, run]] of Object.entries(arithmetic)) {
  free(`math.${name}`, [double], name.startsWith("is") ? bool : double, summary, (_, x) => run(x as number));
}
for (const [name, pick] of [
  ["greatest", Math.max],
  ["least", Math.min],
] as const) {
  const summary = `the ${name} of the numbers`;
  for (let n = 1; n <= 4; n++) {
    free(`math.${name}`, Array(n).fill(double), double, summary, (_, ...values) =>
      pick(...(values.slice(0, n) as number[])),
    );
  }
  free(`math.${name}`, [listOf(double)], double, `${summary} in a list`, (e, list) => {
    if (!spend(e, (list as Value[]).length << 2)) return outOfSteps;
    const numbers = (list as Value[]).filter((value) => typeof value === "number");
    return numbers.length > 0 && numbers.length === (list as Value[]).length
      ? numbers.reduce((a, b) => pick(a, b))
      : failure("the list is empty or holds something else than numbers");
  });
}

/** Every function, by name; those of `math` under `math.<name>`. */
export const functions: ReadonlyMap<string, readonly Overload[]> = Map.groupBy(overloads, (overload) => overload.name);

/** CEL's conformance tests, run against the condition language; what does not apply to our subset says why. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileExpression } from "../src/condition/compile.ts";
import type { Scope } from "../src/condition/scope.ts";
import { dyn } from "../src/condition/types.ts";
import { Duration, Evaluation, equal, Failure, Stuck, Timestamp, type Value } from "../src/condition/value.ts";
import type { PolicyInput } from "../src/decision.ts";
import { child, children, type Message, parseTextproto, scalar } from "./textproto.ts";

export interface Result {
  /** `file/section/test`. */
  name: string;
  expression: string;
  /** Why it does not apply to the subset. */
  leftOut?: string;
  passed: boolean;
  /** What went wrong. */
  detail?: string;
}

export function runConformance(folder: string): Result[] {
  const results: Result[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".textproto"))
    .sort()) {
    const suite = parseTextproto(readFileSync(join(folder, file), "utf8"));
    for (const section of children(suite, "section")) {
      for (const test of children(section, "test")) {
        const name = [file.replace(".textproto", ""), scalar(section, "name"), scalar(test, "name")].join("/");
        results.push(run(name, test));
      }
    }
  }
  return results;
}

/** Whole files about what the subset does not have. */
const leftOutFiles: Record<string, string> = {
  bindings_ext: "cel.bind",
  block_ext: "cel.block",
  dynamic: "protobuf messages",
  encoders_ext: "bytes",
  enums: "protobuf enums",
  macros2: "macros with two variables",
  namespace: "containers and qualified names",
  network_ext: "network addresses",
  optionals: "optional values",
  proto2: "protobuf messages",
  proto2_ext: "protobuf messages",
  proto3: "protobuf messages",
  wrappers: "protobuf messages",
};

/** Constructs by how they are written in the expression. */
const leftOutSyntax: [RegExp, string][] = [
  [/\bTestAllTypes\b|\bGlobalEnum\b|\bgoogle\.protobuf\b|\bNestedMessage\b|cel\.expr/, "protobuf messages"],
  [/(^|[^\w'"\\])[bB][rR]?("|')/, "bytes"],
  [/\bbytes\(/, "bytes"],
  [/(^|[^\w.'"])(0x[0-9a-fA-F]+|\d+)[uU]\b/, "unsigned numbers"],
  [/\buint\(/, "unsigned numbers"],
  [/\bint\(/, "whole numbers as a type of their own"],
  [/\btype\(|== (int|uint|double|string|bool|list|map|type|null_type|bytes)\b/, "types as values"],
  [/^(int|uint|double|string|bool|list|map|type|null_type|bytes)$/, "types as values"],
  [/\.\?|\[\?|\boptional\./, "optional values"],
  [/\.format\(|strings\.quote|\.reverse\(/, "format, quote and reverse"],
  [/math\.bit|math\.\w+\(.*\b(9223372036854775807|9223372036854775808)/, "bit operations and 64-bit limits"],
  [/transformList|transformMap|existsOne/, "macros with two variables"],
  [/(^|[^\w)\]}'"])\.[A-Za-z_]/, "names with a leading dot"],
  [/`/, "quoted field names"],
  [/\d{17,}|9007199254740992|5000000000\)? \* /, "whole numbers beyond 2^53"],
  [/\d\.0 ?\/ ?0\.0|\d\.75 \/ 0\.0/, "dividing by zero gives an error, not an infinite number"],
  [/math\.(ceil|floor|round|trunc)\(dyn\(1\)\)/, "whole numbers as a type of their own"],
  [/(^|[\s(])\.\d/, "numbers that begin with a dot"],
  [/\.\d{4,}Z|\dns\b/, "times beyond the millisecond"],
];

function run(name: string, test: Message): Result {
  const expression = scalar(test, "expr") ?? "";
  const leftOut = whyLeftOut(name, expression, test);
  if (leftOut) return { name, expression, leftOut, passed: false };
  const roots: Record<string, Scope["roots"][string]> = {};
  for (const declared of children(test, "type_env")) {
    roots[scalar(declared, "name")!] = { type: dyn, value: () => undefined };
  }
  for (const binding of children(test, "bindings")) {
    const value = protoValue(child(child(binding, "value"), "value"));
    if (value === undefined)
      return { name, expression, leftOut: "a binding that the subset cannot hold", passed: false };
    roots[scalar(binding, "key")!] = { type: dyn, value: () => value };
  }
  return {
    name,
    expression,
    ...judge(test, expression, { kind: "test", roots, detectors: new Map(), lists: new Set() }),
  };
}

function judge(test: Message, expression: string, scope: Scope): Pick<Result, "passed" | "detail" | "leftOut"> {
  const expectsError = test.has("eval_error");
  const compiled = compileExpression(expression, scope);
  if (Array.isArray(compiled)) {
    if (!expectsError && test.has("disable_check")) return { passed: false, leftOut: "running without being checked" };
    const detail = compiled.map(({ message }) => message).join("; ");
    return { passed: expectsError, detail: `refused when saved: ${detail}` };
  }
  const input = { signals: [], pending: [], history: {}, lists: {} } as unknown as PolicyInput;
  const value = compiled.run(new Evaluation(input));
  if (expectsError) return { passed: value instanceof Failure, detail: `expected an error, got ${shown(value)}` };
  const message = child(test, "value") ?? child(child(test, "typed_result"), "result");
  const expected = message ? protoValue(message) : true;
  if (expected === undefined) return { passed: false, leftOut: "an expected value that the subset cannot hold" };
  return { passed: same(value, expected), detail: `expected ${shown(expected)}, got ${shown(value)}` };
}

function same(value: Value, expected: Value): boolean {
  if (typeof value === "number" && typeof expected === "number") {
    return Object.is(value, expected) || value === expected;
  }
  return equal(value, expected, new Evaluation({ signals: [], pending: [] } as unknown as PolicyInput)) === true;
}

const shown = (value: Value): string => {
  if (value instanceof Stuck) return `${value.constructor.name} (${value.why})`;
  return JSON.stringify(value instanceof Map ? [...value] : value);
};

function whyLeftOut(name: string, expression: string, test: Message): string | undefined {
  const file = leftOutFiles[name.split("/")[0]!];
  if (file) return file;
  if (test.has("check_only") || scalar(test, "container") || name.includes("/qualified_identifier_resolution/"))
    return "containers and qualified names";
  return leftOutSyntax.find(([pattern]) => pattern.test(expression))?.[1] ?? leftOutTests[name];
}

/** Single tests whose meaning differs on purpose. */
const leftOutTests: Record<string, string> = {
  "fields/map_fields/map_key_float": "every number is a double, so a double is a key",
};

/** A `cel.expr.Value`; `undefined` when the subset has no such value. */
function protoValue(message: Message | undefined): Value | undefined {
  const [kind, values] = [...(message ?? [])][0] ?? [];
  const value = values?.[0];
  if (kind === undefined || value === undefined) return undefined;
  switch (kind) {
    case "int64_value":
    case "uint64_value": {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : undefined;
    }
    case "double_value":
      return value === "inf" ? Number.POSITIVE_INFINITY : value === "-inf" ? Number.NEGATIVE_INFINITY : Number(value);
    case "string_value":
      return String(value);
    case "bool_value":
      return value === "true";
    case "null_value":
      return null;
    case "list_value":
      return collect(children(value as Message, "values").map(protoValue));
    case "map_value": {
      const map = new Map<Value, Value>();
      for (const entry of children(value as Message, "entries")) {
        const [k, v] = [protoValue(child(entry, "key")), protoValue(child(entry, "value"))];
        if (k === undefined || v === undefined) return undefined;
        map.set(k, v);
      }
      return map;
    }
    case "object_value":
      return wellKnown(value as Message);
    default:
      return undefined;
  }
}

const collect = (values: (Value | undefined)[]) =>
  values.every((value) => value !== undefined) ? (values as Value[]) : undefined;

/** Times and durations; other messages are not in the subset. */
function wellKnown(message: Message): Value | undefined {
  const [name, [value] = []] = [...message][0] ?? [];
  if (!(value instanceof Map)) return undefined;
  const nanos = Number(scalar(value, "nanos") ?? 0);
  if (nanos % 1_000_000 !== 0) return undefined;
  const ms = Number(scalar(value, "seconds") ?? 0) * 1000 + nanos / 1_000_000;
  if (name?.includes("google.protobuf.Timestamp")) return new Timestamp(ms);
  return name?.includes("google.protobuf.Duration") ? new Duration(ms) : undefined;
}

// `node packages/policy/test/conformance.ts [FOLDER]`: how many tests apply and pass, and why the others are left out.
if (import.meta.main) {
  const results = runConformance(process.argv[2] ?? "../shared/data/cel_conformance/raw");
  const applying = results.filter(({ leftOut }) => leftOut === undefined);
  console.log(
    `${results.length} tests, ${applying.length} apply, ${applying.filter(({ passed }) => passed).length} pass`,
  );
  for (const { name, expression, detail, passed } of applying)
    if (!passed) console.log(`${name}: ${expression}: ${detail}`);
  const leftOut = Map.groupBy(
    results.filter((result) => result.leftOut !== undefined),
    (result) => result.leftOut!,
  );
  for (const [why, tests] of leftOut) console.log(`${String(tests.length).padStart(5)} left out: ${why}`);
}

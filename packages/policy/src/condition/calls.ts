/** Calls of functions: the overload is chosen by type when the condition is loaded, or when it runs where a type is not known. */
import { RE2JS, RE2JSException } from "re2js";
import { nearest, oneOf } from "../mistake.ts";
import { type Compiler, mistaken, type Typed } from "./compiler.ts";
import { functions, type Overload } from "./functions.ts";
import { limits } from "./limits.ts";
import { compileMacro, macros } from "./macros.ts";
import { compileHas } from "./names.ts";
import type { ASTNode } from "./syntax.ts";
import { bool, dyn, fits, string, type Type, typeName } from "./types.ts";
import {
  Duration,
  isList,
  isMap,
  outOfSteps,
  type Run,
  Stuck,
  stuck,
  Timestamp,
  tooLong,
  type Value,
} from "./value.ts";

type Call = Extract<ASTNode, { op: "call" }>;
type MemberCall = Extract<ASTNode, { op: "rcall" }>;

export function compileCall(compiler: Compiler, node: Call): Typed {
  const [name, args] = node.args;
  if (name === "has") return compileHas(compiler, node, args);
  const candidates = (functions.get(name) ?? []).filter((overload) => overload.on === undefined);
  if (candidates.length === 0) return unknownFunction(compiler, node, name, functions.get(name)?.[0], node.start);
  return choose(compiler, node, name, candidates, args);
}

export function compileMemberCall(compiler: Compiler, node: MemberCall): Typed {
  const [name, receiver, args] = node.args;
  if (receiver.op === "id" && receiver.args === "math" && functions.has(`math.${name}`)) {
    return choose(compiler, node, `math.${name}`, functions.get(`math.${name}`)!, args);
  }
  if (Object.hasOwn(macros, name)) return compileMacro(compiler, node);
  if (name === "matches") return compileMatches(compiler, node);
  const candidates = (functions.get(name) ?? []).filter((overload) => overload.on !== undefined);
  if (candidates.length === 0) return unknownFunction(compiler, node, name, functions.get(name)?.[0], receiver.end);
  return choose(compiler, node, name, candidates, [receiver, ...args]);
}

const leftOut: ReadonlyMap<string, string> = new Map(
  Object.entries({
    int: "all numbers are doubles: leave it out, or use math.trunc(…)",
    uint: "all numbers are doubles: leave it out, or use math.trunc(…)",
    bytes: "conditions have no bytes",
    type: "types are checked when the policy is saved",
    matches: 'it is written text.matches("pattern")',
  }),
);

function unknownFunction(
  compiler: Compiler,
  node: Call | MemberCall,
  name: string,
  other: Overload | undefined,
  from: number,
): Typed {
  const dot = node.op === "call" ? "" : ".";
  const at = node.input.indexOf(name, from);
  const place = { start: at, end: at + name.length };
  const shown = dot === "" ? name : `.${name}`;
  if (other) {
    const usage = dot === "" ? `x.${name}(…)` : `${name}(…)`;
    return mistaken(compiler, place, "unknown_function", `${shown}() is written ${usage}`);
  }
  const reason = leftOut.get(name);
  if (reason) return mistaken(compiler, place, "not_in_subset", `conditions have no ${shown}(): ${reason}`);
  const same = [...functions]
    .filter(([, [first]]) => (first!.on !== undefined) === (dot !== ""))
    .map(([known]) => known);
  const known = dot === "" ? [...same, "has"] : [...same, ...Object.keys(macros), "matches"];
  const alias = new Map(
    Object.entries({
      toLowerCase: "lower",
      toLower: "lower",
      length: "size",
      includes: "contains",
      any: "exists",
    }),
  );
  const near = alias.get(name) ?? nearest(name, known);
  const hint = near ? `; did you mean "${near}"?` : `; known: ${oneOf(known, 30)}`;
  return mistaken(compiler, place, "unknown_function", `unknown function ${shown}()${hint}`);
}

function choose(
  compiler: Compiler,
  node: ASTNode,
  name: string,
  candidates: readonly Overload[],
  args: readonly ASTNode[],
): Typed {
  const typed = args.map((arg) => compiler.expression(arg));
  const fitting = candidates.filter((overload) => {
    const wanted = signature(overload);
    return wanted.length === typed.length && wanted.every((type, i) => fits(typed[i]!.type, type));
  });
  if (fitting.length === 0) {
    const given = typed.map(({ type }) => typeName(type)).join(", ");
    const usage = [...new Set(candidates.map(shown))].slice(0, 4).join(" or ");
    return mistaken(compiler, node, "wrong_type", `${name}() does not take (${given}); it is ${usage}`);
  }
  const returns = fitting.every((overload) => overload.returns.is === fitting[0]!.returns.is)
    ? fitting[0]!.returns
    : dyn;
  return {
    type: returns,
    run: call(
      fitting,
      typed.map(({ run }) => run),
    ),
  };
}

const signature = (overload: Overload): readonly Type[] =>
  overload.on ? [overload.on, ...overload.parameters] : overload.parameters;

/** `text.contains(string)`: how a function is called, for messages and documentation. */
function shown(overload: Overload): string {
  const parameters = overload.parameters.map(typeName).join(", ");
  return `${overload.on ? `${typeName(overload.on)}.` : ""}${overload.name}(${parameters})`;
}

function call(overloads: readonly Overload[], runs: readonly Run[]): Run {
  const [first, second, third, fourth] = runs;
  const signatures = overloads.map(signature);
  if (overloads.length === 1 && runs.length === 2) return callOfTwo(overloads[0]!, first!, second!);
  return (e) => {
    const a = first ? first(e) : null;
    const b = second ? second(e) : null;
    const c = third ? third(e) : null;
    const d = fourth ? fourth(e) : null;
    if (a instanceof Stuck || b instanceof Stuck || c instanceof Stuck || d instanceof Stuck) return stuck(a, b, c, d);
    const values = [a, b, c, d];
    for (let i = 0; i < overloads.length; i++) {
      if (signatures[i]!.every((type, n) => isA(values[n]!, type))) return overloads[i]!.run(e, a, b, c, d);
    }
    return stuck(a);
  };
}

/** The usual case, `text.contains("…")`, without making lists. */
function callOfTwo(overload: Overload, first: Run, second: Run): Run {
  const [a, b] = signature(overload) as [Type, Type];
  const { run } = overload;
  return (e) => {
    const one = first(e);
    const other = second(e);
    return isA(one, a) && isA(other, b) ? run(e, one, other, null, null) : stuck(one, other);
  };
}

function isA(value: Value, type: Type): boolean {
  switch (type.is) {
    case "double":
      return typeof value === "number";
    case "string":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    case "list":
      return isList(value);
    case "map":
    case "object":
      return isMap(value);
    case "timestamp":
      return value instanceof Timestamp;
    case "duration":
      return value instanceof Duration;
    case "null":
      return value === null;
    default:
      return !(value instanceof Stuck);
  }
}

/**
 * `text.matches("pattern")`, anywhere in the text, in time linear in the text: re2js, never the engine's own RegExp, which
 * takes exponential time on some patterns. The pattern stands in the condition, so that it is checked when it is saved.
 */
function compileMatches(compiler: Compiler, node: MemberCall): Typed {
  const [, receiver, args] = node.args;
  const text = compiler.expression(receiver);
  const [argument] = args;
  if (!fits(text.type, string)) {
    return mistaken(
      compiler,
      receiver,
      "wrong_type",
      `.matches() looks into a string, not into a ${typeName(text.type)}`,
    );
  }
  if (args.length !== 1 || argument?.op !== "value" || typeof argument.args !== "string") {
    const message = 'the pattern of .matches() is written out: text.matches("[0-9]{4}"); for many words use a list';
    return mistaken(compiler, argument ?? node, "pattern", message);
  }
  const pattern = compilePattern(argument.args);
  if (typeof pattern === "string") return mistaken(compiler, argument, "pattern", pattern);
  const program = pattern.programSize();
  return {
    type: bool,
    run: (e) => {
      const value = text.run(e);
      if (typeof value !== "string") return stuck(value);
      if (value.length > limits.textLength) return tooLong;
      e.steps -= 1 + ((value.length * program) >> 3);
      return e.steps < 0 ? outOfSteps : pattern.test(value);
    },
  };
}

function compilePattern(source: string): RE2JS | string {
  if (source.length > limits.patternLength) {
    return `the pattern has ${source.length} characters; at most ${limits.patternLength} are allowed: put words into a list`;
  }
  try {
    const pattern = RE2JS.compile(source);
    if (pattern.programSize() <= limits.patternProgram) return pattern;
    return `the pattern is too large (${pattern.programSize()} instructions, at most ${limits.patternProgram}): lower the numbers in {…}`;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    if (/\(\?<?[=!]/.test(source)) {
      return "the pattern looks ahead or behind with (?=…): that cannot be done in linear time; use two conditions";
    }
    if (/\\[1-9]/.test(source)) return "the pattern refers back with \\1: that cannot be done in linear time";
    return `the pattern cannot be read: ${error.message.replace("error parsing regexp: ", "")}`;
  }
}

/** Literals, logic, comparison, arithmetic. */
import { didYouMean } from "../mistake.ts";
import { type Compiler, constant, mistaken, type Typed } from "./compiler.ts";
import { limits } from "./limits.ts";
import type { ASTNode } from "./syntax.ts";
import {
  bool,
  comparable,
  double,
  duration,
  dyn,
  fits,
  join,
  listOf,
  mapOf,
  nothing,
  string,
  type Type,
  timestamp,
  typeName,
} from "./types.ts";
import {
  compare,
  Duration,
  type Evaluation,
  entry,
  equal,
  Failure,
  holds,
  instant,
  isList,
  isMap,
  outOfSteps,
  type Run,
  Stuck,
  span,
  spend,
  stuck,
  Timestamp,
  tooLong,
  Unknown,
  type Value,
} from "./value.ts";

type Node<Op extends ASTNode["op"]> = Extract<ASTNode, { op: Op }>;
type BinaryNode = Node<"==" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%" | "in">;

export function compileLiteral(compiler: Compiler, node: Node<"value">): Typed {
  const value = node.args;
  switch (typeof value) {
    case "string":
      return constant({ is: "string", values: [value] }, value);
    case "boolean":
      return constant(bool, value);
    case "number":
      return constant(double, value);
    case "bigint": {
      const number = Number(value);
      if (Number.isSafeInteger(number)) return constant(double, number);
      return mistaken(compiler, node, "number_too_large", `numbers are exact up to ${Number.MAX_SAFE_INTEGER} only`);
    }
  }
  if (value === null) return constant(nothing, null);
  const [kind, cure] =
    value instanceof Uint8Array ? ["bytes", "write the text without the b"] : ["unsigned numbers", "leave the u out"];
  return mistaken(compiler, node, "not_in_subset", `conditions have no ${kind}: ${cure}`);
}

export function compileList(compiler: Compiler, node: Node<"list">): Typed {
  const elements = node.args.map((element) => compiler.expression(element));
  const of = elements.length === 0 ? dyn : elements.map((element) => element.type).reduce(join);
  if (elements.every((element) => element.constant !== undefined)) {
    return constant(listOf(of), Object.freeze(elements.map((element) => element.constant!)));
  }
  const runs = elements.map((element) => element.run);
  return {
    type: listOf(of),
    run: (e) => {
      if (!spend(e, runs.length << 6)) return outOfSteps;
      const values = runs.map((run) => run(e));
      return values.some((value) => value instanceof Stuck) ? stuck(...values) : values;
    },
  };
}

export function compileMap(compiler: Compiler, node: Node<"map">): Typed {
  const entries = node.args.map(([key, value]) => [compiler.expression(key), compiler.expression(value)] as const);
  for (const [i, [key]] of entries.entries()) {
    if (!["string", "double", "bool", "dyn"].includes(key.type.is)) {
      mistaken(compiler, node.args[i]![0], "wrong_type", `a map's key is a string, not a ${typeName(key.type)}`);
    }
  }
  const isEmpty = entries.length === 0;
  const of = isEmpty ? dyn : entries.map(([, value]) => value.type).reduce(join);
  const keys = isEmpty ? dyn : entries.map(([key]) => key.type).reduce(join);
  const twice = new Failure("a map has the same key twice");
  const run: Run = (e) => {
    if (!spend(e, entries.length << 6)) return outOfSteps;
    const map = new Map<Value, Value>();
    for (const [key, value] of entries) {
      const k = key.run(e);
      const v = value.run(e);
      if (k instanceof Stuck || v instanceof Stuck) return stuck(k, v);
      if (typeof k === "object" && k !== null) return stuck(k);
      if (map.has(k)) return twice;
      map.set(k, v);
    }
    return map;
  };
  return { type: mapOf(of, keys), run };
}

/** `&&` and `||` of any length. One `false` (or `true`) decides, whatever the others are; then unknown goes before failure. */
export function compileLogic(compiler: Compiler, node: Node<"&&" | "||">): Typed {
  const operands: ASTNode[] = [];
  let at: ASTNode = node;
  while (at.op === node.op) {
    operands.unshift((at as Node<"&&" | "||">).args[1]);
    at = (at as Node<"&&" | "||">).args[0];
  }
  operands.unshift(at);
  const runs = operands.map((operand) => condition(compiler, operand, `what stands beside ${node.op}`).run);
  const absorbing = node.op === "||";
  if (runs.length === 2) {
    const [left, right] = runs as [Run, Run];
    return {
      type: bool,
      run: (e) => {
        const l = left(e);
        if (l === absorbing) return absorbing;
        const r = right(e);
        if (r === absorbing) return absorbing;
        return typeof l === "boolean" && typeof r === "boolean" ? !absorbing : stuck(l, r);
      },
    };
  }
  return {
    type: bool,
    run: (e) => {
      let without = !absorbing as Value;
      for (const run of runs) {
        const value = run(e);
        if (value === absorbing) return absorbing;
        if (typeof value !== "boolean" && !(without instanceof Unknown)) {
          without = without instanceof Stuck ? stuck(without, value) : stuck(value);
        }
      }
      return without;
    },
  };
}

/** An expression that must be true or false. */
export function condition(compiler: Compiler, node: ASTNode, what: string): Typed {
  const typed = compiler.expression(node);
  if (!fits(typed.type, bool)) {
    mistaken(
      compiler,
      node,
      "not_bool",
      `${what} must be true or false, but this is a ${typeName(typed.type)}${comparisonHint(typed.type)}`,
    );
  }
  return typed;
}

export function comparisonHint(type: Type): string {
  if (type.is === "double") return "; compare it: … > 0";
  if (type.is === "string") return '; compare it: … == "…"';
  if (type.is === "list") return "; use size(…) > 0 or .exists(x, …)";
  return type.is === "object" || type.is === "map" ? "; name one of its fields, or use has(…)" : "";
}

export function compileNot(compiler: Compiler, node: Node<"!_">): Typed {
  const operand = condition(compiler, node.args, "what follows !");
  return {
    type: bool,
    run: (e) => {
      const value = operand.run(e);
      return typeof value === "boolean" ? !value : stuck(value);
    },
  };
}

export function compileMinus(compiler: Compiler, node: Node<"-_">): Typed {
  const operand = compiler.expression(node.args);
  if (!fits(operand.type, double)) {
    return mistaken(compiler, node, "wrong_type", `a ${typeName(operand.type)} cannot be negated with -`);
  }
  if (typeof operand.constant === "number") return constant(double, -operand.constant);
  return {
    type: double,
    run: (e) => {
      const value = operand.run(e);
      return typeof value === "number" ? -value : stuck(value);
    },
  };
}

export function compileTernary(compiler: Compiler, node: Node<"?:">): Typed {
  const test = condition(compiler, node.args[0], "what stands before ?");
  const yes = compiler.expression(node.args[1]);
  const no = compiler.expression(node.args[2]);
  return {
    type: join(yes.type, no.type),
    run: (e) => {
      const value = test.run(e);
      return value === true ? yes.run(e) : value === false ? no.run(e) : stuck(value);
    },
  };
}

export function compileBinary(compiler: Compiler, node: BinaryNode): Typed {
  const left = compiler.expression(node.args[0]);
  const right = compiler.expression(node.args[1]);
  switch (node.op) {
    case "==":
    case "!=":
      return compileEquality(compiler, node, left, right);
    case "in":
      return compileIn(compiler, node, left, right);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compileOrder(compiler, node, left, right);
    default:
      return compileArithmetic(compiler, node, left, right);
  }
}

/** Texts up to this long are compared for nothing. */
const longText = 256;

function compileEquality(compiler: Compiler, node: BinaryNode, left: Typed, right: Typed): Typed {
  const wanted = node.op === "==";
  if (!comparable(left.type, right.type)) {
    const isNull = left.type.is === "null" || right.type.is === "null";
    const cure = isNull ? "; a field is never null, it is there or not: use has(…)" : "";
    const message = `a ${typeName(left.type)} and a ${typeName(right.type)} are never equal${cure}`;
    mistaken(compiler, node, "wrong_type", message);
  }
  checkValue(compiler, node.args[1], left.type, right);
  checkValue(compiler, node.args[0], right.type, left);
  const { run: l } = left;
  const { run: r } = right;
  return {
    type: bool,
    run: (e) => {
      const a = l(e);
      const b = r(e);
      if (typeof a !== "object" && typeof b !== "object") {
        if (typeof a === "string" && a.length > longText && !spend(e, a.length)) return outOfSteps;
        return (a === b) === wanted;
      }
      const same = equal(a, b, e);
      return typeof same === "boolean" ? same === wanted : same;
    },
  };
}

/** A literal that is compared with something that has known values must be one of them. */
function checkValue(compiler: Compiler, place: ASTNode, type: Type, literal: Typed): void {
  if (type.is !== "string" || !type.values || type.values.length < 2 || typeof literal.constant !== "string") return;
  if (type.values.includes(literal.constant)) return;
  const hint = didYouMean(literal.constant, type.values);
  mistaken(
    compiler,
    place,
    "unknown_value",
    `"${literal.constant}" is never its value: it is one of ${type.values.join(", ")}${hint}`,
  );
}

function compileIn(compiler: Compiler, node: BinaryNode, left: Typed, right: Typed): Typed {
  const container = right.type;
  if (container.is !== "list" && container.is !== "map" && container.is !== "object" && container.is !== "dyn") {
    const cure = container.is === "string" ? "; to look into a text use .contains(…)" : "";
    mistaken(
      compiler,
      node.args[1],
      "wrong_type",
      `"in" needs a list on its right, not a ${typeName(container)}${cure}`,
    );
  }
  if (container.is === "list" && !comparable(left.type, container.of)) {
    const message = `a ${typeName(left.type)} is never in a ${typeName(container)}`;
    mistaken(compiler, node, "wrong_type", message);
  }
  if (isList(right.constant)) {
    for (const value of right.constant) {
      if (typeof value === "string") checkValue(compiler, node.args[1], left.type, constant(string, value));
    }
  }
  const { stable } = right;
  return {
    type: bool,
    run: (e) => {
      const value = left.run(e);
      const among = right.run(e);
      if (value instanceof Stuck || among instanceof Stuck) return stuck(value, among);
      if (isMap(among)) return entry(among, value) !== undefined;
      if (!isList(among)) return stuck(among);
      if (typeof value !== "object") {
        if (stable) return holds(among, value);
        return spend(e, among.length << 2) ? among.includes(value) : outOfSteps;
      }
      return anyEqual(among, value, e);
    },
  };
}

const anyEqual = (list: readonly Value[], value: Value, e: Evaluation): Value => {
  for (const element of list) {
    if (--e.steps < 0) return outOfSteps;
    const same = equal(element, value, e);
    if (same !== false) return same;
  }
  return false;
};

const ordered = new Set<Type["is"]>(["double", "string", "bool", "timestamp", "duration", "dyn"]);

function compileOrder(compiler: Compiler, node: BinaryNode, left: Typed, right: Typed): Typed {
  if (!ordered.has(left.type.is) || !ordered.has(right.type.is) || !fits(left.type, right.type)) {
    const message = `a ${typeName(left.type)} cannot be compared with a ${typeName(right.type)} by ${node.op}`;
    return mistaken(compiler, node, "wrong_type", message + numberHint(left, right));
  }
  const { run: l } = left;
  const { run: r } = right;
  const { op } = node;
  const rest = (a: Value, b: Value, e: Evaluation): Value => {
    if (typeof a === "string" && a.length > longText && !spend(e, a.length << 3)) return outOfSteps;
    const order = compare(a, b);
    if (order === undefined) return stuck(a, b);
    return op === "<" ? order < 0 : op === "<=" ? order <= 0 : op === ">" ? order > 0 : order >= 0;
  };
  // The four are written out since nearly every condition of a real policy is one of them on two numbers.
  const runs: Record<string, Run> = {
    "<": (e) => {
      const a = l(e);
      const b = r(e);
      return typeof a === "number" && typeof b === "number" ? a < b : rest(a, b, e);
    },
    "<=": (e) => {
      const a = l(e);
      const b = r(e);
      return typeof a === "number" && typeof b === "number" ? a <= b : rest(a, b, e);
    },
    ">": (e) => {
      const a = l(e);
      const b = r(e);
      return typeof a === "number" && typeof b === "number" ? a > b : rest(a, b, e);
    },
    ">=": (e) => {
      const a = l(e);
      const b = r(e);
      return typeof a === "number" && typeof b === "number" ? a >= b : rest(a, b, e);
    },
  };
  return { type: bool, run: runs[op]! };
}

function numberHint(left: Typed, right: Typed): string {
  for (const { constant: value } of [left, right]) {
    if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) {
      return `; write ${Number(value)} without quotes`;
    }
  }
  const object = [left, right].find(({ type }) => type.is === "object" && Object.hasOwn(type.fields, "amount"));
  return object ? "; did you mean its .amount?" : "";
}

/** What an arithmetic operator gives for two types; the first that fits. */
const arithmetic: Record<string, [Type, Type, Type][]> = {
  "+": [
    [double, double, double],
    [string, string, string],
    [listOf(dyn), listOf(dyn), listOf(dyn)],
    [timestamp, duration, timestamp],
    [duration, timestamp, timestamp],
    [duration, duration, duration],
  ],
  "-": [
    [double, double, double],
    [timestamp, timestamp, duration],
    [timestamp, duration, timestamp],
    [duration, duration, duration],
  ],
  "*": [[double, double, double]],
  "/": [[double, double, double]],
  "%": [[double, double, double]],
};

function compileArithmetic(compiler: Compiler, node: BinaryNode, left: Typed, right: Typed): Typed {
  const { op } = node;
  const overloads = arithmetic[op]!.filter(([a, b]) => fits(left.type, a) && fits(right.type, b));
  if (overloads.length === 0) {
    const message = `a ${typeName(left.type)} and a ${typeName(right.type)} cannot be combined with ${op}`;
    const cure = op === "+" && [left, right].some(({ type }) => type.is === "string") ? "; use string(…)" : "";
    return mistaken(compiler, node, "wrong_type", message + cure);
  }
  const type = overloads.length === 1 ? overloads[0]![2] : dyn;
  const lists = left.type.is === "list" && right.type.is === "list" ? listOf(join(left.type.of, right.type.of)) : type;
  return {
    type: lists,
    run: (e) => {
      const a = left.run(e);
      const b = right.run(e);
      return typeof a === "number" && typeof b === "number" ? numbers(op, a, b) : others(op, a, b, e);
    },
  };
}

const byZero = new Failure("division by zero");
const notWhole = new Failure("% is for whole numbers");

function numbers(op: string, a: number, b: number): Value {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? byZero : a / b;
    default:
      if (!Number.isInteger(a) || !Number.isInteger(b)) return notWhole;
      return b === 0 ? byZero : a % b;
  }
}

function others(op: string, a: Value, b: Value, e: Evaluation): Value {
  if (a instanceof Stuck || b instanceof Stuck) return stuck(a, b);
  const sign = op === "-" ? -1 : 1;
  if (op === "+" && typeof a === "string" && typeof b === "string") {
    if (a.length + b.length > limits.textLength) return tooLong;
    return spend(e, a.length + b.length) ? a + b : outOfSteps;
  }
  if (op === "+" && isList(a) && isList(b)) {
    if (a.length + b.length > limits.listLength) return tooLong;
    return spend(e, a.length + b.length) ? [...a, ...b] : outOfSteps;
  }
  if (op !== "+" && op !== "-") return stuck(a, b);
  if (a instanceof Timestamp && b instanceof Timestamp) return op === "-" ? span(a.ms - b.ms) : stuck(a, b);
  if (a instanceof Timestamp && b instanceof Duration) return instant(a.ms + sign * b.ms);
  if (a instanceof Duration && b instanceof Timestamp) return op === "+" ? instant(a.ms + b.ms) : stuck(a, b);
  if (a instanceof Duration && b instanceof Duration) return span(a.ms + sign * b.ms);
  return stuck(a, b);
}

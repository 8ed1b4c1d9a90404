/** Macros over lists and over the keys of maps: `all`, `exists`, `exists_one`, `filter`, `map`. */
import { type Compiler, mistaken, type Typed } from "./compiler.ts";
import { limits } from "./limits.ts";
import { condition } from "./operators.ts";
import type { ASTNode } from "./syntax.ts";
import { bool, dyn, listOf, string, type Type, typeName } from "./types.ts";
import {
  type Evaluation,
  isList,
  isMap,
  keysOf,
  outOfSteps,
  type Run,
  Stuck,
  stuck,
  tooLong,
  Unknown,
  type Value,
} from "./value.ts";

/** Macro names, with what each does, for messages, completion and documentation. */
export const macros: Readonly<Record<string, string>> = {
  all: "list.all(x, condition): true for every element",
  exists: "list.exists(x, condition): true for one element or more",
  exists_one: "list.exists_one(x, condition): true for exactly one element",
  filter: "list.filter(x, condition): the elements for which it is true",
  map: "list.map(x, value): a list of values, one for each element; list.map(x, condition, value): of those for which it is true",
};

export function compileMacro(compiler: Compiler, node: Extract<ASTNode, { op: "rcall" }>): Typed {
  const [name, receiver, args] = node.args;
  const usage = macros[name]!;
  if (args.length !== 2 && !(name === "map" && args.length === 3)) {
    return mistaken(compiler, node, "syntax", `${name} is written ${usage}`);
  }
  const [variable] = args as [ASTNode, ASTNode];
  if (variable.op !== "id") {
    return mistaken(compiler, variable, "syntax", `the first argument of ${name} is a new name: ${usage}`);
  }
  const over = compiler.expression(receiver);
  const element = elementOf(over.type);
  if (!element) {
    return mistaken(compiler, receiver, "wrong_type", `${name} goes over a list, not over a ${typeName(over.type)}`);
  }
  const isShort = isList(over.constant) && over.constant.length <= limits.shortList;
  if (!isShort && compiler.longMacros > 0) {
    return mistaken(
      compiler,
      node,
      "nested_macros",
      `a macro over a list inside another one: only lists of at most ${limits.shortList} elements, written out, may be nested`,
    );
  }
  const slot = compiler.locals.length;
  compiler.locals.push({ name: variable.args, type: element });
  compiler.longMacros += isShort ? 0 : 1;
  const typed = body(compiler, name, args.slice(1), over.run, slot);
  compiler.longMacros -= isShort ? 0 : 1;
  compiler.locals.pop();
  return typed;
}

function elementOf(type: Type): Type | undefined {
  if (type.is === "list") return type.of;
  if (type.is === "dyn") return dyn;
  if (type.is === "map") return type.key;
  return type.is === "object" ? string : undefined;
}

function body(compiler: Compiler, name: string, args: ASTNode[], over: Run, slot: number): Typed {
  const what = `the condition of ${name}`;
  if (name === "map") {
    const test = args.length === 2 ? condition(compiler, args[0]!, what).run : undefined;
    const value = compiler.expression(args.at(-1)!);
    return { type: listOf(value.type), run: collect(over, slot, test, value.run) };
  }
  const test = condition(compiler, args[0]!, what).run;
  switch (name) {
    case "filter":
      return { type: listOf(compiler.locals[slot]!.type), run: collect(over, slot, test, (e) => e.locals[slot]!) };
    case "exists_one":
      return { type: bool, run: exactlyOne(over, slot, test) };
    default:
      return { type: bool, run: quantify(over, slot, test, name === "exists") };
  }
}

/** What is gone over; a map by its keys. */
function elements(value: Value): readonly Value[] | Stuck {
  if (isList(value)) return value;
  return isMap(value) ? keysOf(value) : stuck(value);
}

function turn(e: Evaluation, slot: number, element: Value | undefined, run: Run): Value {
  if (--e.steps < 0) return outOfSteps;
  e.locals[slot] = element ?? null;
  return run(e);
}

/** `exists` (absorbed by true) and `all` (absorbed by false): as a chain of `||` or `&&`. */
function quantify(over: Run, slot: number, test: Run, absorbing: boolean): Run {
  return (e) => {
    const list = elements(over(e));
    if (list instanceof Stuck) return list;
    let without = !absorbing as Value;
    for (const element of list) {
      const value = turn(e, slot, element, test);
      if (value === absorbing) return absorbing;
      if (value === outOfSteps) return outOfSteps;
      if (typeof value !== "boolean" && !(without instanceof Unknown)) {
        without = without instanceof Stuck ? stuck(without, value) : stuck(value);
      }
    }
    return without;
  };
}

function exactlyOne(over: Run, slot: number, test: Run): Run {
  return (e) => {
    const list = elements(over(e));
    if (list instanceof Stuck) return list;
    let n = 0;
    for (const element of list) {
      const value = turn(e, slot, element, test);
      if (typeof value !== "boolean") return stuck(value);
      if (value) n++;
    }
    return n === 1;
  };
}

function collect(over: Run, slot: number, test: Run | undefined, value: Run): Run {
  return (e) => {
    const list = elements(over(e));
    if (list instanceof Stuck) return list;
    const collected: Value[] = [];
    for (const element of list) {
      const wanted = test ? turn(e, slot, element, test) : true;
      if (typeof wanted !== "boolean") return stuck(wanted);
      if (!wanted) continue;
      const one = turn(e, slot, element, value);
      if (one instanceof Stuck) return one;
      if (collected.push(one) > limits.listLength) return tooLong;
    }
    return collected;
  };
}

/** A condition's two faces: CEL, and the form of groups and comparisons. One turns into the other without loss where the form can say it. */
import type { Comparison, ComparisonOperator, ConditionGroup } from "@assay/contract";
import { type ASTNode, parseCondition } from "./condition/syntax.ts";

export type FormResult =
  | { form: ConditionGroup; whyNot?: undefined }
  | { form?: undefined; whyNot: { message: string; start: number; end: number } };

type Item = Comparison | ConditionGroup;

/** Operators of two sides, as CEL writes them. */
const binary = { is: "==", is_not: "!=", less: "<", at_most: "<=", more: ">", at_least: ">=" } as const;
/** The same when the sides are exchanged: `5 < x` is `x > 5`. */
const exchanged: Record<string, ComparisonOperator> = {
  "==": "is",
  "!=": "is_not",
  "<": "more",
  "<=": "at_least",
  ">": "less",
  ">=": "at_most",
};
const byOperator = Object.fromEntries(Object.entries(binary).map(([is, op]) => [op, is as ComparisonOperator]));
/** Functions of a text that a comparison asks. */
const calls = { contains: "contains", starts_with: "startsWith", ends_with: "endsWith", matches: "matches" } as const;
const byCall = Object.fromEntries(Object.entries(calls).map(([is, name]) => [name, is as ComparisonOperator]));
/** What `!` makes of a comparison. */
const negated: Partial<Record<ComparisonOperator, ComparisonOperator>> = {
  is_true: "is_false",
  is_there: "is_missing",
  in: "not_in",
  in_list: "not_in_list",
  contains: "not_contains",
  starts_with: "not_starts_with",
  ends_with: "not_ends_with",
  matches: "not_matches",
};
const positive = Object.fromEntries(Object.entries(negated).map(([yes, no]) => [no, yes as ComparisonOperator]));

/** What a form cannot show, with its place. */
class NotShown extends Error {
  readonly node: Pick<ASTNode, "start" | "end">;
  constructor(node: Pick<ASTNode, "start" | "end">, message: string) {
    super(message);
    this.node = node;
  }
}

/** The form of a condition; otherwise why a form cannot show it, and where. Never throws. */
export function toForm(cel: string): FormResult {
  const tree = parseCondition(cel);
  if ("message" in tree) return { whyNot: { ...tree, message: `It has a mistake: ${tree.message}.` } };
  const comment = commentIn(cel);
  if (comment !== undefined) {
    return { whyNot: { message: "It holds a comment, which a form would lose.", start: comment, end: cel.length } };
  }
  try {
    const item = itemOf(tree);
    return { form: "match" in item ? item : { match: "all", items: [item] } };
  } catch (error) {
    if (!(error instanceof NotShown)) throw error;
    const { start, end } = error.node;
    return { whyNot: { message: `It cannot be shown as a form because ${error.message}.`, start, end } };
  }
}

function itemOf(node: ASTNode): Item {
  switch (node.op) {
    case "&&":
    case "||": {
      const items = chain(node, node.op).map(itemOf);
      return grouped(node.op === "&&" ? "all" : "any", items);
    }
    case "!_": {
      const inner = itemOf(node.args);
      if ("match" in inner)
        return inner.match === "any" ? { match: "none", items: inner.items } : grouped("none", [inner]);
      const is = negated[inner.is];
      return is ? { ...inner, is } : { match: "none", items: [inner] };
    }
    default:
      return comparisonOf(node);
  }
}

/** A group whose groups of the same kind are taken up into it, as CEL's brackets are. */
function grouped(match: ConditionGroup["match"], items: Item[]): ConditionGroup {
  const flat = items.flatMap((item) =>
    "match" in item && item.match === match && match !== "none" ? item.items : [item],
  );
  return { match, items: flat };
}

function chain(node: ASTNode, op: "&&" | "||"): ASTNode[] {
  const found: ASTNode[] = [];
  const open: ASTNode[] = [node];
  while (open.length > 0) {
    const next = open.pop()!;
    if (next.op === op) open.push(...(next.args as ASTNode[]).toReversed());
    else found.push(next);
  }
  return found;
}

function comparisonOf(node: ASTNode): Comparison {
  const operator = byOperator[node.op];
  if (operator) return compared(node, operator);
  if (node.op === "in") return membership(node);
  if (node.op === "rcall") {
    const [name, receiver, args] = node.args;
    const is = byCall[name];
    const value = args[0] && literalOf(args[0]);
    if (is && args.length === 1) {
      if (typeof value?.is === "string") return { ...side(receiver), is, value: value.is };
      throw new NotShown(args[0]!, `${name}() of something else than a text`);
    }
    throw new NotShown(node, whyNoCall(name));
  }
  if (node.op === "call" && node.args[0] === "has" && node.args[1][0]) {
    return { field: fieldOf(node.args[1][0]), is: "is_there" };
  }
  if (node.op === ".") return { field: fieldOf(node), is: "is_true" };
  throw new NotShown(node, whyNot(node));
}

function compared(node: ASTNode, is: ComparisonOperator): Comparison {
  const [left, right] = node.args as [ASTNode, ASTNode];
  const [first, second] = [literalOf(left), literalOf(right)];
  if (first && second) throw new NotShown(node, "it compares two values and no field");
  if (first) return { ...side(right), is: exchanged[node.op]!, value: first.is };
  if (second) return { ...side(left), is, value: second.is };
  return { ...side(left), is, value: otherField(right) };
}

/** Another field on the right, or so many times its value. */
function otherField(node: ASTNode): { field: string; times?: number } {
  if (node.op === "*") {
    const [a, b] = node.args;
    const times = literalOf(b)?.is ?? literalOf(a)?.is;
    if (typeof times === "number") return { field: fieldOf(literalOf(b) ? a : b), times };
  }
  return { field: fieldOf(node) };
}

function membership(node: ASTNode): Comparison {
  const [left, right] = node.args as [ASTNode, ASTNode];
  if (right.op === "list") {
    const value = right.args.map((element) => {
      const literal = literalOf(element);
      if (!literal) throw new NotShown(element, "a list written out holds more than values");
      return literal.is;
    });
    return { ...side(left), is: "in", value };
  }
  const name = right.op === "." ? fieldOf(right) : "";
  if (name.startsWith("lists.")) return { ...side(left), is: "in_list", value: name.slice("lists.".length) };
  const value = literalOf(left);
  if (right.op === "." && value && typeof value.is === "string")
    return { field: name, is: "contains", value: value.is };
  throw new NotShown(node, "what follows `in` is neither a list of values nor a named list");
}

/** The field of a comparison, and what of it is compared. */
function side(node: ASTNode): Pick<Comparison, "field" | "of"> {
  if (node.op === "call" && node.args[0] === "size" && node.args[1].length === 1) {
    return { field: fieldOf(node.args[1][0]!), of: "size" };
  }
  if (node.op === "rcall" && node.args[2].length === 0) {
    const of = { size: "size", lower: "lower", lowerAscii: "lower_ascii" }[node.args[0]];
    if (of) return { field: fieldOf(node.args[1]), of: of as NonNullable<Comparison["of"]> };
  }
  return { field: fieldOf(node) };
}

function fieldOf(node: ASTNode): string {
  const parts: string[] = [];
  let at = node;
  while (at.op === ".") {
    parts.unshift(at.args[1]);
    at = at.args[0];
  }
  if (at.op === "id" && parts.length > 0) return [at.args, ...parts].join(".");
  throw new NotShown(at === node ? node : at, whyNot(at));
}

/** A value that is written out; a number below zero is one, too. */
function literalOf(node: ASTNode): { is: string | number | boolean | null } | undefined {
  if (node.op === "-_") {
    const inner = literalOf(node.args);
    return typeof inner?.is === "number" ? { is: -inner.is } : undefined;
  }
  if (node.op !== "value") return undefined;
  const value: unknown = node.args;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? { is: Number(value) } : undefined;
  return value === null || ["string", "number", "boolean"].includes(typeof value)
    ? { is: value as string | number | boolean | null }
    : undefined;
}

function whyNot(node: ASTNode): string {
  switch (node.op) {
    case "?:":
      return "it chooses with ? and :";
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
    case "-_":
      return "it calculates";
    case "[]":
      return "it takes one element by its index";
    case "list":
    case "map":
      return "it writes out a list or map where a field stands";
    case "call":
    case "rcall":
      return whyNoCall(node.args[0]);
    case "value":
      return "it holds a value where a field stands";
    case "id":
      return "it names something that is no field";
    default:
      return "it holds what a form has no place for";
  }
}

const macroNames = new Set(["all", "exists", "exists_one", "filter", "map"]);
const whyNoCall = (name: string) =>
  macroNames.has(name) ? `it goes over a list with ${name}()` : `it uses the function ${name}()`;

/** Where a comment begins, outside of texts. */
function commentIn(cel: string): number | undefined {
  const match = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\/[^\n]*/g;
  for (const found of cel.matchAll(match)) if (found[0].startsWith("//")) return found.index;
  return undefined;
}

/** A form as CEL. What it gives parses; whether its names exist is checked as of any condition. */
export function toCel(form: ConditionGroup): string {
  return groupText(form, true);
}

function groupText({ match, items }: ConditionGroup, outermost: boolean): string {
  if (match !== "none" && items.length === 1) return itemText(items[0]!, outermost);
  const text = items.map((item) => itemText(item, items.length === 1)).join(match === "all" ? " && " : " || ");
  if (match === "none") return `!(${text})`;
  return outermost ? text : `(${text})`;
}

const itemText = (item: Item, outermost: boolean) =>
  "match" in item ? groupText(item, outermost) : comparisonText(item, outermost);

function comparisonText({ field, of, is, value }: Comparison, outermost: boolean): string {
  const subject =
    of === "size" ? `size(${field})` : of ? `${field}.${of === "lower" ? "lower" : "lowerAscii"}()` : field;
  const yes = positive[is];
  if (yes) {
    const text = comparisonText({ field, ...(of && { of }), is: yes, ...(value !== undefined && { value }) }, true);
    return / in /.test(text) ? `!(${text})` : `!${text}`;
  }
  if (is in binary) return `${subject} ${binary[is as keyof typeof binary]} ${valueText(value)}`;
  if (is in calls) return `${subject}.${calls[is as keyof typeof calls]}(${valueText(value)})`;
  if (is === "in") return `${subject} in ${valueText(value)}`;
  if (is === "in_list") return `${subject} in lists.${String(value)}`;
  if (is === "is_there") return `has(${field})`;
  return outermost || !/\s/.test(subject) ? subject : `(${subject})`;
}

function valueText(value: Comparison["value"]): string {
  if (value === undefined) return "null";
  if (Array.isArray(value)) return `[${value.map(valueText).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return value.times === undefined ? value.field : `${value.field} * ${valueText(value.times)}`;
  }
  return typeof value === "number" ? numberText(value) : JSON.stringify(value);
}

/** CEL reads whole numbers up to 2^53 only, and no exponent without digits behind the point; -0 is 0. */
function numberText(value: number): string {
  const text = String(value === 0 ? 0 : value).replace(/^(-?\d+)e/, "$1.0e");
  return Number.isInteger(value) && !Number.isSafeInteger(value) && !/[.e]/.test(text) ? `${text}.0` : text;
}

/**
 * The one form that a condition is shown as: a group of one item is that item, groups of one kind in each other are one, and what has a
 * negation of its own is not put under `none`. `toForm(toCel(form))` is this.
 */
export function normalForm(form: ConditionGroup): ConditionGroup {
  const item = normalItem(form);
  return "match" in item ? item : { match: "all", items: [item] };
}

function normalItem(item: Item): Item {
  if (!("match" in item)) return item;
  const items = item.items.map(normalItem);
  const only = items.length === 1 ? items[0]! : undefined;
  if (item.match !== "none") return only ?? grouped(item.match, items);
  if (!only)
    return grouped(
      "none",
      [grouped("any", items)].flatMap((group) => group.items),
    );
  if ("match" in only)
    return only.match === "any" ? { match: "none", items: only.items } : { match: "none", items: [only] };
  const is = negated[only.is];
  return is ? { ...only, is } : { match: "none", items: [only] };
}

/** Changes one rule in the text of a policy: every other character stays, and so do the comments and the layout of what did not change in it. */
import { isDeepStrictEqual } from "node:util";
import { AssayError, type Rule } from "@assay/contract";
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

/** The order in which a rule's fields are written. */
const order = ["id", "title", "purpose", "status", "rollout", "expires", "subjects", "when", "then", "unknown"];
/** How long a line may get before a text in it is folded, in characters. */
const lineWidth = 125;

/**
 * Puts a rule in the place of the one with its id, or after the last.
 * @param from a text from which a rule that is new here is taken over as it is written there
 * @throws AssayError `invalid_policy` when the text is no policy
 */
export function setRule(source: string, rule: Rule, from?: string): string {
  const { items, keyEnd, end } = rulesIn(source);
  const place = items.find(({ id }) => id === rule.id);
  if (place) {
    const text = editedRule(place.text, rule);
    return source.slice(0, place.start) + indented(text, place.indent) + source.slice(place.end);
  }
  const written = from === undefined ? undefined : rulesIn(from).items.find(({ id }) => id === rule.id)?.text;
  const text = written ?? editedRule(`id: ${rule.id}\n`, rule);
  const last = items.at(-1);
  if (!last) return `${source.slice(0, keyEnd)}\n  - ${indented(text, 4)}\n${source.slice(end).replace(/^\s*\n/, "")}`;
  const dash = " ".repeat(Math.max(last.indent - 2, 0));
  return `${source.slice(0, last.end)}\n\n${dash}- ${indented(text, last.indent)}${source.slice(last.end)}`;
}

/**
 * Takes a rule out, with the comment that stands right above it.
 * @throws AssayError `invalid_policy` when the text is no policy
 */
export function removeRule(source: string, id: string): string {
  const { items, keyEnd, end } = rulesIn(source);
  const place = items.find((item) => item.id === id);
  if (!place) return source;
  if (items.length === 1) {
    return `${source.slice(0, keyEnd)} []\n${source.slice(end).replace(/^\s*\n/, "")}`;
  }
  const lines = source.slice(0, source.lastIndexOf("\n", place.start) + 1).split("\n");
  lines.pop();
  while (/^\s*#/.test(lines.at(-1) ?? "")) lines.pop();
  while (lines.at(-1)?.trim() === "") lines.pop();
  const rest = source.slice(place.end);
  return `${lines.join("\n")}${rest.startsWith("\n") ? "" : "\n"}${rest}`;
}

interface RulePlace {
  id: unknown;
  /** Where its mapping begins, behind the dash, and ends. */
  start: number;
  end: number;
  /** Column of its fields. */
  indent: number;
  /** Its mapping, moved to the left margin. */
  text: string;
}

function rulesIn(source: string): { items: RulePlace[]; keyEnd: number; end: number } {
  const document = parseDocument(source);
  const rules = document.get("rules");
  if (document.errors.length > 0 || !isSeq<YAMLMap>(rules) || !rules.items.every((item) => isMap(item) && item.range)) {
    throw new AssayError("invalid_policy", "The text cannot be read as a policy; mend it as text first.");
  }
  const key = (document.contents as unknown as YAMLMap<Scalar>).items.find((pair) => pair.key.value === "rules")!.key;
  const keyEnd = source.indexOf(":", key.range![1] - 1) + 1;
  return { items: rules.items.map((item) => placeOf(source, item)), keyEnd, end: rangeOf(rules)[1] };
}

const rangeOf = ({ range }: YAMLMap | YAMLSeq): readonly [number, number] => [range![0], range![1]];

function placeOf(source: string, item: YAMLMap): RulePlace {
  const [start, stop] = rangeOf(item);
  const indent = start - (source.lastIndexOf("\n", start - 1) + 1);
  let end = stop;
  while (end > start && /\s/.test(source[end - 1]!)) end--;
  const text = source.slice(start, end).replaceAll(new RegExp(`\n {0,${indent}}`, "g"), "\n");
  return { id: item.get("id"), start, end, indent, text };
}

const indented = (text: string, indent: number) => text.trimEnd().replaceAll(/\n(?=[^\n])/g, `\n${" ".repeat(indent)}`);

/** One field of a rule as it is written, with what stands between it and the one before. */
interface Field {
  key: string;
  lead: string;
  text: string;
  /** What stands behind the value in its last line, such as a comment. */
  tail: string;
  /** How a text is written: folded, quoted. */
  style: Scalar.Type | undefined;
}

/** A rule's text with the fields that differ written anew. */
function editedRule(text: string, rule: Rule): string {
  const document = parseDocument(text) as unknown as Document<YAMLMap> & { contents: YAMLMap };
  const before = document.toJS() as Record<string, unknown>;
  const after = Object.entries(rule).filter(([, value]) => value !== undefined);
  const names = new Set(after.map(([key]) => key));
  const gone = Object.keys(before).filter((key) => !names.has(key));
  // What is meant when nothing stands there need not be written.
  const changed = after.filter(
    ([key, value]) => !isDeepStrictEqual(before[key], value) && (key in before || !isDefault(key, value)),
  );
  if (gone.length + changed.length === 0) return text;
  if (document.contents.flow) {
    for (const key of gone) document.delete(key);
    for (const [key, value] of changed) document.set(key, value);
    return document.toString({ lineWidth });
  }
  const fields = fieldsIn(text, document.contents).filter(({ key }) => !gone.includes(key));
  for (const [key, value] of changed.sort(([a], [b]) => rank(a) - rank(b))) {
    const known = fields.find((field) => field.key === key);
    if (known) known.text = written(key, value, known.style) + known.tail;
    else {
      const next = fields.findIndex((field) => rank(field.key) > rank(key));
      const field = { key, lead: "", text: written(key, value), tail: "", style: undefined };
      fields.splice(next < 0 ? fields.length : next, 0, field);
    }
  }
  return fields.map(({ lead, text: line }) => `${lead}${line}\n`).join("");
}

function fieldsIn(text: string, map: YAMLMap): Field[] {
  let from = 0;
  return map.items.map(({ key, value }) => {
    const name = key as Scalar;
    const node = (value ?? key) as Node;
    const lead = text.slice(from, name.range![0]);
    let end = node.range![1];
    while (/\s/.test(text[end - 1] ?? "")) end--;
    const newline = text.indexOf("\n", end);
    const stop = newline < 0 ? text.length : newline;
    from = stop + 1;
    const style = isScalar(node) && node.type ? (node.type as Scalar.Type) : undefined;
    return {
      key: String(name.value),
      lead,
      text: text.slice(name.range![0], stop),
      tail: text.slice(end, stop),
      style,
    };
  });
}

/** `key: value` without the line's end. */
function written(key: string, value: unknown, style?: Scalar.Type): string {
  const document = new Document({ [key]: value });
  const node = document.get(key, true);
  if (isMap(node) || isSeq(node)) node.flow = true;
  if (isScalar(node) && typeof value === "string" && style) node.type = style;
  return document.toString({ lineWidth }).trimEnd();
}

const isDefault = (key: string, value: unknown) =>
  (key === "status" && value === "live") || (key === "unknown" && value === "review");

const rank = (name: unknown) => (order.indexOf(String(name)) + order.length + 1) % (order.length + 1);

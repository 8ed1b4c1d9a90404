/** Reads YAML against a schema of the contract; every mistake knows its place. */
import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, visit } from "yaml";
import { z } from "zod";
import { limits } from "./condition/limits.ts";
import { didYouMean, type Mistake, oneOf, SourceFile } from "./mistake.ts";

type Path = readonly PropertyKey[];
type Range = readonly [start: number, end: number];

export interface YamlFile<T> {
  source: SourceFile;
  mistakes: Mistake[];
  /** Absent when there are mistakes. */
  value?: T;
  /** Where the value (or, with `key`, its name) under a path stands. */
  place(path: Path, key?: boolean): Range;
  /** The text of a scalar, and where each of its characters stands in the file. */
  scalar(path: Path): { text: string; offset(index: number): number } | undefined;
  /** Whether something stands under a path. */
  has(path: Path): boolean;
  say(kind: string, message: string, path: Path, range?: Range): void;
}

export function readYaml<T>(name: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const isTooLong = text.length > limits.policyLength;
  const source = new SourceFile(name, isTooLong ? text.slice(0, 1000) : text);
  const mistakes: Mistake[] = [];
  const document = parseDocument(isTooLong ? "" : text, { prettyErrors: false });
  const find = (path: Path, key = false) => nodeAt(document.contents, path, key);
  const file: YamlFile<T> = {
    source,
    mistakes,
    place: (path, key) => {
      const range = find(path, key)?.range;
      return range ? trimmed(source.text, range[0], range[1]) : [0, 0];
    },
    scalar: (path) => {
      const node = find(path);
      if (!isScalar(node) || typeof node.value !== "string" || !node.range) return undefined;
      return { text: node.value, offset: aligner(source.text, node.range[0], node.range[1], node.value) };
    },
    has: (path) => document.hasIn(path),
    say: (kind, message, path, range = file.place(path)) => {
      const pointer = path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
      mistakes.push(source.mistake(kind, message, range[0], range[1], pointer));
    },
  };
  if (isTooLong) {
    const message = `the file has ${text.length} characters; at most ${limits.policyLength} are allowed`;
    file.say("too_long", message, [], [0, 1]);
    return file;
  }
  // One wrong bracket makes the reader stumble again and again: its first words are the ones that help.
  const isTooDeep = document.errors.some(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (isTooDeep) file.say("too_deep", "lists or mappings nest too deeply here", [], [0, 1]);
  for (const { message, pos, code } of isTooDeep ? [] : document.errors.slice(0, 3)) {
    file.say("yaml", yamlMessage(message, code, text, pos[0]), [], pos);
  }
  visit(document, (_, node) => {
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor)
        file.say(
          "yaml",
          "anchors (&) and aliases (*) are not read: write it out",
          [],
          node.range ? [node.range[0], node.range[1]] : undefined,
        );
      if (node.tag?.startsWith("!") && node.range) {
        const start = Math.max(0, node.range[0] - node.tag.length);
        file.say(
          "yaml",
          `"!" begins a tag in YAML: put a condition that begins with ! in quotes, or after "|"`,
          [],
          [start, node.range[0]],
        );
      }
    }
    return undefined;
  });
  if (mistakes.length > 0) return file;
  visit(document, {
    // `when: true` is a condition, whatever else YAML takes it for.
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === "when" && isScalar(value) && value.range && value.value !== null) {
        if (typeof value.value !== "string") value.value = text.slice(value.range[0], value.range[1]);
      }
    },
  });
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) file.value = parsed.data;
  else for (const issue of parsed.error.issues) sayIssue(file, issue, schema);
  return file;
}

function nodeAt(contents: unknown, path: Path, key: boolean): Node | undefined {
  let node = contents as Node | undefined;
  for (const [i, part] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
      );
      if (!pair) return node;
      node = (key && i === path.length - 1 ? pair.key : pair.value) as Node | undefined;
      node ??= pair.key as Node;
    } else if (isSeq(node)) node = (node.items[Number(part)] as Node | undefined) ?? node;
    else return node;
  }
  return node;
}

/** A range without white space at its ends; of something long, its first line. */
function trimmed(text: string, start: number, end: number): Range {
  const lineEnd = text.indexOf("\n", start);
  let last = lineEnd < 0 ? end : Math.min(end, lineEnd);
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  return [start, Math.max(last, start + 1)];
}

/**
 * Where the characters of a scalar's value stand in the file, whatever way it is quoted or folded: both are walked together,
 * white space apart.
 */
function aligner(text: string, start: number, end: number, value: string): (index: number) => number {
  const block = /^[|>][^\n]*\n/.exec(text.slice(start, end));
  let at = start + (block ? block[0].length : 0);
  const offsets: number[] = [];
  for (let i = 0; i < value.length; i++) {
    if (!/\s/.test(value[i]!)) {
      const found = text.indexOf(value[i]!, at);
      if (found >= 0 && found < end) at = found;
    }
    offsets.push(at);
    if (!/\s/.test(value[i]!)) at++;
  }
  return (index) => offsets[index] ?? Math.min(at, end);
}

function yamlMessage(message: string, code: string, text: string, at: number): string {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const line = text.slice(lineStart, text.indexOf("\n", at) < 0 ? undefined : text.indexOf("\n", at));
  const needsQuotes =
    /^\s*(- )?when:\s*["'[{&*%@`!]/.test(line) ||
    (/^\s*(- )?when:/.test(line) && /: /.test(line.replace(/^.*?when:/, "")));
  const cure = needsQuotes ? "; put the whole condition in quotes, or on a line of its own after when: |" : "";
  const first = message.charAt(0).toLowerCase() + message.slice(1);
  if (code === "TAB_AS_INDENT") return "a tab indents this line; YAML takes spaces only";
  if (code === "DUPLICATE_KEY") return "the same name stands twice here";
  return `this is no YAML: ${first}${cure}`;
}

function sayIssue(file: YamlFile<unknown>, issue: z.core.$ZodIssue, schema: z.ZodType): void {
  const { path } = issue;
  const name = path.findLast((part) => typeof part === "string");
  const named = name === undefined ? "the file" : `"${String(name)}"`;
  switch (issue.code) {
    case "unrecognized_keys":
      for (const key of issue.keys) {
        const known = knownKeys(schema, path);
        const hint = didYouMean(key, known) || (known.length > 0 ? `; it has ${oneOf(known)}` : "");
        file.say("unknown_key", `unknown field "${key}"${hint}`, [...path, key], file.place([...path, key], true));
      }
      return;
    case "invalid_value": {
      const scalar = file.scalar(path);
      const values = issue.values.map(String);
      const hint = (scalar && didYouMean(scalar.text, values)) || `; it is one of ${oneOf(values, 20)}`;
      const message = scalar ? `"${scalar.text}" is no value of ${named}` : `${named} is missing or no text`;
      file.say("unknown_value", message + hint, path);
      return;
    }
    case "invalid_type": {
      if (path.length === 0) {
        const keys = knownKeys(schema, []).join(", ");
        file.say("wrong_type", `the file must be a mapping with ${keys}`, path, [0, 1]);
      } else if (file.has(path)) {
        const wanted: Record<string, string> = {
          record: "a mapping",
          object: "a mapping",
          array: "a list",
          string: "a text",
        };
        const cure = issue.expected === "string" ? ": put it in quotes" : "";
        const type = wanted[issue.expected] ?? `a ${issue.expected}`;
        file.say("wrong_type", `${named} must be ${type}${cure}`, path);
      } else file.say("missing_key", `${named} is missing`, path);
      return;
    }
    case "too_big":
    case "too_small": {
      const bound = issue.code === "too_big" ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
      const unit = { string: " characters", array: " elements" }[issue.origin as string] ?? "";
      file.say("out_of_range", `${named} must ${unit ? "have" : "be"} ${bound}${unit}`, path);
      return;
    }
    case "custom":
      file.say("wrong_value", issue.message, path);
      return;
    default:
      file.say("wrong_value", `${named}: ${issue.message}`, path);
  }
}

/** Names that a schema knows at a path, for "did you mean". */
function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  let json = z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as JsonSchema;
  for (const part of path) {
    const next = typeof part === "number" ? json.items : (json.properties?.[String(part)] ?? json.additionalProperties);
    if (typeof next !== "object") return [];
    json = next;
  }
  return Object.keys(json.properties ?? {});
}

interface JsonSchema {
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
}

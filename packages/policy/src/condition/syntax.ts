/** Reads a condition into its tree with cel-js, and says what is wrong in words of people who write rules. */
import { type ASTNode, Environment, ParseError } from "@marcbachmann/cel-js";
import { limits } from "./limits.ts";

export type { ASTNode } from "@marcbachmann/cel-js";

/** A mistake at a place in the condition's text (UTF-16 offsets). */
export interface ConditionMistake {
  kind: string;
  message: string;
  start: number;
  end: number;
}

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
  limits: {
    maxAstNodes: limits.nodes,
    maxDepth: limits.depth,
    maxListElements: limits.literalElements,
    maxMapEntries: limits.literalElements,
    maxCallArguments: 16,
  },
});

export function parseCondition(text: string): ASTNode | ConditionMistake {
  if (text.length > limits.conditionLength) {
    const message = `the condition has ${text.length} characters; at most ${limits.conditionLength} are allowed`;
    return { kind: "too_long", message: `${message}: split the rule, or put values into a list`, start: 0, end: 1 };
  }
  if (text.trim() === "") return { kind: "syntax", message: "the condition is empty", start: 0, end: 1 };
  try {
    return environment.parse(text).ast;
  } catch (error) {
    if (error instanceof RangeError) return { kind: "too_deep", message: tooDeep, start: 0, end: 1 };
    if (!(error instanceof ParseError)) throw error;
    const start = error.range?.start ?? 0;
    return { ...describe(error, text, start), start, end: Math.max(error.range?.end ?? start, start + 1) };
  }
}

export const tooDeep = `the condition nests more than ${limits.depth} levels deep: split it into several rules`;

/** The library's messages by code, said for people who do not know token names. */
function describe(error: ParseError, text: string, at: number): Omit<ConditionMistake, "start" | "end"> {
  const message = (error as { summary?: string }).summary ?? error.message;
  const here = text.slice(at);
  switch (error.code) {
    case "limit_exceeded":
      if (message.includes("maxDepth")) return { kind: "too_deep", message: tooDeep };
      if (message.includes("maxAstNodes")) {
        return { kind: "too_long", message: `the condition has more than ${limits.nodes} parts: split the rule` };
      }
      if (message.includes("maxCallArguments")) return { kind: "syntax", message: "too many arguments" };
      return {
        kind: "literal_too_long",
        message: `a list written out may have ${limits.literalElements} elements; put longer ones into a named list and use lists.<name>`,
      };
    case "reserved_identifier":
      return { kind: "syntax", message: `"${here.match(/^\w+/)?.[0]}" is a reserved word of CEL and cannot be a name` };
    case "invalid_macro_argument":
      return {
        kind: "syntax",
        message: `the first argument of ${message.match(/^\w+/)?.[0]}() must be a new name, such as x`,
      };
    case "unterminated_string":
    case "unterminated_triple_quoted_string":
      return { kind: "syntax", message: "a text begins here and is not closed: a quote is missing" };
    case "newline_in_string":
      return { kind: "syntax", message: 'a text in quotes goes over the end of the line; write \\n, or use """…"""' };
  }
  const single: Record<string, string> = { "=": "==", "&": "&&", "|": "||" };
  const wanted = single[here[0] ?? ""];
  if (wanted && error.code === "unexpected_character") {
    return { kind: "syntax", message: `unexpected "${here[0]}"; did you mean "${wanted}"?` };
  }
  const before = text.slice(0, at).match(/\b(not|NOT)\s+$/)?.[1];
  const word = before ?? here.match(/^(and|or|AND|OR|is|IS|IN|like|LIKE)\b/)?.[1];
  if (word) {
    const instead: Record<string, string> = { and: "&&", or: "||", not: "!", is: "==", in: "in", like: ".contains(…)" };
    return { kind: "syntax", message: `unexpected "${word}"; in CEL it is written ${instead[word.toLowerCase()]}` };
  }
  const tokens = message.match(/^Expected (\w+), got (\w+)$/);
  if (tokens) return { kind: "syntax", message: `expected ${tokenName(tokens[1]!)}, found ${tokenName(tokens[2]!)}` };
  const token = message.match(/^Unexpected token: (\w+)$/);
  if (token?.[1] === "EOF") return { kind: "syntax", message: "the condition ends too early" };
  if (token) return { kind: "syntax", message: `unexpected ${tokenName(token[1]!)}` };
  if (at >= text.length) return { kind: "syntax", message: "the condition ends too early" };
  if (error.code === "unexpected_character") {
    return { kind: "syntax", message: `unexpected "${here.match(/^(\w+|.)/su)?.[0]}"` };
  }
  return { kind: "syntax", message: message.charAt(0).toLowerCase() + message.slice(1) };
}

const tokenNames: Record<string, string> = {
  EOF: "the end of the condition",
  NUMBER: "a number",
  STRING: "a text",
  BYTES: "bytes",
  BOOLEAN: "true or false",
  NULL: "null",
  IDENTIFIER: "a name",
  PLUS: '"+"',
  MINUS: '"-"',
  MULTIPLY: '"*"',
  DIVIDE: '"/"',
  MODULO: '"%"',
  EQ: '"=="',
  NE: '"!="',
  LT: '"<"',
  LE: '"<="',
  GT: '">"',
  GE: '">="',
  AND: '"&&"',
  OR: '"||"',
  NOT: '"!"',
  IN: '"in"',
  LPAREN: '"("',
  RPAREN: '")"',
  LBRACKET: '"["',
  RBRACKET: '"]"',
  LBRACE: '"{"',
  RBRACE: '"}"',
  DOT: '"."',
  COMMA: '","',
  COLON: '":"',
  QUESTION: '"?"',
};
const tokenName = (token: string) => tokenNames[token] ?? token;

/** From the text of a condition to a closure: parse, check, compile. */
import type { HistoryKey } from "@assay/contract";
import { compileCall, compileMemberCall } from "./calls.ts";
import { type Compiler, mistaken, type Reads, type Typed } from "./compiler.ts";
import { limits } from "./limits.ts";
import { compileField, compileIndex, compileName } from "./names.ts";
import {
  comparisonHint,
  compileBinary,
  compileList,
  compileLiteral,
  compileLogic,
  compileMap,
  compileMinus,
  compileNot,
  compileTernary,
} from "./operators.ts";
import type { Scope } from "./scope.ts";
import { type ASTNode, type ConditionMistake, parseCondition, tooDeep } from "./syntax.ts";
import { type Type, typeName } from "./types.ts";
import type { Run } from "./value.ts";

export interface Compiled {
  type: Type;
  run: Run;
  reads: Reads;
}

/** A whole condition, which must be true or false. */
export function compileCondition(text: string, scope: Scope): Compiled | ConditionMistake[] {
  const compiled = compileExpression(text, scope);
  if (Array.isArray(compiled) || compiled.type.is === "bool" || compiled.type.is === "dyn") return compiled;
  const message = `the condition must be true or false, but this is a ${typeName(compiled.type)}`;
  return [{ kind: "not_bool", message: message + comparisonHint(compiled.type), start: 0, end: text.trimEnd().length }];
}

export function compileExpression(text: string, scope: Scope): Compiled | ConditionMistake[] {
  const tree = parseCondition(text);
  if ("message" in tree) return [tree];
  const reads: Reads = { detectors: new Set(), history: new Set<HistoryKey>(), lists: new Set(), event: false };
  let depth = 0;
  const compiler: Compiler = {
    scope,
    reads,
    mistakes: [],
    locals: [],
    longMacros: 0,
    expression(node) {
      if (depth >= limits.depth) return mistaken(compiler, node, "too_deep", tooDeep);
      depth++;
      const typed = compileNode(compiler, node);
      depth--;
      return typed;
    },
  };
  const { type, run } = compiler.expression(tree);
  return compiler.mistakes.length > 0 ? compiler.mistakes : { type, run, reads };
}

function compileNode(compiler: Compiler, node: ASTNode): Typed {
  switch (node.op) {
    case "value":
      return compileLiteral(compiler, node);
    case "id":
      return compileName(compiler, node);
    case ".":
      return compileField(compiler, node);
    case "[]":
      return compileIndex(compiler, node);
    case "call":
      return compileCall(compiler, node);
    case "rcall":
      return compileMemberCall(compiler, node);
    case "list":
      return compileList(compiler, node);
    case "map":
      return compileMap(compiler, node);
    case "&&":
    case "||":
      return compileLogic(compiler, node);
    case "!_":
      return compileNot(compiler, node);
    case "-_":
      return compileMinus(compiler, node);
    case "?:":
      return compileTernary(compiler, node);
    case ".?":
    case "[?]":
      return mistaken(compiler, node, "not_in_subset", "conditions have no optional values; use has(…)");
    default:
      return compileBinary(compiler, node);
  }
}

/** What the parts of the compiler share. Each part turns a tree into a typed closure; nothing is interpreted and nothing evaluated as code. */
import type { HistoryKey } from "@assay/contract";
import type { Scope } from "./scope.ts";
import type { ASTNode, ConditionMistake } from "./syntax.ts";
import { dyn, type Type } from "./types.ts";
import { Failure, type Run, type Value } from "./value.ts";

/** A compiled expression. */
export interface Typed {
  type: Type;
  run: Run;
  /** Its value, when it does not depend on anything. */
  constant?: Value;
  /** Always the same list, so that looking into it may be indexed: a constant, or a named list. */
  stable?: boolean;
}

/** What a condition reads, for gathering history and for showing. */
export interface Reads {
  detectors: Set<string>;
  history: Set<HistoryKey>;
  lists: Set<string>;
  /** Whether it reads the event itself: the subject's fields, the type, the client. */
  event: boolean;
}

export interface Compiler {
  readonly scope: Scope;
  readonly reads: Reads;
  readonly mistakes: ConditionMistake[];
  /** Variables of the macros around, outermost first; their place is their slot in `Evaluation.locals`. */
  readonly locals: { name: string; type: Type }[];
  /** How many macros around go over a list that may be long. */
  longMacros: number;
  expression(node: ASTNode): Typed;
}

type Place = Pick<ASTNode, "start" | "end">;

/** Records a mistake and goes on, so that one look tells all of them. */
export function mistaken(compiler: Compiler, place: Place, kind: string, message: string): Typed {
  const isTold = kind === "too_deep" && compiler.mistakes.some((mistake) => mistake.kind === kind);
  if (!isTold) compiler.mistakes.push({ kind, message, start: place.start, end: place.end });
  const failure = new Failure(message);
  return { type: dyn, run: () => failure };
}

export function constant(type: Type, value: Value): Typed {
  return { type, run: () => value, constant: value, stable: true };
}

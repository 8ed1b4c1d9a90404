/** Values of the condition language, and the two that are none: `Unknown` and `Failure`. */
import type { Signal } from "@assay/contract";
import type { PolicyInput } from "../decision.ts";
import { limits } from "./limits.ts";

/** Numbers, strings, booleans, null, lists (arrays), maps (plain objects, `Map`), `Timestamp`, `Duration`, `Stuck`. */
export type Value = number | string | boolean | null | object;

/** A point in time, in ms since 1970. */
export class Timestamp {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}
/** A length of time, in ms. */
export class Duration {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

/** What an expression gives that has no value. */
export abstract class Stuck {
  abstract readonly why: string;
}
/** It depends on something that was not learnt; `why` names it. */
export class Unknown extends Stuck {
  readonly why: string;
  constructor(why: string) {
    super();
    this.why = why;
  }
}
/** It cannot be had: a field that is not there, an index out of range, a text that is no number. */
export class Failure extends Stuck {
  readonly why: string;
  constructor(why: string) {
    super();
    this.why = why;
  }
}

export const outOfSteps = new Unknown("the condition took too many steps");
export const tooLong = new Unknown("a text or list is too long for the condition");
const wrongType = new Failure("a value has another type than the condition expects");

/** A field that was read and is not there. */
export class Missing extends Failure {}

/** What a condition reads of a signal. */
export type Seen = Pick<Signal, "score" | "scores" | "values"> & { state: Signal["state"] | "pending" };

/** State of one evaluation: what it sees, and what it may still cost. */
export class Evaluation {
  readonly input: PolicyInput;
  /** By detector; one that has not finished is pending, whatever it said before. */
  readonly signals = new Map<string, Seen>();
  /** Steps left; below zero everything is `outOfSteps`. */
  steps: number = limits.steps;
  /** Steps left for all conditions of the decision. */
  stepsLeft: number = limits.decisionSteps;
  /** Values of macro variables, by nesting. */
  readonly locals: Value[] = [];
  /** Values of the root names (`listing`, `account`, …), by slot, once they were read. */
  readonly roots: (Value | undefined)[] = [];
  /** How often a field was read that is not there, by path. */
  missing: Record<string, number> | undefined;
  /** `has()` asks without counting. */
  counting = true;

  constructor(input: PolicyInput) {
    this.input = input;
    for (const signal of input.signals) this.signals.set(signal.detector, signal);
    for (const id of input.pending) this.signals.set(id, { state: "pending" });
  }

  miss(field: Missing): Missing {
    if (this.counting) {
      this.missing ??= {};
      this.missing[field.why] = (this.missing[field.why] ?? 0) + 1;
    }
    return field;
  }
}
export type Run = (evaluation: Evaluation) => Value;

/** Takes steps for reading `length` code units or elements; false when none are left. */
export function spend(evaluation: Evaluation, length: number): boolean {
  evaluation.steps -= 1 + (length >> 6);
  return evaluation.steps >= 0;
}

/** What a strict operation gives when an operand has no value: unknown before failure, left before right. */
export function stuck(...operands: Value[]): Stuck {
  for (const operand of operands) if (operand instanceof Unknown) return operand;
  for (const operand of operands) if (operand instanceof Failure) return operand;
  return wrongType;
}

export function isMap(value: Value | undefined): value is Map<Value, Value> | Record<string, Value> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Map.prototype || prototype === null;
}
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** The value under a key of a map or object; `undefined` when it is not there. Inherited properties are not there. */
export function entry(map: Map<Value, Value> | Record<string, Value>, key: Value): Value | undefined {
  if (map instanceof Map) return map.get(key);
  return typeof key === "string" && Object.hasOwn(map, key) ? map[key] : undefined;
}
export const keysOf = (map: Map<Value, Value> | Record<string, Value>): Value[] =>
  map instanceof Map ? [...map.keys()] : Object.keys(map).filter((key) => map[key] !== undefined);

/** CEL equality: different types are unequal, lists and maps by content. Bounded by the evaluation's steps. */
export function equal(a: Value, b: Value, evaluation: Evaluation): Value {
  if (a instanceof Stuck || b instanceof Stuck) return stuck(a, b);
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof Timestamp) return b instanceof Timestamp && a.ms === b.ms;
  if (a instanceof Duration) return b instanceof Duration && a.ms === b.ms;
  if (isList(a)) {
    if (!isList(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) {
      if (--evaluation.steps < 0) return outOfSteps;
      const same = equal(a[i] ?? null, b[i] ?? null, evaluation);
      if (same !== true) return same;
    }
    return true;
  }
  if (!isMap(a) || !isMap(b)) return false;
  const keys = keysOf(a);
  if (keys.length !== keysOf(b).length) return false;
  for (const key of keys) {
    if (--evaluation.steps < 0) return outOfSteps;
    const other = entry(b, key);
    if (other === undefined) return false;
    const same = equal(entry(a, key)!, other, evaluation);
    if (same !== true) return same;
  }
  return true;
}

/** Below, above or equal to zero for two values of one ordered type; `undefined` when they are not. Strings compare by code point. */
export function compare(a: Value, b: Value): number | undefined {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (a instanceof Timestamp && b instanceof Timestamp) return a.ms - b.ms;
  if (a instanceof Duration && b instanceof Duration) return a.ms - b.ms;
  return undefined;
}

function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let i = 0;
  while (i < shorter && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === shorter) return a.length - b.length;
  // Code units above the surrogates stand for lower code points than the surrogates do.
  const rank = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
  return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
}

const sets = new WeakMap<readonly Value[], Set<Value>>();
/** Whether a list of texts holds a text; indexed once for each list. */
export function holds(list: readonly Value[], value: Value): boolean {
  if (list.length < 8) return list.includes(value);
  let set = sets.get(list);
  if (!set) {
    set = new Set(list);
    sets.set(list, set);
  }
  return set.has(value);
}

const outOfTime = new Failure("the time lies outside the years 1 to 9999");
/** Years 1 to 9999, as CEL defines. */
export const instant = (ms: number): Value =>
  ms >= -62_135_596_800_000 && ms < 253_402_300_800_000 ? new Timestamp(ms) : outOfTime;

const outOfDuration = new Failure("the duration is longer than 292 years");
/** As long as 64 bits of nanoseconds hold: about 292 years, as in other implementations of CEL. */
export const span = (ms: number): Value => (Math.abs(ms) < 9_223_372_036_855 ? new Duration(ms) : outOfDuration);

/** Names, fields, indexing and `has()`. */
import type { HistoryKey } from "@assay/contract";
import { didYouMean, oneOf } from "../mistake.ts";
import { type Compiler, mistaken, type Typed } from "./compiler.ts";
import { profileFields, signalField, signalFields, signalScore } from "./scope.ts";
import type { ASTNode } from "./syntax.ts";
import { bool, dyn, fits, listOf, string, type Type, typeName } from "./types.ts";
import { entry, Failure, isList, isMap, Missing, Stuck, stuck } from "./value.ts";

type Select = Extract<ASTNode, { op: "." }>;

export function compileName(compiler: Compiler, node: Extract<ASTNode, { op: "id" }>): Typed {
  const name = node.args;
  for (let slot = compiler.locals.length - 1; slot >= 0; slot--) {
    const local = compiler.locals[slot]!;
    if (local.name === name) return { type: local.type, run: (e) => e.locals[slot]! };
  }
  const { scope } = compiler;
  if (name === "signals" || name === "lists" || name === "history") {
    const example = { signals: "signals.<detector>.found", lists: "lists.<name>", history: "history.<value>" }[name];
    return mistaken(compiler, node, "incomplete", `"${name}" is not a value by itself; write ${example}`);
  }
  if (!Object.hasOwn(scope.roots, name)) {
    const known = [...Object.keys(scope.roots), "signals", "lists", ...compiler.locals.map((local) => local.name)];
    const about = `unknown name "${name}" in a condition about a ${scope.kind}`;
    return mistaken(compiler, node, "unknown_name", about + (didYouMean(name, known) || `; known: ${oneOf(known)}`));
  }
  return rootValue(compiler, name);
}

function rootValue(compiler: Compiler, name: string): Typed {
  const root = compiler.scope.roots[name]!;
  const slot = Object.keys(compiler.scope.roots).indexOf(name);
  // An account's own fields are the subject's; of other kinds' owners the profile is history.
  if (name !== "history" && (name !== "account" || compiler.scope.kind === "account")) compiler.reads.event = true;
  const missing = new Missing(name);
  return {
    type: root.type,
    run: (e) => {
      let value = e.roots[slot];
      if (value === undefined) {
        value = root.value(e.input);
        if (value === undefined) value = missing;
        e.roots[slot] = value;
      }
      return value === missing ? e.miss(missing) : value;
    },
  };
}

/** `a.b`: what names the detectors and lists is resolved here, so that a wrong name is a mistake and not a missing field. */
export function compileField(compiler: Compiler, node: Select): Typed {
  const path = pathOf(compiler, node);
  if (path?.root === "signals") return signalOf(compiler, path);
  if (path?.root === "lists") return listNamed(compiler, path);
  const [object, field] = node.args;
  const isRoot = path?.fields.length === 1;
  const base =
    isRoot && path.root === "history" && compiler.scope.roots.history
      ? rootValue(compiler, "history")
      : compiler.expression(object);
  const type = fieldType(compiler, base.type, field, fieldPlace(node));
  if (!type) return { type: dyn, run: () => noSuchField };
  if (isRoot) noteRead(compiler, path.root, field, node);
  return { type, run: fieldReader(base, field, path ? `${path.root}.${path.fields.join(".")}` : `….${field}`) };
}

const noSuchField = new Failure("there is no such field");

interface Path {
  root: string;
  fields: string[];
  /** One node a field, outermost last. */
  nodes: Select[];
}

/** `root.a.b` as a list, when it begins with a name that is no macro's variable. */
function pathOf(compiler: Compiler, node: Select): Path | undefined {
  const nodes: Select[] = [];
  let at: ASTNode = node;
  while (at.op === ".") {
    nodes.unshift(at);
    at = at.args[0];
  }
  if (at.op !== "id") return undefined;
  const root = at.args;
  if (compiler.locals.some((local) => local.name === root)) return undefined;
  return { root, fields: nodes.map((select) => select.args[1]), nodes };
}

const fieldPlace = (node: Select) => ({ start: node.end - node.args[1].length, end: node.end });

function noteRead(compiler: Compiler, root: string, field: string, node: ASTNode): void {
  if (root === "history") compiler.reads.history.add(field as HistoryKey);
  const subject = compiler.scope.roots.subject?.type;
  const ofSubject =
    compiler.scope.kind === "account" && subject?.is === "object" && Object.hasOwn(subject.fields, field);
  if (root === "account" && node.op === "." && profileFields.has(field) && !ofSubject) {
    compiler.reads.history.add("account_profile");
  }
}

function fieldType(compiler: Compiler, base: Type, field: string, place: { start: number; end: number }) {
  if (base.is === "dyn") return dyn;
  if (base.is === "map") return base.of;
  if (base.is === "object") {
    if (Object.hasOwn(base.fields, field)) return base.fields[field]!;
    const known = Object.keys(base.fields);
    const hint = didYouMean(field, known) || `; it has ${oneOf(known)}`;
    mistaken(compiler, place, "unknown_field", `unknown field "${field}" of ${base.name}${hint}`);
    return undefined;
  }
  const cure = base.is === "list" ? '; use [0], size(…) or a macro such as .exists(x, x == "…")' : "";
  mistaken(compiler, place, "unknown_field", `a ${typeName(base)} has no field "${field}"${cure}`);
  return undefined;
}

function fieldReader(base: Typed, field: string, path: string): Typed["run"] {
  const missing = new Missing(path);
  const { run } = base;
  // Of a plain object, a name that objects do not inherit is read without asking whether it is the object's own.
  const isInherited = field in Object.prototype;
  return (e) => {
    const object = run(e);
    if (!isMap(object)) return object instanceof Stuck ? object : e.miss(missing);
    const isPlain = !isInherited && !(object instanceof Map);
    const value = isPlain ? object[field] : entry(object, field);
    return value === undefined ? e.miss(missing) : value;
  };
}

function signalOf(compiler: Compiler, path: Path): Typed {
  const [id = "", field, kind, ...more] = path.fields;
  const detector = compiler.scope.detectors.get(id);
  if (!detector) {
    const known = [...compiler.scope.detectors.keys()];
    const hint = didYouMean(id, known) || `; known: ${oneOf(known, 20)}`;
    return mistaken(compiler, fieldPlace(path.nodes[0]!), "unknown_detector", `unknown detector "${id}"${hint}`);
  }
  if (!(detector.subjects as readonly string[]).includes(compiler.scope.kind)) {
    const about = `${id} does not look at a ${compiler.scope.kind}; it looks at ${detector.subjects.join(", ")}`;
    return mistaken(compiler, fieldPlace(path.nodes[0]!), "detector_not_for_kind", about);
  }
  compiler.reads.detectors.add(id);
  const known = signalFields(detector);
  const last = path.nodes.at(-1)!;
  if (field === undefined || (field === "scores" && kind === undefined)) {
    const wanted = field ? `a kind: ${oneOf(Object.keys(detector.kinds))}` : `one of its fields: ${oneOf(known)}`;
    return mistaken(compiler, last, "incomplete", `a signal is not a value by itself; name ${wanted}`);
  }
  const place = fieldPlace(path.nodes[1]!);
  if (field === "scores") {
    const score = more.length === 0 && signalScore(detector, kind!);
    if (score) return score;
    const kinds = Object.keys(detector.kinds);
    const hint = didYouMean(kind!, kinds) || `; it has ${oneOf(kinds)}`;
    return mistaken(compiler, fieldPlace(path.nodes[2]!), "unknown_field", `${id} has no kind "${kind}"${hint}`);
  }
  const value = signalField(detector, field);
  if (!value) {
    const hint = didYouMean(field, known) || `; it has ${oneOf(known)}`;
    return mistaken(compiler, place, "unknown_field", `a signal of ${id} has no field "${field}"${hint}`);
  }
  if (kind === undefined) return value;
  return mistaken(
    compiler,
    fieldPlace(path.nodes[2]!),
    "unknown_field",
    `a ${typeName(value.type)} has no field "${kind}"`,
  );
}

function listNamed(compiler: Compiler, path: Path): Typed {
  const [name = "", more] = path.fields;
  if (!compiler.scope.lists.has(name)) {
    const known = [...compiler.scope.lists];
    const hint = didYouMean(name, known) || `; known: ${oneOf(known)}`;
    return mistaken(compiler, fieldPlace(path.nodes[0]!), "unknown_list", `unknown list "${name}"${hint}`);
  }
  if (more !== undefined) {
    return mistaken(compiler, fieldPlace(path.nodes[1]!), "unknown_field", `a list has no field "${more}"`);
  }
  compiler.reads.lists.add(name);
  const missing = new Missing(`lists.${name}`);
  return {
    type: listOf(string),
    stable: true,
    run: (e) => (Object.hasOwn(e.input.lists, name) ? e.input.lists[name]! : e.miss(missing)),
  };
}

export function compileIndex(compiler: Compiler, node: Extract<ASTNode, { op: "[]" }>): Typed {
  const base = compiler.expression(node.args[0]);
  const index = compiler.expression(node.args[1]);
  const element = elementType(compiler, node, base.type, index);
  const outside = new Missing(`${node.input.slice(node.args[0].start, node.end).slice(0, 80)}`);
  return {
    type: element,
    run: (e) => {
      const container = base.run(e);
      const key = index.run(e);
      if (key instanceof Stuck || container instanceof Stuck) return stuck(container, key);
      if (!isList(container) && !isMap(container)) return noSuchField;
      const value = isMap(container) ? entry(container, key) : typeof key === "number" ? container[key] : undefined;
      return value === undefined ? e.miss(outside) : value;
    },
  };
}

function elementType(compiler: Compiler, node: Extract<ASTNode, { op: "[]" }>, base: Type, index: Typed): Type {
  const key = node.args[1];
  switch (base.is) {
    case "dyn":
      return dyn;
    case "list":
      if (!fits(index.type, { is: "double" })) {
        mistaken(compiler, key, "wrong_type", `a list is indexed by a number, not by a ${typeName(index.type)}`);
      }
      return base.of;
    case "map":
      return base.of;
    case "object": {
      if (typeof index.constant === "string") return fieldType(compiler, base, index.constant, key) ?? dyn;
      mistaken(
        compiler,
        key,
        "wrong_type",
        `${base.name} has declared fields: name one, such as .${Object.keys(base.fields)[0]}`,
      );
      return dyn;
    }
    default:
      mistaken(compiler, node, "wrong_type", `a ${typeName(base)} cannot be indexed`);
      return dyn;
  }
}

/**
 * `has(a.b)`: whether the field is there (not missing, not null). Unlike in CEL's definition, `has(a.b.c)` is false, and no
 * error, where `a.b` is not there: that is what people mean. Unknown where the signal is unknown.
 */
export function compileHas(compiler: Compiler, node: ASTNode, args: readonly ASTNode[]): Typed {
  const [field] = args;
  if (args.length !== 1 || field?.op !== ".") {
    return mistaken(compiler, node, "syntax", "has() takes one field, such as has(listing.price)");
  }
  const path = pathOf(compiler, field);
  if (path?.root === "signals" && path.fields.length === 1) return hasSignal(compiler, path, field);
  const value = compiler.expression(field);
  return {
    type: bool,
    run: (e) => {
      const { counting } = e;
      e.counting = false;
      const found = value.run(e);
      e.counting = counting;
      if (found instanceof Missing) return false;
      return found instanceof Stuck ? found : found !== null;
    },
  };
}

/** `has(signals.x)`: whether the detector looked and could see. */
function hasSignal(compiler: Compiler, path: Path, field: Select): Typed {
  const id = path.fields[0]!;
  const detector = compiler.scope.detectors.get(id);
  if (!detector) return signalOf(compiler, path);
  const state = signalOf(compiler, { ...path, fields: [id, "state"], nodes: [path.nodes[0]!, field] });
  return {
    type: bool,
    run: (e) => {
      const value = state.run(e);
      return value === "found" || value === "clear";
    },
  };
}

/** What may be written at a place of a condition, and what stands there: looked up in the stage's vocabulary. */
import type { Vocabulary } from "@assay/contract";

interface Completion {
  label: string;
  detail: string;
  info: string;
  type: "variable" | "function";
}

/**
 * @param word the name before the cursor, dots included
 * @returns where in the word what is completed begins, and what can stand there
 */
export function completionsAt(word: string, vocabulary: Vocabulary): { from: number; options: Completion[] } {
  const dot = word.lastIndexOf(".");
  const owner = vocabulary.names.find(({ path }) => path === word.slice(0, dot));
  if (dot > 0 && owner && !vocabulary.names.some(({ path }) => path.startsWith(`${owner.path}.`))) {
    // A value of its own: what can be asked of it.
    const methods = [...vocabulary.functions, ...vocabulary.macros].filter(({ call }) => fits(call, owner.type));
    return { from: dot + 1, options: methods.map(asFunction) };
  }
  const names = vocabulary.names.map(
    ({ path, type, title }): Completion => ({ label: path, detail: type, info: title, type: "variable" }),
  );
  const plain = [...vocabulary.functions, ...vocabulary.macros].filter(({ call, name }) => call.startsWith(`${name}(`));
  return { from: 0, options: [...names, ...plain.map(asFunction)] };
}

const asFunction = ({ name, call, title }: { name: string; call: string; title: string }): Completion => ({
  label: name,
  detail: call,
  info: title,
  type: "function",
});

/** Whether a call such as `string.startsWith(string): bool` or `e.exists(x, …)` can be made on a value of this type. */
function fits(call: string, type: string): boolean {
  const on = /^([^(]*)\.\w+\(/.exec(call)?.[1];
  if (on === undefined) return false;
  return on === type || (type.startsWith("list") && (on === "list" || !["string", "number"].includes(on)));
}

/** The name under a place of the text, up to the part that is pointed at; nothing where the vocabulary knows none. */
export function nameAt(
  text: string,
  at: number,
  vocabulary: Vocabulary,
): { start: number; end: number; type: string; title: string } | undefined {
  let start = at;
  while (start > 0 && /[\w.]/.test(text[start - 1]!)) start--;
  let end = at;
  while (end < text.length && /\w/.test(text[end]!)) end++;
  const word = text.slice(start, end);
  if (word === "") return undefined;
  const name = vocabulary.names.find(({ path }) => path === word);
  if (name) return { start, end, type: name.type, title: name.title };
  const last = word.slice(word.lastIndexOf(".") + 1);
  const called = [...vocabulary.functions, ...vocabulary.macros].find((each) => each.name === last);
  return called && text[end] === "("
    ? { start: end - last.length, end, type: called.call, title: called.title }
    : undefined;
}

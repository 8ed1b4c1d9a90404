/** Reads protobuf's text format, as far as CEL's conformance files use it: fields, messages, strings, numbers, names. */

/** A message: each field's values in order. Scalars are kept as text, strings decoded. */
export type Message = Map<string, (string | Message)[]>;

const token =
  /\s+|#[^\n]*|([A-Za-z_][\w.]*|\[[\w./]+\])|([-+]?[\w.+-]+)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|([{}<>[\]:;,])/gsy;

export function parseTextproto(source: string): Message {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (!match) throw new Error(`cannot read: ${source.slice(at, at + 40)}`);
    const [whole, ...kinds] = match;
    if (kinds.some((kind) => kind !== undefined)) tokens.push(whole);
  }
  let at = 0;
  const message = (end: string | undefined): Message => {
    const fields: Message = new Map();
    while (tokens[at] !== end) {
      const name = tokens[at++];
      if (name === undefined) throw new Error("the file ends too early");
      if (name === "," || name === ";") continue;
      if (tokens[at] === ":") at++;
      const values = fields.get(name) ?? [];
      fields.set(name, values);
      const open = tokens[at];
      if (open === "[") {
        // A list of values for one field.
        at++;
        while (tokens[at] !== "]") {
          if (tokens[at] === "{") {
            at++;
            values.push(message("}"));
          } else if (tokens[at] !== ",") values.push(tokens[at]!);
          at++;
        }
        at++;
      } else if (open === "{" || open === "<") {
        at++;
        values.push(message(open === "{" ? "}" : ">"));
        at++;
      } else if (/^["']/.test(open ?? "")) {
        let text = "";
        while (/^["']/.test(tokens[at] ?? "")) text += unquote(tokens[at++]!);
        values.push(Buffer.from(text, "latin1").toString("utf8"));
      } else values.push(tokens[at++]!);
    }
    return fields;
  };
  return message(undefined);
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", a: "\x07", b: "\b", f: "\f", v: "\v" };

/** The bytes of a quoted string, one character each (latin1). */
function unquote(quoted: string): string {
  const bytes = Buffer.from(quoted.slice(1, -1), "utf8").toString("latin1");
  return bytes.replace(
    /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs,
    (_, octal, hex, unicode, long, other) => {
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
      if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
      const point = unicode ?? long;
      if (point) return Buffer.from(String.fromCodePoint(Number.parseInt(point, 16)), "utf8").toString("latin1");
      return escapes[other] ?? other;
    },
  );
}

/** The first value of a field, when it is a message. */
export function child(message: Message | undefined, name: string): Message | undefined {
  const value = message?.get(name)?.[0];
  return value instanceof Map ? value : undefined;
}
/** The first value of a field, when it is a scalar. */
export function scalar(message: Message | undefined, name: string): string | undefined {
  const value = message?.get(name)?.[0];
  return typeof value === "string" ? value : undefined;
}
export const children = (message: Message | undefined, name: string): Message[] =>
  (message?.get(name) ?? []).filter((value) => value instanceof Map);

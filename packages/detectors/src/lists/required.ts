/** What a text must hold for a pattern to match at all, so that most texts need not be matched against it. */

/** Fewest characters that are worth looking for. */
const shortest = 3;

/**
 * Literals of an RE2 pattern of which at least one stands in every text that it matches, in lower case; undefined where there is
 * none of three characters or more. It errs on the side of undefined: groups that it does not know end the search.
 */
export function requiredLiterals(pattern: string): readonly string[] | undefined {
  const reader = { pattern, at: 0, known: true };
  const found = alternatives(reader);
  return reader.known && reader.at >= pattern.length ? found : undefined;
}

interface Reader {
  pattern: string;
  at: number;
  /** False once something was met whose meaning is not read here. */
  known: boolean;
}

/** Literals of branches: every one must have its own. Reads up to `)` or the end. */
function alternatives(reader: Reader): readonly string[] | undefined {
  const branches: (readonly string[] | undefined)[] = [branch(reader)];
  while (reader.known && reader.pattern[reader.at] === "|") {
    reader.at += 1;
    branches.push(branch(reader));
  }
  return branches.every((literals) => literals !== undefined) ? branches.flat() : undefined;
}

/** The best literals of one branch: the longest run of characters, or a group's. */
function branch(reader: Reader): readonly string[] | undefined {
  const { pattern } = reader;
  let best: readonly string[] | undefined;
  let run = "";
  const offer = (literals: readonly string[] | undefined) => {
    if (literals && Math.min(...literals.map(({ length }) => length)) > (best?.[0]?.length ?? shortest - 1))
      best = literals;
  };
  const endRun = () => {
    if (run.length >= shortest) offer([run]);
    run = "";
  };
  while (reader.known && reader.at < pattern.length && pattern[reader.at] !== "|" && pattern[reader.at] !== ")") {
    const element = readElement(reader);
    const many = quantifier(reader);
    if (typeof element === "string" && many !== "maybe") {
      run += element;
      // What follows a repeated character stands behind its last occurrence, not necessarily behind its first.
      if (many === "more") endRun();
    } else {
      endRun();
      if (typeof element === "object" && many !== "maybe") offer(element.literals);
    }
  }
  endRun();
  return best;
}

/** One character as it stands, a group with its literals, or `other`: a class, a place, any character. */
function readElement(reader: Reader): string | "" | { literals: readonly string[] | undefined } | undefined {
  const { pattern } = reader;
  const character = pattern[reader.at++]!;
  if (character === "(") {
    const opening = /^\?(?:P?<[A-Za-z_]\w*>|[ims]*:)/.exec(pattern.slice(reader.at));
    if (pattern[reader.at] === "?" && !opening) reader.known = false;
    reader.at += opening?.[0].length ?? 0;
    const literals = alternatives(reader);
    if (pattern[reader.at] !== ")") reader.known = false;
    reader.at += 1;
    return { literals };
  }
  if (character === "[") {
    const end = /^\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]/s.exec(pattern.slice(reader.at));
    if (!end) reader.known = false;
    reader.at += end?.[0].length ?? 0;
    return undefined;
  }
  if (character === "\\") {
    const escaped = pattern[reader.at++] ?? "";
    if (/[dDwWsSbBAz]/.test(escaped)) return undefined;
    // Punctuation means itself; other letters and figures begin escapes that are not read here.
    if (/[^A-Za-z0-9]/.test(escaped)) return escaped;
    reader.known = false;
    return undefined;
  }
  if (".^$".includes(character)) return undefined;
  return character.toLowerCase();
}

/** Whether what was read stands there once, at least once, or perhaps not at all. */
function quantifier(reader: Reader): "once" | "more" | "maybe" {
  const found = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.pattern.slice(reader.at));
  if (!found) return "once";
  reader.at += found[0].length;
  if (found[0][0] === "?" || found[0][0] === "*" || found[1] === "0") return "maybe";
  return "more";
}

/** Texts from a small grammar: `{name}` stands for any entry of the list `name`, chosen at random. */

export type Grammar = Readonly<Record<string, readonly string[]>>;

/** One text for `{start}`. A name without a list throws. */
export function write(grammar: Grammar, start: string, random: () => number): string {
  const options = grammar[start];
  if (!options) throw new Error(`no list {${start}}`);
  const chosen = options[Math.floor(random() * options.length)]!;
  return chosen.replace(/\{(\w+)\}/g, (_, name: string) => write(grammar, name, random));
}

/** A list from lines, or from `|` on one line. */
export const list = (text: string): string[] =>
  text
    .split(/[\n|]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/**
 * Paths into a provider's answer: JSON Pointers (RFC 6901), in which a segment may also be `*`, each of what is there, or `[name=text]`,
 * those elements of a list whose `name` is `text`. `/output/0/classes/[class=yes_nazi]/score`.
 */

/** More than any provider answers about one picture. */
const mostValues = 1000;

/**
 * Everything that stands at a path; nothing where a list that `*` goes through is empty.
 * @throws Error where the path leads nowhere: what was not said is not the same as no
 */
export function valuesAt(answer: unknown, path: string): unknown[] {
  let values = [answer];
  for (const [i, raw] of path.split("/").slice(1).entries()) {
    const segment = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    values = values.flatMap((value) =>
      step(value, segment, () =>
        path
          .split("/")
          .slice(0, i + 2)
          .join("/"),
      ),
    );
    if (values.length > mostValues) throw new Error(`its answer holds over ${mostValues} values at ${path}`);
  }
  return values;
}

function step(value: unknown, segment: string, path: () => string): unknown[] {
  if (typeof value !== "object" || value === null) throw new Error(`its answer holds nothing at ${path()}`);
  if (segment === "*") return Object.values(value);
  const selector = /^\[([^=]+)=(.*)\]$/.exec(segment);
  const found = selector
    ? Object.values(value).filter((each) => isObject(each) && String(each[selector[1]!]) === selector[2])
    : Object.hasOwn(value, segment)
      ? [(value as Record<string, unknown>)[segment]]
      : [];
  if (found.length === 0) throw new Error(`its answer holds nothing at ${path()}`);
  return found;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/**
 * The highest score at some paths, as a share of what the provider calls certain; `true` is certain. 0 where a list is empty.
 * @throws Error where a path leads nowhere or to what is no score
 */
export function scoreAt(answer: unknown, paths: string | readonly string[], outOf: number): number {
  let highest = 0;
  for (const path of typeof paths === "string" ? [paths] : paths) {
    for (const value of valuesAt(answer, path)) {
      const score = typeof value === "boolean" ? Number(value) : typeof value === "number" ? value / outOf : Number.NaN;
      if (!(score >= 0 && score <= 1)) throw new Error(`its answer holds no score at ${path}`);
      highest = Math.max(highest, score);
    }
  }
  return highest;
}

/** A pattern for `like` that finds the words as they stand: `%`, `_` and `\` are themselves. */
export function likePattern(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
}

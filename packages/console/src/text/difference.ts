/** Differences between two revisions: words of a text, and fields of a state. */
import { diffWordsWithSpace } from "diff";

export interface Piece {
  kind: "same" | "added" | "removed";
  text: string;
  /** UTF-16 index where the piece starts in the new text; for what was removed, where it would stand. */
  at: number;
}

/** Beyond this many UTF-16 units of both texts together a word difference takes too long; then the whole text counts as replaced. */
const limit = 60_000;

/** With less than this share of the longer text in common, words that happen to recur only confuse: all of it counts as replaced. */
const leastInCommon = 0.4;

/** Word-wise difference; what is same and added, joined, is `after`; what is same and removed, joined, is `before`. */
export function textDifference(before: string, after: string): Piece[] {
  if (before === after) return after === "" ? [] : [{ kind: "same", text: after, at: 0 }];
  const words = before.length + after.length > limit ? [] : diffWordsWithSpace(before, after);
  const common = words.reduce((sum, word) => sum + (word.added || word.removed ? 0 : word.value.length), 0);
  const changes =
    common < leastInCommon * Math.max(before.length, after.length)
      ? [
          { value: before, removed: true, added: false },
          { value: after, removed: false, added: true },
        ]
      : words;
  let at = 0;
  const pieces: Piece[] = [];
  for (const change of changes) {
    if (change.value === "") continue;
    const kind = change.added ? "added" : change.removed ? "removed" : "same";
    pieces.push({ kind, text: change.value, at });
    if (kind !== "removed") at += change.value.length;
  }
  return pieces;
}

export interface FieldChange {
  /** A path such as `price.amount`. */
  field: string;
  before: string | undefined;
  after: string | undefined;
}

/** Leaf fields that differ between two states, in the new state's order, then those that are gone. Pictures are compared apart. */
export function fieldChanges(before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] {
  const old = new Map(leaves(before));
  const now = new Map(leaves(after));
  const changes: FieldChange[] = [];
  for (const [field, value] of now)
    if (old.get(field) !== value) changes.push({ field, before: old.get(field), after: value });
  for (const [field, value] of old) if (!now.has(field)) changes.push({ field, before: value, after: undefined });
  return changes;
}

/** Leaf values of a state by path, as text; without pictures and the revision number, which always change. */
export function leaves(state: unknown, path = ""): [string, string][] {
  if (state === null || state === undefined) return [];
  if (typeof state !== "object") return [[path, String(state)]];
  const entries: [string, unknown][] = Array.isArray(state)
    ? state.map((value, index) => [`${path}[${index}]`, value])
    : Object.entries(state)
        .filter(([key]) => path !== "" || (key !== "pictures" && key !== "revision"))
        .map(([key, value]) => [path === "" ? key : `${path}.${key}`, value]);
  return entries.flatMap(([key, value]) => leaves(value, key));
}

export interface PictureChange {
  kind: "same" | "added" | "removed";
  /** Index in the old or in the new list, whichever the picture stands in; in the new one when it stands in both. */
  index: number;
}

/** Which pictures stayed, came and went, by content hash; a picture without one is new. */
export function pictureChanges(before: { content?: string }[], after: { content?: string }[]): PictureChange[] {
  const old = new Set(before.map((picture) => picture.content));
  const now = new Set(after.map((picture) => picture.content));
  return [
    ...before.flatMap((picture, index): PictureChange[] =>
      picture.content !== undefined && now.has(picture.content) ? [] : [{ kind: "removed", index }],
    ),
    ...after.map(
      (picture, index): PictureChange => ({
        kind: picture.content !== undefined && old.has(picture.content) ? "same" : "added",
        index,
      }),
    ),
  ];
}

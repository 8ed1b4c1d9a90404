/** Texts as detectors read them where a marketplace allows something: what stands in an allow-list is covered up. */
import { type TextView, viewOf } from "../text/index.ts";

/** Neither letter nor digit nor space, one code unit, and folded to itself. */
const cover = "\u0001";

/**
 * The view with places of `plain` covered up: no word, number or address is read there, and spans still lie in the original.
 * @param places in `plain`; they may overlap
 */
export function coveredView(view: TextView, places: readonly { start: number; end: number }[]): TextView {
  if (places.length === 0) return view;
  const units = view.plain.split("");
  for (const { start, end } of places) units.fill(cover, start, end);
  // What is folded already stays as it is, so the places of the new text are those of the old.
  const covered = viewOf(view.field, units.join(""));
  if (covered.plain.length !== view.plain.length) return view;
  return {
    field: view.field,
    original: view.original,
    plain: covered.plain,
    tokens: covered.tokens,
    prefixHash: covered.prefixHash,
    memo: [],
    toOriginal: (start, end) => view.toOriginal(start, end),
    word: (token) => covered.word(token),
  };
}

/** Which pictures of two ads show the same. */
import type { SubjectView } from "@assay/contract";
import type { Find } from "../evidence/finds.ts";
import type { Box } from "./boxes.ts";

export interface PicturePair {
  ours: number;
  theirs: number;
  /** Where in each the same is shown. */
  box: Box;
  otherBox: Box;
}

const whole: Box = [0, 0, 1, 1];

/** Pairs that a detector found, with the place of what is shared; then those that are the same file. Each picture stands in one pair. */
export function pairsOf(
  view: Pick<SubjectView, "pictures">,
  other: Pick<SubjectView, "pictures">,
  finds: readonly Find[],
): PicturePair[] {
  const pairs: PicturePair[] = [];
  const put = (pair: PicturePair) => {
    if (!pairs.some(({ ours, theirs }) => ours === pair.ours || theirs === pair.theirs)) pairs.push(pair);
  };
  for (const { evidence } of finds) {
    if (evidence.type !== "subject") continue;
    for (const { picture, box, other_picture, other_content, other_box } of evidence.pictures ?? []) {
      // The other ad may have been edited since: its picture is found by what it is.
      const now = other.pictures.findIndex((each) => each.content === other_content);
      const theirs = now === -1 ? other_picture : now;
      if (other.pictures[theirs]?.content === other_content) put({ ours: picture, theirs, box, otherBox: other_box });
    }
  }
  for (const [ours, { content }] of view.pictures.entries()) {
    const theirs = content === undefined ? -1 : other.pictures.findIndex((each) => each.content === content);
    if (theirs !== -1) put({ ours, theirs, box: whole, otherBox: whole });
  }
  return pairs.sort((a, b) => a.ours - b.ours);
}
